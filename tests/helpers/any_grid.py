"""Any progress table, likely or not, for properties."""

from __future__ import annotations

from helpers.nine_columns import HEAD, TITLES
from helpers.progress_table import grid_of
from hypothesis import strategies as st

from plantrack_nb.containers.grid import Grid

_PIECES = (
    "",
    "",
    "",
    "1.1",
    "1.2",
    "2.10",
    "3",
    "กลยุทธ์ที่ 2 คุณภาพ",
    "โครงการพัฒนางาน",
    "โครงการพัฒนางาน (ต่อ)",
    "และบุคลากร",
    "1.โรงเรียน 10 แห่ง",
    "ร้อยละ 80 ของโรงเรียน",
    "32 อัตรา (ต.ค.64-ก.ย.65)",
    "12,500",
    "0",
    "-",
    "6,250 (50.00)",
    "70",
    "98.05%",
    "7,000\n5,500",
    "รจัดสรร",
    "ไม่ใช้งบ",
    "สำเร็จแล้ว",
    "70 สำเร็จแล้ว สำเร็จแล้ว",
    "ระหว่างดำเนินการ\nยังไม่ดำเนินการ",
    "1.ประชุม",
    "2.อบรม - รุ่นหนึ่ง - รุ่นสอง",
    "- ติดตามผล",
    "2) ระดับโรงเรียน",
    "(3) ตรวจรับ",
    "สำเร็จแล้ว - เยี่ยมบ้าน ระหว่างดำเนินการ - คัดกรอง",
    "4.ทำคู่มือ\nสำเร็จแล้ว\nระหว่างดำเนินการ",
    "ต่อเนื่องจากหน้าก่อน",
    "ปัญหาอุปสรรค งบประมาณล่าช้า",
    "กลุ่มนิเทศฯ (นายสมมติ ตัวอย่าง)",
    "1.กลุ่มอำนวยการ",
    "2.ทุกกลุ่ม",
    "กลุ่มนโยบายฯ (น.ส.ดี",
    "งาม)",
    "รวมทั้งสิ้น",
    "หมายเหตุ ตัวเลขเบื้องต้น",
    "ที่",
)
_ROW = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=11)
_OTHER = st.sampled_from([HEAD, HEAD, *TITLES, "- 12 -", "ปัญหาอุปสรรค", "โดยสรุป", "กลยุทธ์ที่ 3"])


@st.composite
def likely_grids(draw: st.DrawFn) -> Grid:
    """Draw a table of cells that such tables have, each in any column."""
    rows = draw(st.lists(st.one_of(_ROW, _ROW, _ROW, _OTHER), max_size=14))
    return grid_of([HEAD, *rows])


@st.composite
def wild_grids(draw: st.DrawFn) -> Grid:
    """Draw a grid of any texts at all, with heads here and there."""
    text = st.one_of(st.text(max_size=20), st.sampled_from(_PIECES))
    row = st.lists(text, max_size=12)
    rows = draw(st.lists(st.one_of(row, text, st.just(HEAD), _OTHER), max_size=12))
    return grid_of(rows)
