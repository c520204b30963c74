"""Run one notebook with checked parameters, and export what it shows."""

from __future__ import annotations

import ast
import re
import sys
from contextlib import chdir
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import NotebookError, SourceError, read_error
from plantrack_nb.core.files import write_text
from plantrack_nb.office.validation import check_names
from plantrack_nb.run.engine.normal import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nbformat import NotebookNode

_GRAMMAR = "rfc3987_syntax"
"""Checks the format "iri", by a grammar that is built anew in every process (1.1 s)."""

_COLOURS = re.compile(r"\x1b\[[\d;]*m")


class Engine(StrEnum):
    """Where the cells run: in this process, or in a kernel of their own."""

    PLANTRACK = "plantrack"
    KERNEL = "kernel"


class Format(StrEnum):
    """A form a report can take; also the ending of its file name."""

    HTML = "html"
    PDF = "pdf"


def run_notebook(
    source: Path,
    target: Path,
    parameters: Mapping[str, object],
    *,
    engine: Engine = Engine.PLANTRACK,
    folder: Path | None = None,
    timeout: int | None = None,
) -> NotebookNode:
    """Run ``source`` with ``parameters`` and write the executed copy to ``target``, whole.

    Parameters
    ----------
    source, target : Path
        The notebook, and where its executed copy goes. Two runs give the same bytes.
    parameters : mapping
        Values by the names that the notebook's ``parameters`` cell assigns.
    engine : Engine
        In this process or in a kernel; the outputs are the same.
    folder : Path, optional
        Where the cells run; the present folder by default.
    timeout : int, optional
        Seconds that each cell may take.

    Raises
    ------
    ParameterError
        A name is not in the ``parameters`` cell; nothing was run.
    SourceError
        There is no such notebook, or it is damaged.
    NotebookError
        A cell failed or took too long; the copy is kept beside ``target`` as ``*.failed.ipynb``,
        which the next good run removes, and ``target`` is as it was.
    """
    folder = (folder or Path.cwd()).absolute()
    source, target = source.absolute(), target.absolute()
    notebook = _prepared(source, parameters)
    kept = target.with_suffix(".failed.ipynb")
    try:
        notebook = _executed(notebook, engine, folder, timeout)
    except Exception as error:
        _write(notebook, kept, folder)
        raise _told(source, kept, error) from error
    failure = _failure(notebook)
    if failure:
        _write(notebook, kept, folder)
        raise _stopped(source, kept, *failure)
    _write(notebook, target, folder)
    kept.unlink(missing_ok=True)
    return notebook


def parameter_names(notebook: NotebookNode) -> list[str]:
    """List the names that the cell tagged ``parameters`` assigns."""
    cells = [one for one in notebook.cells if "parameters" in one.metadata.get("tags", [])]
    names: list[str] = []
    for statement in ast.parse(cells[0].source).body if cells else []:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        targets = [statement.target] if isinstance(statement, ast.AnnAssign) else targets
        names += [one.id for one in targets if isinstance(one, ast.Name)]
    return names


def export(notebook: NotebookNode, formats: Iterable[Format]) -> dict[Format, bytes]:
    """Make the report in each format; the same bytes as ``jupyter nbconvert --to plantrack-…``.

    Raises
    ------
    RenderError
        A format cannot be made of this notebook.
    """
    from plantrack_nb.render.document import read_notebook

    document = read_notebook(notebook)
    made: dict[Format, bytes] = {}
    for one in formats:
        if one is Format.HTML:
            from plantrack_nb.render.page import to_html

            made[one] = to_html(document).encode()
        else:
            from plantrack_nb.render.pdf import to_pdf

            made[one] = to_pdf(document)
    return made


def import_lean() -> None:
    """Import ``jsonschema``, which nbformat needs, without its check of the format "iri".

    No schema of a notebook has that format. jsonschema takes the check for not installed; the
    package itself can still be imported afterwards. Does nothing where jsonschema is in already.
    """
    if "jsonschema" in sys.modules or _GRAMMAR in sys.modules:
        return
    sys.modules[_GRAMMAR] = None  # type: ignore[assignment]  # an import of it fails at once
    try:
        import_module("jsonschema")
    finally:
        del sys.modules[_GRAMMAR]


def _prepared(source: Path, parameters: Mapping[str, object]) -> NotebookNode:
    import_lean()
    from papermill.iorw import load_notebook_node
    from papermill.parameterize import parameterize_notebook

    try:
        notebook: NotebookNode = load_notebook_node(str(source))
        names = parameter_names(notebook)
    except Exception as error:
        raise SourceError(
            f"The notebook {source.name} cannot be read.",
            where=str(source),
            why=f"{type(error).__name__}: {error}",
            hint="Take it from the project again, or mend it in JupyterLab.",
        ) from error
    check_names(parameters, names)
    if parameters:
        notebook = parameterize_notebook(notebook, dict(parameters))
    return notebook


def _executed(
    notebook: NotebookNode, engine: Engine, folder: Path, timeout: int | None
) -> NotebookNode:
    from papermill.engines import papermill_engines

    from plantrack_nb.run.engine.papermill import PlantrackEngine

    papermill_engines.register(Engine.PLANTRACK, PlantrackEngine)
    name = None if engine is Engine.KERNEL else engine
    with chdir(folder):
        executed: NotebookNode = papermill_engines.execute_notebook_with_engine(
            name,
            notebook,
            kernel_name=papermill_engines.nb_kernel_name(name, notebook),
            progress_bar=False,
            execution_timeout=timeout,
        )
    return executed


def _failure(notebook: NotebookNode) -> tuple[int, str, str] | None:
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.metadata.papermill.get("exception") is True:
            errors = [one for one in cell.outputs if one.output_type == "error"]
            if not errors:
                return number, "", "it gave no reason"
            return number, errors[-1].ename, _COLOURS.sub("", errors[-1].evalue)
    return None


def _stopped(source: Path, kept: Path, cell: int, kind: str, text: str) -> NotebookError:
    """Tell where a notebook stopped; an error of ours says itself what happened and what to do."""
    own = read_error(kind, text)
    if own is not None:
        where = f"{own.where}; " if own.where else ""
        where += f"{source.name}, cell {cell}, kept as {kept}"
        return NotebookError(own.what, where=where, why=own.why, hint=own.hint)
    return NotebookError(
        f"The notebook {source.name} stopped in cell {cell}.",
        where=str(kept),
        why=f"{kind}: {text}" if kind else text,
        hint="Open the kept copy in JupyterLab to see what it had reached.",
    )


def _told(source: Path, kept: Path, error: Exception) -> NotebookError:
    first = str(error).strip().splitlines()[:1]
    return NotebookError(
        f"The notebook {source.name} did not come to its end.",
        where=str(kept),
        why=": ".join([type(error).__name__, *first]),
        hint="Open the kept copy in JupyterLab to see what it had reached.",
    )


def _write(notebook: NotebookNode, path: Path, folder: Path) -> None:
    import nbformat

    write_text(path, nbformat.writes(normalised(notebook, folder)) + "\n")
