"""Information systems and acronyms spelt in several ways."""

from __future__ import annotations

import pytest
from helpers.rounds import stacked, tables
from helpers.rules import found, said

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey


@pytest.mark.parametrize(
    ("written", "right", "severity"),
    [
        ("eMEMSCR", "eMENSCR", Severity.WARNING),
        ("e MENSRCs", "eMENSCR", Severity.WARNING),
        ("EMENSCR", "eMENSCR", Severity.INFO),
        ("e-MENSCR", "eMENSCR", Severity.INFO),
        ("GFMS", "GFMIS", Severity.WARNING),
        ("eMES", "e-MES", Severity.INFO),
    ],
)
def test_known_systems(written: str, right: str, severity: Severity) -> None:
    """Wrong letters are likely wrong; a hyphen is only told."""
    (one,) = said("name-system", f"รายงานในระบบ {written} ทุกเดือน")
    assert (one.found, one.expected, one.severity) == (written, right, severity)
    assert one.subject == f"system={right}"


@pytest.mark.parametrize(
    "text",
    ["ระบบ eMENSCR", "ระบบ GFMIS และ e-MES", "โปรแกรม EMIS SMSS AMSS", "GMIA GXXIS", "ระบบ DMC"],
)
def test_right_and_other_words(text: str) -> None:
    """What is further than a slip away is another system."""
    assert said("name-system", text) == []


def test_letters_of_grace_are_a_setting() -> None:
    """Long names may differ in two letters, short ones in one."""
    assert said("name-system", "ระบบ e MENSRCs", letters=1.0) == []
    assert said("name-system", "ระบบ GFMXX") == []
    assert said("name-system", "ระบบ GFMXX", letters=3.0)


def test_all_forms_of_a_system_are_one_finding_a_round() -> None:
    """Right forms are no evidence; rounds are told apart."""
    texts = ("eMENSCR", "eMEMSCR", "e-MENSCR", "eMEMSCR")
    given = tables(activities=[{"text": f"ระบบ {one}"} for one in texts])
    other = tables(activities=[{"text": "ระบบ eMENSCR"}], key=RoundKey("0102", 2565, 2))
    (one,) = found("name-system", stacked(given, other))
    assert (one.district, one.found) == ("0101", "eMEMSCR, e-MENSCR")
    assert "“eMEMSCR” (2 แห่ง) และ “e-MENSCR” (1 แห่ง)" in one.message
    assert [ref.ref for ref in one.refs] == ["activities!A2", "activities!A4", "activities!A3"]


def test_acronyms_one_letter_apart() -> None:
    """The rarer of two is shown; known systems and short words are left alone."""
    given = tables(activities=[{"text": one} for one in ("ABCDE", "ABCDF", "ABCDE ครั้งที่ 2")])
    (one,) = found("name-acronym", given)
    assert (one.severity, one.expected, one.found) == (Severity.INFO, "ABCDE", "ABCDF")


@pytest.mark.parametrize(
    "text", ["ABCDE ABXDF", "ABCDE XBCDE", "ABCD ABCE ABCDEFG", "CATAS CATAX", "eABCD eABCE"]
)
def test_acronyms_that_are_apart(text: str) -> None:
    """Two letters apart, another beginning, or four letters only make other words."""
    assert said("name-acronym", text) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [("เก็บข้อมูล IT/ EIT /OIT ครบ", "IT/ EIT /OIT"), ("แบบ IIT, EIT และ OTT", "IIT, EIT และ OTT")],
)
def test_one_of_three_questionnaires_is_misspelt(text: str, written: str) -> None:
    """Two are known, so the third is, too."""
    (one,) = said("name-questionnaire", text)
    right = "IIT" if "IIT" not in text else "OIT"
    assert (one.expected, one.found, one.severity) == (right, written, Severity.WARNING)


@pytest.mark.parametrize(
    "text", ["IIT/EIT/OIT", "EIT และ OIT", "NT/EIT/RT", "EIT/EIT/OIT", "OIT EIT IT", "IT และ AI"]
)
def test_right_sets_and_other_words(text: str) -> None:
    """All three, two of them only, or one among others."""
    assert said("name-questionnaire", text) == []
