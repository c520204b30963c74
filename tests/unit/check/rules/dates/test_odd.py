"""Hours, days, terms and years that cannot be."""

import pytest
from helpers.rules import said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("จัดวันที่ 16 มกราคม 2565 ซึ่งตรงกับวันพุธ", "วันอาทิตย์"),
        ("สอบวันที่ 14-18 มีนาคม 2665", ""),
        ("ประชุมครั้งที่ 2/2656", ""),
        ("เริ่มสัญญา 1 ธ.ค. 64 สิ้นสุดสัญญา 30 มี.ค. 64", ""),
        ("ครั้งที่ 1 วันที่ 10 พ.ย. 64 ครั้งที่ 2 วันที่ 8 ธ.ค. 63", ""),
    ],
)
def test_what_cannot_be(text: str, words: str) -> None:
    """A day of the week behind its date, far years, ends and later times before the first."""
    assert [one.expected for one in said("date-odd", text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "จัดวันที่ 16 มกราคม 2565 ซึ่งตรงกับวันอาทิตย์",
        "เริ่มสัญญา 1 ธ.ค. 64 สิ้นสุดสัญญา 30 มี.ค. 65",
        "ครั้งที่ 1 วันที่ 10 พ.ย. 64 ครั้งที่ 2 วันที่ 8 ธ.ค. 64",
    ],
)
def test_what_can_be(text: str) -> None:
    """The same in order is silent."""
    assert said("date-odd", text) == []
