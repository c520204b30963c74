"""Each cell of the two summary tables recomputed from the projects of its group."""

from __future__ import annotations

from plantrack_nb.check.facts import ROUND
from plantrack_nb.check.reading import absent, remedies
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, cells, rule
from plantrack_nb.core.records import gathered
from plantrack_nb.core.vocabulary import BAND_TH, BANDS, STATUS_TH, Band, Status
from plantrack_nb.measures.summary import ROW, counted, levels, of_whole_rows
from plantrack_nb.thai.numbers import format_count, format_percent


@rule(
    "claim-group-count",
    Severity.INFO,
    title="จำนวนโครงการของกลุ่มไม่ตรงกับโครงการในตารางความก้าวหน้า",
    title_en="Projects of a group and strategy are not as many as printed",
    why="ตารางสรุปใช้มอบหมายและติดตามงานของแต่ละกลุ่ม จำนวนจึงต้องตรงกับรายโครงการ",
    example="ตารางพิมพ์ว่ากลุ่มนี้มี 2 โครงการในกลยุทธ์ที่ 6 แต่พบเพียงโครงการ 6.7",
    todo="ตรวจช่องผู้รับผิดชอบของโครงการ หรือแก้จำนวนในตารางสรุป",
)
def group_count(facts: Facts, _: Settings) -> Hits:
    """Find numbers of projects by group and strategy that the project rows do not give.

    Offices share joint projects out in their own ways, so this is certain only where a project
    is missing from the strategy altogether.
    """
    missing = facts.once(absent.by_strategy)
    for row in counted(facts.beside):
        if row.agrees:
            continue
        gone = missing.get(absent.strategy_key(row))
        lost = gone is not None and row.value - row.found == len(gone.numbers)
        listed = f" ({row.numbers})" if row.numbers else ""
        yield Hit(
            cell(row, "value"),
            _subject(row),
            f"ตารางสรุปพิมพ์ว่า “{row.group}” มี {format_count(row.value)} โครงการในกลยุทธ์ที่"
            f" {row.strategy_no} แต่พบในตารางความก้าวหน้า {format_count(row.found)} โครงการ{listed}",
            expected=format_count(row.found),
            found=format_count(row.value),
            hint=_absent_hint(gone) if gone and lost else "ตรวจช่องผู้รับผิดชอบของโครงการในกลยุทธ์นี้",
            severity=Severity.ERROR if lost else Severity.INFO,
            because_of=gone.id if gone and lost else "",
        )


@rule(
    "claim-group-percent",
    Severity.ERROR,
    title="ร้อยละการเบิกจ่ายของกลุ่มคำนวณใหม่แล้วไม่ตรง",
    title_en="Percent of a group and strategy differs when recomputed",
    why="ผู้บริหารใช้ร้อยละนี้เทียบความก้าวหน้าระหว่างกลุ่ม",
    example="โครงการของกลุ่มมีงบรวม 20,000 บาท เบิกจ่าย 5,000 บาท แต่ตารางพิมพ์ร้อยละ 30.00",
    todo="คำนวณใหม่จากผลรวมเบิกจ่าย ÷ ผลรวมงบประมาณของโครงการในแถวนั้น",
)
def group_percent(facts: Facts, _: Settings) -> Hits:
    """Find percents by group and strategy that the projects' money does not give."""
    missing = facts.once(absent.by_strategy)
    for row in remedies.wrong_percents(facts):
        gone = missing.get(absent.strategy_key(row))
        if gone and row.count > row.found:
            yield _unknown_percent(facts, row, gone)
        elif not abs(row.count - row.found) > 0:  # as many as printed, or none are printed
            yield _wrong_percent(facts, row)


def _wrong_percent(facts: Facts, row: Row) -> Hit:
    exact, remedy = format_percent(row.exact), remedies.for_percent(facts, row)
    said = f"โครงการในแถวนี้ ({row.numbers or 'ไม่มี'}) คำนวณได้ร้อยละ {exact}"
    return _percent_hit(facts, row, said, remedy.hint, remedy.because_of)


def _unknown_percent(facts: Facts, row: Row, gone: absent.Absent) -> Hit:
    said = (
        f"โครงการที่พบในแถวนี้ ({row.numbers or 'ไม่มี'}) คำนวณได้ร้อยละ"
        f" {format_percent(row.exact)} เพราะไม่พบโครงการ {gone.listed}"
    )
    return _percent_hit(facts, row, said, remedies.for_absent(row, gone), gone.id)


def _percent_hit(facts: Facts, row: Row, said: str, hint: str, because_of: str) -> Hit:
    found = format_percent(row.value)
    return Hit(
        cell(row, "value"),
        _subject(row),
        f"ตารางร้อยละการเบิกจ่ายพิมพ์ร้อยละ {found} ของ “{row.group}” กลยุทธ์ที่ {row.strategy_no} แต่{said}",
        expected=format_percent(row.exact),
        found=found,
        hint=hint,
        beside=cells(remedies.lines_of(facts, row), "disbursed"),
        because_of=because_of,
    )


def _subject(row: Row) -> str:
    return f"{row.group_key}/strategy {row.strategy_no}"


