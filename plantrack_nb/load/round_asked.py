"""Which round is read: the one asked for, and for what is not asked, the one a document names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.register import District, Register
from plantrack_nb.office.validation import round_key

if TYPE_CHECKING:
    from plantrack_nb.load.identity import Identity

_NAMES = {"district": "--district", "fiscal_year": "--year", "quarter": "--quarter"}


@dataclass(frozen=True)
class Wanted:
    """The round a caller asks for; what is None is taken from the document."""

    district: object = None
    fiscal_year: object = None
    quarter: object = None


def key_of(path: Path, wanted: Wanted, said: Identity, register: Register) -> RoundKey:
    """Tell which round is read.

    Raises
    ------
    ParameterError
        Neither the caller nor the document says it, or there is no such round.
    """
    chosen = {
        name: getattr(said, name) if getattr(wanted, name) is None else getattr(wanted, name)
        for name in _NAMES
    }
    unknown = [name for name in _NAMES if chosen[name] is None]
    if unknown:
        raise _not_said(path, unknown, said)
    return round_key(register=register, **chosen)


def _not_said(path: Path, unknown: list[str], said: Identity) -> ParameterError:
    options = [_NAMES[name] for name in unknown]
    why = say("ไม่พบในเอกสาร: ", "not found in it: ") + ", ".join(options)
    several = {name: said.values(name) for name in unknown if len(said.values(name)) > 1}
    for name, values in several.items():
        listed = ", ".join(map(str, values))
        why += say(f"; {_NAMES[name]} มีหลายค่า: {listed}", f"; {_NAMES[name]}: several, {listed}")
    without_code = [one for one in said.offices if not one.code] if "district" in unknown else []
    hint = say("เพิ่มในคำสั่ง: ", "Add to the command: ") + " ".join(f"{one} …" for one in options)
    if without_code:
        why += f"; {_without_code(without_code[0])}"
        hint = say(
            "เขียนรหัส 4 หลักของสำนักงาน (ตั้งเองได้ถ้ายังไม่มี) ในแถวของสำนักงานนั้นใน params/districts.csv"
            f" แล้วใช้รหัสนั้นกับ {_NAMES['district']}",
            "Write a code of four digits (one of your own, if there is none yet) into the office's"
            f" row of params/districts.csv, and use it with {_NAMES['district']}.",
        )
    return ParameterError(
        say("เอกสารไม่ได้บอกว่าเป็นรอบใด", "The document does not say which round it is."),
        where=path.name,
        why=why,
        hint=hint,
    )


def _without_code(office: District) -> str:
    return say(f"{office.name} ยังไม่มีรหัสในทะเบียน", f"{office.name} has no code in the register")


def require_agreement(path: Path, wanted: Wanted, said: Identity, key: RoundKey) -> None:
    """Refuse a round workbook that is of another round than the one asked for."""
    differing = [
        say(
            f"{option} {getattr(key, name)} แต่แฟ้มเป็นของ {getattr(said, name)}",
            f"{option} {getattr(key, name)}, but the workbook is of {getattr(said, name)}",
        )
        for name, option in _NAMES.items()
        if getattr(wanted, name) is not None and getattr(said, name) != getattr(key, name)
    ]
    if differing:
        raise ParameterError(
            say(
                "แฟ้มรายงานเป็นของรอบอื่น ไม่ใช่รอบที่ขอ",
                "The round workbook is of another round than the one asked for.",
            ),
            where=path.name,
            why="; ".join(differing),
            hint=say(
                "ใช้แฟ้มของรอบที่ขอ หรือไม่ต้องระบุตัวเลือกนั้น แฟ้มจะถูกอ่านตามรอบที่เขียนไว้ในแฟ้ม",
                "Give the right file, or leave the option out to take the workbook's own round.",
            ),
        )
