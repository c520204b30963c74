"""Cut-outs of pages around cells."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from helpers.made_pdf import Sheet, write_pdf

from plantrack_nb.containers.pdf.picture import cut_outs, png


def pixels(picture: bytes) -> list[list[int]]:
    """Read the pictures that are written here: four greys, no filter."""
    width, height, depth, colour = struct.unpack(">IIBB", picture[16:26])
    assert (picture[:8], depth, colour) == (b"\x89PNG\r\n\x1a\n", 2, 0)
    length = struct.unpack(">I", picture[33:37])[0]
    data = zlib.decompress(picture[41 : 41 + length])
    step = 1 + (width + 3) // 4
    rows = [data[at * step + 1 : (at + 1) * step] for at in range(height)]
    return [[byte >> by & 3 for byte in row for by in (6, 4, 2, 0)][:width] for row in rows]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a page with a black bar at a known place."""
    sheet = Sheet()
    sheet.bar(100, 50, 40, 20)
    return write_pdf(tmp_path / "a.pdf", [Sheet(), sheet])


def test_written_picture() -> None:
    """Grey pixels come back in four steps."""
    picture = png(5, [bytes([0, 130, 255, 0, 255]), bytes([255, 80, 180, 40, 0])])
    assert pixels(picture) == [[0, 2, 3, 0, 3], [3, 1, 2, 0, 0]]


def test_cut_out(page: Path) -> None:
    """The picture shows the place asked for, with a little around it."""
    made = cut_outs(page, {"p2!R1C1": (100, 50, 140, 70)}, ["p2!R1C1"])["p2!R1C1"]
    drawn = pixels(made)
    assert (len(drawn[0]), len(drawn)) == (80, 44)
    middle = drawn[len(drawn) // 2]
    assert (middle[1], middle[40]) == (3, 0)


def test_same_bytes(page: Path) -> None:
    """The same file and place give the same bytes, and few of them."""
    boxes = {"p1!L1": (0.0, 0.0, 300.0, 200.0), "p2!R1C1": (90.0, 40.0, 150.0, 80.0)}
    first, second = (cut_outs(page, boxes, list(boxes)) for _ in range(2))
    assert first == second
    assert all(len(picture) < 2_000 for picture in first.values())


def test_large_cells_are_drawn_smaller(page: Path) -> None:
    """No side is longer than a screen."""
    made = cut_outs(page, {"p1!R1C1": (0, 0, 600, 400)}, ["p1!R1C1"])["p1!R1C1"]
    assert len(pixels(made)[0]) <= 1200


def test_places_on_no_page(page: Path) -> None:
    """Places of other containers, and unknown ones, have no picture; nothing is drawn for them."""
    assert cut_outs(page, {"p1!R1C1": (0, 0, 9, 9)}, ["งบ!E12", "L3", "p9!R9C9"]) == {}
