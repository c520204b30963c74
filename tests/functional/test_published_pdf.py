"""Published PDFs are read as what they were printed from, or refused.

Offices' own makers print here where they are installed: LibreOffice, Chromium and Typst; the fonts
are Sarabun, which comes with the project, and those that the machine has.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.pdf_reading.makers import MAKERS, Block, Job, fonts_here, makers_here
from benchmarks.pdf_reading.scores import Score, score
from benchmarks.pdf_reading.tables import blocks, random_table
from plantrack_nb.containers import open_grid
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.schema import Round
from plantrack_nb.load import Wanted, read_source
from plantrack_nb.load.document.named_above import named_in_columns
from plantrack_nb.load.gate import clean
from plantrack_nb.load.layout.columns.heading_words import BUILT_IN
from plantrack_nb.load.round_book import read_workbook
from plantrack_nb.office.register import Register
from plantrack_nb.render.document import Document, assemble
from plantrack_nb.render.page import to_html
from plantrack_nb.render.parts import Masthead
from plantrack_nb.render.pdf import to_pdf
from plantrack_nb.report.figures import round_facts
from plantrack_nb.report.pages.progress import progress_table
from plantrack_nb.thai.text import squeeze

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT.parent / "shared" / "cases" / "pdf"
WANTED = Wanted("7301", 2565, 2)
OF_CASES = Wanted("7301", 2569, 2)
STATUSES = {
    "ดำเนินการแล้วเสร็จ": "done",
    "อยู่ระหว่างดำเนินการ": "in_progress",
    "ยังไม่ได้ดำเนินการ": "not_started",
}


@cache
def cases() -> Mapping[str, Any]:
    """Return what the cases hold, nothing where they are not."""
    path = CASES / "expected.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}


@pytest.mark.parametrize(
    "name", [name for name, case in cases().items() if not case["must_refuse"]]
)
def test_good_case(name: str, register: Register) -> None:
    """Every cell of a good file, its sums and its statuses are right."""
    case = cases()[name]
    grid = open_grid(CASES / name)
    rows = [row for row in grid if row.in_table and row.cells[0].note == ""][-case["projects"] :]
    wrong = [
        (cell.ref, cell.text, text)
        for row, wanted in zip(rows, case["rows"], strict=True)
        for cell, text in zip(row.cells, wanted, strict=True)
        if cell.note != "merged" and squeeze(cell.text) != squeeze(text)
    ]
    assert wrong == []
    read = read_source(CASES / name, register, OF_CASES).round
    lines = read.budget_lines
    assert (lines["budget"].sum(), lines["disbursed"].sum()) == (case["budget"], case["disbursed"])
    wanted_marks = [STATUSES[one] for one in case["statuses"] if one in STATUSES]
    assert [one for one in read.activities["status"] if one] == wanted_marks


@pytest.mark.parametrize("name", [name for name, case in cases().items() if case["must_refuse"]])
def test_damaged_case(name: str) -> None:
    """A damaged file is refused with what was seen and what to do."""
    with pytest.raises(SourceError) as caught:
        open_grid(CASES / name)
    assert caught.value.why
    assert caught.value.hint


@pytest.mark.slow
@pytest.mark.parametrize("maker", makers_here())
def test_random_tables(maker: str, tmp_path: Path) -> None:
    """Random tables come back cell by cell from each maker in each font; amounts all of them."""
    fonts = fonts_here()
    jobs = {
        seed: Job(blocks(random_table(seed)), font, tmp_path / f"{seed}.pdf")
        for seed, font in enumerate(fonts, start=100)
    }
    MAKERS[maker](list(jobs.values()))
    total = sum((score(random_table(seed), job.path) for seed, job in jobs.items()), Score())
    assert total.refused == 0
    assert total.amounts_right == total.amounts, total.wrong
    assert total.cells_right >= 0.995 * total.cells, total.wrong


@pytest.fixture(scope="module")
def published(real_report: Path) -> list[Block]:
    """Return the published report as blocks to print: its paragraphs and its tables."""
    made: list[Any] = []
    for row in open_grid(real_report):
        if not row.in_table:
            made.append(row.cells[0].text)
            continue
        if not made or isinstance(made[-1], str):
            made.append([])
        made[-1].append(row.texts)
    return [one if isinstance(one, str) else _even(one) for one in made]


@pytest.fixture(scope="module")
def wanted(real_report: Path, register: Register) -> Round:
    """Return the published report as it reads from its text."""
    return read_source(real_report, register, WANTED).round


def _even(table: Sequence[list[str]]) -> list[list[str]]:
    width = max(map(len, table))
    return [[*row, *[""] * (width - len(row))] for row in table]


PRINTED = [
    ("calc", "Sarabun"),
    ("calc", "Norasi"),
    ("calc", "Laksaman"),
    ("writer", "Sarabun"),
    ("writer", "Norasi"),
    ("writer", "Laksaman"),
    ("chromium", "Sarabun"),
    ("typst", "Sarabun"),
]
"""Laksaman is the free twin of TH Sarabun, with the same private numbers."""


@pytest.mark.slow
@pytest.mark.parametrize("printed", PRINTED)
def test_published_report(
    printed: tuple[str, str],
    published: list[Block],
    wanted: Round,
    register: Register,
    tmp_path: Path,
) -> None:
    """The published report reads from its PDF as from its text: every amount, name and status."""
    maker, font = printed
    if maker not in makers_here() or font not in fonts_here():
        pytest.skip(f"{maker} or {font} is not on this machine")
    path = tmp_path / "report.pdf"
    MAKERS[maker]([Job(published, font, path)])
    read = read_source(path, register, WANTED).round
    assert _amounts(read) == _amounts(wanted)
    names, wanted_names = _names(read), _names(wanted)
    same = sum(names.get(number) == name for number, name in wanted_names.items())
    assert same >= 0.995 * len(wanted_names)
    assert _marks(read) == _marks(wanted)


def _amounts(read: Round) -> Counter[tuple[object, ...]]:
    lines = read.budget_lines.fillna(-1)
    columns = ("project_no", "budget", "committed", "disbursed", "reported_pct")
    return Counter(zip(*(lines[column] for column in columns), strict=True))


def _names(read: Round) -> dict[str, str]:
    projects = read.projects
    return dict(zip(projects["project_no"], map(squeeze, projects["name"]), strict=True))


def _marks(read: Round) -> Counter[tuple[str, str]]:
    own = read.activities[read.activities["status"] != ""]
    return Counter(zip(own["project_no"], own["status"], strict=True))


@pytest.fixture(scope="module")
def ours(sample_workbook: Path) -> Document:
    """Return the nine-column table of the sample round, as our report sets it."""
    loaded = read_workbook(sample_workbook).round
    facts = round_facts(loaded, "สพป.นครปฐม เขต 1", None)
    table = progress_table(loaded.tables, facts, "รายงานผลการติดตาม", "รอบ 6 เดือน")
    return assemble([Masthead("รายงาน"), table])


def test_our_own_report(ours: Document, tmp_path: Path) -> None:
    """The PDF of our own report gives its table back, row for row as its page does.

    On paper a project's number and name stand above its rows; on the page they have columns.
    """
    paper, page = tmp_path / "report.pdf", tmp_path / "report.html"
    paper.write_bytes(to_pdf(ours))
    page.write_text(to_html(ours), "utf-8")
    rows, wanted_rows = (
        [
            [squeeze(text) for text in row.texts]
            for row in named_in_columns(clean(open_grid(path)), BUILT_IN)
            if row.in_table
        ]
        for path in (paper, page)
    )
    assert len(rows) > 200
    below, wanted_below = (
        [row[-7:] for row in some if any(row[1:]) and row[-7] != "เป้าหมาย"]
        for some in (rows, wanted_rows)
    )
    assert below == wanted_below


def test_our_own_report_is_a_round(ours: Document, register: Register, tmp_path: Path) -> None:
    """Loaded, it holds every amount, name and mark that the report was made of."""
    path = tmp_path / "report.pdf"
    path.write_bytes(to_pdf(ours))
    page = tmp_path / "report.html"
    page.write_text(to_html(ours), "utf-8")
    read, same = (read_source(one, register, WANTED).round for one in (path, page))
    assert _names(read) == _names(same)
    assert _amounts(read) == _amounts(same)
    assert _marks(read) == _marks(same)
