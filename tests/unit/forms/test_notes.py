"""Notes on findings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.forms.notes import (
    Kind,
    Note,
    add_notes,
    read_notes,
    standing_notes,
    take_back,
)

ASKED = Note("amount-percent-1", Kind.ASKED, "โปรดตรวจ", "นายสมมติ ตัวอย่าง", "2022-04-22")
BACK = Note("amount-percent-1", Kind.TAKEN_BACK, "", "นายสมมติ ตัวอย่าง", "2022-04-23")


def test_the_last_note_of_a_finding_stands(tmp_path: Path) -> None:
    """Nothing is taken out of the file; a note taken back stands no longer."""
    path = tmp_path / "notes.jsonl"
    add_notes(path, [ASKED])
    assert standing_notes(read_notes(path)) == {ASKED.finding: ASKED}
    add_notes(path, [BACK])
    assert read_notes(path) == (ASKED, BACK)
    assert standing_notes(read_notes(path)) == {}


def test_the_same_words_stand_once(tmp_path: Path) -> None:
    """Also on another day; what was taken back may be said again, and other words behind it."""
    path = tmp_path / "notes.jsonl"
    assert add_notes(path, [ASKED, ASKED]) == (ASKED,)
    assert add_notes(path, [replace(ASKED, when="2022-05-01")]) == ()
    other = replace(ASKED, text="โปรดตรวจอีกครั้ง")
    assert add_notes(path, [other, ASKED]) == (other, ASKED)
    assert add_notes(path, [BACK, ASKED]) == (BACK, ASKED)


def test_nobody_takes_back_what_another_has_gone_on_from(tmp_path: Path) -> None:
    """What stood before comes back only where the note still stands."""
    path = tmp_path / "notes.jsonl"
    other = replace(ASKED, who="นายสมมุติ อื่น")
    add_notes(path, [ASKED, other])
    assert not take_back(path, ASKED, None, "2022-04-23")
    assert standing_notes(read_notes(path)) == {ASKED.finding: other}
    assert take_back(path, other, ASKED, "2022-04-23")
    assert standing_notes(read_notes(path)) == {ASKED.finding: ASKED}


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    """Nothing is added to what cannot be read."""
    path = tmp_path / "notes.jsonl"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(SourceError, match="cannot be read"):
        add_notes(path, [ASKED])
    assert path.read_text(encoding="utf-8") == "{"
