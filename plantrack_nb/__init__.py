"""Load, check and report the quarterly rounds of a Thai education area office.

The names below are what an analyst needs; each is imported when it is first used.

>>> from plantrack_nb import check_round, read_round
>>> reading = read_round("data/7301-2565-q2.xlsx")
>>> len(reading.round.projects)
38
>>> findings = check_round(reading)
>>> findings[0].severity
<Severity.ERROR: 'error'>
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plantrack_nb.analysis import (
        check_round,
        compare_rounds,
        kept_round,
        read_round,
        rounds,
        save_round,
    )
    from plantrack_nb.check import agreed
    from plantrack_nb.core.findings import Finding, Severity
    from plantrack_nb.core.schema import Round, RoundKey
    from plantrack_nb.load.reading import Reading
    from plantrack_nb.office.round_folder import Workplace, workplace
    from plantrack_nb.render import parts
    from plantrack_nb.render.outputs.words import shown
    from plantrack_nb.report import figures, pages
    from plantrack_nb.year import Change

__version__ = "0.1.0"
__all__ = [
    "Change",
    "Finding",
    "Reading",
    "Round",
    "RoundKey",
    "Severity",
    "Workplace",
    "agreed",
    "check_round",
    "compare_rounds",
    "figures",
    "kept_round",
    "pages",
    "parts",
    "read_round",
    "rounds",
    "save_round",
    "shown",
    "workplace",
]

_HOMES = {
    "Change": "year",
    "Finding": "core.findings",
    "Reading": "load.reading",
    "Round": "core.schema",
    "RoundKey": "core.schema",
    "Severity": "core.findings",
    "Workplace": "office.round_folder",
    "agreed": "check",
    "check_round": "analysis",
    "compare_rounds": "analysis",
    "figures": "report",
    "kept_round": "analysis",
    "pages": "report",
    "parts": "render",
    "read_round": "analysis",
    "rounds": "analysis",
    "save_round": "analysis",
    "shown": "render.outputs.words",
    "workplace": "office.round_folder",
}


def __getattr__(name: str) -> object:
    """Import a name of the face from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    home = import_module(f"{__name__}.{_HOMES[name]}")
    if "IPython" in sys.modules:  # what the notebook shows besides can then be reported too
        import_module(f"{__name__}.render.display").meet_notebook()
    if not hasattr(home, name):  # a room
        import_module(f"{home.__name__}.{name}")
    return getattr(home, name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
