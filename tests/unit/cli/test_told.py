"""What check and collect say at their end: nothing that was found or sent is left unsaid."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.collecting import KEY, MONEY, PLAN, REMARK, filled, shared_round

from plantrack_nb.cli.commands.check import _print
from plantrack_nb.cli.commands.collect import _tell
from plantrack_nb.cli.failures import guarded
from plantrack_nb.cli.terminal.console import safe_console
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.forms import ask, take
from plantrack_nb.forms.current_round import checked
from plantrack_nb.load import write_next
from plantrack_nb.measures.places import NO_PLACES

if TYPE_CHECKING:
    import pytest

DUE = date(2022, 7, 15)


def _printed(*findings: Finding) -> str:
    stream = io.StringIO()
    _print(safe_console(file=stream, width=200), findings)
    return stream.getvalue()


def test_findings_that_follow_from_others_are_counted_as_such() -> None:
    """The sum is larger than the list; why it is so stands beside it."""
    cause = Finding("budget-over", "1.1", Severity.ERROR, "cause")
    effect = Finding("status-left", "1.1", Severity.INFO, "effect", because_of=cause.id)
    told = _printed(cause, effect)
    assert "effect" not in told
    assert "Found 1 error, 0 warning, 1 info; 0 waived; 1 follow from those above." in told
    assert "follow" not in _printed(cause)


def test_a_remark_without_a_value_is_told_to_the_compiler(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A group that left a cell as it is has said why."""
    params = tmp_path / "params"
    params.mkdir()
    now = checked(shared_round(), (), params, NO_PLACES)
    forms = {one.group: one.path for one in ask(now, params, tmp_path / "forms", DUE, "2022-07-01")}
    form = filled(forms[PLAN], {(MONEY, "1.2/1", REMARK): "รอใบเสร็จ"}, who="นายสมมติ ตัวอย่าง")
    _tell(Path("round.xlsx"), now, take(now, params, [form], "2022-07-10"))
    told = capsys.readouterr().out
    assert "remark: รายการงบประมาณ 1.2/1: รอใบเสร็จ (นายสมมติ ตัวอย่าง)" in told
    assert str(KEY) in told


def test_cells_that_keep_the_last_rounds_values_are_counted(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty cell beside the last value is no silence: how many there are is told."""
    for name in ("notebooks", "params"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("PLANTRACK_HOME", str(tmp_path))
    path = tmp_path / "next.xlsx"
    last = shared_round()
    write_next(path, last, last.key.following)
    register = Path(__file__).parents[3] / "params" / "districts.csv"
    guarded(["check", str(path), "--register", str(register), "--fail-on", "never"])
    told = " ".join("".join(capfd.readouterr()).split())
    assert re.search(r"\d+ cells were left empty and keep the last round's values", told), told
