"""What a text may hold: what nobody can see becomes visible, or is refused by its name."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.letters import (
    refuse_unseen,
    seen,
    spelt_in_json,
    spelt_out,
    unseen,
)

ODD = "\x00\x07\x1b\x7f\x80\x9b\ud800\udfff\ufdd0\ufffe\uffff\U0001ffff\U0010fffe"
ANY_TEXT = st.text(st.characters() | st.sampled_from(ODD + "ก\t\r\n\v\f\x85\x1c😀"))


def _is_text(one: str) -> bool:
    """Tell by the Unicode standard whether a page can hold a character."""
    is_none = ord(one) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(one) <= 0xFDEF
    return one in "\t\n\r" or (unicodedata.category(one) not in {"Cc", "Cs"} and not is_none)


@given(ANY_TEXT)
def test_what_is_seen_is_text_and_stays(text: str) -> None:
    """Every character left is one that a page can hold; what was such stays as it was."""
    made = seen(text)
    assert all(map(_is_text, made))
    assert seen(made) == made
    if all(map(_is_text, text)):
        assert made == text
        assert not unseen(text)


@given(ANY_TEXT)
def test_what_is_refused_is_named(text: str) -> None:
    """A text is refused if and only if a character of it is none, and that is named."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    halves = any("\ud800" <= one <= "\udfff" for one in text) and "\ufffd" in whole
    assert bool(unseen(text)) == (halves or not all(map(_is_text, whole)))
    if unseen(text):
        with pytest.raises(ValueError, match=r"U\+[0-9A-F]{4}"):
            refuse_unseen([1, None, text])


@pytest.mark.parametrize("one", ODD)
def test_each_kind_is_visible(one: str) -> None:
    """Control characters, those of C1, halves, and codes that are none."""
    assert seen(f"ก{one}ข") == "ก\ufffdข"
    assert unseen(f"ก{one}ข").startswith(f"U+{ord(one):04X}")


def test_line_ends_and_pairs_are_what_they_mean() -> None:
    """Other programs' line ends end a line; two halves that belong together are one character."""
    assert seen("ก\vข\x85ค\ud83d\ude00") == "ก\nข\nค😀"
    assert unseen("\ud83d\ude00") == ""
    assert unseen("ก\vข") == "U+000B"


@given(ANY_TEXT)
def test_nothing_acts_on_a_terminal(text: str) -> None:
    """What is printed is plain, and a reader sees that something stood there."""
    made = spelt_out(text)
    kinds = {unicodedata.category(one) for one in made if one not in "\n\t"}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert len(made) >= len(text)


@given(ANY_TEXT)
def test_json_for_a_terminal_says_the_same(text: str) -> None:
    """It is read back as it was."""
    made = spelt_in_json(json.dumps([text], ensure_ascii=False))
    assert made == spelt_out(made)
    assert json.loads(made) == json.loads(json.dumps([text]))
