"""Read rounds: containers give a grid, one interpreter gives the tables."""

from plantrack_nb.load.laying import corrected, lay_over, row_names
from plantrack_nb.load.redact import (
    corrections_without_persons,
    findings_without_persons,
    places_without_persons,
    without_persons,
)
from plantrack_nb.load.source import Wanted, read_source
from plantrack_nb.load.store import read_places, read_reading, read_round, write_reading
from plantrack_nb.load.workbook import write_workbook

__all__ = [
    "Wanted",
    "corrected",
    "corrections_without_persons",
    "findings_without_persons",
    "lay_over",
    "places_without_persons",
    "read_places",
    "read_reading",
    "read_round",
    "read_source",
    "row_names",
    "without_persons",
    "write_reading",
    "write_workbook",
]
