"""What nobody can see becomes visible or is refused with its place, whichever way it comes in."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import containers
from helpers.any_round import KEY, empty_round
from helpers.nine_columns import HEAD, TITLES
from helpers.progress_table import opened

from plantrack_nb.check.waivers import read_waivers
from plantrack_nb.cli.failures import guarded
from plantrack_nb.core.corrections import read_corrections
from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.forms.notes import read_notes
from plantrack_nb.load import Wanted, read_source
from plantrack_nb.load.layout.remembered import read_told
from plantrack_nb.load.reading import Reading
from plantrack_nb.load.round_book import write_workbook
from plantrack_nb.office.register import Register
from plantrack_nb.office.targets import read_targets
from plantrack_nb.office.terms import read_terms
from plantrack_nb.office.words import read_words
from plantrack_nb.year.confirmed import read_confirmed


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTRACK_LANG", "en")


ODD = ("\x07", "\x1b", "\x7f", "\x9b", "\ufdd0", "\U0001ffff")
HALF = "\ud800"
_HOLDER = "ZZHOLDERZZ"
_BLOCKS: list[containers.Block] = [
    *(str(one) for one in TITLES),
    [HEAD, opened(project=f"โครงการ{_HOLDER}อ่าน", budget="5,000", action="1.ประชุม")],
]


def _planted(path: Path, text: str) -> Path:
    """Write ``text`` in place of the holder into every part of a packed file, or into a text."""
    if not zipfile.is_zipfile(path):
        path.write_bytes(path.read_bytes().replace(_HOLDER.encode(), text.encode()))
        return path
    made = path.with_name(f"planted-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(_HOLDER.encode(), text.encode()))
    return made


def _escape(odd: str) -> str:
    """Write a character as a workbook of Excel does."""
    halves = odd.encode("utf-16-be", "surrogatepass")
    return "".join(f"_x{halves[at : at + 2].hex().upper()}_" for at in range(0, len(halves), 2))


def _xlsx(folder: Path, odd: str) -> Path:
    rows = [[str(one)] for one in TITLES] + [[*row] for row in _BLOCKS[-1]]
    return _planted(containers.write_xlsx(folder / "a.xlsx", rows), _escape(odd))


def _html(folder: Path, odd: str) -> Path:
    return _planted(containers.write_html(folder / "a.html", _BLOCKS), f"&#{ord(odd)};")


def _docx(folder: Path, odd: str) -> Path:
    return _planted(containers.write_docx(folder / "a.docx", _BLOCKS), f"&#{ord(odd)};")


def _csv(folder: Path, odd: str) -> Path:
    rows = [[str(one)] for one in TITLES] + [[*row] for row in _BLOCKS[-1]]
    return _planted(containers.write_csv(folder / "a.csv", rows), odd)


def _text(folder: Path, odd: str) -> Path:
    return _planted(containers.write_text(folder / "a.txt", _BLOCKS), odd)


def _round_book(folder: Path, odd: str) -> Path:
    project: dict[str, object] = {"project_no": "1.1", "strategy_no": "1", "budget_state": "none"}
    made = empty_round(projects=[project | {"name": f"ก{_HOLDER}ข"}])
    write_workbook(folder / "a.xlsx", made)
    return _planted(folder / "a.xlsx", _escape(odd))


@pytest.mark.parametrize("make", [_xlsx, _html, _docx, _csv, _text])
@pytest.mark.parametrize("odd", [*ODD, HALF], ids=lambda one: f"U+{ord(one):04X}")
def test_a_document_shows_it_or_is_refused(
    make: Callable[[Path, str], Path], odd: str, tmp_path: Path, register: Register
) -> None:
    """Nothing of it is in any table; where it stood, something is seen."""
    if odd == HALF and make in {_csv, _text}:
        pytest.skip("UTF-8 holds no halves")
    read = _read(make(tmp_path, odd), register)
    if isinstance(read, PlantrackError):
        assert read.hint
        assert odd not in str(read)
        return
    for data in read.round.tables.values():
        for column in data.select_dtypes(["object", "str"]):
            assert not any(odd in text for text in data[column])
    [name] = read.round.projects["name"]
    if make is _html:  # a parser of pages may leave out what no page can hold, or mend it
        assert name in {"โครงการอ่าน", "โครงการ›อ่าน", "โครงการ\ufffdอ่าน"}
    else:
        assert name == "โครงการ\ufffdอ่าน"
        assert any("\ufffd" in note for note in read.notes)


@pytest.mark.parametrize("odd", [*ODD, HALF], ids=lambda one: f"U+{ord(one):04X}")
def test_a_round_workbook_is_refused_by_the_cell(
    odd: str, tmp_path: Path, register: Register
) -> None:
    """Whoever keeps it mends the cell."""
    refused = _read(_round_book(tmp_path, odd), register)
    assert isinstance(refused, PlantrackError)
    assert "โครงการ!C2: 'ก\ufffdข' is a text with a character" in refused.why
    assert f"U+{ord(odd):04X}" in refused.why


def _read(path: Path, register: Register) -> Reading | PlantrackError:
    try:
        return read_source(path, register, Wanted("7301", 2565, 2))
    except PlantrackError as error:
        return error


_CSV = {
    "districts.csv": ("code,level,name,full_name,province_codes,confidence\n", "0101,ก,{},ข,10,1"),
    "terms.csv": ("term,also,wrong,note\n", "สำนักงาน,{},,"),
    "words.csv": ("words,means,note\n", "{},budget,"),
    "targets.csv": ("fiscal_year,kind,quarter,percent,grade,source\n", "2565,all,2,54,official,{}"),
}
_READERS: dict[str, Callable[[Path], object]] = {
    "districts.csv": Register.load,
    "terms.csv": read_terms,
    "words.csv": read_words,
    "targets.csv": read_targets,
    "waivers.yaml": read_waivers,
    "layout.yaml": read_told,
    "corrections.jsonl": read_corrections,
    "notes.jsonl": read_notes,
    "identity.csv": read_confirmed,
}
_CORRECTION = (
    '{{"version": 1, "table": "projects", "row": "1", "column": "name", "before": "",'
    ' "after": "{}", "reason": "", "who": "", "group": "", "when": "", "origin": ""}}'
)
_TEXTS = {
    **{name: head + row for name, (head, row) in _CSV.items()},
    "waivers.yaml": 'waivers:\n- finding: "ก"\n  reason: "{}ก"\n  who: ก\n  until: 2565-09-30\n',
    "layout.yaml": 'columns:\n  "ก{}": budget\n',
    "corrections.jsonl": "\n" + _CORRECTION,
    "notes.jsonl": '{{"finding": "ก", "kind": "asked", "text": "{}", "who": "", "when": ""}}',
    "identity.csv": "against,project_no,project_no_before,who,when\n2565-q1,{},1,,\n",
}


@pytest.mark.parametrize("name", _READERS)
@pytest.mark.parametrize("odd", [*ODD, HALF], ids=lambda one: f"U+{ord(one):04X}")
def test_a_file_of_the_office_is_refused(name: str, odd: str, tmp_path: Path) -> None:
    """With the file, the place and the character's name; the same file without it is read."""
    path = tmp_path / name
    path.write_text(_TEXTS[name].format("ดี"), encoding="utf-8")
    _READERS[name](path)
    if odd == HALF and name.endswith(".csv"):
        pytest.skip("UTF-8 holds no halves")
    written = odd
    if name.endswith("jsonl") or (odd == HALF and name.endswith("yaml")):
        halves = odd.encode("utf-16-be", "surrogatepass")
        written = "".join(f"\\u{halves[at : at + 2].hex()}" for at in range(0, len(halves), 2))
    path.write_text(_TEXTS[name].format(written), encoding="utf-8")
    with pytest.raises(PlantrackError) as refused:
        _READERS[name](path)
    told = str(refused.value)
    assert str(path) in told
    assert odd not in told
    assert name in {"waivers.yaml", "layout.yaml"} or f"U+{ord(odd):04X}" in told


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be given there")
@pytest.mark.parametrize("name", [b"a\x1b]0;x\x07.txt", b"a\xa1\xff.txt", "a\u0085.txt".encode()])
def test_a_name_of_a_file_is_refused(
    name: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A name in another code than UTF-8, as old archives give, is told in words one can read."""
    made = containers.write_text(tmp_path / "a.txt", _BLOCKS)
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    made.rename(path)
    for command in ("check", "layout"):
        assert guarded([command, str(path)]) == 2
        said = capfd.readouterr().err
        assert "holds a character that nobody can see" in said
        assert said.replace("\n", "").isprintable()


def test_a_number_like_markup_is_printed_as_it_is(
    sample_workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A round whose numbers look like orders to a terminal is checked like any other."""
    path = tmp_path / "odd.xlsx"
    shutil.copy(sample_workbook, path)
    project: dict[str, object] = {"strategy_no": "1", "name": "ก", "budget_state": "budgeted"}
    numbers = ("[/x]", "[bold]1[/bold]", ":smile:")
    lines = [
        {"project_no": one, "line_no": 1, "budget": 100.0, "disbursed": 50.0, "reported_pct": 9.0}
        for one in numbers
    ]
    projects = [project | {"project_no": one} for one in numbers]
    key = replace(KEY, district="7301")
    write_workbook(path, empty_round(key, projects=projects, budget_lines=lines))
    assert guarded(["check", str(path), "--fail-on", "never"]) == 0
    said = capsys.readouterr().out
    for one in numbers:
        assert one in said
