"""Pictures of the places that findings name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helpers.made_pdf import Sheet, write_pdf

from plantrack_nb.containers.grid import Grid
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.load import Wanted, pictures_of, read_source, write_reading
from plantrack_nb.office.register import Register
from plantrack_nb.report.pages.evidence import cut_outs, page_pictures

PLACE = "p1!R1C1"


@pytest.fixture
def tables(tmp_path: Path, sample_workbook: Path, register: Register) -> Path:
    """Keep the sample round as one that was read from a page."""
    reading = read_source(sample_workbook, register, Wanted("7301", 2565, 2))
    grid = Grid("a.pdf", (), boxes={PLACE: (100.0, 50.0, 140.0, 70.0)})
    write_reading(replace(reading, grid=grid), tmp_path / "tables", "parquet")
    return tmp_path / "tables"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Print the page."""
    sheet = Sheet()
    sheet.bar(100, 50, 40, 20)
    return write_pdf(tmp_path / "a.pdf", [sheet])


def found(*places: str, file: str = "a.pdf") -> Finding:
    """Build a finding about some places."""
    refs = tuple(SourceRef(file, one, "ก") for one in places)
    return Finding("text-total", "x", Severity.ERROR, "ผิด", refs=refs)


def test_places_of_findings_are_drawn(tables: Path, page: Path) -> None:
    """Each place that lies on a page has a picture, and an image with words of its own."""
    finding = found(PLACE, "p9!R1C1", PLACE)
    made = pictures_of([finding], tables, page)
    assert [*made] == [PLACE]
    assert made[PLACE].startswith(b"\x89PNG")
    (image,) = cut_outs(finding.refs, made)
    assert "หน้า 1" in image.caption
    assert PLACE in image.alt


def test_without_the_document_there_are_none(tables: Path, page: Path) -> None:
    """A document that is gone, or another one, is not drawn; nor one that cannot be drawn."""
    assert pictures_of([found(PLACE)], tables, page.with_name("b.pdf")) == {}
    assert pictures_of([found(PLACE, file="b.pdf")], tables, page) == {}
    page.write_bytes(b"%PDF-1.4 nothing")
    assert pictures_of([found(PLACE)], tables, page) == {}


def test_rounds_without_pages_have_none(
    tmp_path: Path, sample_workbook: Path, register: Register
) -> None:
    """A spreadsheet has no pages."""
    reading = read_source(sample_workbook, register, Wanted("7301", 2565, 2))
    write_reading(reading, tmp_path, "parquet")
    assert pictures_of([found(PLACE)], tmp_path, sample_workbook) == {}


def test_a_report_shows_pictures_within_a_weight() -> None:
    """What is proved comes first, each place once; what finds no room is told."""
    second, third = "p2!R1C1", "p3!R1C1"
    findings = [
        replace(found(second), severity=Severity.WARNING),
        found(PLACE),
        replace(found(third), waived="รับทราบ"),
    ]
    pictures = dict.fromkeys((PLACE, second, third), b"x" * 10)
    (one, told) = page_pictures(findings, pictures, most=15).body  # type: ignore[union-attr]
    assert PLACE in one.alt
    assert "อีก 1 แห่ง" in told.text
    assert len(page_pictures(findings, pictures, most=20).body) == 2  # type: ignore[union-attr]
    assert page_pictures(findings, {}) is None
