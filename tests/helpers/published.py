"""The published report of the sample round beside ours, as docs/published-report.md lists it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from plantrack_nb.check import check_tables
from plantrack_nb.core.records import Row, known
from plantrack_nb.core.vocabulary import COLUMN_TH
from plantrack_nb.load import Wanted, read_source
from plantrack_nb.office.register import Register
from plantrack_nb.render.formats import show
from plantrack_nb.render.parts import Unit
from plantrack_nb.report.figures.differences import Cause, Compared, compare
from plantrack_nb.report.figures.facts import round_facts

DOCUMENT = "docs/published-report.md"
START, END = "<!-- differences: made by the test -->", "<!-- end of differences -->"
_HEAD = "| group | figure | printed | ours | cause | reason |\n|---|---|---|---|---|---|"


def compare_sample(workbook: Path, register: Register) -> Compared:
    """Recompute the sample round and set it beside what its document printed."""
    loaded = read_source(workbook, register, Wanted("7301", 2565, 2)).round
    return compare(round_facts(loaded, "สพป."), check_tables(loaded.tables))


def listed(compared: Compared) -> str:
    """Write the differences as the document's table."""
    rows = [_row(one) for one in compared.differences]
    counts = Counter(one.cause for one in compared.differences)
    causes = [f"{counts[cause]} {cause.value}" for cause in Cause]
    printed, wrong = compared.printed, len(compared.differences)
    counted = (
        f"{printed} figures printed, {printed - wrong} equal, {wrong} not: {', '.join(causes)}."
    )
    return "\n".join([counted, "", _HEAD, *rows])


def _row(one: Row) -> str:
    number = f" {one.strategy_no}" if one.strategy_no else ""
    unit = Unit.PERCENT if one.column == "disbursed_pct" else Unit.COUNT
    about = f"{one.label} | {COLUMN_TH[one.column]}{number}"
    figures = f"{show(known(one.value), unit)} | {show(known(one.exact), unit)}"
    return f"| {about} | {figures} | {one.cause} | {one.reason} |"
