"""Activities with their sub-activities, found by the numbers they print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.check.facts import PROJECT, rows

if TYPE_CHECKING:
    import pandas as pd

Key = tuple[str, ...]
"""Round, project and activity number as text."""


@dataclass(frozen=True)
class Node:
    """One activity: where it belongs, and the row it was read from."""

    key: Key
    parent: Key
    text: str
    row: object


@dataclass(frozen=True)
class Tree:
    """All activities of all rounds by number; the first of several with one number counts."""

    nodes: dict[Key, Node]
    below: dict[Key, list[Node]]

    def line(self, node: Node) -> Iterator[Node]:
        """Go from an activity up to the top, itself first."""
        seen: set[Key] = set()
        here: Node | None = node
        while here is not None and here.key not in seen:
            seen.add(here.key)
            yield here
            here = self.nodes.get(here.parent)

    def leaves(self, node: Node) -> list[Node]:
        """Take the sub-activities that have none themselves, in reading order."""
        found: list[Node] = []
        seen = {node.key}
        waiting = list(reversed(self.below.get(node.key, [])))
        while waiting:
            one = waiting.pop()
            if one.key in seen:
                continue
            seen.add(one.key)
            below = self.below.get(one.key, [])
            waiting += reversed(below)
            if not below:
                found.append(one)
        return found


def tree_of(activities: pd.DataFrame) -> Tree:
    """Index the activities; those without a number stand in no tree."""
    nodes: dict[Key, Node] = {}
    below: dict[Key, list[Node]] = defaultdict(list)
    for row in rows(activities[activities["activity_no"] != ""]):
        project = project_key(row)
        node = Node(
            (*project, str(row.activity_no)), (*project, str(row.parent_no)), str(row.text), row
        )
        if nodes.setdefault(node.key, node) is node and row.parent_no:
            below[node.parent].append(node)
    return Tree(nodes, dict(below))


def project_key(row: object) -> Key:
    """Name the round and project of a row."""
    return tuple(str(getattr(row, column)) for column in PROJECT)
