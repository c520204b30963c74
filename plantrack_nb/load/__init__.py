"""Read rounds: containers give a grid, one interpreter gives the tables.

In: a file, the register, the round asked for.
Out: a `Reading`: the seven tables, mends, places, what was not understood.
To change here: how a document is understood (`layout/`), how its rows are read (`table/`), our own
workbook (`round_book/`).
Tests: tests/unit/load, tests/functional/test_office_variants.py.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from plantrack_nb.load.cut_outs import pictures_of
from plantrack_nb.load.earlier_round import read_past
from plantrack_nb.load.layout.explain import layout_lines
from plantrack_nb.load.layout.remembered import (
    layout_file,
    save_layout,
)
from plantrack_nb.load.overlay import (
    corrected,
    lay_over,
)
from plantrack_nb.load.round_asked import Wanted
from plantrack_nb.load.round_book import (
    write_next,
    write_workbook,
)
from plantrack_nb.load.source import (
    read_source,
    round_said,
    understand_source,
)
from plantrack_nb.load.store import read_places, read_reading, read_tables, write_reading
from plantrack_nb.load.without_persons import (
    changes_without_persons,
    corrections_without_persons,
    findings_without_persons,
    names_in,
    places_without_persons,
    without_persons,
)

if TYPE_CHECKING:
    from plantrack_nb.load.cut_outs import pictures_of
    from plantrack_nb.load.layout.explain import layout_lines
    from plantrack_nb.load.layout.remembered import layout_file, save_layout
    from plantrack_nb.load.round_book import write_next, write_workbook

__all__ = [
    "Wanted",
    "changes_without_persons",
    "corrected",
    "corrections_without_persons",
    "findings_without_persons",
    "lay_over",
    "layout_file",
    "layout_lines",
    "names_in",
    "pictures_of",
    "places_without_persons",
    "read_past",
    "read_places",
    "read_reading",
    "read_source",
    "read_tables",
    "round_said",
    "save_layout",
    "understand_source",
    "without_persons",
    "write_next",
    "write_reading",
    "write_workbook",
]

_HOMES = {
    "layout_file": "layout.remembered",
    "layout_lines": "layout.explain",
    "pictures_of": "cut_outs",
    "save_layout": "layout.remembered",
    "write_next": "round_book",
    "write_workbook": "round_book",
}
"""What a run of rounds does not need, imported when it is first used."""


def __getattr__(name: str) -> object:
    """Import a name from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
