"""Budget lines: their names, and their parts as the words of the activities give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isnan, nan

from plantrack_nb.check.facts import Facts, LineKey, ProjectKey, project_key
from plantrack_nb.core.records import Row, total
from plantrack_nb.thai.numbers import PLAIN_NUMBER, to_float
from plantrack_nb.thai.text import arabic_digits

LABEL_LENGTH = 50
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_REMARK = re.compile(
    rf"\( ?(?:งบ(?:ประมาณ)?|ใช้งบ(?:ประมาณ)?|จำนวน|เป็นเงิน)? ?"
    rf"(?:(?P<grouped>{_GROUPED}) ?(?:\.?-|บาท|\.)?|(?P<marked>{PLAIN_NUMBER}) ?(?:\.?-|บาท)) ?\)"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the activities under a budget line say they cost.

    Parameters
    ----------
    activities, priced : int
        How many they are, and how many of them tell an amount.
    total, largest : float
        Of the amounts, baht; NaN as the largest where none is told.
    rows : tuple of Row
        The activities that tell one.
    """

    activities: int
    priced: int
    total: float
    largest: float
    rows: tuple[Row, ...]


def line_subject(row: Row) -> str:
    """Name the line for a finding's subject."""
    return f"{row.project_no}/line {row.line_no}"


def line_name(row: Row) -> str:
    """Name the line; the label is cut where it begins to be a paragraph."""
    label = " ".join(str(row.label).split())
    label = label if len(label) <= LABEL_LENGTH else label[:LABEL_LENGTH] + "…"
    named = f" ({label})" if label else ""
    return f"โครงการ {row.project_no} รายการงบที่ {row.line_no}{named}"


def lines_under(facts: Facts, projects: Iterable[Row]) -> list[Row]:
    """Gather the lines of several projects, project by project."""
    keys = dict.fromkeys(map(project_key, projects))
    return [line for key in keys for line in facts.lines_of.get(key, ())]


def remark(text: str) -> float:
    """Return the amount that stands in brackets in an activity's words; NaN when none does.

    "(96,000)", "(3,900-)" and "(ใช้งบ 500 บาท)" are amounts; "(70)" and "(2565)" are not. Several
    add up, unless one is the sum of the others already.
    """
    found = _REMARK.finditer(arabic_digits(text)) if "(" in text else ()
    values = [to_float(one["grouped"] or one["marked"]) or 0.0 for one in found]
    added = sum(values)
    return added - max(values) if 2 * max(values, default=nan) == added else added or nan


def line_parts(facts: Facts) -> Mapping[LineKey, Parts]:
    """Tell what the activities under each budget line say they cost (by :meth:`Facts.once`)."""
    return parts(facts.lines_of, facts.activities_of)


def line_totals(facts: Facts) -> Mapping[LineKey, float]:
    """Sum of the amounts told under a budget line, by project and line, where any is."""
    return {key: told.total for key, told in facts.once(line_parts).items() if told.priced}


def parts(
    lines_of: Mapping[ProjectKey, list[Row]], activities_of: Mapping[ProjectKey, list[Row]]
) -> dict[LineKey, Parts]:
    """Gather what the activities under each budget line say they cost.

    A line begins at the activity that it is labelled with and goes on to the next line's; only
    main activities count. Projects in which a line's label is no main activity are left out:
    there nothing tells which activities a line pays for.
    """
    made: dict[LineKey, Parts] = {}
    for project, activities in activities_of.items():
        lines = lines_of.get(project, [])
        mains = [one for one in activities if one.parent_no == ""]
        begun = _begun(lines, mains)
        if len(begun) == len(lines):
            for line_no, owned in _owned(begun, mains).items():
                made[*project, line_no] = _parts(owned)
    return made


def _begun(lines: list[Row], mains: list[Row]) -> dict[int, int]:
    """Tell at which activity (its place) which line (its number) begins."""
    labels: dict[str, int] = {}
    for line in lines:
        labels.setdefault(line.label, line.line_no)
    first: dict[str, int] = {}
    for at, one in enumerate(mains):
        first.setdefault(one.text, at)
    return {at: labels[text] for text, at in first.items() if text in labels}


def _owned(begun: Mapping[int, int], mains: list[Row]) -> dict[int, list[Row]]:
    owned: dict[int, list[Row]] = {}
    line_no = None
    for at, one in enumerate(mains):
        line_no = begun.get(at, line_no)
        if line_no is not None:
            owned.setdefault(line_no, []).append(one)
    return owned


def _parts(owned: list[Row]) -> Parts:
    told = [(amount, one) for one in owned if not isnan(amount := remark(one.text))]
    amounts = [amount for amount, _ in told]
    priced = tuple(one for _, one in told)
    return Parts(len(owned), len(told), total(amounts), max(amounts, default=nan), priced)
