"""Open a PDF, look for what makes it unsafe or unreadable, and find what its pages hold.

This runs in the child process: here alone pdfminer reads what others wrote.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from pdfminer.pdfdocument import (
    PDFDocument,
    PDFEncryptionError,
    PDFPasswordIncorrect,
    PDFXRefFallback,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, dict_value, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.utils import decode_text

from plantrack_nb.containers.pdf.drawn.content import Contents
from plantrack_nb.containers.pdf.page import found_on
from plantrack_nb.containers.pdf.page_records import Batch
from plantrack_nb.containers.pdf.tables.tagged import TagsOfPage
from plantrack_nb.containers.pdf.tables.tags import Tags
from plantrack_nb.core.errors import SourceError, UnsafeSourceError
from plantrack_nb.core.language import say

MOST_PAGES = 1_000
_MOST_OBJECTS = 1_000_000
_LARGEST = 200_000_000  # bytes of the file
_LARGEST_CONTENT = 60_000_000  # bytes of one page's content; a full page has a hundred thousand
_TAIL = 4096


def read_batch(path: Path, first: int, count: int) -> Batch:
    """Read ``count`` pages from page ``first`` (from 0) on.

    Raises
    ------
    SourceError
        When the file is protected, cut off or damaged.
    UnsafeSourceError
        When it is larger than any round.
    """
    with _quietly(), _opened(path) as document:
        pages = list(islice(PDFPage.create_pages(document), MOST_PAGES + 1))
        _check_pages(document, pages, path)
        contents, tags = Contents(), Tags(document)
        found = []
        for number, page in enumerate(pages[first : first + count], start=first + 1):
            _check_content(page, number, path)
            of_page = TagsOfPage(tags.of(page), tags.rows)
            found.append(found_on(contents.of(page, number), of_page))
        return Batch(tuple(found), len(pages), _producer(document), tuple(_notes(document, pages)))


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep back what pdfminer grumbles about: it is judged here."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


@contextmanager
def _opened(path: Path) -> Iterator[PDFDocument]:
    size = path.stat().st_size
    if size > _LARGEST:
        raise _unsafe(
            path,
            say(
                f"ใหญ่กว่า {_LARGEST // 1_000_000} MB",
                f"it is larger than {_LARGEST // 1_000_000} MB",
            ),
        )
    with path.open("rb") as file:
        file.seek(max(size - _TAIL, 0))
        if b"%%EOF" not in file.read():
            raise damaged(
                path,
                say(
                    "ไม่มีท้ายแฟ้ม อาจบันทึกหรือส่งมาไม่ครบ",
                    "its end is missing: it was cut off when it was saved or sent",
                ),
            )
        file.seek(0)
        try:
            document = PDFDocument(PDFParser(file))
        except PDFPasswordIncorrect:
            raise _protected(path, say("แฟ้มมีรหัสผ่าน", "it asks for a password")) from None
        except PDFEncryptionError as error:
            raise _protected(
                path,
                say(
                    f"ป้องกันไว้ด้วยวิธีที่ไม่รู้จัก ({error})",
                    f"its protection is of an unknown kind ({error})",
                ),
            ) from None
        except (PSException, ValueError, KeyError, TypeError) as error:
            raise damaged(path, f"{type(error).__name__}: {error}"[:200]) from None
        if sum(len(list(xref.get_objids())) for xref in document.xrefs) > _MOST_OBJECTS:
            raise _unsafe(
                path,
                say(
                    f"มีวัตถุภายในมากกว่า {_MOST_OBJECTS:,} ชิ้น",
                    f"it has more than {_MOST_OBJECTS:,} objects",
                ),
            )
        yield document


def _check_pages(document: PDFDocument, pages: list[PDFPage], path: Path) -> None:
    if len(pages) > MOST_PAGES:
        raise _unsafe(
            path, say(f"มีมากกว่า {MOST_PAGES:,} หน้า", f"it has more than {MOST_PAGES:,} pages")
        )
    try:
        stated = resolve1(dict_value(document.catalog["Pages"]).get("Count"))
    except KeyError:
        stated = None
    if not pages or (isinstance(stated, int) and stated != len(pages)):
        raise damaged(
            path,
            say(
                f"แฟ้มระบุว่ามี {stated} หน้า แต่พบ {len(pages)} หน้า",
                f"it states {stated} pages, but {len(pages)} can be found",
            ),
        )


def _check_content(page: PDFPage, number: int, path: Path) -> None:
    """Look at a page's own content before it is unpacked: a bomb, or one cut off."""
    if page.doc is not None and getattr(page.doc, "decipher", None) is not None:
        return
    for one in page.contents:
        stream = resolve1(one)
        if not isinstance(stream, PDFStream):
            raise damaged(
                path, say(f"ไม่มีเนื้อหาของหน้า {number}", f"the content of page {number} is missing")
            )
        raw = stream.rawdata
        names = [name for name, _ in stream.get_filters()]
        if raw is None or not names or names[0] not in LITERALS_FLATE_DECODE:
            continue
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)  # the sum at the end may be missing
        try:
            text = unpacker.decompress(raw[2:], _LARGEST_CONTENT)
        except zlib.error as error:
            raise damaged(
                path,
                say(
                    f"เนื้อหาของหน้า {number} เสียหาย ({error})",
                    f"the content of page {number} is broken ({error})",
                ),
            ) from None
        if len(text) >= _LARGEST_CONTENT:
            raise _unsafe(
                path,
                say(
                    f"หน้า {number} คลายแล้วใหญ่กว่า {_LARGEST_CONTENT:,} ไบต์",
                    f"page {number} unpacks to more than {_LARGEST_CONTENT:,} bytes",
                ),
            )
        if not unpacker.eof:
            raise damaged(
                path,
                say(f"เนื้อหาของหน้า {number} ขาดหาย", f"the content of page {number} is cut off"),
            )


