"""The visible parts of a report, as plain frozen records.

A part says *what* is shown; :mod:`~plantrack_nb.render.html` and the Typst template say how.
Numbers stay numbers here and become text in :mod:`~plantrack_nb.render.formats` only. A notebook
shows a part by leaving it as the last expression of a cell; the part then also travels in the
output as JSON, and the HTML and PDF documents are made from that.

In: figures and words. Out: frozen records. To change here: a part's fields; then `html/` and
`typesetting/` draw it. Tests: tests/unit/render.
"""

from __future__ import annotations

from plantrack_nb.render.parts.base import MIME, Box, Digits, Part, Shade, Tone, Unit, Value
from plantrack_nb.render.parts.front_matter import (
    Closing,
    Contents,
    ContentsEntry,
    Cover,
    Memo,
    MemoItem,
    Signature,
)
from plantrack_nb.render.parts.own import Image, ImageKind, Own, Plot, Printed
from plantrack_nb.render.parts.prose import (
    Bar,
    Bullets,
    Callout,
    Curve,
    Details,
    Fact,
    Facts,
    Figure,
    Heading,
    Landscape,
    Masthead,
    PageBreak,
    Paragraph,
    Segment,
    Series,
    Stroke,
)
from plantrack_nb.render.parts.tabular import (
    Cell,
    Column,
    Columns,
    Phone,
    Row,
    RowRole,
    Table,
    group,
    row,
    table,
)

KINDS: dict[str, type[Part]] = {
    kind.__name__: kind
    for kind in (*Part.__subclasses__(), *Box.__subclasses__())
    if kind is not Box
}
"""Every part by name; the JSON form of a part carries its name."""

__all__ = [
    "KINDS",
    "MIME",
    "Bar",
    "Box",
    "Bullets",
    "Callout",
    "Cell",
    "Closing",
    "Column",
    "Columns",
    "Contents",
    "ContentsEntry",
    "Cover",
    "Curve",
    "Details",
    "Digits",
    "Fact",
    "Facts",
    "Figure",
    "Heading",
    "Image",
    "ImageKind",
    "Landscape",
    "Masthead",
    "Memo",
    "MemoItem",
    "Own",
    "PageBreak",
    "Paragraph",
    "Part",
    "Phone",
    "Plot",
    "Printed",
    "Row",
    "RowRole",
    "Segment",
    "Series",
    "Shade",
    "Signature",
    "Stroke",
    "Table",
    "Tone",
    "Unit",
    "Value",
    "group",
    "row",
    "table",
]
