"""Run one notebook with checked parameters, and export what it shows."""

from __future__ import annotations

import re
from contextlib import chdir
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import NotebookError, ParameterError, SourceError, read_error
from plantrack_nb.core.files import write_text
from plantrack_nb.core.language import say
from plantrack_nb.office.validation import check_names
from plantrack_nb.run.any_notebook import Opened, open_notebook
from plantrack_nb.run.engine.normalise import normalised

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nbformat import NotebookNode

    from plantrack_nb.render.document import Document

_EXTENSION = "plantrack_nb.render.display"
"""Lets a notebook keep the record of ordinary outputs; by name, for its room is heavy."""

_PYTHON = {"python", "ipython", "python3"}
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
    source: Path | Opened,
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
    source : Path or Opened
        The notebook; it is changed when it is given opened.
    target : Path
        Where its executed copy goes. Two runs give the same bytes.
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
    opened = source if isinstance(source, Opened) else open_notebook(source.absolute())
    path, target = opened.path.absolute(), target.absolute()
    notebook = _prepared(opened, parameters, engine)
    kept = target.with_suffix(".failed.ipynb")
    try:
        notebook = _executed(notebook, engine, folder, timeout)
    except Exception as error:
        _write(notebook, kept, folder)
        raise _told(path, kept, error) from error
    failure = _failure(notebook)
    if failure:
        _write(notebook, kept, folder)
        raise _stopped(path, kept, *failure)
    _write(notebook, target, folder)
    kept.unlink(missing_ok=True)
    return notebook


def report_of(notebooks: Mapping[str, NotebookNode]) -> Document:
    """Make the document of a round's executed notebooks, in their order.

    A notebook whose metadata say ``{"plantrack": {"in_report": false}}`` works for the others and
    shows its pages to the analyst only. Where all say so, the last one is the report.

    Raises
    ------
    RenderError
        No report can be made of them.
    """
    from plantrack_nb.render.document import read_notebooks

    chosen = [(name, one) for name, one in notebooks.items() if _is_in_report(one)]
    return read_notebooks(chosen or [*notebooks.items()][-1:])


def export(document: Document, form: Format) -> bytes:
    """Make the report in a format; the same bytes as ``jupyter nbconvert --to plantrack-…``.

    Raises
    ------
    RenderError
        The format cannot be made of this document.
    """
    if form is Format.HTML:
        from plantrack_nb.render.page import to_html

        return to_html(document).encode()
    from plantrack_nb.render.pdf import to_pdf

    return to_pdf(document)


def _is_in_report(notebook: NotebookNode) -> bool:
    own = notebook.metadata.get("plantrack", {})
    return own.get("in_report", True) is not False


def _prepared(opened: Opened, parameters: Mapping[str, object], engine: Engine) -> NotebookNode:
    from papermill.parameterize import parameterize_notebook

    try:
        check_names(parameters, opened.names)
    except ParameterError as error:
        where = f"{opened.path.name}, {error.where}"
        raise ParameterError(error.what, where=where, why=error.why, hint=error.hint) from None
    notebook = opened.notebook
    language = notebook.metadata.kernelspec.language
    if engine is Engine.PLANTRACK and language.lower() not in _PYTHON:
        raise SourceError(
            say(
                f"สมุดงาน {opened.path.name} ไม่ได้เขียนด้วย Python",
                f"The notebook {opened.path.name} is written in another language than Python.",
            ),
            where=str(opened.path),
            why=say(f"เคอร์เนลของสมุดงานใช้ภาษา {language:.40}", f"its kernel speaks {language:.40}"),
            hint=say(
                "รันด้วย --engine kernel ในเครื่องที่ติดตั้งเคอร์เนลนั้น",
                "Run it with --engine kernel, where that kernel is installed.",
            ),
        )
    for cell in notebook.cells:  # papermill asks each cell for both
        cell.metadata.setdefault("tags", [])
        cell.metadata.setdefault("papermill", {})
    notebook.metadata.setdefault("papermill", {})
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
            extra_arguments=[f"--IPKernelApp.extra_extensions={_EXTENSION}"],
        )
    return executed


def _failure(notebook: NotebookNode) -> tuple[int, str, str] | None:
    """Return the number of the cell that failed, and its error; None of a good run.

    As papermill has it: ``sys.exit(0)`` ends a notebook well.
    """
    from plantrack_nb.render.outputs.cells import is_failure

    for number, cell in enumerate(notebook.cells, start=1):
        if cell.metadata.papermill.get("exception") is not True:
            continue
        errors = [one for one in cell.outputs if one.output_type == "error"]
        if not errors:
            return number, "", say("ไม่ได้บอกสาเหตุ", "it gave no reason")
        if any(is_failure(cell, one) for one in errors):
            return number, errors[-1].ename, _COLOURS.sub("", errors[-1].evalue)
    return None


def _stopped(source: Path, kept: Path, cell: int, kind: str, text: str) -> NotebookError:
    """Tell where a notebook stopped; an error of ours says itself what happened and what to do."""
    own = read_error(kind, text)
    if own is not None:
        where = f"{own.where}; " if own.where else ""
        where += say(
            f"{source.name} เซลล์ {cell} เก็บไว้ที่ {kept}",
            f"{source.name}, cell {cell}, kept as {kept}",
        )
        return NotebookError(own.what, where=where, why=own.why, hint=own.hint)
    return NotebookError(
        say(
            f"สมุดงาน {source.name} หยุดที่เซลล์ {cell}",
            f"The notebook {source.name} stopped in cell {cell}.",
        ),
        where=str(kept),
        why=f"{kind}: {text}" if kind else text,
        hint=say(
            "เปิดสำเนาที่เก็บไว้ใน JupyterLab เพื่อดูว่าทำไปถึงไหน",
            "Open the kept copy in JupyterLab to see what it had reached.",
        ),
    )


def _told(source: Path, kept: Path, error: Exception) -> NotebookError:
    first = str(error).strip().splitlines()[:1]
    return NotebookError(
        say(f"สมุดงาน {source.name} ทำไม่จบ", f"The notebook {source.name} did not come to its end."),
        where=str(kept),
        why=": ".join([type(error).__name__, *first]),
        hint=say(
            "เปิดสำเนาที่เก็บไว้ใน JupyterLab เพื่อดูว่าทำไปถึงไหน",
            "Open the kept copy in JupyterLab to see what it had reached.",
        ),
    )


def _write(notebook: NotebookNode, path: Path, folder: Path) -> None:
    import nbformat

    write_text(path, nbformat.writes(normalised(notebook, folder)) + "\n")
