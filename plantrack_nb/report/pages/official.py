"""The official document around its tables: cover, memo, preface, contents, what people wrote."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import round_label, round_period, thai_period
from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.vocabulary import NarrativeKind
from plantrack_nb.office.round_file import iso_day
from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import month_and_year
from plantrack_nb.render.outputs.png import checked_png
from plantrack_nb.report.pages.labels import (
    ADVICE,
    OBSTACLES,
    PROGRESS,
    SUMMARY,
    numbered,
    strategy_anchor,
    strategy_title,
    with_projects,
)

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.report.figures.facts import RoundFacts
    from plantrack_nb.report.figures.memo import Said
    from plantrack_nb.report.figures.narrative import Item

_UNIT = "โครงการ/กิจกรรม"
_OBSTACLES, _ADVICE, _SUMMARY = "ปัญหาอุปสรรค", "ข้อเสนอแนะ", "สรุปผลการดำเนินงาน"


def digits(*, thai: bool) -> p.Digits:
    """Choose the digits of the official prose."""
    return p.Digits.THAI if thai else p.Digits.ARABIC


def iso_date(text: str) -> str:
    """Read the date of the memo, see :func:`plantrack_nb.office.round_file.iso_day`.

    Raises
    ------
    ParameterError
        The text is no day.
    """
    try:
        return iso_day(text)
    except ValueError as error:
        raise ParameterError(
            "The date of the memo is wrong.",
            where="memo_date",
            why=f"{text!r:.60} is no day",
            hint="Write '22 เมษายน 2565' or '2022-04-22', or leave it empty.",
        ) from error


def masthead(office: str, fiscal_year: int, quarter: int, *, linked: bool = False) -> p.Masthead:
    """Name the report: what it is, whose, and for which round.

    ``linked`` leads back to the pages over many rounds, among which the report lies.
    """
    first, last = round_period(fiscal_year, quarter)
    names = ("ทุกปีงบประมาณ", f"ปีงบประมาณ พ.ศ. {fiscal_year}", f"ไตรมาสที่ {quarter}")
    paths = (f"{'../' * up}index.html" for up in (3, 2, 1))
    return p.Masthead(
        f"รายงานผลการติดตามความก้าวหน้าในการดำเนินงานตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. {fiscal_year}",
        office,
        f"{round_label(quarter)} ({thai_period(first, last)})",
        last.isoformat(),
        trail=tuple(zip(names, paths, strict=True)) if linked else (),
    )


def cover(
    office: str,
    motto: str,
    title: str,
    period: str,
    dated: str,
    *,
    logo: Path | None = None,
    thai_digits: bool = True,
) -> p.Cover:
    """Make the cover; ``dated`` is an ISO date or ``""``, ``logo`` a PNG file.

    Raises
    ------
    ParameterError
        The logo cannot be shown.
    """
    drawn = "" if logo is None else _logo(logo)
    return p.Cover(office, motto, title, period, dated, digits(thai=thai_digits), drawn)


def _logo(path: Path) -> str:
    try:
        data = path.read_bytes()
        return base64.b64encode(checked_png(data)).decode("ascii")
    except (OSError, ValueError) as error:
        raise ParameterError(
            "The logo cannot be shown.",
            where=str(path),
            why=getattr(error, "strerror", None) or str(error),
            hint="Put a PNG file into params/ and write its name, e.g. logo.png.",
        ) from error


def memo(
    said: Sequence[Said],
    *,
    office: str,
    subject: str,
    department: str = "กลุ่มนโยบายและแผน",
    number: str = "",
    dated: str = "",
    signer: str = "",
    signer_position: str = "นักวิเคราะห์นโยบายและแผน",
    approver: str = "",
    approver_position: str = "",
    director: str = "",
    director_position: str = "",
    thai_digits: bool = True,
) -> p.Memo:
    """Make the memo to the director.

    Parameters
    ----------
    said : sequence of Said
        The body in order.
    office : str
        The office's official name.
    subject : str
        What it is about.
    department : str
        The group that writes.
    number, dated : str
        The memo's number and ISO date; an empty one leaves a dotted line.
    signer, signer_position, director, director_position : str
        Who signs below and who decides; an empty name leaves a dotted line, an empty position of
        the director stands for the head of the office.
    approver, approver_position : str
        Who gives an opinion in between; nobody where both are empty.
    thai_digits : bool
        Digits of the whole memo.
    """
    head = f"ผู้อำนวยการ{office}"
    between = [p.Signature(approver, approver_position, before="ความเห็น")]
    return p.Memo(
        f"{department} {office}",
        number,
        dated,
        subject,
        head,
        tuple(_item(one) for one in said),
        (
            p.Signature(signer, signer_position),
            *(between if approver or approver_position else []),
            p.Signature(director, director_position or head, before="ความเห็น/คำสั่ง"),
        ),
        digits(thai=thai_digits),
    )


def preface(
    paragraphs: Sequence[str], office: str, dated: str = "", *, thai_digits: bool = False
) -> p.Series:
    """Set the preface, closed by the office's name and the month, if it is known."""
    chosen = digits(thai=thai_digits)
    month = filter(None, [month_and_year(dated)])
    body = (p.Paragraph(text, digits=chosen, indent=True) for text in paragraphs)
    return p.Series((p.Heading("คำนำ"), *body, p.Closing((office, *month), chosen)))


