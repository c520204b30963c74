"""Notes on findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.forms.notes import Kind, Note, add_notes, read_notes, standing_notes

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


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    """Nothing is added to what cannot be read."""
    path = tmp_path / "notes.jsonl"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(SourceError, match="cannot be read"):
        add_notes(path, [ASKED])
    assert path.read_text(encoding="utf-8") == "{"
