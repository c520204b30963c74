"""What ``plantrack run`` would do, told without doing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plantrack_nb.cli.terminal.console import wide_console
from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.language import say
from plantrack_nb.run.job import Job


def show_plan(planned: Sequence[Job], *, force: bool) -> None:
    """Say of each round whether it would be made, and why; nothing is done."""
    from plantrack_nb.run.ledger import NO_INPUT, UNCHANGED

    console = wide_console()
    counts: Counter[str] = Counter()
    for job in planned:
        refused, why = _why(job, force=force)
        would = refused or {
            NO_INPUT: say("ไม่มีต้นฉบับ", "no input"),
            UNCHANGED: say("ไม่เปลี่ยน", "unchanged"),
        }.get(why, say("จะทำ", "would run"))
        counts[would] += 1
        said = f"{job.key}  {would}" + (f"  {why}" if why not in {NO_INPUT, UNCHANGED} else "")
        console.print(said, soft_wrap=True)
    told = ", ".join(say(f"{name} {count}", f"{count} {name}") for name, count in counts.items())
    console.print(say(f"ยังไม่ได้ทำอะไร: {told}", f"Nothing was done. {told}."))


def _why(job: Job, *, force: bool) -> tuple[str, str]:
    """Say in a word that a round cannot be made, if so; and why, or why it would be made."""
    from plantrack_nb.run.ledger import reason

    if job.unclear:
        return say("ไม่ชัดเจน", "unclear"), job.unclear.why
    try:
        return "", reason(job, force=force)
    except OutputError as error:
        return say("จะทำไม่สำเร็จ", "would fail"), f"{error.what} {error.why}"
