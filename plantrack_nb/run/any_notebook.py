"""Any notebook made ready to run: what it leaves out is filled in, and always in the same way."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.run.engine.lean import import_lean

if TYPE_CHECKING:
    from nbformat import NotebookNode

PARAMETERS = "parameters"
"""The tag of the cell whose names can be given."""

_KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
_WITH_IDS = 5
"""The minor version of format 4 from which on cells have ids."""

_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_OF_KIND: dict[str, dict[str, Any]] = {
    "code": {"outputs": [], "execution_count": None},
    "markdown": {},
    "raw": {},
}
_NO_PYTHON = re.compile(r"^\s*[%!?].*$", re.MULTILINE)


@dataclass(frozen=True)
class Opened:
    """A notebook that can be run: where it lies, its cells, the parameters it declares."""

    path: Path
    notebook: NotebookNode
    names: tuple[str, ...]


def open_notebook(path: Path) -> Opened:
    """Read a notebook of any version of the format, from any editor.

    A mark of byte order, missing ids, kernel and fields are no fault: what is missing is filled in,
    the same at every reading.

    Raises
    ------
    SourceError
        There is no such notebook, or it is damaged.
    """
    import_lean()
    import nbformat

    try:
        held = json.loads(path.read_text(encoding="utf-8-sig"))
        filled = json.dumps(_filled(held), ensure_ascii=False)
        notebook: NotebookNode = nbformat.reads(filled, as_version=4)
        _name_kernel(notebook.metadata)
        if held["nbformat"] < 4:  # ids were made up while it was brought to format 4
            _number(notebook.cells)
        return Opened(path, notebook, tuple(parameter_names(notebook)))
    except Exception as error:
        raise SourceError(
            say(f"อ่านสมุดงาน {path.name} ไม่ได้", f"The notebook {path.name} cannot be read."),
            where=str(path),
            why=f"{type(error).__name__}: {error}",
            hint=say(
                "นำกลับมาจากโครงการ หรือแก้ใน JupyterLab",
                "Take it from the project again, or mend it in JupyterLab.",
            ),
        ) from error


def parameter_names(notebook: NotebookNode) -> list[str]:
    """List the names that the cell tagged ``parameters`` assigns."""
    cells = [one for one in notebook.cells if PARAMETERS in one.metadata.get("tags", [])]
    names: list[str] = []
    source = _NO_PYTHON.sub("", cells[0].source) if cells else ""
    for statement in ast.parse(source).body:
        names += _assigned(statement)
    return names


def _assigned(statement: ast.stmt) -> Iterator[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    if isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    yield from (one.id for one in targets if isinstance(one, ast.Name))


def _filled(held: Any) -> Any:
    """Return a notebook of format 4 with all that the format asks for; an older one as it is."""
    if not isinstance(held, dict) or not isinstance(held.get("nbformat"), int):
        raise ValueError(say("ไม่ใช่สมุดงาน", "it is no notebook"))  # noqa: TRY004 - told as it is
    if held["nbformat"] != 4:
        return held
    cells = held["cells"]
    seen: set[str] = set()
    for number, cell in enumerate(cells):
        cell.setdefault("metadata", {})
        cell.setdefault("source", "")
        for name, usual in _OF_KIND[cell["cell_type"]].items():
            cell.setdefault(name, usual)
        given = str(cell.get("id", ""))
        cell["id"] = given if _ID.fullmatch(given) and given not in seen else f"cell-{number}"
        seen.add(cell["id"])
    held.setdefault("metadata", {})
    held["nbformat_minor"] = max(held.get("nbformat_minor", 0), _WITH_IDS)
    return held


def _name_kernel(metadata: dict[str, Any]) -> None:
    """Say which kernel a notebook wants: Python's where it does not say."""
    given = metadata.get("kernelspec", {})
    told = metadata.get("language_info", {}).get("name")
    usual = {**_KERNEL, "language": told} if told else _KERNEL
    metadata["kernelspec"] = type(metadata)({**usual, **given})


def _number(cells: list[NotebookNode]) -> None:
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
