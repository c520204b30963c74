"""Decide whether what the groups wrote can be taken: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from plantrack_nb.core.corrections import Correction, same, version_of
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import Round
from plantrack_nb.forms.answers import answers
from plantrack_nb.forms.cells import Cells, squeezed
from plantrack_nb.forms.form import Returned
from plantrack_nb.load.overlay import correctable
from plantrack_nb.workbooks.columns import refuse


@dataclass(frozen=True)
class Accepted:
    """What came back: values to change, explanations of rows that stay, answers to questions."""

    corrections: tuple[Correction, ...]
    explanations: tuple[Correction, ...]
    answers: tuple[Correction, ...] = ()


def accept(
    round: Round,  # noqa: A002
    history: Sequence[Correction],
    filled: Sequence[Returned],
    when: str,
    known: Collection[str] = (),
) -> Accepted:
    """Turn filled workbooks into corrections of the next version.

    Parameters
    ----------
    round : Round
        The round as it stands now, its earlier corrections laid over it.
    history : sequence of Correction
        Those corrections.
    filled : sequence of Returned
        The workbooks.
    when : str
        The day, ISO.
    known : collection of str
        Ids of the round's findings, which may have been answered.

    Raises
    ------
    SourceError
        A workbook's columns were changed.
    SchemaError
        A value cannot be taken, or stands against one that was changed since the workbook was
        written or that another workbook gives; every fault is told with its cell.
    """
    cells = Cells(round)
    version = version_of(history) + 1
    faults: list[str] = []
    taken: dict[tuple[str, str, str], Correction] = {}
    told: list[Correction] = []
    for form in filled:
        if form.key != round.key:
            other = say(
                f"เป็นของรอบ {form.key} ไม่ใช่ {round.key}",
                f"it is about the round {form.key}, not {round.key}",
            )
            faults.append(f"{form.file}: {other}")
            continue
        said = list(answers(form))
        faults += [one for one in said if isinstance(one, str)]
        for one in said:
            if isinstance(one, str):
                continue
            dated = replace(one, version=version, when=when)
            why = _refusal(cells, one, known)
            if not why and one.column:
                why = _take(taken, replace(dated, before=cells.value(one)))
            elif not why:
                told.append(dated)
            faults += [f"{one.origin}: {why}"] if why else []
    refuse(
        say(
            "แฟ้มที่ส่งกลับมามี{} จึงยังไม่ได้แก้ไขอะไร",
            "The filled workbooks have {}; nothing was changed.",
        ),
        faults,
        say(
            "แก้ช่องเหล่านี้ บันทึก แล้วอ่านทุกแฟ้มใหม่",
            "Correct these cells, save, and read all the workbooks again.",
        ),
    )
    return Accepted(
        tuple(taken.values()),
        tuple(one for one in told if one.table),
        tuple(one for one in told if not one.table),
    )


def _refusal(cells: Cells, one: Correction, known: Collection[str]) -> str:
    """Say why an answer cannot be taken; ``""`` when it can."""
    if not (cells.has(one) if one.table else one.row in known):
        thing, what = ("แถว", "row") if one.table else ("คำถาม", "question")
        return say(
            f"รอบนี้ไม่มี{thing} “{one.row}” แล้ว ให้ขอแฟ้มใหม่",
            f"the round has no {what} '{one.row}' any more; ask for a new workbook",
        )
    if not one.column:
        return ""
    if one.column not in correctable(one.table):
        return say("คอลัมน์นี้ต้องแก้ในต้นฉบับ ไม่ใช่ที่นี่", "this column is put right in the source, not here")
    seen, now = squeezed(one.before), cells.shown(one)
    if same(cells.value(one), one.after) or now == seen:
        return ""
    return say(
        f"ตอนเขียนแฟ้มเป็น “{seen}” เดี๋ยวนี้เป็น “{now}” ให้ขอแฟ้มใหม่",
        f"it was '{seen}' when the workbook was written and is '{now}' now; ask for a new workbook",
    )


def _take(taken: dict[tuple[str, str, str], Correction], one: Correction) -> str:
    """Keep a correction that changes something; say so when another gives another value."""
    if same(one.before, one.after):
        return ""
    twin = taken.setdefault(one.place, one)
    if same(twin.after, one.after):
        return ""
    return say(
        f"{twin.origin} ให้ค่าอื่น ให้ตกลงกันเป็นค่าเดียว",
        f"{twin.origin} gives another value; agree on one of them",
    )
