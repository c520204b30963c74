"""The plain way: the notebooks' statements as one Python function, and a Jinja template.

No notebook is written, nothing is shown on the way, no part becomes JSON: what is left is the
work itself (reading, checking, summarising, charts) and the page.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import CodeType

from jinja2 import Environment, Template
from markupsafe import Markup

from plantrack_nb.office.project import NOTEBOOKS
from plantrack_nb.render.drawing.bars import NARROW, WIDE, drawn
from plantrack_nb.render.formats import long_date, show, show_cell
from plantrack_nb.render.letters.fonts import FAMILY
from plantrack_nb.render.parts import Figure, Part

_TEMPLATE = Path(__file__).with_name("plain.html.j2")
Cell = tuple[CodeType | None, CodeType | None]


def plain_function(project: Path) -> Callable[[Mapping[str, object]], str]:
    """Make the function: parameters of a round in, its page out, tables and findings on disk."""
    cells = [list(_cells(project / "notebooks" / f"{name}.ipynb")) for name in NOTEBOOKS]

    def report(parameters: Mapping[str, object]) -> str:
        parts: list[Part] = []
        for notebook in cells:
            names: dict[str, object] = {}
            parts = []
            for number, (statements, shown) in enumerate(notebook):
                if statements is not None:
                    exec(statements, names)  # noqa: S102 - our own notebooks
                if number == 0:
                    names.update({one: parameters[one] for one in parameters if one in names})
                value = eval(shown, names) if shown is not None else None  # noqa: S307
                if isinstance(value, Part):
                    parts.append(value)
        return _template().render(parts=parts, family=FAMILY)

    return report


def _cells(path: Path) -> Iterator[Cell]:
    """Compile the cells: all statements but a last expression, and that expression."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        shown = compile(ast.Expression(last.value), path.name, "eval") if last else None
        yield (compile(tree, path.name, "exec") if tree.body else None), shown


def _pictures(figure: Figure) -> Markup:
    both = (drawn(figure, layout).svg() for layout in (WIDE, NARROW))
    return Markup("".join(both))  # noqa: S704 - written from our own elements


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(
        kind=lambda part: type(part).__name__,
        shown=show,
        date=long_date,
        pictures=_pictures,
    )
    environment.globals.update(show_cell=show_cell)
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
