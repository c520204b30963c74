"""Words that are nearly one of an office's terms, found in a text without looking at every term."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from plantrack_nb.office.terms import Term, Terms, compared

_GRAM = 3
_SHARED = 0.25
"""Share of a term's grams that a text must hold to be looked at more closely."""
_IN_FEW = 4
"""Grams that more terms hold than these tell nothing of any of them."""
_COMMON_WORDS = [
    "การศึกษา",
    "การประเมิน",
    "การจัดการเรียนรู้",
    "ของ",
    "โรงเรียน",
    "สถานศึกษา",
    "นักเรียน",
    "ผู้เรียน",
    "สำนักงาน",
    "คุณภาพ",
    "โครงการ",
    "กิจกรรม",
    "แผนการ",
    "การดำเนินงาน",
    "ทางการ",
    "พัฒนา",
    "จัดสรร",
    "งบประมาณ",
    "ปฏิบัติ",
    "ประจำ",
    "บุคลากร",
    "ข้าราชการครู",
    "คณะกรรมการ",
    "มาตรฐาน",
    "หลักสูตร",
    "การเรียนการสอน",
    "และการ",
    "จำนวน",
    "ประชุม",
]
"""Words that nearly every report holds."""
_LONG = 12
_ONE_END = 10
"""Letters from which one slip may also have hit the first or the last letter."""
_SURE = 2
_ALIKE = 72.0
_GONE = "\n"
_BREAKS = re.compile(r"[^ก-๎0-9A-Za-z.]")
"""What no word goes on over: signs, and where a form was taken out."""
_SMALL_WORDS = re.compile(
    "การ|ความ|และ|หรือ|ของ|ที่|ใน|งาน|เพื่อ|อัน|แก่|ให้|ด้าน|ทาง|ว่า|แบบ|ไป|ได้|ระบบ|ระดับ|ผ่าน|ดูแล|ส่งเสริม|พัฒนา"
    "|สนับสนุน|ช่วยเหลือ|คุ้มครอง|เฝ้าระวัง|ป้องกัน|แก้ไข|ปราบปราม|บริหาร|จัด|ติดตาม"
)
"""Words that may stand in a phrase or not: with another of them it is another phrase, no slip."""


@dataclass(frozen=True, slots=True)
class Near:
    """A term that is nearly written, and the letters that stand for it."""

    term: Term
    written: str


class NearTerms:
    """Finds what is nearly a term.

    Parameters
    ----------
    terms : Terms
        The right forms.
    letters_percent : float
        Letters of a long term that may be wrong, per hundred; of a short one it is one letter.
    most_letters : float
        Letters that may be wrong in even the longest.
    """

    def __init__(self, terms: Terms, letters_percent: float, most_letters: float) -> None:
        terms_with = Counter(gram for one in terms.rows for gram in _grams(compared(one.text)))
        common = frozenset(gram for gram, count in terms_with.items() if count > _IN_FEW)
        common = common.union(*map(_grams, _COMMON_WORDS))
        made = [_Compared.of(one, common, letters_percent, most_letters) for one in terms.rows]
        self._terms = sorted(made, key=lambda one: -len(one.text))
        self._least = [one.least for one in self._terms]
        self._by_gram: dict[str, list[int]] = {}
        for at, one in enumerate(self._terms):
            for gram in one.grams:
                self._by_gram.setdefault(gram, []).append(at)
        self._wrong: dict[str, list[tuple[str, Term]]] = {}
        for term in terms.rows:
            for form in map(compared, term.wrong):
                self._wrong.setdefault(form[:_GRAM], []).append((form, term))
        self._known: dict[str, tuple[Near, ...]] = {}

    def find(self, text: str) -> tuple[Near, ...]:
        """Find what a text nearly writes; equal texts are looked at once."""
        if text not in self._known:
            key = compared(text)
            if key not in self._known:
                self._known[key] = tuple(self._find(key))
            self._known[text] = self._known[key]
        return self._known[text]

    def _find(self, text: str) -> Iterator[Near]:
        grams, is_whole = _grams(text), True
        for one in self._likely(grams):
            for form in one.right:
                if form in text:
                    text, is_whole = text.replace(form, _GONE), False
            for written in one.near(text) if one.may_be_in(text, is_whole=is_whole) else ():
                text, is_whole = text.replace(written, _GONE), False
                yield Near(one.term, written)
        for gram in grams & self._wrong.keys():
            for form, term in self._wrong[gram]:
                if form in text:
                    yield Near(term, form)

    def _likely(self, grams: frozenset[str]) -> list[_Compared]:
        """Select the terms that share enough of their letters with a text, the longest first."""
        held = (self._by_gram[gram] for gram in grams & self._by_gram.keys())
        shared = Counter(chain.from_iterable(held))
        likely = [at for at, count in shared.items() if count >= self._least[at]]
        return [self._terms[at] for at in sorted(likely)]


