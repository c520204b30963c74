"""What a page's operators draw, read from PDFs written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.made_pdf import Sheet, write_pdf
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from plantrack_nb.containers.pdf.drawn.content import Contents
from plantrack_nb.containers.pdf.drawn.glyphs import NO_TEXT, PageContent, Seen


def content(path: Path, sheet: Sheet) -> PageContent:
    """Write a sheet and read what it draws."""
    with write_pdf(path / "a.pdf", [sheet]).open("rb") as file:
        (page,) = PDFPage.create_pages(PDFDocument(PDFParser(file)))
        return Contents().of(page, 1)


def words(made: PageContent) -> str:
    """Return all text in the order of the content."""
    return "".join(glyph.text for glyph in made.glyphs)


@pytest.fixture
def sheet() -> Sheet:
    """Return an empty sheet."""
    return Sheet()


def test_places(tmp_path: Path, sheet: Sheet) -> None:
    """Glyphs stand where they are drawn, counted from the upper left corner."""
    sheet.text(50, 80, "กี")
    first, second = content(tmp_path, sheet).glyphs
    assert (first.start, first.end, first.base, first.size) == (50, 55, 80, 10)
    assert (second.text, second.start, second.zero) == ("ี", 55, True)


def test_order_of_content(tmp_path: Path, sheet: Sheet) -> None:
    """The order is that of the content, not of the places."""
    sheet.text(90, 50, "ข")
    sheet.text(10, 50, "ก")
    assert words(content(tmp_path, sheet)) == "ขก"


def test_actual_text_once(tmp_path: Path, sheet: Sheet) -> None:
    """What the file says its glyphs stand for is told once, where the first one is."""
    sheet.text(10, 50, "ต")
    sheet.actual("ชี้")
    sheet.text(15, 50, "ชxx")
    sheet.end()
    made = content(tmp_path, sheet)
    assert words(made) == "ตชี้"
    assert (made.glyphs[1].start, made.glyphs[1].end) == (15, 30)


def test_actual_text_by_name(tmp_path: Path, sheet: Sheet) -> None:
    """It may stand in the page's resources under a name."""
    sheet.properties.append("/P1 <</ActualText (abc)>>")
    sheet.marked("Span", "/P1")
    sheet.text(15, 50, "x")
    sheet.end()
    assert words(content(tmp_path, sheet)) == "abc"


def test_actual_text_told_again(tmp_path: Path, sheet: Sheet) -> None:
    """A mark without width that repeats the stated text of its letter adds nothing."""
    for shown, x in (("ส", 10.0), ("้", 15.0)):
        sheet.actual("สิ้")
        sheet.text(x, 50, shown)
        sheet.end()
    sheet.text(15, 50, "น")
    assert words(content(tmp_path, sheet)) == "สิ้น"


def test_stated_digits_are_shown(tmp_path: Path, sheet: Sheet) -> None:
    """A file that states other digits than it shows is caught; letters may differ."""
    sheet.actual("1,000")
    sheet.text(10, 50, "9,000")
    sheet.end()
    assert content(tmp_path, sheet).seen[Seen.OTHER_DIGITS] == 1


def test_cluster_of_the_font(tmp_path: Path) -> None:
    """A font that tells a whole cluster by its letter and again by its marks is told once."""
    sheet = Sheet(texts={"ท": "ที่", "ี": "ี", "่": "ที่"})
    sheet.text(10, 50, "ที่ง")
    assert words(content(tmp_path, sheet)) == "ที่ง"


def test_glyph_without_text(tmp_path: Path) -> None:
    """A glyph that no table of the font knows, or knows as nothing, is marked as such."""
    sheet = Sheet(texts={"ก": "no text", "ข": "", "ค": "\0"})
    sheet.text(10, 50, "กขค")
    assert words(content(tmp_path, sheet)) == f"{NO_TEXT}{NO_TEXT}\0"


def test_old_fonts(tmp_path: Path) -> None:
    """Private numbers of old fonts become letters."""
    sheet = Sheet(texts={"่": "\uf70a"})
    sheet.text(10, 50, "ก่")
    assert words(content(tmp_path, sheet)) == "ก่"


