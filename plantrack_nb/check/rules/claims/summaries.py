"""Any summary table of a document against itself: sums, differences, percents."""

from __future__ import annotations

from plantrack_nb.check.reading.tables import Printed, printed_tables
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, cell, cells, rule
from plantrack_nb.quantities.tables.blame import Misfit, misfits
from plantrack_nb.quantities.tables.heads import Meaning
from plantrack_nb.quantities.tables.table import Place
from plantrack_nb.thai.numbers import format_count, format_percent

_SAYS = {
    "column": "ทุกแถวรวมกันได้",
    "row": "ช่องอื่นในแถวรวมกันได้",
    "left": "คำนวณจากช่องอื่นในแถวได้",
    "product": "คูณช่องอื่นในแถวได้",
    "mean": "เฉลี่ยแถวข้างบนได้",
    "percent": "คำนวณจากจำนวนในตารางได้ร้อยละ",
}
_MOST_SHOWN = 12


@rule(
    "claim-table-cell",
    Severity.ERROR,
    title="ตัวเลขในตารางสรุปขัดกับตัวเลขอื่นในตารางเดียวกัน",
    title_en="A figure of a summary table does not fit the others of its table",
    why="ตารางสรุปถูกอ้างต่อมากที่สุด ผู้อ่านบวกลบแถวและคอลัมน์ได้เอง",
    example="ตารางรายอำเภอรวมนักเรียนได้ 9,540 คน แต่แถวรวมพิมพ์ 9,450 คน",
    todo="บวกใหม่ แล้วแก้ช่องที่ผิด",
)
def table_cell(facts: Facts, _: Settings) -> Hits:
    """Find cells whose change would make sums, differences and percents come out."""
    for printed in facts.once(printed_tables):
        for one in misfits(printed.table):
            yield _hit(printed, one)


def _hit(printed: Printed, one: Misfit) -> Hit:
    table, (row, column) = printed.table, one.cell
    found, expected = (
        shown(printed, one.cell, table.at(one.cell)),
        shown(printed, one.cell, one.right),
    )
    head, label = table.heads[column], table.labels[row]
    held = one.statement
    told = shown(printed, held.cell, table.at(held.cell)), shown(printed, held.cell, held.right)
    where = f"{printed.name} แถว “{label}” ช่อง “{head}”"
    message = f"{where} พิมพ์ {found} แต่{_SAYS[held.kind]} {expected}"
    if held.cell != one.cell:
        other = f"แถว “{table.labels[held.cell[0]]}” ช่อง “{table.heads[held.cell[1]]}”"
        message = (
            f"{where} พิมพ์ {found} จึงขัดกับ{other} ซึ่งพิมพ์ {told[0]} แต่{_SAYS[held.kind]} {told[1]}"
        )
    more = f" และอีก {one.others} แห่งในตารางนี้" if one.others else ""
    others = [printed.cells[at] for at in (held.cell, *held.others) if at in printed.cells]
    others = [row for row in others if row is not printed.cells[one.cell]]
    return Hit(
        cell(printed.cells[one.cell], "value"),
        f"{table.title}/{label}/{head}",
        message,
        expected=expected,
        found=found,
        hint=f"จะตรงกันเมื่อแก้ช่องนี้เป็น {expected}{more}",
        beside=cells(others[:_MOST_SHOWN], "value"),
        severity=None if one.is_sure else Severity.WARNING,
    )


def shown(printed: Printed, place: Place, value: float) -> str:
    """Write a figure as its column does."""
    meaning = printed.table.meanings[place[1]]
    is_percent = meaning in (Meaning.PERCENT, Meaning.APART, Meaning.NONE) and value != round(value)
    is_percent = is_percent or meaning is Meaning.PERCENT
    return format_percent(value) if is_percent else format_count(value)
