"""No two findings say the same thing: the finest cause wins, the rest hang under it.

A rule that can prove its cause names it itself (``because_of=id_of(…)``). What rules of
different families see of one cell is joined here by :data:`EXPLAINED_BY`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from plantrack_nb.core.findings import Finding, Severity

EXPLAINED_BY: Mapping[str, tuple[str, ...]] = {
    "amount-percent": ("amount-unit", "amount-percent-scale"),
    "amount-parts": ("amount-unit",),
    "amount-over-budget": ("amount-unit", "amount-negative"),
    "amount-committed-over": ("amount-unit", "amount-negative"),
    "claim-group-percent": ("amount-negative", "amount-unit", "amount-parts"),
    "status-money-ahead": ("status-done-left", "status-spent-not-started"),
}
"""Coarse rule to the finer ones, best first: a finding of the coarse rule hangs under a finding
of a finer one whose first cell stands in a row that it involves."""


def id_of(rule: str, subject: str) -> str:
    """Return the id that a finding of ``rule`` about ``subject`` has."""
    return Finding(rule, subject, Severity.INFO, "").id


def hang(findings: Iterable[Finding]) -> list[Finding]:
    """Give each finding its finest cause in ``because_of``.

    A cause that was not found itself (its rule is switched off) is dropped; a chain of causes
    is followed to its end, so that every finding hangs under one that stands by itself. What
    was found twice stands once.
    """
    unique = list(dict.fromkeys(findings))
    found = {(one.district, one.id) for one in unique}
    by_row = _by_row(unique)
    named = [replace(one, because_of=_cause(one, found, by_row)) for one in unique]
    above = {(one.district, one.id): one.because_of for one in named}
    return [replace(one, because_of=_root(one, above)) for one in named]


_Rows = Mapping[tuple[str, str, str, str], str]


def _cause(one: Finding, found: Container[tuple[str, str]], by_row: _Rows) -> str:
    if (one.district, one.because_of) in found:
        return one.because_of
    for code in EXPLAINED_BY.get(one.rule, ()):
        for cell in (*one.cells, *one.beside):
            cause = by_row.get((one.district, code, cell.table, cell.row), "")
            if cause:
                return cause
    return ""


def _by_row(findings: Iterable[Finding]) -> _Rows:
    """Id by district, rule, table and row of the first cell, for the rules that explain."""
    finer = {code for codes in EXPLAINED_BY.values() for code in codes}
    return {
        (one.district, one.rule, one.cells[0].table, one.cells[0].row): one.id
        for one in findings
        if one.rule in finer and one.cells
    }


def _root(one: Finding, above: Mapping[tuple[str, str], str]) -> str:
    """Follow the causes to the last; none where they run in a circle."""
    seen = {one.id}
    cause = last = one.because_of
    while cause:
        if cause in seen:
            return ""
        seen.add(cause)
        last, cause = cause, above[one.district, cause]
    return last
