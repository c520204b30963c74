"""The running text of a round as one frame, so that a rule parses only what it selected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from plantrack_nb.calendar import QUARTERS
from plantrack_nb.check.facts import PROJECT, Facts, ref_of, round_of
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.params import FIRST_YEAR, LAST_YEAR
from plantrack_nb.provenance import SourceRef
from plantrack_nb.thai.dates import DateSpan, find_dates
from plantrack_nb.thai.figures import Figure, find_figures
from plantrack_nb.thai.numbers import PLAIN_NUMBER
from plantrack_nb.thai.text import arabic_digits, squeeze

if TYPE_CHECKING:
    import pandas as pd

ACTIVITY, TARGET, INDICATOR, NARRATIVE = "activity", "targets", "indicators", "narrative"
PART_TH = {
    ACTIVITY: "การดำเนินการ",
    TARGET: "เป้าหมาย",
    INDICATOR: "ตัวชี้วัด",
    NARRATIVE: "ข้อความประกอบ",
}
SOURCE = ["source_file", "source_ref", "raw"]
_COLUMNS = [*PROJECT, "part", "kind", "activity_no", "status", "text", *SOURCE]
_TEXT_COLUMN = r"^(L\d+)\.\d+$"
_CELL_COLUMN = r"^(.+!)[A-Z]{1,3}(\d+)$"
_BREAKS = r"\s*(?:<[^>]*>|\n)\s*"
_NUMBER = re.compile(PLAIN_NUMBER)
_DIGITS = re.compile(r"[\d๐-๙.,]+")
_KEY_LENGTH = 40
_ITEM = re.compile(r"(?:(?<=\s)|(?<=^))(?=\d{1,2}\.(?!\d))")
_BRACKETS = re.compile(r"\([^()]*(?:\)|$)")
_REMEMBERED = 4096


@lru_cache(maxsize=_REMEMBERED)
def figures_of(text: str) -> tuple[Figure, ...]:
    """Find the figures of a text (remembered, since several rules read the same text)."""
    return tuple(find_figures(text))


@lru_cache(maxsize=_REMEMBERED)
def dates_of(text: str) -> tuple[DateSpan, ...]:
    """Find the dates of a text (remembered)."""
    return tuple(find_dates(text))


def all_texts(facts: Facts) -> pd.DataFrame:
    """Gather the running text of all rounds; use :attr:`Facts.texts`, which remembers it.

    Returns
    -------
    DataFrame
        One row per activity, target cell, indicator cell or paragraph: ``PROJECT``, ``part``,
        ``kind`` (of a paragraph), ``activity_no``, ``status``, ``text`` and the source.
    """
    import pandas as pd

    made = pd.concat([_part(facts, part) for part in PART_TH], ignore_index=True)
    return made[made["text"] != ""]


def texts(facts: Facts, pattern: str, parts: Sequence[str] = tuple(PART_TH)) -> pd.DataFrame:
    """Take the texts in which a regular expression is found, from some parts of the document."""
    made = facts.texts
    if len(parts) < len(PART_TH):
        made = made[made["part"].isin(parts)]
    return made[made["text"].str.contains(pattern, regex=True)].reset_index(drop=True)


def source_rows(refs: pd.Series[str]) -> pd.Series[str]:
    """Name the row of each source: ``L254.3`` stands in ``L254``, ``sheet!C12`` in ``sheet!12``."""
    lines = refs.str.replace(_TEXT_COLUMN, r"\1", regex=True)
    return lines.str.replace(_CELL_COLUMN, r"\1\2", regex=True)


def decimals(text: str, figure: Figure) -> int:
    """Count the decimals with which a figure is printed."""
    found = _NUMBER.match(arabic_digits(text), figure.start)
    return len(found[0].partition(".")[2]) if found else 0


def dated_rounds(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of rounds that the calendar knows; others hold slips of the pen."""
    known = frame["fiscal_year"].between(FIRST_YEAR, LAST_YEAR) & frame["quarter"].isin(QUARTERS)
    return frame[known]


