"""The explorer's widgets in Python alone: selections as the browser would send them."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.explore import Explorer
from plantrack_nb.explore.choice import Choice
from plantrack_nb.office.project import Project

KEY = RoundKey("7301", 2565, 2)
TODAY = date(2022, 4, 22)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Copy parameters and the sample round."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("params", "data"):
        shutil.copytree(root / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def made(home: Path) -> Explorer:
    """Make the explorer once."""
    return Explorer(Project(home), KEY, TODAY)


@pytest.fixture
def explorer(made: Explorer) -> Explorer:
    """Give the explorer with nothing chosen."""
    made.choose(Choice())
    return made


def click(explorer: Explorer, at: int, field: str, value: str) -> None:
    """Send a selection as a chart in the browser does."""
    chart = explorer.board.widget.children[at]
    store = [{"fields": [{"type": "E", "field": field}], "values": [value]}]
    signal = {field: [value], "vlPoint": {"or": [{field: value}]}}
    chart._vl_selections = {"pick": {"value": signal, "store": store}}


def test_a_click_on_a_project_shows_its_rows(explorer: Explorer) -> None:
    """Its lines, activities, findings and the marked source; the other charts follow."""
    before = explorer.board.widget.children[3].drawn
    assert "199,680" not in explorer.rows.value
    click(explorer, 0, "project_no", "6.7")
    assert explorer.board.choice == Choice(project_no="6.7")
    assert explorer.one_project.value == "6.7"
    assert "«56.61»" in explorer.rows.value
    assert explorer.board.widget.children[3].drawn != before
    assert {one.project_no for one in explorer.shown.findings} == {"6.7"}


def test_clicks_in_several_charts_add_up(explorer: Explorer) -> None:
    """A strategy and a rule narrow together; the button shows everything again."""
    click(explorer, 2, "strategy_no", "6")
    click(explorer, 3, "rule", "amount-percent")
    assert explorer.board.choice == Choice(strategy_no="6", rule="amount-percent")
    assert explorer.shown.projects["project_no"].tolist() == ["6.7"]
    explorer.clear.click()
    assert explorer.board.choice == Choice()


def test_only_plotted_columns_leave_the_kernel(explorer: Explorer) -> None:
    """No chart carries raw text or officers."""
    for chart in explorer.board.widget.children:
        text = json.dumps([chart.spec, chart.drawn], ensure_ascii=False)
        assert "persons" not in text
        assert "source_ref" not in text


def test_the_panel_keeps_and_takes_back(explorer: Explorer, home: Path) -> None:
    """A step without a reason is refused in words; with one it is kept, then taken back."""
    explorer.choose(Choice(project_no="6.7"))
    panel = explorer.triage_panel
    panel.waive.click()
    assert "โปรดกรอกเหตุผล" in panel.said.value
    panel.text.value, panel.who.value = "ตรวจแล้ว", "นางสาวสมมติ ตัวอย่าง"
    panel.waive.click()
    assert "ยกเว้นแล้ว: ตรวจแล้ว" in explorer.rows.value.replace("<wbr>", "")
    assert "ตรวจแล้ว" in (home / "params" / "waivers.yaml").read_text(encoding="utf-8")
    panel.undo.click()
    assert "ยกเว้นแล้ว: ตรวจแล้ว" not in explorer.rows.value.replace("<wbr>", "")


def test_a_second_round_stands_beside(explorer: Explorer) -> None:
    """Its charts appear under the first ones, and go again."""
    explorer.second.value = KEY
    first, second = explorer._boards.children
    assert len(explorer.beside.widget.children) == 4
    assert explorer.beside.widget in second.children
    assert "ไตรมาส 2/2565" in explorer.heads[1].value
    explorer.second.value = None
    assert explorer._boards.children == (first,)


def test_what_is_on_the_screen_is_exported(explorer: Explorer, home: Path) -> None:
    """Table, words and order of the free view decide what is written."""
    explorer.table.table.value = "budget_lines"
    explorer.table.find.value = "199,680"
    explorer.table.save.click()
    written = home / "outputs-work" / "2565" / "q2" / "7301" / "exports" / "budget_lines.csv"
    assert len(written.read_text(encoding="utf-8-sig").splitlines()) == 2
    assert "รายการงบประมาณ 1 แถว" in explorer.table.rows.value.replace("<wbr>", "")


def test_the_button_writes_the_groups_workbooks(explorer: Explorer, home: Path) -> None:
    """The same workbooks as the command's."""
    explorer.send.click()
    folder = home / "outputs-work" / "2565" / "q2" / "7301" / "corrections"
    assert len([*folder.glob("*.xlsx")]) == 8


def test_a_round_that_is_not_here_is_told(home: Path) -> None:
    """The message says what to run."""
    with pytest.raises(SourceError, match="is not here"):
        Explorer(Project(home), RoundKey("7302", 2565, 2), TODAY)


def test_a_round_that_cannot_be_opened_is_told_in_the_page(home: Path, tmp_path: Path) -> None:
    """The choice goes back to the round that is shown, and the message says why."""
    shutil.copytree(home, tmp_path / "other")
    (tmp_path / "other" / "data" / "1001-2565-q2.xlsx").write_bytes(b"PK\x03\x04 broken")
    explorer = Explorer(Project(tmp_path / "other"), KEY, TODAY)
    explorer.round.value = RoundKey("1001", 2565, 2)
    assert explorer.round.value == explorer.opened.key == KEY
    assert "callout bad" in explorer.said.value
    explorer.second.value = RoundKey("1001", 2565, 2)
    assert explorer.second.value is None
    assert "callout bad" in explorer.said.value


def test_a_chart_redrawn_has_nothing_chosen(explorer: Explorer) -> None:
    """Even when its data stay the same it is told to draw, and the same click counts again."""
    click(explorer, 0, "project_no", "6.7")
    chart = explorer.board.widget.children[0]
    before = chart.drawn["turn"]
    explorer.clear.click()
    assert chart.drawn["turn"] > before
    assert chart.selections.pick.value == []
    click(explorer, 0, "project_no", "6.7")
    assert explorer.board.choice == Choice(project_no="6.7")
