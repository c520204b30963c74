"""Text set into the cells that a file's own tags state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plantrack_nb.containers.pdf.drawn.glyphs import Glyph
from plantrack_nb.containers.pdf.lines import Line, lines, stretches
from plantrack_nb.containers.pdf.page_records import Leaf, TaggedRow, TaggedTable


@dataclass(frozen=True, slots=True)
class TagsOfPage:
    """The table cells of a page's content, by the number of its marks, and the rows by theirs."""

    leaves: dict[int, Leaf]
    rows: Mapping[int, TaggedRow]


def tagged_tables(
    glyphs: Sequence[Glyph], leaves: Mapping[int, Leaf], rows: Mapping[int, TaggedRow]
) -> tuple[TaggedTable, ...]:
    """Return the tables of a page that ``leaves`` lead to, in the order of the content."""
    texts: dict[int, dict[int, dict[int, dict[int, list[Glyph]]]]] = {}
    for glyph in glyphs:
        leaf = leaves.get(glyph.mark)
        if leaf is not None:
            row = texts.setdefault(leaf.table, {}).setdefault(leaf.row, {})
            row.setdefault(leaf.cell, {}).setdefault(leaf.block, []).append(glyph)
    return tuple(_table(number, own, rows) for number, own in texts.items())


def _table(
    number: int,
    own: Mapping[int, Mapping[int, Mapping[int, list[Glyph]]]],
    rows: Mapping[int, TaggedRow],
) -> TaggedTable:
    made: dict[int, tuple[Line, ...]] = {}
    heads: list[str] = []
    for row, cells in own.items():
        if rows[row].is_head:
            whole = [one for blocks in cells.values() for block in blocks.values() for one in block]
            heads += [line.text for line in lines(stretches(whole))]
        for cell, blocks in cells.items():
            made[cell] = tuple(
                line for block in blocks.values() for line in _paragraph(lines(stretches(block)))
            )
    top = min(
        (line.base - line.size for cell_lines in made.values() for line in cell_lines), default=0.0
    )
    return TaggedTable(number, top, tuple((row, rows[row]) for row in own), made, tuple(heads))


def _paragraph(own: list[Line]) -> list[Line]:
    if own:
        own[-1].is_last = True
    return own
