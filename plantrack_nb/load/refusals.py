"""Why a document is refused: what was found in it, what was missing, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plantrack_nb.containers.grid import Row
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.layout.detect import Understood
from plantrack_nb.load.layout.record import ROLE_TH, Role
from plantrack_nb.load.table.interpret import Divided

_LONGEST = 160
_MOST = 3


def no_table(path: Path, divided: Divided, understood: Understood) -> SourceError:
    """Refuse a document in which no row was understood as a project."""
    blocks = divided.document.blocks
    if not blocks:
        return SourceError(
            say("ไม่พบตารางโครงการในเอกสาร", "No table of projects was found in the file."),
            where=path.name,
            why=_no_head(divided),
            hint=say(
                "ตรวจว่าเป็นแฟ้มที่ถูกต้อง ให้แถวหัวตารางมีชื่อคอลัมน์ (เช่น ที่ โครงการ งบประมาณ เบิกจ่าย)"
                " หรือกรอกแฟ้มจาก 'plantrack template FILE.xlsx'",
                "Check that it is the right file, name the columns in the head (ที่, โครงการ,"
                " งบประมาณ, เบิกจ่าย), or fill in 'plantrack template FILE.xlsx'.",
            ),
        )
    found = [_block(at, divided, understood) for at in range(min(len(blocks), _MOST))]
    return SourceError(
        say(
            "พบหัวตาราง แต่ไม่มีแถวใดเป็นโครงการ",
            "Heads of tables were found, but no row under them is a project.",
        ),
        where=path.name,
        why="; ".join(found),
        hint=say(
            "ดูว่าโปรแกรมเข้าใจตารางอย่างไรด้วย 'plantrack layout FILE' แล้วแก้หัวคอลัมน์"
            " หรือบอกความหมายใน params/words.csv หรือ params/layouts",
            "See how it is understood with 'plantrack layout FILE'; then mend the headings, or tell"
            " what they mean in params/words.csv or params/layouts.",
        ),
    )


def no_column_of_round(path: Path, key: RoundKey, missing: Iterable[str]) -> ParameterError:
    """Refuse a document that has figures of other quarters only."""
    return ParameterError(
        say(
            f"เอกสารไม่มียอดของรอบที่ขอ (ไตรมาส {key.quarter} ปีงบประมาณ {key.fiscal_year})",
            f"The document has no figures of quarter {key.quarter} of {key.fiscal_year}.",
        ),
        where=path.name,
        why="; ".join(missing),
        hint=say(
            "ขอรอบที่เอกสารมี หรือบอกวิธีอ่านใน params/layouts (plantrack layout FILE --save NAME)",
            "Ask for a round that it has, or tell how to read it in params/layouts"
            " (plantrack layout FILE --save NAME).",
        ),
    )


def _no_head(divided: Divided) -> str:
    rows = [row for row in divided.grid if row.in_table and not row.is_blank]
    if not rows:
        return say("ไม่มีแถวของตารางเลย มีแต่ข้อความ", "it has no rows of a table, only paragraphs")
    first = "; ".join(_shown(row) for row in rows[:_MOST])
    return say(
        f"ไม่มีแถวใดที่มีชื่อคอลัมน์อย่างน้อยสามชื่อ รวมชื่อโครงการหรือรายการ แถวแรก ๆ คือ {first}",
        "no row names at least three columns, the projects or items among them;"
        f" the first rows are: {first}",
    )


def _block(at: int, divided: Divided, understood: Understood) -> str:
    block = divided.document.blocks[at]
    table = understood.layout.tables[at]
    roles = [one.role for one in table.columns if one.role is not None and one.heading]
    known = ", ".join(ROLE_TH[role] for role in dict.fromkeys(roles))
    missing = [role for role in (Role.PROJECT, Role.BUDGET) if role not in roles]
    lacks = ", ".join(ROLE_TH[role] for role in missing)
    where = block.head.rows[0].ref
    first = _shown(block.rows[0].row) if block.rows else say("ไม่มีแถวใต้หัวตาราง", "no row below it")
    thai = f"หัวตารางที่ {where} มีคอลัมน์ {known}"
    thai += f" ขาด {lacks}" if lacks else ""
    english = f"head found in {where} with the columns {known}"
    english += f"; missing: {lacks}" if lacks else ""
    why = f" ({table.why})" if table.why else ""
    return say(f"{thai}{why}; แถวแรกคือ {first}", f"{english}{why}; first row: {first}")


def _shown(row: Row) -> str:
    text = " | ".join(" ".join(one.split()) for one in row.texts if one)
    return f"“{text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}”"
