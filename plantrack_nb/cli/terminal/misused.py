"""What is wrong with a command line, in Thai: typer says it in English."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plantrack_nb.core.language import Language, spoken

_THAI: Mapping[str, str] = {
    r"Missing command\.": "ยังไม่ได้บอกคำสั่ง",
    r"No such command (\S+)\.": r"ไม่มีคำสั่ง \1",
    r"No such option:? (\S+?)\.?(?= |$)": r"ไม่มีตัวเลือก \1",
    r"Did you mean (.+)\?": r"หมายถึง \1 ใช่หรือไม่",
    r"\(Possible options: (.+)\)": r"(ตัวเลือกที่ใกล้เคียง: \1)",
    r"Missing option (\S+?)\.": r"ยังไม่ได้บอก \1",
    r"Missing argument (\S+?)\.": r"ยังไม่ได้บอก \1",
    r"Option (\S+) requires an argument\.": r"\1 ต้องมีค่าตามหลัง",
    r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)": r"มีคำเกินมา: \1",
    r"Invalid value for (\S+): ": r"ค่าของ \1 ไม่ถูกต้อง: ",
    r"Value error, ": "",
    r"(\S+) is not one of (.+)\.": r"\1 ไม่ใช่ค่าใดใน \2",
    r"(\S+) is not a valid (?:integer|int|float|number)\.": r"\1 ไม่ใช่ตัวเลข",
    r"(\S+) is not in the range (.+)\.": r"\1 ไม่อยู่ในช่วง \2",
}


def in_words(what: str) -> str:
    """Say it in the language that is spoken; what nobody has foreseen stays as it is."""
    if spoken() is Language.ENGLISH:
        return what
    for english, thai in _THAI.items():
        what = re.sub(english, thai, what)
    return what
