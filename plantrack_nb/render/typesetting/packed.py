"""A PDF with its small objects packed together: a third of the size, the same document.

Typst writes each element of the tags as an object of its own, uncompressed: thousands of them. PDF
1.5 and PDF/A-2 let objects that are no streams stand compressed in *object streams* (ISO 32000-1,
7.5.7), found by a cross-reference stream (7.5.8).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise

from plantrack_nb.core.errors import RenderError

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SECTION = re.compile(rb"(\d+) (\d+)\s*\n")
_OBJECT = re.compile(rb"\s*(\d+) (\d+) obj\s*(.*?)\s*endobj\s*$", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+\s*")
_TOGETHER = 200
"""Objects in one stream: a reader unpacks the whole of it for one."""


def packed(pdf: bytes) -> bytes:
    """Pack the objects of a PDF that has a plain table of cross-references.

    Raises
    ------
    RenderError
        The file is built otherwise than expected; nothing is guessed.
    """
    objects = dict(_objects(pdf))
    trailer = _TRAILER.search(pdf)
    if trailer is None or b"/Encrypt" in trailer[1]:
        raise _unexpected("its trailer")
    out = bytearray(pdf[: min(at for at, _ in _offsets(pdf).values())])
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    small = [number for number, body in objects.items() if not body.endswith(b"endstream")]
    for number in sorted(objects.keys() - {*small}):
        places[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    free = max(objects) + 1
    for start in range(0, len(small), _TOGETHER):
        some = small[start : start + _TOGETHER]
        places[free] = (1, len(out), 0)
        places |= {number: (2, free, at) for at, number in enumerate(some)}
        out += _object_stream(free, [(number, objects[number]) for number in some])
        free += 1
    return bytes(out + _references(free, len(out), places, _SIZE.sub(b"", trailer[1])))


def _object_stream(number: int, held: list[tuple[int, bytes]]) -> bytes:
    index, bodies = [], bytearray()
    for each, body in held:
        index.append(b"%d %d" % (each, len(bodies)))
        bodies += body + b"\n"
    head = b" ".join(index) + b"\n"
    keys = b"/Type /ObjStm /N %d /First %d" % (len(held), len(head))
    return _stream(number, keys, head + bytes(bodies))


def _references(
    number: int, at: int, places: dict[int, tuple[int, int, int]], trailer: bytes
) -> bytes:
    places = {**places, number: (1, at, 0)}
    table = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + more.to_bytes(2, "big")
        for kind, place, more in (places.get(each, (0, 0, 65535)) for each in range(number + 1))
    )
    keys = b"/Type /XRef /Size %d /W [1 4 2] %s" % (number + 1, trailer.strip())
    return _stream(number, keys, table) + b"startxref\n%d\n%%%%EOF\n" % at


def _stream(number: int, keys: bytes, data: bytes) -> bytes:
    made = zlib.compress(data, 9)
    head = b"%d 0 obj\n<< %s /Filter /FlateDecode /Length %d >>" % (number, keys, len(made))
    return head + b"\nstream\n" + made + b"\nendstream\nendobj\n"


def _objects(pdf: bytes) -> Iterator[tuple[int, bytes]]:
    """Take each object between its place and the next; the table must name every one."""
    offsets = _offsets(pdf)
    for number, (start, end) in offsets.items():
        found = _OBJECT.match(pdf[start:end])
        if found is None or int(found[1]) != number or int(found[2]):
            raise _unexpected(f"object {number}")
        yield number, found[3]


def _offsets(pdf: bytes) -> dict[int, tuple[int, int]]:
    """Read where each object begins, and where the next thing does."""
    last = _START.search(pdf)
    if last is None or not pdf.startswith(b"xref", int(last[1])):
        raise _unexpected("its table of cross-references")
    table = int(last[1])
    at, starts = table + 5, {}
    while section := _SECTION.match(pdf, at):
        first, many = int(section[1]), int(section[2])
        at = section.end()
        for number in range(first, first + many):
            entry = pdf[at : at + 20]
            if entry[17:18] == b"n":
                starts[number] = int(entry[:10])
            at += 20
    ends = sorted([*starts.values(), table])
    following = dict(pairwise(ends))
    return {number: (start, following[start]) for number, start in sorted(starts.items())}


def _unexpected(what: str) -> RenderError:
    return RenderError(
        "The PDF cannot be packed.",
        why=f"{what} is not as this version of Typst writes it",
        hint="Install the versions that are pinned in constraints.txt.",
    )
