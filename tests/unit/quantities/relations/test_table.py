"""The table of relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb.quantities.equations import Equation, Sure
from plantrack_nb.quantities.reading import read
from plantrack_nb.quantities.relations import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from plantrack_nb.quantities.around import Around
    from plantrack_nb.quantities.quantity import Reading


def test_a_relation_of_which_no_need_is_told_is_asked_of_every_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who enters a new one in the first table only loses time, not its findings."""

    def always(reading: Reading, _: Around) -> Iterator[Equation]:
        yield Equation("always", reading.quantities[0], 2, (), "", holds=False, sure=Sure.SURE)

    monkeypatch.setattr(table, "RELATIONS", {"always": always})
    table._asked.cache_clear()
    try:
        assert [one.relation for one in table.faults(read("ครู 1 คน"))] == ["always"]
    finally:
        table._asked.cache_clear()


def test_a_need_is_told_of_relations_only() -> None:
    """No relation that went has left its needs behind."""
    assert not table.NEEDS.keys() - table.RELATIONS.keys()