@pytest.mark.parametrize(
    ("matrix", "turn"),
    [("1 0 0 1", 0), ("0 1 -1 0", 1), ("-1 0 0 -1", 2), ("0 -1 1 0", 3)],
)
def test_turned(tmp_path: Path, sheet: Sheet, matrix: str, turn: int) -> None:
    """Text in quarter turns is read along its own line."""
    sheet.shown(f"{matrix} 200 200 Tm", "กข")
    first, second = content(tmp_path, sheet).glyphs
    assert first.turn == turn
    assert (second.start - first.start, second.base) == (5, first.base)


def test_askew(tmp_path: Path, sheet: Sheet) -> None:
    """Slanted text, as of a watermark, is left out and counted."""
    sheet.shown("0.7 0.7 -0.7 0.7 200 200 Tm", "ร่าง")
    made = content(tmp_path, sheet)
    assert (words(made), made.seen[Seen.SLANTED]) == ("", 4)


@pytest.mark.parametrize("rotate", [90, 270])
def test_page_turned(tmp_path: Path, rotate: int) -> None:
    """A page that is turned to be shown is read as it is shown."""
    sheet = Sheet(rotate=rotate)
    sheet.shown("0 1 -1 0 300 200 Tm" if rotate == 90 else "0 -1 1 0 300 200 Tm", "ก")
    made = content(tmp_path, sheet)
    assert (made.width, made.height, made.glyphs[0].turn) == (400, 600, 0)


def test_hidden_lines(tmp_path: Path, sheet: Sheet) -> None:
    """Lines cut off above or below are not read: another page shows them."""
    sheet.raw("q 0 300 600 100 re W n")
    sheet.text(10, 50, "ก")
    sheet.text(10, 150, "ข")
    sheet.raw("Q")
    sheet.text(10, 250, "ค")
    made = content(tmp_path, sheet)
    assert (words(made), made.seen[Seen.HIDDEN]) == ("กค", 1)


def test_overflow_to_the_side(tmp_path: Path, sheet: Sheet) -> None:
    """Words cut off at the side are whole, and belong where they are seen."""
    sheet.raw("q 0 0 22 400 re W n")
    sheet.text(10, 50, "กขคง")
    made = content(tmp_path, sheet)
    assert words(made) == "กขคง"
    assert made.glyphs[-1].x == 22


def test_invisible(tmp_path: Path, sheet: Sheet) -> None:
    """Invisible letters, as under a scan, are counted."""
    sheet.text(10, 50, "กข", how="3 Tr")
    assert content(tmp_path, sheet).seen[Seen.INVISIBLE] == 2


def test_artifact(tmp_path: Path, sheet: Sheet) -> None:
    """What the file calls an artifact of the page is known as one."""
    sheet.marked("Artifact")
    sheet.text(10, 50, "ก")
    sheet.end()
    sheet.text(10, 80, "ข")
    assert [glyph.artifact for glyph in content(tmp_path, sheet).glyphs] == [True, False]


def test_rules(tmp_path: Path, sheet: Sheet) -> None:
    """Lines, thin bars and the sides of stroked boxes are rules; filled areas are not."""
    sheet.line(10, 50, 110, 50)
    sheet.bar(10, 60, 1, 40)
    sheet.bar(200, 200, 50, 50)
    sheet.raw("300 100 50 50 re S")
    made = content(tmp_path, sheet)
    assert [(rule.upright, rule.at) for rule in made.rules[:2]] == [(False, 50), (True, 10.5)]
    assert len(made.rules) == 6
    assert made.fills == [(200, 200, 250, 250)]


def test_picture(tmp_path: Path, sheet: Sheet) -> None:
    """Where a picture lies is kept."""
    sheet.raw("q 100 0 0 50 20 300 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q")
    assert content(tmp_path, sheet).pictures == [(20, 50, 120, 100)]


def test_crop_box(tmp_path: Path) -> None:
    """Places count from the corner of what is shown of the page."""
    sheet = Sheet(attributes="/CropBox [100 50 500 350]")
    sheet.text(150, 100, "ก")
    made = content(tmp_path, sheet)
    assert (made.width, made.height) == (400, 300)
    assert (made.glyphs[0].start, made.glyphs[0].base) == (50, 50)
