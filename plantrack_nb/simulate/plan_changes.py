"""What happens to a plan within a year beside work going on: planted between two quarters.

Each planter changes one project and tells what it did, or does nothing where it has no place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import isnan

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.simulate.activities import raw_of
from plantrack_nb.simulate.budget_lines import settled
from plantrack_nb.simulate.draft import Row, number, text
from plantrack_nb.simulate.quarters import Moved, Quarter, mark, pay, spent_of
from plantrack_nb.thai.groups import GROUPS

_TABLES = ("projects", "budget_lines", "activities")
_NEW_NAMES = (
    "ลานกีฬาต้านภัยยาเสพติด",
    "ห้องสมุดมีชีวิตในโรงเรียนขนาดเล็ก",
    "ธนาคารขยะรีไซเคิล",
    "สวนพฤกษศาสตร์โรงเรียน",
)
_TYPED_ANEW: tuple[Callable[[str], str], ...] = (
    lambda name: f"{name} ปีการศึกษา 2565 ระดับเขตพื้นที่",
    lambda name: name.replace("โครงการ", "โครงการส่งเสริมสนับสนุนการ", 1),
    lambda name: name.replace("โครงการ", "", 1)[: max(12, 2 * len(name) // 3)],
    lambda name: f"โครงการขับเคลื่อนงาน{name.removeprefix('โครงการ')[4:]}",
    lambda name: name.replace("การศึกษา", "กศ.").replace("โรงเรียน", "ร.ร.") + " (ปรับปรุง)",
    lambda name: name[: len(name) // 2] + "เชิงรุกและ" + name[len(name) // 2 :],
)


def upheave(made: Quarter, wanted: int) -> None:
    """Plant up to ``wanted`` upheavals of different kinds, each in a project of its own."""
    kinds = made.draw.sample(sorted(PLANTERS), len(PLANTERS))
    free = [text(row, "project_no") for row in made.draft.of("projects")]
    made.draw.shuffle(free)
    for kind in (kinds * 4)[: 4 * wanted]:
        if wanted == 0:
            return
        at = next((no for no in free if PLANTERS[kind](made, _project(made, no)[1])), None)
        if at is not None:
            free.remove(at)
            wanted -= 1


def _project(made: Quarter, project_no: str) -> tuple[int, Row]:
    return next(made.draft.numbered("projects", project_no))


def _forget(made: Quarter, project_no: str) -> None:
    """Take back what was told of a project that is gone, or is known by another number now."""
    made.moved = [one for one in made.moved if one.project_no != project_no]


def _move(made: Quarter, before: str, after: str, **of_project: object) -> None:
    """Give a project another number wherever it stands."""
    for table in _TABLES:
        for at, _ in list(made.draft.numbered(table, before)):
            more = of_project if table == "projects" else {}
            made.draft = made.draft.changed(table, at, project_no=after, **more)
    made.moved = [
        replace(one, project_no=after) if one.project_no == before else one for one in made.moved
    ]


def _free_number(made: Quarter, strategy_no: str) -> str:
    taken = {text(row, "project_no") for row in made.draft.of("projects")}
    return next(no for at in range(1, 99) if (no := f"{strategy_no}.{at}") not in taken)


def _renumber(made: Quarter, row: Row) -> bool:
    before, after = text(row, "project_no"), _free_number(made, text(row, "strategy_no"))
    _move(made, before, after)
    made.moved.append(Moved("project_renumbered", after, before, "", before, after))
    return True


def _move_strategy(made: Quarter, row: Row) -> bool:
    others = [
        text(one, "strategy_no")
        for one in made.draft.of("strategies")
        if one["strategy_no"] != row["strategy_no"]
    ]
    strategy = made.draw.choice(others)
    before, after = text(row, "project_no"), _free_number(made, strategy)
    _move(made, before, after, strategy_no=strategy)
    made.moved.append(Moved("project_renumbered", after, before, "", before, after))
    old = text(row, "strategy_no")
    made.moved.append(Moved("project_moved", after, before, "", old, strategy))
    return True


def _rename(made: Quarter, row: Row) -> bool:
    at, _ = _project(made, text(row, "project_no"))
    name = made.draw.choice(_TYPED_ANEW)(text(row, "name"))
    if name.replace(" ", "") == text(row, "name").replace(" ", ""):
        return False
    made.draft = made.draft.changed("projects", at, name=name, raw=name)
    made.tell("project_renamed", row, row["name"], name)
    return True


def _other_owner(made: Quarter, row: Row) -> bool:
    at, _ = _project(made, text(row, "project_no"))
    others = [one.name for one in GROUPS if one.name not in text(row, "owner_groups")]
    group = made.draw.choice(others)
    made.draft = made.draft.changed("projects", at, owner_groups=group, persons="")
    made.tell("owner_changed", row, row["owner_groups"], group)
    return True


def _lines(made: Quarter, row: Row, least: float = 0.0) -> list[tuple[int, Row]]:
    return [
        (at, line)
        for at, line in made.draft.numbered("budget_lines", text(row, "project_no"))
        if not isnan(number(line, "budget")) and number(line, "disbursed") > least
    ]


def _more_money(made: Quarter, row: Row) -> bool:
    lines = _lines(made, row, least=-1)
    if not lines:
        return False
    at, line = made.draw.choice(lines)
    before = number(line, "budget")
    after = float(round(before * made.draw.uniform(1.1, 1.6) / 100) * 100 + 100)
    made.draft = made.draft.changed("budget_lines", at, **settled({**line, "budget": after}))
    pay(made, at, number(line, "disbursed"))
    made.tell("budget_changed", row, before, after)
    return True


def _less_spent(made: Quarter, row: Row) -> bool:
    """Let less be spent than a quarter before, whatever was spent since."""
    no = text(row, "project_no")
    rose = next(
        (one for one in made.moved if one.project_no == no and one.kind == "disbursed_rose"), None
    )
    lines = _lines(made, row)
    before = float(rose.before) if rose else spent_of(made.draft, no)
    if not lines or before <= 0:
        return False
    share = made.draw.uniform(0.3, 0.8) * before / spent_of(made.draft, no)
    for at, line in lines:
        pay(made, at, float(int(number(line, "disbursed") * share)))
    made.moved = [one for one in made.moved if one is not rose]
    _speak(made, no)
    made.tell("disbursed_fell", row, before, spent_of(made.draft, no))
    return True


def _back(made: Quarter, row: Row) -> bool:
    """Set a main activity without others below it a step back."""
    no = text(row, "project_no")
    rows = list(made.draft.numbered("activities", no))
    parents = {text(one, "parent_no") for _, one in rows}
    told = {one.activity_no for one in made.moved if one.project_no == no}
    for at, one in rows:
        leaf = not text(one, "parent_no") and text(one, "activity_no") not in parents | told
        if leaf and text(one, "status") == Status.DONE.value:
            _speak(made, no)
            percent = None if isnan(number(one, "progress_pct")) else 60.0
            mark(made, at, Status.IN_PROGRESS.value, progress=percent)
            return True
    return False


def _speak(made: Quarter, project_no: str) -> None:
    """Something is reported of the project after all."""
    made.moved = [
        one
        for one in made.moved
        if not (one.project_no == project_no and one.kind == "nothing_reported")
    ]


def _new_activity(made: Quarter, row: Row) -> bool:
    no = text(row, "project_no")
    rows = list(made.draft.numbered("activities", no))
    if not rows:
        return False
    at, last = rows[-1]
    top = sum(not text(one, "parent_no") for _, one in rows) + 1
    words = f"สรุปบทเรียนและถอดประสบการณ์ครั้งที่ {top} ร่วมกับเครือข่าย"
    made_row: Row = {
        **last,
        "activity_no": f"{top}",
        "parent_no": "",
        "text": words,
        "status": Status.NOT_STARTED.value,
        "progress_pct": None,
        "raw": raw_of(f"{top}", words, Status.NOT_STARTED.value),
    }
    everything = list(made.draft.of("activities"))
    everything.insert(at + 1, made_row)
    made.draft = made.draft.holding("activities", everything)
    _speak(made, no)
    made.tell("activity_new", made_row, "", words)
    return True


def _lost_activity(made: Quarter, row: Row) -> bool:
    no = text(row, "project_no")
    rows = list(made.draft.numbered("activities", no))
    at, last = rows[-1] if rows else (0, {})
    labels = {text(line, "label") for _, line in made.draft.numbered("budget_lines", no)}
    if len(rows) < 3 or text(last, "parent_no") or text(last, "text") in labels:
        return False
    made.draft = made.draft.without("activities", [at])
    made.moved = [
        one
        for one in made.moved
        if (one.project_no, one.activity_no) != (no, text(last, "activity_no"))
    ]
    _speak(made, no)
    made.tell("activity_gone", last, last["text"], "")
    return True


def _gone(made: Quarter, row: Row) -> bool:
    no = text(row, "project_no")
    for table in _TABLES:
        places = [at for at, _ in made.draft.numbered(table, no)]
        made.draft = made.draft.without(table, places)
    _forget(made, no)
    made.moved.append(Moved("project_gone", "", no, "", text(row, "name"), ""))
    return True


def _new(made: Quarter, row: Row) -> bool:
    """Add a project that nobody has seen before, behind the last of its strategy."""
    no = _free_number(made, text(row, "strategy_no"))
    taken = {text(one, "name") for one in made.draft.of("projects")}
    taken |= {one.before for one in made.moved}
    names = [f"โครงการ{name}" for name in _NEW_NAMES if f"โครงการ{name}" not in taken]
    if not names or no.endswith(".1"):
        return False
    name = made.draw.choice(names)
    project = {**row, "project_no": no, "name": name, "raw": name, "budget_state": "none"}
    words = f"เตรียมการ{name.removeprefix('โครงการ')}ในโรงเรียนนำร่อง"
    status = Status.NOT_STARTED.value
    activity = {
        "project_no": no,
        "activity_no": "1",
        "parent_no": "",
        "text": words,
        "status": status,
        "source_ref": text(row, "source_ref").replace(".2", ".8"),
        "raw": raw_of("1", words, status),
    }
    made.draft = made.draft.holding("projects", [*made.draft.of("projects"), project])
    made.draft = made.draft.holding("activities", [*made.draft.of("activities"), activity])
    made.moved.append(Moved("project_new", no, "", "", "", name))
    return True


PLANTERS: Mapping[str, Callable[[Quarter, Row], bool]] = {
    "activity_gone": _lost_activity,
    "activity_new": _new_activity,
    "budget_changed": _more_money,
    "disbursed_fell": _less_spent,
    "owner_changed": _other_owner,
    "project_gone": _gone,
    "project_moved": _move_strategy,
    "project_new": _new,
    "project_renamed": _rename,
    "project_renumbered": _renumber,
    "status_back": _back,
}
"""How to plant each kind of change, by its name in the glossary."""
