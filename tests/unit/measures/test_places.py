"""The cell behind a value is found by the value's words."""

from __future__ import annotations

from types import SimpleNamespace

from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.places import NO_PLACES, OWNERS, Place, Places, line_of

KEY, OTHER = RoundKey("0101", 2565, 2), RoundKey("0102", 2565, 2)


def piece(column: str, ref: str, text: str, row: tuple[str, str] = ("L3.1", "")) -> Place:
    """Return a place of project 1.1."""
    return Place("1.1", *row, column, text, ref, f"<p>{text}</p>")


PLACES = Places(
    {
        KEY: [
            piece("targets", "L3.3", "1.ครู 2.ผู้เรียนที่มี"),
            piece("targets", "L9.3", "ผลการเรียนดี\n3.ชุมชน"),
            piece("targets", "L9.3", "1.ครู 2.ผู้เรียนที่มี"),
            piece(OWNERS, "L3.9", "กลุ่มนิเทศฯ (นายสมมติ ตัวอย่าง)"),
            piece(OWNERS, "L5.9", "กลุ่มอำนวยการ (นายสมมติ  ตัวอย่าง)"),
            piece("status", "L4.7", "สำเร็จแล้ว", ("L3.8", "2")),
            piece("disbursed", "L3.6", "100", ("L3.5", "1")),
        ]
    }
)


def row(ref: str = "L3.1", key: RoundKey = KEY, **more: object) -> SimpleNamespace:
    """Return a row of a table."""
    return SimpleNamespace(
        district=key.district,
        fiscal_year=key.fiscal_year,
        quarter=key.quarter,
        project_no="1.1",
        source_file="a.txt",
        source_ref=ref,
        raw="1.1 | ก",
        **more,
    )


def refs(found: tuple[SourceRef, ...]) -> list[str]:
    """Return the places only."""
    return [one.ref for one in found]


def test_words_in_a_cell() -> None:
    """The cell is the one that holds the words, spaces being no matter; its raw text is told."""
    assert PLACES.of(row(), "targets", "3. ชุมชน") == SourceRef(
        "a.txt", "L9.3", "<p>ผลการเรียนดี\n3.ชุมชน</p>"
    )
    assert refs(PLACES.all(row(), "targets", "ครู")) == ["L3.3", "L9.3"]


def test_words_over_cells() -> None:
    """Words that go on over a page stand in both cells."""
    assert refs(PLACES.all(row(), "targets", "ผู้เรียนที่มีผลการเรียนดี")) == ["L3.3", "L9.3"]


def test_all_cells_of_a_value() -> None:
    """Without words every piece of a value is given."""
    assert refs(PLACES.all(row(), "targets")) == ["L3.3", "L9.3", "L9.3"]


def test_what_no_place_tells() -> None:
    """Words, columns and rounds that no place tells of stand where the row says."""
    for asked in [
        PLACES.of(row(), "targets", "ไม่มีในเอกสาร"),
        PLACES.of(row(), "indicators", "ครู"),
        PLACES.of(row(key=OTHER), "targets", "ครู"),
        NO_PLACES.of(row(), "targets", "ครู"),
        PLACES.of(row("L3.8", activity_no="1"), "status"),
    ]:
        assert asked == SourceRef("a.txt", "L3.1" if asked.ref != "L3.8" else "L3.8", "1.1 | ก")


def test_activity_and_line() -> None:
    """Marks and amounts are found by their row and its number."""
    assert PLACES.of(row("L3.8", activity_no="2"), "status").ref == "L4.7"
    assert PLACES.of(row("L3.5", line_no=1), "disbursed").ref == "L3.6"


def test_owner_of_a_row() -> None:
    """Of several cells with a name the one in the row's own line is meant."""
    assert PLACES.near(row("L5.8", activity_no="3"), OWNERS, "นายสมมติ ตัวอย่าง").ref == "L5.9"
    assert PLACES.near(row("L7.8", activity_no="4"), OWNERS, "นายสมมติ ตัวอย่าง").ref == "L3.9"


def test_equal_lines() -> None:
    """Equal lines of a value are told apart by their order; one too many is any of them."""
    wanted = "1.ครู 2.ผู้เรียนที่มี"
    found = tuple(PLACES.line(row(), "targets", wanted, nth) for nth in range(3))
    assert refs(found) == ["L3.3", "L9.3", "L3.3"]
    assert PLACES.line(row(), "targets", "ไม่มีในเอกสาร").ref == "L3.1"


def test_line() -> None:
    """A cell's line is that of its text, sheet or page."""
    assert [line_of(ref) for ref in ("L254.3", "L7", "งบ!C12")] == ["L254", "L7", "งบ!12"]
    assert [line_of(ref) for ref in ("p12!R3C5", "p12!L3")] == ["p12!3", "p12!L3"]
