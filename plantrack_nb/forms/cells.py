"""The cells of a round as it stands, by the lasting names of their rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plantrack_nb.core.corrections import Correction, Value
from plantrack_nb.core.records import row_names
from plantrack_nb.core.schema import TABLES, Round
from plantrack_nb.forms.corrections_form import standing
from plantrack_nb.load.overlay import correctable
from plantrack_nb.workbooks.columns import text_of


@dataclass(frozen=True)
class Cells:
    """A round's cells that people may say something about."""

    round: Round

    @cached_property
    def _positions(self) -> dict[tuple[str, str], int]:
        return {
            (table, row): at
            for table, data in self.round.tables.items()
            if correctable(table)
            for at, row in enumerate(row_names(table, data))
        }

    def has(self, one: Correction) -> bool:
        """Tell whether the row of what was said is still there."""
        return (one.table, one.row) in self._positions

    def value(self, one: Correction) -> Value:
        """Return what stands in its cell now."""
        at = self._positions[one.table, one.row]
        stands = self.round.tables[one.table][one.column].iloc[at]
        if isinstance(stands, str):
            return stands
        return None if stands != stands else float(stands)  # noqa: PLR0124  # NaN

    def shown(self, one: Correction) -> str:
        """Write what stands there as a form shows it, without its spacing."""
        column = next(each for each in TABLES[one.table].own_columns if each.name == one.column)
        value = self.value(one)
        return squeezed(None if value is None else standing(column, value))


def squeezed(value: Value) -> str:
    """Write a value on one line."""
    return "" if value is None else " ".join(text_of(value).split())
