"""The free view of any table: find, sort, and take what is on the screen along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import ipywidgets as w

from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.core.schema import TABLES, Round
from plantrack_nb.explore.choice import Wish, wished
from plantrack_nb.explore.export import export
from plantrack_nb.explore.pieces import failed, framed, rows_table, told

if TYPE_CHECKING:
    import pandas as pd

_MOST = 200
_UNSORTED = ("ตามเอกสาร", "")


class TablePanel:
    """Widgets over one round's tables.

    Parameters
    ----------
    round_now : callable
        Gives the round to show.
    folder_now : callable
        Gives the folder that exports go to.
    """

    def __init__(self, round_now: Callable[[], Round], folder_now: Callable[[], Path]) -> None:
        self._round_now, self._folder_now = round_now, folder_now
        tables = [(table.title, name) for name, table in TABLES.items()]
        style, some = {"description_width": "60px"}, w.Layout(width="230px")
        self.table = w.Dropdown(
            options=tables, value="projects", description="ตาราง", style=style, layout=some
        )
        self.find = w.Text(
            description="ค้นหา",
            placeholder="หลายคำได้ กด Enter",
            continuous_update=False,
            style=style,
            layout=some,
        )
        self.sort = w.Dropdown(
            options=[_UNSORTED], value="", description="เรียงตาม", style=style, layout=some
        )
        self.descending = w.Checkbox(
            description="มากไปน้อย", indent=False, layout=w.Layout(width="100px")
        )
        self.save = w.Button(
            description="บันทึก .xlsx และ .csv", icon="download", layout=w.Layout(width="auto")
        )
        self.said, self.rows = w.HTML(), w.HTML()
        self.open = w.ToggleButton(
            description="ตารางทั้งหมดของรอบ", icon="table", layout=w.Layout(width="auto")
        )
        self._inside = w.VBox(
            [
                w.HBox([self.table, self.find, self.sort, self.descending, self.save]),
                self.said,
                self.rows,
            ]
        )
        self.widget = w.VBox([w.HBox([self.open]), self._inside])
        self.widget.add_class("plantrack-table")
        self.table.observe(self._other_table, names="value")
        for one in (self.find, self.sort, self.descending):
            one.observe(lambda _: self.refresh(), names="value")
        self.save.on_click(lambda _: self._export())
        self.open.observe(lambda _: self.refresh(), names="value")
        self._other_table(None)

    @property
    def wish(self) -> Wish:
        """What the widgets ask for."""
        return Wish(self.table.value, self.find.value, self.sort.value, self.descending.value)

    def refresh(self) -> None:
        """Show the rows again, where the table is open: it is the longest thing on the page."""
        self._inside.layout.display = "" if self.open.value else "none"
        if not self.open.value:
            self.rows.value = ""
            return
        wish, data = self.wish, self._rows_wished()
        cut = f" แสดง {_MOST} แถวแรก" if len(data) > _MOST else ""
        caption = f"{TABLES[wish.table].title} {len(data):,} แถว{cut}"
        self.rows.value = framed(rows_table(wish.table, data.head(_MOST), [*data.columns], caption))

    def _rows_wished(self) -> pd.DataFrame:
        return wished(self._round_now().tables[self.table.value], self.wish)

    def _other_table(self, _: object) -> None:
        columns = TABLES[self.table.value].own_columns
        self.sort.options = [_UNSORTED, *((one.title, one.name) for one in columns)]
        self.sort.value = ""
        self.refresh()

    def _export(self) -> None:
        try:
            made = export(self.table.value, self._rows_wished(), self._folder_now())
            self.said.value = told(f"บันทึกแล้ว: {made[0]} และ {made[1].name}")
        except PlantrackError as error:
            self.said.value = failed(error)
