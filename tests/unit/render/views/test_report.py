"""Views of the report: every part of any round can be shown, escaped and whole."""

from __future__ import annotations

import pytest
from helpers.reporting import OFFICE, ROUNDS, facts_of

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.schema import Round
from plantrack_nb.render.document import Document, assemble
from plantrack_nb.render.page import to_html
from plantrack_nb.render.parts import Contents, Memo, Part
from plantrack_nb.render.pdf import to_pdf
from plantrack_nb.report import figures as summarise
from plantrack_nb.report import pages as views
from plantrack_nb.report.figures import sentences
from plantrack_nb.report.figures.memo import Said

TITLE, PERIOD = "รายงาน", "รอบ 6 เดือน"


def parts_of(loaded: Round) -> list[Part]:
    """Make every part of the report, as the notebook does."""
    facts, written = facts_of(loaded, 51, "M"), summarise.written(loaded)
    compared = summarise.compare(facts, [])
    made = [
        views.masthead(OFFICE, 2565, 2),
        views.round_facts(facts),
        views.decisions(summarise.decisions(facts, [])),
        views.asks_table(summarise.asks(facts, [])),
        views.memo(summarise.memo(facts, written), office=OFFICE, subject=summarise.subject(facts)),
        views.cover(OFFICE, "", TITLE, PERIOD, ""),
        views.preface(sentences.preface(facts, OFFICE), OFFICE),
        views.contents(facts, TITLE),
        views.progress_table(loaded.tables, facts, TITLE, PERIOD),
        views.obstacles(written.obstacles, loaded.narrative, facts),
        views.recommendations(written.recommendations),
        views.summary(sentences.summary(facts), written.summary),
        views.level_table(facts),
        views.strategy_table(facts),
        views.level_chart(facts),
        views.strategy_chart(facts),
        views.strategy_money_chart(facts),
        views.strategy_money_table(facts),
        views.group_money_chart(facts),
        views.group_money_table(facts),
        views.unspent_table(facts),
        views.not_started_table(facts),
        views.awaiting_table(facts),
        views.differences(compared, sentences.compared(compared)),
        views.ways_table(),
        views.carried_table(facts.carried),
        views.sources_table(loaded.tables),
    ]
    return [one for one in made if one is not None]


def document_of(name: str) -> Document:
    """Make the document of a named round."""
    return assemble(parts_of(ROUNDS[name]()))


@pytest.mark.parametrize("name", ROUNDS)
def test_every_round_makes_a_whole_page(name: str) -> None:
    """Nothing, no money, all awaiting, unmarked, hostile: the page is made, and escaped."""
    page = to_html(document_of(name))
    assert "สรุปผลการดำเนินงาน" in page
    assert "<script" not in page
    assert ">nan<" not in page


@pytest.mark.parametrize("name", [name for name in ROUNDS if name != "hostile"])
def test_every_round_makes_a_pdf(name: str) -> None:
    """The same parts pass the checks of PDF/A and PDF/UA."""
    assert to_pdf(document_of(name)).startswith(b"%PDF")


def test_contents_count_projects_by_strategy() -> None:
    """Each strategy with projects has its line, its number of projects and its place."""
    parts = document_of("ordinary").parts
    contents = next(one for one in parts if isinstance(one, Contents))
    notes = {one.target: one.note for one in contents.entries if one.note}
    assert notes == {
        "progress": "รวม 4 โครงการ/กิจกรรม",
        "strategy-1": "2 โครงการ/กิจกรรม",
        "strategy-2": "2 โครงการ/กิจกรรม",
    }


def test_the_memo_leaves_dotted_lines_for_what_is_not_given() -> None:
    """Number, date and names are blank by default and shown as given."""
    empty = views.memo([], office=OFFICE, subject="เรื่อง")
    assert (empty.number, empty.date, [one.name for one in empty.signatures]) == ("", "", ["", ""])
    assert empty.signatures[1].position == f"ผู้อำนวยการ{OFFICE}"
    given = views.memo([], office=OFFICE, subject="เรื่อง", number="ศธ 1/2", signer="สมมติ ตัวอย่าง")
    assert (given.number, given.signatures[0].name) == ("ศธ 1/2", "สมมติ ตัวอย่าง")


def test_the_memo_numbers_its_items_as_offices_do() -> None:
    """A main item has a full stop, an item below it has none."""
    said = [Said("ก", "1"), Said("ข", "1.1"), Said("", lead="ค")]
    body = views.memo(said, office=OFFICE, subject="").body
    assert isinstance(views.memo(said, office=OFFICE, subject=""), Memo)
    assert [(one.number, one.level) for one in body] == [("1.", 1), ("1.1", 2), ("", 1)]


@pytest.mark.parametrize("text", ["22 เมษายน 2565", "๒๒ เม.ย. ๒๕๖๕", "2022-04-22"])
def test_the_date_of_the_memo_may_be_thai(text: str) -> None:
    """People write dates their own way."""
    assert views.iso_date(text) == "2022-04-22"


def test_no_date_stays_empty_and_a_wrong_one_is_refused() -> None:
    """A date that is none is told with what to write instead."""
    assert views.iso_date("") == ""
    with pytest.raises(ParameterError, match="memo_date"):
        views.iso_date("เมษายน")
    with pytest.raises(ParameterError, match="22 เมษายน 2565"):
        views.iso_date("31 เมษายน 2565")
