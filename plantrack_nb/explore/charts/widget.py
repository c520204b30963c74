"""Altair's chart for Jupyter, embedded once: a choice sends data, not a chart to build anew.

Building, validating and embedding four charts took half a second a choice; their data takes some
milliseconds. It works without the network: vl-convert brings all of Vega.
"""

from __future__ import annotations

from importlib.resources import files

import traitlets
import vl_convert
from altair import JupyterChart
from altair.utils._importers import vl_version_for_vl_convert

from plantrack_nb.explore.charts.drawn import PICK, Drawn

_SCRIPT = files(__package__).joinpath("linked.js").read_text(encoding="utf-8")


class ChartWidget(JupyterChart):
    """A chart whose named data and words are filled in and changed from Python."""

    _esm = vl_convert.javascript_bundle(_SCRIPT, vl_version=vl_version_for_vl_convert())
    drawn = traitlets.Dict().tag(sync=True)
    _turn = 0

    def show(self, drawn: Drawn) -> None:
        """Draw other data; nothing is chosen afterwards."""
        self._turn += 1  # even the same data are drawn again, with nothing chosen
        with self.hold_sync():
            self.drawn = {"turn": self._turn, "data": drawn.data, "words": drawn.words}
            self._vl_selections = {PICK: {"value": None, "store": []}}
