"""The raw text of source cells, with the doubtful figure marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plantrack_nb.core.findings import Finding

_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")

_FEW = 2  # of more figures none is the doubtful one


@dataclass(frozen=True, slots=True)
class Marked:
    """One cell's text in three pieces: before the figure, the figure, after it."""

    file: str
    ref: str
    before: str
    figure: str
    after: str


def marked_cells(findings: Iterable[Finding]) -> Iterator[Marked]:
    """Yield each cell that findings name, once, the first figure found in it marked."""
    seen = set()
    for one in findings:
        for ref in one.refs:
            if (ref.file, ref.ref, ref.raw) not in seen:
                seen.add((ref.file, ref.ref, ref.raw))
                yield Marked(ref.file, ref.ref, *marked(ref.raw, one.found))


def marked(raw: str, found: str) -> tuple[str, str, str]:
    """Cut a text around what a finding found in it: all of it, else a figure of it.

    A figure is not found inside a longer one: 1 does not stand in 2561.
    """
    figures = _FIGURE.findall(found)
    wanted = [found.strip("“”…"), *(figures if len(figures) <= _FEW else [])]
    for text in filter(None, wanted):
        at = re.search(rf"(?<![\d.,]){re.escape(text)}(?![\d]|[.,]\d)", raw)
        if at:
            return raw[: at.start()], at[0], raw[at.end() :]
    return raw, "", ""
