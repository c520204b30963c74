"""How a notebook shows a part, and how tables and charts of others get their record.

``%load_ext plantrack_nb.render.display`` does it by hand; the face does it when it is used.
"""

from __future__ import annotations

import sys
from typing import Any

from plantrack_nb.render.parts.base import MIME, Part

EXTENSION = __name__
"""The name under which IPython loads this module."""


def shown(part: Part) -> dict[str, object]:
    """Return a part's representations by their MIME types."""
    from plantrack_nb.render.codec import to_text
    from plantrack_nb.render.html import cell

    return {
        "text/plain": f"<{type(part).__name__}>",
        "text/html": cell(part),
        MIME: to_text(part),
    }


Part.shown_by = shown


def load_ipython_extension(shell: Any) -> None:
    """Let a notebook keep the record of what pandas, Altair and matplotlib show.

    Nothing is imported: a library's objects are known by the names of their types when they come.
    """
    formatter = shell.display_formatter.mimebundle_formatter
    for (module, name), made in _KINDS.items():
        formatter.for_type_by_name(module, name, made)


def meet_notebook() -> None:
    """Do so in the notebook that runs here, if one does."""
    module: Any = sys.modules.get("IPython")
    shell = module.get_ipython() if module else None
    if shell is not None and hasattr(shell, "display_formatter"):
        shell.extension_manager.load_extension(EXTENSION)


def _of_frame(frame: Any) -> dict[str, object]:
    from plantrack_nb.render.outputs.frames import table_of

    return _recorded(lambda: table_of(frame))


def _of_chart(chart: Any) -> dict[str, object]:
    from plantrack_nb.render.outputs.charts import plot

    own = chart._repr_mimebundle_()
    shown_already = own[0] if isinstance(own, tuple) else own or {}
    return {**shown_already, **_recorded(lambda: plot(chart.to_dict()))}


def _of_figure(figure: Any) -> tuple[dict[str, object], dict[str, object]]:
    """Say what a matplotlib figure shows, by the words that stand on it, and let them be read."""
    from plantrack_nb.render.outputs.figure_font import in_our_font

    in_our_font(figure)
    words = [figure.get_suptitle()]
    for axes in figure.axes:
        words += [axes.get_title(), axes.get_xlabel(), axes.get_ylabel()]
    said = " ".join(dict.fromkeys(filter(None, words)))
    alt = {"alt": said}
    return {}, {"image/png": alt, "image/svg+xml": alt} if said else {}


def _recorded(made: Any) -> dict[str, object]:
    """Return the record; none where a report could not hold it, which it tells itself."""
    from plantrack_nb.core.errors import PlantrackError
    from plantrack_nb.render.codec import to_text
    from plantrack_nb.render.parts import Own

    try:
        return {MIME: to_text(Own((made(),)))}
    except (ValueError, PlantrackError):
        return {}


_KINDS = {
    ("pandas", "DataFrame"): _of_frame,
    ("pandas", "Series"): _of_frame,
    ("altair.vegalite.v6.api", "TopLevelMixin"): _of_chart,
    ("matplotlib.figure", "Figure"): _of_figure,
}
