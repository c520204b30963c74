"""From an executed notebook to one document: its parts in order, a title, an outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render import parts as p
from plantrack_nb.render.codec import from_text
from plantrack_nb.render.outline import settle

REPORT_TAG = "report"
"""A Markdown cell with this tag is printed in the report; the others narrate for the analyst."""

_UNTITLED = "รายงาน"


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
    """

    masthead: p.Masthead
    parts: tuple[p.Part, ...]
    outline: tuple[p.Heading, ...]


def read_notebook(notebook: Mapping[str, Any]) -> Document:
    """Collect the parts that the cells of an executed notebook show.

    Output that is not a part (text, images, foreign HTML) is left out, and a remark at the end says
    how many; what cells print is for the analyst and left out without a word.

    Raises
    ------
    RenderError
        If a cell failed, or an output claims to be a part and is not.
    """
    parts: list[p.Part] = []
    left_out = 0
    for number, cell in enumerate(notebook["cells"], start=1):
        if cell["cell_type"] == "markdown" and REPORT_TAG in cell["metadata"].get("tags", []):
            parts += _from_markdown(cell["source"])
        for output in cell.get("outputs", []):
            if output["output_type"] == "error":
                raise _failed(number, output)
            if output["output_type"] == "stream":
                continue
            if p.MIME in output["data"]:
                parts.append(from_text(output["data"][p.MIME]))
            else:
                left_out += 1
    if left_out:
        said = f"ไม่ได้แสดงผลลัพธ์ {left_out} รายการของสมุดงาน เพราะไม่ใช่ส่วนของรายงาน"
        parts.append(p.Paragraph(said))
    return assemble(parts)


def assemble(parts: Iterable[p.Part]) -> Document:
    """Make a document of parts: the first masthead leads, headings get anchors and fit levels."""
    given = [*_one_by_one(parts)]
    mastheads = [part for part in given if isinstance(part, p.Masthead)]
    rest = [part for part in given if not isinstance(part, p.Masthead)]
    return Document((*mastheads, p.Masthead(_UNTITLED))[0], *settle(rest))


def _one_by_one(parts: Iterable[p.Part]) -> Iterator[p.Part]:
    for part in parts:
        yield from part.body if isinstance(part, p.Series) else (part,)


def _from_markdown(source: str) -> Iterator[p.Part]:
    """Read the little Markdown a report needs: headings, bullets, paragraphs. All is plain text."""
    for block in source.strip().split("\n\n"):
        lines = [line.strip() for line in block.strip().splitlines()]
        hashes = len(lines[0]) - len(lines[0].lstrip("#")) if lines else 0
        if hashes:
            yield p.Heading(lines[0].lstrip("# "), max(hashes, 2))
            lines = lines[1:]
        if lines and all(line.startswith("- ") for line in lines):
            yield p.Bullets(tuple(line[2:] for line in lines))
        elif lines:
            yield p.Paragraph(" ".join(lines))


def _failed(number: int, output: Mapping[str, Any]) -> RenderError:
    return RenderError(
        "The notebook stopped with an error, so no report can be made of it.",
        where=f"cell {number}",
        why=f"{output['ename']}: {output['evalue']}",
        hint="Mend the cell and run the notebook again.",
    )
