"""Take out of an executed notebook what differs from one run to the next."""

from __future__ import annotations

import re
import sysconfig
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from nbformat import NotebookNode

_TIMES = ("papermill", "execution")
_FIXED_IDS = {"injected-parameters", "papermill-error-cell-tag"}
_CHANCE = (
    (" at 0x", re.compile(r"(?<= at )0x[0-9a-fA-F]+(?=>)"), "0x0"),
    ("altair-viz-", re.compile(r"\baltair-viz-[0-9a-f]{32}\b"), "altair-viz"),
    ("/ipykernel_", re.compile(r"/\S*/ipykernel_\d+/(?=\d+\.py)"), "/cells/"),
)
"""What a text must hold before it is worth a search, what is looked for, what stands for it."""

_CHART = "/schema/vega-lite/"
_COUNTED = re.compile(
    r'(?P<key>\\?"(?:name|param)\\?": ?|\\?"views\\?": ?\[)(?P<quote>\\?")'
    r'(?P<name>(?P<kind>param|view)_\d+)(?=\\?")'
)
"""Names that Altair counts through the whole life of a process, where a specification has them."""
_IN_EXPRESSION = re.compile(r'(?:param|view)_\d+(?!\d|\\?")')


def normalised(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Drop times and chance from ``notebook``, in place, and return it.

    papermill's times, durations and paths, ids made at random, addresses of objects, and the
    folders of this machine: ``folder`` (where the cells ran) and the installed packages.
    """
    notebook.metadata.pop("papermill", None)
    if "language_info" in notebook.metadata:
        notebook.metadata.language_info = {"name": notebook.metadata.language_info["name"]}
    places = {str(folder): ".", sysconfig.get_path("purelib"): "site-packages"}

    def clean(text: str) -> str:
        for place, name in places.items():
            text = text.replace(place, name)
        for sign, pattern, name in _CHANCE:
            if sign in text:
                text = pattern.sub(name, text)
        return text

    for number, cell in enumerate(notebook.cells):
        _clean_cell(cell, number, clean)
    return notebook


def _clean_cell(cell: NotebookNode, number: int, clean: Callable[[str], str]) -> None:
    for name in _TIMES:
        cell.metadata.pop(name, None)
    tags = cell.metadata.get("tags", [])
    if not tags:
        cell.metadata.pop("tags", None)
    if made := _FIXED_IDS.intersection(tags):
        cell.id = f"{made.pop()}-{number}"
    for output in cell.get("outputs", []):
        _clean_output(output, clean)


def _clean_output(output: NotebookNode, clean: Callable[[str], str]) -> None:
    if output.output_type == "stream":
        output.text = clean(output.text)
    elif output.output_type == "error":
        output.traceback = [clean(line) for line in output.traceback]
    for form in {"text/plain", "text/html"}.intersection(output.get("data", {})):
        output.data[form] = clean(output.data[form])
    for form, held in output.get("data", {}).items():
        if isinstance(held, str) and _CHART in held:
            output.data[form] = _counted_anew(held)


def _counted_anew(text: str) -> str:
    """Give a chart's own names the numbers of their order in it; data keep what they hold.

    A chart whose expressions speak of its names is left as it is.
    """
    if _IN_EXPRESSION.search(text):
        return text
    seen: dict[str, str] = {}

    def anew(found: re.Match[str]) -> str:
        name = seen.setdefault(found["name"], f"{found['kind']}_{len(seen) + 1}")
        return f"{found['key']}{found['quote']}{name}"

    return _COUNTED.sub(anew, text)
