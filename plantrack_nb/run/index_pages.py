"""Index pages over all rounds, made from what the runs left; the folder can be copied as it is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from plantrack_nb.core.files import sweep, write_bytes
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.locks import held
from plantrack_nb.measures.totals import FILE, read_totals
from plantrack_nb.office.project import round_folder
from plantrack_nb.office.targets import Targets
from plantrack_nb.render.page import to_html
from plantrack_nb.report.pages.country import (
    TITLE,
    Line,
    Quarter,
    Standing,
    many_page,
    quarter_page,
    year_page,
)
from plantrack_nb.run.ledger import Record, made_file, read_all

INDEX = "index.html"
_HOME, _YEAR = "ทุกปีงบประมาณ", "ปีงบประมาณ พ.ศ. {}"


def write_site(out: Path, targets: Targets) -> list[Path]:
    """Write ``index.html`` for each quarter, each year, and all years; return what there is.

    Raises
    ------
    OutputError
        A page cannot be written, or another run holds the folder.
    """
    with held(out):
        made = pages(out, targets)
        for path in made:
            sweep(out.joinpath(path).parent, deep=False)
        for path, data in made.items():
            write_bytes(out / path, data)
    return [out / path for path in made]


def pages(out: Path, targets: Targets, records: Iterable[Record] | None = None) -> dict[str, bytes]:
    """Make every index page of an output folder, by its path inside it; write nothing.

    ``records`` are those that the pages tell of; all there are by default.
    """
    quarters = _quarters(out, targets, read_all(out) if records is None else records)
    home = many_page(TITLE, quarters, [f"{one.fiscal_year}/{_page_of(one)}" for one in quarters])
    made = {INDEX: to_html(home).encode()}
    for year, members in groupby(quarters, key=lambda one: one.fiscal_year):
        of_year = list(members)
        name = _YEAR.format(year)
        page = year_page(f"{TITLE} {name}", of_year, [_page_of(one) for one in of_year])
        made[f"{year}/{INDEX}"] = to_html(page, [(_HOME, f"../{INDEX}")]).encode()
        trail = [(_HOME, f"../../{INDEX}"), (name, f"../{INDEX}")]
        for before, one in zip([None, *of_year], of_year, strict=False):
            made[f"{year}/{_page_of(one)}"] = to_html(quarter_page(one, before), trail).encode()
    return made


def _page_of(quarter: Quarter) -> str:
    return f"q{quarter.quarter}/{INDEX}"


def _quarters(out: Path, targets: Targets, records: Iterable[Record]) -> list[Quarter]:
    return [
        Quarter(*key, tuple(_lines(out, members)), targets.find(*key))
        for key, members in groupby(sorted(records, key=_round), key=_round)
    ]


def _round(record: Record) -> tuple[int, int]:
    return record.fiscal_year, record.quarter


def _lines(out: Path, records: Iterable[Record]) -> Iterable[Line]:
    for record in records:
        folder = round_folder(out, record.key)
        failed = [name for name, state in record.notebooks.items() if state == "failed"]
        yield Line(
            record.district,
            record.office or record.district,
            Standing(record.state.value),
            read_totals(made_file(folder, FILE)) if FILE in record.outputs else None,
            record.findings.get(Severity.ERROR, 0),
            record.findings.get(Severity.WARNING, 0),
            {name: f"{record.district}/{path}" for name, path in record.reports.items()},
            failed[0] if failed else "",
        )
