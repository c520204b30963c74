"""One person spelt several ways, spaces lost in names, and letters of another script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plantrack_nb.check.facts import Facts, RoundKey, round_key
from plantrack_nb.check.reading.texts import source_row
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.check.rules.names.clusters import clusters
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.records import Row
from plantrack_nb.core.vocabulary import NarrativeKind, split_items
from plantrack_nb.measures.places import OWNERS
from plantrack_nb.thai.numbers import format_count
from plantrack_nb.thai.persons import find_persons, person_key, similar, strip_title

_FOREIGN = re.compile(r"[^\u0e00-\u0e7fA-Za-z0-9\s.()'’/\-]")
_TWO_WORDS = re.compile(r"\S \S")
_ONE_NAME = 10


@dataclass(frozen=True)
class Spelling:
    """One way a name is written in one round, with every place where it stands."""

    district: str
    round: RoundKey
    name: str
    refs: tuple[SourceRef, ...]

    @property
    def key(self) -> str:
        """The form without title and spaces."""
        return person_key(self.name)

    @property
    def words(self) -> int:
        """Number of words without the title: given name and surname are two."""
        return len(strip_title(self.name).split())


@rule(
    "name-person",
    Family.NAMES,
    Severity.WARNING,
    title="ชื่อบุคคลเดียวกันน่าจะสะกดต่างกัน",
    title_en="One person's name is probably spelt in several ways",
    why="ชื่อที่สะกดต่างกันทำให้นับภาระงานผิดคน และหนังสือราชการส่งไม่ถึง",
    example="“นางสาวมาลี ใจดี” ที่หนึ่ง และ “นางสาวมาลิ ใจดี” อีกที่หนึ่ง",
    todo="ตรวจกับทะเบียนบุคลากร แล้วใช้ตัวสะกดเดียวกันทั้งเอกสาร",
    alike=0.75,
)
def name_person(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Gather names that differ by few letters; the most often written is suggested."""
    for same in _clusters(_clean(_spellings(facts)), settings["alike"]):
        best, *others = forms = _forms(same)
        usual = best.name if len(best.refs) > len(others[0].refs) else ""
        shown = ", ".join(f"“{one.name}” ({_places(one)})" for one in forms)
        yield Finding(
            "name-person",
            f"person={min(one.key for one in same)}",
            Severity.WARNING,
            f"ชื่อบุคคลเดียวกันน่าจะสะกดต่างกัน {len(forms)} แบบ: {shown}",
            expected=usual,
            found=", ".join(one.name for one in (others if usual else forms)),
            hint=f"น่าจะเป็น “{usual}” ซึ่งพบมากที่สุด ตรวจกับทะเบียนบุคลากรก่อนแก้"
            if usual
            else "พบมากเท่ากัน จึงบอกไม่ได้ว่าแบบใดถูก ตรวจกับทะเบียนบุคลากร",
            refs=tuple(dict.fromkeys(ref for one in [*others, best] for ref in one.refs)),
            district=best.district,
        )


@rule(
    "name-space",
    Family.NAMES,
    Severity.INFO,
    title="ชื่อกับนามสกุลติดกัน หรือเว้นวรรคผิดที่",
    title_en="The space between name and surname is lost or misplaced",
    why="ค้นหาและจัดกลุ่มตามชื่อไม่ได้ครบ",
    example="“นางมาลีใจดี” ที่ถูกคือ “นางมาลี ใจดี”",
    todo="เว้นวรรคหนึ่งวรรคระหว่างชื่อกับนามสกุล",
)
def name_space(facts: Facts, _settings: Settings) -> Iterator[Finding]:
    """Find names in one word, and words parted elsewhere than the same name's other forms."""
    by_key: dict[tuple[object, ...], list[Spelling]] = {}
    for one in _clean(_spellings(facts)):
        by_key.setdefault((one.round, one.key), []).append(one)
    for (_, key), same in by_key.items():
        best = _best(same)
        parted = best.words == 2
        wrong = [one for one in same if strip_title(one.name) != strip_title(best.name)]
        if not parted and best.words == 1 and len(best.key) >= _ONE_NAME:
            wrong = same
        if not wrong:
            continue
        yield Finding(
            "name-space",
            f"person={key}",
            Severity.INFO,
            f"ชื่อ “{wrong[0].name}” ชื่อกับนามสกุลติดกันหรือเว้นวรรคผิดที่",
            expected=best.name if parted else "",
            found=", ".join(dict.fromkeys(one.name for one in wrong)),
            hint=f"เขียนเป็น “{best.name}”" if parted else "เว้นวรรคระหว่างชื่อกับนามสกุล",
            refs=tuple(dict.fromkeys(ref for one in wrong for ref in one.refs)),
            district=best.district,
        )


