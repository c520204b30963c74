"""Things joined in pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.check.reading.running_text.alike import clusters


def test_chains_are_one_group() -> None:
    """What is joined over others stands together, in order."""
    assert clusters(5, [(3, 1), (3, 4)]) == [[0], [1, 3, 4], [2]]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_every_thing_stands_in_one_group(pairs: list[tuple[int, int]]) -> None:
    """Groups part the things, and no pair is torn."""
    groups = clusters(10, pairs)
    assert sorted(at for group in groups for at in group) == list(range(10))
    for a, b in pairs:
        assert any(a in group and b in group for group in groups)
