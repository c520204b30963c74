"""Projects that stand as rows of their own above what belongs to them."""

from __future__ import annotations

from helpers.progress_table import KEY

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.load.document.named_above import named_in_columns
from plantrack_nb.load.layout.columns.heading_words import BUILT_IN
from plantrack_nb.load.table.interpret import interpret

HEAD = ["เป้าหมาย", "ตัวชี้วัด", "งบประมาณ", "เบิกจ่าย", "การดำเนินการ", "ผู้รับผิดชอบ"]


def _grid(*rows: list[str]) -> Grid:
    made = [
        Row(
            f"แผน!A{at}",
            tuple(Cell(text, f"แผน!{chr(65 + to)}{at}", text) for to, text in enumerate(row)),
        )
        for at, row in enumerate(rows, 1)
    ]
    return Grid("แผน.xlsx", tuple(made))


def _alone(text: str) -> list[str]:
    return [text, *[""] * 5]


FIRST = ["ครู 10 คน", "ร้อยละ 80", "50,000", "20,000", "1. อบรม", "กลุ่มอำนวยการ"]
SECOND = ["โรงเรียน 5 แห่ง", "ร้อยละ 90", "30,000", "10,000", "1. นิเทศ", "กลุ่มนิเทศฯ"]


def test_names_above_are_read_as_columns() -> None:
    """Each project has its own money; a name that the next page says again is none anew."""
    grid = _grid(
        HEAD,
        _alone("กลยุทธ์ที่ 1 พัฒนาคุณภาพ"),
        _alone("1.1 โครงการพัฒนาครู"),
        FIRST,
        HEAD,
        _alone("1.1 โครงการพัฒนาครู"),
        ["", "", "", "", "2. สรุปผล", ""],
        _alone("๑.๒ โครงการนิเทศภายใน"),
        SECOND,
    )
    made = interpret(grid, KEY).round
    assert dict(zip(made.projects["project_no"], made.projects["name"], strict=True)) == {
        "1.1": "โครงการพัฒนาครู",
        "1.2": "โครงการนิเทศภายใน",
    }
    lines = zip(made.budget_lines["project_no"], made.budget_lines["budget"], strict=True)
    assert [*lines] == [("1.1", 50_000.0), ("1.2", 30_000.0)]
    assert [*made.activities["project_no"]] == ["1.1", "1.1", "1.2"]


def test_tables_with_a_column_of_names_are_left_alone() -> None:
    """Rows that only look like names change nothing where a column has the names."""
    grid = _grid(
        ["ที่", "โครงการ", "งบประมาณ", "เบิกจ่าย", "การดำเนินการ", "ผู้รับผิดชอบ"],
        _alone("1.1 โครงการพัฒนาครู"),
        _alone("1.2 โครงการนิเทศภายใน"),
    )
    assert named_in_columns(grid, BUILT_IN) == grid
