"""Bytes to text: the encodings Thai offices use, and nothing guessed silently."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say

_LINE_END = re.compile(r"\r\n|\n|\r")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF8_THAI = re.compile(rb"\xe0[\xb8\xb9][\x80-\xbf]")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_NAMED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CP874 = {"tis-620", "tis620", "windows-874", "cp874", "iso-8859-11", "x-windows-874"}
_HEAD = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and what had to be done to get it."""

    text: str
    notes: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        """Physical lines; only CR, LF and CRLF end one, as in every editor's count."""
        return _LINE_END.split(self.text)


def decode(data: bytes, file: str) -> Decoded:
    """Decode UTF-8 or UTF-16 by its mark, else UTF-8, else TIS-620/CP874.

    A file that is UTF-8 but for a few damaged bytes is not taken for CP874 (every byte would become
    some Thai letter): it is read with U+FFFD in their place, and a note says so.

    Raises
    ------
    SourceError
        When the bytes are no text in any of these.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data, name, file)
    if _BINARY.search(data):
        raise _not_text(
            file,
            say(
                "มีไบต์ควบคุมอย่างโปรแกรมหรือภาพ",
                "it holds control bytes, as programs and pictures do",
            ),
        )
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            text = data.decode("utf-8", errors="replace")
            count = text.count("\ufffd")
            told = say(
                f"มีไบต์ที่เสียหาย {count} แห่ง แสดงเป็น \ufffd แห่งแรกอยู่บรรทัดที่ {line}",
                f"{count} damaged bytes shown as \ufffd, first on line {line}",
            )
            return Decoded(text, (told,))
    return _strict(data, "cp874", file)


def decode_marked(data: bytes, file: str) -> Decoded:
    """Decode a page or XML by the encoding it names; a byte order mark and UTF-8 come first."""
    match = _NAMED.search(data[:_HEAD])
    if match and match[1].decode("ascii", "replace").lower() in _CP874:
        try:
            return Decoded(data.decode("cp874"))
        except UnicodeDecodeError:
            return decode(data, file)
    return decode(data, file)


def read_text(path: Path) -> Decoded:
    """Decode a file of text."""
    return decode(path.read_bytes(), path.name)


def _strict(data: bytes, encoding: str, file: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise _not_text(
            file,
            say(
                f"ไบต์ที่ {error.start} ไม่ใช่ข้อความ {encoding}",
                f"byte {error.start} fits no {encoding} text",
            ),
        ) from None


def _mostly_utf8(data: bytes) -> bool:
    high = len(_NOT_ASCII.findall(data))
    return 3 * len(_UTF8_THAI.findall(data)) > high / 2


def _not_text(file: str, why: str) -> SourceError:
    return SourceError(
        say("แฟ้มนี้ไม่ใช่ข้อความ", "This file is not text"),
        where=file,
        why=say(
            f"ควรเป็นข้อความ UTF-8, UTF-16 หรือ TIS-620/CP874 แต่{why}",
            f"expected UTF-8, UTF-16 or TIS-620/CP874 text, but {why}",
        ),
        hint=say(
            "บันทึกใหม่เป็นข้อความหรือ CSV แบบ UTF-8 หรือใช้แฟ้ม .xlsx ต้นฉบับ",
            "save it again as UTF-8 text or CSV, or give the .xlsx itself",
        ),
    )
