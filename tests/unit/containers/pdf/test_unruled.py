"""Tables without lines: by the file's own tags, or by the blanks between their columns."""

from __future__ import annotations

import json
from pathlib import Path

import fontpkg_sarabun
import pytest
import typst

from plantrack_nb.containers import open_grid
from plantrack_nb.containers.grid import DOUBT, Grid
from plantrack_nb.core.errors import SourceError

HEAD = ["ที่", "โครงการ", "เป้าหมาย", "งบประมาณ", "เบิกจ่าย (ร้อยละ)", "การดำเนินการ"]
ROWS = [
    [
        str(at),
        f"โครงการ{name}",
        f"ครูผู้สอนทั้งสิ้น {at * 7} คน",
        f"{at * 1250:,}",
        f"{at * 625:,} (50.00)",
        "จัดประชุมชี้แจงครั้งที่ 1 และลงพื้นที่นิเทศติดตามอย่างต่อเนื่อง",
    ]
    for at, name in enumerate(
        ["ส่งเสริมน้ำดื่มสะอาด", "พัฒนาทักษะภาษาญี่ปุ่นขั้นสูงของนักเรียน", "ขนมปี๊บ", "ฟื้นฟูสิ่งแวดล้อม"], start=1
    )
]
SPAN = "กลยุทธ์ที่ 2 เพิ่มโอกาสและความเสมอภาคทางการศึกษา"
SOURCE = """#let data = json(bytes(sys.inputs.data))
#set page(width: 260mm, height: {height}mm, margin: 12mm)
#set text(font: "Sarabun", size: 9pt, lang: "th")
รายงานผลการดำเนินงาน
#table(
  columns: (8mm, 1fr, 1fr, 20mm, 30mm, 1.4fr), stroke: none, inset: 4pt,
  table.header(..data.head),
  ..data.first.flatten(),
  table.cell(colspan: 6, data.span),
  ..data.second.flatten(),
)
หมายเหตุ ข้อมูล ณ วันที่ 31 มีนาคม 2569
"""


def printed(path: Path, *, tagged: bool, height: int = 150) -> Path:
    """Print the table without lines."""
    source = path.with_suffix(".typ")
    source.write_text(SOURCE.replace("{height}", str(height)), "utf-8")
    data = {"head": HEAD, "first": ROWS[:2], "span": SPAN, "second": ROWS[2:]}
    compiler = typst.Compiler(source, font_paths=[Path(fontpkg_sarabun.__file__).parent])
    made = compiler.compile(
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["a-2a"] if tagged else [],
        timestamp=0,
    )
    assert isinstance(made, bytes)
    path.write_bytes(made if tagged else made.replace(b"/StructTreeRoot", b"/StructTreeR__t"))
    return path


def bare(grid: Grid) -> list[list[str]]:
    """Return the rows without blanks."""
    return [["".join(text.split()) for text in row.texts] for row in grid if row.in_table]


WANTED = [
    ["".join(text.split()) for text in row]
    for row in [HEAD, *ROWS[:2], [SPAN, "", "", "", "", ""], *ROWS[2:]]
]


@pytest.mark.parametrize("tagged", [True, False])
def test_same_table(tmp_path: Path, tagged: bool) -> None:
    """The same cells come out of tags and of alignment; only the latter is doubtful."""
    grid = open_grid(printed(tmp_path / "a.pdf", tagged=tagged))
    assert bare(grid) == WANTED
    assert (
        any(note.startswith(f"{DOUBT}its table has no lines") for note in grid.notes) is not tagged
    )
    outside = [row.cells[0].text for row in grid if not row.in_table]
    assert outside == ["รายงานผลการดำเนินงาน", "หมายเหตุ ข้อมูล ณ วันที่ 31 มีนาคม 2569"]


def test_boxes_of_tagged_cells(tmp_path: Path) -> None:
    """Cells that tags state lie where their words do."""
    grid = open_grid(printed(tmp_path / "a.pdf", tagged=True))
    left, top, right, bottom = grid.boxes["p1!R2C2"]
    assert left < right
    assert top < bottom < grid.boxes["p1!R3C2"][3]


def test_tagged_rows_over_pages(tmp_path: Path) -> None:
    """Rows that a page's end cuts are whole; the head that every page repeats is read once."""
    grid = open_grid(printed(tmp_path / "a.pdf", tagged=True, height=46))
    assert bare(grid) == WANTED
    assert {row.ref.split("!")[0] for row in grid if row.in_table} >= {"p1", "p2"}


def test_columns_that_are_not_clear(tmp_path: Path) -> None:
    """Words in two columns are no table, and the refusal says so."""
    source = tmp_path / "a.typ"
    words = "โครงการส่งเสริมสุขภาพ " * 60
    source.write_text(f'#set text(font: "Sarabun", lang: "th")\n#columns(2)[{words}]', "utf-8")
    compiler = typst.Compiler(source, font_paths=[Path(fontpkg_sarabun.__file__).parent])
    made = compiler.compile(format="pdf")
    assert isinstance(made, bytes)
    (tmp_path / "a.pdf").write_bytes(made)
    with pytest.raises(SourceError, match="it has no table"):
        open_grid(tmp_path / "a.pdf")
