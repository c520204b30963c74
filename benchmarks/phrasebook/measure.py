"""Hold what the rules tell of the phrase book against what is right and wrong in it.

``python -m benchmarks.phrasebook.measure`` prints recall and false alarms by kind, of the open half
and of the kept one; ``--show KIND`` lists what failed of the open half.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.phrasebook.book import DOCUMENTS, QUIET, Phrase, kinds, phrases
from benchmarks.phrasebook.rounds import district_of, document, tables_of
from plantrack_nb.check import check_tables
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.office.project import find_project
from plantrack_nb.office.register import Register
from plantrack_nb.office.terms import read_terms
from plantrack_nb.thai.text import arabic_digits

Told = list[Finding]
_BY_WORDS = ("status-word", "status-begun", "status-denied", "date-future-deed")
"""The rules that hold a mark against the words beside it."""
_BARE = {"text": "ดำเนินกิจกรรม"}


@dataclass(frozen=True)
class Judged:
    """What was made of a wording: whether its fault was told, and what was told of its right twin.

    Parameters
    ----------
    phrase : Phrase
        The wording.
    found : bool
        Whether an error or a warning that its right twin does not give names its figure.
    alarms : tuple of str
        Errors and warnings on the right twin.
    told : tuple of str
        Those on the wrong one.
    """

    phrase: Phrase
    found: bool
    alarms: tuple[str, ...]
    told: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", nargs="*", metavar="KIND", help="list what failed, open half")
    asked = parser.parse_args(arguments)
    for kind in [*kinds(), QUIET]:
        judged = judge(kind)
        sys.stdout.write(f"{kind:12}{_score(judged, open_=True)}{_score(judged, open_=False)}\n")
        if asked.show is not None and (not asked.show or kind in asked.show):
            sys.stdout.writelines(_failed(one for one in judged if one.phrase.is_open))
    return 0


def judge(kind: str) -> list[Judged]:
    """Judge all wordings of a kind."""
    said = phrases(kind)
    if kind in DOCUMENTS:
        return [*_judged_documents(kind, said)]
    bare = _told([_BARE])[0]
    rights = _told([one.cells(right=True) for one in said])
    wrongs = _told([one.cells(right=False) for one in said])
    return [_judged(*one, bare) for one in zip(said, rights, wrongs, strict=True)]


def _judged_documents(kind: str, said: Iterable[Phrase]) -> Iterator[Judged]:
    project = find_project()
    register = Register.load(project.params / "districts.csv")
    terms = read_terms(project.params / "terms.csv")

    def told(words: str) -> Told:
        reading = document(DOCUMENTS[kind], words, register)
        return check_tables(reading.round.tables, terms=terms, places=reading.located)

    bare = told("")
    for one in said:
        right, wrong = (told(one.cells(right=right)["text"]) for right in (True, False))
        yield _judged(one, right, wrong, bare)


def _told(cells: Sequence[Mapping[str, str]]) -> list[Told]:
    """Check rounds all at once; give what was told of each."""
    terms = read_terms(find_project().params / "terms.csv")
    by_district: dict[str, Told] = {district_of(at): [] for at in range(len(cells))}
    for one in check_tables(tables_of(cells), terms=terms):
        by_district[one.district].append(one)
    return [*by_district.values()]


def _judged(phrase: Phrase, right: Told, wrong: Told, bare: Told) -> Judged:
    known, usual = Counter(map(_key, right)), {one.rule for one in bare}
    alarms = [one for one in right if one.severity is not Severity.INFO and one.rule not in usual]
    new = [one for one in wrong if one.severity is not Severity.INFO and not known[_key(one)]]
    figures = {arabic_digits(one) for one in phrase.figures}
    if phrase.kind == "stages":
        named = [one for one in new if one.rule in _BY_WORDS]
    else:
        named = [one for one in new if _names(one, figures)]
    return Judged(phrase, bool(named), _lines(alarms), _lines(new))


def _key(one: Finding) -> tuple[str, str, str]:
    return one.rule, one.subject, one.message


def _names(one: Finding, figures: Iterable[str]) -> bool:
    said = arabic_digits(f"{one.message} {one.expected} {one.found} {one.hint}")
    return any(_bare(figure) in said.replace(",", "") for figure in figures)


def _bare(figure: str) -> str:
    """Write a figure without what may be printed or not: "1.50" as "1.5"."""
    plain = figure.replace(",", "").lstrip("+")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _lines(findings: Told) -> tuple[str, ...]:
    return tuple(f"{one.rule}: {one.message}" for one in findings)


def _score(judged: Sequence[Judged], *, open_: bool) -> str:
    half = [one for one in judged if one.phrase.is_open is open_]
    found, alarmed = sum(one.found for one in half), sum(bool(one.alarms) for one in half)
    name = "open" if open_ else "kept"
    return f"  {name} {found:3} of {len(half):3}, alarms {alarmed:2}"


def _failed(judged: Iterable[Judged]) -> Iterator[str]:
    for one in judged:
        if one.phrase.kind != QUIET and not one.found:
            yield f"   MISSED {one.phrase.number} {one.phrase.pattern!r}\n"
            yield from (f"          {line}\n" for line in one.told)
        yield from (
            f"   ALARM {one.phrase.number} {one.phrase.pattern!r}\n          {line}\n"
            for line in one.alarms
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
