"""Whether a PDF's text can be trusted: refuse what is damaged, tell what is doubtful.

A PDF draws letters and may or may not say which they are. What it says is looked at as it stands,
before anything is put right, because putting right hides the traces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from plantrack_nb.containers.pdf.drawn.glyphs import NO_TEXT, Seen
from plantrack_nb.containers.pdf.page_records import FoundPage
from plantrack_nb.containers.pdf.spelling import impossible, out_of_proportion
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say

_UNREADABLE = re.compile(
    f"[\x00-\x09\x0b-\x1f\x7f-\x9f\ue000-\uf8ff{NO_TEXT}\U000f0000-\U0010ffff]|\\(cid:"
)
_FOREIGN = re.compile(
    "[^\u0e00-\u0e7f\\x20-\\x7e\n\xa0\xadplantrack_nb©®°±²³·¼½¾×÷\u2000-\u206f€™\u2150-\u218f\u2190-\u21ff"
    "\u2200-\u22ff\u2300-\u23ff\u2460-\u24ff\u2500-\u27bf\u2b00-\u2bff\ufb00-\ufb06\ufeff]"
)
_WORDS = re.compile("[ก-๎]+")
_MIXED = re.compile('[ก-ฮะ-ๅ็-๎][A-Za-z"#$!?;][ก-ฮ]')
_SCAN = 0.5
"""Share of a page that a picture covers, and of letters that are invisible, on a scan."""
_LONGEST = 40

_HINT = (
    "ขอแฟ้มต้นฉบับ .xlsx หรือ .docx จากสำนักงาน หรือพิมพ์เป็น PDF ใหม่จากต้นฉบับนั้นด้วย LibreOffice, Word,"
    " Excel หรือ Chromium (สำเนาจากโปรแกรมอื่นอาจเก็บตัวอักษรไว้ไม่ครบ)"
)
_HINT_EN = (
    "ask the office for the .xlsx or .docx it was made from, or print it again from that source "
    "(LibreOffice, Word, Excel or Chromium keep the text; copies made by other programs may not)"
)
_SCAN_HINT = (
    "ขอแฟ้มต้นฉบับ .xlsx หรือ .docx จากสำนักงาน การแปลงภาพเป็นตัวอักษร (OCR) อ่านจำนวนเงินผิดได้โดยไม่มีสิ่งใดบอก"
)
_SCAN_HINT_EN = (
    "ask the office for the .xlsx or .docx it was made from; text recognition (OCR) gets amounts "
    "wrong without a sign of it"
)
_SEEN = {
    Seen.HIDDEN: (
        "ตัวอักษรที่ถูกตัดขอบบนหรือล่างและไม่ได้อ่าน",
        "letters that are cut off above or below, and not read",
    ),
    Seen.INVISIBLE: (
        "ตัวอักษรที่มองไม่เห็น อย่างที่ OCR วางไว้ใต้ภาพ",
        "invisible letters, as text recognition puts them under a scan",
    ),
    Seen.SLANTED: ("ตัวอักษรเอียง อย่างลายน้ำ", "slanted letters, as in a watermark"),
    Seen.UPRIGHT_FONT: ("ข้อความที่เรียงจากบนลงล่าง", "text set from top to bottom"),
    Seen.SPREAD: (
        "ข้อความเดียวที่กำกับตัวอักษรไว้หลายบรรทัด",
        "one stated text for letters in several lines",
    ),
}


@dataclass
class Evidence:
    """What was found in the texts of a document, with the first places."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    thai: Counter[str] = field(default_factory=Counter)
    letters: int = 0

    def note(self, kind: str, ref: str, what: str) -> None:
        """Count one more of a kind."""
        self.counts[kind] += 1
        self.first.setdefault(kind, f"{ref}: {what}")


def judged(
    pages: Sequence[FoundPage], texts: Iterable[tuple[str, str]], file: str, producer: str
) -> Iterator[str]:
    """Yield what is doubtful about a document.

    Parameters
    ----------
    pages : sequence of FoundPage
        Its pages.
    texts : iterable of (str, str)
        Place and raw text of every cell and paragraph.
    file, producer : str
        Its name, and the program that wrote it.

    Raises
    ------
    SourceError
        When it cannot be read rightly: what was seen, where, and what to do.
    """
    evidence = gathered(texts)
    _refuse_scan(pages, evidence, file)
    if not evidence.thai:
        raise _refusal(
            file,
            say(
                "ไม่มีตัวอักษรไทย อาจวาดไว้เป็นเส้นหรือภาพ",
                "it holds no Thai letter: they may be drawn as lines or pictures",
            ),
        )
    yield from _traces(evidence, file)
    if not any(page.tables or page.tagged for page in pages):
        raise _refusal(
            file,
            say(
                "ไม่มีตาราง คือไม่มีเส้นล้อมเป็นช่อง และไม่มีคอลัมน์ที่ตรงกันชัดเจน",
                "it has no table: no lines close cells, and no columns are clearly aligned",
            ),
        )
    odd = out_of_proportion(evidence.thai)
    if odd:
        named = ", ".join(odd)
        raise _refusal(
            file,
            say(
                f"ตัวอักษรบางตัวมีน้อยหรือมากอย่างที่ไม่พบในข้อความไทย: {named}",
                f"letters occur as in no Thai text: {named}",
            ),
        )
    seen = sum((page.seen for page in pages), Counter[Seen]())
    times = seen[Seen.OTHER_DIGITS]
    if times:
        raise _refusal(
            file,
            say(
                f"ตัวเลขที่แสดงไม่ตรงกับตัวเลขที่แฟ้มระบุไว้ {times} แห่ง",
                f"it shows other digits than it states, {times} times",
            ),
        )
    yield from _doubts(pages, seen, producer)


