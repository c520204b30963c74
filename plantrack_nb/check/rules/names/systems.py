"""Information systems and other Latin acronyms that are written in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.check.rules.names.spelt import listed, spelt, word_finding
from plantrack_nb.core.findings import Finding, Severity

SYSTEMS = {"EMENSCR": "eMENSCR", "GFMIS": "GFMIS", "EMES": "e-MES", "CATAS": "CATAS"}
"""Information systems that offices report to: letters alone, and the right spelling."""

_LATIN = re.compile(r"(?<![A-Za-z])(?:e[ -]?[A-Z]{3,}s?|[A-Z]{4,})(?![A-Za-z])")
_FEW_LETTERS = 5
_BETWEEN = r"(?: ?[/,] ?| ?และ ?)"
_THREE = re.compile(
    rf"(?<![A-Za-z])([A-Z]{{2,4}}){_BETWEEN}([A-Z]{{2,4}}){_BETWEEN}([A-Z]{{2,4}})(?![A-Za-z])"
)
_ITA = ("IIT", "EIT", "OIT")
"""The three questionnaires of the integrity and transparency assessment."""


@rule(
    "name-system",
    Family.NAMES,
    Severity.WARNING,
    title="ชื่อระบบสารสนเทศสะกดผิดหรือสะกดหลายแบบ",
    title_en="An information system is misspelt or spelt in several ways",
    why="ผู้รับรายงานค้นหาชื่อระบบไม่พบ และไม่แน่ใจว่าเป็นระบบเดียวกันหรือไม่",
    example="“eMEMSCR” ที่ถูกคือ “eMENSCR”",
    todo="ใช้ชื่อระบบตามที่หน่วยงานเจ้าของระบบสะกดทุกแห่ง",
    letters=2.0,
)
def name_system(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Hold words in Latin capitals against the known systems; a hyphen alone is an info."""
    found = spelt(facts, "[A-Z]{3}", _LATIN, lambda match: _system(match[0], settings["letters"]))
    for (where, right), written in found.items():
        wrong = {form: refs for form, refs in written.items() if form != right}
        letters = any(_letters(form) not in SYSTEMS for form in wrong)
        if wrong:
            yield word_finding(
                "name-system",
                Severity.WARNING if letters else Severity.INFO,
                f"system={right}",
                f"ชื่อระบบ {right} เขียนเป็น {listed(wrong)}",
                right=right,
                wrong=wrong,
                where=where,
            )


def _system(word: str, letters: float) -> str:
    """Return the right spelling of a known system, or "" for any other word."""
    from rapidfuzz.distance import OSA

    key = _letters(word)
    if key in SYSTEMS:
        return SYSTEMS[key]
    for known, right in SYSTEMS.items():
        room = letters if len(known) > _FEW_LETTERS else letters - 1
        if len(known) >= _FEW_LETTERS and OSA.distance(key, known) <= room:
            return right
    return ""


def _letters(word: str) -> str:
    return re.sub("[ -]", "", word).upper()


@rule(
    "name-acronym",
    Family.NAMES,
    Severity.INFO,
    title="ชื่อย่อภาษาอังกฤษที่ต่างกันเพียงตัวอักษรเดียว",
    title_en="Acronyms that differ in one letter only",
    why="อาจเป็นสิ่งเดียวกันที่พิมพ์ผิดแห่งหนึ่ง",
    example="“ABCDE” และ “ABCDF”",
    todo="ตรวจว่าเป็นสิ่งเดียวกันหรือไม่ แล้วใช้ตัวสะกดเดียว",
)
def name_acronym(facts: Facts, _settings: Settings) -> Iterator[Finding]:
    """Pair acronyms of five letters or more that are no known system."""
    from rapidfuzz.distance import OSA

    found = spelt(facts, "[A-Z]{5}", _LATIN, lambda match: match[0][0])
    for (where, _), written in found.items():
        words = sorted(form for form in written if _is_acronym(form))
        for a, b in combinations(words, 2):
            if OSA.distance(a, b) > 1:
                continue
            wrong, right = sorted((a, b), key=lambda one: len(written[one]))
            yield word_finding(
                "name-acronym",
                Severity.INFO,
                f"acronym={a}/{b}",
                f"ชื่อย่อ “{a}” และ “{b}” ต่างกันเพียงตัวอักษรเดียว",
                right=right,
                wrong={wrong: written[wrong]},
                where=where,
            )


def _is_acronym(word: str) -> bool:
    return len(word) >= _FEW_LETTERS and word.isupper() and word not in SYSTEMS


@rule(
    "name-questionnaire",
    Family.NAMES,
    Severity.WARNING,
    title="ชื่อแบบวัด ITA สะกดผิด",
    title_en="One of IIT, EIT and OIT is misspelt beside the other two",
    why="แบบวัดทั้งสามส่วนมีผู้ตอบต่างกัน ชื่อที่ผิดทำให้เก็บข้อมูลผิดกลุ่ม",
    example="“IT/EIT/OIT” ที่ถูกคือ “IIT/EIT/OIT”",
    todo="แก้ชื่อแบบวัดให้ถูก",
)
def name_questionnaire(facts: Facts, _settings: Settings) -> Iterator[Finding]:
    """Find lists of three of which two are known and the third is not."""
    for (where, right), written in spelt(facts, "[EIO]IT", _THREE, _one_wrong).items():
        yield word_finding(
            "name-questionnaire",
            Severity.WARNING,
            f"questionnaire={right}",
            f"แบบวัด ITA เขียนเป็น {listed(written)} ที่ถูกมี {', '.join(_ITA)} จึงน่าจะหมายถึง {right}",
            right=right,
            wrong=written,
            where=where,
        )


def _one_wrong(match: re.Match[str]) -> str:
    """Return the questionnaire that should stand in the place of the unknown one, or ""."""
    lacking = [one for one in _ITA if one not in match.groups()]
    unknown = [one for one in match.groups() if one not in _ITA]
    return lacking[0] if len(lacking) == len(unknown) == 1 else ""
