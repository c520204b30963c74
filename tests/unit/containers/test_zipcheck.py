"""Looking into a zip first."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plantrack_nb.containers import zipcheck
from plantrack_nb.containers.zipcheck import LIMITS, check_zip
from plantrack_nb.core.errors import SourceError, UnsafeSourceError

Zipped = Callable[..., Path]
SMALL = replace(LIMITS, entries=3, entry_bytes=4000, total_bytes=6000, ratio_from=2000, ratio=20)


@pytest.fixture
def zipped(tmp_path: Path) -> Zipped:
    """Make a zip of the given parts."""

    def _zipped(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
        with zipfile.ZipFile(tmp_path / "r.xlsx", "w", method) as archive:
            for name, content in parts:
                archive.writestr(name, content)
        return tmp_path / "r.xlsx"

    return _zipped


def noise(size: int) -> bytes:
    """Bytes that hardly pack."""
    return b"".join(b"%d," % (n * 7919) for n in range(size))[:size]


def test_a_sound_zip_gives_its_names(zipped: Zipped) -> None:
    """What is safe is named."""
    assert check_zip(zipped(("a.xml", b"<a/>"), ("b.bin", b"x"))) == ("a.xml", "b.bin")


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ([(f"{n}.xml", b"<a/>") for n in range(4)], "4 parts"),
        ([("a.bin", noise(4001))], "a.bin unpacks to more than"),
        ([("a.bin", noise(3500)), ("b.bin", noise(3500))], "whole file unpacks"),
        ([("a.bin", bytes(3000))], "over 20 times"),
        ([("a.xml", b"<!DOCTYPE a>")], "declares entities"),
        ([("a.xml", b'<?xml version="1.0" encoding="utf-7"?>')], "not in UTF-8"),
        ([("../a.xml", b"<a/>")], "leads outside"),
        ([("C:/a.xml", b"<a/>")], "leads outside"),
        ([("a.xml", b"<a/>"), ("A.xml", b"<a/>")], "same name"),
        ([("a.xml", b'<c r="A200001"><v>')], "A200001"),
        ([("a.xml", b"<x:c s='1' r='AAA1'><v>")], "AAA1"),
    ],
)
def test_each_limit_is_named(zipped: Zipped, parts: list[tuple[str, bytes]], why: str) -> None:
    """A refusal says which limit was passed."""
    with pytest.raises(UnsafeSourceError) as caught:
        check_zip(zipped(*parts), SMALL)
    assert why in caught.value.why


def test_blank_cells_far_out_are_no_reason(zipped: Zipped) -> None:
    """Styled cells without a value do not count."""
    data = b'<c r="XFD1048576" s="3"/><c r="XFC1048576"></c>'
    assert check_zip(zipped(("a.xml", data)))


def test_sizes_are_not_believed_from_the_header(zipped: Zipped) -> None:
    """A header that understates a part's size does not get it past."""
    path = zipped(("a.bin", noise(3500)))
    data = path.read_bytes()
    path.write_bytes(data.replace((3500).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    with pytest.raises(SourceError):
        check_zip(path)


def test_unusual_packing_is_refused(zipped: Zipped) -> None:
    """Office packs one way; others cost memory."""
    with pytest.raises(UnsafeSourceError, match="packed"):
        check_zip(zipped(("a.bin", b"x"), method=zipfile.ZIP_LZMA))


@pytest.mark.parametrize("size", [1, 2, 7, 20, 61])
def test_a_tag_cut_by_the_stream_is_still_seen(size: int) -> None:
    """Wherever the stream is cut, a far cell is found and a blank one is not taken for it."""
    far = b'<row><c r="XFD1" s="1"><v>1</v></c></row>' * 3
    blank = b'<row><c r="XFD1" s="1"></c><c r="XFD1"/></row>' * 3

    def scan(data: bytes) -> None:
        part = zipcheck._Scan(Path("r.xlsx"), "a.xml", LIMITS)
        for at in range(0, len(data), size):
            part.feed(data[at : at + size])

    with pytest.raises(UnsafeSourceError, match="XFD1"):
        scan(far)
    scan(blank)


def test_a_password_is_asked_for(zipped: Zipped) -> None:
    """Encrypted parts are named as such."""
    data = bytearray(zipped(("a.xml", b"<a/>")).read_bytes())
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert zipfile.is_zipfile(io.BytesIO(data))
    path = zipped(("a.xml", b"<a/>"))
    path.write_bytes(data)
    with pytest.raises(SourceError, match="password"):
        check_zip(path)
