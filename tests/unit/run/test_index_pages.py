"""Index pages over the rounds that runs left."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from helpers.ledgers import made_round

from plantrack_nb.core.errors import OutputError
from plantrack_nb.measures.totals import Totals
from plantrack_nb.office.targets import NO_TARGETS, Target, Targets
from plantrack_nb.run.index_pages import pages, write_site
from plantrack_nb.run.job import State

_TARGETS = Targets((Target(2565, "overall", 2, 51.0, "S", ""),))


def _quarter(out: Path, targets: Targets = NO_TARGETS) -> str:
    return pages(out, targets)["2565/q2/index.html"].decode().replace("<wbr>", "")


def _links(page: str) -> list[str]:
    return [one for one in re.findall(r'href="([^"]+)"', page) if not one.startswith("#")]


def test_every_level_has_its_page(tmp_path: Path) -> None:
    """All, each year and each quarter, linked downwards and back up."""
    made_round(tmp_path, "0101")
    made_round(tmp_path, "0101", quarter=1)
    made_round(tmp_path, "0101", year=2566)
    made = pages(tmp_path, NO_TARGETS)
    assert sorted(made) == [
        "2565/index.html",
        "2565/q1/index.html",
        "2565/q2/index.html",
        "2566/index.html",
        "2566/q2/index.html",
        "index.html",
    ]
    down = ["2565/q1/index.html", "2565/q2/index.html", "2566/q2/index.html"]
    assert _links(made["index.html"].decode()) == down
    up = ["../../index.html", "../index.html"]
    assert _links(made["2565/q2/index.html"].decode()) == [*up, "0101/report.html"]


@pytest.mark.parametrize(("grade", "shown"), [("S", "51"), ("M", "51 (ยังไม่ยืนยัน)")])
def test_a_target_nobody_confirmed_says_so(tmp_path: Path, grade: str, shown: str) -> None:
    """Also in the table of quarters."""
    made_round(tmp_path, "0101")
    targets = Targets((Target(2565, "overall", 2, 51.0, grade, ""),))
    page = pages(tmp_path, targets)["index.html"].decode().replace("<wbr>", "")
    assert f">{shown}<" in page


def test_every_link_leads_to_a_file_also_in_a_copy(tmp_path: Path) -> None:
    """The folder may be copied anywhere: no link leaves it or starts at a root."""
    out = tmp_path / "outputs"
    made_round(out, "0101", reports=("report.html", "report.pdf"))
    made_round(out, "0102", State.FAILED, failed_at="01_load")
    written = write_site(out, NO_TARGETS)
    copy = shutil.copytree(out, tmp_path / "elsewhere" / "stick")
    shutil.rmtree(out)
    for page in written:
        here = copy / page.relative_to(out)
        links = _links(here.read_text(encoding="utf-8"))
        assert links
        assert all((here.parent / one).is_file() for one in links)


def test_the_worst_district_comes_first(tmp_path: Path) -> None:
    """Failed before missing before errors before nothing found."""
    made_round(tmp_path, "0101")
    made_round(tmp_path, "0102", State.NO_INPUT)
    made_round(tmp_path, "0103", State.FAILED, failed_at="02_check")
    page = _quarter(tmp_path)
    places = [page.index(f"({code})") for code in ("0103", "0102", "0101")]
    assert places == sorted(places)
    assert "ขั้นตรวจตัวเลข" in page.replace("<wbr>", "")


def test_more_errors_and_then_less_money_weigh_more(tmp_path: Path) -> None:
    """Among districts with findings."""
    made_round(tmp_path, "0101", State.FINDINGS, errors=1, totals=Totals(1, 0, 0, 100.0, 90.0))
    made_round(tmp_path, "0102", State.FINDINGS, errors=1, totals=Totals(1, 0, 0, 100.0, 10.0))
    made_round(tmp_path, "0103", State.FINDINGS, errors=2)
    page = _quarter(tmp_path)
    places = [page.index(f"({code})") for code in ("0103", "0102", "0101")]
    assert places == sorted(places)


def test_the_countrys_sums_stand_against_the_target(tmp_path: Path) -> None:
    """Money of all districts that have figures, its percent, and the national target."""
    made_round(tmp_path, "0101", totals=Totals(3, 1, 1, 1_000_000.0, 250_000.5))
    made_round(tmp_path, "0102", totals=Totals(4, 1, 1, 1_000_000.0, 250_000.25))
    made_round(tmp_path, "0103", State.NO_INPUT)
    page = _quarter(tmp_path, _TARGETS)
    assert "2,000,000" in page
    assert "500,000.75" in page
    assert "เป้าหมาย 51%" in page
    assert "จาก 2 เขต" in page


def test_a_report_of_an_earlier_run_is_not_linked(tmp_path: Path) -> None:
    """When a district fails, its old report would tell of another state of things."""
    made_round(tmp_path, "0101")
    folder = made_round(tmp_path, "0101", State.FAILED, failed_at="01_load")
    assert (folder / "report.html").is_file()
    assert "report.html" not in _quarter(tmp_path)


def test_names_never_become_markup(tmp_path: Path) -> None:
    """A district's name is text."""
    made_round(tmp_path, "0101")
    assert "เขต &lt;0101&gt;" in _quarter(tmp_path)


def test_nothing_runs_and_nothing_is_loaded(tmp_path: Path) -> None:
    """The same page as a report: no script, and a policy that forbids all but its own styles."""
    made_round(tmp_path, "0101")
    page = _quarter(tmp_path)
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_an_empty_folder_has_a_page(tmp_path: Path) -> None:
    """Before the first run there is nothing to list, and the page says so."""
    assert "ยังไม่มีรายงาน" in pages(tmp_path, NO_TARGETS)["index.html"].decode()


def test_half_written_pages_of_a_killed_run_are_swept(tmp_path: Path) -> None:
    """Those of a district's folder, where another run may be writing, are left alone."""
    folder = made_round(tmp_path, "0101")
    name = ".index.html.0123456789ab.part"
    for place in (tmp_path, folder.parent, folder):
        (place / name).touch()
    write_site(tmp_path, NO_TARGETS)
    assert [one.parent for one in tmp_path.rglob("*.part")] == [folder]


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A folder in the page's place is an error with a reason, not a stack trace."""
    made_round(tmp_path, "0101")
    (tmp_path / "index.html").mkdir()
    with pytest.raises(OutputError, match=r"index\.html"):
        write_site(tmp_path, NO_TARGETS)