_TRACES = (  # kind, how many and what share of all letters are borne, what is said of them
    (
        "unreadable",
        0,
        0.0,
        "มี {count} ตัวอักษรที่ไม่มีข้อความกำกับ หรือไม่มีโปรแกรมใดรู้จัก",
        "{count} letters have no text or one that no reader knows",
    ),
    (
        "impossible",
        1,
        0.0002,
        "อักษรไทยเรียงกันอย่างที่เป็นไปไม่ได้ {count} แห่ง",
        "{count} times Thai letters stand as they cannot",
    ),
    (
        "foreign",
        3,
        0.0005,
        "มี {count} ตัวอักษรของภาษาอื่น",
        "{count} letters are of another script",
    ),
    (
        "mixed",
        3,
        0.001,
        "มีอักษรละตินอยู่กลางคำไทย {count} แห่ง",
        "{count} times a Latin letter stands inside a Thai word",
    ),
)


def _traces(evidence: Evidence, file: str) -> Iterator[str]:
    """Yield the few traces of damage that are borne; refuse more."""
    for kind, few, share, *why in _TRACES:
        count = evidence.counts[kind]
        told = f"{say(*why).format(count=count)}, {evidence.first.get(kind, '')}"
        if count > max(few, share * evidence.letters):
            raise _refusal(file, told)
        if count > 0:
            yield told


def gathered(texts: Iterable[tuple[str, str]]) -> Evidence:
    """Look through texts for traces of damage."""
    evidence, words = Evidence(), set[str]()
    for ref, text in texts:
        evidence.letters += len(text)
        words.update(_WORDS.findall(text))
        for kind, pattern in (
            ("unreadable", _UNREADABLE),
            ("foreign", _FOREIGN),
            ("mixed", _MIXED),
        ):
            for found in pattern.finditer(text):
                evidence.note(kind, ref, _shown(text, found, named=kind != "mixed"))
        whole = text.replace("\n", "")  # a line may break inside a cluster
        for found in impossible(whole):
            evidence.note("impossible", ref, _shown(whole, found, named=False))
    # What stands a hundred times says no more of the font than once.
    evidence.thai.update(letter for word in words for letter in word)
    evidence.counts["foreign"] -= evidence.counts["unreadable"]
    return evidence


def _shown(text: str, found: re.Match[str], *, named: bool) -> str:
    around = text[max(found.start() - 8, 0) : found.end() + 8].replace("\n", " ")
    safe = "".join(one if one.isprintable() else "\u25a1" for one in around)
    if not named:
        return f"“{safe}”"
    code = ord(found[0][0])
    name = "no text" if found[0] == NO_TEXT else f"U+{code:04X}"
    return f"“{safe[:_LONGEST]}” ({name})"


def _refuse_scan(pages: Sequence[FoundPage], evidence: Evidence, file: str) -> None:
    scanned = [page.number for page in pages if page.pictures > _SCAN]
    invisible = sum(page.seen[Seen.INVISIBLE] for page in pages)
    if not evidence.letters:
        as_pictures = ("ทุกหน้าเป็นภาพ", "its pages are pictures")
        as_lines = ("ตัวอักษรวาดเป็นเส้น", "its letters are drawn as lines")
        what = say(*(as_pictures if scanned else as_lines))
        raise _scan(file, say(f"ไม่มีข้อความ: {what}", f"it holds no text: {what}"))
    if invisible > _SCAN * evidence.letters:
        raise _scan(
            file,
            say(
                "ข้อความมองไม่เห็น เป็นผลของ OCR ที่วางไว้ใต้ภาพ",
                "its text is invisible, laid under pictures by text recognition",
            ),
        )


def _doubts(pages: Sequence[FoundPage], seen: Counter[Seen], producer: str) -> Iterator[str]:
    aligned = [str(page.number) for page in pages for table in page.tables if table.aligned]
    if aligned:
        on = ", ".join(dict.fromkeys(aligned))
        yield say(
            f"ตารางไม่มีเส้น จึงอ่านตามช่องว่างระหว่างคอลัมน์ (หน้า {on})",
            f"its table has no lines and was read by the blanks between its columns (pages {on})",
        )
    bare = [str(page.number) for page in pages if page.pictures > _SCAN and not page.has_text]
    if bare:
        on = ", ".join(bare)
        yield say(
            f"หน้า {on} เป็นภาพ (สแกน) จึงไม่ได้อ่าน",
            f"pages {on} are pictures (scans) and were not read",
        )
    for what, words in _SEEN.items():
        if seen[what]:
            yield f"{say(*words)} ({seen[what]})"
    if "ghostscript" in producer.lower():
        yield say(
            f"แฟ้มถูกเขียนใหม่ด้วย {producer} ซึ่งทำให้ข้อความไทยเสียหายได้ ควรเทียบกับฉบับพิมพ์",
            f"it was rewritten by {producer}, which damages Thai text: compare with the print",
        )


def _refusal(file: str, why: str) -> SourceError:
    return SourceError(
        say("อ่านข้อความของ PDF นี้ให้ถูกต้องไม่ได้", "The text of this PDF cannot be read rightly"),
        where=file,
        why=why,
        hint=say(_HINT, _HINT_EN),
    )


def _scan(file: str, why: str) -> SourceError:
    what = say("PDF นี้เป็นภาพสแกน", "This PDF is a scan")
    return SourceError(what, where=file, why=why, hint=say(_SCAN_HINT, _SCAN_HINT_EN))
