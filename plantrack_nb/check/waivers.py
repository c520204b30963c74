"""Findings that a person has accepted: who, why, until when. They stay counted, apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from plantrack_nb.check.retired import RETIRED
from plantrack_nb.core.calendar import thai_date
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.language import say
from plantrack_nb.core.letters import joined, unseen
from plantrack_nb.office.strict_yaml import read_yaml
from plantrack_nb.thai.dates import Precision, find_dates
from plantrack_nb.thai.text import arabic_digits

EXPIRED, UNUSED = "waiver-expired", "waiver-unused"
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FIRST_BE_YEAR = 2400


def _text(value: object) -> object:
    """Take a text as words: what no report can hold, as pasted text may bring, is a space."""
    if isinstance(value, int | float):
        # pydantic reports a ValueError; a TypeError would pass it by
        raise ValueError(  # noqa: TRY004
            say(
                f'{value} ถูกอ่านเป็นตัวเลข ให้พิมพ์ในอัญประกาศ: "{value}"',
                f'{value} was read as a number; write it between quotes: "{value}"',
            )
        )
    if not isinstance(value, str):
        return value
    return "".join(" " if unseen(one) else one for one in joined(value)).strip()


def _day(value: object) -> object:
    """Read an ISO date, in B.E. or C.E., or a Thai date with its day."""
    text = arabic_digits(str(value)).strip()
    if iso := _ISO.fullmatch(text):
        year, month, day = map(int, iso.groups())
        return date(year - 543 if year >= _FIRST_BE_YEAR else year, month, day)
    for found in find_dates(text):
        whole = found.words.strip() == text and found.start == found.end
        if whole and found.precision is Precision.DAY and not found.impossible:
            return found.end
    raise ValueError(
        say(
            f"“{value}” ไม่ใช่วันที่ พิมพ์ 2565-09-30 หรือ “30 กันยายน 2565”",
            f"'{value}' is no day; write 2565-09-30 or \"30 กันยายน 2565\"",
        )
    )


_Text = Annotated[str, BeforeValidator(_text)]
_Needed = Annotated[str, BeforeValidator(_text), Field(min_length=1)]


class Waiver(BaseModel):
    """One accepted finding, or several of one rule.

    Parameters
    ----------
    finding : str
        Id of the finding; instead of it, ``rule`` with ``subject`` or ``project_no``.
    rule, subject, project_no : str
        The rule's code, and which of its findings.
    reason, who : str
        Why it is accepted, and by whom.
    until : date
        Last day on which it holds; B.E. or C.E. in the file.
    district : str
        District it is for; ``""`` for any.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    finding: _Text = ""
    rule: _Text = ""
    subject: _Text = ""
    project_no: _Text = ""
    reason: _Needed
    who: _Needed
    until: Annotated[date, BeforeValidator(_day)]
    district: _Text = ""

    @model_validator(mode="after")
    def _names_findings(self) -> Waiver:
        if self.finding and (self.rule or self.subject or self.project_no):
            raise ValueError(
                say(
                    "บอก finding หรือ rule กับ subject หรือ project_no อย่างใดอย่างหนึ่ง",
                    "give either finding, or rule with subject or project_no; not both",
                )
            )
        if not self.finding and not (self.rule and (self.subject or self.project_no)):
            raise ValueError(
                say(
                    "บอกว่ายกเว้นข้อใด: finding หรือ rule กับ subject หรือ project_no"
                    " (ปิดกฎทั้งข้อที่ rules.yaml)",
                    "name what is waived: finding, or rule with subject or project_no"
                    " (a whole rule is switched off in rules.yaml)",
                )
            )
        return self

    @property
    def name(self) -> str:
        """What it waives, in one line; lasting, so that a finding about it can carry it."""
        parts = (self.finding or self.rule, self.subject, self.project_no, self.district)
        return " / ".join(filter(None, parts))

    def covers(self, one: Finding) -> bool:
        """Tell whether it names this finding, whatever the day."""
        if self.district and self.district != one.district:
            return False
        if self.finding:
            return self.finding == one.id
        return (
            self.rule == one.rule
            and self.subject in ("", one.subject)
            and self.project_no in ("", one.project_no)
        )


