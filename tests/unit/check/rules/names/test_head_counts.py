"""The office's own numbers."""

from __future__ import annotations

import pytest
from helpers.rounds import stacked, tables
from helpers.rules import Tables, found
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey


def targets(*texts: str, district: str = "0101") -> Tables:
    """Build one project for each text."""
    rows = [{"project_no": f"1.{at}", "targets": text} for at, text in enumerate(texts, 1)]
    return tables(projects=rows, key=RoundKey(district, 2565, 2))


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (("บุคลากรในสังกัด จำนวน 61 คน", "บุคลากรใน สพป.เมืองงาม เขต 1 64 คน"), "61, 64"),
        (("1.โรงเรียนในสังกัด 121 แห่ง", "สถานศึกษาในสังกัด จำนวน 120 แห่ง"), "121, 120"),
        (("ผู้บริหารโรงเรียน 121 คน", "ผอ.โรงเรียน /รักษาการ จำนวน 120 คน"), "121, 120"),
        (("ศึกษานิเทศก์ 10 คน", "ศึกษานิเทศก์ จำนวน 9 คน"), "10, 9"),
        (("โรงเรียนขยายโอกาสฯ 19 โรงเรียน", "โรงเรียนขยายโอกาสทั้งหมด 18 โรงเรียน"), "19, 18"),
        (("โรงเรียนคุณภาพตำบล 47 แห่ง", "โรงเรียนคุณภาพประจำตำบล 46 แห่ง"), "47, 46"),
        (("โรงเรียนขนาดเล็ก 46 แห่ง", "ร.ร.ขนาดเล็กในสังกัด จำนวน 47 แห่ง"), "46, 47"),
    ],
)
def test_one_thing_with_two_numbers(texts: tuple[str, str], values: str) -> None:
    """The same thing is counted alike everywhere."""
    (one,) = found("name-head-count", targets(*texts))
    assert (one.found, one.expected, one.severity) == (values, "", Severity.WARNING)
    assert len(one.refs) == 2


def test_usual_number_is_expected() -> None:
    """Where one number stands more often it is the likely one."""
    text = "โรงเรียนในสังกัด {} แห่ง"
    (one,) = found("name-head-count", targets(*(text.format(n) for n in (120, 121, 121))))
    assert one.expected == "121"
    assert "120 แห่ง (1 แห่ง) และ 121 แห่ง (2 แห่ง)" in one.message


@pytest.mark.parametrize(
    ("other", "fires"),
    [(96, False), (97, True), (121, False), (151, True), (152, False), (30, False)],
)
def test_far_smaller_numbers_count_a_part(other: int, fires: bool) -> None:
    """Thirty of the office's schools are not all of them."""
    texts = [f"โรงเรียนในสังกัด {number} แห่ง" for number in (121, 121, other)]
    assert bool(found("name-head-count", targets(*texts))) is fires


@pytest.mark.parametrize(
    "texts",
    [
        ("บุคลากรในสังกัด 61 คน", "ครูและบุคลากรทางการศึกษา 64 คน"),
        ("บุคลากรในสังกัด 61 คน", "บุคลากรในสังกัด 64 แห่ง"),
        ("ศึกษานิเทศก์ 10 คน", "(ศึกษานิเทศก์ 9 คน)"),
        ("โรงเรียนในสังกัด 121 แห่ง", "โรงเรียนในสังกัดที่สมัครใจ 120 แห่ง"),
    ],
)
def test_other_things(texts: tuple[str, str]) -> None:
    """Other words, other units and remarks in brackets count something else."""
    assert found("name-head-count", targets(*texts)) == []


def test_districts_have_their_own_numbers() -> None:
    """Each round is compared with itself."""
    one, other = targets("ศึกษานิเทศก์ 10 คน"), targets("ศึกษานิเทศก์ 9 คน", district="0102")
    assert found("name-head-count", stacked(one, other)) == []


def test_of_equally_frequent_numbers_the_larger_counts() -> None:
    """A part that is told as often as the whole is no second number of the whole."""
    text = "โรงเรียนในสังกัด {} แห่ง"
    assert found("name-head-count", targets(*(text.format(n) for n in (30, 121, 40)))) == []
    (one,) = found("name-head-count", targets(*(text.format(n) for n in (30, 121, 120))))
    assert one.found == "121, 120"


@pytest.mark.parametrize(
    ("numbers", "near"),
    [((8, 8, 10), "8, 10"), ((10, 10, 8), "10, 8"), ((100, 100, 121, 140), "100, 121")],
)
def test_a_fifth_apart_is_near(numbers: tuple[int, ...], near: str) -> None:
    """Numbers are held against the most frequent one, those at the very edge too."""
    (one,) = found("name-head-count", targets(*(f"ศึกษานิเทศก์ {n} คน" for n in numbers)))
    assert one.found == near


def test_one_thing_that_agrees_hides_no_other() -> None:
    """Each thing is looked at, and so is each round."""
    given = targets("ศึกษานิเทศก์ 10 คน", "โรงเรียนในสังกัด 121 แห่ง", "โรงเรียนในสังกัด 120 แห่ง")
    (one,) = found("name-head-count", stacked(targets("ศึกษานิเทศก์ 9 คน", district="0102"), given))
    assert (one.subject, one.district) == ("thing=โรงเรียนในสังกัด", "0101")


def test_words_about_the_round_are_not_counted() -> None:
    """Obstacles and the memo tell of a part as freely as they like."""
    given = targets("ศึกษานิเทศก์ 10 คน")
    told = tables(narrative=[{"kind": "obstacle", "text": "ศึกษานิเทศก์ 9 คน"}])
    assert found("name-head-count", {**given, "narrative": told["narrative"]}) == []


@settings(max_examples=25, deadline=None)
@given(st.permutations(["120", "121", "121", "121"]), st.integers(1, 4))
def test_the_order_of_the_places_does_not_matter(order: list[str], equal: int) -> None:
    """Wherever the odd number stands it is held against the usual one; equal ones are silent."""
    (one,) = found("name-head-count", targets(*(f"โรงเรียนในสังกัด {no} แห่ง" for no in order)))
    assert one.expected == "121"
    assert found("name-head-count", targets(*["โรงเรียนในสังกัด 121 แห่ง"] * equal)) == []
