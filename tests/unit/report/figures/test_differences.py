"""Differences: each printed figure that is not ours has its reason."""

from __future__ import annotations

from helpers.reporting import a_round, facts_of

from plantrack_nb.core.findings import Cell, Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.schema import Round
from plantrack_nb.report.figures.differences import Cause, Compared, compare

GROUP = "กลุ่มอำนวยการ"


def printed(column: str, value: float, ref: str, group: str = GROUP) -> dict[str, object]:
    """Write a figure of the first table."""
    subject = f"group={group}; column={column}"
    return {"kind": "level_table", "subject": subject, "value": value, "source_ref": ref}


def printed_count(value: float | None, ref: str, group: str = GROUP) -> dict[str, object]:
    """Write a number of projects of the second table."""
    subject = f"group={group}; column=projects; strategy_no=1"
    return {"kind": "strategy_table", "subject": subject, "value": value, "source_ref": ref}


def found(rule: str, doubted: str, *beside: str, hint: str = "เพราะเหตุนี้") -> Finding:
    """Invent a finding that doubts one printed figure, held against others."""
    first, *others = (Cell("claims", ref, "value") for ref in (doubted, *beside))
    refs = tuple(SourceRef("f", ref, "") for ref in (doubted, *beside))
    return Finding(
        rule, "s", Severity.ERROR, "ข้อความ", hint=hint, cells=(first,), beside=(*others,), refs=refs
    )


def compared(claims: list[dict[str, object]], *findings: Finding) -> Compared:
    """Compare the claims with a round of one project, done, with nothing disbursed."""
    loaded: Round = a_round(projects=[{}], lines=[{"budget": 10}], activities=[{}], claims=claims)
    return compare(facts_of(loaded), findings)


def causes(*claims: dict[str, object], findings: tuple[Finding, ...] = ()) -> list[Cause]:
    """Return why each differing figure differs."""
    return [one.cause for one in compared([*claims], *findings).differences]


def test_figures_that_agree_are_counted_only() -> None:
    """A right figure needs no reason."""
    result = compared([printed("done", 1, "L1"), printed_count(1, "L2")])
    assert (result.printed, result.differences, result.others) == (2, (), ())


def test_the_finding_about_a_cell_is_its_reason() -> None:
    """A finding is about what it doubts, not about what that is held against."""
    result = compared([printed_count(2, "L1")], found("claim-group-count", "L1", "L9"))
    (only,) = result.differences
    assert (only.cause, only.reason) == (Cause.FAULT, "เพราะเหตุนี้")
    assert (only.value, only.exact, only.source_ref) == (2.0, 1.0, "L1")


def test_a_level_without_a_finding_is_a_matter_of_definition() -> None:
    """Levels are the office's judgement; a place a finding merely adds up explains nothing."""
    total = found("claim-table-total", "L9", "L1")
    assert causes(printed("partial", 1, "L1"), findings=(total,)) == [Cause.DEFINITION]


def test_a_band_names_the_projects_it_holds() -> None:
    """Who wants to correct the band sees the projects of the row."""
    result = compared([printed("upto_70", 1, "L1")], found("claim-group-band", "L1"))
    assert result.differences[0].reason == "โครงการในแถวนี้: ไม่เบิก 1.1"


def test_a_row_with_an_absent_project_says_so() -> None:
    """Where a group counts a project that is not there, its other cells have the same reason."""
    count = found("claim-group-count", "L2", hint="น่าจะขาด 1.2")
    cells = (printed("in_progress", 1, "L1"), printed_count(2, "L2"))
    result = compared([*cells], count)
    assert [one.cause for one in result.differences] == [Cause.ABSENT, Cause.FAULT]
    assert "น่าจะขาด 1.2" in result.differences[0].reason


def test_a_dash_is_a_blank_and_the_rest_is_unknown() -> None:
    """A dash where there is a figure is told apart; what nothing explains is told as such."""
    assert causes(printed_count(None, "L1")) == [Cause.BLANK]
    assert causes(printed_count(3, "L1")) == [Cause.UNKNOWN]


def test_findings_elsewhere_in_the_document_are_kept() -> None:
    """A wrong figure of the contents or the memo stands beside those of the tables."""
    other = found("claim-project-count", "L7")
    result = compared([printed("done", 1, "L1")], other, found("text-total", "L8"))
    assert result.others == (other,)
