"""In which order projects stand in a layout, and what numbers they bear there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.layouts.layout import Layout
    from helpers.layouts.true_round import TrueProject, TrueRound


@dataclass(frozen=True)
class Numbered:
    """A project with the number printed for it and the key a round knows it by (or none)."""

    project: TrueProject
    printed: str
    key: str | None

    def group_of(self, kind: str) -> int:
        """Tell under which heading it stands."""
        return self.project.owners[0] if kind == "groups" else self.project.plan


def numbered(true: TrueRound, layout: Layout) -> list[Numbered]:
    """Put the projects in order and number them."""
    return list(_numbers(_ordered(true, layout), true, layout))


def _ordered(true: TrueRound, layout: Layout) -> list[TrueProject]:
    projects = list(true.projects)
    if layout.shuffled:
        Random(f"{layout.spelling}/order").shuffle(projects)
        return projects
    kind = layout.grouping.removesuffix("_sums")

    def place(one: TrueProject) -> tuple[int, int]:
        strategy = one.strategy if layout.strategies != "none" else 0
        group = {"groups": one.owners[0], "plans": one.plan}.get(kind, 0)
        return strategy, group

    return sorted(projects, key=place)


def _numbers(projects: list[TrueProject], true: TrueRound, layout: Layout) -> Iterator[Numbered]:
    within: Counter[int] = Counter()
    codes = Random(f"{layout.spelling}/code").choice(
        ("{y}{n:03d}", "P{n:02d}", "{y}-{n:02d}", "ผ.{n:02d}")
    )
    for at, project in enumerate(projects, 1):
        within[project.strategy] += 1
        dotted = f"{project.strategy + 1}.{within[project.strategy]}"
        code = codes.format(y=true.year % 100, n=at)
        alone = str(within[project.strategy])
        printed, key = {
            "restart": (alone, dotted if len(true.strategies) > 1 else alone),
            "dotted": (dotted, dotted),
            "code": (code, code),
            "none": ("", None),
            "first_only": (str(at), None),
        }.get(layout.numbering, (str(at), str(at)))
        yield Numbered(project, printed, key)
