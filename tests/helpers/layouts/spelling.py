"""Types a heading as people do: one of its phrases, now and then with a slip of the pen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from helpers.layouts.phrases import HEADINGS

if TYPE_CHECKING:
    from random import Random

MONEY = frozenset(
    {
        "budget",
        "allocated",
        "planned",
        "transferred",
        "committed",
        "disbursed",
        "spent",
        "remaining",
        "under_budget",
        "under_disbursed",
        "under_remaining",
    }
)
"""Headings to which offices add the unit in brackets."""
OVER_MONEY = frozenset(
    {
        "over_money",
        "over_disbursed",
        "over_kinds",
        "over_quarters",
        "over_cumulative",
        "over_plan_result",
        "over_months",
    }
)


def phrase(slot: str, random: Random, *, plain: bool) -> str:
    """Choose a phrase for a heading, with its places for breaks still in it."""
    return HEADINGS[slot][0] if plain else random.choice(HEADINGS[slot])


def typed(text: str, random: Random, *, plain: bool) -> str:
    """Type a phrase as people do: now and then with a break, a space, or vowels in pieces."""
    if plain or random.random() < 0.5:
        return text.replace("|", "")
    return _MESS[random.choice(tuple(_MESS))](text).replace("|", "")


def in_pieces(text: str) -> str:
    """Spell SARA AM and SARA AE as two signs each, as old documents do."""
    return text.replace("ำ", "\u0e4d\u0e32").replace("แ", "เเ")


_MESS: dict[str, Callable[[str], str]] = {
    "line": lambda text: text.replace("|", "\n", 1),
    "space": lambda text: text.replace("|", " ", 1),
    "pieces": in_pieces,
    "zero width": lambda text: text.replace("|", "\u200b"),
    "no-break": lambda text: text.replace(" ", "\u00a0"),
}
