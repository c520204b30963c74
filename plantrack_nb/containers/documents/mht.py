"""Web archives (.mht, .mhtml): pages as Excel, Word and browsers save them in one file."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from plantrack_nb.containers.decoding import decode_marked
from plantrack_nb.containers.documents.flow import Piece, grid_of
from plantrack_nb.containers.documents.html import pieces_of
from plantrack_nb.containers.grid import Grid
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say

_PAGE = "text/html"


def read(path: Path) -> Grid:
    """Read the archive's pages one after the other; a workbook of many sheets has a page each."""
    notes: list[str] = []
    return grid_of(path.name, [*_pieces(path, notes)], tuple(notes))


def _pieces(path: Path, notes: list[str]) -> Iterator[Piece]:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    pages = [one for one in message.walk() if one.get_content_type() == _PAGE]
    if not pages:
        raise SourceError(
            say("แฟ้มเว็บนี้ไม่มีหน้าเว็บ", "This web archive holds no page"),
            where=path.name,
            why=say("ไม่มีส่วนใดเป็น HTML", "none of its parts is HTML"),
            hint=say(
                "เปิดใน Excel หรือ Word แล้วบันทึกเป็น .xlsx หรือ .docx",
                "open it in Excel or Word and save it as .xlsx or .docx",
            ),
        )
    for page in pages:
        assert isinstance(page, EmailMessage)
        data = page.get_payload(decode=True)
        charset = page.get_content_charset("")
        marked = f"<!-- charset={charset} -->".encode() if charset else b""
        assert isinstance(data, bytes)
        decoded = decode_marked(data if data[:2] in _UTF16 else marked + data, path.name)
        notes += decoded.notes
        if decoded.text.removeprefix(marked.decode()).strip():
            yield from pieces_of(decoded.text, path)


_UTF16 = (b"\xff\xfe", b"\xfe\xff")
