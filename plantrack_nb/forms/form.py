"""A form: a workbook for one group, closed but for the cells that it is asked to fill in.

Its first sheet says which round it is about and whose it is; on each further one a row says what
stands, and behind that what is to be filled in. Whoever asks for something declares a
:func:`form_sheet`: writing and reading go by it. Any spreadsheet may have saved what comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import check_shown, safe_child, write_bytes
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import ROUND_COLUMNS, RoundKey
from plantrack_nb.workbooks import styles
from plantrack_nb.workbooks.book import Cell, Lane, Sheet, in_rows, workbook
from plantrack_nb.workbooks.columns import text_of
from plantrack_nb.workbooks.stored_cells import CellValue, SheetRow, read_cells

GUIDE_SHEET = "คำชี้แจง"
_GROUP, _VERSION = "กลุ่มที่รับผิดชอบ", "รุ่นของข้อมูล"
_HOW_TITLE = "วิธีกรอก"
_NOT_IN_NAMES = re.compile(r"[^\w\-.ก-๛]+")
_LONGEST_NAME = 60  # letters: 83 Thai ones fill a file name, and the round stands before them


@dataclass(frozen=True)
class FormKind:
    """A kind of form.

    Parameters
    ----------
    title : str
        What stands over its first sheet, and tells it from another kind.
    called : str
        What it is called in an English message; in a Thai one it is its title.
    hint : tuple of str
        Where a right one comes from, in Thai and in English.
    who : str
        What whoever fills it in is called there.
    """

    title: str
    called: str
    hint: tuple[str, str]
    who: str


@dataclass(frozen=True)
class Form:
    """What goes to one group: what it is about, how to fill it in, its sheets, further facts."""

    group: str
    about: str
    how: Sequence[str]
    sheets: Sequence[Sheet]
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Returned:
    """A form that came back: its round, its group and who filled it in, and its sheets' rows."""

    file: str
    kind: FormKind
    key: RoundKey
    group: str
    who: str
    sheets: Mapping[str, Sequence[SheetRow]]


def form_sheet(
    name: str,
    standing: Iterable[tuple[int, str]],
    entries: Iterable[tuple[int, str]],
    *,
    frozen: tuple[int, int],
    printed: bool = False,
) -> Sheet:
    """Declare a sheet: widths and headings of what stands, and of what is to be filled in.

    It is protected, but for cells whose style opens them.
    """
    lanes = (
        *(Lane(width, title, styles.HEAD_STANDING) for width, title in standing),
        *(Lane(width, title, styles.HEAD_ENTRY) for width, title in entries),
    )
    return Sheet(name, lanes, frozen=frozen, printed=printed, closed=True, note_size=(320, 130))


def rows_of(form: Returned, sheet: Sheet) -> Iterator[tuple[int, list[CellValue]]]:
    """Yield numbers and cells of the rows that came back on a sheet, at least one cell a column.

    Raises
    ------
    SourceError
        The columns were changed.
    """
    wanted = [lane.title for lane in sheet.lanes]
    head, *rows = form.sheets[sheet.name]
    if [text_of(cell).strip() for cell in head[1]][: len(wanted)] != wanted:
        raise SourceError(
            say(
                f"คอลัมน์ของ{form.kind.title}ถูกเปลี่ยน",
                f"The columns of a {form.kind.called} were changed.",
            ),
            where=say(f"{form.file} แผ่นงาน “{sheet.name}”", f"{form.file}, sheet '{sheet.name}'"),
            why=say(f"ต้องเป็น {', '.join(wanted)}", f"they must be: {', '.join(wanted)}"),
            hint=say(
                "กรอกในแฟ้มที่ได้รับ โดยไม่ย้ายหรือเปลี่ยนชื่อคอลัมน์",
                "Fill in the workbook as it was sent, without moving or renaming columns.",
            ),
        )
    for number, cells in rows:
        yield number, [*cells, *[""] * len(wanted)]


def write_forms(
    kind: FormKind, forms: Sequence[Form], key: RoundKey, version: int, folder: Path
) -> list[Path]:
    """Write each group's form into a file of its own; the same forms always give the same bytes.

    Raises
    ------
    OutputError
        A file cannot be written.
    """
    paths = _paths(folder, key, [one.group for one in forms])
    for form, path in zip(forms, paths, strict=True):
        guide = Sheet(
            GUIDE_SHEET,
            [Lane(20), Lane(90)],
            in_rows(_guide(kind, form, key, version)),
            closed=True,
            ruled=False,
        )
        write_bytes(path, workbook([guide, *form.sheets], title=kind.title))
    return paths


def read_form(path: Path, kind: FormKind) -> Returned:
    """Read a form that came back.

    Raises
    ------
    SourceError
        It is no form of this kind, or cannot be read.
    """
    check_shown(path)
    sheets = read_cells(path)
    rows = sheets.get(GUIDE_SHEET, ())
    title = text_of(rows[0][1][0]).strip() if rows and rows[0][1] else ""
    said = {text_of(one[0]).strip(): text_of(one[1]).strip() for _, one in rows if len(one) > 1}
    district, *numbers = (said.get(column.title, "") for column in ROUND_COLUMNS)
    named = bool(district) and all(text.isdecimal() for text in numbers)
    if not named or title != kind.title:
        unsaid = say(
            f"แผ่นงาน “{GUIDE_SHEET}” ไม่ได้บอกว่าเป็นของรอบใด",
            f"its sheet '{GUIDE_SHEET}' does not say which round it is about",
        )
        raise SourceError(
            say(f"แฟ้มนี้ไม่ใช่{kind.title}", f"The file is no {kind.called}."),
            where=path.name,
            why=say(f"หัวเรื่องคือ “{title[:60]}”", f"its title is '{title[:60]}'")
            if named
            else unsaid,
            hint=say(*kind.hint),
        )
    group = said.get(_GROUP, "")
    key = RoundKey(district, *map(int, numbers))
    return Returned(path.name, kind, key, group, said.get(kind.who) or group, sheets)


def _paths(folder: Path, key: RoundKey, groups: Iterable[str]) -> list[Path]:
    """Name each group's file; two groups never share one."""
    names: dict[str, int] = {}
    paths = []
    for group in groups:
        plain = _NOT_IN_NAMES.sub("-", group)[:_LONGEST_NAME].strip("-. ") or "-"
        names[plain] = names.get(plain, 0) + 1
        twin = f"-{names[plain]}" if names[plain] > 1 else ""
        paths.append(safe_child(folder, f"{key}-{plain}{twin}.xlsx"))
    return paths


def _guide(
    kind: FormKind, form: Form, key: RoundKey, version: int
) -> Iterator[Sequence[Cell | None]]:
    of_round = {column.title: str(getattr(key, column.name)) for column in ROUND_COLUMNS}
    facts = {**of_round, _GROUP: form.group, _VERSION: str(version), **form.further}
    yield [Cell(kind.title, styles.TITLE)]
    yield []
    for label, text in facts.items():
        yield [Cell(label, styles.LABEL), Cell(text, styles.TEXT)]
    yield [Cell(kind.who, styles.LABEL), Cell(None, styles.ENTRY_TEXT)]
    yield []
    yield [None, Cell(form.about, styles.PLAIN)]
    yield []
    for number, line in enumerate(form.how, start=1):
        head = Cell(_HOW_TITLE, styles.LABEL) if number == 1 else None
        yield [head, Cell(f"{number}. {line}", styles.PLAIN)]
