"""What heads and labels say."""

import pytest

from plantrack_nb.quantities.tables.heads import Meaning, is_grand, is_mean, is_total, meaning


@pytest.mark.parametrize(
    ("head", "means"),
    [
        ("จำนวนโครงการ", Meaning.COUNT),
        ("งบประมาณ (บาท)", Meaning.MONEY),
        ("คิดเป็นร้อยละ", Meaning.PERCENT),
        ("คงเหลือ", Meaning.LEFT),
        ("รวม", Meaning.TOTAL),
        ("เบิกจ่ายสะสม", Meaning.SO_FAR),
        ("ผลต่าง", Meaning.APART),
        ("เพิ่มขึ้น/ลดลง", Meaning.APART),
        ("คะแนนเฉลี่ย", Meaning.NONE),
        ("ปี 2565", Meaning.NONE),
    ],
)
def test_what_a_column_holds(head: str, means: Meaning) -> None:
    """The words of a head tell it; what is not added has no part in sums."""
    assert meaning(head) is means


@pytest.mark.parametrize(
    ("label", "total", "grand", "mean"),
    [
        ("รวม", True, True, False),
        ("รวมทั้งสิ้น", True, True, False),
        ("รวมกลยุทธ์ที่ 1", True, False, False),
        ("เฉลี่ยรวม", False, False, True),
        ("ค่าเฉลี่ย", False, False, True),
        ("กลยุทธ์ที่ 1", False, False, False),
    ],
)
def test_what_a_row_is(label: str, total: bool, grand: bool, mean: bool) -> None:
    """Totals of all, totals of a part, means."""
    assert (is_total(label), is_grand(label), is_mean(label)) == (total, grand, mean)
