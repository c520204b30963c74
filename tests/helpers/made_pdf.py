"""PDFs written by hand, operator by operator, for what no printing program would write.

Places are in points from the upper left corner, ``y`` growing downwards, as the reader tells them.
Every letter is half its size wide; marks above and below letters take no room.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

WIDE = 0.5
"""Width of a letter as a share of its size."""

_MARKS = set("ัิีึืฺุู็่้๊๋์ํ๎")


@dataclass
class Sheet:
    """One page: what is drawn on it, in order.

    Parameters
    ----------
    width, height : float
        Its size before it is turned.
    rotate : int
        By how much it is turned to be shown, in degrees.
    texts : mapping of str to str
        What the font says of a letter, when that is not the letter itself.
    """

    width: float = 600
    height: float = 400
    rotate: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)
    operators: list[str] = field(default_factory=list)
    properties: list[str] = field(default_factory=list)
    attributes: str = ""
    letters: dict[str, int] = field(default_factory=dict)

    def text(self, x: float, y: float, words: str, size: float = 10, how: str = "") -> None:
        """Draw words from a place on; ``how`` is put before them (``3 Tr``: invisible)."""
        self.shown(f"1 0 0 1 {x:g} {self.height - y:g} Tm", words, size, how)

    def shown(self, matrix: str, words: str, size: float = 10, how: str = "") -> None:
        """Draw words where a text matrix says."""
        codes = "".join(f"{self._code(one):02X}" for one in words)
        self.raw(f"BT /F1 {size:g} Tf {how} {matrix} <{codes}> Tj ET")

    def marked(self, tag: str, properties: str = "") -> None:
        """Open marked content."""
        self.raw(f"/{tag} {properties} BDC" if properties else f"/{tag} BMC")

    def actual(self, told: str) -> None:
        """Open content that stands for a text."""
        self.marked("Span", f"<</ActualText <FEFF{told.encode('utf-16-be').hex()}>>>")

    def end(self) -> None:
        """Close marked content."""
        self.raw("EMC")

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 1) -> None:
        """Draw a line."""
        self.raw(f"{width:g} w {x0:g} {self.height - y0:g} m {x1:g} {self.height - y1:g} l S")

    def bar(self, x: float, y: float, wide: float, tall: float) -> None:
        """Fill a rectangle, its upper left corner given."""
        self.raw(f"{x:g} {self.height - y - tall:g} {wide:g} {tall:g} re f")

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Draw all lines of a table."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])

    def table(
        self, xs: Sequence[float], ys: Sequence[float], rows: Iterable[Iterable[str]]
    ) -> None:
        """Draw a table with its lines and a line of words in each cell."""
        self.grid(xs, ys)
        for y, row in zip(ys, rows, strict=False):
            for x, words in zip(xs, row, strict=False):
                if words:
                    self.text(x + 3, y + 12, words)

    def raw(self, operators: str) -> None:
        """Add operators as they are."""
        self.operators.append(operators)

    def _code(self, letter: str) -> int:
        return self.letters.setdefault(letter, len(self.letters) + 1)


def write_pdf(
    path: Path, sheets: Sequence[Sheet], *, compress: bool = True, info: str = "", more: str = ""
) -> Path:
    """Write sheets as a PDF; ``info`` and ``more`` go into its information and its catalogue."""
    objects: list[bytes] = [b"", b"", info_object(info)]
    pages = []
    for sheet in sheets:
        content = "\n".join(sheet.operators).encode("latin-1")
        stream = zlib.compress(content) if compress else content
        kind = "/Filter /FlateDecode" if compress else ""
        first = len(objects) + 1
        objects += [
            _stream(stream, kind),
            _stream(_to_unicode(sheet).encode("ascii"), ""),
            _font(sheet, first + 1),
            (
                f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width:g} {sheet.height:g}]"
                f" /Rotate {sheet.rotate} /Contents {first} 0 R {sheet.attributes}"
                f" /Resources <</Font <</F1 {first + 2} 0 R>>"
                f" /Properties <<{' '.join(sheet.properties)}>>>>>>"
            ).encode("latin-1"),
        ]
        pages.append(f"{first + 3} 0 R")
    objects[0] = f"<</Type /Catalog /Pages 2 0 R {more}>>".encode("latin-1")
    objects[1] = f"<</Type /Pages /Count {len(pages)} /Kids [{' '.join(pages)}]>>".encode()
    path.write_bytes(_file(objects))
    return path


def info_object(info: str) -> bytes:
    """Return the information dictionary."""
    return f"<<{info}>>".encode("latin-1")


def _stream(data: bytes, kind: str) -> bytes:
    return f"<</Length {len(data)} {kind}>>\nstream\n".encode() + data + b"\nendstream"


def _font(sheet: Sheet, unicode: int) -> bytes:
    widths = ["0"] * 256
    for letter, code in sheet.letters.items():
        widths[code] = "0" if letter in _MARKS else str(int(WIDE * 1000))
    return (
        f"<</Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Made /FirstChar 0 /LastChar 255"
        f" /Widths [{' '.join(widths)}] /ToUnicode {unicode} 0 R>>"
    ).encode("latin-1")


def _to_unicode(sheet: Sheet) -> str:
    told = {code: sheet.texts.get(letter, letter) for letter, code in sheet.letters.items()}
    lines = [
        f"<{code:02X}> <{text.encode('utf-16-be').hex()}>"
        for code, text in told.items()
        if text != "no text"
    ]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(lines)} beginbfchar\n" + "\n".join(lines) + "\nendbfchar\n"
        "endcmap end end"
    )


def _file(objects: Sequence[bytes]) -> bytes:
    made = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    size = len(objects) + 1
    return (
        made
        + (
            f"trailer <</Size {size} /Root 1 0 R /Info 3 0 R>>\nstartxref\n{start}\n%%EOF\n"
        ).encode()
    )
