"""The linked charts as Vega draws them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import vl_convert

from plantrack_nb.explore.charts import specs

CHARTS = {
    "money": specs.money_against_progress,
    "owner": lambda: specs.disbursement("owner", "กลุ่ม"),
    "rules": specs.findings_by_rule,
}


def _all(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _all(one)
    elif isinstance(value, list):
        for one in value:
            yield from _all(one)


@pytest.mark.parametrize("name", CHARTS)
def test_no_chart_is_clipped(name: str) -> None:
    """Paths that clip bear the same names in every chart of a page, and cut another's bars."""
    drawn = vl_convert.vegalite_to_vega(CHARTS[name]().to_dict())
    assert [one for one in _all(drawn) if one.get("clip")] == []
