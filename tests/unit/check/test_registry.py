"""The register of rules, and what it makes of what a rule yields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pytest
from helpers.rounds import KEY, tables

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.hits import Hit, Spot, cell, cells
from plantrack_nb.check.registry import RULES, Family, Rule, Search, Settings, rule
from plantrack_nb.core.findings import Cell, Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.measures.places import OWNERS, Place, Places

CODE = "made-up"
WORDS = {"title": "ชื่อ", "title_en": "name", "why": "เหตุ", "example": "เช่น", "todo": "แก้"}
FACTS = Facts(
    tables(
        lines=[{"budget": 1_000.0, "raw": "1,000 | 10"}, {"line_no": 2, "budget": 10.0}],
        activities=[{"raw": "สำเร็จแล้ว | กิจกรรม"}, {"project_no": "1.2"}, {"project_no": "1.2"}],
        claims=[{"value": 20.0, "raw": "ปี 2520 รวม 20 ครั้ง"}],
    ),
    places=Places({KEY: [Place("1.1", "budget_lines!A2", "2", "budget", "10", "L9.5", "10 บาท")]}),
)


def _nothing(_facts: Facts, _settings: Settings) -> Iterable[Hit]:
    return ()


_nothing.__module__ = "plantrack_nb.check.rules.pace.made_up"


def _taken(search: Search, severity: Severity = Severity.INFO, **parameters: float) -> Search:
    return rule(CODE, severity, **WORDS, **parameters)(search)  # type: ignore[arg-type]


def found(*hits: Hit) -> list[Finding]:
    """Return the findings that a rule's hits become."""
    made = Rule(CODE, Family.PACE, Severity.WARNING, "", "", "", "", "แก้", lambda *_: hits)
    return list(made.check(FACTS, {}))


@pytest.fixture(autouse=True)
def _left_as_it_was() -> Iterator[None]:
    yield
    RULES.pop(CODE, None)


def test_a_rule_is_stored_with_all_that_is_told() -> None:
    """Each word, severity, parameter and the function stand there, the family by the folder."""
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
        search=_nothing,
        parameters={"at_least": 2, "percent": 5.5},
    )


def test_a_rule_warns_and_has_no_parameters_unless_it_says_so() -> None:
    """What is left out is a warning, without thresholds."""
    rule(CODE, **WORDS)(_nothing)  # type: ignore[arg-type]
    assert RULES[CODE].severity is Severity.WARNING
    assert RULES[CODE].parameters == {}


def test_a_code_is_taken_once() -> None:
    """The second rule of a code is refused by its name, and the first stays."""
    _taken(_nothing)
    with pytest.raises(ValueError, match=rf"^rule '{CODE}' is registered twice$"):
        _taken(_nothing, Severity.ERROR)
    assert RULES[CODE].severity is Severity.INFO


def test_a_rule_stands_in_the_folder_of_a_family() -> None:
    """A function of another module is refused."""
    with pytest.raises(ValueError, match="'check' is not a valid Family"):
        _taken(lambda *_: ())


def test_a_finding_has_what_the_rule_and_the_cells_know() -> None:
    """Code, severity, what to do, project, district and places need not be said."""
    (one,) = found(Hit(cell(FACTS.lines[1], "budget"), "a", "ผิด", "1", "10"))
    place = SourceRef("round.xlsx", "L9.5", "10 บาท")
    expected = Finding(
        CODE, "a", Severity.WARNING, "ผิด", "1.1", "1", "10", "แก้",
        (Cell("budget_lines", "1.1/2", "budget"),), refs=(place,), district="0101",
    )  # fmt: skip
    assert one == expected


def test_what_a_hit_says_goes_before_what_is_known() -> None:
    """Severity, hint, project and district of a hit are taken as they are."""
    hit = Hit(
        cell(FACTS.lines[0], "budget"), "a", "ผิด", hint="", severity=Severity.ERROR,
        because_of="x", project_no="", district="9999",
    )  # fmt: skip
    (one,) = found(hit)
    assert (one.severity, one.hint, one.because_of) == (Severity.ERROR, "", "x")
    assert (one.project_no, one.district) == ("", "9999")


