"""Look into a zip-based document before any library opens it.

Sizes are counted while the parts stream, never believed from the headers; nothing is kept. A
sheet's extent is that of its cells with a value: long styled blank tails are no reason to refuse.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from plantrack_nb.core.errors import SourceError, UnsafeSourceError
from plantrack_nb.core.language import say

_MB = 1_000_000
_CHUNK = 1 << 18
_LONGEST_TAG = 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_XML_SUFFIXES = (".xml", ".rels", ".vml")
_ODD_NAME = re.compile(r"(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\x00")
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"']([^\"']*)")
_PLAIN_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_USED_CELL = re.compile(rb"<(?:\w+:)?c\s([^>/]++)>(?:[^<]|<[^/])")  # no "/>", no "></"
_REF = re.compile(rb"(?:^|\s)r=[\"']([A-Z]+)(\d+)")
_PERHAPS_FAR = re.compile(rb"r=[\"'](?:[A-Z]{3}|[S-Z][A-Z]|[A-Z]{1,2}\d{6})")
"""Quick: finds every cell beyond column RZ, or beyond row 99,999."""
_NEAR = (494, 99_999)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a round can need at most, with a wide margin.

    ``ratio`` counts only for parts larger than ``ratio_from`` bytes: small ones may compress well.
    ``cells`` is an area, rows times columns.
    """

    entries: int = 5_000
    entry_bytes: int = 300 * _MB
    total_bytes: int = 400 * _MB
    ratio: int = 300
    ratio_from: int = 20 * _MB
    columns: int = 512
    rows: int = 200_000
    cells: int = 1_000_000


LIMITS = Limits()


