"""One page made of tables and lines of text: which letters stand in which cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from plantrack_nb.containers.pdf.drawn.glyphs import Glyph, PageContent
from plantrack_nb.containers.pdf.lines import Stretch, lines, stretches
from plantrack_nb.containers.pdf.page_records import FoundCell, FoundPage, FoundTable, Leaf
from plantrack_nb.containers.pdf.tables.aligned import aligned_table
from plantrack_nb.containers.pdf.tables.ruled import RuledTable, ruled_tables
from plantrack_nb.containers.pdf.tables.tagged import TagsOfPage, tagged_tables

_APART = 0.03  # of the size: strings that were placed on their own and do not touch
_MOST_PADDING = 8.0
_IN_LINES = 0.9  # share of a tagged table's letters that stand in cells of lines, if it has any


def found_on(content: PageContent, tags: TagsOfPage | None = None) -> FoundPage:
    """Find the tables of a page and set its text into them; what is left are lines of text.

    Lines on the page go before tags: they are what a reader sees. Tags tell the cells of tables
    that have no lines on all sides.
    """
    tables = ruled_tables(content.rules)
    tagged = _only_tagged(content.glyphs, tags.leaves, tables) if tags else {}
    inside: dict[tuple[int, int], list[Stretch]] = {}
    outside: list[Stretch] = []
    for one in stretches(glyph for glyph in content.glyphs if glyph.mark not in tagged):
        for part in _parted(one, tables):
            place = _place(part.glyphs, tables)
            if place is None:
                outside.append(part)
            else:
                inside.setdefault(place, []).append(part)
    kept = [number for number in range(len(tables)) if _is_table(number, inside)]
    for place in [place for place in inside if place[0] not in kept]:
        outside += inside.pop(place)
    found = [_table(tables[number], number, inside) for number in kept]
    if not found and not tagged and (bare := aligned_table(outside, content.width)):
        found, outside = [bare[0]], bare[1]
    return FoundPage(
        content.number,
        content.width,
        content.height,
        tuple(found),
        tagged_tables(content.glyphs, tagged, tags.rows) if tags and tagged else (),
        tuple(lines(outside)),
        content.seen,
        _covered(content),
    )


def _only_tagged(
    glyphs: Sequence[Glyph], leaves: dict[int, Leaf], tables: Sequence[RuledTable]
) -> dict[int, Leaf]:
    """Return the leaves of those tables whose text does not stand in cells of lines."""
    ruled: Counter[int] = Counter()
    total: Counter[int] = Counter()
    for glyph in glyphs:
        leaf = leaves.get(glyph.mark)
        if leaf is not None:
            total[leaf.table] += 1
            ruled[leaf.table] += _cell_at(glyph, tables) is not None
    bare = {table for table, count in total.items() if ruled[table] < _IN_LINES * count}
    return {mark: leaf for mark, leaf in leaves.items() if leaf.table in bare}


def _parted(one: Stretch, tables: Sequence[RuledTable]) -> list[Stretch]:
    """Part a stretch where a line between cells runs through a joint of two strings.

    Words that overflow their cell have no such joint, and stay whole.
    """
    places = [_cell_at(glyph, tables) for glyph in one.glyphs]
    if len(set(places)) == 1:
        return [one]
    cuts = [
        at
        for at in range(1, len(places))
        if places[at] != places[at - 1]
        and one.glyphs[at].fresh
        and abs(one.glyphs[at].start - one.glyphs[at - 1].end) > _APART * one.size
        and not one.glyphs[at].zero
    ]
    if not cuts:
        return [one]
    pieces = [
        one.glyphs[first:last] for first, last in zip([0, *cuts], [*cuts, len(places)], strict=True)
    ]
    return [part for piece in pieces for part in stretches(piece)]


def _place(glyphs: Sequence[Glyph], tables: Sequence[RuledTable]) -> tuple[int, int] | None:
    """Return the cell that most letters of a stretch stand in."""
    solid = [one for one in glyphs if not one.text.isspace()] or glyphs
    counted = Counter(_cell_at(one, tables) for one in solid)
    return max(counted, key=lambda place: counted[place])  # of equal ones the first


def _cell_at(glyph: Glyph, tables: Sequence[RuledTable]) -> tuple[int, int] | None:
    for number, table in enumerate(tables):
        cell = table.at(glyph.x, glyph.y)
        if cell is not None:
            return (number, cell)
    return None


def _is_table(number: int, inside: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a table has text in two cells at least; a drawing's boxes have none."""
    return len({cell for table, cell in inside if table == number}) > 1


def _table(
    table: RuledTable, number: int, inside: dict[tuple[int, int], list[Stretch]]
) -> FoundTable:
    set_in = {at: lines(inside.get((number, at), ())) for at in range(len(table.cells))}
    padding = _padding(
        line.start - table.cells[at].box[0]
        for at, own in set_in.items()
        for line in own
        if line.turn == 0
    )
    cells = []
    for at, cell in enumerate(table.cells):
        left, top, right, bottom = cell.box
        turned = any(line.turn % 2 for line in set_in[at])
        room = (bottom - top if turned else right - left) - 2 * padding
        place = (cell.row, cell.column, cell.rows, cell.columns, cell.box)
        cells.append(FoundCell(*place, tuple(set_in[at]), room))
    return FoundTable(table.box, table.xs, tuple(cells))


def _padding(gaps: Iterable[float]) -> float:
    """Return the blank that cells leave at their sides: nearly the least that is seen."""
    ordered = sorted(gaps)
    return min(max(ordered[len(ordered) // 10], 0.0), _MOST_PADDING) if ordered else 0.0


def _covered(content: PageContent) -> float:
    area = content.width * content.height or 1.0
    return max(
        ((right - left) * (bottom - top) / area for left, top, right, bottom in content.pictures),
        default=0.0,
    )
