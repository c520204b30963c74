"""The official document on paper: the memo's measures, contents, running titles."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest
from helpers.sample_parts import sample_parts

from plantrack_nb.render import parts as p
from plantrack_nb.render.document import assemble
from plantrack_nb.render.html import Ids, render
from plantrack_nb.render.pdf import to_pdf

CM = 72 / 2.54
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>'
)
MEMO = p.Memo(
    department="กลุ่มนโยบายและแผน",
    number="",
    date="2022-04-22",
    subject="รายงานผล",
    to="ผู้อำนวยการ",
    body=tuple(p.MemoItem(f"ข้อความ {at} " * 20, 1 + at % 3, number=f"{at}.") for at in range(12)),
    signatures=(p.Signature("ชื่อสมมติ", "ตำแหน่ง"),),
)

pytestmark = pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")


def _read(parts: list[p.Part], folder: Path, *options: str) -> list[str]:
    """Return the text of each page as poppler reads it."""
    file = folder / "a.pdf"
    file.write_bytes(to_pdf(assemble([p.Masthead("รายงาน"), *parts])))
    tool = str(which("pdftotext"))
    done = subprocess.run([tool, *options, file, "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    return text.split("<page ")[1:] if "-bbox" in options else text.split("\f")[:-1]


def _words(page: str) -> list[tuple[float, float, float, str]]:
    return [(float(a), float(b), float(c), word) for a, b, c, word in WORD.findall(page)]


def test_a_memo_keeps_to_its_margins(tmp_path: Path) -> None:
    """Nothing stands outside 3 cm at the left and 2 cm at the right of A4, on any page."""
    words = [one for page in _read([MEMO], tmp_path, "-bbox") for one in _words(page)]
    assert min(left for left, *_ in words) >= 3 * CM - 0.5
    assert max(right for _, _, right, _ in words) <= (21 - 2) * CM + 0.5


def test_a_memo_is_set_as_offices_set_it(tmp_path: Path) -> None:
    """The title is in the middle, labels at the margin, the date on the line of the number."""
    page = _read([MEMO], tmp_path, "-bbox")[0]
    at = {word: (left, top, right) for left, top, right, word in reversed(_words(page))}
    title = at["บันทึกข้อความ"]
    middle = (3 * CM + 21 * CM - 2 * CM) / 2
    assert (title[0] + title[2]) / 2 == pytest.approx(middle, abs=2)
    for label in ("ส่วนราชการ", "ที่", "เรื่อง", "เรียน"):
        assert at[label][0] == pytest.approx(3 * CM, abs=1.5)
    assert at["ที่"][1] == pytest.approx(at["วันที่"][1], abs=0.5)
    assert at["๐."][0] == pytest.approx((3 + 2.5) * CM, abs=1.5)


def test_a_memo_has_thai_digits_and_a_switch(tmp_path: Path) -> None:
    """Digits of date, items and page are Thai; the switch makes them Arabic."""
    pages = _read([MEMO], tmp_path, "-layout")
    assert "๒๒ เมษายน ๒๕๖๕" in pages[0]
    assert pages[1].split()[0] == "-๒-"
    arabic = p.Memo(**{**vars(MEMO), "digits": p.Digits.ARABIC})
    assert "22 เมษายน 2565" in _read([arabic], tmp_path, "-layout")[0]


def test_who_signs_stands_right_of_the_middle(tmp_path: Path) -> None:
    """Name and position begin in the right half of the text."""
    page = _read([MEMO], tmp_path, "-bbox")[-1]
    named = {word: left for left, _, _, word in _words(page)}
    assert named["ตำแหน่ง"] > (3 + 16 / 2) * CM


def test_an_office_with_a_long_name_signs_in_two_lines(tmp_path: Path) -> None:
    """No last word of the position stands alone below."""
    position = "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษานครปฐม เขต 1"
    memo = replace(MEMO, signatures=(p.Signature("", position),))
    tops = {
        top for _, top, _, word in _words(_read([memo], tmp_path, "-bbox")[-1]) if word in position
    }
    assert len(tops) == 2


def _filler(lines: int) -> p.Part:
    return p.Paragraph("\n".join(["บรรทัด"] * lines))


def _low() -> list[p.Part]:
    rows = tuple(p.Row((p.Cell(f"แถวที่{at}"), p.Cell(at))) for at in range(4))
    table = p.Table("ตารางสั้น", (p.Column("ก"), p.Column("ข", p.Unit.COUNT)), rows)
    told = p.Bullets(tuple(f"แถวที่{at}" for at in range(4)))
    return [table, p.Callout("กรอบสั้น", (told,))]


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("above", [30, 32, 34, 36, 38])
def test_what_is_low_stays_on_one_page(at: int, above: int, tmp_path: Path) -> None:
    """A table of few rows and a frame of few points are not parted by the end of a page."""
    pages = _read([_filler(above), _low()[at]], tmp_path)
    held = [page.count("แถวที่") for page in pages if "แถวที่" in page]
    assert held == [4]


@pytest.mark.parametrize("above", range(26, 40, 2))
def test_no_page_ends_with_cards(above: int, tmp_path: Path) -> None:
    """Cards stand with the beginning of the table that they lead to."""
    cards = p.Facts("สรุป", (p.Fact("ไพ่", 8), p.Fact("ไพ่", 100)))
    rows = tuple(p.Row((p.Cell(f"แถวที่{at}"),)) for at in range(60))
    pages = _read([_filler(above), cards, p.Table("ตาราง", (p.Column("ก"),), rows)], tmp_path)
    assert all("แถวที่0" in page for page in pages if "ไพ่" in page)


@pytest.mark.parametrize("long", range(60, 84, 3))
def test_a_note_in_the_contents_is_not_parted(long: int, tmp_path: Path) -> None:
    """What stands in brackets after an entry goes to the next line as one."""
    entry = p.ContentsEntry("กา" * (long // 2), "one", "13 โครงการ/กิจกรรม")
    parts = [p.Contents((entry,)), p.Heading("บท", anchor="one")]
    assert "(13 โครงการ/กิจกรรม)" in _read(parts, tmp_path, "-layout")[0]


def test_a_high_row_of_a_short_table_still_breaks(tmp_path: Path) -> None:
    """Few rows may be higher than a page: nothing is lost beyond its foot."""
    long = p.Row((p.Cell("\n".join(f"คำ{at}" for at in range(150))),))
    pages = _read([p.Table("ต", (p.Column("ก"),), (long, long))], tmp_path)
    assert sum(page.count("คำ149") for page in pages) == 2
    assert len(pages) > 3


def test_the_contents_tell_the_page(tmp_path: Path) -> None:
    """Each entry's number is the page on which its heading is printed."""
    entries = (
        p.ContentsEntry("บทแรก", "one", "3 โครงการ"),
        p.ContentsEntry("แถวหนึ่ง", "row", level=2),
    )
    group = p.Row((p.Cell("แถวหนึ่ง"),), p.RowRole.GROUP, "row")
    filling = tuple(p.Row((p.Cell(str(at)),)) for at in range(80))
    table = p.Table("ตาราง", (p.Column("ก"),), (*filling, group, p.Row((p.Cell("ท้าย"),))))
    parts = [p.Contents(entries), p.PageBreak(), p.Heading("บทแรก", anchor="one"), table]
    pages = _read(parts, tmp_path, "-layout")
    said = dict(re.findall(r"(บทแรก|แถวหนึ่ง).*?(\d+)$", pages[0], re.MULTILINE))
    there = {
        name: next(at for at, page in enumerate(pages, 1) if at > 1 and name in page)
        for name in ("บทแรก", "แถวหนึ่ง")
    }
    assert {name: int(page) for name, page in said.items()} == there
    assert there["แถวหนึ่ง"] > there["บทแรก"]


