"""Start without what costs a second and no notebook needs."""

from __future__ import annotations

import sys
from importlib import import_module

_GRAMMAR = "rfc3987_syntax"
"""Checks the format "iri", by a grammar that is built anew in every process (1.1 s)."""


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
