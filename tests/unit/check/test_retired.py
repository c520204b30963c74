"""Codes of rules that are no more, where an office still names them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantrack_nb.check.retired import RETIRED
from plantrack_nb.check.runner import all_rules
from plantrack_nb.check.settings import read_settings
from plantrack_nb.check.waivers import UNUSED, Waiver, apply_waivers
from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.findings import Severity


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTRACK_LANG", "en")


def test_each_leads_to_a_rule_there_is() -> None:
    """What a retired rule told is told by a rule that exists, under a code of its own."""
    assert {*RETIRED.values()} <= {*all_rules()}
    assert not {*RETIRED} & {*all_rules()}


@pytest.mark.parametrize("code", RETIRED)
def test_settings_name_the_rule_that_took_over(tmp_path: Path, code: str) -> None:
    """A file that still sets a retired rule is refused with the code to write instead."""
    path = tmp_path / "rules.yaml"
    path.write_text(f"rules:\n  {code}:\n    enabled: false\n", encoding="utf-8")
    with pytest.raises(ParameterError, match=f"{code}: this rule is now part of {RETIRED[code]}"):
        read_settings(path, all_rules())


@pytest.mark.parametrize("code", RETIRED)
def test_a_waiver_of_one_is_told(code: str) -> None:
    """A waiver that names a retired rule meets no finding any more: that is a warning."""
    waiver = Waiver(
        rule=code, project_no="1.1", reason="ตรวจแล้ว", who="หัวหน้ากลุ่ม", until=date(2022, 9, 30)
    )
    (told,) = apply_waivers([], [waiver], date(2022, 3, 31)).findings
    assert (told.rule, told.severity) == (UNUSED, Severity.WARNING)
    assert RETIRED[code] in told.message
    assert RETIRED[code] in str(told.hint)
