"""From executed notebooks to one document: their parts in order, a title, an outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from plantrack_nb.render import parts as p
from plantrack_nb.render.outline import settle
from plantrack_nb.render.outputs.cells import read_cells

_UNTITLED = "รายงาน"
_FIRST_LEVEL = 1


@dataclass(frozen=True)
class Document:
    """Everything a writer of HTML or PDF needs.

    Parameters
    ----------
    masthead : Masthead
        Title, office, period and date.
    parts : tuple of Part
        The rest in reading order; headings have anchors and skip no level.
    outline : tuple of Heading
        The headings of ``parts``.
    left_out : tuple of str
        What of the notebooks cannot be shown, and where it stands.
    """

    masthead: p.Masthead
    parts: tuple[p.Part, ...]
    outline: tuple[p.Heading, ...]
    left_out: tuple[str, ...] = ()


def read_notebook(notebook: Mapping[str, Any], name: str = "") -> Document:
    """Collect what the cells of an executed notebook show; see :func:`read_notebooks`."""
    return read_notebooks([(name, notebook)])


def read_notebooks(notebooks: Iterable[tuple[str, Mapping[str, Any]]]) -> Document:
    """Collect what the cells of executed notebooks show, one notebook after the other.

    Tables, charts, pictures, Markdown and printed text become parts; what cannot be shown (widgets,
    scripts, foreign HTML) is named in ``left_out``, and a remark at the end says how many.

    Raises
    ------
    RenderError
        A notebook has not been run, a cell failed, or an output claims to be a part and is not.
    """
    read = [read_cells(notebook, name) for name, notebook in notebooks]
    parts = [part for one in read for part in one.parts]
    left_out = tuple(told for one in read for told in one.left_out)
    if left_out:
        parts.append(p.Paragraph(f"ไม่ได้แสดงผลลัพธ์ {len(left_out)} รายการของสมุดงาน"))
    return replace(assemble(_titled(parts)), left_out=left_out)


def assemble(parts: Iterable[p.Part]) -> Document:
    """Make a document of parts: the first masthead leads, headings get anchors and fit levels."""
    given = [*_one_by_one(parts)]
    mastheads = [part for part in given if isinstance(part, p.Masthead)]
    rest = [part for part in given if not isinstance(part, p.Masthead)]
    return Document((*mastheads, p.Masthead(_UNTITLED))[0], *settle(rest))


def _one_by_one(parts: Iterable[p.Part]) -> Iterator[p.Part]:
    for part in parts:
        yield from part.body if isinstance(part, p.Series) else (part,)


def _titled(parts: list[p.Part]) -> list[p.Part]:
    """Let the first heading name a document whose cells show no masthead."""
    if any(isinstance(one, p.Masthead) for one in _one_by_one(parts)):
        return parts
    at = next((at for at, one in enumerate(parts) if isinstance(one, p.Heading)), None)
    if at is None or parts[at].level > _FIRST_LEVEL:  # type: ignore[attr-defined]  # a heading
        return parts
    heading = parts[at]
    assert isinstance(heading, p.Heading)
    return [p.Masthead(heading.text), *parts[:at], *parts[at + 1 :]]
