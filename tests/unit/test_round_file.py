"""Round files."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack_nb.errors import ParameterError
from plantrack_nb.register import Register
from plantrack_nb.round_file import NOTEBOOKS, RoundFile, load_round_file
from plantrack_nb.schema import RoundKey

RIGHT = """
fiscal_year: 2565
quarter: 2
districts: [7301, "7302"]
inputs: in/{fiscal_year}/{district}-q{quarter}.xlsx
"""


def load(folder: Path, text: str, register: Register) -> RoundFile:
    """Load a round file that holds ``text``."""
    path = folder / "round.yaml"
    path.write_text(text, encoding="utf-8")
    return load_round_file(path, register)


def test_the_sample_round(root: Path, register: Register, key: RoundKey) -> None:
    """The shipped round file makes the sample round from its workbook."""
    made = load_round_file(root / "params" / "2565-q2.yaml", register)
    assert made.keys == [key]
    assert made.input_of(key) == Path("data/7301-2565-q2.xlsx")
    assert made.notebooks == NOTEBOOKS


def test_codes_become_text_and_the_rest_has_defaults(tmp_path: Path, register: Register) -> None:
    """A bare code is read back as text; notebooks and formats need not be named."""
    made = load(tmp_path, RIGHT, register)
    assert made.districts == ("7301", "7302")
    assert made.input_of(made.keys[1]) == Path("in/2565/7302-q2.xlsx")
    assert (made.notebooks, made.formats) == (NOTEBOOKS, ("html",))


def test_all_is_every_area_with_a_code(tmp_path: Path, register: Register) -> None:
    """The word all stands for every code in the register."""
    made = load(tmp_path, RIGHT.replace('[7301, "7302"]', "all"), register)
    assert list(made.districts) == register.codes


def test_all_mistakes_are_told_at_once(tmp_path: Path, register: Register) -> None:
    """Every wrong line is told, with what was meant."""
    text = """
fiscal_year: 2022
quarter: 7
districts: ["7310", 65, "7301", 7301]
inputs: "{district.__class__}"
notebooks: [../evil]
formats: [docx]
format: html
"""
    with pytest.raises(ParameterError) as caught:
        load(tmp_path, text, register)
    assert caught.value.what == "The parameter file has 7 wrong values."
    for part in (
        "Did you mean 2565?",
        "7 is not a quarter",
        "7301 (สพป.นครปฐม เขต 1)",
        "'65' is not a code",
        "7301 stands there twice",
        "{district}, {fiscal_year}, {quarter}",
        "../evil",
        "'html' or 'pdf' (found 'docx')",
        "format: there is no such name",
    ):
        assert part in caught.value.why


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('[7301, "7302"]', "[]"),
        ('[7301, "7302"]', "[7301]\nnotebooks: []"),
        ('[7301, "7302"]', "[7301]\nformats: []"),
        ('[7301, "7302"]', "every"),
        ('[7301, "7302"]', "7301"),
        ("{district}-", "{district-"),
        ("{district}-", "{}"),
        ("{district}-", "{{district}}"),
        ("quarter: 2", "quarter: '2'"),
        ("quarter: 2", "quarter: true"),
        ("fiscal_year: 2565", "fiscal_year: 02565"),
    ],
)
def test_near_misses_are_refused(tmp_path: Path, register: Register, old: str, new: str) -> None:
    """What is almost right is refused, never guessed."""
    assert old in RIGHT
    with pytest.raises(ParameterError, match="1 wrong value"):
        load(tmp_path, RIGHT.replace(old, new), register)
