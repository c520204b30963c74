"""The whole HTML page."""

from __future__ import annotations

import re

import pytest
from helpers.sample_parts import sample_parts

from plantrack_nb.render.document import assemble
from plantrack_nb.render.page import to_html
from plantrack_nb.render.parts import Masthead, Paragraph


@pytest.fixture(scope="module")
def page() -> str:
    """Return the sample document as a page."""
    return to_html(assemble(sample_parts()))


def test_the_page_runs_nothing_and_loads_nothing(page: str) -> None:
    """No script, no handler, no address: not even the policy would be needed."""
    assert not re.search(r"<script|<iframe|<link|<base|<form|\son\w+=|javascript:", page)
    assert not re.search(r"(src|href)=\"(?!#|data:image/)", page)
    assert set(re.findall(r"url\((.{5})", page)) == {"data:"}
    assert "@import" not in page


def test_the_policy_forbids_it_as_well(page: str) -> None:
    """The Content-Security-Policy stands before anything that could load."""
    policy = (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert f'content="{policy}"' in page
    assert page.index("Content-Security-Policy") < page.index("<style>")


def test_the_page_is_a_thai_document(page: str) -> None:
    """Language, title, one first-level heading, landmarks, a way past the contents."""
    assert page.startswith('<!DOCTYPE html>\n<html lang="th">')
    assert "<title>รายงานตัวอย่าง</title>" in page
    assert page.count("<h1>") == 1
    assert '<a class="skip" href="#content">' in page
    assert '<main id="content"' in page


def test_the_contents_lead_to_the_headings(page: str) -> None:
    """Each second-level heading is listed and can be reached."""
    links = re.findall(r'<li><a href="#([\w-]+)">([^<]+)</a>', page)
    assert links == [
        ("overview", "ภาพรวม"), ("s2", "ตาราง"), ("s3", "บันทึกข้อความ"), ("s4", "สารบัญ"),
    ]  # fmt: skip
    assert all(f'id="{anchor}"' in page for anchor, _ in links)


def test_a_title_is_text(page: str) -> None:
    """The title is escaped wherever it stands."""
    made = to_html(assemble([Masthead("</title><script>x</script>"), Paragraph("ก")]))
    assert "<script" not in made
    assert made.replace("<wbr>", "").count("&lt;/title&gt;&lt;script&gt;") == 2


def test_the_page_is_small_and_the_same_every_time(page: str) -> None:
    """An empty report costs less than 100 kB, font and all; two runs give the same text."""
    assert len(page.encode()) < 100_000
    assert page == to_html(assemble(sample_parts()))
