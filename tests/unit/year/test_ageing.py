"""How old findings are."""

from __future__ import annotations

from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.year.ageing import Course, ages

KEYS = [RoundKey("7301", 2565, quarter) for quarter in (1, 2, 3, 4)]


def _finding(subject: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding("amount-percent", subject, severity, "ข้อความ")


def test_the_course_of_each() -> None:
    """New, open, worse, fixed and come back are told apart, with when they began."""
    new, stays, worse, fixed, back = map(_finding, "abcde")
    heavier = _finding("c", Severity.ERROR)
    told = ages(
        [
            (KEYS[0], [back, stays]),
            (KEYS[1], [stays]),
            (KEYS[2], [stays, worse, fixed]),
            (KEYS[3], [new, stays, heavier, back]),
        ]
    )
    assert {name: age.course for name, age in told.items()} == {
        new.id: Course.NEW,
        stays.id: Course.OPEN,
        worse.id: Course.WORSE,
        fixed.id: Course.FIXED,
        back.id: Course.CAME_BACK,
    }
    assert (told[stays.id].open_since, told[stays.id].rounds) == (KEYS[0], 4)
    assert (told[back.id].first_seen, told[back.id].open_since) == (KEYS[0], KEYS[3])
    assert (told[fixed.id].open_since, told[fixed.id].rounds) == (KEYS[2], 1)


def test_no_rounds_no_ages() -> None:
    """And in a first round everything is new."""
    assert ages([]) == {}
    (age,) = ages([(KEYS[0], [_finding("a")])]).values()
    assert age.course is Course.NEW
