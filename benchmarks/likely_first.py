"""How the tests run while faults are tried: those first that are likely to find one.

Copied beside the tests of the rules as their ``conftest.py``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import settings
from mutmut.state import state

if TYPE_CHECKING:
    import pytest

settings.register_profile(
    "mutation",
    settings.get_profile("plantrack"),
    max_examples=int(os.environ["MUTATION_EXAMPLES"]),  # thousands of faults are tried
)
settings.load_profile("mutation")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put those first that hold every word of a finding, then the module's own, then the quick."""
    taken = state().duration_by_test
    module = os.environ.get("MUTANT_UNDER_TEST", "").rpartition(".")[0].rpartition(".")[2]

    def rank(item: pytest.Item) -> tuple[bool, bool, float]:
        test = item.path.stem
        return (
            not test.startswith("test_whole_"),
            test != f"test_{module}",
            taken.get(item.nodeid, 0.0),
        )

    items.sort(key=rank)