class WaiverFile(BaseModel):
    """What the register of waivers may say."""

    model_config = ConfigDict(extra="forbid")

    waivers: tuple[Waiver, ...] | None = None


@dataclass(frozen=True)
class Waived:
    """Findings after the register was laid over them.

    Parameters
    ----------
    findings : tuple of Finding
        All of them; accepted ones carry ``waived``. Behind them one for each waiver that has
        run out or meets no finding.
    expired, unused : tuple of Waiver
        Those waivers.
    """

    findings: tuple[Finding, ...]
    expired: tuple[Waiver, ...]
    unused: tuple[Waiver, ...]


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Read the register; see :func:`plantrack_nb.office.strict_yaml.read_yaml` for errors."""
    return read_yaml(path, WaiverFile).waivers or ()


def apply_waivers(
    findings: Sequence[Finding],
    waivers: Iterable[Waiver],
    today: date,
    districts: Iterable[str] = (),
) -> Waived:
    """Mark the findings that somebody has accepted.

    Parameters
    ----------
    findings : sequence of Finding
        What the rules found.
    waivers : iterable of Waiver
        The register; where two cover one finding, the first counts.
    today : date
        A waiver holds until its last day is over.
    districts : iterable of str, optional
        Districts that were checked; a waiver for another one is left out of account. Without
        any, all waivers count.
    """
    checked = set(districts)
    kept = [one for one in waivers if not (checked and one.district) or one.district in checked]
    held = [one for one in kept if one.until >= today]
    expired = tuple(one for one in kept if one.until < today)
    used: set[Waiver] = set()
    marked: list[Finding] = []
    for one in findings:
        covering = [waiver for waiver in held if waiver.covers(one)]
        used.update(covering)
        marked.append(replace(one, waived=_said(covering[0])) if covering else one)
    unused = tuple(one for one in held if one not in used)
    told = [*(_expired(one, findings) for one in expired), *map(_unused, unused)]
    return Waived((*marked, *told), expired, unused)


def _said(waiver: Waiver) -> str:
    return f"{waiver.reason} ({waiver.who} ถึง {thai_date(waiver.until)})"


def _expired(waiver: Waiver, findings: Sequence[Finding]) -> Finding:
    still = sum(waiver.covers(one) for one in findings)
    now = f"ยังพบอยู่ {still} ข้อ" if still else "ไม่พบแล้ว"
    return Finding(
        EXPIRED,
        waiver.name,
        Severity.WARNING,
        f"ข้อยกเว้นของ {waiver.who} ({waiver.name}) หมดอายุเมื่อ {thai_date(waiver.until)}"
        f" ข้อตรวจพบที่เคยยกเว้น{now}",
        project_no=waiver.project_no,
        expected=f"ไม่เกิน {thai_date(waiver.until)}",
        hint="แก้ข้อมูลที่ต้นทาง ต่ออายุข้อยกเว้น หรือลบออกจากทะเบียน",
        district=waiver.district,
    )


def _unused(waiver: Waiver) -> Finding:
    now = RETIRED.get(waiver.rule)
    moved = f" เพราะกฎ {waiver.rule} รวมอยู่ในกฎ {now} แล้ว" if now else ""
    mend = f"แก้ rule เป็น {now} ในทะเบียน หากยังต้องยกเว้น" if now else ""
    return Finding(
        UNUSED,
        waiver.name,
        Severity.WARNING if now else Severity.INFO,
        f"ข้อยกเว้นของ {waiver.who} ({waiver.name}) ไม่ตรงกับข้อตรวจพบใดในรอบนี้{moved}",
        project_no=waiver.project_no,
        hint=mend or "ถ้าแก้ข้อมูลแล้วให้ลบข้อยกเว้นออกจากทะเบียน ถ้าพิมพ์ผิดให้แก้ไข",
        district=waiver.district,
    )
