"""The figures that a document prints about itself, with what each is about as columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from plantrack_nb.core.records import Row, widened
from plantrack_nb.core.vocabulary import TOTAL, ClaimKind
from plantrack_nb.thai.groups import canonical_group, combination
from plantrack_nb.thai.text import squeeze

_KEYS = ("group", "strategy_no", "column", "item", "paragraph")
_ABOUT = (*_KEYS, "is_total", "group_key", "label")
_KEY = re.compile(r"(?:^|; )(\w+)=(.*?)(?=; \w+=|\Z)", re.DOTALL)
_LIST_NUMBER = re.compile(r"(?:^|\s)\d{1,2}\. ?")
_TOTAL = re.compile(r"(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|ทุกกลุ่ม)?")
_REMEMBERED = 4096
"""The same few subjects and groups stand in every row."""


def printed_figures(claims: Iterable[Row]) -> list[Row]:
    """Take the claims of memo, contents, summary and tables, with the keys of their subject.

    Returns
    -------
    list of Row
        The claims in reading order with the text columns ``group``, ``strategy_no``, ``column``,
        ``item`` and ``paragraph`` (``""`` where the subject lacks it); ``is_total``;
        ``group_key`` (see :func:`group_key`) and ``label``, the official name of the row.
    """
    in_activity = ClaimKind.ACTIVITY_TEXT.value
    told = (row for row in claims if row.kind != in_activity)
    return widened(told, _ABOUT, lambda row: _about(row.subject))


@lru_cache(maxsize=_REMEMBERED)
def _about(subject: str) -> tuple[str | bool, ...]:
    keys = keys_of(subject)
    group = keys.get("group", "")
    own = [keys.get(name, "") for name in _KEYS]
    return (*own, is_total(group), group_key(group), _label(group))


@lru_cache(maxsize=_REMEMBERED)
def keys_of(subject: str) -> Mapping[str, str]:
    """Read a subject, ``"group=กลุ่มอำนวยการ; column=done"``; of equal keys the first counts."""
    return dict(reversed(_KEY.findall(subject)))


@lru_cache(maxsize=_REMEMBERED)
def is_total(group: str) -> bool:
    """Tell whether a table's first cell names its total row."""
    return bool(_TOTAL.fullmatch(squeeze(group)))


@lru_cache(maxsize=_REMEMBERED)
def group_key(group: str) -> str:
    """Reduce one or several owner groups to a form that does not depend on order or spelling."""
    return "|".join(sorted({canonical_group(name) or squeeze(name) for name in _names(group)}))


@lru_cache(maxsize=_REMEMBERED)
def _label(group: str) -> str:
    return TOTAL if is_total(group) else combination(_names(group))


def _names(group: str) -> list[str]:
    return [piece for piece in _LIST_NUMBER.split(group) if piece.strip()]
