"""``plantrack rules``: what is checked."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack_nb.cli.terminal.console import output_console, print_json, severity_word
from plantrack_nb.core.language import say

EXAMPLES = (
    "plantrack rules",
    "plantrack rules --json",
)


def rules(
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON instead.")] = False,
) -> None:
    """List every rule with its family, severity and parameters."""
    from plantrack_nb.check import all_rules

    known = all_rules().values()
    if as_json:
        records = [
            {
                "code": one.code,
                "family": one.family.value,
                "severity": one.severity.value,
                "title": one.title,
                "title_en": one.title_en,
                "why": one.why,
                "example": one.example,
                "todo": one.todo,
                "parameters": dict(one.parameters),
            }
            for one in known
        ]
        print_json(records)
        return
    from rich.table import Table

    table = Table(pad_edge=False)
    for heading in (
        say("กฎ", "rule"),
        say("หมวด", "family"),
        say("ระดับ", "severity"),
        say("เรื่อง", "title"),
        say("ค่าที่ตั้งได้", "parameters"),
    ):
        table.add_column(heading)
    for one in known:
        parameters = ", ".join(f"{name}={value:g}" for name, value in one.parameters.items())
        title = say(one.title, one.title_en)
        table.add_row(one.code, one.family.value, severity_word(one.severity), title, parameters)
    output_console().print(table)
