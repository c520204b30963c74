"""The office's own thresholds."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from helpers.rounds import tables

from plantrack_nb.check.registry import Family, Rule
from plantrack_nb.check.runner import all_rules, check_tables
from plantrack_nb.check.settings import DEFAULTS, RuleSettings, read_settings, settings_text
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.findings import Finding, Severity


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTRACK_LANG", "en")


def _rule(code: str, **parameters: float) -> Rule:
    return Rule(
        code,
        Family.AMOUNTS,
        Severity.ERROR,
        "ไทย",
        "English",
        "",
        "",
        "",
        lambda *_: [],
        parameters,
    )


RULES: Mapping[str, Rule] = {
    "pace-slow": _rule("pace-slow", gap=10, share=0.25),
    "amount-unit": _rule("amount-unit", largest=1e10),
}


def _read(tmp_path: Path, text: str) -> RuleSettings:
    path = tmp_path / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path, RULES)


def test_values_of_the_office(tmp_path: Path) -> None:
    """Parameters, switches and severities are read; the rest keeps its defaults."""
    read = _read(
        tmp_path,
        "rules:\n  pace-slow:\n    gap: 5\n    severity: info\n"
        "  amount-unit:\n    enabled: false\n",
    )
    assert read.of(RULES["pace-slow"]) == {"gap": 5, "share": 0.25}
    assert read.of(RULES["amount-unit"]) == {"largest": 1e10}
    assert read.off == {"amount-unit"}
    assert read.severities == {"pace-slow": Severity.INFO}


def test_weighing_anew() -> None:
    """A severity that the office set replaces that of all the rule's findings, and no other's."""
    found = [Finding("a", "x", Severity.ERROR, ""), Finding("b", "x", Severity.WARNING, "")]
    weighed = RuleSettings(severities={"a": Severity.INFO}).weighed(found)
    assert [one.severity for one in weighed] == [Severity.INFO, Severity.WARNING]


@pytest.mark.parametrize("text", ["rules:\n", "rules: {}\n", "{}\n"])
def test_nothing_set(tmp_path: Path, text: str) -> None:
    """A file that sets nothing gives the defaults."""
    assert _read(tmp_path, text) == DEFAULTS


def test_every_fault_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    """Unknown rules, parameters and severities are told at once, with what was meant."""
    with pytest.raises(ParameterError) as caught:
        _read(
            tmp_path,
            "rules:\n  pace-slwo:\n    gap: 5\n  pace-slow:\n    gpa: 5\n    severity: warn\n"
            "    enabeld: false\n",
        )
    told = str(caught.value)
    assert "4 faults" in told
    assert "pace-slwo: there is no such rule; did you mean pace-slow?" in told
    assert "pace-slow.gpa: there is no such parameter; did you mean gap?" in told
    assert "'warn' is none of error, warning, info; did you mean warning?" in told
    assert "pace-slow.enabeld: there is no such parameter; did you mean enabled?" in told
    assert "rules.yaml" in caught.value.where


def test_the_error_tells_the_faults_line_by_line(tmp_path: Path) -> None:
    """Two faults are told in the plural, each on its line, with what to do."""
    with pytest.raises(ParameterError) as caught:
        _read(tmp_path, "rules:\n  pace-slow:\n    gap: many\n    severty: info\n")
    assert caught.value.what == "The rules' parameters have 2 faults."
    assert caught.value.why == (
        "pace-slow.gap: 'many' is not a number we can use\n"
        "         pace-slow.severty: there is no such parameter; did you mean severity?"
    )
    assert caught.value.hint == "'plantrack rules' lists the rules with their parameters."


def test_numbers_that_no_float_holds(tmp_path: Path) -> None:
    """The greatest number a float can hold is one; a longer one is cut in the message."""
    greatest = f"{int(sys.float_info.max)}"
    assert _read(tmp_path, f"rules:\n  pace-slow:\n    gap: {greatest}\n").parameters
    with pytest.raises(ParameterError) as caught:
        _read(tmp_path, f"rules:\n  pace-slow:\n    gap: 1{greatest}\n")
    assert caught.value.why.startswith("pace-slow.gap: '117976931348623157")
    assert len(caught.value.why) < 100


def test_a_single_fault_without_a_near_name(tmp_path: Path) -> None:
    """One fault is told in the singular, and nothing is suggested where nothing is near."""
    with pytest.raises(ParameterError, match=r"1 fault\.") as caught:
        _read(tmp_path, "rules:\n  zzz:\n    gap: 5\n")
    assert caught.value.why == "zzz: there is no such rule"


@pytest.mark.parametrize(
    "text",
    [
        "rules:\n  pace-slow:\n    gap: many\n",
        "rules:\n  pace-slow:\n    gap: true\n",
        "rules:\n  pace-slow:\n    enabled: 'no'\n",
        "rules:\n  pace-slow: 5\n",
        "rule:\n  pace-slow:\n    gap: 5\n",
        "rules:\n  pace-slow:\n    gap: 1" + "0" * 400 + "\n",
        "rules: [",
        "- rules\n",
    ],
)
def test_wrong_types(tmp_path: Path, text: str) -> None:
    """A value of another type, or no mapping at all, is a parameter error."""
    with pytest.raises(ParameterError):
        _read(tmp_path, text)


def test_no_file(tmp_path: Path) -> None:
    """A missing file is a source error."""
    with pytest.raises(SourceError):
        read_settings(tmp_path / "none.yaml", RULES)


def test_the_written_file_sets_nothing(tmp_path: Path) -> None:
    """The file with all defaults commented out gives the defaults."""
    assert _read(tmp_path, settings_text(RULES)) == DEFAULTS


def test_the_written_file_uncommented_sets_the_defaults(tmp_path: Path) -> None:
    """Taking the marks away gives every rule exactly its defaults."""
    head, body = settings_text(RULES).split("rules:\n")
    read = _read(tmp_path, "rules:\n" + body.replace("# ", "", 1).replace("\n  # ", "\n  "))
    assert {code: read.of(rule) for code, rule in RULES.items()} == {
        code: dict(rule.parameters) for code, rule in RULES.items()
    }
    assert read.off == frozenset()
    assert set(read.severities.values()) == {Severity.ERROR}
    assert all(line.startswith("#") for line in head.splitlines())


def test_the_shipped_file_is_current(root: Path) -> None:
    """params/rules.yaml names every rule with its defaults.

    Renew it with ``settings_text(all_rules())``.
    """
    text = (root / "params" / "rules.yaml").read_text(encoding="utf-8")
    assert text == settings_text(all_rules())


def test_settings_reach_the_rules() -> None:
    """The runner leaves out rules that are off, and weighs the others' findings."""
    made = tables(projects=[{}], lines=[{"budget": 10, "disbursed": 50, "reported_pct": 10}])
    codes = {one.rule for one in check_tables(made)}
    assert {"amount-percent", "amount-over-budget"} <= codes
    chosen = RuleSettings(
        {"amount-unit": {"largest": 1.0}},
        frozenset({"amount-percent"}),
        {"amount-over-budget": Severity.INFO},
    )
    found = {one.rule: one for one in check_tables(made, chosen)}
    assert "amount-percent" not in found
    assert found["amount-over-budget"].severity is Severity.INFO
    assert "amount-unit" in found
