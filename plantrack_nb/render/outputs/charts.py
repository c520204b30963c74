"""An Altair chart to a part: what it is called, what it says, its figures as tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import show
from plantrack_nb.render.outputs.sums import summed
from plantrack_nb.render.outputs.tabled import declared_title, declared_unit, tabled

Spec = Mapping[str, Any]

SPEC_MIME = "application/vnd.vegalite.v"
"""Begins the MIME type of a chart that a notebook shows by itself."""

_KINDS = {
    "bar": "แผนภูมิแท่ง", "line": "แผนภูมิเส้น", "trail": "แผนภูมิเส้น", "area": "แผนภูมิพื้นที่",
    "point": "แผนภูมิจุด", "circle": "แผนภูมิจุด", "square": "แผนภูมิจุด", "arc": "แผนภูมิวงกลม",
}  # fmt: skip
_WAYS = {
    "sum": "รวม", "mean": "เฉลี่ย", "average": "เฉลี่ย", "median": "มัธยฐาน", "min": "ต่ำสุด",
    "max": "สูงสุด", "count": "จำนวน", "distinct": "จำนวนที่ต่างกัน", "valid": "จำนวนที่มีค่า",
}  # fmt: skip
_STACKED = {"bar", "area", "arc"}
_ROUTES = ("layer", "hconcat", "vconcat", "concat")
_ORDER = ("y", "x", "theta", "color", "size", "shape", "row", "column", "facet", "text", "detail")
_ELSEWHERE = {"url", "href"}
_MOST_LETTERS = 5_000_000


def plot(spec: Spec, caption: str = "", alt: str = "") -> p.Plot:
    """Make a part of a Vega-Lite specification.

    Raises
    ------
    ValueError
        It would load something from elsewhere, or is too large.
    """
    spec = _titled(spec)
    text = json.dumps(spec, ensure_ascii=False, separators=(",", ":"))
    if len(text) > _MOST_LETTERS:
        raise ValueError("the chart holds more data than a report can bear; sum them first")
    if _leads_elsewhere(spec):
        raise ValueError("the chart loads from an address; give it the data themselves")
    units = [*_units(spec, spec)]
    named = caption or _text(spec.get("title")) or _derived(units)
    tables = tuple(_tables(units, named))
    said = alt or str(spec.get("description") or "") or _in_words(units, tables)
    return p.Plot(named, said, tables, text)


def spec_in(html: str) -> Spec | None:
    """Find the specification in the page that Altair writes for a notebook; None if it is none."""
    at = html.rfind("})({")
    if "vega" not in html or at < 0:
        return None
    try:
        spec, _ = json.JSONDecoder().raw_decode(html, at + 3)
    except (ValueError, RecursionError):
        return None
    known = isinstance(spec, dict) and "/schema/vega-lite/" in str(spec.get("$schema"))
    return spec if known else None


@dataclass(frozen=True)
class _Unit:
    """One layer or pane: its mark, its channels, the rows it draws."""

    mark: str
    channels: Mapping[str, Mapping[str, Any]]
    rows: Sequence[Mapping[str, Any]]

    def title(self, channel: str) -> str:
        """Return what a channel is called for people."""
        given = self.channels.get(channel, {})
        axis = given.get("axis") or given.get("legend") or {}
        named = given.get("title") or (axis.get("title") if isinstance(axis, dict) else None)
        way = _WAYS.get(str(given.get("aggregate") or ""), "")
        return _text(named) or f"{way} {_field(given)}".strip()


def _titled(spec: Spec) -> Spec:
    """Call the channels of a round's columns by their Thai titles, where nobody has named them."""
    made = dict(spec)
    if isinstance(spec.get("encoding"), dict):
        made["encoding"] = {name: _named(one) for name, one in spec["encoding"].items()}
    for route in _ROUTES:
        if isinstance(spec.get(route), list):
            made[route] = [_titled(one) for one in spec[route]]
    if isinstance(spec.get("spec"), dict):
        made["spec"] = _titled(spec["spec"])
    return made


def _named(channel: Any) -> Any:
    if not isinstance(channel, dict) or "title" in channel:
        return channel
    guides = (channel.get(one) for one in ("axis", "legend", "header"))
    title = declared_title(_field(channel))
    if not title or any(isinstance(one, dict) and "title" in one for one in guides):
        return channel
    way = _WAYS.get(str(channel.get("aggregate") or ""), "")
    return {**channel, "title": f"{way} {title}".strip()}


def _units(spec: Spec, whole: Spec, above: Spec | None = None) -> Iterator[_Unit]:
    """Yield the layers and panes of a chart; each inherits data and channels from above."""
    inherited = above or {}
    here = {
        "data": spec.get("data", inherited.get("data")),
        "encoding": {**inherited.get("encoding", {}), **spec.get("encoding", {})},
    }
    for route in _ROUTES:
        for child in spec.get(route, []):
            yield from _units(child, whole, here)
    if isinstance(spec.get("spec"), dict):
        yield from _units(spec["spec"], whole, here)
    if "mark" in spec:
        mark = spec["mark"]
        kind = mark.get("type", "") if isinstance(mark, dict) else mark
        channels = {name: one for name, one in here["encoding"].items() if isinstance(one, dict)}
        yield _Unit(str(kind), channels, _rows(here["data"], whole))


