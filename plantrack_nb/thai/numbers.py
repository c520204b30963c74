"""Numbers as a cell holds them, and as a report prints them.

Amounts in brackets are positive here: offices write "(96,000)" for a remark, not a loss.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from plantrack_nb.thai.text import arabic_digits, squeeze, tidy

PLAIN_NUMBER = r"(?:\d{1,3}(?: ?, ?\d{3})+(?!\d)|\d+)(?:\.\d+)?"
"""One unsigned number, thousands grouped or not, in Arabic digits."""

MULTIPLES = {"ล้าน": 1e6, "แสน": 1e5, "หมื่น": 1e4, "พัน": 1e3}

_CELL = re.compile(
    rf"(?:ร้อย ?ละ|จำนวน|฿)? ?(?:[+](?=\d))?(?P<number>-?{PLAIN_NUMBER}) ?(?:\./?-|/-|\.|-)?"
    rf" ?(?P<multiple>{'|'.join(MULTIPLES)})? ?(?:%|บาทถ้วน|บาท|฿)? ?\*{{0,3}}"
)
_WITH_PERCENT = re.compile(r"(?P<amount>[^()]+?) ?\((?P<percent>[^()]*)\)")
_OVER_PERCENT = re.compile(
    r"(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d+)?) ?/ ?(?P<percent>\d{1,3}(?:\.\d+)? ?%?)"
)
_WITH_NOTE = re.compile(
    rf"(?P<amount>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|{PLAIN_NUMBER}(?= ?(?:บาท|\.-)))"
    r" ?(?:\.-|บาท)? ?\((?P<note>[^()\d]*[ก-ฮA-Za-z][^()\d]*)\)"
)
_DASH = re.compile(r"[-–—−‐‑―_]*")
_AWAITING_TAIL = re.compile(r"(?:งบประมาณ|งบ|เงิน)?(?:(?:จาก)?สพฐ\.?)?(?:เพิ่มเติม)?$")
_AWAITING = ("รอจัดสรร", "รอการจัดสรร", "รอรับจัดสรร", "รอรับการจัดสรร")
_AWAITING_HEAD = re.compile(r"^(?:อยู่)?(?:ใน)?ระหว่าง(?:การ)?(?=ร)")
_AWAITING_TRANSFER = re.compile(r"รอ(?:รับ)?(?:การ)?โอน(?:จัดสรร)?")
_NO_BUDGET = re.compile(r"ไม่(?:ขอ)?(?:ได้)?(?:ใช้|มี)(?:เงิน)?งบ(?:ประมาณ)?")
_EDGES = "()[]-–.* "
_ROOM_FOR_ANY_FLOAT = Context(prec=330)
_NOTHING = "-"
_REMEMBERED = 4096
"""Texts whose figures are remembered: most cells of a table hold what another holds too."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in baht, and the percent or the words in brackets beside it, if any."""

    value: float
    percent: float | None = None
    note: str = ""


@lru_cache(maxsize=_REMEMBERED)
def parse_number(text: str) -> float | None:
    """Read a cell that holds one number; ``None`` when it holds anything else.

    Negative only with a minus directly before the first digit. "1.5 ล้านบาท" is 1500000.
    """
    text = arabic_digits(tidy(text)).replace("\n", " ")
    while text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    match = _CELL.fullmatch(text)
    return None if match is None else to_float(match["number"], match["multiple"])


def to_float(digits: str, multiple: str | None = None) -> float | None:
    """Turn matched digits into a number; ``None`` when no float is large enough."""
    value = float(digits.replace(",", "").replace(" ", "")) * MULTIPLES.get(multiple or "", 1)
    return value if math.isfinite(value) else None


@lru_cache(maxsize=_REMEMBERED)
def parse_amount_with_percent(text: str) -> Amount | None:
    """Read "386,510 (98.05)", "25,000/50", "30,000 (สพฐ.)", or an amount; else ``None``."""
    text = tidy(text).replace("\n", " ")
    noted = _WITH_NOTE.fullmatch(arabic_digits(text))
    if noted is not None:
        value = to_float(noted["amount"])
        return None if value is None else Amount(value, None, noted["note"].strip())
    match = _WITH_PERCENT.fullmatch(text) or _OVER_PERCENT.fullmatch(arabic_digits(text))
    if match is None:
        value = parse_number(text)
        return None if value is None else Amount(value)
    value, percent = parse_number(match["amount"]), parse_number(match["percent"])
    return None if value is None or percent is None else Amount(value, percent)


@lru_cache(maxsize=_REMEMBERED)
def is_dash(text: str) -> bool:
    """Tell whether a cell says "nothing": empty, or dashes only."""
    return _DASH.fullmatch(squeeze(text)) is not None


def is_awaiting(text: str) -> bool:
    """Tell whether a cell says that money is awaited, however damaged (รจัดสรร, รอกจัดสรร).

    A sentence that only mentions it does not count, nor does "received" (ได้รับจัดสรร).
    """
    stem = _awaiting_stem(text)
    if _AWAITING_TRANSFER.fullmatch(stem):
        return True
    if not stem.startswith("ร") or stem.startswith("รับ"):
        return False
    from rapidfuzz.distance import Levenshtein

    return any(Levenshtein.distance(stem, known, score_cutoff=1) <= 1 for known in _AWAITING)


def spells_awaiting(text: str) -> bool:
    """Tell whether a cell says that money is awaited, and spells it right."""
    stem = _awaiting_stem(text)
    return stem in _AWAITING or _AWAITING_TRANSFER.fullmatch(stem) is not None


def _awaiting_stem(text: str) -> str:
    return _AWAITING_HEAD.sub("", _AWAITING_TAIL.sub("", squeeze(text).strip(_EDGES)))


def is_no_budget(text: str) -> bool:
    """Tell whether a cell says that no budget is used (ไม่ใช้งบ)."""
    return _NO_BUDGET.fullmatch(squeeze(text).strip(_EDGES)) is not None


def format_baht(value: float | None) -> str:
    """Print an amount: "138,298,687", with satang only when there are any: "4,813.93"."""
    return _printed(value, grouped=True)


def format_percent(value: float | None) -> str:
    """Print a percent without its sign: "56.36", "40.10", "100"."""
    return _printed(value, grouped=False)


def format_count(value: float | None) -> str:
    """Print a count of things: "1,019"."""
    return _printed(value, grouped=True)


def format_decimal(value: float, decimals: int, *, grouped: bool = True) -> str:
    """Print a number with so many decimals: halves away from zero, no minus before a zero."""
    step = Decimal(1).scaleb(-decimals)
    exact = Decimal(repr(value)).quantize(step, ROUND_HALF_UP, _ROOM_FOR_ANY_FLOAT)
    return format(exact or abs(exact), ",f" if grouped else "f")


@lru_cache(maxsize=4096)
def _printed(value: float | None, *, grouped: bool) -> str:
    if value is None or not math.isfinite(value):
        return _NOTHING
    return format_decimal(float(value), 2, grouped=grouped).removesuffix(".00")
