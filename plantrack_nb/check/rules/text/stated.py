"""What a text says of its own figures, and of those beside it, that does not come out.

One rule for each kind of relation of :mod:`quantities.relations`; all are judged in one pass.
"""

from __future__ import annotations

from collections.abc import Callable

from plantrack_nb.check.reading.around import Fault, stated_faults
from plantrack_nb.check.reading.running_text.texts import key_of, place
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, Spot, cell, rule
from plantrack_nb.check.rules.text.kinds import KINDS, Kind
from plantrack_nb.quantities.counted_nouns import BAHT, PERCENT
from plantrack_nb.quantities.equations import Equation, Sure, remedy
from plantrack_nb.thai.numbers import format_baht, format_count, format_percent


def _search(kind: Kind) -> Callable[[Facts, Settings], Hits]:
    def search(facts: Facts, _: Settings) -> Hits:
        """Tell of each equation of this kind that does not come out."""
        for fault in facts.once(stated_faults):
            if fault.equation.relation in kind.relations:
                yield _hit(kind, fault)

    return search


def _hit(kind: Kind, fault: Fault) -> Hit:
    one = fault.equation
    found, expected = _shown(one, one.claim.value), _shown(one, one.right)
    more = remedy(one)
    doubted, beside = _spots(fault)
    own = fault.own
    upto = fault.text.text[: own[0].end] if own else fault.text.text
    return Hit(
        doubted,
        key_of(fault.text, upto),
        f"{place(fault.text)} {_said(kind, one, found, expected)}",
        expected=expected,
        found=found,
        hint=f"{kind.todo} ({more})" if more else None,
        beside=beside,
        severity=kind.severity if one.sure is Sure.SURE else Severity.WARNING,
    )


def _said(kind: Kind, one: Equation, found: str, expected: str) -> str:
    """Fill in the sentence of a rule."""
    then, now = one.operands[:2] if len(one.operands) > 1 else (one.claim, one.claim)
    shrunk = now.value < then.value
    return kind.say.format(
        found=found,
        expected=expected,
        formula=one.formula,
        word=one.claim.word,
        other=one.operands[0].word if one.operands else "",
        then=format_count(then.value),
        now=format_count(now.value),
        said="เพิ่มขึ้น" if shrunk else "ลดลง",
        right="ลดลง" if shrunk else "เพิ่มขึ้น",
    )


def _spots(fault: Fault) -> tuple[list[Spot], list[Spot]]:
    """Name the cells in doubt, the text's own first, and those that it is held against."""
    text = fault.text
    doubted = [text.spot(one.within(text.text)) for one in fault.own[:1]] or [text.spot()]
    if fault.line is not None:
        doubted.append(cell(fault.line, "budget"))
    return doubted, [other.spot(one.within(other.text)) for other, one in fault.held]


def _shown(one: Equation, value: float) -> str:
    if one.claim.unit == BAHT:
        return format_baht(value)
    is_percent = one.claim.unit == PERCENT or one.relation in ("mean", "levels", "goal")
    return format_percent(value) if is_percent else format_count(value)


for _kind in KINDS:
    rule(
        _kind.code,
        _kind.severity,
        title=_kind.title,
        title_en=_kind.title_en,
        why=_kind.why,
        example=_kind.example,
        todo=_kind.todo,
    )(_search(_kind))
