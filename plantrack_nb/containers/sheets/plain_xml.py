"""Sheets and lists of texts as programs write them, read by pattern: some five times as fast.

Programs write a sheet's rows in one fixed way. Where a part is exactly so, its rows need no walk
through XML; anything else gives None, and is then read as XML, which tells what is wrong with it.
Both ways give the same: what stands around the rows, and a row of each shape, is XML here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from plantrack_nb.containers.ooxml import Package, careful_parser
from plantrack_nb.containers.sheets.stored import LONGEST_TEXT, Stored, StoredRow
from plantrack_nb.core.provenance import column_number

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 20_000_000
"""Bytes of a part up to which it is held in memory as a whole."""

_CONTROLS = bytes({*range(0x20)} - {*b"\t\n"})
_ODD = (b"<!", b"]]>", "\ufffe".encode(), "\uffff".encode())
"""What XML does not allow in a text, reads as another character, or has a meaning of its own."""
_BOM = "\ufeff"
_DECLARED = re.compile(r"<\?xml[^>?]*\?>")
_ENCODING = re.compile(r"""encoding=["'](?i:utf-8)["']""")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))

_OPENED = r'<t(?: xml:space="preserve")?>'
_TEXT_OF_CELL = f"[^<]{{1,{LONGEST_TEXT}}}"
_PIECE = re.compile(
    r'<c r="([A-Z]{1,3})[0-9]{1,7}"(?: s="([0-9]{1,9})")?(?: t="([A-Za-z]+)")?'
    rf"(?:/>|>(?:(?:<f>({_TEXT_OF_CELL})</f>)?<v>({_TEXT_OF_CELL})</v>|<is>{_OPENED}({_TEXT_OF_CELL})</t></is>)</c>)"
    r'|<row r="([0-9]{1,7})"((?: [A-Za-z0-9:]+="[^"<&]*")*+)(/?)>'
    r"|(</row>)"
    r"|(.+)",
    re.DOTALL,
)
"""A cell (its column, style, kind, formula, value, own text), a row's start (its number, what else
it says, whether it ends at once), a row's end; the last group swallows all that is none of them."""

_HIDDEN = re.compile(r' hidden="(?:1|true)"')
_VALUE = re.compile(r'="[^"]*"')
_TEXT = re.compile(rf"<si>(?:<t/>|{_OPENED}([^<]*)</t>)</si>|(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A sheet's rows in use, and the XML around them."""

    rows: Sequence[StoredRow]
    around: etree._Element


def plain_sheet(package: Package, part: str) -> PlainSheet | None:
    """Read a sheet that is written as programs do; None when it is not."""
    parted = _parted(package, part, "<sheetData>", "</sheetData>")
    if parted is None:
        return None
    head, body, tail = parted
    shapes: set[str] = set()
    try:
        rows = [*_rows(body, shapes)]
    except _NotPlainError:
        return None
    samples = [f'<row r="1"{one}/>' for one in {_VALUE.sub('=""', shape) for shape in shapes}]
    around = _parsed([head, *samples, tail])
    if around is None or sum(1 for _ in around.iter("{*}row")) != len(samples):
        return None
    return PlainSheet(rows, around)


def plain_texts(package: Package, part: str) -> Sequence[str] | None:
    """Read the workbook's list of texts where each is plain; None where one is not."""
    parted = _parted(package, part, "<si>", "</sst>")
    if parted is None:
        return None
    head, body, tail = parted
    found = _TEXT.findall(f"<si>{body}")
    around = _parsed([head.removesuffix("<si>"), tail])
    if around is None or len(around) or any(odd for _, odd in found):
        return None
    return [_unescaped(text) for text, _ in found]


class _NotPlainError(Exception):
    """The part is to be read as XML."""


def _rows(body: str, shapes: set[str]) -> Iterator[StoredRow]:
    """Yield the rows in use; ``shapes`` takes up what their starts say beside the number.

    Raises
    ------
    _NotPlainError
        Something stands there that is no cell or row, or stands out of its order.
    """
    row = _Row(0, "", ended=True)
    escaped = "&" in body
    for *cell, number, shape, ended, closed, _ in _PIECE.findall(body):
        if cell[0]:
            row.take(cell, escaped=escaped)
        elif number and row.ended and int(number) > row.number:
            row = _Row(int(number), shape, ended=bool(ended))
            shapes.add(shape)
        elif closed and not row.ended:
            row.ended = True
            if row.cells:
                yield StoredRow(row.number, _HIDDEN.search(row.shape) is not None, (*row.cells,))
        else:
            raise _NotPlainError
    if not row.ended:
        raise _NotPlainError


class _Row:
    """A row while it is read."""

    __slots__ = ("cells", "ended", "last", "number", "shape")

    def __init__(self, number: int, shape: str, *, ended: bool) -> None:
        self.number = number
        self.shape = shape
        self.ended = ended
        self.last = 0
        self.cells: list[Stored] = []

    def take(self, cell: list[str], *, escaped: bool) -> None:
        """Take a cell in; blank ones are passed over."""
        letters, style, kind, formula, value, own = cell
        held = value or own
        if not held:
            return
        column = column_number(letters)
        if column <= self.last or self.ended:
            raise _NotPlainError
        self.last = column
        if escaped:
            held, formula = _unescaped(held), _unescaped(formula)
        fields = column, kind or "n", int(style) if style else 0, held, formula or None
        self.cells.append(_made(Stored, fields))


_made: Any = tuple.__new__
"""Makes a named tuple in a third of the time that its class takes, for each cell of a sheet."""


def _parted(package: Package, part: str, start: str, end: str) -> tuple[str, str, str] | None:
    """Cut a part in three behind ``start`` and before ``end``; None where it is unusual."""
    if package.size(part) > LARGEST:
        return None
    data = package.binary(part)
    if len(data.translate(None, _CONTROLS)) < len(data) or any(map(data.__contains__, _ODD)):
        return None
    try:
        text = data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError:
        return None
    head, first, rest = text.partition(start)
    body, last, tail = rest.rpartition(end)
    if not (first and last and _is_utf8(head)) or "<?" in tail:
        return None
    if "&" in body and len(_ENTITY.findall(body)) < body.count("&"):
        return None
    return head + first, body, last + tail


def _is_utf8(head: str) -> bool:
    """Tell whether a part has nothing before its element but a plain declaration."""
    declared = _DECLARED.match(head)
    if declared is None:
        return "<?" not in head
    good = "encoding" not in declared[0] or _ENCODING.search(declared[0]) is not None
    return good and "<?" not in head[declared.end() :]


def _parsed(pieces: Iterable[str]) -> etree._Element | None:
    try:
        return etree.fromstring("".join(pieces).encode(), careful_parser())
    except etree.XMLSyntaxError:
        return None


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda one: _ENTITIES[one[0]], text) if "&" in text else text