@rule(
    "name-foreign-letter",
    Family.NAMES,
    Severity.WARNING,
    title="ชื่อมีอักษรที่ไม่ใช่อักษรไทย",
    title_en="A name holds letters of another script",
    why="อักษรที่หน้าตาคล้ายกันแต่เป็นภาษาอื่น ทำให้ค้นหาชื่อไม่พบ",
    example="ชื่อที่มีสระของภาษาลาวปนอยู่",
    todo="พิมพ์ชื่อใหม่ด้วยอักษรไทยทั้งหมด",
    alike=0.75,
)
def name_foreign_letter(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find letters of look-alike scripts in names, as converters of scanned pages leave them."""
    spellings = list(_spellings(facts))
    clean = list(_clean(spellings))
    for one in spellings:
        strange = "".join(dict.fromkeys(_FOREIGN.findall(one.name)))
        if not strange:
            continue
        alike = [
            (similar(one.name, other.name), other.name)
            for other in clean
            if other.round == one.round
        ]
        score, name = max(alike, default=(0.0, ""))
        right = name if score >= settings["alike"] else ""
        yield Finding(
            "name-foreign-letter",
            f"person={_FOREIGN.sub('', one.key)}",
            Severity.WARNING,
            f"ชื่อ “{one.name}” มีอักษร “{strange}” ซึ่งไม่ใช่อักษรไทย",
            expected=right,
            found=one.name,
            hint=f"น่าจะเป็น “{right}”" if right else "พิมพ์ชื่อใหม่ด้วยอักษรไทยทั้งหมด",
            refs=one.refs,
            district=one.district,
        )


def _spellings(facts: Facts) -> Iterator[Spelling]:
    """Take every way a name is written, round by round."""
    places: dict[tuple[RoundKey, str], dict[SourceRef, None]] = {}
    seen: set[tuple[object, ...]] = set()
    for row, name in _named(facts):
        place = (round_key(row), name, row.source_file, source_row(row.source_ref))
        if place not in seen:  # one owner, many lines
            seen.add(place)
            ref = facts.places.near(row, OWNERS, name)
            places.setdefault((round_key(row), name), {})[ref] = None
    for (where, name), refs in places.items():
        yield Spelling(where[0], where, name, tuple(refs))


def _named(facts: Facts) -> Iterator[tuple[Row, str]]:
    """Give every name of a person with its row: owners, and full names in the memo."""
    for row in (*facts.projects, *facts.activities):
        for name in split_items(row.persons):
            yield row, name
    for row in facts.narrative:
        if row.kind == NarrativeKind.MEMO.value:
            for _, _, name in find_persons(row.text):
                if _TWO_WORDS.search(name):
                    yield row, name


def _clean(spellings: Iterable[Spelling]) -> list[Spelling]:
    return [one for one in spellings if not _FOREIGN.search(one.name)]


def _clusters(spellings: list[Spelling], alike: float) -> Iterator[list[Spelling]]:
    """Join spellings of one round that share their beginning or end and are alike."""
    blocks: dict[tuple[object, ...], list[int]] = {}
    for at, one in enumerate(spellings):
        for part in (("begin", one.key[:4]), ("end", one.key[-4:])):
            blocks.setdefault((one.round, *part), []).append(at)
    pairs = (
        (a, b)
        for block in blocks.values()
        for at, a in enumerate(block)
        for b in block[at + 1 :]
        if spellings[a].key == spellings[b].key
        or similar(spellings[a].name, spellings[b].name) >= alike
    )
    for group in clusters(len(spellings), pairs):
        same = [spellings[at] for at in group]
        if len(_keys(same)) > 1:
            yield same


def _keys(spellings: Iterable[Spelling]) -> set[str]:
    return {one.key for one in spellings}


def _best(same: list[Spelling]) -> Spelling:
    """Choose the letters that stand in most places, then the usual two words."""
    places: Counter[str] = Counter()
    for one in same:
        places[one.key] += len(one.refs)
    key = max(places, key=lambda one: (places[one], len(one), one))
    spaced = (one for one in same if one.key == key)
    return max(spaced, key=lambda one: (one.words == 2, len(one.refs), one.name))


def _forms(same: list[Spelling]) -> list[Spelling]:
    """Put spellings that differ in spaces and title only together, most often written first."""
    found: dict[str, list[Spelling]] = {}
    for one in same:
        found.setdefault(one.key, []).append(one)
    forms = [
        replace(_best(alike), refs=tuple(dict.fromkeys(ref for one in alike for ref in one.refs)))
        for alike in found.values()
    ]
    return sorted(forms, key=lambda one: (-len(one.refs), -len(one.key), one.key))


def _places(one: Spelling) -> str:
    return f"{format_count(len(one.refs))} แห่ง"
