"""Words that stand in another column or another project than their own."""

from __future__ import annotations

import re

from plantrack_nb.check.facts import PROJECT, ProjectKey, RoundKey, round_key
from plantrack_nb.check.reading.running_text.lists import items
from plantrack_nb.check.reading.running_text.phrases import keys, quoted
from plantrack_nb.check.reading.running_text.readings import squeezed
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.core.records import firsts
from plantrack_nb.quantities.counted_nouns import BAHT, PERCENT
from plantrack_nb.quantities.reading import read
from plantrack_nb.thai.text import squeeze

_OUTCOME = re.compile(
    r"ร้อยละ|%|ผ่าน|บรรลุ|พึงพอใจ|ระดับ|คะแนน|สามารถ|เพิ่มขึ้น|ลดลง|ไม่น้อยกว่า|อย่างน้อย|คุณภาพดี"
)
_VERBS = re.compile(
    r"ได้|มี|ผ่าน|เข้า|ร่วม|จัด|ดำเนิน|พัฒนา|รายงาน|เสร็จ|แล้ว|ส่ง|ใช้|เป็น|ลด|เพิ่ม|นำ|สามารถ|รับ|ทำ|อบรม|แข่ง|เกิด|ไม่|ครั้ง|ฉบับ|ที่|สำเร็จ"
)
_FILLING = re.compile(r"จำนวน|รวม|ทั้งหมด|[\s\d.,()]")
_GRAM = 6
_DIGITS = re.compile(r"[\d๐-๙]")


@rule(
    "project-swapped",
    title="เป้าหมายกับตัวชี้วัดน่าจะสลับช่องกัน",
    title_en="Target and indicator have changed places",
    why="เป้าหมายบอกว่าทำกับใครเท่าใด ตัวชี้วัดบอกว่าสำเร็จเมื่อใด ถ้าสลับช่องกันจะวัดผลไม่ได้",
    example="เป้าหมาย “ร้อยละ 90 ผ่านเกณฑ์” ตัวชี้วัด “ครู จำนวน 40 คน”",
    todo="สลับข้อความของสองช่องกลับ",
)
def swapped_columns(facts: Facts, _: Settings) -> Hits:
    """Find outcomes among the targets where the indicators are nothing but heads."""
    for row in facts.projects:
        if not (_DIGITS.search(row.indicators) and _OUTCOME.search(row.targets)):
            continue
        targets = [one.text for one in items(row.targets)]
        indicators = [one.text for one in items(row.indicators)]
        if all(map(_is_heads, indicators)) and all(_OUTCOME.search(one) for one in targets):
            yield Hit(
                [cell(row, "targets"), cell(row, "indicators")],
                keys(project_no=row.project_no, fault="swapped"),
                f"โครงการ {row.project_no} เป้าหมาย {quoted(row.targets)} กับตัวชี้วัด"
                f" {quoted(row.indicators)} น่าจะสลับช่องกัน",
                expected="เป้าหมายเป็นจำนวน ตัวชี้วัดเป็นผล",
                found=quoted(row.targets, 30),
            )


def _is_heads(text: str) -> bool:
    """Tell whether a text is a noun and its number: "ครู จำนวน 40 คน"."""
    found = read(text).quantities
    if len(found) != 1 or found[0].unit in ("", PERCENT, BAHT) or found[0].is_rate:
        return False
    one = found[0]
    rest = _FILLING.sub("", text[: one.start] + text[one.end :])
    return len(rest) > 1 and not _VERBS.search(rest) and not _OUTCOME.search(text)


@rule(
    "activity-copied",
    title="กิจกรรมเดียวกันอยู่ในสองโครงการ",
    title_en="One activity with its figures stands in two projects",
    why="ข้อความที่ตรงกันทุกตัวรวมทั้งตัวเลข มักคัดลอกจากโครงการอื่นมาผิดที่",
    example="“ตรวจรับหนังสือเรียน 1,240 เล่ม” อยู่ทั้งในโครงการ 1.3 และโครงการ 4.2",
    todo="ตรวจว่าเป็นงานของโครงการใด แล้วแก้อีกโครงการ",
    long_text=25,
    home_share=0.1,
)
def copied_activity(facts: Facts, settings: Settings) -> Hits:
    """Find equal texts with figures in two projects, at home in one of them only."""
    whole = facts.once(squeezed)
    long_ones: dict[tuple[RoundKey, str], list[Row]] = {}
    for row in facts.activities:
        if len(row.text) >= settings["long_text"] and _DIGITS.search(row.text):
            long_ones.setdefault((round_key(row), whole[row.text]), []).append(row)
    for (_, text), same in long_ones.items():
        if len(same) == 1:
            continue
        by_project = firsts(same, PROJECT)
        if len(by_project) != 2 or not _counts(same[0]):
            continue  # what stands in more is a common step
        shares = {key: _at_home(facts, key, text) for key in by_project}
        home, other = sorted(shares, key=lambda key: -shares[key])
        if shares[home] - shares[other] < settings["home_share"]:
            continue
        yield Hit(
            [cell(by_project[other], "text"), cell(by_project[home], "text")],
            keys(project_no=other[-1], text=text[:60]),
            f"โครงการ {other[-1]} มีกิจกรรมที่ตรงกับของโครงการ {home[-1]} ทุกตัวอักษร"
            f" น่าจะคัดลอกมาผิดโครงการ: {quoted(same[0].text)}",
            expected=f"อยู่ในโครงการ {home[-1]} เท่านั้น",
            found=f"โครงการ {other[-1]}",
            project_no=other[-1],
        )


def _at_home(facts: Facts, key: ProjectKey, text: str) -> float:
    """Tell how much of a text's letters the rest of a project holds, too."""
    project, whole = facts.project_of.get(key), facts.once(squeezed)
    own = [project.name, project.targets, project.indicators] if project is not None else []
    others = [row.text for row in facts.activities_of[key] if whole[row.text] != text]
    around = _grams(squeeze(" ".join([*own, *others])))
    grams = _grams(text)
    return len(grams & around) / max(len(grams), 1)


def _grams(text: str) -> set[str]:
    return {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}


def _counts(row: Row) -> bool:
    """Tell whether a text holds a figure of its own, not only dates and numbers of lists."""
    return any(not one.is_bare for one in read(row.text).quantities)
