"""One output of a cell, in whatever forms it came, to parts of a report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plantrack_nb.core.language import say
from plantrack_nb.render import parts as p
from plantrack_nb.render.outputs import charts
from plantrack_nb.render.outputs.html_tables import table_in
from plantrack_nb.render.outputs.images import PNG, SVG, image
from plantrack_nb.render.outputs.markdown import from_markdown
from plantrack_nb.render.outputs.printed import is_only_a_name, printed

_PLAIN, _HTML, _MARKDOWN = "text/plain", "text/html", "text/markdown"
_WIDGET = "application/vnd.jupyter.widget-view+json"


class Unshown(Exception):  # noqa: N818 - no error: something to tell
    """An output that a report cannot show; ``what`` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def from_bundle(bundle: Mapping[str, Any], metadata: Mapping[str, Any]) -> list[p.Part]:
    """Return what an output shows: the richest of its forms that a report can hold.

    Raises
    ------
    Unshown
        None of them can be shown.
    """
    if _WIDGET in bundle:
        raise Unshown(say("วิดเจ็ต (มีเฉพาะใน JupyterLab)", "a widget (only JupyterLab has it)"))
    spec = _spec(bundle)
    if spec is not None:
        return [_chart(spec)]
    if _HTML in bundle:
        return [_table(_text(bundle[_HTML]))]
    if PNG in bundle or SVG in bundle:
        return [_picture(bundle, metadata)]
    if _MARKDOWN in bundle:
        return _from_markdown(_text(bundle[_MARKDOWN]))
    if {*bundle} <= {_PLAIN}:
        return _plain(_text(bundle.get(_PLAIN, "")))
    known = next((one for one in bundle if one != _PLAIN), "")
    raise Unshown(say(f"ผลลัพธ์ชนิด {known:.60}", f"an output of the kind {known:.60}"))


def _spec(bundle: Mapping[str, Any]) -> charts.Spec | None:
    for kind, held in bundle.items():
        if kind.startswith(charts.SPEC_MIME) and isinstance(held, dict):
            return held
    return charts.spec_in(_text(bundle.get(_HTML, "")))


def _chart(spec: charts.Spec) -> p.Part:
    try:
        return charts.plot(spec)
    except ValueError as error:
        raise Unshown(say(f"แผนภูมิ ({error})", f"a chart ({error})")) from error


def _table(html: str) -> p.Part:
    made = table_in(html)
    if made is None:
        raise Unshown(
            say(
                "HTML หรือสคริปต์จากที่อื่น (ใช้ DataFrame แผนภูมิของ Altair หรือภาพแทน)",
                "foreign HTML or a script (use a DataFrame, an Altair chart or a picture)",
            )
        )
    return made


def _picture(bundle: Mapping[str, Any], metadata: Mapping[str, Any]) -> p.Part:
    said: Mapping[str, Any] = next(
        (metadata[kind] for kind in (PNG, SVG) if isinstance(metadata.get(kind), dict)), {}
    )
    alt = str(said.get("alt") or metadata.get("alt") or "")
    try:
        return image(bundle, "", alt)
    except ValueError as error:
        raise Unshown(say(f"ภาพ ({error})", f"a picture ({error})")) from error


def _from_markdown(source: str) -> list[p.Part]:
    parts, left_out = from_markdown(source)
    if left_out and not parts:
        raise Unshown(left_out[0])
    return parts


def _plain(text: str) -> list[p.Part]:
    if is_only_a_name(text):
        raise Unshown(say(f"ชื่อของวัตถุ {text.strip():.60}", f"the name of an object, {text:.60}"))
    return printed(text)


def _text(value: object) -> str:
    return "".join(value) if isinstance(value, list) else str(value)
