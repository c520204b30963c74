"""Files that are cut off, protected or made to exhaust the reader get a clear refusal."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from helpers.made_pdf import Sheet, write_pdf

from plantrack_nb.containers import open_grid
from plantrack_nb.containers.pdf import source
from plantrack_nb.containers.pdf.source import read_batch
from plantrack_nb.core.errors import SourceError, UnsafeSourceError

HEAD = ["ที่", "โครงการ", "งบประมาณ", "การดำเนินการ"]
ROWS = [HEAD, ["1", "โครงการอ่านออกเขียนได้", "1,250", "อบรม"]]
XS, YS = [20, 60, 300, 400, 580], [40, 70, 100]


def sheet() -> Sheet:
    """Return a page with a small table."""
    made = Sheet()
    made.table(XS, YS, ROWS)
    return made


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Return a file that is read."""
    return write_pdf(tmp_path / "good.pdf", [sheet()])


def refusal(path: Path) -> SourceError:
    """Return why a file is refused."""
    with pytest.raises(SourceError) as caught:
        open_grid(path)
    assert caught.value.where == path.name
    assert caught.value.hint
    return caught.value


def test_good(good: Path) -> None:
    """The file that the others are made of is read."""
    assert [row.texts for row in open_grid(good)] == ROWS


def test_cut_off(good: Path) -> None:
    """A file cut off in the middle is called so."""
    good.write_bytes(good.read_bytes()[:-300])
    error = refusal(good)
    assert (error.what, "cut off" in error.why) == ("This PDF is damaged", True)


def test_content_cut_off(tmp_path: Path) -> None:
    """A page whose packed content breaks off is not read halfway."""
    path = write_pdf(tmp_path / "a.pdf", [sheet()])
    data = path.read_bytes()
    start = data.index(b"stream\n") + 7
    path.write_bytes(data[: start + 40] + b"\0" * 60 + data[start + 100 :])
    assert "page 1" in refusal(path).why


def test_lost_index(good: Path) -> None:
    """A file whose index points nowhere is read by search, and that is told."""
    good.write_bytes(good.read_bytes().replace(b"startxref\n", b"startxref\n99"))
    grid = open_grid(good)
    assert [row.texts for row in grid] == ROWS
    assert any("index is damaged" in note for note in grid.notes)


def test_missing_pages(good: Path) -> None:
    """A file that states more pages than it has is damaged."""
    good.write_bytes(good.read_bytes().replace(b"/Count 1", b"/Count 3"))
    assert "states 3 pages, but 1" in refusal(good).why


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf, which protects a file, is not here")
def test_protected(good: Path, tmp_path: Path) -> None:
    """A file that asks for a password is called so; one that only forbids copying is read."""
    locked, shared = tmp_path / "locked.pdf", tmp_path / "shared.pdf"
    for path, user in ((locked, "secret"), (shared, "")):
        run = ["qpdf", "--encrypt", user, "owner", "256", "--", str(good), str(path)]
        subprocess.run(run, check=True)
    assert refusal(locked).what == "This PDF is protected"
    assert [row.texts for row in open_grid(shared)] == ROWS


def test_bomb(tmp_path: Path) -> None:
    """A page that unpacks to hundreds of megabytes is refused before it is unpacked."""
    bomb = Sheet()
    bomb.raw(" " * (source._LARGEST_CONTENT + 1))
    error = refusal(write_pdf(tmp_path / "bomb.pdf", [bomb]))
    assert isinstance(error, UnsafeSourceError)


def test_too_many_letters(tmp_path: Path) -> None:
    """A page with more letters than any round has is refused."""
    full = Sheet()
    full.text(0, 10, "ก" * 61_000)
    assert isinstance(refusal(write_pdf(tmp_path / "full.pdf", [full])), UnsafeSourceError)


def test_forms_within_forms(tmp_path: Path) -> None:
    """A drawing that draws itself ends."""
    looped = sheet()
    looped.raw("/X1 Do")
    path = write_pdf(tmp_path / "loop.pdf", [looped])
    assert [row.texts for row in open_grid(path)] == ROWS


def test_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document of more pages than any round has is refused."""
    monkeypatch.setattr(source, "MOST_PAGES", 2)
    path = write_pdf(tmp_path / "a.pdf", [sheet()] * 3)
    with pytest.raises(UnsafeSourceError, match="not safe"):
        read_batch(path, 0, 1)


def test_no_pages(tmp_path: Path) -> None:
    """A document without pages is damaged."""
    assert refusal(write_pdf(tmp_path / "a.pdf", [])).what == "This PDF is damaged"


def test_not_a_pdf_inside(tmp_path: Path) -> None:
    """What only begins and ends as a PDF is damaged, not an error of a library."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"x" * 500 + b"\n%%EOF\n")
    assert refusal(path).what == "This PDF is damaged"


def test_comments_are_told(tmp_path: Path) -> None:
    """Comments and form fields lie above the page; that they were not read is told."""
    noted = sheet()
    noted.attributes = "/Annots [<</Type /Annot /Subtype /FreeText /Rect [0 0 9 9]>>]"
    grid = open_grid(write_pdf(tmp_path / "a.pdf", [noted]))
    assert grid.notes == ("1 comments or form fields were not read (FreeText)",)


def test_pages_told(tmp_path: Path) -> None:
    """How many pages of how many have been read is told on the way."""
    path = write_pdf(tmp_path / "a.pdf", [sheet()] * 25)
    seen: list[tuple[int, int]] = []
    open_grid(path, told=lambda done, total: seen.append((done, total)))
    assert seen == [(20, 25), (25, 25)]
