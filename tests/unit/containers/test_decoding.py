"""Bytes to text."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.containers.decoding import decode
from plantrack_nb.core.errors import SourceError

THAI = "โครงการพัฒนา ๑๒๓ (98.05)"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16-le", "utf-16-be"])
def test_thai_in_each_encoding(encoding: str) -> None:
    """The encodings of Thai offices give the same text."""
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    assert decode((mark + THAI).encode(encoding), "f").text == THAI


def test_damaged_utf8_is_not_taken_for_cp874() -> None:
    """A broken byte is shown and named; the rest keeps its letters."""
    decoded = decode("ก\nข".encode() + b"\xff" + "ค".encode(), "f")
    assert decoded.text == "ก\nข\ufffdค"
    assert decoded.notes == ("1 damaged bytes shown as \ufffd, first on line 2",)


@pytest.mark.parametrize("data", [b"\x7fELF\x00", b"\xff\xfe\x00", "ก".encode() + b"\x00"])
def test_binary_is_refused(data: bytes) -> None:
    """Bytes that are no text name the file and what to do."""
    with pytest.raises(SourceError, match=r"(?s)not text.*f\.csv.*UTF-8"):
        decode(data, "f.csv")


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_our_error(data: bytes) -> None:
    """No bytes crash."""
    with suppress(SourceError):
        assert "\0" not in decode(data, "f").text
