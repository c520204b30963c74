"""The cut-out of a page around a cell, as a small picture: so that a person can judge the reading.

Drawn by pdfium, in a child process as all that others wrote; the same file and place give the same
bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from plantrack_nb.containers.grid import Box
from plantrack_nb.containers.sandbox import in_child
from plantrack_nb.core.provenance import page_of

_MARGIN = 3.0  # points around the cell
_SCALE = 1.75  # pixels a point
_MOST = 1200  # pixels along a side; a larger cell is drawn smaller
_GREYS = 4  # enough for letters, and half as heavy as sixteen
_SECONDS = 60.0
_Wanted = tuple[int, Box]


def cut_outs(path: Path, boxes: Mapping[str, Box], refs: Sequence[str]) -> dict[str, bytes]:
    """Return pictures (PNG) of the cells at some places of a PDF, by their ref.

    Parameters
    ----------
    path : Path
        The PDF that was read.
    boxes : mapping of str to Box
        Where its cells lie, as the reading keeps them.
    refs : sequence of str
        The places; those that lie on no page are left out.

    Raises
    ------
    SourceError
        The file cannot be drawn.
    """
    wanted: dict[str, _Wanted] = {}
    for ref in refs:
        page = page_of(ref)
        if page is not None and ref in boxes:
            wanted[ref] = (page, boxes[ref])
    if not wanted:
        return {}
    drawn: list[bytes] = in_child(_draw, path, list(wanted.values()), seconds=_SECONDS)
    return dict(zip(wanted, drawn, strict=True))


def _draw(path: Path, wanted: Sequence[_Wanted]) -> list[bytes]:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [_cut(document[page - 1], box) for page, box in wanted]


def _cut(page: object, box: Box) -> bytes:
    width, height = page.get_size()  # type: ignore[attr-defined]  # imported only in the child
    left, top = max(box[0] - _MARGIN, 0.0), max(box[1] - _MARGIN, 0.0)
    right, bottom = min(box[2] + _MARGIN, width), min(box[3] + _MARGIN, height)
    longest = max(right - left, bottom - top, 1.0)
    bitmap = page.render(  # type: ignore[attr-defined]  # imported only in the child
        scale=min(_SCALE, _MOST / longest),
        crop=(left, height - bottom, width - right, top),
        grayscale=True,
    )
    rows = [
        bytes(bitmap.buffer[at * bitmap.stride : at * bitmap.stride + bitmap.width])
        for at in range(bitmap.height)
    ]
    return png(bitmap.width, rows)


def png(width: int, rows: Sequence[bytes]) -> bytes:
    """Write rows of grey pixels (a byte each) as a PNG of four greys."""
    step = 255 // (_GREYS - 1)
    levels = bytes(min((grey + step // 2) // step, _GREYS - 1) for grey in range(256))
    packed = b"".join(b"\0" + _packed(row.translate(levels)) for row in rows)
    head = struct.pack(">IIBBBBB", width, len(rows), 2, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(packed, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _packed(levels: bytes) -> bytes:
    whole = levels + b"\0" * (-len(levels) % 4)
    four = zip(whole[::4], whole[1::4], whole[2::4], whole[3::4], strict=True)
    return bytes(a << 6 | b << 4 | c << 2 | d for a, b, c, d in four)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
