"""Words that sentences of several rules are made of: quotes, lists of numbers, where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from plantrack_nb.thai.text import squeeze

_QUOTED = 60
MARKS = " ะัาำิีึืฺุูๅ็่้๊๋์ํ๎"
"""What may not begin a quotation: these belong to the letter before them."""


def quoted(text: str, most: int = _QUOTED) -> str:
    """Quote a text, cut after ``most`` characters: “ประชุมคณะกรรมการ…”."""
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= most else plain[:most].rstrip() + '…'}”"


def quoted_end(text: str, most: int = _QUOTED) -> str:
    """Quote the end of a text: “…และสถานศึกษาใน”."""
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= most else '…' + plain[-most:].lstrip(MARKS)}”"


def joined(words: Iterable[str]) -> str:
    """Join words as a sentence does: "ก", "ก และ ข", "ก, ข และ ค"."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} และ {items[-1]}"


def numbers(values: Iterable[int]) -> str:
    """List whole numbers, runs of three and more shortened: "2, 4–7 และ 9"."""
    runs: list[list[int]] = []
    for value in sorted(values):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return joined(part for run in runs for part in _run(run))


def about(row: Any) -> str:
    """Name an activity in a sentence: "โครงการ 2.6 กิจกรรม 8-2"."""
    if not row.activity_no:
        return f"โครงการ {row.project_no} กิจกรรม {quoted(row.text)}"
    return f"โครงการ {row.project_no} กิจกรรม {row.activity_no}"


def keys(**pairs: str) -> str:
    """Write a subject as the claims do: "project_no=2.6; activity_no=8-2"."""
    return "; ".join(f"{name}={value}" for name, value in pairs.items() if value)


def named(activities: Iterable[Any]) -> str:
    """List activities by their numbers, those without one by their words: "1, 2-1 และ “ประชุม”"."""
    return joined(one.activity_no or quoted(one.text, 30) for one in activities)


def activity_keys(row: Any) -> str:
    """Write an activity as a subject; by its words where it has no number."""
    return keys(project_no=row.project_no, activity_no=row.activity_no or squeeze(row.text))


def line_keys(row: Any) -> str:
    """Write a budget line as a subject."""
    return keys(project_no=row.project_no, line_no=str(row.line_no))


def _run(run: Sequence[int]) -> list[str]:
    return [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(one) for one in run]
