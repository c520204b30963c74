"""What is read by pattern is what XML says; anything unusual is left to the reading as XML."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from helpers.containers import bare_xlsx
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plantrack_nb.containers.ooxml import Package
from plantrack_nb.containers.sheets import plain_xml, xlsx_sheet
from plantrack_nb.containers.sheets.stored import Sheet
from plantrack_nb.containers.sheets.xlsx import _strings
from plantrack_nb.core.errors import SourceError

SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
WRITTEN = (
    '<row r="2" spans="1:4" ht="15.75"><c r="A2" s="3" t="s"><v>0</v></c><c r="B2"/>'
    '<c r="C2"><f>SUM(A1:A2)</f><v>1.5E3</v></c>'
    '<c r="AA2" t="inlineStr"><is><t xml:space="preserve"> ก &amp; ข\n</t></is></c></row>'
    '<row r="4" hidden="1"/><row r="7" hidden="true"><c r="B7" t="str"><v>ค</v></c></row>'
)
PIECES = [
    *('<c r="A3"><v>7</v></c>', '<row r="9">', "</row>", '<row r="1"/>', '<c r="D2"><v>1</v></c>'),
    *('<c t="s" r="E2"><v>0</v></c>', "<v/>", "<v></v>", "&lt;", "&#65;", "&nbsp;", "&", "<", ">"),
    *("<!-- x -->", "<![CDATA[x]]>", "]]>", "<?x y?>", "\r\n", "\t", "\x00", "\x0b", "\ufffe", " "),
    *(
        '<c r="ZZZ2"><v>1</v></c>',
        ' r="8"',
        ' x:y="1"',
        "</sheetData>",
        "<sheetData>",
        "é",
        '"',
        "'",
    ),
    *("<f/>", "<f></f>", "<is><t/></is>", "<is><r><t>ก</t></r></is>", 's="1"', "9", "A", "/"),
    *('<mergeCell ref="A1:B2"/>', '<col min="1" max="2" hidden="1"/>', "<x:row/>", "<row/>"),
]


def both(folder: Path, data: bytes, part: str) -> tuple[object, object]:
    """Read a part by pattern or as XML, and as XML only; an error stands for what it says."""
    path = folder / "r.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, data)
    package = Package(path)
    read = xlsx_sheet.read_sheet if part == SHEET else _strings
    answers = []
    for largest in (plain_xml.LARGEST, -1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(plain_xml, "LARGEST", largest)
            answers.append(_told(read, package, part))
    package.close()
    return answers[0], answers[1]


def _told(read: object, package: Package, part: str) -> object:
    assert callable(read)
    try:
        made = read(package, part)
        return made if isinstance(made, Sheet) else tuple(made)
    except (SourceError, SyntaxError, ValueError) as error:
        return type(error)


def sheet_of(rows: str, folder: Path) -> bytes:
    """Write the XML of a sheet with these rows."""
    (folder / "b.xlsx").write_bytes(bare_xlsx(rows))
    with zipfile.ZipFile(folder / "b.xlsx") as book:
        name = next(one for one in book.namelist() if "sheet1" in one)
        return book.read(name)


def test_what_programs_write_needs_no_walk_through_xml(tmp_path: Path) -> None:
    """Rows, hidden rows, formulas, escapes and texts of their own are found by pattern."""
    data = sheet_of(WRITTEN, tmp_path)
    with zipfile.ZipFile(tmp_path / "r.xlsx", "w") as archive:
        archive.writestr(SHEET, data)
    assert plain_xml.plain_sheet(Package(tmp_path / "r.xlsx"), SHEET) is not None
    plain, as_xml = both(tmp_path, data, SHEET)
    assert plain == as_xml
    assert isinstance(plain, Sheet)
    assert [(row.number, row.hidden) for row in plain.rows] == [(2, False), (7, True)]
    assert plain.rows[0].cells[-1].value == " ก & ข\n"


@given(
    changes=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES)), max_size=3
    )
)
@example(changes=[(0.5, 0, "<!-- x -->")])
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_both_ways_give_the_same_whatever_stands_there(
    changes: list[tuple[float, int, str]], tmp_path: Path
) -> None:
    """A sheet changed anywhere gives the same cells, or is refused, read either way."""
    text = sheet_of(WRITTEN, tmp_path).decode()
    for where, gone, piece in changes:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + gone :]
    plain, as_xml = both(tmp_path, text.encode("utf-8", "surrogatepass"), SHEET)
    assert plain == as_xml


@given(
    texts=st.lists(st.sampled_from(["ก", " ข ", "a &amp; b", "", *PIECES]), max_size=4),
    close=st.sampled_from(["</t></si><si><t>", '</t></si><si><t xml:space="preserve">']),
)
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_both_ways_give_the_same_texts(texts: list[str], close: str, tmp_path: Path) -> None:
    """The workbook's list of texts is the same, or is refused, read either way."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = f'<?xml version="1.0"?><sst xmlns="{space}"><si><t>{close.join(texts)}</t></si></sst>'
    plain, as_xml = both(tmp_path, data.encode("utf-8", "surrogatepass"), TEXTS)
    assert plain == as_xml
