"""Every relation between figures of a text is told by some rule."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from plantrack_nb.check.rules.text.kinds import KINDS

_RELATIONS = "plantrack_nb/quantities/relations"


def test_no_equation_is_told_to_nobody(root: Path) -> None:
    """What a relation proposes stands in a kind; add one, or mend its name, when this fails."""
    told = {name for one in KINDS for name in one.relations}
    proposed = {name for path in (root / _RELATIONS).glob("*.py") for name in _proposed(path)}
    assert len(proposed) > 9
    assert not proposed - told


def _proposed(path: Path) -> Iterator[str]:
    """Yield the names that a module's equations are given, as far as they are written out."""
    tree = ast.parse(path.read_text("utf-8"))
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Equation":
            first = node.args[0]
            named = constants.get(first.id) if isinstance(first, ast.Name) else None
            named = first.value if isinstance(first, ast.Constant) else named
            if isinstance(named, str):
                yield named
