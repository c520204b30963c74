"""Planters of faults, by family of rules; each changes a draft and tells what it did.

In: a draft and chance.
Out: the draft with a fault, and the fault.
To change here: a planter for each rule.
Tests: tests/unit/simulate.
"""

from importlib import import_module

_MODULES = ("amounts", "words", "marks", "structure", "names", "figures", "slips")


def load() -> None:
    """Import every module, so that its planters are registered."""
    for name in _MODULES:
        import_module(f"{__name__}.{name}")
