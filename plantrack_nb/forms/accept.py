"""Decide whether what the groups wrote can be taken: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from plantrack_nb.core.corrections import Correction, Value, same, version_of
from plantrack_nb.core.errors import SchemaError
from plantrack_nb.core.schema import TABLES, Kind, Round
from plantrack_nb.forms.incoming import Answer, Filled
from plantrack_nb.forms.layout import shown
from plantrack_nb.forms.questions import Reply
from plantrack_nb.load.overlay import correctable, row_names
from plantrack_nb.load.round_book.values import shown as as_text

_SHOWN = 20


@dataclass(frozen=True)
class Explanation:
    """Why a row is right as it stands, in the words of its group."""

    table: str
    row: str
    reason: str
    who: str
    group: str


@dataclass(frozen=True)
class Answered:
    """What somebody answered to a finding that concerns no cell."""

    finding: str
    text: str
    who: str


@dataclass(frozen=True)
class Accepted:
    """What came back: values to change, explanations of values that stay, answers."""

    corrections: tuple[Correction, ...]
    explanations: tuple[Explanation, ...]
    answers: tuple[Answered, ...] = ()


def accept(
    round: Round,  # noqa: A002
    history: Sequence[Correction],
    filled: Sequence[Filled],
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
    filled : sequence of Filled
        The workbooks.
    when : str
        The day, ISO.
    known : collection of str
        Ids of the round's findings, which may have been answered.

    Raises
    ------
    SchemaError
        A value cannot be taken, or stands against one that was changed since the workbook was
        written or that another workbook gives; every fault is told with its cell.
    """
    cells = _Cells(round)
    version = version_of(history) + 1
    faults: list[str] = []
    taken: dict[tuple[str, str, str], Correction] = {}
    explained: list[Explanation] = []
    answered: list[Answered] = []
    for book in filled:
        if book.key != round.key:
            faults.append(f"{book.file}: it is about the round {book.key}, not {round.key}")
            continue
        faults += [f"{book.file}, {one}" for one in book.faults]
        for one in book.answers:
            why = cells.refusal(one)
            if not why and one.column:
                why = _take(taken, _correction(cells, one, book, version, when))
            elif not why:
                who = book.who or book.group
                explained.append(Explanation(one.table, one.row, one.reason, who, book.group))
            faults += [f"{book.file}, {one.where}: {why}"] if why else []
        faults += [_no_question(book, one) for one in book.replies if one.finding not in known]
        who = book.who or book.group
        answered += [Answered(one.finding, one.text, who) for one in book.replies]
    if faults:
        raise _all_told(faults)
    return Accepted(tuple(taken.values()), tuple(explained), tuple(answered))


def _no_question(book: Filled, one: Reply) -> str:
    return (
        f"{book.file}, {one.where}: the round has no question '{one.finding}' any more;"
        " ask for a new workbook"
    )


@dataclass(frozen=True)
class _Cells:
    """The round's cells by the lasting names of their rows."""

    round: Round

    @cached_property
    def _positions(self) -> dict[tuple[str, str], int]:
        return {
            (table, row): at
            for table, data in self.round.tables.items()
            if correctable(table)
            for at, row in enumerate(row_names(table, data))
        }

    def value(self, one: Answer) -> Value:
        """Return what stands in the answer's cell now."""
        at = self._positions[one.table, one.row]
        stands = self.round.tables[one.table][one.column].iloc[at]
        if isinstance(stands, str):
            return stands
        return None if stands != stands else float(stands)  # noqa: PLR0124  # NaN

    def refusal(self, one: Answer) -> str:
        """Say why an answer cannot be taken; ``""`` when it can."""
        if (one.table, one.row) not in self._positions:
            return f"the round has no row '{one.row}' any more; ask for a new workbook"
        if not one.column:
            return ""
        if one.column not in correctable(one.table):
            return "this column is put right in the source, not here"
        now = self._shown(one)
        if same(self.value(one), one.right) or now == _squeezed(one.seen):
            return ""
        return (
            f"it was '{_squeezed(one.seen)}' when the workbook was written and is '{now}' now;"
            " ask for a new workbook"
        )

    def _shown(self, one: Answer) -> str:
        column = next(each for each in TABLES[one.table].own_columns if each.name == one.column)
        value = self.value(one)
        if column.kind is not Kind.TEXT and value is None:
            return ""
        return _squeezed(shown(column, value))


def _correction(cells: _Cells, one: Answer, book: Filled, version: int, when: str) -> Correction:
    return Correction(
        version=version,
        table=one.table,
        row=one.row,
        column=one.column,
        before=cells.value(one),
        after=one.right,
        reason=one.reason,
        who=book.who or book.group,
        group=book.group,
        when=when,
        origin=f"{book.file}, {one.where}",
    )


def _take(taken: dict[tuple[str, str, str], Correction], one: Correction) -> str:
    """Keep a correction that changes something; say so when another gives another value."""
    if same(one.before, one.after):
        return ""
    twin = taken.setdefault(one.place, one)
    if same(twin.after, one.after):
        return ""
    return f"{twin.origin} gives another value; agree on one of them"


def _squeezed(value: object) -> str:
    return " ".join(as_text(value).split())  # type: ignore[arg-type]


def _all_told(faults: Sequence[str]) -> SchemaError:
    count = len(faults)
    rest = [f"… and {count - _SHOWN} more"] if count > _SHOWN else []
    return SchemaError(
        f"The filled workbooks have {count} fault{'s' * (count > 1)}; nothing was changed.",
        why="\n         ".join([*faults[:_SHOWN], *rest]),
        hint="Correct these cells, save, and read all the workbooks again.",
    )
