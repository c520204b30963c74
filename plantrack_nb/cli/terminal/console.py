"""What the command line prints and how it ends.

Exit codes: 0 done; 1 findings at or above ``--fail-on``; 2 could not run; 3 some districts
failed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.core.findings import SEVERITY_TH, Severity
from plantrack_nb.core.language import say
from plantrack_nb.core.letters import spelt_in_json, spelt_out
from plantrack_nb.run.job import State

if TYPE_CHECKING:
    from rich.console import Console
    from rich.segment import Segment
    from rich.text import Text


_STYLES = {State.FAILED: "bold red", State.NO_INPUT: "magenta", State.FINDINGS: "yellow"}
_RANKS = (State.FAILED, State.NO_INPUT)
_STATES_TH = {
    State.DONE: "เสร็จ",
    State.FINDINGS: "มีข้อตรวจพบ",
    State.FAILED: "ไม่สำเร็จ",
    State.NO_INPUT: "ไม่มีต้นฉบับ",
    State.UNCHANGED: "ไม่เปลี่ยน",
}


def show_error(error: PlantrackError) -> None:
    """Print what failed, where, why and what to do, on standard error."""
    console = error_console()
    first, *rest = str(error).split("\n")
    console.print(say(f"ผิดพลาด: {first}", f"Error: {first}"), style="bold red")
    for line in rest:
        console.print(line)


def output_console() -> Console:
    """Console on standard output."""
    return safe_console(soft_wrap=not sys.stdout.isatty())


def error_console() -> Console:
    """Console on standard error."""
    return safe_console(stderr=True, soft_wrap=True)


def wide_console() -> Console:
    """Console on standard output whose tables are not cut where nobody watches."""
    return safe_console(width=None if sys.stdout.isatty() else 1000)


def safe_console(**options: Any) -> Console:
    """Make the one kind of console: nothing in a text is markup, or reaches the terminal raw.

    Parameters
    ----------
    **options : object
        As for :class:`rich.console.Console`.
    """
    from rich.console import Console

    class Safe(Console):
        def render_str(self, text: str, **named: Any) -> Text:
            return super().render_str(spelt_out(text), **named)  # rich would drop some

        def render(self, *arguments: Any, **named: Any) -> Iterator[Segment]:
            for one in super().render(*arguments, **named):
                yield one if one.control else one._replace(text=spelt_out(one.text))

    return Safe(markup=False, emoji=False, highlight=False, **options)


def print_json(value: object) -> None:
    """Print JSON in which nothing from data can act on the terminal."""
    import typer

    typer.echo(spelt_in_json(json.dumps(value, ensure_ascii=False, indent=1)))


@dataclass(frozen=True)
class Line:
    """One round in the table.

    Parameters
    ----------
    key : str
        The round, e.g. ``"7301-2565-q2"``.
    state : State
        What became of it.
    findings : mapping of str to int
        How many are open, by severity.
    when : str
        How long it took, or when it ended.
    where : str
        The report, or the folder.
    """

    key: str
    state: State
    findings: Mapping[str, int]
    when: str
    where: str

    @property
    def weight(self) -> tuple[object, ...]:
        """Order: failed, without input, then by open findings."""
        rank = _RANKS.index(self.state) if self.state in _RANKS else len(_RANKS)
        return (rank, *(-self.findings.get(one.value, 0) for one in Severity), self.key)


def show_lines(console: Console, lines: Iterable[Line], *, when: str, where: str) -> None:
    """Print the table, the worst first, and the sum of it."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    lines = sorted(lines, key=lambda one: one.weight)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    heads = [say("รอบ", "round"), say("ผล", "state")]
    for head in heads:
        table.add_column(head, no_wrap=True)
    for severity in Severity:
        table.add_column(severity_word(severity), no_wrap=True, justify="right")
    table.add_column(when, no_wrap=True, justify="right")
    table.add_column(where, overflow="fold")
    for one in lines:
        counts = [str(one.findings.get(severity.value, "")) for severity in Severity]
        state = Text(spoken(one.state), style=_STYLES.get(one.state, ""))
        table.add_row(one.key, state, *counts, one.when, Text(one.where))
    if lines:
        console.print(table, soft_wrap=False)
    console.print(summary([one.state for one in lines]))


def summary(states: Sequence[State]) -> str:
    """Count the states, in one line."""
    counts = Counter(states)
    there = [state for state in State if counts[state]]
    if not there:
        return say("ไม่มีรอบ", "0 rounds: none.")
    told = " ".join(f"{spoken(state)} {counts[state]}" for state in there)
    said = ", ".join(f"{counts[state]} {spoken(state)}" for state in there)
    count = len(states)
    return say(f"{count} รอบ: {told}", f"{count} round{'s' * (count != 1)}: {said}.")


def absent(state: State, source: Path) -> str:
    """Say where the source of a round was looked for that has none; ``""`` of any other."""
    return (
        say(f"ไม่มี {nearby(source)}", f"there is no {nearby(source)}")
        if state is State.NO_INPUT
        else ""
    )


def nearby(path: Path) -> str:
    """Spell a path from the current folder when it lies in it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def spoken(state: State) -> str:
    """Write a state as people read it."""
    return say(_STATES_TH[state], state.value.replace("_", " "))


def severity_word(severity: Severity) -> str:
    """Write a severity as people read it."""
    return say(SEVERITY_TH[severity], severity.value)
