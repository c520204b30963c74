"""What an activity's words say of its progress against its mark, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack_nb.check.facts import round_key
from plantrack_nb.check.reading.marks import mark
from plantrack_nb.check.reading.report_day import Limit, limits
from plantrack_nb.check.reading.running_text.phrases import about, activity_keys, quoted
from plantrack_nb.check.reading.running_text.readings import dates_of, readings, told_stages
from plantrack_nb.check.reading.running_text.texts import dated_rounds
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.quantities.undone import undone
from plantrack_nb.thai.dates import DateSpan, Precision
from plantrack_nb.thai.numbers import format_percent
from plantrack_nb.thai.stages import Said, Stage

_FINISHED = (Stage.DONE, Stage.TOLD)
_IDLE = (Stage.NOT_BEGUN, Stage.CALLED_OFF)
_ONE_OF_SEVERAL = re.compile(
    r"(?:รุ่น|ครั้ง|ระยะ|รอบ|งวด|ไตรมาส|ภาคเรียน|ช่วง|ขั้น|กลุ่ม|เดือน)(?:ที่)? ?[\d๐-๙]|แรก"
)
_GOES_ON = re.compile(
    r"^ ?(?:กิจกรรม|ขั้นตอน|ขั้น|ข้อ|รุ่น|ครั้ง|ระยะ|งวด)(?:ที่)? ?[\d๐-๙]"
    r"|จะ|กำหนด|ต่อไป|ถัดไป|ต่อเนื่อง|เตรียม|ขั้นตอน|(?<!ตั้ง)แต่"
)
_GIVEN = re.compile(
    r"ได้รับ|อนุมัติ|อนุญาต|เห็นชอบ|จัดสรร|โอน|รับทราบ|กำหนด|วางแผน|ขอ|เสนอ|ประชุมแล้ว|เลื่อน|งบ|เอกสาร"
)
_OTHER_DAY = re.compile(
    r"ลงวันที่ ?$|ข้อมูล[ก-๎ ]*$|ตั้งแต่[ก-๎ ]*$|หนังสือ|คำสั่ง|ประกาศ|มติ|กำหนด|จะ|แผน|คาดว่า"
    r"|ภายใน|งบ|เลื่อน|นัด|เดิม|ไม่|โอน|จัดสรร|อนุมัติ|สัญญา"
)
_TO_COME = re.compile(r"ภายใน|กำหนด|จะ|คาดว่า|ต่อไป|ครั้งที่|รอบ(?:ที่)?|ระยะที่|รุ่นที่|ครั้งต่อ")
_NO_TASK = re.compile(
    r"ผู้(?:ผ่าน|ชนะ|ได้รับ)|ตัวแทน|สัญญา|ประกัน|หมดอายุ|ถึงวันที่|แผน|ปฏิทิน|ตั้งแต่|เผยแพร่|ใช้งาน|ครบกำหนด|เกษียณ"
)
_RESULT = re.compile("ได้รับรางวัล|ชนะเลิศ|ได้(?:รับ)?เหรียญ|พึงพอใจ|ผ่านเกณฑ์|ผลการประเมิน|คะแนนเฉลี่ย")
_AIMED = re.compile(
    "จะ|เพื่อ|ให้|เป้าหมาย|ไม่น้อยกว่า|อย่างน้อย|กำหนด|คาด|แผน|ขึ้นไป|เกณฑ์การ|ปี(?:การศึกษา)?ที่|ปีก่อน|เดิม"
)
_PAID = re.compile(r"(?:เบิก|จ่าย|โอน|จัดสรร)[ก-๎ ]{0,12}$")
_NEAR, _CLAUSE = 30, 50


@rule(
    "status-word",
    title="ข้อความบอกว่าเสร็จแล้วหรือยังไม่ได้ทำ แต่สถานะเป็นระหว่างดำเนินการ",
    title_en="The words say it is finished or was never begun, the mark that it is under way",
    why="ผู้อ่านไม่รู้ว่าจะเชื่อข้อความหรือสถานะ และสรุปผลนับงานที่เสร็จแล้วขาดไป",
    example="“ตรวจสอบโรงเรียนเรียบร้อยแล้ว จำนวน 17 แห่ง” แต่ความก้าวหน้าร้อยละ 85",
    todo="แก้สถานะเป็นสำเร็จแล้ว หรือเขียนว่างานส่วนใดยังเหลือ",
)
def finished_in_words(facts: Facts, _: Settings) -> Hits:
    """Find finished and unbegun work marked as under way; what is planned says nothing."""
    for row in facts.activities:
        if row.status != Status.IN_PROGRESS.value or row.progress_pct >= 100:
            continue
        said = facts.once(told_stages)[row.text]
        done = [one for one in said if one.stage is Stage.DONE]
        if done and said[-1].stage in _FINISHED and not _is_part(facts, row, done[-1]):
            yield _contradicted(row, row.text[done[-1].start :], Status.DONE)
        elif len(said) == 1 and said[0].stage in _IDLE and not row.text[: said[0].start].strip():
            yield _contradicted(row, row.text, Status.NOT_STARTED)


def _is_part(facts: Facts, row: Row, done: Said) -> bool:
    """Tell whether only a part of the work is told as finished."""
    before = row.text[max(done.start - _NEAR, 0) : done.start]
    behind = row.text[done.end :]
    some = _ONE_OF_SEVERAL.search(before) or _GOES_ON.search(behind) or _PAID.search(before)
    return some is not None or undone(facts.once(readings)[row.text]) != ""


@rule(
    "status-begun",
    title="ข้อความบอกว่าทำแล้วหรือกำลังทำ แต่สถานะยังไม่ดำเนินการ",
    title_en="The words tell of a deed, the mark says not started",
    why="งานที่ทำไปแล้วไม่ถูกนับในสรุปผล หรือข้อความคัดลอกมาจากแผนหรือกิจกรรมอื่น",
    example="“เปิดรับลงทะเบียนแล้ว 12 แห่ง” แต่สถานะยังไม่ดำเนินการ",
    todo="แก้สถานะให้ตรงกับงานที่ทำจริง หรือแก้ข้อความให้เป็นแผน",
)
def begun_in_words(facts: Facts, _: Settings) -> Hits:
    """Find deeds told as done, as under way or as of a day gone by, marked as not started."""
    last_days = facts.once(limits)
    for row in facts.activities:
        if row.status != Status.NOT_STARTED.value or row.progress_pct > 0:
            continue
        said = facts.once(told_stages)[row.text]
        if any(one.stage not in (*_FINISHED, Stage.UNDER_WAY) for one in said):
            continue
        begun = [one for one in said if not _is_given(row.text, one)]
        if begun:
            words = row.text[max(begun[0].start - _NEAR * (begun[0].stage is Stage.DONE), 0) :]
            yield _contradicted(row, words, _meant(begun[-1]))
        elif not said:
            past = _gone_by(facts, row, last_days.get(round_key(row)))
            if past:
                yield _contradicted(row, row.text[: past.stop], Status.DONE)
            elif result := _outcome(facts, row):
                yield _contradicted(row, result, Status.DONE)


def _outcome(facts: Facts, row: Row) -> str:
    """Return the words of a result that is told with its figure: only a deed that was has one."""
    if not _RESULT.search(row.text) or _AIMED.search(row.text):
        return ""
    for one in facts.once(readings)[row.text].quantities:
        if one.is_exact and not one.is_rate and _RESULT.search(row.text, one.begin, one.start):
            words: str = row.text[one.begin : one.end]
            return words.strip()
    return ""


def _is_given(text: str, one: Said) -> bool:
    """Tell whether words are of money or leave given, before any work."""
    return (
        one.stage is Stage.TOLD and _GIVEN.search(text[max(one.start - 5, 0) : one.end]) is not None
    )


def _meant(one: Said) -> Status:
    return Status.IN_PROGRESS if one.stage is Stage.UNDER_WAY else Status.DONE


def _gone_by(facts: Facts, row: Row, limit: Limit | None) -> DateSpan | None:
    """Find a day before the round's end on which the deed was, not that of a letter or a plan."""
    if limit is None:
        return None
    for span in dates_of(facts, row.text):
        before = row.text[max(span.begin - _NEAR, 0) : span.begin]
        is_day = span.precision is Precision.DAY and not span.impossible
        if is_day and span.end <= limit.round_end and not _OTHER_DAY.search(before):
            return span
    return None


