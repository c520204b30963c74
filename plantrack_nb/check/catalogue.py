"""The rules as a document for people, made from the register: ``docs/rules.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from plantrack_nb.check.registry import FAMILY_TH, Rule
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.files import write_text
from plantrack_nb.core.findings import SEVERITY_TH

_HEAD = """\
# กฎการตรวจสอบ (rules)

<!-- Made from the register: python -m plantrack_nb.check.catalogue docs/rules.md -->

กฎทุกข้ออ่านตารางของรอบแล้วให้ข้อตรวจพบ แต่ละข้อบอกว่าอยู่ที่ใด พบอะไร ควรเป็นอะไร และต้องทำอะไร
**ต้องแก้ไข** คือพิสูจน์ได้จากตัวเลขหรือจากเอกสารเอง **ควรตรวจสอบ** คือน่าจะผิดหรือต้องชี้แจง
**เพื่อทราบ** คือข้อสังเกตที่ไม่ใช่ความผิด ค่าที่ปรับได้ตั้งใน `params/rules.yaml`
ข้อตรวจพบที่ยอมรับแล้วจดไว้ใน `params/waivers.yaml`
"""


def catalogue(rules: Iterable[Rule]) -> str:
    """Write all rules in Markdown: a table of them, then one section each, by family."""
    known = list(rules)
    parts = [_HEAD, _overview(known)]
    for family, members in groupby(known, key=lambda one: one.family):
        parts.append(f"## {FAMILY_TH[family]} ({family.value})\n")
        parts += [_section(one) for one in members]
    return "\n".join(parts)


def main(path: str) -> None:
    """Write the document to ``path``."""
    write_text(Path(path), catalogue(all_rules().values()))


def _overview(rules: list[Rule]) -> str:
    lines = ["| กฎ | ระดับ | ตรวจอะไร |", "|---|---|---|"]
    lines += [
        f"| [`{one.code}`](#{one.code}) | {one.severity.value} | {one.title} |" for one in rules
    ]
    return "\n".join(lines) + "\n"


def _section(one: Rule) -> str:
    return "\n".join(_lines(one)) + "\n"


def _lines(one: Rule) -> Iterator[str]:
    yield f"### {one.code}\n"
    yield f"**{one.title}** · {one.title_en} · {SEVERITY_TH[one.severity]} ({one.severity})\n"
    yield f"- ทำไมจึงสำคัญ: {one.why}"
    yield f"- ตัวอย่าง: {one.example}"
    yield f"- สิ่งที่ต้องทำ: {one.todo}"
    for name, value in one.parameters.items():
        yield f"- ค่าที่ปรับได้: `{name}` = {value:g}"


if __name__ == "__main__":
    main(*sys.argv[1:])
