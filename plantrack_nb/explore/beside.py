"""Two rounds beside each other on one axis, and their differences by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.analysis import compare_rounds
from plantrack_nb.core.findings import SEVERITY_TH, Severity
from plantrack_nb.core.records import known
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.explore.charts.plots import Pair, pairs
from plantrack_nb.explore.charts.scene import Scene
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import show
from plantrack_nb.report.pages.year.changes import change_facts, changes_table

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.explore.opened import Opened

ALL = "ทุกโครงการ"
FINISHED = "โครงการที่เสร็จแล้ว"
AXIS = "ร้อยละ"
_MOST_NAMES = 12


@dataclass(frozen=True)
class Side:
    """What stands on one side: its name, and percents by what they are of."""

    name: str
    percents: Mapping[str, float | None]


def side_of(name: str, opened: Opened) -> Side:
    """Give a round's percents disbursed: of all, of each strategy and group; and what is done."""
    data = opened.projects
    done = 100 * float((data["status"] == Status.DONE.value).mean()) if len(data) else None
    by_group = _percents(data, "owner", lambda group: group)
    by_strategy = _percents(
        data,
        "strategy_no",
        lambda no: f"กลยุทธ์ที่ {no} {opened.strategies.get(no, '')}".strip(),
    )
    return Side(name, {ALL: _percent(data), FINISHED: done, **by_strategy, **by_group})


def beside(title: str, first: Side, second: Side) -> Scene:
    """Draw both on one axis; what only one of them has is drawn with one point."""
    labels = [*dict.fromkeys([*first.percents, *second.percents])]
    data = [
        _pair(label, first, second)
        for label in labels
        if first.percents.get(label) is not None or second.percents.get(label) is not None
    ]
    return pairs(title, data, AXIS, (first.name, second.name))


def differences(names: tuple[str, str], first: Opened, second: Opened) -> list[p.Part]:
    """Name what differs: of one district every change, of two the figures and the projects."""
    if first.key.district == second.key.district:
        ordered = sorted((first, second), key=lambda one: one.key)
        found = compare_rounds(ordered[1].round, ordered[0].round)
        changes = () if found is None else found.changes
        return [change_facts(changes, ordered[0].key), changes_table(changes)]
    return [_figures(names, first, second), *_only(names, first, second)]


def _figures(names: tuple[str, str], first: Opened, second: Opened) -> p.Part:
    columns = [
        p.Column("เรื่อง", width=3),
        *(p.Column(name, p.Unit.DECIMAL, width=2) for name in names),
        p.Column("ต่างกัน", p.Unit.DECIMAL, width=2),
    ]
    told = [
        (name, of(first), of(second))
        for name, of in {
            "โครงการ": lambda one: float(len(one.projects)),
            "งบประมาณ (บาท)": lambda one: float(one.projects["budget"].sum()),
            "เบิกจ่าย (บาท)": lambda one: float(one.projects["disbursed"].sum()),
            "เบิกจ่าย (ร้อยละ)": lambda one: _percent(one.projects),
            **{f"{SEVERITY_TH[level]} (ข้อ)": _count(level) for level in list(Severity)[:2]},
        }.items()
    ]
    rows = [
        (name, _rounded(one), _rounded(other), _rounded(_apart(one, other)))
        for name, one, other in told
    ]
    return p.table("ความต่างของตัวเลข", columns, rows, phone=p.Phone.SCROLL)


def _count(level: Severity) -> Callable[[Opened], float]:
    return lambda one: float(sum(found.severity is level for found in one.findings))


def _only(names: tuple[str, str], first: Opened, second: Opened) -> Iterable[p.Part]:
    groups = [{*one.projects["owner"]} for one in (first, second)]
    for at, name in enumerate(names):
        only = sorted(groups[at] - groups[1 - at])
        if only:
            more = f" และอีก {len(only) - _MOST_NAMES} กลุ่ม" if len(only) > _MOST_NAMES else ""
            said = ", ".join(only[:_MOST_NAMES]) + more
            yield p.Paragraph(said, lead=f"กลุ่มที่มีเฉพาะใน {name}")


def _pair(label: str, first: Side, second: Side) -> Pair:
    values = first.percents.get(label), second.percents.get(label)
    names = first.name, second.name
    said = " · ".join(
        f"{name} {show(value, p.Unit.PERCENT)}" for name, value in zip(names, values, strict=True)
    )
    one, other = values
    apart = (
        "" if one is None or other is None else f" · ต่างกัน {show(one - other, p.Unit.PERCENT)} จุด"
    )
    return Pair(label, one, other, f"{label}: {said}{apart}")


def _percents(data: pd.DataFrame, by: str, name: Callable[[str], str]) -> dict[str, float | None]:
    return {name(str(key)): _percent(some) for key, some in data.groupby(by, sort=True) if key}


def _percent(data: pd.DataFrame) -> float | None:
    money = data[["budget", "disbursed"]].sum()
    return known(percent_of(money["disbursed"], money["budget"]))


def _apart(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