@rule(
    "status-denied",
    title="สถานะสำเร็จแล้ว แต่ข้อความบอกว่ายังไม่เสร็จ",
    title_en="Marked as done, though the words say that it is not",
    why="สรุปผลนับงานที่ยังไม่เสร็จเป็นงานที่เสร็จแล้ว",
    example="“รอประกาศผลการคัดเลือก” แต่สถานะสำเร็จแล้ว",
    todo="แก้สถานะให้ตรงกับงานที่ทำจริง หรือแก้ข้อความให้เป็นปัจจุบัน",
)
def denied_in_words(facts: Facts, _: Settings) -> Hits:
    """Find done marks of what its words call off, put off, wait for, or have done in part."""
    last_days = facts.once(limits)
    for row in facts.activities:
        if row.status != Status.DONE.value and not row.progress_pct >= 100:
            continue
        for words, meant in _denials(facts, row, last_days.get(round_key(row))):
            yield _contradicted(row, words, meant)
            break


def _denials(facts: Facts, row: Row, limit: Limit | None) -> Iterator[tuple[str, Status]]:
    said = facts.once(told_stages)[row.text]
    last = said[-1] if said else None
    is_told = any(one.stage in _FINISHED for one in said)
    if (
        last is not None
        and last.stage not in _FINISHED
        and not (last.stage is Stage.WAITING and (is_told or _is_gone_by(facts, row, limit)))
    ):
        is_begun = is_told or last.stage is Stage.UNDER_WAY
        yield row.text[last.start :], Status.IN_PROGRESS if is_begun else Status.NOT_STARTED
    part = undone(facts.once(readings)[row.text])
    if part:
        yield part, Status.IN_PROGRESS
    later = _to_come(facts, row, limit) if limit is not None else ""
    if later:
        yield later, Status.IN_PROGRESS


