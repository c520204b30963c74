"""What a cell of a project table can be, told from its text, and which columns can hold it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from plantrack_nb.load.layout.marks import is_marks
from plantrack_nb.load.layout.record import Role
from plantrack_nb.thai.numbers import (
    is_awaiting,
    is_dash,
    is_no_budget,
    parse_amount_with_percent,
    parse_number,
)
from plantrack_nb.thai.text import arabic_digits


class CellKind(StrEnum):
    """What a text looks like, before its column is known."""

    BLANK = "blank"
    PROJECT_NO = "project_no"
    STATUS = "status"
    SMALL_NUMBER = "small_number"
    ZERO = "zero"
    AMOUNT = "amount"
    AMOUNT_WITH_PERCENT = "amount_with_percent"
    BUDGET_MARK = "budget_mark"
    DASH = "dash"
    OWNER = "owner"
    BULLET = "bullet"
    NUMBERED = "numbered"
    INDICATOR = "indicator"
    PROJECT_NAME = "project_name"
    COUNT = "count"
    OBSTACLE = "obstacle"
    TEXT = "text"


BULLETS = "-–•·▪■●○◦‣➢➤✓\uf0a7\uf0b7\uf0d8\uf0fc"
"""Marks of a list, within a regular expression's class; the last are those of a symbol font."""
PROJECT_NO = re.compile(r"^[1-9]\d?(?:\.\d{1,3}){1,2}$")
_CALLED = re.compile(r"^(?:โครงการ)?(?:ที่|ลำดับที่)\s*(?=\d)")
OBSTACLE = re.compile(r"^\s*ปัญหา\s*(?:และ|/)?\s*อุปสรรค\s*[:：]?\s*")
_OWNER = re.compile(r"^(?:\d\.\s*)?(?:กลุ่ม|ทุกกลุ่ม|หน่วยตรวจสอบ|ฝ่าย|ศูนย์|ร\.ร\.|โรงเรียน\S{0,30}$)")
_TITLED = re.compile(r"(?:^|[\s(/])(?:นาย|นาง|นางสาว|น\.ส\.|ว่าที่|ดร\.)[ก-๙]")
_BEGINS = (
    (
        CellKind.BULLET,
        re.compile(rf"^\s*(?:[{BULLETS}]\s*[^\d\s]|\(\d{{1,2}}\)|\d{{1,2}}\)|\(?\d{{1,2}}\)\s)"),
    ),
    (CellKind.INDICATOR, re.compile(r"^\s*(?:\d{1,2}\.\s*)?(?:ร้อยละ|ระดับความสำเร็จ)")),
    (CellKind.NUMBERED, re.compile(r"^\s*\d{1,2}\.\s*[^\d\s]")),
    (CellKind.COUNT, re.compile(r"^\s*(?:จำนวน\s*)?\d+\s*(?:อัตรา|ราย|คน|แห่ง|โรงเรียน)")),
    (CellKind.PROJECT_NAME, re.compile("^โครงการ")),
)
_LONGEST_OWNER = 160

FIT: Mapping[CellKind, Mapping[Role, float]] = MappingProxyType(
    {
        CellKind.PROJECT_NO: {
            Role.NUMBER: 5,
            Role.PROGRESS: 1,
            Role.PERCENT: 1,
            Role.BUDGET: 0,
            Role.DISBURSED: 0,
        },
        CellKind.STATUS: {Role.PROGRESS: 5, Role.STATUS: 5, Role.ACTION: 0},
        CellKind.SMALL_NUMBER: {
            Role.NUMBER: 2,
            Role.PROGRESS: 2.5,
            Role.PERCENT: 2.5,
            Role.DISBURSED: 1,
            Role.BUDGET: 1,
        },
        CellKind.ZERO: {Role.DISBURSED: 3, Role.PERCENT: 2, Role.BUDGET: 1, Role.PROGRESS: 0},
        CellKind.AMOUNT: {Role.BUDGET: 4, Role.DISBURSED: 3, Role.NUMBER: 0},
        CellKind.AMOUNT_WITH_PERCENT: {Role.DISBURSED: 5, Role.BUDGET: -2},
        CellKind.BUDGET_MARK: {Role.BUDGET: 5, Role.DISBURSED: 0},
        CellKind.DASH: {
            Role.BUDGET: 1,
            Role.DISBURSED: 2,
            Role.PERCENT: 2,
            Role.PROGRESS: 1,
            Role.NUMBER: 0,
            Role.OWNER: 0,
        },
        CellKind.OWNER: {Role.OWNER: 4, Role.TARGETS: 0, Role.ACTION: 0, Role.PROJECT: -1},
        CellKind.BULLET: {Role.ACTION: 4, Role.INDICATORS: 1, Role.TARGETS: 0.5, Role.PROJECT: 0},
        CellKind.NUMBERED: {Role.ACTION: 2, Role.TARGETS: 2, Role.INDICATORS: 2, Role.PROJECT: 0},
        CellKind.INDICATOR: {Role.INDICATORS: 3, Role.TARGETS: 1, Role.ACTION: 1},
        CellKind.PROJECT_NAME: {Role.PROJECT: 3, Role.ACTION: 1},
        CellKind.COUNT: {Role.TARGETS: 2, Role.INDICATORS: 0.5, Role.ACTION: 0.5, Role.PROJECT: 0},
        CellKind.OBSTACLE: {Role.ACTION: 2, Role.PROGRESS: 1, Role.INDICATORS: 0, Role.TARGETS: 0},
        CellKind.TEXT: {
            Role.PROJECT: 1,
            Role.TARGETS: 1,
            Role.INDICATORS: 1,
            Role.ACTION: 1,
            Role.OWNER: 0,
            Role.PROGRESS: -1,
        },
    }
)
"""How well a kind suits a column, where that is not what the column's sort says."""
_WORDS = {
    CellKind.OWNER,
    CellKind.BULLET,
    CellKind.NUMBERED,
    CellKind.INDICATOR,
    CellKind.PROJECT_NAME,
    CellKind.COUNT,
    CellKind.OBSTACLE,
    CellKind.TEXT,
}
_TEXTS = {Role.TARGETS, Role.INDICATORS, Role.ACTION}
_AMOUNTS = {Role.COMMITTED, Role.USED, Role.REMAINING, Role.PLANNED}
_NAMED = {Role.NUMBER, Role.PROJECT, Role.BUDGET, Role.DISBURSED, Role.PERCENT, Role.PROGRESS}
_NAMED |= {Role.OWNER, *_TEXTS, *_AMOUNTS}
_FIGURE_AMONG_WORDS = -1.0
MISFIT = -4.0
_MONEY = {
    CellKind.SMALL_NUMBER,
    CellKind.ZERO,
    CellKind.AMOUNT,
    CellKind.AMOUNT_WITH_PERCENT,
    CellKind.BUDGET_MARK,
    CellKind.DASH,
}


