"""Official names and words that are misspelt, held against the office's own list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plantrack_nb.check.facts import Facts, ref_of
from plantrack_nb.check.reading.wordings import wordings
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.check.rules.names.near_terms import NearTerms
from plantrack_nb.check.rules.names.spelt import Spelt, add, listed, round_name, word_finding
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.thai.text import arabic_digits

if TYPE_CHECKING:
    from plantrack_nb.core.provenance import SourceRef


@rule(
    "wording-term",
    Family.NAMES,
    Severity.WARNING,
    title="ชื่อทางการหรือคำราชการสะกดผิด",
    title_en="An official name or word is misspelt",
    why="ชื่อโครงการและคำราชการที่สะกดผิดค้นหาไม่พบ และทำให้เอกสารขาดความน่าเชื่อถือ",
    example="“บ้านวิทยาศาสตร์น้อย” ที่ถูกคือ “บ้านนักวิทยาศาสตร์น้อย”",
    todo="แก้คำให้ถูก หากเป็นคำที่สำนักงานใช้จริง ให้เพิ่มไว้ในช่อง also ของ params/terms.csv",
    letters_percent=22.0,
    most_letters=7.0,
)
def misspelt_term(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find what is nearly a term of ``params/terms.csv``: one finding a term and round."""
    if not facts.terms.rows:
        return
    near = NearTerms(facts.terms, settings["letters_percent"], settings["most_letters"])
    found: Spelt = {}
    projects: dict[tuple[str, str], set[str]] = {}
    for row, text, ref in _texts(facts):
        for one in near.find(text):
            term, place = one.term.text, round_name(row)
            add(found, place, term, _as_printed(one.written, text), ref)
            projects.setdefault((place, term), set()).add(row.project_no)
    for (where, term), written in found.items():
        owners = projects[where, term]
        yield word_finding(
            "wording-term",
            Severity.WARNING,
            f"term={term}",
            f"ชื่อหรือคำราชการ “{term}” เขียนเป็น {listed(written)}",
            right=term,
            wrong=written,
            where=where,
            project_no=owners.pop() if len(owners) == 1 else "",
        )


def _as_printed(written: str, text: str) -> str:
    """Find the letters of a slip in its text again, with the spaces that stand between them."""
    letters = r"\s*".join(map(re.escape, written))
    found = re.search(letters, arabic_digits(text))
    return " ".join(text[found.start() : found.end()].split()) if found else written


def _texts(facts: Facts) -> Iterator[tuple[Any, str, SourceRef]]:
    """Give what owners wrote, and the paragraphs of memo, preface and summary."""
    for one in facts.once(wordings):
        yield one.row, one.text, one.ref
    for row in facts.narrative:
        if not row.project_no:
            yield row, row.text, ref_of(row)
