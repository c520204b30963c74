"""The running text of a round in one list, so that a rule parses only what it selected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from plantrack_nb.check.facts import Facts, ProjectKey, project_key, ref_of, round_key
from plantrack_nb.check.hits import Hit, Spot
from plantrack_nb.core.calendar import QUARTERS
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.records import Row
from plantrack_nb.measures.places import Places
from plantrack_nb.office.validation import FIRST_YEAR, LAST_YEAR
from plantrack_nb.thai.text import squeeze

ACTIVITY, TARGET, INDICATOR = "activity", "targets", "indicators"
NARRATIVE, NAME, LINE = "narrative", "name", "label"
PART_TH = {
    ACTIVITY: "การดำเนินการ",
    TARGET: "เป้าหมาย",
    INDICATOR: "ตัวชี้วัด",
    NARRATIVE: "ข้อความประกอบ",
    NAME: "ชื่อโครงการ",
    LINE: "รายการงบประมาณ",
}
_COLUMNS = {
    ACTIVITY: "text",
    NARRATIVE: "text",
    TARGET: TARGET,
    INDICATOR: INDICATOR,
    NAME: NAME,
    LINE: LINE,
}
_DIGITS = re.compile(r"[\d๐-๙.,]+")
_KEY_LENGTH = 40
_ITEM = re.compile(r"(?:(?<=\s)|(?<=^))(?=\d{1,2}\.(?!\d))")
AnyRow = TypeVar("AnyRow")


class Text(NamedTuple):
    """One activity, target or indicator cell, paragraph, name or label, and where it stands.

    ``kind`` is that of a paragraph; ``activity_no``, ``parent_no`` and ``status`` are an
    activity's (a label's number is its line's). A target or indicator belongs to its project's
    row of the tables, and has a source of its own. A label is that of a line of money that no
    activity is named as.
    """

    district: str
    fiscal_year: int
    quarter: int
    project_no: str
    part: str
    kind: str
    activity_no: str
    parent_no: str
    status: str
    text: str
    source_file: str
    source_ref: str
    raw: str
    table: str
    row_name: str

    def spot(self, words: str = "") -> Spot:
        """Name its cell; ``words`` are those meant."""
        own = ref_of(self) if self.part in (TARGET, INDICATOR) else None
        return Spot(self, _COLUMNS[self.part], words, own)


def all_texts(facts: Facts) -> list[Text]:
    """Give the running text of all rounds, to be asked for by :meth:`Facts.once`."""
    deeds = {(*project_key(row), row.text) for row in facts.activities}
    parts = (
        (_text(row, ACTIVITY, row.text) for row in facts.activities),
        _placed(_cells(facts.projects, TARGET), facts.places),
        _placed(_cells(facts.projects, INDICATOR), facts.places),
        (_text(row, NARRATIVE, row.text) for row in facts.narrative),
        (_text(row, NAME, row.name) for row in facts.projects),
        (
            _text(row, LINE, row.label)
            for row in facts.lines
            if (*project_key(row), row.label) not in deeds  # most are labelled with their deed
        ),
    )
    return [one for part in parts for one in part if one.text != ""]


def texts(facts: Facts, pattern: str, parts: Sequence[str] = tuple(PART_TH)) -> list[Text]:
    """Take the texts in which a regular expression is found, from some parts of the document."""
    search, by_part = re.compile(pattern).search, facts.once(texts_by_part)
    return [one for part in PART_TH if part in parts for one in by_part[part] if search(one.text)]


def texts_by_part(facts: Facts) -> dict[str, list[Text]]:
    """Part the running text by where it stands, to be asked for by :meth:`Facts.once`."""
    found: dict[str, list[Text]] = {part: [] for part in PART_TH}
    for one in facts.once(all_texts):
        found[one.part].append(one)
    return found


def dated_rounds(some: Iterable[AnyRow]) -> list[AnyRow]:
    """Keep the rows of rounds that the calendar knows; others hold slips of the pen."""
    return [one for one in some if _is_dated(*round_key(one))]


def _is_dated(_district: str, fiscal_year: int, quarter: int) -> bool:
    return FIRST_YEAR <= fiscal_year <= LAST_YEAR and quarter in QUARTERS


def place(row: Text) -> str:
    """Say where a text stands, for a sentence: "โครงการ 2.6 กิจกรรม 8-2"."""
    where = f"โครงการ {row.project_no}" if row.project_no else "เอกสารส่วนหน้าหรือส่วนสรุป"
    if row.part == LINE:
        return f"{where} รายการงบประมาณที่ {row.activity_no}"
    if row.part != ACTIVITY:
        return f"{where} {PART_TH[row.part]}" if row.project_no else where
    return f"{where} กิจกรรม {row.activity_no or '(ไม่มีเลขที่)'}"


def key_of(row: Text, words: str = "") -> str:
    """Name a text by what does not change when a figure in it is mended or rows move."""
    about = _DIGITS.sub("", squeeze(words or row.text))[-_KEY_LENGTH:]
    return "/".join([row.project_no or "-", row.part, row.activity_no or "-", about])


def told(
    row: Text,
    upto: str,
    message: str,
    *,
    words: str,
    expected: str,
    found: str,
    hint: str | None = None,
    beside: Sequence[Spot] = (),
    severity: Severity | None = None,
) -> Hit:
    """Tell of words in a text; ``upto`` are those that name the place, up to what may be mended."""
    said, subject = f"{place(row)} {message}", key_of(row, upto)
    return Hit(row.spot(words), subject, said, expected, found, hint, beside, severity)


def items(text: str) -> list[str]:
    """Take a numbered list in one cell apart: "1.โรงเรียน 121 แห่ง 2.ครู 20 คน"."""
    return [one for part in text.split("\n") for one in _ITEM.split(part) if one.strip()]


def _text(row: Row, part: str, text: str) -> Text:
    is_activity = part == ACTIVITY
    return Text(
        *project_key(row),
        part,
        row.kind if part == NARRATIVE else "",
        row.activity_no if is_activity else str(row.line_no) if part == LINE else "",
        row.parent_no if is_activity else "",
        row.status if is_activity else "",
        text,
        row.source_file,
        row.source_ref,
        row.raw,
        row.table,
        row.row_name,
    )


def _cells(projects: Iterable[Row], part: str) -> Iterator[Text]:
    """Give each source cell that was joined into a project's targets or indicators."""
    for row in projects:
        for text in getattr(row, part).split("\n"):
            yield _text(row, part, text)


def _placed(cells: Iterable[Text], places: Places) -> Iterator[Text]:
    """Give each cell its own source, where the places name it."""
    nth: Counter[tuple[ProjectKey, str]] = Counter()
    for cell in cells:
        key = (project_key(cell), cell.text)  # equal cells of one project are told by their order
        ref = places.line(cell, cell.part, cell.text, nth[key])
        nth[key] += 1
        yield cell._replace(source_ref=ref.ref, raw=ref.raw)
