"""Round files."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import NOTEBOOKS
from plantrack_nb.office.register import Register
from plantrack_nb.office.round_file import RoundFile, filled, load_round_file

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
    return load_round_file(path, folder, register)


def test_the_sample_round(root: Path, register: Register, key: RoundKey) -> None:
    """The shipped round file makes the sample round from its workbook."""
    made = load_round_file(root / "params" / "2565-q2.yaml", root, register)
    assert (made.districts, made.fiscal_year, made.quarter) == (("7301",), 2565, 2)
    assert filled(made.inputs, key) == Path("data/7301-2565-q2.xlsx")
    assert made.notebooks == NOTEBOOKS


def test_codes_become_text_and_the_rest_has_defaults(tmp_path: Path, register: Register) -> None:
    """A bare code is read back as text; notebooks and formats need not be named."""
    made = load(tmp_path, RIGHT, register)
    assert made.districts == ("7301", "7302")
    assert filled(made.inputs, RoundKey("7302", 2565, 2)) == Path("in/2565/7302-q2.xlsx")
    assert (made.notebooks, made.formats) == (NOTEBOOKS, ("html",))


def test_all_is_every_area_with_a_code(tmp_path: Path, register: Register) -> None:
    """The word all stands for every code in the register."""
    made = load(tmp_path, RIGHT.replace('[7301, "7302"]', "all"), register)
    assert list(made.districts) == register.codes


def made_up(folder: Path) -> None:
    """Write a register of one area that no other has."""
    lines = (
        "code,level,name,full_name,province_codes,confidence",
        "9700,สพป.,สพป.สมมติ เขต 1,สำนักงานเขตสมมติ เขต 1,,invented",
    )
    (folder / "own.csv").write_text("\n".join(lines), encoding="utf-8")


def test_codes_may_be_those_of_a_register_of_its_own(tmp_path: Path, register: Register) -> None:
    """All, and each code, are then looked up there and not in the project's."""
    made_up(tmp_path)
    own = RIGHT.replace('[7301, "7302"]', "all\nregister: own.csv")
    made = load(tmp_path, own, register)
    assert made.districts == ("9700",)
    assert made.areas is not None
    assert made.areas.path == tmp_path / "own.csv"
    assert load(tmp_path, own.replace("all", "[9700]"), register).districts == ("9700",)
    with pytest.raises(ParameterError, match="'7301' is not a code"):
        load(tmp_path, own.replace("all", "[7301]"), register)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("code,name\n", "wrong columns"),
        ("code,level,name,full_name,province_codes,confidence\n97,a,b,c,,\n", "'97' of b"),
        (None, "No such file"),
    ],
)
def test_a_register_that_is_wrong_is_told_alone(
    tmp_path: Path, register: Register, text: str | None, told: str
) -> None:
    """The file and its fault are named; that no code can be looked up in it is not."""
    if text is not None:
        (tmp_path / "own.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError, match="1 wrong value") as caught:
        load(tmp_path, RIGHT + "register: own.csv\n", register)
    assert "own.csv" in caught.value.why
    assert ": The register of areas" in caught.value.why
    assert told in caught.value.why


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
        ("quarter: 2", "quarter: 2\nregister: 7"),
        ("quarter: 2", "quarter: 2\nareas: own.csv"),
        ("fiscal_year: 2565", "fiscal_year: 02565"),
    ],
)
def test_near_misses_are_refused(tmp_path: Path, register: Register, old: str, new: str) -> None:
    """What is almost right is refused, never guessed."""
    assert old in RIGHT
    with pytest.raises(ParameterError, match="1 wrong value"):
        load(tmp_path, RIGHT.replace(old, new), register)


def test_the_memo_may_be_filled_in(tmp_path: Path, register: Register) -> None:
    """What the file says of the memo is handed on; what it leaves out, the notebook says."""
    lines = "report:\n  memo_number: ศธ 04022/123\n  memo_date: 22 เมษายน 2565\n"
    made = load(tmp_path, RIGHT + lines, register)
    assert made.report.said == {"memo_number": "ศธ 04022/123", "memo_date": "2022-04-22"}
    assert load(tmp_path, RIGHT, register).report.said == {}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("memo_date: 31 เมษายน 2565", "is no day"),
        ("memo_date: พรุ่งนี้", "is no day"),
        ("thai_digits: yes", "report.thai_digits"),
        ("signed_by: x", "report.signed_by: there is no such name"),
    ],
)
def test_what_the_memo_cannot_say_is_told(
    tmp_path: Path, register: Register, line: str, told: str
) -> None:
    """A day that is none, a word for true or false, an unknown name: the message says which."""
    with pytest.raises(ParameterError, match=told):
        load(tmp_path, f"{RIGHT}report:\n  {line}\n", register)
