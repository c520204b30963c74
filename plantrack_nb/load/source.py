"""Read a round from any file: our workbook, an office's own spreadsheet, or a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from plantrack_nb.containers import open_grid
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.files import check_shown
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import TABLES, RoundKey
from plantrack_nb.load.identify import Identity, identify, other_rounds
from plantrack_nb.load.layout.columns.choose import Asked
from plantrack_nb.load.layout.columns.own_words import lexicon_of
from plantrack_nb.load.layout.detect import Understood
from plantrack_nb.load.layout.record import Layout
from plantrack_nb.load.layout.remembered import told_layout
from plantrack_nb.load.reading import Reading
from plantrack_nb.load.refusals import no_column_of_round, no_table
from plantrack_nb.load.round_book import is_round_workbook, read_key, read_workbook
from plantrack_nb.load.source_doubts import disagreements, doubt_claims, title_claims
from plantrack_nb.load.table.interpret import Divided, read_understood
from plantrack_nb.office.register import District, Register
from plantrack_nb.office.validation import round_key

_NAMES = {"district": "--district", "fiscal_year": "--year", "quarter": "--quarter"}


@dataclass(frozen=True)
class Wanted:
    """The round a caller asks for; what is None is taken from the document."""

    district: object = None
    fiscal_year: object = None
    quarter: object = None


def read_source(
    path: Path,
    register: Register,
    wanted: Wanted | None = None,
    params: Path | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Reading:
    """Read a file into a round.

    Parameters
    ----------
    path : Path
        A round workbook, or any document with a table of projects.
    register : Register
        The areas there are.
    wanted : Wanted, optional
        The round the caller asks for. It is never overruled by words of the document: titles that
        name another round are told. A round workbook of another round is refused.
    params : Path, optional
        The project's folder of parameters, for the office's own words and layouts.
    told : callable, optional
        Is told how many pages of how many have been read, where reading takes long.

    Raises
    ------
    SourceError
        The file is missing, damaged, or holds no table of projects.
    ParameterError
        The round is not known, or a round workbook is of another one.
    """
    check_shown(path)
    wanted = wanted or Wanted()
    if path.is_file() and is_round_workbook(path):
        return _round_workbook(path, register, wanted)
    divided = Divided.of(open_grid(path, told=told), lexicon_of(params))
    said = identify(divided.document, register)
    key = _key(path, wanted, said, register)
    understood = _understood(path, divided, key, params)
    claims = [*title_claims(said, key, register), *doubt_claims(divided.grid)]
    reading = read_understood(divided, understood, key, claims)
    if reading.round.projects.empty:
        raise no_table(path, divided, understood)
    return replace(reading, notes=(*reading.notes, *_told(divided, said, key, register)))


def understand_source(
    path: Path, register: Register, wanted: Wanted | None = None, params: Path | None = None
) -> Layout:
    """Tell how a document would be read, whether or not its round is known.

    Parameters
    ----------
    path, register, wanted, params
        As for :func:`read_source`.

    Raises
    ------
    SourceError
        The file is missing or damaged, or it is a round workbook, whose layout is fixed.
    """
    check_shown(path)
    if path.is_file() and is_round_workbook(path):
        raise SourceError(
            say("แฟ้มนี้เป็นแฟ้มรายงานของโปรแกรม", "This is a round workbook of this program."),
            where=path.name,
            hint=say("คอลัมน์ของแฟ้มนี้กำหนดไว้แล้ว", "Its columns are fixed; there is nothing to tell."),
        )
    wanted = wanted or Wanted()
    divided = Divided.of(open_grid(path), lexicon_of(params))
    said = identify(divided.document, register)
    year, quarter = wanted.fiscal_year or said.fiscal_year, wanted.quarter or said.quarter
    told = told_layout(params, divided.sources()) if params is not None else None
    asked = Asked(
        year if isinstance(year, int) else None, quarter if isinstance(quarter, int) else None
    )
    understood = divided.understood(asked, told)
    if not understood.entries:
        raise no_table(path, divided, understood)
    return understood.layout


def round_said(path: Path, register: Register, params: Path | None = None) -> Wanted:
    """Tell of which round a file says that it is; what it does not say is None.

    Raises
    ------
    SourceError, SchemaError
        The file is missing or damaged, or a round workbook does not say its round.
    """
    if path.is_file() and is_round_workbook(path):
        key = read_key(path)
        return Wanted(key.district, key.fiscal_year, key.quarter)
    said = identify(Divided.of(open_grid(path), lexicon_of(params)).document, register)
    return Wanted(said.district, said.fiscal_year, said.quarter)


def _round_workbook(path: Path, register: Register, wanted: Wanted) -> Reading:
    reading = read_workbook(path)
    key = reading.round.key
    said = Identity(key.district, key.fiscal_year, key.quarter)
    _agree(path, wanted, said, _key(path, wanted, said, register))
    if reading.round.projects.empty:
        raise SourceError(
            say("แฟ้มรายงานยังไม่มีโครงการใดเลย", "There is no project in the round workbook."),
            where=f"{path.name}, {TABLES['projects'].title}",
            hint=say(
                "กรอกโครงการอย่างน้อยหนึ่งแถว แล้วอ่านใหม่",
                "Fill in one row at least, then read it again.",
            ),
        )
    return reading


def _understood(path: Path, divided: Divided, key: RoundKey, params: Path | None) -> Understood:
    asked = Asked(key.fiscal_year, key.quarter)
    told = told_layout(params, divided.sources()) if params is not None else None
    understood = divided.understood(asked, told)
    if understood.layout.missing:
        raise no_column_of_round(path, key, understood.layout.missing)
    return understood


def _told(divided: Divided, said: Identity, key: RoundKey, register: Register) -> tuple[str, ...]:
    notes = disagreements(said, key, register)
    if not said.values("quarter"):
        words = other_rounds(divided.document, key.quarter)
        if words:
            notes.append(
                say(
                    f"เอกสารไม่มีชื่อรอบเหนือตาราง และข้อความในตารางกล่าวถึง “{words}”"
                    f" จึงอ่านเป็นรอบที่ขอ คือ ไตรมาส {key.quarter} ปีงบประมาณ {key.fiscal_year}",
                    f"No title names the round, and words in the table name “{words}”; it was read"
                    f" as the round asked for: quarter {key.quarter} of {key.fiscal_year}.",
                )
            )
    return tuple(notes)


def _key(path: Path, wanted: Wanted, said: Identity, register: Register) -> RoundKey:
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


def _agree(path: Path, wanted: Wanted, said: Identity, key: RoundKey) -> None:
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
