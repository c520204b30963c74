"""Projects and activities that the round before had and this one has not."""

from __future__ import annotations

from plantrack_nb.check.reading.round_before import Since, within_year
from plantrack_nb.check.reading.running_text.phrases import joined, keys, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, rule
from plantrack_nb.thai.numbers import format_baht

_MOST_NAMED = 5


@rule(
    "history-project-gone",
    title="โครงการของรอบก่อนหายไป",
    title_en="A project vanished",
    why="โครงการในแผนทั้งปีไม่ควรหายไประหว่างปีโดยไม่มีการยกเลิก งบประมาณและผลงานจะหายตามไปด้วย",
    example="รอบก่อนมีโครงการ 2.4 รอบนี้ไม่มี",
    todo="ใส่โครงการกลับ หรือระบุว่ายกเลิก รวม หรือเปลี่ยนชื่อเป็นโครงการใด",
)
def project_gone(facts: Facts, _: Settings) -> Hits:
    """Find projects of the round before that none of this round is."""
    for since in within_year(facts):
        for row in since.gone:
            merged = since.known.merged_into.get(row.project_no, "")
            money = f" งบประมาณ {format_baht(row.budget)} บาท" if row.budget > 0 else ""
            how = f" น่าจะรวมเข้ากับโครงการ {merged}" if merged else ""
            yield Hit(
                (),
                keys(project_no_before=row.project_no),
                f"โครงการ {row.project_no} {quoted(row.name)}{money} มีใน{since.label}"
                f" แต่ไม่มีในรอบนี้{how}",
                expected=f"โครงการ {row.project_no}",
                hint=_perhaps(since, row),
                severity=Severity.INFO if merged else None,
                project_no="",
                district=since.key.district,
            )


@rule(
    "history-activity-gone",
    title="กิจกรรมของรอบก่อนหายไป",
    title_en="An activity vanished",
    why="กิจกรรมที่หายไปทำให้โครงการดูเสร็จกว่าที่เป็นจริง",
    example="รอบก่อนมี 5 กิจกรรม รอบนี้เหลือ 4",
    todo="ใส่กิจกรรมกลับพร้อมสถานะ หรือเขียนว่ายกเลิก",
)
def activity_gone(facts: Facts, _: Settings) -> Hits:
    """Find activities of the round before that none of the same project is."""
    for since in within_year(facts):
        for one in since.again:
            gone = [was for was, now in one.doings if was is not None and now is None]
            if gone:
                listed = joined(quoted(was.text) for was in gone[:_MOST_NAMED])
                rest = len(gone) - _MOST_NAMED
                more = f" และอีก {rest} กิจกรรม" if rest > 0 else ""
                yield Hit(
                    (),
                    keys(project_no=one.now.project_no),
                    f"โครงการ {one.now.project_no} กิจกรรมใน{since.label}ที่ไม่มีในรอบนี้"
                    f" {len(gone)} กิจกรรม: {listed}{more}",
                    found=f"หายไป {len(gone)} กิจกรรม",
                    beside=[cell(one.now, "name")],
                    project_no=one.now.project_no,
                    district=one.now.district,
                )


def _perhaps(since: Since, row: Row) -> str | None:
    """Name a project that it may be, for a person to confirm."""
    likely = [one for one in since.known.candidates if one.project_no_before == row.project_no]
    if not likely:
        return None
    first = likely[0]
    return (
        f"อาจเป็นโครงการ {first.project_no} ของรอบนี้ (เหมือนกันร้อยละ {100 * first.likeness:.0f})"
        f" ถ้าใช่ ให้ยืนยันครั้งเดียวด้วย plantrack compare … --confirm"
        f" {first.project_no}={first.project_no_before}"
    )
