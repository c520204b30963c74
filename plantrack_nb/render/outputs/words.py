"""The words an analyst gives to what a cell shows: caption, text for the blind, units, a note."""

from __future__ import annotations

import base64
import sys
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.language import say
from plantrack_nb.render import parts as p
from plantrack_nb.render.outputs.charts import plot
from plantrack_nb.render.outputs.figure_font import in_our_font
from plantrack_nb.render.outputs.frames import table_of
from plantrack_nb.render.outputs.images import PNG, image

_DOTS = 150


def shown(
    what: Any,
    caption: str = "",
    *,
    alt: str = "",
    units: Mapping[str, str] | None = None,
    note: str = "",
) -> p.Own:
    """Show a table, chart or picture in the report, with the words it needs.

    Parameters
    ----------
    what : DataFrame, Series, Altair chart or matplotlib figure
        What the cell has made.
    caption : str, optional
        What it shows; stands above it.
    alt : str, optional
        What a chart or picture says, for those who cannot see it.
    units : mapping, optional
        Units of a table's columns by their names: ``"baht"``, ``"percent"``, ``"count"``,
        ``"decimal"`` or ``"text"``.
    note : str, optional
        A line under a table.

    Raises
    ------
    ParameterError
        It is none of these, or a unit is not known.

    Examples
    --------
    >>> import pandas as pd
    >>> money = pd.DataFrame({"กลุ่ม": ["ก", "ข"], "เงิน": [1500.5, 20000.0]})
    >>> table = shown(money, "งบประมาณรายกลุ่ม", units={"เงิน": "baht"})
    >>> table.body[0].columns[1].unit
    <Unit.BAHT: 'baht'>
    """
    try:
        return p.Own((_part(what, caption, alt, units or {}, note),))
    except ValueError as error:
        raise ParameterError(
            say("สิ่งนี้แสดงในรายงานไม่ได้", "This cannot be shown in a report."), why=str(error)
        ) from error


def _part(what: Any, caption: str, alt: str, units: Mapping[str, str], note: str) -> p.Part:
    if hasattr(what, "iloc"):
        return table_of(what, caption, _checked(units, what), note)
    if hasattr(what, "to_dict") and hasattr(what, "to_json"):
        return plot(what.to_dict(), caption, alt)
    figure = getattr(what, "figure", None) or what
    if hasattr(figure, "savefig"):
        return image({PNG: _drawn(figure)}, caption, alt)
    raise ParameterError(
        say("สิ่งนี้แสดงในรายงานไม่ได้", "This cannot be shown in a report."),
        why=say(f"เป็นชนิด {type(what).__name__}", f"it is of the kind {type(what).__name__}"),
        hint=say(
            "ให้ DataFrame, Series, แผนภูมิ Altair หรือรูป matplotlib",
            "Give a DataFrame, a Series, an Altair chart or a matplotlib figure.",
        ),
    )


def _checked(units: Mapping[str, str], frame: Any) -> dict[str, p.Unit]:
    columns = frame.columns if hasattr(frame, "columns") else [frame.name]
    named = {str(one) for one in [*columns, *frame.index.names] if one is not None}
    lost = [one for one in units if one not in named]
    wrong = [one for one in units.values() if one not in {*p.Unit}]
    if lost or wrong:
        raise ParameterError(
            say("หน่วยของตารางใช้ไม่ได้", "The units of the table cannot be used."),
            where=", ".join([*lost, *wrong]),
            why=say("ไม่มีคอลัมน์นี้", "there is no such column")
            if lost
            else say("ไม่มีหน่วยนี้", "there is no such unit"),
            hint=say(
                f"คอลัมน์: {', '.join(sorted(named))} หน่วย: {', '.join(p.Unit)}",
                f"Columns: {', '.join(sorted(named))}. Units: {', '.join(p.Unit)}.",
            ),
        )
    return {name: p.Unit(one) for name, one in units.items()}


def _drawn(figure: Any) -> str:
    """Draw a figure, and close it, so that the notebook does not show it once more."""
    in_our_font(figure)
    made = BytesIO()
    figure.savefig(made, format="png", dpi=_DOTS, bbox_inches="tight")
    pyplot: Any = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close(figure)
    return base64.b64encode(made.getvalue()).decode("ascii")
