"""The numbers and bullets that Word puts before list items without writing them into the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plantrack_nb.containers.ooxml import Package, attribute

if TYPE_CHECKING:
    from lxml import etree

_NUMBERING = "word/numbering.xml"
_STYLES = "word/styles.xml"
_PLACE = re.compile(r"%([1-9])")
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_BULLET = "- "

Place = tuple[str, int]  # a list's id and a level in it, the outermost being 0


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: e.g. start 1, format ``decimal``, pattern ``%1.%2``."""

    start: int
    format: str
    pattern: str


@dataclass(slots=True)
class Lists:
    """The lists of a document, and how far each has been counted."""

    levels: dict[Place, Level] = field(default_factory=dict)
    by_style: dict[str, Place] = field(default_factory=dict)
    _counts: dict[Place, int] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> Lists:
        """Read the definitions of a document's lists."""
        lists = cls()
        if _NUMBERING in package.names:
            lists.levels = _levels(package.tree(_NUMBERING))
        if _STYLES in package.names:
            for style in package.tree(_STYLES).iterfind("{*}style"):
                if place := _place(style):
                    lists.by_style[attribute(style, "styleId") or ""] = place
        return lists

    def label(self, paragraph: etree._Element) -> str:
        """Return what stands before a paragraph, counting it; ``""`` when it is no list item."""
        style = paragraph.find("{*}pPr/{*}pStyle")
        inherited = self.by_style.get(attribute(style, "val") or "") if style is not None else None
        place = _place(paragraph) or inherited
        level = self.levels.get(place) if place else None
        if place is None or level is None or level.format == "none":
            return ""
        self._count(place, level)
        if level.format == "bullet":
            return _BULLET
        text = _PLACE.sub(lambda match: self._number(place[0], int(match[1]) - 1), level.pattern)
        return f"{text} " if text else ""

    def _count(self, place: Place, level: Level) -> None:
        self._counts[place] = self._counts.get(place, level.start - 1) + 1
        deeper = [key for key in self._counts if key[0] == place[0] and key[1] > place[1]]
        for key in deeper:
            del self._counts[key]

    def _number(self, list_id: str, depth: int) -> str:
        level = self.levels.get((list_id, depth), Level(1, "decimal", ""))
        return _spell(self._counts.get((list_id, depth), level.start), level.format)


def _levels(root: etree._Element) -> dict[Place, Level]:
    abstract = {attribute(item, "abstractNumId"): item for item in root.iterfind("{*}abstractNum")}
    found = {}
    for number in root.iterfind("{*}num"):
        definition = abstract.get(_value(number, "abstractNumId"))
        for level in () if definition is None else definition.iterfind("{*}lvl"):
            place = attribute(number, "numId") or "", int(attribute(level, "ilvl") or 0)
            found[place] = Level(
                int(_value(level, "start") or 1),
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText") or "",
            )
    return found


def _place(element: etree._Element) -> Place | None:
    properties = element.find("{*}pPr/{*}numPr")
    if properties is None:
        return None
    return _value(properties, "numId") or "", int(_value(properties, "ilvl") or 0)


def _value(element: etree._Element, name: str) -> str | None:
    found = element.find(f"{{*}}{name}")
    return None if found is None else attribute(found, "val")


def _spell(number: int, form: str) -> str:
    match form:
        case "thaiNumbers":
            return str(number).translate(_THAI_DIGITS)
        case "thaiLetters":
            return _letter(number, _THAI_LETTERS)
        case "lowerLetter":
            return _letter(number, _LATIN_LETTERS)
        case "upperLetter":
            return _letter(number, _LATIN_LETTERS.upper())
    return str(number)


def _letter(number: int, letters: str) -> str:
    return letters[number - 1] if 0 < number <= len(letters) else str(number)
