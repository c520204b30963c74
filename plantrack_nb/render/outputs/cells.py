"""What the cells of executed notebooks show, in their order, and what of it cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plantrack_nb.core.errors import RenderError
from plantrack_nb.core.language import say
from plantrack_nb.render import parts as p
from plantrack_nb.render.codec import from_text
from plantrack_nb.render.outputs.bundle import Unshown, from_bundle
from plantrack_nb.render.outputs.printed import printed

HIDE_TAGS = frozenset({"hide", "remove-cell", "remove_cell"})
"""A cell with one of these tags is for the analyst: nothing of it comes into the report."""

_MAY_FAIL = "raises-exception"

_INJECTED = "injected-parameters"
"""The tag of the cell in which papermill gives a notebook its values."""

Cell = Mapping[str, Any]


@dataclass
class Shown:
    """What the cells show: parts, and sentences on what is left out."""

    parts: list[p.Part] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def read_cells(notebook: Mapping[str, Any], name: str = "") -> Shown:
    """Read the cells of an executed notebook.

    Parameters
    ----------
    notebook : mapping
        As nbformat reads it.
    name : str, optional
        What to call it where something is told.

    Raises
    ------
    RenderError
        It has not been run, a cell failed, or an output claims to be a part and is none.
    """
    # counted as they stand in the analyst's own file
    cells: Sequence[Cell] = [one for one in notebook["cells"] if not _is_injected(one)]
    shown = Shown()
    for at in _not_run(cells, name):
        shown.left_out.append(_told(name, at, say("ยังไม่ได้รัน", "was not run")))
    for number, cell in enumerate(cells, start=1):
        if not HIDE_TAGS.intersection(cell["metadata"].get("tags", [])):
            _read(cell, number, name, shown)
        else:
            _require_success(cell, number, name)
    return shown


def is_failure(cell: Cell, output: Mapping[str, Any]) -> bool:
    """Tell whether an error stops a notebook: one that may fail does not, nor does an exit with 0.

    As papermill has it.
    """
    if output["output_type"] != "error" or _MAY_FAIL in cell["metadata"].get("tags", []):
        return False
    return output["ename"] != "SystemExit" or output["evalue"] not in {"", "0", "None"}


def _read(cell: Cell, number: int, name: str, shown: Shown) -> None:
    if cell["cell_type"] == "markdown":
        from plantrack_nb.render.outputs.markdown import from_markdown

        parts, left_out = from_markdown(_source(cell), cell.get("attachments"))
        shown.parts += parts
        shown.left_out += [_told(name, number, _unshown(one)) for one in left_out]
        return
    _require_success(cell, number, name)
    texts: list[str] = []
    for output in cell.get("outputs", []):
        if output["output_type"] == "stream" and output.get("name") == "stdout":
            texts.append(_joined(output["text"]))
            continue
        shown.parts += _own(printed("".join(texts)))
        texts.clear()
        try:
            shown.parts += _parts(output)
        except Unshown as error:
            shown.left_out.append(_told(name, number, _unshown(error.what)))
    shown.parts += _own(printed("".join(texts)))


def _parts(output: Mapping[str, Any]) -> list[p.Part]:
    kind = output["output_type"]
    if kind == "stream":
        first = _joined(output["text"]).strip().splitlines() or [""]
        raise Unshown(say("คำเตือน", "a warning") + f": {first[0][:100]}")
    if kind == "error":
        raise Unshown(say("ข้อผิดพลาดที่อนุญาตไว้", "an error it may have") + f": {output['ename']}")
    bundle = output["data"]
    if p.MIME in bundle:
        return [from_text(bundle[p.MIME])]
    return _own(from_bundle(bundle, output.get("metadata", {})))


def _own(parts: list[p.Part]) -> list[p.Part]:
    return [p.Own(tuple(parts))] if parts else []


def _require_success(cell: Cell, number: int, name: str) -> None:
    for output in cell.get("outputs", []):
        if is_failure(cell, output):
            raise RenderError(
                "The notebook stopped with an error, so no report can be made of it.",
                where=f"{name}, cell {number}" if name else f"cell {number}",
                why=f"{output['ename']}: {output['evalue']}",
                hint="Mend the cell and run the notebook again.",
            )


def _not_run(cells: Sequence[Cell], name: str) -> Iterator[int]:
    """Yield the numbers of code cells without a trace of a run; one trace at least there must be.

    After a cell that ended the notebook nothing is expected to have run.
    """
    code = [(at, one) for at, one in enumerate(cells, start=1) if _holds_code(one)]
    idle = [at for at, one in code if not _has_run(one)]
    if code and len(idle) == len(code):
        raise RenderError(
            say(
                "สมุดงานนี้ยังไม่ได้รัน จึงไม่มีอะไรให้รายงาน",
                "The notebook has not been run, so there is nothing to report.",
            ),
            where=name,
            why=say("ไม่มีเซลล์ใดมีผลลัพธ์", "none of its cells has run"),
            hint=say(
                "รันก่อน หรือเติม --execute: jupyter nbconvert --execute --to plantrack-html FILE",
                "Run it first, or add --execute: "
                "jupyter nbconvert --execute --to plantrack-html FILE",
            ),
        )
    ended = any(one["output_type"] == "error" for _, cell in code for one in cell["outputs"])
    yield from [] if ended else idle


def _is_injected(cell: Cell) -> bool:
    return _INJECTED in cell["metadata"].get("tags", [])


def _holds_code(cell: Cell) -> bool:
    return cell["cell_type"] == "code" and bool(_source(cell).strip())


def _has_run(cell: Cell) -> bool:
    return cell.get("execution_count") is not None or bool(cell.get("outputs"))


def _source(cell: Cell) -> str:
    return _joined(cell["source"])


def _joined(text: Any) -> str:
    return "".join(text) if isinstance(text, list) else str(text)


def _unshown(what: str) -> str:
    return say(f"ไม่ได้แสดง {what}", f"not shown: {what}")


def _told(name: str, number: int, what: str) -> str:
    where = say(f"เซลล์ {number}", f"cell {number}")
    return f"{name} {where}: {what}".strip()
