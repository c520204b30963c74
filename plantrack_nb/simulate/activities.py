"""Activities of a made-up project: their words, marks and sub-activities agree."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.simulate.activity_texts import ANY, DONE, Scene
from plantrack_nb.simulate.draft import Row
from plantrack_nb.simulate.invented_words import PARTS

_MODES = (Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED, Status.PARTIAL)
_WEIGHTS = (20, 25, 20, 35)


@dataclass(frozen=True)
class Work:
    """A main activity: what it says, how far it is, and the words of its sub-activities."""

    text: str
    status: str
    progress: float | None = None
    below: tuple[tuple[str, str], ...] = ()


def works(scene: Scene, *, may_be_done: bool = True) -> list[Work]:
    """Draw the main activities of a project with what stands below them."""
    draw = scene.draw
    statuses = _statuses(scene, draw.randint(4, 8), may_be_done=may_be_done)
    done = statuses.count(Status.DONE)
    steps = [*draw.sample(DONE + ANY, done)]
    steps += draw.sample([one for one in ANY if one not in steps], len(statuses) - done)
    percents = draw.random() < 0.3
    words = draw.sample(PARTS, len(PARTS))
    marked = draw.random() < 0.6
    made = []
    for step, status in zip(steps, statuses, strict=True):
        below, words = words[: draw.choice((0, 0, 2, 3))], words[3:]
        made.append(
            Work(
                step(scene),
                status,
                _progress(scene, status, len(below) if marked else 0) if percents else None,
                tuple(_parts(scene, below, status, marked=marked)),
            )
        )
    if draw.random() < 0.25:
        made.append(_two_classes(scene, made[-1].status))
    return made


def rows_of(found: Sequence[Work], project_no: str, first_line: int) -> list[Row]:
    """Give the activities their numbers, each on its own line of the document."""
    made: list[Row] = []
    for number, work in enumerate(found, start=1):
        mine: dict[str, object] = {
            "project_no": project_no,
            "parent_no": "",
            "progress_pct": work.progress,
        }
        made.append(_row(mine, f"{number}", work.text, work.status, first_line + len(made)))
        for nth, (words, status) in enumerate(work.below, start=1):
            place = first_line + len(made)
            own: dict[str, object] = {"project_no": project_no, "parent_no": f"{number}"}
            made.append(_row(own, f"{number}-{nth}", words, status, place))
    return made


def raw_of(activity_no: str, words: str, status: str) -> str:
    """Write an activity as its cells stand in the document."""
    mark = STATUS_TH[Status(status)] if status else ""
    bullet = "- " if "-" in activity_no else f"{activity_no}."
    return f"{mark} | {bullet}{words}" if mark else f"{bullet}{words}"


def _row(own: dict[str, object], activity_no: str, words: str, status: str, place: int) -> Row:
    return {
        **own,
        "activity_no": activity_no,
        "text": words,
        "status": status,
        "source_ref": f"L{place}.8",
        "raw": raw_of(activity_no, words, status),
    }


def _statuses(scene: Scene, count: int, *, may_be_done: bool) -> list[str]:
    mode = scene.draw.choices(_MODES, _WEIGHTS)[0]
    if not may_be_done:
        mode = Status.IN_PROGRESS if mode in (Status.DONE, Status.PARTIAL) else mode
    if mode is not Status.PARTIAL:
        return [mode.value] * count
    done = scene.draw.randint(1, count - 2)
    under_way = scene.draw.randint(1, count - done - 1)
    waiting = count - done - under_way
    return (
        [Status.DONE.value] * done
        + [Status.IN_PROGRESS.value] * under_way
        + [Status.NOT_STARTED.value] * waiting
    )


def _progress(scene: Scene, status: str, parts: int) -> float:
    """Draw a percent; of work under way all marked parts but the last are done."""
    fixed = {Status.DONE.value: 100.0, Status.NOT_STARTED.value: 0.0}
    least = 5 * math.ceil(20 * (parts - 1) / parts) if parts > 1 else 10
    return fixed.get(status, float(scene.draw.randrange(least, 95, 5)))


def _parts(
    scene: Scene, words: Sequence[str], status: str, *, marked: bool
) -> Iterator[tuple[str, str]]:
    """Sub-activities of work under way are done but for the last one."""
    for nth, one in enumerate(words, start=1):
        own = status
        if status == Status.IN_PROGRESS and nth < len(words):
            own = Status.DONE.value
        yield f"{one}สำหรับ{scene.topic}", own if marked else ""


def _two_classes(scene: Scene, status: str) -> Work:
    first, second = scene.draw.randint(15, 40), scene.draw.randint(15, 40)
    return Work(
        f"อบรมขยายผล{scene.topic} แบ่งเป็นสองรุ่น จำนวน {first + second} คน",
        status,
        below=((f"รุ่นที่ 1 จำนวน {first} คน", status), (f"รุ่นที่ 2 จำนวน {second} คน", status)),
    )
