"""Activities with their sub-activities, found by the numbers they print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plantrack_nb.check.facts import Facts, project_key
from plantrack_nb.core.records import Row

Key = tuple[str, int, int, str, str]
"""Round, project and activity number."""


@dataclass(frozen=True, slots=True)
class Node:
    """One activity: where it belongs, and the row it was read from."""

    key: Key
    parent: Key
    text: str
    row: Row


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


def activity_tree(facts: Facts) -> Tree:
    """Index all activities, to be asked for by :meth:`Facts.once`."""
    return tree_of(facts.activities)


def tree_of(activities: Iterable[Row]) -> Tree:
    """Index the activities; those without a number stand in no tree."""
    nodes: dict[Key, Node] = {}
    below: dict[Key, list[Node]] = defaultdict(list)
    for row in activities:
        if row.activity_no == "":
            continue
        project = project_key(row)
        node = Node((*project, row.activity_no), (*project, row.parent_no), row.text, row)
        if nodes.setdefault(node.key, node) is node and row.parent_no:
            below[node.parent].append(node)
    return Tree(nodes, dict(below))
