"""Numbers of projects, wherever the document prints one, against the rows that are there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import isnan

from plantrack_nb.check.facts import ROUND, round_key
from plantrack_nb.check.reading import absent
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, cells, rule
from plantrack_nb.core.records import extended, gathered
from plantrack_nb.core.vocabulary import CLAIM_TH, ClaimKind
from plantrack_nb.thai.numbers import format_count
from plantrack_nb.thai.text import arabic_digits

_ALL = "รวม"
_OF_ALL = re.compile(r"(?:รวม|ทั้งสิ้น|ทั้งหมด|รายกลยุทธ์)[^0-9]{0,25}([0-9,]+)\s*(?:โครงการ|$)")
_TOLD = (ClaimKind.SUMMARY.value, ClaimKind.MEMO.value)
_CONTENTS = ClaimKind.CONTENTS.value


@rule(
    "claim-project-count",
    Severity.ERROR,
    title="จำนวนโครงการที่พิมพ์ไม่ตรงกับตารางความก้าวหน้า",
    title_en="A printed number of projects is not the number of rows",
    why="จำนวนโครงการในสารบัญ บทสรุป และตารางสรุปต้องตรงกับโครงการที่รายงานจริง",
    example="บทสรุปพิมพ์ว่ามี 39 โครงการ แต่ตารางมี 38 โครงการ",
    todo="แก้จำนวน หรือเพิ่มโครงการที่ขาด",
)
def project_count(facts: Facts, _: Settings) -> Hits:
    """Find printed numbers of projects, of a strategy or of all, that are not the rows' number."""
    missing = facts.once(absent.by_strategy)
    for row in facts.once(absent.counts):
        if row.value != row.found:
            gone = missing.get(absent.strategy_key(row))
            causes = [gone] if gone else []
            yield _miscounted(row, f"กลยุทธ์ที่ {row.strategy_no}", row.strategy_no, causes)
    for row in _of_all(facts):
        causes = [gone for key, gone in missing.items() if key[:3] == round_key(row)]
        yield _miscounted(row, "ทุกกลยุทธ์", _ALL, causes)


@rule(
    "claim-contents-sum",
    Severity.ERROR,
    title="จำนวนโครงการรวมในสารบัญไม่เท่ากับผลรวมรายกลยุทธ์",
    title_en="The contents page's total is not the sum of its strategies",
    why="สารบัญเป็นหน้าแรกที่ผู้อ่านเห็นจำนวนโครงการ",
    example="สารบัญพิมพ์ว่ารวม 39 โครงการ แต่รายกลยุทธ์รวมกันได้ 38",
    todo="บวกใหม่ แล้วแก้จำนวนที่ผิด",
)
def contents_sum(facts: Facts, _: Settings) -> Hits:
    """Find contents pages whose strategies do not add up to their total."""
    contents = (row for row in facts.printed if _is_contents(row) and not isnan(row.value))
    for group in gathered(contents, ROUND).values():
        totals = [row for row in group if row.strategy_no == _ALL]
        members = [row for row in group if row.strategy_no.isdecimal()]
        total = sum(row.value for row in members)
        if not totals or not members or totals[0].value == total:
            continue
        yield Hit(
            cell(totals[0], "value"),
            _CONTENTS,
            f"สารบัญพิมพ์ว่ารวม {format_count(totals[0].value)} โครงการ"
            f" แต่จำนวนรายกลยุทธ์รวมกันได้ {format_count(total)}",
            expected=format_count(total),
            found=format_count(totals[0].value),
            hint="ตรวจจำนวนของแต่ละกลยุทธ์กับตารางความก้าวหน้า",
            beside=cells(members, "value"),
        )


def _of_all(facts: Facts) -> Iterator[Row]:
    """Select the claims that count all projects of the round wrongly, with ``found``."""
    held = Counter(map(round_key, facts.in_rows))
    for row in facts.printed:
        found = held[round_key(row)]
        if found and not isnan(row.value) and row.value != found and _counts_all(row):
            yield extended(row, found=found)


def _counts_all(row: Row) -> bool:
    if _is_contents(row):
        return bool(row.strategy_no == _ALL)
    told = row.kind in _TOLD and row.unit == "project"
    said = _OF_ALL.finditer(arabic_digits(row.text)) if told else ()
    return any(one[1].replace(",", "") == format(row.value, ".0f") for one in said)


def _is_contents(row: Row) -> bool:
    return bool(row.kind == _CONTENTS and row.column == "")


def _miscounted(row: Row, of: str, part: str, causes: list[absent.Absent]) -> Hit:
    lost = sum(len(gone.numbers) for gone in causes)
    explained = lost > 0 and row.value - row.found == lost
    listed = ", ".join(gone.listed for gone in causes)
    return Hit(
        cell(row, "value"),
        f"{row.kind}/{part}",
        f"{CLAIM_TH[ClaimKind(row.kind)]}: {of} มี {format_count(row.value)} โครงการ"
        f" แต่ตารางความก้าวหน้ามี {format_count(row.found)} โครงการ",
        expected=format_count(row.found),
        found=format_count(row.value),
        hint=f"น่าจะขาดโครงการ {listed}" if explained else "นับโครงการในตารางความก้าวหน้าอีกครั้ง",
        because_of=causes[0].id if explained else "",
    )
