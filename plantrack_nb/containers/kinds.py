"""Tell what a file is by its first bytes and its name, and refuse what is not read."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from plantrack_nb.containers.decoding import decode
from plantrack_nb.containers.zipcheck import damaged, password_protected
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say

_HEAD = 4096
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(ValueError, NotImplementedError, RuntimeError, struct.error),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_LOOK = 4_000_000  # bytes; the directory of streams lies anywhere
_BARE_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")  # a workbook without OLE
_BEFORE_TAGS = r"^\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!\[.*?\]>\s*)*"
_HTML = re.compile(
    _BEFORE_TAGS
    + r"<(?:!doctype\s+html|html|head|meta|title|style|script|body|table|div|center|font"
    r"|form|p|br|h[1-6]|span|b|link|base)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_2003 = re.compile(_BEFORE_TAGS + r"<(?:\w+:)?Workbook\b[^>]*office:spreadsheet", re.DOTALL)
_FLAT_ODS = re.compile(_BEFORE_TAGS + r"<office:document\b", re.DOTALL)
_ARCHIVE = re.compile(
    r"^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?content-type:\s*(?:multipart/related|text/html)",
    re.IGNORECASE,
)
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
ENDINGS = (
    *(".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods", ".docx", ".pdf", ".csv", ".tsv"),
    *(".html", ".htm", ".mht", ".mhtml", ".txt", ".md"),
)
"""How names of files that are read may end; what a file is, its content tells."""
_READABLE = ", ".join(ENDINGS)


class Kind(StrEnum):
    """A container that is read; the value names its module."""

    XLSX = "sheets.xlsx"
    XLSB = "sheets.xlsb"
    XLS = "sheets.xls"
    ODS = "sheets.ods"
    XML_2003 = "sheets.xml2003"
    DOCX = "documents.docx"
    PDF = "pdf"
    HTML = "documents.html"
    MHT = "documents.mht"
    CSV = "csv"
    TEXT = "text"


_BY_SUFFIX = {
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".txt": Kind.TEXT,
    ".md": Kind.TEXT,
}


def kind_of(path: Path) -> Kind:
    """Return which reader a file needs.

    Raises
    ------
    SourceError
        When it is missing, empty, not readable, or of a kind that is not read.
    """
    head = _head(path)
    if head.startswith(b"PK"):
        return _zipped(path)
    if head.startswith(_OLE):
        return _ole(path)
    if head.startswith(_BARE_BIFF) and path.suffix.lower() == ".xls":
        return Kind.XLS
    named = path.suffix.lower() == ".pdf"
    if head.lstrip().startswith(_PDF) or (named and _PDF in head[:_PDF_WITHIN]):
        return Kind.PDF
    if head.startswith(_PICTURES):
        raise _picture(path)
    return _marked(head) or _by_suffix(path)


def _marked(head: bytes) -> Kind | None:
    """Tell markup by how it begins, whatever the file is called."""
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if utf16 else "utf-8", errors="replace")
    patterns = {
        Kind.XML_2003: _XML_2003,
        Kind.ODS: _FLAT_ODS,
        Kind.HTML: _HTML,
        Kind.MHT: _ARCHIVE,
    }
    return next((kind for kind, pattern in patterns.items() if pattern.match(text)), None)


def _head(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise _no_file(path)
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError:
        raise _refusal(
            path,
            say("ไม่มีแฟ้มนี้", "This file does not exist"),
            say("ไม่พบแฟ้มหรือโฟลเดอร์ชื่อนี้", "nothing has this name"),
            say(
                "ตรวจตัวสะกดและโฟลเดอร์ ถ้าชื่อมีช่องว่างให้ใส่ในเครื่องหมายคำพูด",
                "check the spelling and the folder; write the path in quotes if it has blanks",
            ),
        ) from None
    except OSError as error:
        raise _refusal(
            path,
            say("เปิดแฟ้มนี้ไม่ได้", "This file cannot be opened"),
            str(error.strerror),
            say(
                "ปิดแฟ้มในโปรแกรมอื่น และตรวจว่ามีสิทธิ์อ่านแฟ้ม",
                "close it in other programs and check that you may read it",
            ),
        ) from None
    if not head.strip():
        raise _refusal(
            path,
            say("แฟ้มนี้ว่างเปล่า", "This file is empty"),
            say("ไม่มีอักษรใดเลย", "it holds not one character"),
            say("บันทึกหรือดาวน์โหลดแฟ้มใหม่", "save or download it again"),
        )
    return head


def _zipped(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:_HEAD] if "mimetype" in names else b""
    except _DAMAGE as error:
        raise damaged(path, str(error)) from None
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if "word/document.xml" in names:
        return Kind.DOCX
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return Kind.ODS
    what = say(
        "เป็นแฟ้ม zip ที่ไม่มีส่วนประกอบของแฟ้ม Excel หรือเอกสาร Word",
        "it is a zip without the parts of a workbook or a Word document",
    )
    if "ppt/presentation.xml" in names:
        what = say("เป็นแฟ้มนำเสนอ (PowerPoint)", "it is a slide show")
    if kind:
        what = say("เป็นเอกสารหรือภาพวาด OpenDocument", "it is an OpenDocument text or drawing")
    raise _not_read(path, what, say("บันทึกเป็น .xlsx หรือ .docx", "save it as .xlsx or .docx"))


def _ole(path: Path) -> Kind:
    """Tell what an old Office file is: the names of its streams stand in it in UTF-16."""
    with path.open("rb") as file:
        data = file.read(_OLE_LOOK)
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise password_protected(path)
    if "WordDocument".encode("utf-16-le") in data:
        raise _not_read(
            path,
            say("เป็นเอกสาร Word แบบเก่า (.doc)", "it is an old Word document (.doc)"),
            say("เปิดใน Word แล้วบันทึกเป็น .docx", "open it in Word and save it as .docx"),
        )
    return Kind.XLS


def _picture(path: Path) -> SourceError:
    return _refusal(
        path,
        say("โปรแกรมไม่อ่านแฟ้มภาพ", "Pictures are not read"),
        say("แฟ้มนี้เป็นภาพ ไม่ใช่ข้อความ", "it is a picture, not text"),
        say(
            "แปลงภาพเป็นข้อความ (OCR) ตรวจทานผล แล้วบันทึกเป็น .xlsx .docx หรือ .txt",
            "use text recognition (OCR), check its result, and save it as .xlsx, .docx or .txt",
        ),
    )


def _by_suffix(path: Path) -> Kind:
    suffix = path.suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix == ".xls" and _is_tabbed(path):
        return Kind.CSV
    if suffix in {".xlsx", ".xlsm", ".docx", ".pdf"}:
        raise damaged(
            path,
            say("ส่วนต้นของแฟ้มไม่ใช่อย่างแฟ้มชนิดนั้น", "it does not begin as such a file does"),
        )
    raise _not_read(
        path,
        say(
            f"ชื่อลงท้ายด้วย {suffix or 'ไม่มีนามสกุล'} และเนื้อหาไม่ใช่ชนิดใดใน {_READABLE}",
            f"its name ends in {suffix or 'nothing'} and its content is none of {_READABLE}",
        ),
        say("บันทึกเป็น .xlsx .docx หรือ .csv", "save it as .xlsx, .docx or .csv"),
    )


def _not_read(path: Path, why: str, hint: str) -> SourceError:
    what = say("โปรแกรมไม่อ่านแฟ้มชนิดนี้", "This kind of file is not read")
    return _refusal(path, what, why, hint)


def _is_tabbed(path: Path) -> bool:
    """Tell whether a file that calls itself a workbook is text with tabs, as exports often are."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    try:
        return "\t" in decode(head, path.name).text
    except SourceError:
        return False


def _no_file(path: Path) -> SourceError:
    return _refusal(
        path,
        say("นี่เป็นโฟลเดอร์หรืออุปกรณ์ ไม่ใช่แฟ้ม", "This is a folder or a device, not a file"),
        say("รอบหนึ่งอยู่ในแฟ้มเดียว", "a round is one file"),
        say(f"ระบุแฟ้มเดียว ({_READABLE})", f"name one file ({_READABLE})"),
    )


def _refusal(path: Path, what: str, why: str, hint: str) -> SourceError:
    return SourceError(what, where=path.name or str(path), why=why, hint=hint)
