"""The phrase book: how it is read, and that it is worth measuring with."""

from __future__ import annotations

import pytest

from benchmarks.phrasebook.book import QUIET, Phrase, kinds, phrases
from benchmarks.phrasebook.measure import judge

LEAST = 8
LEAST_RECALL = 0.9


def test_a_wording_has_a_right_and_a_wrong_twin() -> None:
    """Brackets choose, braces are only named, cells beside stand before the text."""
    one = Phrase("parts", 1, "targets=ครู 9 คน ‖ text=อบรม {3} คน⏎[4|5] คน")
    assert one.cells(right=True) == {"targets": "ครู 9 คน", "text": "อบรม 3 คน\n4 คน"}
    assert one.cells(right=False)["text"] == "อบรม 3 คน\n5 คน"
    assert one.figures == {"3", "4", "5"}
    assert one.is_open


@pytest.mark.parametrize("kind", [*kinds()])
def test_each_kind_is_worded_in_many_ways(kind: str) -> None:
    """At least eight wordings, each with one right and one wrong figure, none twice."""
    some = phrases(kind)
    assert len(some) >= LEAST
    assert len({one.pattern for one in some}) == len(some)
    for one in some:
        assert one.cells(right=True) != one.cells(right=False), one.pattern


def test_the_open_half_is_found_and_quiet_sentences_are_silent() -> None:
    """What was mended stays mended: parts of a whole, and sentences meant to provoke."""
    opened = [one for one in judge("parts") if one.phrase.is_open]
    assert sum(one.found for one in opened) >= LEAST_RECALL * len(opened)
    assert not [one.alarms for one in opened if one.alarms]
    quiet = [one for one in judge(QUIET) if one.phrase.is_open]
    assert not [one.phrase.pattern for one in quiet if one.alarms]
