"""The register of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import RULES, Check, Family, Rule, Settings, rule
from plantrack_nb.core.findings import Finding, Severity

CODE = "made-up"
WORDS = {"title": "ชื่อ", "title_en": "name", "why": "เหตุ", "example": "เช่น", "todo": "แก้"}


def _nothing(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    return ()


def _taken(check: Check, severity: Severity = Severity.INFO, **parameters: float) -> Check:
    return rule(CODE, Family.PACE, severity, **WORDS, **parameters)(check)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _left_as_it_was() -> Iterator[None]:
    yield
    RULES.pop(CODE, None)


def test_a_rule_is_stored_with_all_that_is_told() -> None:
    """Each word, severity, parameter and the function itself stand where they belong."""
    assert _taken(_nothing, at_least=2, percent=5.5) is _nothing
    assert RULES[CODE] == Rule(
        code=CODE,
        family=Family.PACE,
        severity=Severity.INFO,
        title="ชื่อ",
        title_en="name",
        why="เหตุ",
        example="เช่น",
        todo="แก้",
        check=_nothing,
        parameters={"at_least": 2, "percent": 5.5},
    )


def test_without_parameters() -> None:
    """A rule without thresholds has none."""
    _taken(_nothing)
    assert RULES[CODE].parameters == {}


def test_a_code_is_taken_once() -> None:
    """The second rule of a code is refused by its name, and the first stays."""
    _taken(_nothing)
    with pytest.raises(ValueError, match=rf"^rule '{CODE}' is registered twice$"):
        _taken(_nothing, Severity.ERROR)
    assert RULES[CODE].severity is Severity.INFO