def _producer(document: PDFDocument) -> str:
    for info in document.info:
        value: Any = resolve1(info.get("Producer"))
        if isinstance(value, bytes):
            return " ".join(decode_text(value).split())[:100]
    return ""


def _notes(document: PDFDocument, pages: list[PDFPage]) -> Iterator[str]:
    if any(isinstance(xref, PDFXRefFallback) for xref in document.xrefs):
        yield say(
            "ดัชนีของแฟ้มเสียหาย จึงอ่านเท่าที่พบ", "its index is damaged; what could be found was read"
        )
    kinds = [
        str(getattr(resolve1(dict_value(one).get("Subtype")), "name", ""))
        for page in pages
        for one in (resolve1(page.annots) or [])
    ]
    others = [kind for kind in kinds if kind not in {"Link", "Popup", ""}]
    if others:
        named = ", ".join(sorted(set(others)))
        yield say(
            f"ไม่ได้อ่านข้อคิดเห็นหรือช่องกรอก {len(others)} แห่ง ({named})",
            f"{len(others)} comments or form fields were not read ({named})",
        )


def damaged(path: Path, why: str) -> SourceError:
    """Say that a PDF cannot be read to its end."""
    return SourceError(
        say("PDF นี้เสียหาย", "This PDF is damaged"),
        where=path.name,
        why=why,
        hint=say(
            "ดาวน์โหลดหรือคัดลอกใหม่ ถ้ายังเป็นอยู่ให้ขอแฟ้มใหม่ หรือขอ .xlsx หรือ .docx",
            "download or copy it again; if it stays so, ask for it anew or for its .xlsx or .docx",
        ),
    )


def _protected(path: Path, why: str) -> SourceError:
    return SourceError(
        say("PDF นี้ถูกป้องกันไว้", "This PDF is protected"),
        where=path.name,
        why=why,
        hint=say(
            "เปิดด้วยรหัสผ่านแล้วพิมพ์เป็น PDF ใหม่ หรือขอ .xlsx หรือ .docx",
            "open it with the password and print it to a new PDF, or ask for its .xlsx or .docx",
        ),
    )


def _unsafe(path: Path, why: str) -> UnsafeSourceError:
    return UnsafeSourceError(
        say("แฟ้มนี้ไม่ปลอดภัยที่จะอ่าน", "This file is not safe to read"),
        where=path.name,
        why=why,
        hint=say(
            "พิมพ์เฉพาะหน้าที่มีตารางเป็น PDF ใหม่", "print the pages with the table to a PDF of their own"
        ),
    )
