"""Words that sentences are made of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.check.reading.running_text.phrases import (
    joined,
    keys,
    numbers,
    quoted,
    quoted_end,
)


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["ก"], "ก"), (["ก", "ข"], "ก และ ข"), (["ก", "ข", "ค"], "ก, ข และ ค")],
)
def test_joined(words: list[str], said: str) -> None:
    """Words are joined as a sentence does."""
    assert joined(words) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([4], "4"),
        ([2, 1], "1 และ 2"),
        ([1, 2, 3], "1–3"),
        ([9, 4, 5, 6, 2], "2, 4–6 และ 9"),
        ([1, 2, 4, 5], "1, 2, 4 และ 5"),
        ([], ""),
    ],
)
def test_numbers(values: list[int], said: str) -> None:
    """Runs of three and more are shortened, others named one by one."""
    assert numbers(values) == said


def test_quotes_are_cut_at_their_length() -> None:
    """A text of just the length is whole; a longer one loses its end, or its beginning."""
    assert quoted("กขค", 3) == "“กขค”"
    assert quoted("กขคง", 3) == "“กขค…”"
    assert quoted("กข คง", 3) == "“กข…”"
    assert quoted_end("กขค", 3) == "“กขค”"
    assert quoted_end("งกขค", 3) == "“…กขค”"
    assert quoted_end("ที่นี่", 4) == "“…นี่”"
    assert quoted(" ก \n ข ") == "“ก ข”"
    assert quoted_end("ก\n ข") == "“ก ข”"


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(1, 80))
def test_quotes_never_grow(text: str, most: int) -> None:
    """A quote is at most its length, two marks and a sign for what is left out."""
    assert len(quoted(text, most)) <= most + 3
    assert len(quoted_end(text, most)) <= most + 3


def test_keys_leave_out_what_is_empty() -> None:
    """A subject names only what there is."""
    assert keys(project_no="1.1", activity_no="", list="2") == "project_no=1.1; list=2"
