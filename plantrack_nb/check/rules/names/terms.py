"""Official names and words that are misspelt, held against the office's own list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from plantrack_nb.check.reading.running_text.near_terms import NearTerms
from plantrack_nb.check.reading.running_text.spelt import Spelt, add, listed, misspelt
from plantrack_nb.check.reading.running_text.wordings import wordings
from plantrack_nb.check.rules import Facts, Hits, Settings, Spot, cell, rule
from plantrack_nb.thai.text import arabic_digits


@rule(
    "wording-term",
    title="ชื่อทางการหรือคำราชการสะกดผิด",
    title_en="An official name or word is misspelt",
    why="ชื่อโครงการและคำราชการที่สะกดผิดค้นหาไม่พบ และทำให้เอกสารขาดความน่าเชื่อถือ",
    example="“บ้านวิทยาศาสตร์น้อย” ที่ถูกคือ “บ้านนักวิทยาศาสตร์น้อย”",
    todo="แก้คำให้ถูก หากเป็นคำที่สำนักงานใช้จริง ให้เพิ่มไว้ในช่อง also ของ params/terms.csv",
    letters_percent=22.0,
    most_letters=7.0,
)
def misspelt_term(facts: Facts, settings: Settings) -> Hits:
    """Find what is nearly a term of ``params/terms.csv``: one finding a term and round."""
    if not facts.terms.rows:
        return
    near = NearTerms(facts.terms, settings["letters_percent"], settings["most_letters"])
    found: Spelt = {}
    for text, spot in _texts(facts):
        for one in near.find(text):
            form = _as_printed(one.written, text)
            add(found, one.term.text, form, spot(form))
    for (_, term), written in found.items():
        numbers = {spot.row.project_no for spots in written.values() for spot in spots.values()}
        yield misspelt(
            f"term={term}",
            f"ชื่อหรือคำราชการ “{term}” เขียนเป็น {listed(written)}",
            term,
            written,
            project_no=numbers.pop() if len(numbers) == 1 else "",
        )


def _as_printed(written: str, text: str) -> str:
    """Find the letters of a slip in its text again, with the spaces that stand between them."""
    letters = r"\s*".join(map(re.escape, written))
    found = re.search(letters, arabic_digits(text))
    return " ".join(text[found.start() : found.end()].split()) if found else written


def _texts(facts: Facts) -> Iterator[tuple[str, Callable[[str], Spot]]]:
    """Give what owners wrote, and the paragraphs of memo, preface and summary, with their cell."""
    for one in facts.once(wordings):
        yield one.text, one.spot
    for row in facts.narrative:
        if not row.project_no:
            yield row.text, partial(cell, row, "text")
