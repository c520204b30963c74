"""What has become of a round since the one before it, kept beside the round for its report."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.year.change import Change, as_record, from_record

FILE = "changes.json"


@dataclass(frozen=True)
class SinceLast:
    """A round since the one before it.

    Parameters
    ----------
    before : RoundKey
        The round before.
    changes : tuple of Change
        What has changed.
    finished : tuple of str
        Numbers of the projects that are done now and were not.
    """

    before: RoundKey
    changes: tuple[Change, ...]
    finished: tuple[str, ...] = ()

    def told_of(self, kinds: Iterable[str]) -> list[str]:
        """List the projects with a change of some kinds, by their numbers now, in order."""
        wanted = {*kinds}
        found = (one.project_no for one in self.changes if one.kind in wanted and one.project_no)
        return [*dict.fromkeys(found)]


def write_since(since: SinceLast) -> str:
    """Write it as JSON, a line a change: indenting would take ten times as long."""
    changes = ",\n".join(json.dumps(as_record(one), ensure_ascii=False) for one in since.changes)
    finished = json.dumps(since.finished)
    head = f'{{"before": "{since.before}",\n"finished": {finished},\n"changes": [\n'
    return f"{head}{changes}\n]}}\n"


def read_since(path: Path) -> SinceLast | None:
    """Read what :func:`write_since` wrote; None where there is no file: no round is before it.

    Raises
    ------
    SourceError
        The file is damaged.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        changes = tuple(map(from_record, held["changes"]))
        return SinceLast(_key(held["before"]), changes, tuple(held["finished"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SourceError(
            say(
                "อ่านสิ่งที่เปลี่ยนจากรอบก่อนไม่ได้",
                "What has changed since the round before cannot be read.",
            ),
            where=str(path),
            why=str(error),
            hint=say(
                "รันสมุดงาน 02_check (หรือสั่ง plantrack run) ของรอบนี้ใหม่",
                "Run the notebook 02_check (or 'plantrack run') for this round again.",
            ),
        ) from error


def _key(text: str) -> RoundKey:
    found = RoundKey.read(text)
    if found is None:
        raise ValueError(say(f"“{text}” ไม่ใช่รอบ", f"'{text}' is no round"))
    return found