@rule(
    "claim-group-band",
    Severity.ERROR,
    title="จำนวนโครงการตามช่วงการเบิกจ่ายของกลุ่มนับใหม่แล้วไม่ตรง",
    title_en="Bands of a group differ when counted again",
    why="ตารางนี้บอกว่ากลุ่มใดเบิกจ่ายช้า หากนับผิดช่อง การเร่งรัดจะผิดกลุ่ม",
    example="กลุ่มมี 1 โครงการที่ยังไม่เบิกจ่ายเลย แต่ตารางนับไว้ในช่อง ≤ 70%",
    todo="นับใหม่จากร้อยละการเบิกจ่ายของแต่ละโครงการ",
)
def group_band(facts: Facts, _: Settings) -> Hits:
    """Find groups whose bands, counted from their projects, are not the printed ones."""
    wrong = (row for row in of_whole_rows(facts.beside, BANDS) if not row.agrees)
    for group in gathered(wrong, ROW).values():
        first = group[0]
        found = ", ".join(_band(row.column, row.value) for row in group)
        exact = ", ".join(_band(row.column, row.exact) for row in group)
        yield Hit(
            cells(group, "value"),
            first.group_key,
            f"ตารางระดับการเบิกจ่าย แถว “{first.group}” พิมพ์ {found}"
            f" แต่นับจากโครงการในแถวนี้ ({first.numbers}) ได้ {exact}",
            expected=exact,
            found=found,
            hint="แก้จำนวนในแถวนี้ แล้วตรวจแถวรวมอีกครั้ง",
        )


@rule(
    "claim-group-status",
    Severity.INFO,
    title="จำนวนโครงการตามระดับการดำเนินการต่างจากที่นับจากกิจกรรม",
    title_en="Levels of progress are counted in another way",
    why="หากนิยามของระดับต่างกัน ตัวเลขของแต่ละเขตเทียบกันไม่ได้",
    example="ตารางนับโครงการที่บางกิจกรรมเสร็จแล้วเป็น “ระหว่าง” แต่ตามนิยามคือ “บางส่วน”",
    todo="ใช้นิยามเดียวกัน: ทุกกิจกรรมเหมือนกันจึงเป็นระดับนั้น นอกนั้นเป็นบางส่วน",
)
def group_status(facts: Facts, _: Settings) -> Hits:
    """Tell once a round that its levels of progress do not follow the marks of the activities."""
    wrong = (row for row in levels(facts.beside, facts.in_rows) if row.value != row.exact)
    for group in gathered(wrong, ROUND).values():
        found = ", ".join(_level(row.column, row.value) for row in group)
        exact = ", ".join(_level(row.column, row.exact) for row in group)
        yield Hit(
            (),  # the figures are right where the office has its own definition
            "level_table",
            f"ตารางระดับการดำเนินการนับรวมทุกกลุ่มได้ {found} แต่นับจากสถานะของกิจกรรมตามนิยามได้ {exact}",
            expected=exact,
            found=found,
            hint="ตรวจว่าสำนักงานนับโครงการที่กิจกรรมมีหลายสถานะไว้ในช่องใด",
            beside=cells(group, "value"),
        )


@rule(
    "claim-group-done",
    title="จำนวนโครงการที่สำเร็จหรือยังไม่เริ่มของกลุ่มมากกว่าที่นับได้",
    title_en="A group claims more projects done, or not started, than its activities show",
    why="ไม่ว่าจะนับระดับอื่นอย่างไร โครงการที่มีกิจกรรมยังไม่เสร็จก็นับว่าสำเร็จแล้วไม่ได้",
    example="ตารางพิมพ์ว่าสำเร็จแล้ว 2 โครงการ แต่โครงการหนึ่งยังมีกิจกรรมระหว่างดำเนินการ",
    todo="แก้จำนวนในตาราง หรือแก้สถานะของกิจกรรมให้เป็นปัจจุบัน",
)
def group_done(facts: Facts, _: Settings) -> Hits:
    """Find rows that count more projects as wholly done or not started than there are."""
    for row in of_whole_rows(facts.beside, (Status.DONE, Status.NOT_STARTED)):
        if row.value > row.exact:
            level = STATUS_TH[Status(row.column)]
            yield Hit(
                cell(row, "value"),
                f"{row.group_key}/{row.column}",
                f"ตารางระดับการดำเนินการ แถว “{row.group}” พิมพ์ว่า{level}"
                f" {format_count(row.value)} โครงการ แต่ในโครงการของแถวนี้ ({row.numbers})"
                f" มีที่{level}ทุกกิจกรรม {format_count(row.exact)} โครงการ",
                expected=f"ไม่เกิน {format_count(row.exact)}",
                found=format_count(row.value),
            )


def _band(column: str, value: float) -> str:
    return f"{BAND_TH[Band(column)]} = {format_count(value)}"


def _level(column: str, value: float) -> str:
    return f"{STATUS_TH[Status(column)]} = {format_count(value)}"


def _absent_hint(gone: absent.Absent) -> str:
    return f"โครงการที่ขาดไปน่าจะเป็นโครงการ {gone.listed}"
