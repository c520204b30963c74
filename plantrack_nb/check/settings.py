"""What an office sets for itself in ``params/rules.yaml``: thresholds, weights, rules off."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from plantrack_nb.check.registry import Rule, Settings
from plantrack_nb.check.retired import RETIRED
from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.language import say
from plantrack_nb.office.strict_yaml import read_yaml
from plantrack_nb.office.validation import thai_number

_HEAD = """\
# ค่าของกฎที่สำนักงานตั้งเองได้ ลบ "# " หน้าบรรทัดของกฎ แล้วแก้ค่า บรรทัดที่ยังมี # ใช้ค่าที่แสดงไว้
# "enabled: false" ปิดกฎ "severity" (error ต้องแก้ไข, warning ควรตรวจสอบ, info ข้อสังเกต) เปลี่ยนระดับ
# ของข้อตรวจพบทั้งหมดของกฎนั้น คำสั่ง "plantrack rules" บอกว่ากฎใดหาอะไร
rules:
"""
_LONG = 40


@dataclass(frozen=True)
class RuleSettings:
    """Parameters by rule code, rules that are off, and severities that replace a rule's own."""

    parameters: Mapping[str, Settings] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def of(self, rule: Rule) -> Settings:
        """Return a rule's parameters: its defaults, with the office's own values over them."""
        return {**rule.parameters, **self.parameters.get(rule.code, {})}

    def weighed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Give findings the severity that the office set for their rule."""
        for one in findings:
            yield replace(one, severity=self.severities.get(one.rule, one.severity))


DEFAULTS = RuleSettings()
"""Every rule on, as it is registered."""


class _Entry(BaseModel):
    """What may stand under a rule's code; anything else must be one of its parameters."""

    model_config = ConfigDict(extra="allow", strict=True)
    __pydantic_extra__: dict[str, object]

    enabled: bool = True
    severity: str = ""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    rules: dict[str, _Entry] | None = None


def read_settings(path: Path, rules: Mapping[str, Rule]) -> RuleSettings:
    """Read ``rules.yaml``.

    Parameters
    ----------
    path : Path
        The file; all its rules may be commented out.
    rules : Mapping of str to Rule
        The rules that there are, by code.

    Raises
    ------
    SourceError
        The file is missing or no UTF-8 text.
    ParameterError
        It is no YAML, or names a rule, parameter or severity that there is not; every fault is
        told, with the nearest right name.
    """
    entries = read_yaml(path, _File).rules or {}
    faults = [fault for code, entry in entries.items() for fault in _faults(code, entry, rules)]
    if faults:
        raise ParameterError(
            say(
                f"ค่าของกฎผิด {len(faults)} แห่ง",
                f"The rules' parameters have {len(faults)} fault{'s' * (len(faults) > 1)}.",
            ),
            where=str(path),
            why="\n         ".join(faults),
            hint=say(
                "คำสั่ง plantrack rules บอกกฎและค่าที่ตั้งได้",
                "'plantrack rules' lists the rules with their parameters.",
            ),
        )
    return RuleSettings(
        {code: _numbers(entry) for code, entry in entries.items()},
        frozenset(code for code, entry in entries.items() if not entry.enabled),
        {code: Severity(entry.severity) for code, entry in entries.items() if entry.severity},
    )


def settings_text(rules: Mapping[str, Rule]) -> str:
    """Write ``rules.yaml`` with every rule's defaults, all of them commented out."""
    return _HEAD + "".join(_entry_text(rule) for rule in rules.values())


def _entry_text(rule: Rule) -> str:
    values = {"enabled": "true", "severity": rule.severity.value}
    values |= {name: _plain(value) for name, value in rule.parameters.items()}
    lines = [f"  # {rule.code}: # {rule.title}"]
    lines += [f"  #   {name}: {value}" for name, value in values.items()]
    return "\n" + "\n".join(lines) + "\n"


def _plain(value: float) -> str:
    """Write a number without an exponent, which strict YAML would take for text."""
    return f"{value:f}".rstrip("0").rstrip(".")


def _faults(code: str, entry: _Entry, rules: Mapping[str, Rule]) -> Iterator[str]:
    if code in RETIRED:
        yield say(
            f"{code}: กฎนี้รวมอยู่ใน {RETIRED[code]} แล้ว ให้เขียนรหัสนั้น",
            f"{code}: this rule is now part of {RETIRED[code]}; write that code instead",
        )
        return
    if code not in rules:
        yield say(
            f"{code}: ไม่มีกฎนี้{_nearest(code, rules)}",
            f"{code}: there is no such rule{_nearest(code, rules)}",
        )
        return
    if entry.severity and entry.severity not in list(Severity):
        near = _nearest(entry.severity, Severity)
        yield say(
            f"{code}.severity: “{entry.severity}” ไม่ใช่ระดับใดใน {', '.join(Severity)}{near}",
            f"{code}.severity: '{entry.severity}' is none of {', '.join(Severity)}{near}",
        )
    known = rules[code].parameters
    numbers = _numbers(entry)
    for name, value in entry.__pydantic_extra__.items():
        if name not in known:
            near = _nearest(name, ["enabled", "severity", *known])
            yield say(
                f"{code}.{name}: ไม่มีค่าชื่อนี้{near}", f"{code}.{name}: there is no such parameter{near}"
            )
        elif name not in numbers:
            yield say(
                f"{code}.{name}: {str(value)[:_LONG]!r} ไม่ใช่ตัวเลขที่ใช้ได้",
                f"{code}.{name}: {str(value)[:_LONG]!r} is not a number we can use",
            )


def _numbers(entry: _Entry) -> dict[str, float]:
    """Select the entry's parameters that are numbers a float can hold."""
    given = {name: thai_number(value) for name, value in entry.__pydantic_extra__.items()}
    return {
        name: float(value)
        for name, value in given.items()
        if isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(value) <= sys.float_info.max
    }


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, [str(one) for one in known], n=1, cutoff=0.5)
    return say(f" หมายถึง {near[0]} ใช่หรือไม่", f"; did you mean {near[0]}?") if near else ""
