"""Words written in several ways: where each form stands, and the finding about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from plantrack_nb.check.facts import Facts, RoundKey, round_key
from plantrack_nb.check.hits import Hit, Spot
from plantrack_nb.check.reading.running_text.phrases import joined
from plantrack_nb.check.reading.running_text.texts import PART_TH, texts
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.thai.numbers import format_count
from plantrack_nb.thai.text import arabic_digits

Forms = dict[str, dict[SourceRef, Spot]]
"""Where each form of a word stands, each place once."""

Spelt = dict[tuple[RoundKey, str], Forms]
"""Forms by round and right form."""


def spelt(
    facts: Facts,
    select: str,
    pattern: re.Pattern[str],
    right_for: Callable[[re.Match[str]], str],
    parts: Sequence[str] = tuple(PART_TH),
) -> Spelt:
    """Take every match of a pattern in the texts, by the right form that a function gives.

    Parameters
    ----------
    facts : Facts
        The tables.
    select : str
        A plain pattern that picks the texts to look into.
    pattern : re.Pattern of str
        What to look for; digits are Arabic.
    right_for : Callable
        The right form, or what the forms have in common; ``""`` leaves the match out.
    parts : sequence of str
        The parts of the document to look into.
    """
    made: Spelt = {}
    for row in texts(facts, select, parts):
        for match in pattern.finditer(arabic_digits(row.text)):
            right = right_for(match)
            if right:
                add(made, right, match[0], row.spot(match[0]))
    return made


def add(found: Spelt, right: str, form: str, spot: Spot) -> None:
    """Note one place of a form, once."""
    forms = found.setdefault((round_key(spot.row), right), {})
    forms.setdefault(form, {}).setdefault(spot.source, spot)


def each_once(spots: Iterable[Spot]) -> dict[SourceRef, Spot]:
    """Keep the first of the spots that one place holds, by that place."""
    found: dict[SourceRef, Spot] = {}
    for one in spots:
        found.setdefault(one.source, one)
    return found


def listed(forms: Forms) -> str:
    """List forms with the number of their places, for a sentence."""
    return joined(f"“{form}” ({format_count(len(spots))} แห่ง)" for form, spots in forms.items())


def misspelt(
    subject: str,
    message: str,
    right: str,
    wrong: Forms,
    *,
    hint: str = "",
    severity: Severity | None = None,
    project_no: str = "",
) -> Hit:
    """Tell of wrong forms of a word, with all their places."""
    return Hit(
        [spot for spots in wrong.values() for spot in spots.values()],
        subject,
        message,
        expected=right,
        found=", ".join(wrong),
        hint=hint or f"แก้เป็น “{right}” ทุกแห่ง",
        severity=severity,
        project_no=project_no,
    )
