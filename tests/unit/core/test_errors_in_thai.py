"""Errors in Thai, as they are told unless English is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plantrack_nb.core.disk import _WHY, told
from plantrack_nb.core.errors import SourceError, read_error
from plantrack_nb.core.tables import conform
from plantrack_nb.office.register import Register
from plantrack_nb.office.round_file import load_round_file
from plantrack_nb.office.validation import round_key

_LETTER = re.compile(r"[ก-๛]")


@pytest.fixture(autouse=True)
def _in_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANTRACK_LANG")


def test_labels_are_thai_and_read_back() -> None:
    """What a notebook shows of an error is read back part by part, in whichever language."""
    error = SourceError("อ่านไม่ได้", where="a.xlsx", why="ว่างเปล่า", hint="บันทึกใหม่")
    assert str(error) == "อ่านไม่ได้\n  ที่: a.xlsx\n  เหตุ: ว่างเปล่า\n  แก้: บันทึกใหม่"
    again = read_error("SourceError", str(error))
    assert again is not None
    assert again.args == error.args


def test_what_an_office_meets_most_is_told_in_thai(tmp_path: Path, register: Register) -> None:
    """A wrong round, a wrong round file, no file at all: each line of it has Thai words."""
    path = tmp_path / "round.yaml"
    path.write_text("fiscal_year: 65\nquarter: หก\ndistricts: 7301\nformats: html\n", "utf-8")
    said = []
    for attempt in (
        lambda: round_key(district="9999", fiscal_year=64, quarter=6, register=register),
        lambda: load_round_file(path, tmp_path, register),
        lambda: load_round_file(tmp_path / "none.yaml", tmp_path, register),
        lambda: Register.load(tmp_path / "none.csv"),
        lambda: conform("projects", [{"no": 1}]),
    ):
        with pytest.raises(Exception) as wrong:  # noqa: PT011 - whichever of ours it is
            attempt()
        said.append(str(wrong.value))
    for line in "\n".join(said).splitlines():
        words = line.partition(":")[2] if line.startswith("  ที่:") else line
        assert _LETTER.search(words) or line.startswith("  ที่:") or "No such file" in line, line


def test_whatever_a_disk_answers_has_its_thai() -> None:
    """Each cause and each advice, and one that nobody has foreseen."""
    for number in (*_WHY, 9999):
        for text in told(OSError(number, "system")):
            assert _LETTER.search(text), number
