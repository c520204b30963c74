"""The office's list of names and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.office.terms import SHORTEST, Term, compared, read_terms

HEAD = "term,also,wrong,note\n"


def _file(folder: Path, text: str) -> Path:
    path = folder / "terms.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_cells_hold_several_forms(tmp_path: Path) -> None:
    """Forms are parted by a bar; empty ones are none."""
    path = _file(tmp_path, f"{HEAD} นักการภารโรง ,,นักภารโรง | นักการพาโรง|,ลูกจ้าง\n")
    (one,) = read_terms(path).rows
    assert one == Term("นักการภารโรง", (), ("นักภารโรง", "นักการพาโรง"), "ลูกจ้าง")


def test_a_short_row_is_filled_up(tmp_path: Path) -> None:
    """Cells that a spreadsheet left out are empty."""
    assert read_terms(_file(tmp_path, f"{HEAD}นักการภารโรง\n")).rows == (Term("นักการภารโรง"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("คำ,also\nนักการ,\n", "no column term, wrong, note"),
        (f"{HEAD}นักการภารโรง,,,\nนักการ ภารโรง,,,\n", "stands there twice"),
        (f"{HEAD}ครู,,,\n", f"fewer than {SHORTEST} letters"),
    ],
)
def test_faults_are_told_with_their_place(tmp_path: Path, text: str, words: str) -> None:
    """A missing column, a repeated term and one that is too short."""
    path = _file(tmp_path, text)
    with pytest.raises(SourceError) as caught:
        read_terms(path)
    assert words in caught.value.why
    assert str(path) in caught.value.where


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    """Bytes in another encoding are told, not guessed."""
    path = tmp_path / "terms.csv"
    path.write_bytes("นักการภารโรง".encode("cp874"))
    with pytest.raises(SourceError, match="cannot be read"):
        read_terms(path)


def test_the_shipped_list_is_sound(root: Path) -> None:
    """No form is right here and wrong there."""
    terms = read_terms(root / "params" / "terms.csv").rows
    right = {compared(form) for one in terms for form in (one.text, *one.also)}
    wrong = {compared(form) for one in terms for form in one.wrong}
    assert len(terms) > 100
    assert not right & wrong
