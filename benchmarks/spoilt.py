"""Sources as they go wrong in an office, each in a way of its own."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from plantrack_nb.core.schema import TABLES
from plantrack_nb.load.round_book.legend import GUIDE_SHEET, KEY_LABELS

_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
_LOGIN = "<!DOCTYPE html><html><body><p>กรุณาเข้าสู่ระบบอีกครั้ง</p></body></html>"
_BOMB_MB = 350


@dataclass(frozen=True)
class Spoilt:
    """One way to spoil the workbook at a path, and words of the message that must explain it."""

    how: Callable[[Path], object]
    told: str


def _cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet99.xml", bytes(_BOMB_MB * 1_000_000))


def _ole(stream: str) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(_OLE + stream.encode("utf-16-le").ljust(128, b"\0"))


def _of_another_district(path: Path) -> None:
    others = (one for one in sorted(path.parent.glob("*.xlsx")) if one != path)
    shutil.copy(next(others), path)


def _of_another_quarter(path: Path) -> None:
    book = load_workbook(path)
    for label, cell, *_ in book[GUIDE_SHEET].iter_rows(max_row=30):
        if KEY_LABELS.get(str(label.value)) == "quarter":
            cell.value = 5 - int(str(cell.value)) if cell.value != 3 else 4
    book.save(path)


def _twice(path: Path) -> None:
    book = load_workbook(path)
    sheet = book[TABLES["projects"].title]
    last = [cell.value for cell in sheet[sheet.max_row]]
    sheet.append(last)
    book.save(path)


KINDS: Mapping[str, Spoilt] = {
    "missing": Spoilt(Path.unlink, ""),
    "empty": Spoilt(lambda path: path.write_bytes(b""), "This file is empty"),
    "cut short": Spoilt(_cut, "This file is damaged or cut short"),
    "a zip bomb": Spoilt(_bomb, "This file is not safe to read"),
    "with a password": Spoilt(_ole("EncryptedPackage"), "protected by a password"),
    "an old .xls": Spoilt(_ole("Workbook"), "an old Excel workbook (.xls)"),
    "a web page named .xlsx": Spoilt(
        lambda path: path.write_text(_LOGIN, encoding="utf-8"), "No progress table was found"
    ),
    "of another district": Spoilt(_of_another_district, "reports another round"),
    "of another quarter": Spoilt(_of_another_quarter, "reports another round"),
    "a project twice": Spoilt(_twice, "already stands in row"),
}
"""Ten kinds by name; the first leaves no file at all."""