def test_a_running_title_heads_every_page_on_its_side(tmp_path: Path) -> None:
    """Each page of the wide table begins with the running title and the table's headings."""
    rows = tuple(p.Row((p.Cell(str(at)), p.Cell("ข้อความ"))) for at in range(120))
    table = p.Table("ตาราง", (p.Column("เลขที่"), p.Column("รายการ")), rows)
    pages = _read([p.Landscape((table,), "ชื่อที่วิ่ง\nบรรทัดสอง")], tmp_path)[1:]
    assert len(pages) > 2
    assert all(page.startswith("ชื่อที่วิ่ง\nบรรทัดสอง") and "เลขที่" in page for page in pages)


def test_a_long_family_of_rows_breaks_and_stays_on_its_pages(tmp_path: Path) -> None:
    """Rows under cells that reach down go on over the page's end, never beyond its foot."""
    rows = tuple(
        p.Row(
            (
                p.Cell("" if at else "โครงการ"),
                p.Cell("" if at % 3 else f"เป้า {at}"),
                p.Cell(f"งาน{at} " * 20),
            ),
            p.RowRole.CONTINUED if at else p.RowRole.BODY,
        )
        for at in range(60)
    )
    table = p.Table("ต", (p.Column("ก"), p.Column("ข"), p.Column("ค", width=3)), rows)
    pages = _read([p.Landscape((table,))], tmp_path, "-bbox")
    for page in pages[1:]:
        body = [top for _, top, _, word in _words(page) if word.startswith("งาน")]
        assert max(body) < (21 - 1.6) * CM
    assert sum(page.count("งาน59") for page in pages) == 20


def test_on_screen_contents_are_links_and_a_row_is_a_place() -> None:
    """Entries lead to headings and rows; an empty name leaves a line to write on."""
    page = "".join(render(part, Ids()) for part in assemble(sample_parts()).parts)
    assert '<a href="#strategy-1">กลยุทธ์ที่ 1</a>' in page
    assert '<tr class="group" id="strategy-1">' in page
    assert '<span class="to-write"></span>' in page
    assert "<dd>๒๒ เมษายน ๒๕๖๕</dd>" in page
