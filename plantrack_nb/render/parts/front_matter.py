"""Parts of an official document: cover, memo (บันทึกข้อความ), contents, the close of a preface."""

from __future__ import annotations

from dataclasses import dataclass, field

from plantrack_nb.render.parts.base import UNSAID, Digits, Part


@dataclass(frozen=True)
class Cover(Part):
    """The document's cover: a page of its own in the PDF, a quiet banner on screen.

    Parameters
    ----------
    office, motto : str
        Who publishes, and the words the office works under (``""`` for none).
    title, period : str
        What the document is, and for which round.
    date : str
        ISO date, of which month and year are printed; or ``""``.
    logo : str
        The office's sign, a PNG in base64; or ``""``.
    """

    office: str
    motto: str
    title: str
    period: str
    date: str
    digits: Digits = Digits.THAI
    logo: str = field(default="", metadata=UNSAID)


@dataclass(frozen=True)
class MemoItem:
    """A paragraph of a memo, or a numbered item of it.

    ``lead`` is what it is about (``"ข้อเสนอ"``), printed in bold before it; ``number`` is the item's
    own (``"1.1.1"``), and ``level`` (1 to 3) how far in it stands.
    """

    text: str
    level: int = 1
    lead: str = ""
    number: str = ""


@dataclass(frozen=True)
class Signature:
    """Who signs: ``name`` in brackets under a line, then ``position`` (may have several lines).

    An empty ``name`` leaves a dotted line for it. ``before`` stands above, e.g. what is decided.
    """

    name: str
    position: str
    before: str = ""


@dataclass(frozen=True)
class Memo(Part):
    """The memo that brings the report to the director (บันทึกข้อความ).

    ``date`` is an ISO date; an empty ``number`` or ``date`` leaves the dotted line to write on.
    The memo has its own heading, as the contents have: put none before it.
    """

    department: str
    number: str
    date: str
    subject: str
    to: str
    body: tuple[MemoItem, ...]
    signatures: tuple[Signature, ...]
    digits: Digits = Digits.THAI
    anchor: str = ""


@dataclass(frozen=True)
class Closing(Part):
    """The lines that end a preface, at the right: who wrote it, and when."""

    lines: tuple[str, ...]
    digits: Digits = Digits.THAI


@dataclass(frozen=True)
class ContentsEntry:
    """One line of the contents.

    ``target`` is the anchor of a heading or of a table's group row; ``note`` stands in brackets
    after the text (``"3 โครงการ/กิจกรรม"``); ``level`` 2 stands in.
    """

    text: str
    target: str
    note: str = ""
    level: int = 1


@dataclass(frozen=True)
class Contents(Part):
    """The list of contents: with page numbers in the PDF, with links on screen."""

    entries: tuple[ContentsEntry, ...]
    anchor: str = ""
