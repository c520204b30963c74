"""matplotlib as in a kernel: figures are shown by the cell that drew them, without a magic.

Nothing is imported: matplotlib is prepared when a notebook brings it.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

_BACKEND = "module://matplotlib_inline.backend_inline"


def prepare_figures(shell: Any) -> None:
    """Let figures of a notebook be shown inline; call it in the notebook's surroundings."""
    os.environ.setdefault("MPLBACKEND", _BACKEND)  # as ipykernel does
    if "matplotlib" in sys.modules:  # the host, or another notebook of this process, has brought it
        pylab: Any = import_module("IPython.core.pylabtools")
        inline: Any = import_module("matplotlib_inline.backend_inline")
        pylab.activate_matplotlib(_BACKEND)
        inline.configure_inline_support.current_backend = ""  # it prepares one shell a process
        inline.configure_inline_support(shell, _BACKEND)


def forget_figures() -> None:
    """Close what a notebook has left open, or the next one would show it."""
    pyplot: Any = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close("all")
