"""Put what several groups report together: what they agree on is taken, the rest is shown.

A form is taken whole or not at all. A cell about which joint owners say different things keeps
what stands there, until they agree or somebody settles whose word counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from plantrack_nb.core.corrections import Correction, Value, same, version_of
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import TABLES, Kind, Round
from plantrack_nb.forms.cells import Cells, squeezed
from plantrack_nb.forms.collection.new_rows import NewRow, Placing, new_rows
from plantrack_nb.forms.collection.reported import reported, value_th
from plantrack_nb.forms.collection.shares import ASKED
from plantrack_nb.forms.form import Returned

SOURCE = "แฟ้มของรอบ"
"""Who speaks where the round's own source was changed after the forms were written."""

Place = tuple[str, str, str]


@dataclass(frozen=True)
class Answer:
    """A form that was taken: whose, who filled it in, its values, and remarks without one."""

    group: str
    who: str
    file: str
    said: tuple[Correction, ...]
    remarks: tuple[Correction, ...]


@dataclass(frozen=True)
class Conflict:
    """A cell about which different things are said; it keeps what stands there."""

    stands: Value
    voices: tuple[Correction, ...]


@dataclass(frozen=True)
class Merged:
    """What came of several forms.

    Parameters
    ----------
    taken : tuple of Correction
        New values, all of one version.
    conflicts : tuple of Conflict
        Cells that were left alone.
    answers : tuple of Answer
        The forms that were taken.
    refused : Mapping of str to tuple of str
        The forms that were not, by their file, with every fault.
    """

    taken: tuple[Correction, ...]
    conflicts: tuple[Conflict, ...]
    answers: tuple[Answer, ...]
    refused: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def merge(
    round: Round,  # noqa: A002
    history: Sequence[Correction],
    forms: Iterable[Returned],
    when: str,
    settled: Collection[str] = (),
) -> Merged:
    """Put forms together.

    Parameters
    ----------
    round : Round
        The round as it stands now.
    history : sequence of Correction
        What was said before.
    forms : iterable of Returned
        The forms that came back.
    when : str
        The day, ISO.
    settled : collection of str
        Groups whose word counts where others say another thing.
    """
    cells, version = Cells(round), version_of(history) + 1
    placing = Placing(round)
    answers: list[Answer] = []
    refused: dict[str, tuple[str, ...]] = {}
    for form in forms:
        said = _said(form)
        rows = _added(form)
        faults = [*_faults(round, cells, form, said), *_unplaced(round, history, form, rows)]
        if faults:
            refused[form.file] = tuple(faults)
            continue
        more = placing.named(one for one in rows if isinstance(one, NewRow))
        dated = [
            replace(one, version=version, when=when)
            for one in (*said, *more)
            if isinstance(one, Correction)
        ]
        values = tuple(one for one in dated if one.column)
        remarks = tuple(one for one in dated if not one.column)
        answers.append(Answer(form.group, form.who, form.file, values, remarks))
    voices: dict[Place, list[Correction]] = {}
    for one in (said for answer in answers for said in answer.said):
        voices.setdefault(one.place, []).append(one)
    last = {one.place: one for one in history}
    taken, conflicts = [], []
    for place, new in voices.items():
        found = _agreed(cells, new, last.get(place), settled)
        if isinstance(found, Conflict):
            conflicts.append(found)
        elif found is not None:
            taken.append(found)
    return Merged(tuple(taken), tuple(conflicts), tuple(answers), refused)


def _said(form: Returned) -> list[Correction | str]:
    try:
        return [*reported(form)]
    except SourceError as error:  # of this form; the others go on
        return [f"{error.where}: {error.what} {error.why}"]


def _added(form: Returned) -> list[NewRow | str]:
    try:
        return [*new_rows(form)]
    except SourceError as error:
        return [f"{error.where}: {error.what} {error.why}"]


def _faults(
    round: Round,  # noqa: A002
    cells: Cells,
    form: Returned,
    said: Iterable[Correction | str],
) -> Iterable[str]:
    if form.key != round.key:
        yield say(
            f"{form.file}: เป็นแบบของรอบ {form.key} ไม่ใช่ {round.key}",
            f"{form.file}: it is about the round {form.key}, not {round.key}",
        )
        return
    for one in said:
        if isinstance(one, str):
            yield one
        elif not cells.has(one) or (one.column and one.column not in ASKED[one.table]):
            yield say(
                f"{one.origin}: รอบนี้ไม่มีแถว “{one.row}” แล้ว ให้ขอแบบใหม่",
                f"{one.origin}: the round has no row '{one.row}' any more; ask for a new form",
            )


def _unplaced(
    round: Round,  # noqa: A002
    history: Iterable[Correction],
    form: Returned,
    added: Iterable[NewRow | str],
) -> Iterable[str]:
    """Tell of rows that cannot be added: of no project, or money where the plan gives it."""
    if form.key != round.key:
        return
    numbers = {*round.projects["project_no"]}
    by_groups = {one.row.rpartition("/")[0] for one in history if one.added}
    planned = {*round.budget_lines["project_no"]} - by_groups
    for row in added:
        if isinstance(row, str):
            yield row
            continue
        origin, no = row.said[0].origin, row.project_no
        if no not in numbers:
            thai, english = f"รอบนี้ไม่มีโครงการ {no}", f"the round has no project {no}"
            yield say(f"{origin}: {thai}", f"{origin}: {english}")
        elif row.table == "budget_lines" and no in planned:
            thai = f"โครงการ {no} มีรายการเงินตามแผนแล้ว ให้แจ้งผู้จัดทำรายงาน"
            english = f"project {no} has its money by the plan; ask whoever compiles the report"
            yield say(f"{origin}: {thai}", f"{origin}: {english}")


def _agreed(
    cells: Cells, new: Sequence[Correction], last: Correction | None, settled: Collection[str]
) -> Correction | Conflict | None:
    """Return what is taken, or why nothing is; None where nothing changes."""
    there = cells.has(new[0])
    stands = cells.value(new[0]) if there else _nothing(new[0])
    voices: list[Correction] = [*new]
    if there:
        voices += _standing_voice(cells, new, last)
    own = [one for one in voices if one.group in settled]
    counted = own or voices
    if any(not same(one.after, counted[0].after) for one in counted):
        return Conflict(stands, tuple(voices))
    if same(counted[0].after, stands):
        return None
    others = [one for one in voices if not same(one.after, counted[0].after)]
    told = "".join(f" ({one.group}: {value_th(one, one.after)})" for one in others)
    return replace(counted[0], before=stands, reason=counted[0].reason + told)


def _nothing(one: Correction) -> Value:
    """Return what stands in a cell of a row that is new."""
    if one.added:
        return None
    column = next(each for each in TABLES[one.table].own_columns if each.name == one.column)
    return "" if column.kind is Kind.TEXT else None


def _standing_voice(
    cells: Cells, new: Sequence[Correction], last: Correction | None
) -> list[Correction]:
    """Return whose word stands in the cell, if it is another's than those who speak now.

    Values as the form showed them are nobody's word: they were there before anybody was asked.
    """
    stands = cells.value(new[0])
    if last is not None and same(last.after, stands):
        return [] if last.group in {one.group for one in new} else [last]
    shown = {squeezed(one.before) for one in new}
    if cells.shown(new[0]) in shown or any(same(one.after, stands) for one in new):
        return []
    return [replace(new[0], after=stands, group=SOURCE, who="", reason="", origin=SOURCE)]
