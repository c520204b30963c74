"""A district over the quarters of a year, and what it comes to at one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from plantrack_nb.explore.country.unusual import Unusual, unusual
from plantrack_nb.measures.totals import Totals


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules and the comparison say of a round.

    Parameters
    ----------
    errors, warnings : int
        Open findings.
    silent : int
        Projects of which nothing was reported since the round before.
    """

    errors: int = 0
    warnings: int = 0
    silent: int = 0


@dataclass(frozen=True)
class Course:
    """A district's year: money and findings by quarter, of what is looked at.

    ``reported`` are the quarters it has reported at all.
    """

    code: str
    name: str
    reported: frozenset[int]
    totals: Mapping[int, Totals]
    found: Mapping[int, Found] = field(default_factory=dict)

    def percent(self, quarter: int) -> float | None:
        """Percent disbursed by the end of a quarter, where it is known."""
        known = self.totals.get(quarter)
        return None if known is None else known.percent


@dataclass(frozen=True)
class Place:
    """How a district stands at a quarter.

    Parameters
    ----------
    course : Course
        Its year.
    share : float, optional
        Percent disbursed by its end.
    percents : tuple
        The same at each quarter that is shown; None where there is no report.
    gap : float, optional
        Points above the target (below it: negative).
    change : float, optional
        Points since the quarter before.
    missing : tuple of int
        Quarters up to this one without a report, though others have one.
    found : Found
        Of the quarter.
    unlike : tuple of Unusual
        The figures by which it is unlike the others, the furthest first.
    """

    course: Course
    share: float | None
    percents: tuple[float | None, ...]
    gap: float | None
    change: float | None
    missing: tuple[int, ...]
    found: Found
    unlike: tuple[Unusual, ...] = ()

    @property
    def code(self) -> str:
        """The district."""
        return self.course.code


def places(
    courses: Sequence[Course], quarters: Sequence[int], quarter: int, target: float | None
) -> list[Place]:
    """Say how each district stands at a quarter, in the order given.

    Parameters
    ----------
    courses : sequence of Course
        The districts.
    quarters : sequence of int
        The quarters of which there is any report.
    quarter : int
        The one that is looked at.
    target : float, optional
        Percent to be disbursed by its end.
    """
    values = {
        name: {
            one.code: value
            for one in courses
            if quarter in one.totals and (value := figure(one, quarter)) is not None
        }
        for name, figure in FIGURES.items()
    }
    odd = unusual(values)
    return [_place(one, quarters, quarter, target, odd.get(one.code, ())) for one in courses]


def _place(
    one: Course,
    quarters: Sequence[int],
    quarter: int,
    target: float | None,
    unlike: tuple[Unusual, ...],
) -> Place:
    share = one.percent(quarter)
    return Place(
        one,
        share,
        tuple(one.percent(at) for at in quarters),
        None if share is None or target is None else share - target,
        _change(one, quarter),
        tuple(at for at in quarters if at <= quarter and at not in one.reported),
        one.found.get(quarter, Found()),
        unlike,
    )


def _change(one: Course, quarter: int) -> float | None:
    now, before = one.percent(quarter), one.percent(quarter - 1)
    return None if now is None or before is None else now - before


def finished(one: Course, quarter: int) -> float | None:
    """Percent of its projects that are done at a quarter."""
    return _share(one, quarter, one.totals[quarter].finished)


def _silent(one: Course, quarter: int) -> float | None:
    found = one.found.get(quarter)
    return None if found is None else _share(one, quarter, found.silent)


def _share(one: Course, quarter: int, count: int) -> float | None:
    whole = one.totals[quarter].projects
    return 100 * count / whole if whole else None


def _per_project(one: Course, quarter: int) -> float | None:
    whole, found = one.totals[quarter].projects, one.found.get(quarter)
    return (found.errors + found.warnings) / whole if whole and found is not None else None


FIGURES: Mapping[str, Callable[[Course, int], float | None]] = MappingProxyType(
    {
        "เบิกจ่าย (ร้อยละ)": Course.percent,
        "เพิ่มจากไตรมาสก่อน (จุด)": _change,
        "โครงการที่เสร็จ (ร้อยละ)": finished,
        "โครงการที่ไม่มีรายงานเพิ่ม (ร้อยละ)": _silent,
        "ข้อตรวจพบต่อโครงการ": _per_project,
    }
)
"""What is held against the other districts', by its name."""