@dataclass(frozen=True)
class _Compared:
    """A term, its forms without spaces, and how far from it a word may be."""

    term: Term
    text: str
    right: tuple[str, ...]
    grams: frozenset[str]
    least: int
    room: int
    slip: re.Pattern[str] | None

    @classmethod
    def of(cls, term: Term, common: frozenset[str], percent: float, most: float) -> _Compared:
        """Work out once what does not depend on the text."""
        text = compared(term.text)
        right = sorted([text, *map(compared, term.also)], key=len, reverse=True)
        room = int(min(most, len(text) * percent / 100)) if len(text) >= _LONG else 1
        own = _grams(text) - common or _grams(text)
        least = max(int(len(own) * _SHARED), len(own) - _GRAM * room, 1)
        slip = _one_slip(text) if len(text) < _ONE_END else None
        return cls(term, text, tuple(right), own, least, room, slip)

    def may_be_in(self, text: str, *, is_whole: bool) -> bool:
        """Tell whether enough of the term is in a text from which right forms are gone.

        Of a text that is whole still, its grams have told that already.
        """
        if self.slip is not None:
            return self.slip.search(text) is not None
        return is_whole or sum([gram in text for gram in self.grams]) >= self.least

    def near(self, text: str) -> Iterator[str]:
        """Give the parts of a text that are no right form and hardly differ from one."""
        while written := self._nearest(text):
            if not self._differs_lawfully(written):
                yield written
            text = text.replace(written, _GONE)

    def _nearest(self, text: str) -> str:
        from rapidfuzz.distance import OSA

        best, least = "", self.room + 1
        for written in self._windows(text):
            ends_alike = (written[0] == self.text[0]) + (written[-1] == self.text[-1])
            room = self._room_for(written) if ends_alike == 2 else int(len(self.text) >= _ONE_END)
            if ends_alike and room:
                room = min(room, least - 1)
                distance = OSA.distance(written, self.text, score_cutoff=room)
                if distance <= room:
                    best, least = written, distance
        return best

    def _room_for(self, written: str) -> int:
        """Allow many wrong letters only between two ends that are right."""
        same = written[:_SURE] == self.text[:_SURE] and written[-_SURE:] == self.text[-_SURE:]
        return self.room if same else min(self.room, _SURE)

    def _windows(self, text: str) -> Iterator[str]:
        """Give the parts of a text that may be the term with a slip or two."""
        from rapidfuzz.fuzz import partial_ratio_alignment

        size, room = len(self.text), self.room
        found = partial_ratio_alignment(self.text, text, score_cutoff=_ALIKE)
        if found is None or len(text) < size - room:
            return
        ends = range(max(found.dest_end - room, 1), min(found.dest_end + room, len(text)) + 1)
        for start in range(max(found.dest_start - room, 0), found.dest_start + room + 1):
            begins = text[start : start + 1] == self.text[0]
            for end in ends:
                alike = begins or text[end - 1] == self.text[-1]
                if (
                    alike
                    and abs(end - start - size) <= room
                    and not _BREAKS.search(text, start, end)
                ):
                    yield text[start:end]

    def _differs_lawfully(self, written: str) -> bool:
        """Tell whether only small words were added, left out or changed: ระบบ(การ)ดูแล….

        All that is more than a small word may also stand in other company: the end of การแข่งขัน
        before ศิลปหัตถกรรม is no slip of งานศิลปหัตถกรรม.
        """
        own = _bare(self.text)
        return _bare(written) == own or (len(own) >= _LONG and own in written)


def _one_slip(text: str) -> re.Pattern[str]:
    """Make what finds a short word with one slip between its ends: one half of it is whole."""
    half = len(text) // 2
    first, second = text[:half], text[half:]
    ends = re.escape(text[0]), re.escape(text[-1])
    ahead = f".{{{len(second) - 2},{len(second)}}}"
    behind = f".{{{max(len(first) - 2, 0)},{len(first)}}}"
    return re.compile(f"{re.escape(first)}{ahead}{ends[1]}|{ends[0]}{behind}{re.escape(second)}")


def _bare(text: str) -> str:
    return _SMALL_WORDS.sub("", text)


def _grams(text: str) -> frozenset[str]:
    return frozenset([text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)])
