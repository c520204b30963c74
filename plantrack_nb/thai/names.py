"""Who is responsible: an owner cell taken apart into groups, persons and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plantrack_nb.thai.groups import canonical_group
from plantrack_nb.thai.persons import TITLE
from plantrack_nb.thai.text import THAI_LETTER, squeeze, tidy

_BRACKET = re.compile(r"\(([^()]*)(?:\)|$)|^([^()]*)\)")
_LIST_NUMBER = re.compile(r"(?:^|(?<=[\s)/,]))\d{1,2}[.)] ?(?=\D)")
_OWNER = r"ทุกกลุ่ม|กลุ่ม|หน่วย|ฝ่าย|ศูนย์|ร\. ?ร\.|โรงเรียน"
_PERSON = rf"{TITLE}\s?(?=[ก-ฮเ-ไ])"
_START = re.compile(rf"(?:(?<![{THAI_LETTER}])|(?<=และ))(?:{_OWNER}|{_PERSON})")
_TITLED = re.compile(_PERSON)
_WRAP = re.compile(f"(?<=[{THAI_LETTER}]) (?=[{THAI_LETTER}])")
_SEPARATORS = re.compile(r"\s*[/,;]\s*")
_EDGES = " /,;"
_CUT = "\n"


@dataclass(frozen=True, slots=True)
class Owners:
    """Groups and persons in the order they stand; ``rest`` is what is neither.

    A name that stands there twice is listed once, and again in ``repeated``.
    """

    groups: tuple[str, ...]
    persons: tuple[str, ...]
    rest: str
    repeated: tuple[str, ...] = ()


def split_owners(text: str) -> Owners:
    """Take an owner cell apart: "1.กลุ่มนโยบายฯ (นางก ข/ น.ส.ค ง) 2.ทุกกลุ่ม".

    Works on either half of a cell that a page cut, and on numbered lists. A space that a line
    break left within a group's name goes when the name is then a known group. A school or a
    centre stands among the groups. Nothing is lost: what is neither goes to ``rest``.
    """
    text = tidy(text).replace("\n", " ")
    groups: list[str] = []
    persons: list[str] = []
    rest: list[str] = []
    for piece in _pieces(text):
        if _TITLED.match(piece):
            persons.append(piece)
        elif _START.match(piece):
            group, left = _group(piece)
            groups.append(group)
            rest.append(left)
        else:
            rest.append(piece)
    named = (tuple(dict.fromkeys(groups)), tuple(dict.fromkeys(persons)))
    return Owners(*named, " ".join(filter(None, rest)), _repeated(groups) + _repeated(persons))


def _repeated(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for at, name in enumerate(names) if name in names[:at])


def _pieces(text: str) -> list[str]:
    """Cut a cell where a list number, a bracket, a slash, a group or a title begins."""
    text = _BRACKET.sub(lambda found: _CUT + (found[1] or found[2] or "") + _CUT, text)
    text = _LIST_NUMBER.sub(_CUT, text)
    text = _SEPARATORS.sub(_CUT, text)
    text = _START.sub(lambda found: _CUT + found[0], text)
    return [piece.strip(_EDGES) for piece in text.split(_CUT) if piece.strip(_EDGES)]


def _group(piece: str) -> tuple[str, str]:
    """Mend a group's name, and return what stands behind a known one apart."""
    if canonical_group(piece):
        return _mended(piece), ""
    words = piece.split(" ")
    for count in range(len(words) - 1, 0, -1):
        begun = " ".join(words[:count])
        if canonical_group(begun):
            return _mended(begun), " ".join(words[count:])
    return piece, ""


def _mended(name: str) -> str:
    official = canonical_group(name) or name
    return official if squeeze(official) == squeeze(name) else _WRAP.sub("", name)
