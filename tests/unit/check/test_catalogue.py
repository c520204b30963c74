"""The rules as a document."""

from __future__ import annotations

from pathlib import Path

from plantrack_nb.check.catalogue import catalogue, main
from plantrack_nb.check.registry import FAMILY_TH
from plantrack_nb.check.runner import all_rules, family_names


def test_the_document_is_current(root: Path) -> None:
    """Every rule stands in docs/rules.md as the register has it.

    When this fails, run: python -m plantrack_nb.check.catalogue docs/rules.md
    """
    written = (root / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == catalogue(all_rules().values())


def test_each_rule_tells_all_there_is_to_know() -> None:
    """Title in both languages, why, example, what to do and its parameters are there."""
    text = catalogue(all_rules().values())
    for one in all_rules().values():
        for part in (one.code, one.title, one.title_en, one.why, one.example, one.todo):
            assert part.strip()
            assert part in text
        for name, value in one.parameters.items():
            assert f"`{name}` = {value:g}" in text


def test_families_stand_in_their_order(tmp_path: Path) -> None:
    """Each family has one section, in the order of the register."""
    path = tmp_path / "rules.md"
    main(str(path))
    heads = [
        line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("## ")
    ]
    assert heads == [f"## {name} ({family.value})" for family, name in FAMILY_TH.items()]


def test_every_rule_has_a_family_name() -> None:
    """The findings about waivers have one too."""
    names = family_names()
    assert names["amount-percent"] == "จำนวนเงิน"
    assert names["waiver-expired"] == names["waiver-unused"] == "ทะเบียนข้อยกเว้น"
    assert [*names][:-2] == [*all_rules()]
