"""Find the round before another among the outputs, for what is told of both together."""

from __future__ import annotations

from pathlib import Path

from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.store import read_some
from plantrack_nb.measures.totals import FILE, Totals, read_totals
from plantrack_nb.office.kept_rounds import kept_rounds, round_before
from plantrack_nb.office.project import round_folder
from plantrack_nb.year.confirmed import confirmed_pairs, identity_file, read_confirmed
from plantrack_nb.year.earlier_rounds import NO_PAST, Earlier, Past

_NEEDED = ("projects", "budget_lines", "activities")


def read_past(outputs: Path, key: RoundKey, params: Path) -> Past:
    """Read what is kept of a district before a round; nothing where it stands alone.

    An earlier round whose tables are damaged counts as none: it is told where it is made.

    Parameters
    ----------
    outputs : Path
        Folder of the outputs.
    key : RoundKey
        The later round.
    params : Path
        The project's folder of parameters: what was confirmed about who is who.

    Raises
    ------
    SourceError
        What was confirmed cannot be read.
    """
    before = round_before(outputs, key)
    if before is None:
        return NO_PAST
    try:
        earlier = read_some(round_folder(outputs, before) / "tables", _NEEDED)
    except PlantrackError:
        return NO_PAST
    said = confirmed_pairs(read_confirmed(identity_file(params, key)), before)
    return {key: Earlier(earlier, said, _totals(outputs, key))}


def _totals(outputs: Path, key: RoundKey) -> dict[RoundKey, Totals]:
    """Read the sums of the fiscal year's earlier rounds."""
    found = {}
    for one in kept_rounds(outputs, key.district):
        same_year = one.fiscal_year == key.fiscal_year
        if same_year and one.quarter < key.quarter:
            totals = read_totals(round_folder(outputs, one) / FILE)
            if totals is not None:
                found[one] = totals
    return found
