"""The figures that a document prints about itself, with what each is about as columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from plantrack_nb.check.facts import Facts
from plantrack_nb.core.records import Row, extended
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.thai.groups import canonical_group
from plantrack_nb.thai.text import squeeze

SUBJECT_KEYS = ("group", "strategy_no", "column", "item", "paragraph", "part")
_SUBJECT = {key: re.compile(rf"(?:^|; ){key}=(.*?)(?=; \w+=|$)") for key in SUBJECT_KEYS}
_LIST_NUMBER = re.compile(r"(?:^|\s)\d{1,2}\. ?")
_TOTAL = re.compile(r"(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|ทุกกลุ่ม)?")

LEVELS = ("in_progress", "not_started", "done", "partial")
BANDS = ("over_70", "upto_70", "nothing", "awaiting", "no_budget")


def printed_figures(facts: Facts) -> list[Row]:
    """Claims of memo, contents, summary and tables, with their subject's keys as columns."""
    return with_keys(row for row in facts.claims if row.kind != ClaimKind.ACTIVITY_TEXT.value)


def with_keys(claims: Iterable[Row]) -> list[Row]:
    """Give claims the keys of their subject as columns.

    Returns
    -------
    list of Row
        The claims in reading order with a text column for each of ``SUBJECT_KEYS`` (``""``
        where the subject lacks it), ``is_total`` and ``group_key`` (see :func:`group_key`).
    """
    return [
        extended(row, **keys, is_total=is_total(keys["group"]), group_key=group_key(keys["group"]))
        for row in claims
        for keys in [_keys(row.subject)]
    ]


@lru_cache(maxsize=4096)
def _keys(subject: str) -> Mapping[str, str]:
    found = {key: pattern.search(subject) for key, pattern in _SUBJECT.items()}
    return {key: one[1] if one else "" for key, one in found.items()}


@lru_cache(maxsize=4096)
def is_total(group: str) -> bool:
    """Tell whether a table's first cell names its total row."""
    return bool(_TOTAL.fullmatch(squeeze(group)))


@lru_cache(maxsize=4096)
def group_key(group: str) -> str:
    """Reduce one or several owner groups to a form that does not depend on order or spelling."""
    names = [piece for piece in _LIST_NUMBER.split(group) if piece.strip()]
    return "|".join(sorted({canonical_group(name) or squeeze(name) for name in names}))
