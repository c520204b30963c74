"""Damaged text is refused with what was seen, where and what to do; doubtful text is told."""

from __future__ import annotations

import pytest

from plantrack_nb.containers.pdf.damage import judged
from plantrack_nb.containers.pdf.drawn.glyphs import Seen
from plantrack_nb.containers.pdf.lines import Line
from plantrack_nb.containers.pdf.page_records import FoundCell, FoundPage, FoundTable
from plantrack_nb.containers.pdf.spelling import impossible, out_of_proportion
from plantrack_nb.core.errors import SourceError

GOOD = "โครงการส่งเสริมน้ำดื่มสะอาด ปี๊บ ญี่ปุ่น สิทธิ์ พันธุ์ ฤๅษี กตัญญู เก็บ เปี๊ยะ ก๋วยเตี๋ยว เกาะ ผัวะ ๒๕๖๙"
LINE = Line(GOOD, 0, 100, 100, 10, 0)


def page(seen: Seen | None = None, pictures: float = 0.0, *, aligned: bool = False) -> FoundPage:
    """Return a page with one table."""
    cell = FoundCell(0, 0, 1, 1, (0, 0, 100, 100), (LINE,), 90)
    made = FoundPage(
        1, 600, 400, (FoundTable(cell.box, (0, 100), (cell,), aligned=aligned),), pictures=pictures
    )
    if seen is not None:
        made.seen[seen] = 500
    return made


def doubts(*texts: str, on: FoundPage | None = None, producer: str = "LibreOffice") -> list[str]:
    """Judge texts."""
    refs = [(f"p1!R{at}C1", text) for at, text in enumerate(texts, start=1)]
    return list(judged([on or page()], refs, "a.pdf", producer))


def refusal(*texts: str, on: FoundPage | None = None) -> str:
    """Return why texts are refused."""
    with pytest.raises(SourceError) as caught:
        doubts(*texts, on=on)
    assert caught.value.hint
    assert caught.value.where == "a.pdf"
    return f"{caught.value.what}: {caught.value.why}"


def test_good_text() -> None:
    """Right Thai with rare spellings, figures and common signs gives no doubt."""
    assert doubts(GOOD, "1,250 (98.05) – “ก” ½ ✓ • ≥ http://example.org/a_b") == []


@pytest.mark.parametrize(
    "sign", ["\ufffd", "\0", "\x1f", "\ue001", "\uf0b7", "(cid:12)", "\U000f0001"]
)
def test_letters_without_text(sign: str) -> None:
    """One letter that no reader knows is enough, and its place is told."""
    why = refusal(GOOD, f"จำนวน{sign}เงิน")
    assert "1 letters have no text" in why
    assert "p1!R2C1" in why


@pytest.mark.parametrize(
    "text",
    ["ก ่า", "ก้้า", "กิี", "เ ก", "กา่", "ำก", "ะก", "ผ้้รับ", "อยู๋่", "กๅ"],
)
def test_impossible(text: str) -> None:
    """Letters that cannot stand so are found."""
    assert list(impossible(text))


def test_possible() -> None:
    """No spelling of real words is called impossible."""
    assert not list(impossible(GOOD))


def test_few_slips_are_told_many_refused() -> None:
    """A typing slip in a long text is told with its place, many are damage."""
    (doubt,) = doubts(GOOD * 200, "ก้้า")
    assert "p1!R2C1" in doubt
    assert "stand as they cannot" in refusal(GOOD, *["ก้้า"] * 9)


def test_cluster_over_a_line_end() -> None:
    """A line that ends inside a cluster is no damage."""
    assert doubts(f"{GOOD}\nเ\nกา") == []


def test_other_scripts() -> None:
    """Letters of other scripts are damage when there are many, else told."""
    assert "another script" in refusal(GOOD, "ωωωωωωω โครงการ")
    (doubt,) = doubts(GOOD, "ทรัพย์ມ")
    assert "U+0EA1" in doubt


def test_letters_out_of_proportion() -> None:
    """A letter that is all but missing from a long text shows a font mixed up."""
    assert out_of_proportion({"า": 0, "ก": 3000, "น": 3000}) != []
    assert out_of_proportion({"า": 0, "ก": 30}) == []


def test_no_text() -> None:
    """Pages of pictures without a letter are called a scan."""
    scan = FoundPage(1, 600, 400, pictures=0.9)
    assert refusal(on=scan).startswith("This PDF is a scan: it holds no text")


def test_recognised_text() -> None:
    """Text that recognition laid under a scan is not trusted."""
    assert "text recognition" in refusal(GOOD, on=page(Seen.INVISIBLE, pictures=0.9))


def test_letters_drawn_as_lines() -> None:
    """A file without one Thai letter has them drawn."""
    assert "no Thai letter" in refusal("1,250 (98.05)")


def test_no_table() -> None:
    """A file without a table is refused."""
    assert "it has no table" in refusal(GOOD, on=FoundPage(1, 600, 400, lines=(LINE,)))


def test_other_digits_than_shown() -> None:
    """A file that states other digits than it shows is refused."""
    assert "other digits" in refusal(GOOD, on=page(Seen.OTHER_DIGITS))


def test_doubts() -> None:
    """What may be wrong is told: no lines, hidden letters, a rewriting program."""
    assert "no lines" in doubts(GOOD, on=page(aligned=True))[0]
    assert "cut off" in doubts(GOOD, on=page(Seen.HIDDEN))[0]
    assert "Ghostscript" in doubts(GOOD, producer="GPL Ghostscript 10.00.0")[0]


def test_scanned_page_among_others() -> None:
    """A page that is a picture is named when the others are read."""
    pages = [page(), FoundPage(2, 600, 400, pictures=0.9)]
    assert list(judged(pages, [("p1!R1C1", GOOD)], "a.pdf", "")) == [
        "pages 2 are pictures (scans) and were not read"
    ]