def place(row: object) -> str:
    """Say where a text stands, for a sentence: "โครงการ 2.6 กิจกรรม 8-2"."""
    project_no, part = _told(row, "project_no"), _told(row, "part")
    where = f"โครงการ {project_no}" if project_no else "เอกสารส่วนหน้าหรือส่วนสรุป"
    if part != ACTIVITY:
        return f"{where} {PART_TH[part]}" if project_no else where
    return f"{where} กิจกรรม {_told(row, 'activity_no') or '(ไม่มีเลขที่)'}"


def key_of(row: object, words: str = "") -> str:
    """Name a text by what does not change when a figure in it is mended or rows move."""
    project_no, activity_no = _told(row, "project_no"), _told(row, "activity_no")
    about = _DIGITS.sub("", squeeze(words or _told(row, "text")))[-_KEY_LENGTH:]
    return "/".join([project_no or "-", _told(row, "part"), activity_no or "-", about])


def finding(
    code: str,
    severity: Severity,
    row: object,
    words: str,
    message: str,
    *,
    expected: str,
    found: str,
    hint: str,
    more: Iterable[SourceRef] = (),
) -> Finding:
    """Build a finding about the words of a text; ``more`` are other cells that take part."""
    return Finding(
        code,
        key_of(row, words),
        severity,
        message,
        project_no=_told(row, "project_no"),
        expected=expected,
        found=found,
        hint=hint,
        refs=tuple(dict.fromkeys([ref_of(row), *more])),
        district=round_of(row),
    )


def items(text: str) -> list[str]:
    """Take a numbered list in one cell apart: "1.โรงเรียน 121 แห่ง 2.ครู 20 คน"."""
    return [one for part in text.split("\n") for one in _ITEM.split(part) if one.strip()]


def outside_brackets(text: str, figures: Iterable[Figure]) -> list[Figure]:
    """Keep the figures that do not stand within round brackets."""
    inside = [found.span() for found in _BRACKETS.finditer(text)]
    return [one for one in figures if not any(a < one.start < b for a, b in inside)]


def _told(row: object, column: str) -> str:
    return str(getattr(row, column))


def _part(facts: Facts, part: str) -> pd.DataFrame:
    if part == ACTIVITY:
        made = facts.activities.assign(part=part, kind="")
    elif part == NARRATIVE:
        made = facts.narrative.assign(part=part, activity_no="", status="")
    else:
        made = _cells(facts.tables["projects"], part)
        made = _own_sources(made, facts.claims) if part == TARGET else made
    return made.reindex(columns=_COLUMNS)


def _cells(projects: pd.DataFrame, part: str) -> pd.DataFrame:
    """One row per source cell that was joined into a project's targets or indicators."""
    made = projects.assign(part=part, kind="", activity_no="", status="")
    made["text"] = made[part].str.split("\n")
    return made.explode("text", ignore_index=True).astype({"text": "str"})


def _own_sources(cells: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Give a target cell its own source, where a figure in it was read as a claim."""
    known = claims[claims["subject"].str.contains("column=targets", regex=False)].copy()
    known["project_no"] = known["subject"].str.extract(r"project_no=([^;]*)", expand=False)
    known = known.drop_duplicates([*PROJECT, "source_ref"])
    known["text"] = known["raw"].str.replace(_BREAKS, "\n", regex=True).str.strip().str.split("\n")
    known = known.explode("text").astype({"text": "str"})
    keys = [*PROJECT, "text"]  # equal cells of one project are told apart by their order
    known["nth"] = known.groupby(keys).cumcount()
    cells["nth"] = cells.groupby(keys).cumcount()
    own = known[[*keys, "nth", *SOURCE]]
    found = cells.merge(own, on=[*keys, "nth"], how="left", suffixes=("", "_own"))
    for column in SOURCE:
        cells[column] = found[f"{column}_own"].fillna(cells[column]).to_numpy()
    return cells
