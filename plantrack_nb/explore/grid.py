"""A table whose rows are chosen and whose headings sort, with the mouse and with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import traitlets
from anywidget import AnyWidget

from plantrack_nb.render import parts as p
from plantrack_nb.render import theme
from plantrack_nb.render.formats import show
from plantrack_nb.render.letters.break_marks import marked

Value = p.Cell | p.Value
"""What stands in a cell: words, a figure, or one with a tone."""


@dataclass(frozen=True)
class Head:
    """A column.

    Parameters
    ----------
    name, title : str
        What it is called, and its heading.
    unit : Unit
        How its figures are written.
    sorts : bool
        Whether its heading sorts.
    breaks : bool
        Whether its texts may go over several lines.
    """

    name: str
    title: str
    unit: p.Unit = p.Unit.TEXT
    sorts: bool = False
    breaks: bool = True


@dataclass(frozen=True)
class Listed:
    """A row: what choosing it chooses, and its cells."""

    key: str
    cells: tuple[Value, ...]


class Grid(AnyWidget):
    """A table of rows to choose from.

    Parameters
    ----------
    name : str
        What the page calls it, in its class.
    on_pick : callable
        Is told the row that was chosen.
    on_sort : callable, optional
        Is told the column whose heading was chosen.
    leads_to : str
        What the page calls that which shows the row; it is brought in sight when it has changed.
    """

    _esm = files(__package__).joinpath("grid.js").read_text(encoding="utf-8")
    drawn = traitlets.Dict().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True, echo_update=False)
    picked = traitlets.Dict().tag(sync=True, echo_update=False)
    leads_to = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        name: str,
        on_pick: Callable[[str], None],
        on_sort: Callable[[str], None] | None = None,
        leads_to: str = "",
    ) -> None:
        super().__init__(leads_to=leads_to and f"plantrack-{leads_to}")
        self._on_pick, self._on_sort = on_pick, on_sort
        self.add_class(f"plantrack-{name}")
        self.observe(self._was_picked, names="picked")

    def show(
        self,
        caption: str,
        heads: Sequence[Head],
        rows: Sequence[Listed],
        *,
        sorted_by: str = "",
        chosen: str = "",
    ) -> None:
        """Show rows in their order; ``sorted_by`` says by which column that is."""
        with self.hold_sync():
            self.chosen = chosen
            self.drawn = {
                "caption": marked(caption),
                "heads": [
                    [one.name, marked(one.title), one.unit.value, one.sorts] for one in heads
                ],
                "rows": [[one.key, _sent(one, heads)] for one in rows],
                "sorted": sorted_by,
                "marks": {tone.value: [look.mark, look.name] for tone, look in theme.TONES.items()},
                "empty": "ไม่มีแถวที่ตรงกับตัวเลือก",
            }

    def _was_picked(self, change: dict[str, Any]) -> None:
        told = change["new"]
        if "sort" in told and self._on_sort is not None:
            self._on_sort(str(told["sort"]))
        if "row" in told:
            self.chosen = str(told["row"])
            self._on_pick(self.chosen)


def _sent(row: Listed, heads: Sequence[Head]) -> list[str | list[str]]:
    made: list[str | list[str]] = []
    for head, value in zip(heads, row.cells, strict=True):
        cell = value if isinstance(value, p.Cell) else p.Cell(value)
        said = show(cell.value, head.unit)
        text = marked(said) if head.unit is p.Unit.TEXT and head.breaks else said
        made.append(text if cell.tone is p.Tone.PLAIN else [text, cell.tone.value])
    return made
