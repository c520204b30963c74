"""What is imported before a round is made, and how: no more than it needs, and in one go."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

_GRAMMAR = "rfc3987_syntax"
"""Checks the format "iri", by a grammar that is built anew in every process (1.1 s)."""

_FORMATS = ("jsonpointer", "uri_template", "webcolors", "idna")
"""What jsonschema asks about formats that no schema of a notebook has."""

_FETCHING = ("requests",)
"""What papermill fetches notebooks from elsewhere with; we open them ourselves."""


def import_lean() -> None:
    """Import ``jsonschema`` and ``papermill`` without what no notebook of ours asks of them.

    Neither does without anything: what is left out is imported once it is asked for, but for the
    format "iri", whose check jsonschema takes for not installed. Does nothing where they are in.
    """
    if "jsonschema" not in sys.modules and _GRAMMAR not in sys.modules:
        sys.modules[_GRAMMAR] = None  # type: ignore[assignment]  # an import of it fails at once
        try:
            _import(["jsonschema"], _FORMATS)
        finally:
            del sys.modules[_GRAMMAR]
    if "papermill" not in sys.modules:
        _import(["papermill.engines", "papermill.parameterize"], _FETCHING)


def warm_up(modules: Iterable[str]) -> None:
    """Import what every round needs; its garbage is none, and is searched for no more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        import_lean()
        for name in modules:
            import_module(name)
    finally:
        if was_on:
            gc.enable()
    gc.freeze()


def _import(modules: Iterable[str], later: Iterable[str]) -> None:
    with _deferred(later):
        for name in modules:
            import_module(name)


@contextmanager
def _deferred(names: Iterable[str]) -> Iterator[None]:
    """Let what is imported in the body hold modules that are loaded when they are first used.

    Only they hold them: whoever imports one of them afterwards gets it in the usual way.
    """
    made = [_Later(name) for name in names if name not in sys.modules and find_spec(name)]
    sys.modules.update({one.__name__: one for one in made})
    try:
        yield
    finally:
        for one in made:
            one.step_back()


class _Later(ModuleType):
    """Stands for a module until something of it is wanted."""

    def step_back(self) -> None:
        """Let the module itself be imported, by whoever wants it."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        self.step_back()
        return getattr(import_module(self.__name__), name)