def _is_gone_by(facts: Facts, row: Row, limit: Limit | None) -> bool:
    """Tell whether the days a deed was planned for all lie before the round's end."""
    days = dates_of(facts, row.text)
    return limit is not None and bool(days) and all(one.end <= limit.round_end for one in days)


def _to_come(facts: Facts, row: Row, limit: Limit) -> str:
    """Return the words of a part of the work that is planned for a month after the report."""
    for span in dated_rounds([row]) and dates_of(facts, row.text):
        before = row.text[max(span.begin - _CLAUSE, 0) : span.begin]
        clause = max(before.rfind(" "), before.rfind("แล้ว"), 0)
        if span.impossible or span.start <= limit.day or _NO_TASK.search(before):
            continue
        if _TO_COME.search(before):
            words: str = row.text[span.begin - len(before) + clause : span.stop]
            return words.strip()
    return ""


def _contradicted(row: Row, words: str, meant: Status) -> Hit:
    shown = _mark(row)
    return Hit(
        mark(row),
        activity_keys(row),
        f"{about(row)} เขียนว่า {quoted(words.strip())} แต่สถานะเป็น{shown}",
        expected=STATUS_TH[meant],
        found=shown,
        beside=[cell(row, "text", words.strip())],
    )


def _mark(row: Row) -> str:
    if 0 < row.progress_pct < 100:
        return f"ร้อยละ {format_percent(row.progress_pct)}"
    return STATUS_TH[Status(row.status)]
