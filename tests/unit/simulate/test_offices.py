"""Districts of the register first, invented ones only beyond it."""

from __future__ import annotations

import pytest

from plantrack_nb.errors import ParameterError
from plantrack_nb.register import District, Register
from plantrack_nb.simulate.offices import districts, offices

REGISTER = Register(
    (
        District("0101", "สพป.", "สพป.ทดลอง เขต 1", "ทดลองเต็ม เขต 1", "01", ""),
        District("9700", "สพป.", "สพป.ทดลอง เขต 2", "ทดลองเต็ม เขต 2", "97", ""),
        District("", "สพม.", "สพม.ทดลอง", "มัธยมทดลอง", "01", ""),
    )
)


def test_areas_without_a_code_are_not_used() -> None:
    """Codes are the register's own, in its order."""
    assert [one.code for one in districts(REGISTER, 2)] == ["0101", "9700"]


def test_beyond_the_register_areas_are_invented() -> None:
    """Their codes are free ones, and their names say that they are made up."""
    made = districts(REGISTER, 4)[2:]
    assert [one.code for one in made] == ["9701", "9702"]
    assert all("สมมติ" in one.name and "invented" in one.confidence for one in made)
    assert Register((*REGISTER.districts, *made)).by_code("9702") == made[1]


def test_more_areas_than_codes_are_refused() -> None:
    """The error tells how many there can be."""
    with pytest.raises(ParameterError, match="cannot be made") as caught:
        districts(REGISTER, 5000)
    assert "from 1 to 301" in str(caught.value)


def test_an_office_does_not_depend_on_how_many_are_made() -> None:
    """The first of two is the only one of one."""
    assert offices(REGISTER, 2, 5)[0] == offices(REGISTER, 1, 5)[0]