def contents(facts: RoundFacts, title: str) -> p.Contents:
    """List the parts of the report, and the strategies with the number of their projects."""
    strategies = (
        p.ContentsEntry(
            strategy_title(one),
            strategy_anchor(facts, one.label),
            f"{one.projects} {_UNIT}",
            level=2,
        )
        for one in with_projects(facts)
    )
    return p.Contents(
        (
            p.ContentsEntry(title, PROGRESS, f"รวม {len(facts.projects)} {_UNIT}"),
            *strategies,
            p.ContentsEntry(_OBSTACLES, OBSTACLES),
            p.ContentsEntry(_ADVICE, ADVICE),
            p.ContentsEntry(_SUMMARY, SUMMARY),
        )
    )


def obstacles(items: Sequence[Item], narrative: pd.DataFrame, facts: RoundFacts) -> p.Series:
    """Show the obstacles of the whole round, then those of single projects."""
    own = narrative[
        narrative["kind"].eq(NarrativeKind.OBSTACLE.value) & narrative["project_no"].ne("")
    ]
    names = {one.project_no: one.name for one in facts.projects}
    rows = [
        (numbered(number, names.get(number, "")), text)
        for number, text in zip(own["project_no"], own["text"], strict=True)
    ]
    columns = {"โครงการ": 2, _OBSTACLES: 3}
    table = [p.table("ปัญหาอุปสรรครายโครงการ", columns, rows)] if rows else []
    said = _list(items, "ไม่มีผู้รายงานปัญหาอุปสรรคของภาพรวม")
    return p.Series((p.Heading(_OBSTACLES, anchor=OBSTACLES), said, *table))


def recommendations(items: Sequence[Item]) -> p.Series:
    """Show what is recommended."""
    return p.Series((p.Heading(_ADVICE, anchor=ADVICE), _list(items, "ไม่มีผู้รายงานข้อเสนอแนะ")))


def summary(composed: Sequence[str], written: Sequence[str]) -> p.Series:
    """Sum the round up: what the figures say, then what people wrote of the reasons."""
    head = p.Heading(_SUMMARY, anchor=SUMMARY)
    said = (p.Paragraph(text, indent=True) for text in written)
    first, *rest = composed
    return p.Series((head, p.Paragraph(first), *([p.Bullets(tuple(rest))] if rest else []), *said))


def _list(items: Sequence[Item], nothing: str) -> p.Part:
    if not items:
        return p.Paragraph(nothing)
    return p.Bullets(tuple(one.text for one in items), ordered=len(items) > 1)


def _item(said: Said) -> p.MemoItem:
    number = said.number if "." in said.number or not said.number else f"{said.number}."
    return p.MemoItem(said.text, said.level, said.lead, number)
