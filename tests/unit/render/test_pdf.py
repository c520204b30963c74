"""The PDF: accepted by its standards, readable, the same every time."""

from __future__ import annotations

import re
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from helpers.sample_parts import sample_parts

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.document import assemble
from plantrack_nb.render.parts import Bar, Cell, Column, Figure, Masthead, Paragraph, Row, Table
from plantrack_nb.render.pdf import to_pdf


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Return the sample document; Typst has checked it against PDF/A-2a and PDF/UA-1."""
    return to_pdf(assemble(sample_parts()))


def _text(pdf: bytes, folder: Path) -> str:
    tool = which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler) is not installed")
    file = folder / "a.pdf"
    file.write_bytes(pdf)
    done = subprocess.run([tool, "-raw", file, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_the_pdf_claims_what_it_keeps(pdf: bytes) -> None:
    """It says that it is PDF/A-2a and PDF/UA-1, and is tagged Thai."""
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    held = b"".join(_unpacked(pdf))
    assert b"/MarkInfo" in held
    assert b"/Lang" in held


def _unpacked(pdf: bytes) -> Iterator[bytes]:
    for packed in re.findall(rb"/Type /ObjStm.*?stream\n(.*?)\nendstream", pdf, re.DOTALL):
        yield zlib.decompress(packed)


def test_the_same_document_gives_the_same_bytes(
    pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the clock nor the time zone stands in it; only the epoch that is asked for."""
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert to_pdf(assemble(sample_parts())) == pdf
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert b"2001-09-09" in to_pdf(assemble(sample_parts()))


def test_its_date_is_the_date_of_the_document(pdf: bytes) -> None:
    """The masthead's date is the one a reader of the file's properties sees."""
    assert b"2022-04-22" in pdf


def test_thai_comes_out_as_it_went_in(tmp_path: Path) -> None:
    """Syllables with a vowel and a tone mark are read back once, and whole."""
    words = "ทั้งหมด ครั้งที่ ชั้น ขึ้น ซึ่ง สิ้นปี ให้ ผู้ น้ำ กำหนด ดำเนินการ ญี่ปุ่น เมื่อ เทคโนโลยี การเงินฯ"
    parts = [Masthead("ก"), *map(Paragraph, words.split())]
    assert set(words.split()) <= set(_text(to_pdf(assemble(parts)), tmp_path).split())


def test_pages_are_numbered_and_charts_have_words(pdf: bytes, tmp_path: Path) -> None:
    """The foot says page x of y; the words of a chart are there, and its labels."""
    text = _text(pdf, tmp_path)
    assert "หน้า 1 จาก" in text
    assert "มากที่สุดคือกลุ่มตัวอย่าง" in text
    assert "กลุ่มวาด" in text


@pytest.mark.parametrize(
    "part",
    [Table("☃", (Column("ก"),), ()), Table("ก", (Column("☃"),), ()), Masthead("☃")],
    ids=["caption", "column", "title"],
)
def test_a_missing_glyph_in_our_words_is_named(part: Table | Masthead) -> None:
    """A character of ours that the font lacks is an error that says which, never an empty box."""
    with pytest.raises(RenderError, match=r"☃ \(U\+2603\)"):
        to_pdf(assemble([part]))


@pytest.mark.parametrize(
    "part",
    [
        Paragraph("ประชุม ☃"),
        Table("ก", (Column("ก"),), (Row((Cell("ข ☃"),)),)),
        Figure("ก", (Bar("☃", (1.0,)),), "ข", Table("ค", (Column("ก"),), ())),
    ],
    ids=["paragraph", "cell", "chart"],
)
def test_a_missing_glyph_in_the_data_is_marked(
    part: Paragraph | Table | Figure, tmp_path: Path
) -> None:
    """A character of the data that the font lacks is printed as a mark, and listed by name."""
    said = _text(to_pdf(assemble([Masthead("ก"), part])), tmp_path)
    assert said.count("◊") == 3  # where it stood, in the remark, and in the list
    assert "U+2603 SNOWMAN" in said


@pytest.mark.parametrize(
    "text", ['#read("/etc/passwd")', "*ก* _ข_ $x$ @a <b> \\", "= ก\n- ข", "// ก"]
)
def test_data_are_not_typst(text: str, tmp_path: Path) -> None:
    """What looks like Typst in the data is printed as it stands."""
    said = _text(to_pdf(assemble([Masthead(text), Paragraph(text, text)])), tmp_path)
    assert said.count(text.splitlines()[0]) >= 2


def test_a_long_table_repeats_its_heads(tmp_path: Path) -> None:
    """Every page of a long table begins with its headings."""
    rows = tuple(Row((Cell(str(number)), Cell("ข้อความ"))) for number in range(220))
    table = Table("ต", (Column("เลขที่"), Column("รายการ", width=4)), rows)
    pages = _text(to_pdf(assemble([Masthead("ก"), table])), tmp_path).split("\f")[:-1]
    assert len(pages) > 2
    assert all("เลขที่ รายการ" in page for page in pages)
