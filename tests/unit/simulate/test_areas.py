"""Invented areas, which nobody can take for real ones."""

from __future__ import annotations

import pytest

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.office.register import Register
from plantrack_nb.simulate.areas import districts, offices


def test_names_say_that_areas_are_invented() -> None:
    """The short name, the official one and the register's note."""
    for one in districts(245):
        assert one.name.startswith("สพป.สมมติ เขต ")
        assert "สมมติ เขต " in one.full_name
        assert "invented" in one.confidence


def test_no_code_and_no_name_is_that_of_a_real_area(register: Register) -> None:
    """Not of one that stands in the register that is shipped, nor of any province."""
    made = districts(1299)
    provinces = {one.province_codes[:2] for one in register}
    assert not {one.code for one in made} & {*register.codes}
    assert not {one.code[:2] for one in made} & provinces
    assert [one.name for one in made if register.by_name(one.name)] == []
    assert len({one.code for one in made}) == len({one.name for one in made}) == 1299


@pytest.mark.parametrize("count", [0, 1300])
def test_more_areas_than_codes_are_refused(count: int) -> None:
    """The error tells how many there can be."""
    with pytest.raises(ParameterError, match="cannot be made") as caught:
        districts(count)
    assert "from 1 to 1299" in str(caught.value)


def test_an_office_does_not_depend_on_how_many_are_made() -> None:
    """The first of two is the only one of one."""
    assert offices(2, 5)[0] == offices(1, 5)[0]
