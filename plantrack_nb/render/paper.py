"""What is of paper only: its pages and their margins, annexes, marks for lost letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plantrack_nb.render.document import Document, assemble
from plantrack_nb.render.lost_letters import marked
from plantrack_nb.render.outline import walk
from plantrack_nb.render.parts import Figure, Heading, Own, PageBreak, Part, Plot


@dataclass(frozen=True)
class Margins:
    """Those of an A4 page (mm), and the width they leave for text (points).

    ``below_running`` is the upper one where a running title heads the page.
    """

    side: int
    top: int
    bottom: int
    below_running: int
    room: float


UPRIGHT = Margins(side=20, top=22, bottom=20, below_running=22, room=482.0)
ON_ITS_SIDE = Margins(side=14, top=16, bottom=16, below_running=24, room=762.0)


def for_paper(document: Document) -> Document:
    """Return the document as it is printed: its annexes added, its lost letters marked."""
    data = [*_data(document.parts)]
    annex: list[Part] = [PageBreak(), Heading("ข้อมูลของแผนภูมิ"), *data]
    parts = (*document.parts, *(annex if data else []))
    return assemble([document.masthead, *marked(parts)])


def _data(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield the figures of each chart."""
    for part in walk(parts):
        if isinstance(part, Figure):
            yield part.data
        elif isinstance(part, Plot) and part.tables:
            yield Own(part.tables)
