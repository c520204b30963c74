"""Layouts that an office keeps: read from ``params/layouts``, written with what was detected."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from plantrack_nb.core.errors import OutputError, ParameterError, SourceError
from plantrack_nb.core.files import write_text
from plantrack_nb.core.language import say
from plantrack_nb.load.layout.detect import Source
from plantrack_nb.load.layout.office_says import Told, first_known
from plantrack_nb.load.layout.record import ROLE_TH, Layout, Role, RowKind, TableLayout
from plantrack_nb.office.strict_yaml import read_yaml
from plantrack_nb.thai.text import squeeze

FOLDER = "layouts"
_LEAVE = "leave"
_NAME = re.compile(r"[\w\u0e30-\u0e4e-]{1,60}")
_NAMES = {name: role for role in Role for name in (role.value, squeeze(ROLE_TH[role]).lower())}
_ROWS = {"project": RowKind.PROJECT, "part": RowKind.PART}


class _File(BaseModel):
    """What a file of ``params/layouts`` may say."""

    model_config = ConfigDict(extra="forbid", strict=True)

    columns: dict[str, str]
    unit: Annotated[float, Field(gt=0)] | int | None = None
    amounts: Literal["cumulative", "added_up"] | None = None
    rows_without_number: Literal["project", "part"] | None = None
    parts_of_project_number: Annotated[int, Field(ge=1, le=4)] | None = None
    further_amounts: Literal["add", "part"] | None = None
    sheets_left_out: list[str] = []


def layout_file(params: Path, name: str) -> Path:
    """Return where a layout of this name is kept.

    Raises
    ------
    ParameterError
        The name cannot be that of a file.
    """
    if not _NAME.fullmatch(name):
        raise ParameterError(
            say("ชื่อนี้ใช้เป็นชื่อแฟ้มไม่ได้", "This name cannot be that of a file."),
            where=f"--save {name}",
            hint=say(
                "ใช้ตัวอักษรไทยหรืออังกฤษ ตัวเลข ขีด และขีดล่าง เช่น progress-2566",
                "Use letters, digits, - and _, e.g. progress-2566.",
            ),
        )
    return params / FOLDER / f"{name}.yaml"


def told_layout(params: Path, sources: list[Source]) -> Told | None:
    """Return the office's layout for a document's tables: the first with the same headings.

    Raises
    ------
    SourceError
        A file of ``params/layouts`` cannot be read, or says what there is not.
    """
    folder = params / FOLDER
    if not folder.is_dir():
        return None
    told = [read_told(path) for path in sorted(folder.glob("*.yaml"))]
    return first_known(told, [one.head for one in sources])


def read_told(path: Path) -> Told:
    """Read one layout."""
    file = read_yaml(path, _File)
    columns = {heading: _role(path, heading, means) for heading, means in file.columns.items()}
    more = None if file.further_amounts is None else file.further_amounts == "add"
    return Told(
        path.stem,
        columns,
        float(file.unit) if file.unit is not None else None,
        None if file.amounts is None else file.amounts == "added_up",
        _ROWS[file.rows_without_number] if file.rows_without_number else None,
        file.parts_of_project_number,
        more,
        tuple(file.sheets_left_out),
    )


def _role(path: Path, heading: str, means: str) -> Role | None:
    name = squeeze(means).lower()
    if name in {_LEAVE, "ไม่อ่าน"}:
        return None
    if name in _NAMES:
        return _NAMES[name]
    raise SourceError(
        say("ความหมายของคอลัมน์ไม่อยู่ในรายการ", "A column is said to mean what there is not."),
        where=str(path),
        why=f"{heading}: {means}",
        hint=say("ใช้คำใดคำหนึ่ง: ", "Use one of: ")
        + ", ".join([*(role.value for role in Role), _LEAVE]),
    )


def save_layout(layout: Layout, path: Path) -> None:
    """Write a detected layout as a file that the office can correct.

    Raises
    ------
    OutputError
        No table of the document is read, or the file cannot be written.
    """
    table = next((one for one in layout.tables if one.used), None)
    if table is None:
        raise OutputError(
            say("ไม่มีตารางโครงการให้บันทึก", "There is no table of projects to keep."),
            where=path.name,
        )
    write_text(path, _written(layout, table))


def _written(layout: Layout, table: TableLayout) -> str:
    lines = [
        "# วิธีอ่านตารางของสำนักงาน: ตารางที่มีหัวคอลัมน์ชุดเดียวกันนี้จะอ่านตามแฟ้มนี้เอง",
        "# แก้คำหลังหัวคอลัมน์ได้ คำที่ใช้ได้: " + ", ".join([*(role.value for role in Role), _LEAVE]),
    ]
    lines += [f"# ไม่แน่ใจ: {one}" for one in layout.unsure]
    lines.append("columns:")
    named: set[str] = set()
    for column in table.columns:
        if column.heading and column.heading not in named:
            named.add(column.heading)
            means = column.role.value if column.role is not None and column.used else _LEAVE
            why = f" # {column.why}" if column.why else ""
            lines.append(f"  {_quoted(column.heading)}: {means}{why}")
    if layout.unit != 1:
        lines.append(f"unit: {layout.unit:g} # จำนวนที่คูณให้เป็นบาท")
    lines.append(f"amounts: {'added_up' if layout.added_up else 'cumulative'} # added_up: บวกงวด")
    left = [one.sheet for one in layout.tables if not one.used and one.sheet]
    if left:
        lines.append(f"sheets_left_out: [{', '.join(map(_quoted, left))}]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
