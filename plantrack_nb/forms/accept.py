"""Decide whether what the groups wrote can be taken: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from plantrack_nb.core.corrections import Correction, Value, same, version_of
from plantrack_nb.core.records import row_names
from plantrack_nb.core.schema import TABLES, Round
from plantrack_nb.forms.answers import answers
from plantrack_nb.forms.doubt_form import standing
from plantrack_nb.forms.form import Returned
from plantrack_nb.load.overlay import correctable
from plantrack_nb.workbooks.columns import refuse, text_of


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
    cells = _Cells(round, known)
    version = version_of(history) + 1
    faults: list[str] = []
    taken: dict[tuple[str, str, str], Correction] = {}
    told: list[Correction] = []
    for form in filled:
        if form.key != round.key:
            faults.append(f"{form.file}: it is about the round {form.key}, not {round.key}")
            continue
        said = list(answers(form))
        faults += [one for one in said if isinstance(one, str)]
        for one in said:
            if isinstance(one, str):
                continue
            dated = replace(one, version=version, when=when)
            why = cells.refusal(one)
            if not why and one.column:
                why = _take(taken, replace(dated, before=cells.value(one)))
            elif not why:
                told.append(dated)
            faults += [f"{one.origin}: {why}"] if why else []
    refuse(
        "The filled workbooks have {}; nothing was changed.",
        faults,
        "Correct these cells, save, and read all the workbooks again.",
    )
    return Accepted(
        tuple(taken.values()),
        tuple(one for one in told if one.table),
        tuple(one for one in told if not one.table),
    )


@dataclass(frozen=True)
class _Cells:
    """The round's cells by the lasting names of their rows, and the findings it has."""

    round: Round
    known: Collection[str]

    @cached_property
    def _positions(self) -> dict[tuple[str, str], int]:
        return {
            (table, row): at
            for table, data in self.round.tables.items()
            if correctable(table)
            for at, row in enumerate(row_names(table, data))
        }

    def value(self, one: Correction) -> Value:
        """Return what stands in the answer's cell now."""
        at = self._positions[one.table, one.row]
        stands = self.round.tables[one.table][one.column].iloc[at]
        if isinstance(stands, str):
            return stands
        return None if stands != stands else float(stands)  # noqa: PLR0124  # NaN

    def refusal(self, one: Correction) -> str:
        """Say why an answer cannot be taken; ``""`` when it can."""
        there = (one.table, one.row) in self._positions if one.table else one.row in self.known
        if not there:
            what = "row" if one.table else "question"
            return f"the round has no {what} '{one.row}' any more; ask for a new workbook"
        if not one.column:
            return ""
        if one.column not in correctable(one.table):
            return "this column is put right in the source, not here"
        seen, now = _squeezed(one.before), self._shown(one)
        if same(self.value(one), one.after) or now == seen:
            return ""
        return (
            f"it was '{seen}' when the workbook was written and is '{now}' now;"
            " ask for a new workbook"
        )

    def _shown(self, one: Correction) -> str:
        column = next(each for each in TABLES[one.table].own_columns if each.name == one.column)
        value = self.value(one)
        return _squeezed(None if value is None else standing(column, value))


def _take(taken: dict[tuple[str, str, str], Correction], one: Correction) -> str:
    """Keep a correction that changes something; say so when another gives another value."""
    if same(one.before, one.after):
        return ""
    twin = taken.setdefault(one.place, one)
    if same(twin.after, one.after):
        return ""
    return f"{twin.origin} gives another value; agree on one of them"


def _squeezed(value: Value) -> str:
    return "" if value is None else " ".join(text_of(value).split())
