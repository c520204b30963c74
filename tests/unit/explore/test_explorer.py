"""The explorer's widgets in Python alone: selections as the browser would send them."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.explore.choice import Choice
from plantrack_nb.explore.explorer import Explorer
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


def click(explorer: Explorer, at: int, value: str) -> None:
    """Send a selection as a chart in the browser does."""
    plot = explorer.board.widget.children[at]
    plot.picked = {"turn": plot.picked.get("turn", 0) + 1, "key": value}


def test_a_click_on_a_project_shows_its_rows(explorer: Explorer) -> None:
    """Its lines, activities, findings and the marked source; the other charts follow."""
    before = explorer.board.widget.children[3].drawn
    assert "199,680" not in explorer.rows.value
    click(explorer, 0, "6.7")
    assert explorer.board.choice == Choice(project_no="6.7")
    assert explorer.one_project.value == "6.7"
    assert "«56.61»" in explorer.rows.value
    assert explorer.board.widget.children[3].drawn != before
    assert {one.project_no for one in explorer.shown.findings} == {"6.7"}


def test_clicks_in_several_charts_add_up(explorer: Explorer) -> None:
    """A strategy and a rule narrow together; the button shows everything again."""
    click(explorer, 2, "6")
    click(explorer, 3, "amount-percent")
    assert explorer.board.choice == Choice(strategy_no="6", rule="amount-percent")
    assert explorer.shown.projects["project_no"].tolist() == ["6.7"]
    explorer.clear.click()
    assert explorer.board.choice == Choice()


def test_only_plotted_columns_leave_the_kernel(explorer: Explorer) -> None:
    """No chart carries raw text or officers."""
    for chart in explorer.board.widget.children:
        text = json.dumps(chart.drawn, ensure_ascii=False)
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


def test_a_waivers_last_day_is_told_in_the_buddhist_era(explorer: Explorer) -> None:
    """The field follows the browser; beside it stands the day as it is written here."""
    explorer.triage_panel.until.value = date(2022, 9, 30)
    said = explorer.triage_panel.until_said.value.replace("<wbr>", "")
    assert "ถึง 30 กันยายน 2565" in said


def test_a_second_round_stands_on_the_same_axis(explorer: Explorer) -> None:
    """Each figure of both on one line, their differences named; and it goes again."""
    explorer.second.value = KEY
    assert explorer._compared.layout.display == ""
    assert len(explorer.beside.drawn["legend"]) == 2
    said = explorer.named.value.replace("<wbr>", "")
    assert "สิ่งที่เปลี่ยนเมื่อเทียบกับรอบ 6 เดือน" in said
    explorer.second.value = None
    assert explorer._compared.layout.display == "none"


def test_what_is_on_the_screen_is_exported(explorer: Explorer, home: Path) -> None:
    """Table, words and order of the free view decide what is written."""
    assert explorer.table.rows.value == ""
    explorer.table.open.value = True
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


def test_a_chart_shows_what_is_chosen_in_it(explorer: Explorer) -> None:
    """After it was drawn anew too; and the same click counts again when it is no longer."""
    click(explorer, 0, "6.7")
    chart = explorer.board.widget.children[0]
    assert chart.chosen == "6.7"
    explorer.clear.click()
    assert chart.chosen == ""
    click(explorer, 0, "6.7")
    assert explorer.board.choice == Choice(project_no="6.7")
