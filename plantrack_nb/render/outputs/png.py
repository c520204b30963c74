"""PNG pictures: looked through before they are shown, and left with nothing but the picture."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_MOST_PIXELS = 40_000_000


def checked_png(data: bytes) -> bytes:
    """Return a PNG without its remarks (who made it, when, with what).

    Raises
    ------
    ValueError
        It is no whole PNG, or a small file that unfolds into a huge picture.
    """
    if not data.startswith(_SIGNATURE):
        raise ValueError("it is no PNG")
    chunks = [*_chunks(data)]
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise ValueError("the PNG is cut off")
    _require_pixels(chunks)
    return _SIGNATURE + b"".join(_written(*one) for one in chunks if one[0] in _KEPT)


def png_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a checked PNG."""
    wide, high = struct.unpack(">II", data[16:24])
    return wide, high


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        end = data[at + 8 + length : at + 12 + length]
        if len(body) != length or end != struct.pack(">I", zlib.crc32(kind + body)):
            raise ValueError("the PNG is damaged")
        yield kind, body
        if kind == b"IEND":
            return
        at += 12 + length


def _require_pixels(chunks: list[tuple[bytes, bytes]]) -> None:
    """Unfold the pixels piece by piece, no more than the head promises."""
    head = chunks[0][1]
    if len(head) != 13:
        raise ValueError("the PNG is damaged")
    wide, high, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    if not 0 < wide * high <= _MOST_PIXELS or colour not in _CHANNELS or interlaced:
        raise ValueError("the PNG is too large, or of a rare kind")
    promised = high * (1 + (wide * depth * _CHANNELS[colour] + 7) // 8)
    unfolded, engine = 0, zlib.decompressobj()
    try:
        for kind, body in chunks:
            left = body if kind == b"IDAT" else b""
            while left and unfolded <= promised:
                unfolded += len(engine.decompress(left, 1 << 20))
                left = engine.unconsumed_tail
    except zlib.error as error:
        raise ValueError("the PNG is damaged") from error
    if unfolded != promised:
        raise ValueError("the PNG is damaged")


def _written(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