def _rows(data: Any, whole: Spec) -> Sequence[Mapping[str, Any]]:
    if not isinstance(data, dict):
        return []
    held = data.get("values", whole.get("datasets", {}).get(data.get("name"), []))
    return [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []


def _tables(units: Sequence[_Unit], caption: str) -> Iterator[p.Table]:
    """Yield the figures of each layer once, of the plotted columns only, names before figures."""
    seen: set[tuple[object, ...]] = set()
    for unit in units:
        shown = [name for name in _ORDER if _is_drawn(unit, name)]
        shown.sort(key=lambda name: _is_figure(unit.channels[name]))
        titles = {(_field(given), given.get("aggregate")): unit.title(name)
                  for name in reversed(shown) for given in [unit.channels[name]]}  # fmt: skip
        fields = [*reversed(titles)]
        drawn = (id(unit.rows), *fields)
        if not fields or not unit.rows or drawn in seen:
            continue
        seen.add(drawn)
        said = {titles[one]: known for one in fields if (known := declared_unit(one[0]))}
        headings = [(titles[one],) for one in fields]
        yield tabled(f"ข้อมูล: {caption}", headings, summed(unit.rows, fields), said)


def _is_drawn(unit: _Unit, name: str) -> bool:
    given = unit.channels.get(name, {})
    return bool(_field(given)) or given.get("aggregate") == "count"


def _is_figure(channel: Mapping[str, Any]) -> bool:
    return channel.get("type") == "quantitative" or bool(channel.get("aggregate"))


def _field(channel: Mapping[str, Any]) -> str:
    field = channel.get("field")
    return field.replace("\\", "") if isinstance(field, str) else ""


def _derived(units: Sequence[_Unit]) -> str:
    if not units:
        return "แผนภูมิ"
    first = units[0]
    named = [first.title(name) for name in ("x", "y", "theta", "color") if name in first.channels]
    return f"{_kind(first)} {' '.join(dict.fromkeys(filter(None, named)))}".strip()


def _kind(unit: _Unit) -> str:
    return _KINDS.get(unit.mark, "แผนภูมิ")


def _in_words(units: Sequence[_Unit], tables: Sequence[p.Table]) -> str:
    """Say in words what nobody has described: how many rows, the most and the least."""
    kind = _kind(units[0]) if units else "แผนภูมิ"
    if not tables or not tables[0].rows:
        return f"{kind} ไม่มีข้อมูล"
    table = tables[0]
    said = f"{kind} {len(table.rows):,} รายการ"
    figures = [at for at, one in enumerate(table.columns) if one.unit is not p.Unit.TEXT]
    at = figures[-1] if figures else 0
    names = [other for other in range(len(table.columns)) if other != at]
    ends = _ends(units[0], table, names[0], at) if names else []
    if not ends:
        return said
    told = [f"{word}คือ {name} ({_figure(table, value, at)})" for word, name, value in ends]
    return f"{said} {table.columns[at].heading} {' '.join(told)}"


def _ends(unit: _Unit, table: p.Table, name: int, at: int) -> list[tuple[str, str, float]]:
    """Find the most and the least; bars and their like of one name lie on each other."""
    sizes: dict[str, float] = {}
    rows: list[tuple[str, float]] = []
    for row in table.rows:
        value = row.cells[at].value
        if isinstance(value, int | float):
            called = show(row.cells[name].value, table.columns[name].unit)
            sizes[called] = sizes.get(called, 0) + value
            rows.append((called, value))
    found = [*sizes.items()] if _is_stacked(unit) else rows
    if len(found) < 2:
        return []
    most, least = (choose(found, key=itemgetter(1)) for choose in (max, min))
    return [("มากที่สุด", *most), ("น้อยที่สุด", *least)]


def _is_stacked(unit: _Unit) -> bool:
    """Tell whether what has one name is drawn as one size, as Vega-Lite does unless told."""
    beside = {"xOffset", "yOffset"} & unit.channels.keys()
    apart = any("stack" in one and not one["stack"] for one in unit.channels.values())
    return unit.mark in _STACKED and not beside and not apart


def _figure(table: p.Table, value: float, at: int) -> str:
    return show(value, table.columns[at].unit)


def _text(title: Any) -> str:
    """Return the words of a title, which may be text, lines of text, or a record that holds one."""
    if isinstance(title, dict):
        return _text(title.get("text"))
    if isinstance(title, list):
        return " ".join(map(str, title))
    return title if isinstance(title, str) else ""


def _leads_elsewhere(value: Any) -> bool:
    """Tell whether a specification names an address; data may hold whatever they hold."""
    if isinstance(value, list):
        return any(_leads_elsewhere(one) for one in value)
    if not isinstance(value, dict):
        return False
    if _ELSEWHERE & value.keys():
        return True
    return any(
        _leads_elsewhere(one) for name, one in value.items() if name not in {"values", "datasets"}
    )
