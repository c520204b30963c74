"""What people wrote into the document's narrative, sorted into the parts of the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from plantrack_nb.core.vocabulary import ClaimKind, NarrativeKind
from plantrack_nb.thai.text import arabic_digits

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.core.schema import Round

_NUMBER = re.compile(r"\(?(?:(\d{1,2}(?:\.\d{1,2})+)[.)]?\s+|(\d{1,2})[.)]\s*)(?=\D)")
_TURN = re.compile(r"^/.*(?:\.{2,}|…)$")
"""What stands at the foot of a page to announce the next: "/จะลงมือ..."."""

_HEADS = {
    "ข้อเท็จจริง": "facts",
    "ข้อกฎหมาย": "law",
    "ข้อเสนอ": "proposal",
    "ข้อพิจารณา": "points",
    "คำนำ": "rest",
    "สารบัญ": "rest",
}
"""Words that begin a part of what stands before the table of progress."""

_LETTERHEAD = re.compile(r"^(?:บันทึกข้อความ|ส่วนราชการ|ที่|วันที่|เรื่อง|เรียน)(?:\s|$)")
_MADE_FOR = re.compile(r"(?:ปีงบประมาณ|รอบ\s*\d+\s*เดือน)")
_TITLE = re.compile(r"^รายงานผล")


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, with its number (``"1.1.1"`` or ``""``) and where it stands."""

    text: str
    number: str = ""
    ref: str = ""


@dataclass(frozen=True)
class Written:
    """The words of the document that no table gives.

    Parameters
    ----------
    facts : tuple of Item
        The memo's facts: frame of the budget, reasons.
    law, proposal : str
        The legal reference and the proposal.
    points : tuple of Item
        The points for decision.
    motto : str
        The words under the office's name on the cover.
    summary : tuple of str
        Paragraphs of the summary; those that count projects are left out, to be composed anew.
    obstacles, recommendations : tuple of Item
        Of the whole round.
    """

    facts: tuple[Item, ...] = ()
    law: str = ""
    proposal: str = ""
    points: tuple[Item, ...] = ()
    motto: str = ""
    summary: tuple[str, ...] = ()
    obstacles: tuple[Item, ...] = ()
    recommendations: tuple[Item, ...] = ()

    @property
    def frame(self) -> tuple[Item, ...]:
        """The facts with a number: what money there is, and for what."""
        return tuple(one for one in self.facts if one.number)

    @property
    def reasons(self) -> tuple[Item, ...]:
        """The facts without one: how the work went, and why."""
        return tuple(one for one in self.facts if not one.number)


def written(loaded: Round) -> Written:
    """Sort a round's narrative into the parts of the report. Signatures are left out."""
    narrative = loaded.narrative[loaded.narrative["project_no"] == ""]
    memo = _items(narrative, NarrativeKind.MEMO)
    sections = _sections(memo)
    counted = loaded.claims[loaded.claims["kind"] == ClaimKind.SUMMARY.value]
    counting = set(counted.loc[counted["unit"] == "project", "source_ref"])
    return Written(
        tuple(_facts(sections)),
        _joined(sections["law"]),
        _joined(sections["proposal"]),
        tuple(_points(sections["points"])),
        _motto(memo),
        tuple(
            one.text for one in _items(narrative, NarrativeKind.SUMMARY) if one.ref not in counting
        ),
        tuple(_items(narrative, NarrativeKind.OBSTACLE)),
        tuple(_items(narrative, NarrativeKind.RECOMMENDATION)),
    )


def _items(narrative: pd.DataFrame, kind: NarrativeKind) -> list[Item]:
    rows = narrative[narrative["kind"] == kind.value]
    pairs = zip(rows["text"], rows["source_ref"], strict=True)
    return [_item(text, ref) for text, ref in pairs if text.strip()]


def _item(text: str, ref: str) -> Item:
    plain = " ".join(text.split())
    number = _NUMBER.match(plain)
    return (
        Item(plain[number.end() :], number[1] or number[2], ref) if number else Item(plain, "", ref)
    )


def _sections(memo: Iterable[Item]) -> dict[str, list[Item]]:
    """Part the memo at its headings; ``""`` holds what stands before the first."""
    sections: dict[str, list[Item]] = {name: [] for name in ("", *_HEADS.values())}
    part = ""
    for one in _turned(memo):
        head = next((name for start, name in _HEADS.items() if one.text.startswith(start)), "")
        part = head or part
        rest = replace(one, text=one.text.partition(" ")[2].strip()) if head else one
        sections[part] += [rest] if rest.text else []
    return sections


def _facts(sections: dict[str, list[Item]]) -> list[Item]:
    """Take the facts; of a memo without that heading, all but its letterhead."""
    plain = [one for one in sections[""] if not _LETTERHEAD.match(one.text)]
    return sections["facts"] or plain


def _points(items: Iterable[Item]) -> Iterator[Item]:
    """Take the numbered points, and leave the signatures below them."""
    return takewhile(_is_numbered, dropwhile(lambda one: not one.number, items))


def _is_numbered(one: Item) -> bool:
    return bool(one.number)


def _joined(items: Iterable[Item]) -> str:
    return " ".join(one.text for one in items)


def _turned(items: Iterable[Item]) -> list[Item]:
    """Join a paragraph that a page's turn cut in two."""
    joined: list[Item] = []
    turning = False
    for one in items:
        if _TURN.match(one.text):
            turning = True
        elif turning and joined:
            last = joined.pop()
            joined.append(replace(last, text=f"{last.text} {one.text}"))
            turning = False
        else:
            joined.append(one)
    return joined


def _motto(memo: Iterable[Item]) -> str:
    """Find the cover: the office's name, its motto, the report's title, one below the other."""
    lines = [one.text for one in memo if not one.number]
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        plain = arabic_digits(line)
        named = above.startswith("สำนักงานเขตพื้นที่การศึกษา") and _TITLE.match(below)
        if named and not _MADE_FOR.search(plain):
            return line
    return ""
