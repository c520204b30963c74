"""Made-up projects of every kind that plans hold, with their lines and activities."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plantrack_nb.core.calendar import months_in_round
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.core.vocabulary import BUDGET_STATE_TH, BudgetState, Status, join_items
from plantrack_nb.simulate.activities import Work, rows_of, works
from plantrack_nb.simulate.activity_texts import Scene
from plantrack_nb.simulate.areas import Office
from plantrack_nb.simulate.budget_lines import awaiting_line, budget_of, line, spent_share
from plantrack_nb.simulate.draft import Row
from plantrack_nb.simulate.invented_words import POSTS, STRATEGIES, SUBSIDIES, VERBS, WHO
from plantrack_nb.thai.groups import GROUPS
from plantrack_nb.thai.numbers import format_baht, format_count

Place = dict[str, object]
Lines = list[Row]


@dataclass(frozen=True)
class Parts:
    """What a kind of project decides: its activities, lines, state and targets."""

    works: list[Work]
    lines: Callable[[Mapping[str, Place]], Lines]
    state: BudgetState = BudgetState.BUDGETED
    targets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Project:
    """Rows of one project."""

    row: Row
    lines: Sequence[Row]
    activities: Sequence[Row]


def strategies(office: Office, key: RoundKey, draw: random.Random, line_no: int) -> Iterator[
    tuple[Row, list[Project]]
]:  # fmt: skip
    """Draw strategies with their projects, standing in the document from ``line_no`` on."""
    for number, (name, topics) in enumerate(STRATEGIES, start=1):
        chosen = draw.sample(topics, draw.randint(max(2, len(topics) - 4), len(topics)))
        heading: Row = {
            "strategy_no": f"{number}",
            "name": name,
            "source_ref": f"L{line_no}",
            "raw": f"กลยุทธ์ที่ {number} {name}",
        }
        line_no += 1
        projects: list[Project] = []
        for nth, topic in enumerate(chosen, start=1):
            scene = _scene(office, key, topic, draw)
            made = _project(scene, f"{number}.{nth}", _kind(number, nth, draw), line_no)
            line_no += len(made.activities) + 2
            projects.append(made)
        yield heading, projects


def _scene(office: Office, key: RoundKey, topic: str, draw: random.Random) -> Scene:
    heads, goal = draw.randint(110, 400), draw.randrange(70, 95, 5)
    return Scene(office, key, topic, draw.choice(WHO), heads, goal, draw)


def _kind(strategy: int, nth: int, draw: random.Random) -> Callable[[Scene], Parts]:
    if nth == 1 and strategy in (3, 4):
        return _pay if strategy == 3 else _subsidy
    kinds = (_single, _several, _priced, _left, _awaiting, _no_budget)
    return draw.choices(kinds, (38, 20, 14, 8, 10, 10))[0]


def _project(scene: Scene, number: str, kind: Callable[[Scene], Parts], line_no: int) -> Project:
    draw, parts = scene.draw, kind(scene)
    owners = sorted(draw.sample(range(len(GROUPS)), 2 if draw.random() < 0.15 else 1))
    groups = tuple(GROUPS[at].name for at in owners)
    activities = rows_of(parts.works, number, line_no)
    places: dict[str, Place] = {}
    for row in activities:
        ref = str(row["source_ref"]).replace(".8", ".5")
        places[str(row["text"])] = {"project_no": number, "source_ref": ref}
    lines = [{**one, "line_no": nth} for nth, one in enumerate(parts.lines(places), start=1)]
    name = f"โครงการ{draw.choice(VERBS)}{scene.topic}"
    state = BUDGET_STATE_TH[parts.state]
    project: Row = {
        "project_no": number,
        "strategy_no": number.partition(".")[0],
        "name": name,
        "targets": "\n".join(parts.targets or _targets(scene)),
        "indicators": f"1.ร้อยละ {scene.goal} ของ{scene.who}มีความรู้ความเข้าใจเรื่อง{scene.topic}"
        f" 2.ร้อยละ {draw.randrange(80, 100, 5)} ของโรงเรียนรายงานผลตามกำหนด",
        "owner_groups": join_items(groups),
        "persons": join_items(scene.office.persons_of(groups)),
        "budget_state": parts.state.value,
        "source_ref": f"L{line_no}.2",
        "raw": f"{name} | {state}" if parts.state is BudgetState.NONE else name,
    }
    return Project(project, lines, activities)


def _targets(scene: Scene) -> tuple[str, ...]:
    both = f"1.โรงเรียนในสังกัด {scene.office.schools} แห่ง 2.{scene.who} จำนวน {scene.heads} คน"
    if scene.draw.random() < 0.3:
        both += f" 3.บุคลากรในสังกัด จำนวน {scene.office.staff} คน"
    return (both,)


def _single(scene: Scene) -> Parts:
    """One amount for the whole project, printed beside its first activity."""
    found, draw = works(scene), scene.draw
    budget = budget_of(draw)
    share = spent_share(draw, _status(found), may_wait=_is_young(found))
    return Parts(found, _each(found[:1], [budget], [share], draw))


def _left(scene: Scene) -> Parts:
    """One amount whose line says what is left of it."""
    found, draw = works(scene), scene.draw
    budget = budget_of(draw)
    share = spent_share(draw, _status(found), may_wait=_is_young(found))

    def lines(at: Mapping[str, Place]) -> Lines:
        made = line("", budget, share, draw, at[found[0].text])
        left = format_baht(budget - float(str(made["disbursed"])))
        return [{**made, "label": f"ค่าใช้จ่ายงาน{scene.topic} คงเหลือ {left} บาท"}]

    return Parts(found, lines)


def _several(scene: Scene) -> Parts:
    """Give each of some activities its own amount."""
    found, draw = works(scene), scene.draw
    paid = sorted(draw.sample(range(len(found)), draw.randint(2, 3)))

    def lines(at: Mapping[str, Place]) -> Lines:
        made = []
        for nth in paid:
            work = found[nth]
            share = spent_share(draw, work.status, _known(work.progress), may_wait=_is_young(found))
            made.append(line(work.text, budget_of(draw), share, draw, at[work.text]))
        return made

    return Parts(found, lines)


def _priced(scene: Scene) -> Parts:
    """Activities that tell their cost in brackets, and one amount that is their sum."""
    draw = scene.draw
    costs = [draw.randrange(1000, 20000, 100) for _ in range(20)]
    found = [
        Work(f"{one.text} ({format_baht(cost)} บาท)", one.status, one.progress, one.below)
        for one, cost in zip(works(scene), costs, strict=False)
    ]
    budget = float(sum(costs[: len(found)]))
    share = spent_share(draw, _status(found), may_wait=_is_young(found))
    return Parts(found, _each(found[:1], [budget], [share], draw))


def _awaiting(scene: Scene) -> Parts:
    found = works(scene, may_be_done=False)
    label = found[0].text
    return Parts(found, lambda at: [awaiting_line(label, at[label])], BudgetState.AWAITING)


def _no_budget(scene: Scene) -> Parts:
    return Parts(works(scene), lambda _: [], BudgetState.NONE)


def _pay(scene: Scene) -> Parts:
    """Wages by post, paid month by month, and a contract whose parts add up."""
    draw, year = scene.draw, scene.key.fiscal_year % 100
    span = f"ต.ค.{year - 1:02d}-ก.ย.{year:02d}"
    found, targets, budgets = [], [], []
    for post in draw.sample(POSTS, draw.randint(4, 6)):
        heads, rate = draw.randint(2, 50), draw.choice((9000, 11500, 15000))
        words = f"ค่าจ้าง{post} เดือนละ {format_baht(rate)} บาท จำนวน {heads} คน"
        found.append(Work(f"{words} ค่าจ้าง 12 เดือน ({span})", Status.IN_PROGRESS.value))
        targets.append(f"{heads} อัตรา ({span})")
        budgets.append(float(12 * heads * rate))
    contract, total = _contract(scene)
    found.append(contract)
    targets.append(f"{len(contract.below)} อัตรา ({span})")
    budgets.append(total)
    share = months_in_round(scene.key.quarter) / 12
    lines = _each(found, budgets, [share] * len(found), draw)
    return Parts(found, lines, targets=tuple(targets))


def _contract(scene: Scene) -> tuple[Work, float]:
    posts = scene.draw.sample(POSTS, 3)
    sums = [scene.draw.randrange(100_000, 200_000, 1000) for _ in posts]
    below = tuple(
        (f"ตำแหน่ง{post} เป็นเงิน {format_baht(one)} บาท", Status.IN_PROGRESS.value)
        for post, one in zip(posts, sums, strict=True)
    )
    words = f"จ้างเหมาบริการสำนักงาน จำนวน {len(posts)} คน เป็นเงินทั้งสิ้น {format_baht(sum(sums))} บาท"
    return Work(words, Status.IN_PROGRESS.value, below=below), float(sum(sums))


def _subsidy(scene: Scene) -> Parts:
    """Money by the head, of millions of baht."""
    draw, pupils = scene.draw, scene.office.pupils
    found, budgets, shares = [], [], []
    for item in draw.sample(SUBSIDIES, draw.randint(2, 4)):
        rate, status = draw.choice((195, 250, 430, 1900)), draw.choice(list(Status)[:2])
        counted = f"นักเรียน จำนวน {format_count(pupils)} คน"
        found.append(Work(f"สนับสนุน{item} {counted} คนละ {format_baht(rate)} บาท", status.value))
        budgets.append(float(pupils * rate))
        shares.append(1.0 if status is Status.DONE else 0.7)
    targets = f"1.โรงเรียนในสังกัด {scene.office.schools} แห่ง 2.นักเรียน จำนวน {format_count(pupils)} คน"
    return Parts(found, _each(found, budgets, shares, draw), targets=(targets,))


def _each(
    paid: Sequence[Work], budgets: Sequence[float], shares: Sequence[float], draw: random.Random
) -> Callable[[Mapping[str, Place]], Lines]:
    """Give each of some activities a line beside it, once their places are known."""
    return lambda at: [
        line(one.text, budget, share, draw, at[one.text])
        for one, budget, share in zip(paid, budgets, shares, strict=True)
    ]


def _status(found: list[Work]) -> str:
    statuses = {one.status for one in found}
    return statuses.pop() if len(statuses) == 1 else Status.PARTIAL.value


def _is_young(found: list[Work]) -> bool:
    """Tell whether less than a third of the marks say done."""
    marks = [mark for one in found for mark in (one.status, *(own for _, own in one.below)) if mark]
    return 3 * marks.count(Status.DONE.value) < len(marks)


def _known(progress: float | None) -> float:
    return float("nan") if progress is None else progress
