"""The register of a collection: what was sent to whom, who has answered, what they remarked.

It stands in ``params/rounds/{round}/collected.jsonl``, one event a line, and is only ever added
to. The values themselves are among the round's corrections, each with who said it and when.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from plantrack_nb.core.corrections import round_files
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import write_text
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey


class Kind(StrEnum):
    """What happened."""

    SENT = "sent"
    ANSWERED = "answered"
    REMARK = "remark"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in a collection.

    Parameters
    ----------
    kind : Kind
        What.
    group, who, when : str
        Which group, who filled the form in, and the day (ISO).
    file : str
        The form.
    due : str
        The day by which a form that was sent should be back (ISO), or ``""``.
    values : int
        How many rows were asked about, or values given.
    text : str
        A remark, or what stands against what.
    """

    kind: Kind
    group: str
    who: str
    when: str
    file: str = ""
    due: str = ""
    values: int = 0
    text: str = ""

    @property
    def what(self) -> tuple[object, ...]:
        """All but the day: the same thing need not be told again."""
        return (self.kind, self.group, self.who, self.file, self.due, self.values, self.text)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a group stands: when its form was sent and is due, who has answered and when."""

    group: str
    sent: str
    due: str
    answered: str = ""
    who: str = ""
    values: int = 0

    def is_late(self, today: str) -> bool:
        """Tell whether the form should be back and is not."""
        return not self.answered and bool(self.due) and self.due < today


def collection_file(params: Path, key: RoundKey) -> Path:
    """File of a round's collection; it need not exist."""
    return round_files(params, key) / "collected.jsonl"


def read_events(path: Path) -> tuple[Event, ...]:
    """Read all that happened, oldest first; nothing when there is no file.

    Raises
    ------
    SourceError
        The file cannot be read, or a line of it is damaged.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return tuple(_event(json.loads(line)) for line in lines if line.strip())
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SourceError(
            say("อ่านทะเบียนการรวบรวมผลไม่ได้", "The register of the collection cannot be read."),
            where=str(path),
            why=str(error),
            hint=say(
                "นำแฟ้มกลับมาจากสำเนา หรือลบบรรทัดที่เสียด้วยมือ",
                "Restore the file from a copy; a damaged line may be taken out by hand.",
            ),
        ) from error


def add_events(path: Path, more: Iterable[Event]) -> None:
    """Add what happened at the end, but for what was told already; what stands there stays.

    Whoever adds is changing it (:func:`core.locks.changing`).
    """
    known = read_events(path)
    told = {one.what for one in known}
    new = [one for one in more if one.what not in told]
    if new:
        lines = (json.dumps(asdict(one), ensure_ascii=True) for one in (*known, *new))
        write_text(path, "".join(f"{line}\n" for line in lines))


def standings(events: Sequence[Event]) -> list[Standing]:
    """Tell where each group stands, in the order in which they were asked."""
    found: dict[str, Standing] = {}
    for one in events:
        was = found.get(one.group, Standing(one.group, "", ""))
        if one.kind is Kind.SENT:
            found[one.group] = Standing(
                one.group, one.when, one.due, was.answered, was.who, was.values
            )
        elif one.kind is Kind.ANSWERED:
            found[one.group] = Standing(one.group, was.sent, was.due, one.when, one.who, one.values)
    return [*found.values()]


def _event(held: dict[str, object]) -> Event:
    return Event(**{**held, "kind": Kind(str(held["kind"]))})  # type: ignore[arg-type]  # its own JSON
