"""What only a hand could do with a chart, left out of its picture: nobody drags in a report."""

from __future__ import annotations

import json
from typing import Any

_ROWS = {"values", "datasets"}


def still(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification without its panning and zooming, for which Vega would cut off marks.

    A selection that something else in the chart asks for stays.
    """
    told = json.dumps({name: one for name, one in spec.items() if name not in _ROWS})
    made = _without(spec, told)
    assert isinstance(made, dict)
    return made


def _without(value: Any, told: str) -> Any:
    if isinstance(value, list):
        return [_without(one, told) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: one
        if name in _ROWS
        else [each for each in one if not _only_moves(each, told)]
        if name == "params" and isinstance(one, list)
        else _without(one, told)
        for name, one in value.items()
    }


def _only_moves(param: Any, told: str) -> bool:
    if not isinstance(param, dict) or param.get("bind") != "scales":
        return False
    return told.count(json.dumps(param.get("name"))) < 2