@lru_cache(maxsize=4096)
def kind_of(text: str) -> CellKind:
    """Tell what a cell's text looks like."""
    plain = arabic_digits(text).strip()
    if not plain:
        return CellKind.BLANK
    if PROJECT_NO.match(plain) or PROJECT_NO.match(plain_no(plain)):
        return CellKind.PROJECT_NO
    if is_dash(plain):
        return CellKind.DASH
    if is_awaiting(plain) or is_no_budget(plain):
        return CellKind.BUDGET_MARK
    return _kind_of_figure(plain) or _kind_of_words(plain)


def plain_no(text: str) -> str:
    """Take a project's number by itself: "โครงการที่ ๑.๒", "1 . 2" and "1.2)" are 1.2."""
    number = _CALLED.sub("", arabic_digits(text).strip()).rstrip(".)").strip()
    return re.sub(r"(?<=\d) ?\. ?(?=\d)", ".", number)


def fit(kind: CellKind, role: Role | None) -> float:
    """Say how well a kind of cell fits a column: positive is good, :data:`MISFIT` impossible.

    A column of words holds a figure, too (a target of 120), though less well; other columns
    hold whatever their office writes there.
    """
    if kind is CellKind.BLANK or (role is not None and role not in _NAMED):
        return 0.0
    if role in _AMOUNTS:
        own = FIT[kind].get(Role.DISBURSED)
        return MISFIT if own is None else max(own - 1, 0)
    own = FIT[kind].get(role) if role is not None else None
    if own is None and role in _TEXTS:
        return 0.0 if kind in _WORDS or kind is CellKind.DASH else _FIGURE_AMONG_WORDS
    return MISFIT if own is None else own


def _kind_of_figure(plain: str) -> CellKind | None:
    number = parse_number(plain)
    if number is not None:
        if number == 0:
            return CellKind.ZERO
        small = number <= 100 and "," not in plain and ".-" not in plain
        return CellKind.SMALL_NUMBER if small else CellKind.AMOUNT
    lines = _kind_of_lines(plain.split("\n")) if "\n" in plain else None
    if lines is not None:
        return lines
    if is_marks(plain):
        return CellKind.STATUS
    amount = parse_amount_with_percent(plain)
    if amount is None:
        return None
    return CellKind.AMOUNT if amount.percent is None else CellKind.AMOUNT_WITH_PERCENT


def _kind_of_lines(lines: Sequence[str]) -> CellKind | None:
    """Tell the kind of a cell with a figure, a budget word or a dash on each of its lines."""
    kinds = [kind_of(line) for line in lines if line.strip()]
    return kinds[0] if kinds and all(kind in _MONEY for kind in kinds) else None


def _kind_of_words(plain: str) -> CellKind:
    if OBSTACLE.match(plain):
        return CellKind.OBSTACLE
    short = len(plain) <= _LONGEST_OWNER
    if short and (_OWNER.match(plain) or _TITLED.search(plain)):
        return CellKind.OWNER
    return next((kind for kind, begin in _BEGINS if begin.match(plain)), CellKind.TEXT)
