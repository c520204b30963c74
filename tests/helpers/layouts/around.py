"""What stands around the table: titles above, notes and signatures below, names of sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from helpers.layouts.money import project_figures, summed

if TYPE_CHECKING:
    from helpers.layouts.cells import Value, Writer
    from helpers.layouts.order import Numbered
    from helpers.layouts.true_round import TrueRound

OFFICES = {
    "7301": "นครปฐม เขต 1",
    "1101": "สมุทรปราการ เขต 1",
    "5002": "เชียงใหม่ เขต 2",
    "4001": "ขอนแก่น เขต 1",
    "9001": "สงขลา เขต 1",
}
EXPLAINED = (
    "คำชี้แจง",
    "1. ให้ผู้รับผิดชอบโครงการรายงานผลภายในวันที่ 5 ของเดือนถัดไป",
    "2. กรอกจำนวนเงินเป็นตัวเลข",
    "ติดต่อสอบถาม กลุ่มนโยบายและแผน",
)
_ENDS = ("31 ธันวาคม {last}", "31 มีนาคม {year}", "30 มิถุนายน {year}", "30 กันยายน {year}")
_SHORT_ENDS = ("31 ธ.ค. {l2}", "31 มี.ค. {y2}", "30 มิ.ย. {y2}", "30 ก.ย. {y2}")
_ROUNDS = (
    "ไตรมาสที่ {q}",
    "ไตรมาส {q}",
    "ไตรมาสที่ {q}/{year}",
    "รอบ {months} เดือน",
    "รอบ {months} เดือน (1 ตุลาคม {last} - {end})",
    "ณ วันที่ {end}",
    "ข้อมูล ณ วันที่ {short}",
    "ณ สิ้นไตรมาสที่ {q}",
    "ระหว่างวันที่ 1 ต.ค. {l2} - {short}",
    "ไตรมาสที่ {q} (ข้อมูล ณ {end})",
)
_REPORTS = (
    "รายงานผลการดำเนินงานตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. {year}",
    "แบบติดตามผลการดำเนินงานโครงการ ปีงบประมาณ {year}",
    "สรุปผลการเบิกจ่ายงบประมาณโครงการ ประจำปีงบประมาณ พ.ศ. {year}",
    "ติดตามความก้าวหน้าโครงการตามแผนปฏิบัติการประจำปี งบประมาณ {year}",
)
_OFFICES = (
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา{name}",
    "สพป.{name}",
    "สพป. {name}",
    "สพป.{thai}",
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา {name}",
)
_NOTES = (
    "หมายเหตุ : ข้อมูลจากระบบ e-Budget",
    "หมายเหตุ 1. รอจัดสรร หมายถึง โครงการที่ยังไม่ได้รับโอนงบประมาณ",
    "* โครงการที่ได้รับงบประมาณเพิ่มเติมระหว่างปี",
    "หมายเหตุ ตัวเลขอาจเปลี่ยนแปลงเมื่อปิดบัญชี",
)
_SIGNED = (
    (
        "",
        "ลงชื่อ ................................ ผู้รายงาน",
        "(นางสมใจ ไม่มีจริง)",
        "นักวิเคราะห์นโยบายและแผน",
    ),
    ("(นายสมมุติ ตัวอย่าง)", "ผู้อำนวยการกลุ่มนโยบายและแผน"),
    ("", "ผู้ตรวจสอบ ........................", "(นายลองดู นามสมมุติ)", "รองผู้อำนวยการ"),
)
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def titles(true: TrueRound, writer: Writer, quarter: int) -> Iterator[str]:
    """Write the lines above a table; ``quarter`` is the sheet's own, if it has one."""
    layout = writer.layout
    if layout.titles == "none":
        return
    of = quarter or true.quarter
    of = of % 4 + 1 if layout.titles == "other_quarter" else of
    report = writer.one("report", _REPORTS).format(year=true.year)
    said = round_words(writer, true.year, of)
    office = office_words(writer, true.district)
    lines = [f"{report} {said} {office}"] if layout.titles == "short" else [report, said, office]
    for line in lines:
        yield writer.digits(line)