def check_zip(path: Path, limits: Limits = LIMITS) -> tuple[str, ...]:
    """Return the entries' names of a zip that is safe to read.

    Raises
    ------
    UnsafeSourceError
        When reading it would exhaust memory or time, or its parts are made to deceive.
    SourceError
        When it is damaged or protected by a password.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_directory(archive.infolist(), path, limits)
            total = 0
            for info in archive.infolist():
                with archive.open(info) as part:
                    total += _check_part(part, info, path, limits)
                if total > limits.total_bytes:
                    raise _too_large(path, say("ทั้งแฟ้ม", "the whole file"), limits.total_bytes)
            return tuple(archive.namelist())
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise damaged(path, str(error)) from None


def damaged(path: Path, why: str) -> SourceError:
    """Say that a zip-based document cannot be read to its end."""
    return SourceError(
        say("แฟ้มนี้เสียหายหรือขาดหายไปบางส่วน", "This file is damaged or cut short"),
        where=path.name,
        why=say("ควรเป็นแฟ้ม .xlsx หรือ .docx ที่ครบถ้วน แต่", "expected a complete .xlsx or .docx, but ")
        + (why or say("ส่วนท้ายของแฟ้มขาดหาย", "its end is missing")),
        hint=say(
            "คัดลอกหรือดาวน์โหลดแฟ้มใหม่ หรือเปิดใน Excel หรือ Word ให้โปรแกรมซ่อมแซม แล้วบันทึกใหม่",
            "copy or download it again, or open it in Excel or Word, let it repair, and save anew",
        ),
    )


def unsafe(path: Path, why: str, hint: str = "") -> UnsafeSourceError:
    """Refuse a file that no round looks like."""
    return UnsafeSourceError(
        say("แฟ้มนี้ไม่ปลอดภัยที่จะอ่าน", "This file is not safe to read"),
        where=path.name,
        why=why,
        hint=hint
        or say(
            "คัดลอกตารางไปไว้ในแฟ้ม Excel ใหม่ แล้วบันทึกแฟ้มนั้น",
            "copy the table into a new workbook and save that",
        ),
    )


def _check_directory(infos: list[zipfile.ZipInfo], path: Path, limits: Limits) -> None:
    if len(infos) > limits.entries:
        raise unsafe(
            path,
            say(
                f"มีส่วนประกอบ {len(infos):,} ส่วน เกินกว่า {limits.entries:,} ส่วนที่รับได้",
                f"it has {len(infos):,} parts; the limit is {limits.entries:,}",
            ),
        )
    seen: set[str] = set()
    for info in infos:
        _check_entry(info, path, limits)
        if info.filename.casefold() in seen:
            raise unsafe(
                path,
                say(
                    f"มีส่วนประกอบสองส่วนชื่อเดียวกัน: {info.filename!r}",
                    f"two parts have the same name: {info.filename!r}",
                ),
            )
        seen.add(info.filename.casefold())
    if sum(info.file_size for info in infos) > limits.total_bytes:
        raise _too_large(path, say("ทั้งแฟ้ม", "the whole file"), limits.total_bytes)


def _check_entry(info: zipfile.ZipInfo, path: Path, limits: Limits) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise password_protected(path)
    if _ODD_NAME.search(info.orig_filename):
        raise unsafe(
            path,
            say(
                f"ชื่อของส่วนประกอบชี้ออกไปนอกแฟ้ม: {info.orig_filename!r}",
                f"a part's name leads outside the file: {info.orig_filename!r}",
            ),
        )
    if info.compress_type not in _METHODS:
        raise unsafe(
            path,
            say(
                f"{info.filename} ถูกบีบอัดด้วยวิธีที่โปรแกรมสำนักงานไม่เคยใช้",
                f"{info.filename} is packed in a way that Office never uses",
            ),
        )
    if info.file_size > limits.entry_bytes:
        raise _too_large(path, info.filename, limits.entry_bytes)


def password_protected(path: Path) -> SourceError:
    """Ask for a copy without a password."""
    return SourceError(
        say("แฟ้มนี้มีรหัสผ่าน", "This file is protected by a password"),
        where=path.name,
        why=say(
            "เนื้อหาถูกเข้ารหัสไว้ จึงอ่านไม่ได้เลย",
            "its contents are encrypted, so nothing can be read",
        ),
        hint=say(
            "เปิดด้วยรหัสผ่าน แล้วบันทึกสำเนาที่ไม่มีรหัสผ่าน (แฟ้ม > ข้อมูล > ป้องกัน)",
            "open it with the password and save a copy without one (File, Info, Protect)",
        ),
    )


def _too_large(path: Path, what: str, limit: int) -> UnsafeSourceError:
    return unsafe(
        path,
        say(
            f"{what} เมื่อคลายแล้วใหญ่กว่า {limit // _MB} MB",
            f"{what} unpacks to more than {limit // _MB} MB",
        ),
    )


def _check_part(part: IO[bytes], info: zipfile.ZipInfo, path: Path, limits: Limits) -> int:
    """Stream one part through its checks; return its true size."""
    size = 0
    scan = _Scan(path, info.filename, limits) if _is_xml(info.filename) else None
    for chunk in _chunks(part):
        size += len(chunk)
        if size > limits.entry_bytes:
            raise _too_large(path, info.filename, limits.entry_bytes)
        if size > limits.ratio_from and size > limits.ratio * max(info.compress_size, 1):
            raise unsafe(
                path,
                say(
                    f"{info.filename} เมื่อคลายแล้วใหญ่ขึ้นเกิน {limits.ratio} เท่า",
                    f"{info.filename} unpacks to over {limits.ratio} times its size",
                ),
            )
        if scan:
            scan.feed(chunk)
    return size


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    while chunk := part.read(_CHUNK):
        yield chunk


def _is_xml(name: str) -> bool:
    return name.lower().endswith(_XML_SUFFIXES)


class _Scan:
    """Look at one XML part as it streams: no DTD, plain encoding, a sensible extent of cells."""

    def __init__(self, path: Path, name: str, limits: Limits) -> None:
        self._path = path
        self._name = name
        self._limits = limits
        self._rest = b""
        self._started = False

    def feed(self, chunk: bytes) -> None:
        data = self._rest + chunk
        if not self._started:
            self._check_start(data)
            self._started = True
        self._check_body(data)
        # The last two tags are looked at again: whether a cell closes at once shows in the second.
        again = data.rfind(b"<", 0, max(data.rfind(b"<"), 0))
        self._rest = data[max(again, len(data) - _LONGEST_TAG, 0) :]

    def _check_start(self, data: bytes) -> None:
        encoding = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
        odd = encoding and encoding[1].lower() not in _PLAIN_ENCODINGS
        if odd or data[:2] in _UTF16_MARKS or b"\x00" in data[:4]:
            raise unsafe(
                self._path,
                say(
                    f"{self._name} ไม่ได้เขียนด้วย UTF-8 อย่างที่โปรแกรมสำนักงานเขียน",
                    f"{self._name} is not in UTF-8, as Office writes it",
                ),
            )

    def _check_body(self, data: bytes) -> None:
        if _DTD.search(data):
            raise unsafe(
                self._path,
                say(
                    f"{self._name} ประกาศ entity ซึ่งโปรแกรมสำนักงานไม่เคยทำ",
                    f"{self._name} declares entities, which Office never does",
                ),
            )
        is_wide = self._limits.columns >= _NEAR[0] and self._limits.rows >= _NEAR[1]
        if is_wide and not _PERHAPS_FAR.search(data):
            return
        for attributes in _USED_CELL.findall(data):
            match = _REF.search(attributes)
            if match and self._is_far(*match.groups()):
                raise too_wide(self._path, (match[1] + match[2]).decode(), self._limits)

    def _is_far(self, letters: bytes, digits: bytes) -> bool:
        if len(letters) > 3 or len(digits) > 7:
            return True
        return int(digits) > self._limits.rows or _column(letters) > self._limits.columns


def too_wide(path: Path, cell: str, limits: Limits = LIMITS) -> UnsafeSourceError:
    """Refuse a sheet that holds values far out."""
    return unsafe(
        path,
        say(
            f"มีแผ่นงานที่มีค่าอยู่ในเซลล์ {cell[:20]} แต่อ่านได้ไม่เกิน {limits.columns} คอลัมน์และ"
            f" {limits.rows:,} แถว ซึ่งรอบหนึ่งมีเพียงไม่กี่ร้อยแถว",
            f"a sheet has a value in {cell[:20]}; at most {limits.columns} columns and "
            f"{limits.rows:,} rows are read, and a round has some hundred rows",
        ),
        say(
            "ลบค่าที่อยู่ไกลออกไปทางขวาหรือด้านล่าง หรือคัดลอกตารางไปไว้ในแฟ้มใหม่",
            "delete what stands far to the right or below, or copy the table into a new workbook",
        ),
    )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number