@pytest.mark.parametrize(
    ("doubted", "beside", "project_no"),
    [
        (cells(FACTS.activities[1:], "text"), [cell(FACTS.lines[0], "budget")], "1.2"),
        (cells(FACTS.activities, "text"), [], ""),
        ((), cells(FACTS.activities[1:], "text"), "1.2"),
        (cell(FACTS.claims[0], "value"), [cell(FACTS.lines[0], "budget")], ""),
    ],
)
def test_the_project_is_that_of_all_cells_in_doubt(
    doubted: Sequence[Spot], beside: list[Spot], project_no: str
) -> None:
    """Of several projects, and of a figure of the document, a finding is about the whole."""
    (one,) = found(Hit(doubted, "a", "ผิด", beside=beside))
    assert (one.project_no, one.district) == (project_no, "0101")


def test_rows_of_one_number_are_told_apart() -> None:
    """Cells name their row so that the name lasts; each stands once."""
    rows = FACTS.activities
    (one,) = found(
        Hit(cells([*rows, rows[1]], "text"), "a", "ผิด", beside=cells(rows[:1], "status"))
    )
    assert [place.row for place in one.cells] == ["1.1//1", "1.2//1", "1.2//1#2"]
    assert one.beside == (Cell("activities", "1.1//1", "status"),)


@pytest.mark.parametrize(
    ("spot", "mark"),
    [
        (cell(FACTS.lines[0], "budget"), "1,000"),
        (cell(FACTS.claims[0], "value"), "20"),
        (cell(FACTS.activities[0], "status"), "สำเร็จแล้ว"),
        (cell(FACTS.activities[0], "text", "กิ จกรรม"), "กิจกรรม"),
        (cell(FACTS.activities[0], "text", "ประชุม"), ""),
        (cell(FACTS.activities[0], "text"), ""),
        (cell(FACTS.claims[0], "value", "2"), ""),
        (cell(FACTS.lines[0], "disbursed"), ""),
        (cell(FACTS.lines[0], "reported_pct", ref=SourceRef("a.txt", "L1", "ก")), ""),
    ],
)
def test_the_value_is_marked_in_its_source(spot: Spot, mark: str) -> None:
    """A figure by what it is worth, a code by its word, words however they are spaced."""
    (one,) = found(Hit(spot, "a", "ผิด"))
    assert [ref.mark for ref in one.refs] == [mark]


def test_only_what_is_in_doubt_is_marked() -> None:
    """What stands beside is shown plainly; one place stands once."""
    line = FACTS.lines[0]
    (one,) = found(Hit(cell(line, "disbursed"), "a", "ผิด", beside=[cell(line, "budget")]))
    assert [ref.mark for ref in one.refs] == [""]
    (one,) = found(Hit([cell(line, "disbursed"), cell(line, "budget")], "a", "ผิด"))
    assert [ref.mark for ref in one.refs] == ["1,000"]


def test_an_owner_stands_in_the_owner_cell() -> None:
    """Groups and persons are looked for in the cells that both are read from."""
    known = [Place("1.1", "activities!A1", "1", OWNERS, "กลุ่ม ก", "L1.9", "กลุ่ม ก")]
    facts = Facts(FACTS.tables, places=Places({KEY: known}))
    hit = Hit(cell(facts.activities[0], "owner_groups", "กลุ่ม ก"), "a", "ผิด")
    assert [ref.ref for ref in hit.refs(facts.places)] == ["L1.9"]


def test_words_on_the_next_page() -> None:
    """Of a text that goes on over pages the cell that holds the words is shown, else both."""
    parts = {"L1.8": "ผลการทดสอบ", "L7.8": "ระดับประเทศ 61.12"}
    pieces = [Place("1.1", "L1.8", "1", "text", text, ref, text) for ref, text in parts.items()]
    given = tables(activities=[{"source_ref": "L1.8", "raw": " ⏎ ".join(parts.values())}])
    facts = Facts(given, places=Places({KEY: pieces}))
    for words, refs in {
        "61.12": ["L7.8"], "ทดสอบระดับประเทศ": ["L1.8", "L7.8"], "": ["L1.8", "L7.8"],
    }.items():  # fmt: skip
        hit = Hit(cell(facts.activities[0], "text", words), "a", "ผิด")
        assert [ref.ref for ref in hit.refs(facts.places)] == refs