def round_words(writer: Writer, year: int, quarter: int) -> str:
    """Name a round as titles do."""
    values = {"year": year, "last": year - 1, "y2": year % 100, "l2": (year - 1) % 100}
    return writer.one("round", _ROUNDS).format(
        q=quarter,
        months=3 * quarter,
        end=_ENDS[quarter - 1].format(**values),
        short=_SHORT_ENDS[quarter - 1].format(**values),
        **values,
    )


def office_words(writer: Writer, district: str) -> str:
    """Name an office as titles do."""
    name = OFFICES[district]
    return writer.one("office", _OFFICES).format(name=name, thai=name.translate(_THAI))


def below(true: TrueRound, writer: Writer) -> Iterator[str]:
    """Write the lines below a table."""
    if writer.layout.notes:
        yield writer.digits(writer.one("note", _NOTES))
    if writer.layout.signature:
        yield from _SIGNED[0 if writer.is_plain("signed") else writer.chance("signed").randrange(3)]


def sheet_name(writer: Writer) -> str:
    """Name the one sheet."""
    return writer.one("sheet", ("Sheet1", "แผนปฏิบัติการ", "รายงาน", "ติดตามโครงการ", "ข้อมูล"))


def strategy_sheet(writer: Writer, strategy: int) -> str:
    """Name a strategy's sheet."""
    word = writer.layout.strategy_word
    forms = (f"{word} {{}}", f"{word}ที่ {{}}", f"{word}{{}}", f"{word}ที่{{}}")
    return writer.one("strategy sheet", forms).format(strategy + 1)


def quarter_sheet(writer: Writer, quarter: int) -> str:
    """Name a quarter's sheet."""
    forms = ("ไตรมาส {}", "ไตรมาสที่ {}", "ไตรมาส{}", "Q{}")
    return writer.one("quarter sheet", forms).format(quarter)


def summary_name(writer: Writer) -> str:
    """Name the sheet of sums."""
    return writer.one("summary sheet", ("สรุป", "สรุปภาพรวม", "สรุปรวม", "ภาพรวม"))


def summary(
    true: TrueRound, writer: Writer, shown: Sequence[Numbered]
) -> tuple[list[list[Value]], list[tuple[int, int, int, int]]]:
    """Sum the projects by strategy, or by leading group where strategies are not shown."""
    layout = writer.layout
    by_group = layout.strategies == "none"

    def home(one: Numbered) -> int:
        return one.project.owners[0] if by_group else one.project.strategy

    over = "กลุ่ม" if by_group else layout.strategy_word
    heads: list[Value] = [over, "จำนวนโครงการ", "งบประมาณ", "เบิกจ่าย", "ร้อยละ"]
    title = writer.digits(f"สรุปผลการดำเนินงานจำแนกตาม{over}")
    rows: list[list[Value]] = [[title], heads]
    blocks = [list(block) for _, block in groupby(sorted(shown, key=home), home)]
    for block in blocks:
        at = home(block[0])
        number = writer.digits(str(at + 1))
        name = writer.group(at) if by_group else f"{over}ที่ {number} {true.strategies[at]}"
        rows.append([name, *_sums(true, writer, block)])
    rows.append(["รวม", *_sums(true, writer, shown)])
    return rows, []


def _sums(true: TrueRound, writer: Writer, block: Sequence[Numbered]) -> list[Value]:
    figures = summed(project_figures(one.project, writer.layout, true.quarter) for one in block)
    budget, spent = figures["budget"], figures["disbursed"]
    count: Value = writer.digits(str(len(block)))
    return [
        int(count) if writer.layout.amounts == "number" else count,
        writer.amount(budget),
        writer.amount(spent),
        writer.money_percent(spent, budget),
    ]
