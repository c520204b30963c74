"""An activity's amount and count against those of its sub-activities."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plantrack_nb.check.reading.tree import Node, Tree, activity_tree
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, cell, cells, rule
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.quantity import Quantity
from plantrack_nb.quantities.reading import read
from plantrack_nb.thai.numbers import format_baht, format_count

_HEADS = ("person", "post")
_AMOUNT_BEFORE = re.compile(r"เป็นเงิน(?:ทั้งสิ้น|รวม|จำนวน)? ?$")


@rule(
    "text-children-amount",
    title="ยอดเงินของกิจกรรมไม่เท่ากับผลรวมของกิจกรรมย่อย",
    title_en="An activity's amount is not the sum of its sub-activities' amounts",
    why="ยอดใหญ่กับยอดย่อยต้องตรงกัน มิฉะนั้นไม่รู้ว่าเงินส่วนต่างใช้ทำอะไร",
    example="“จ้าง 3 คน เป็นเงิน 500,000 บาท” แต่รายการย่อยรวมได้ 450,000 บาท",
    todo="เติมรายการย่อยที่ตกหล่น หรือแก้ยอดรวมของกิจกรรม",
)
def text_children_amount(facts: Facts, _settings: Settings) -> Hits:
    """Hold "4 คน เป็นเงิน 565,300 บาท" against the amounts of all its sub-activities."""
    tree = facts.once(activity_tree)
    for node in tree.nodes.values():
        if "เป็นเงิน" not in node.text or node.key not in tree.below:
            continue
        whole = _amount(node.text)
        leaves = tree.leaves(node)
        amounts = [_amount(leaf.text) for leaf in leaves]
        known = [one.value for one in amounts if one]
        if whole is None or len(known) < 2 or len(known) < len(amounts):
            continue
        if abs(sum(known) - whole.value) >= HALF_SATANG:
            heads = _heads_beside(node, len(leaves))
            severity = Severity.ERROR if heads else None
            yield _differs(node, whole, leaves, known, unit=f" บาท{heads}", severity=severity)


def _amount(text: str) -> Quantity | None:
    """Read the one amount of a text: said to be the sum, alone in brackets, or the only one."""
    amounts = [one for one in read(text).counted if one.measure == BAHT]
    said = [one for one in amounts if _AMOUNT_BEFORE.search(text[: one.start])]
    alone = [one for one in amounts if text[: one.start].rstrip().endswith("(")]
    for chosen in (said, alone, amounts):
        if len(chosen) == 1:
            return chosen[0]
    return None


def _heads_beside(node: Node, leaves: int) -> str:
    heads = [one.value for one in read(node.text).counted if one.measure in _HEADS]
    if len(heads) != 1 or heads[0] == leaves:
        return ""
    return f" และบอกว่า {format_count(heads[0])} คน แต่มีรายการย่อย {leaves} รายการ"


@rule(
    "text-children-count",
    title="จำนวนของกิจกรรมไม่เท่ากับผลรวมของกิจกรรมย่อย",
    title_en="An activity's count is not the sum of its sub-activities' counts",
    why="ผู้อ่านบวกจำนวนย่อยได้เอง ถ้าไม่ตรงแปลว่านับตกหรือนับซ้ำ",
    example="กิจกรรมเขียน 100 คน แต่กิจกรรมย่อยเขียน 60 คน และ 30 คน",
    todo="ตรวจจำนวนย่อยกับทะเบียน แล้วแก้จำนวนที่ผิด",
)
def text_children_count(facts: Facts, _settings: Settings) -> Hits:
    """Hold a count of people against sub-activities that all state one count each."""
    tree = facts.once(activity_tree)
    for key, below in tree.below.items():
        counts = [_people(one.text) for one in below]
        known = [one.value for one in counts if one]
        if len(below) < 2 or len(known) < len(below) or key not in tree.nodes:
            continue
        above = _counted_above(tree, tree.nodes[key])
        if above and abs(above[1].value - sum(known)) >= HALF_SATANG:
            yield _differs(*above, below, known, unit=" คน")


def _counted_above(tree: Tree, node: Node) -> tuple[Node, Quantity] | None:
    for one in tree.line(node):
        figure = _people(one.text)
        if figure:
            return one, figure
    return None


def _people(text: str) -> Quantity | None:
    heads = [one for one in read(text).counted if one.measure == "person"]
    return heads[0] if len(heads) == 1 else None


def _differs(
    node: Node,
    whole: Quantity,
    below: Sequence[Node],
    known: Sequence[float],
    *,
    unit: str,
    severity: Severity | None = None,
) -> Hit:
    project_no, activity_no = node.key[-2:]
    total, listed = format_baht(sum(known)), " + ".join(format_baht(one) for one in known)
    found = format_baht(whole.value)
    return Hit(
        cell(node.row, "text", whole.within(node.text)),
        f"{project_no}/{activity_no}",
        f"โครงการ {project_no} กิจกรรม {activity_no} เขียน {found}"
        f" แต่กิจกรรมย่อย {listed} รวมได้ {total}{unit}",
        expected=total,
        found=found,
        hint=f"ต่างกัน {format_baht(abs(whole.value - sum(known)))}"
        " ตรวจว่ามีกิจกรรมย่อยตกหล่น หรือแก้ยอดของกิจกรรมหลัก",
        beside=cells((one.row for one in below), "text"),
        severity=severity,
    )
