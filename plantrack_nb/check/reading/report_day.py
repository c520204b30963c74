"""The last day that a report can know of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plantrack_nb.check.facts import ROUND, Facts, RoundKey, round_key
from plantrack_nb.check.hits import Spot
from plantrack_nb.check.reading.running_text.readings import dates_of
from plantrack_nb.check.reading.running_text.texts import (
    NARRATIVE,
    Text,
    all_texts,
    dated_rounds,
    texts,
)
from plantrack_nb.core.calendar import quarter_end, thai_date
from plantrack_nb.core.records import firsts
from plantrack_nb.core.vocabulary import NarrativeKind
from plantrack_nb.thai.dates import DateSpan, Precision

LETTER = re.compile(r"(?:ลงวันที่|ลง ?วัน[ก-๎ ]*ที่|สั่ง ?ณ ?วันที่) ?$")
"""Before the day of a letter or an order."""
_DATED = r"^\s*วันที่\s*(?=[\d๐-๙])"


@dataclass(frozen=True, slots=True)
class Limit:
    """The last day a report can know of: its own date if it prints one, else the round's end."""

    day: date
    round_end: date
    said: str
    spots: tuple[Spot, ...]


def limits(facts: Facts) -> dict[RoundKey, Limit]:
    """Find for each round the day that the memo bears, or its end; for :meth:`Facts.once`."""
    made: dict[RoundKey, Limit] = {}
    for row in dated_rounds(firsts(facts.once(all_texts), ROUND).values()):
        end = quarter_end(row.fiscal_year, row.quarter)
        made[round_key(row)] = Limit(end, end, f"วันสิ้นรอบรายงาน {thai_date(end)}", ())
    for row, span in memo_days(facts):
        limit = made[round_key(row)]
        if not limit.spots and span.end >= limit.round_end:
            said = f"วันที่ของบันทึกข้อความ {thai_date(span.end)}"
            own = row.spot(span.words)
            made[round_key(row)] = Limit(span.end, limit.round_end, said, (own,))
    return made


def memo_days(facts: Facts) -> Iterator[tuple[Text, DateSpan]]:
    """Give the lines of memos that hold their day, "วันที่ 22 เมษายน 2565", with it."""
    for row in dated_rounds(texts(facts, _DATED, (NARRATIVE,))):
        spans = [one for one in dates_of(facts, row.text) if one.precision is Precision.DAY]
        if row.kind == NarrativeKind.MEMO.value and spans:
            yield row, spans[0]
