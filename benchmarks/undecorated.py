"""Python source without decorators on its functions, for tools that pass over decorated ones."""

from __future__ import annotations

import libcst as cst

CACHES = {"cache", "lru_cache"}
_LEFT = {"classmethod", "staticmethod"}


def undecorated(source: str) -> str:
    """Turn ``@d`` above ``def f`` into ``f = d(f)`` below it; a cache is only taken off."""
    return cst.parse_module(source).visit(_Undecorate()).code


class _Undecorate(cst.CSTTransformer):
    """Takes the decorators off; those that mutmut knows stay."""

    def leave_FunctionDef(  # noqa: N802
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef | cst.FlattenSentinel[cst.BaseStatement]:
        """Move one function's decorators below it, the innermost first."""
        names = [_name(one.decorator) for one in original_node.decorators]
        if not names or _LEFT.intersection(names):
            return updated_node
        function = updated_node.with_changes(decorators=())
        after = [
            _applied(original_node.name, one.decorator)
            for one, name in zip(reversed(original_node.decorators), reversed(names), strict=True)
            if name not in CACHES
        ]
        return cst.FlattenSentinel([function, *after])


def _name(decorator: cst.BaseExpression) -> str:
    named = decorator.func if isinstance(decorator, cst.Call) else decorator
    return named.value if isinstance(named, cst.Name) else ""


def _applied(function: cst.Name, decorator: cst.BaseExpression) -> cst.SimpleStatementLine:
    call = cst.Call(decorator, [cst.Arg(function)])
    return cst.SimpleStatementLine([cst.Assign([cst.AssignTarget(function)], call)])
