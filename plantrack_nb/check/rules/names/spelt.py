"""Words written in several ways: where each form stands, and the finding about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from plantrack_nb.check.facts import Facts, ref_of, round_key
from plantrack_nb.check.reading.phrases import joined
from plantrack_nb.check.reading.texts import PART_TH, texts
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.thai.numbers import format_count
from plantrack_nb.thai.text import arabic_digits

Places = dict[str, list[SourceRef]]
"""Where each form of a word stands."""

Spelt = dict[tuple[str, str], Places]
"""Forms by round and right form."""


def round_name(row: object) -> str:
    """Name a round in one word; the district comes first."""
    return " ".join(map(str, round_key(row)))


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
                add(made, round_name(row), right, match[0], ref_of(row))
    return made


def add(found: Spelt, where: str, right: str, form: str, ref: SourceRef) -> None:
    """Note one place of a form, once."""
    refs = found.setdefault((where, right), {}).setdefault(form, [])
    if ref not in refs:
        refs.append(ref)


def listed(forms: Mapping[str, Sequence[SourceRef]]) -> str:
    """List forms with the number of their places, for a sentence."""
    return joined(f"“{form}” ({format_count(len(refs))} แห่ง)" for form, refs in forms.items())


def word_finding(
    code: str,
    severity: Severity,
    subject: str,
    message: str,
    *,
    right: str,
    wrong: Mapping[str, Sequence[SourceRef]],
    where: str,
    project_no: str = "",
) -> Finding:
    """Build a finding about wrong forms of a word, with all their places."""
    return Finding(
        code,
        subject,
        severity,
        message,
        project_no=project_no,
        expected=right,
        found=", ".join(wrong),
        hint=f"แก้เป็น “{right}” ทุกแห่ง",
        refs=tuple(dict.fromkeys(ref for refs in wrong.values() for ref in refs)),
        district=where.split(" ", maxsplit=1)[0],
    )
