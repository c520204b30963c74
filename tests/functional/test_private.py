"""What may be copied to a web server names no officer, in no byte of any file."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pypdfium2
import pytest
from helpers.any_round import empty_round

from plantrack_nb.cli.failures import guarded
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load import read_tables
from plantrack_nb.load.round_book import write_workbook

pytestmark = [pytest.mark.slow, pytest.mark.notebooks]
_TITLE = re.compile(r"^(?:นาย|นางสาว|นาง|น\.ส\.|ว่าที่ ?(?:ร\.ต\.|ร้อยตรี)?|ดร\.|ผอ\.)\s*")


def _made_up(path: Path) -> Path:
    """Write a round whose officers stand in their own column and in words about the work."""
    letters = "กขคงจชซดตถทธนบปผพภมยรลวสห"
    officers = [f"นาย{one * 3}ตัวอย่าง สมมติ{one}นามสกุล" for one in letters]
    projects: list[dict[str, object]] = [
        {
            "project_no": f"1.{at}",
            "strategy_no": "1",
            "name": f"โครงการ {at}",
            "persons": one,
            "budget_state": "budgeted",
            "owner_groups": "กลุ่มอำนวยการ",
        }
        for at, one in enumerate(officers, 1)
    ]
    activities: list[dict[str, object]] = [
        {
            "project_no": f"1.{at}",
            "activity_no": "1",
            "persons": one,
            **dict.fromkeys(("text", "raw"), f"1.ประชุมโดย {one} (5 คน)"),
        }
        for at, one in enumerate(officers, 1)
    ]
    lines: list[dict[str, object]] = [
        {"project_no": "1.1", "line_no": 1, "budget": 100.0, "disbursed": 150.0}
    ]
    key = RoundKey("7301", 2565, 2)
    made = empty_round(key, projects=projects, activities=activities, budget_lines=lines)
    write_workbook(path, made)
    return path


@pytest.fixture(scope="module", params=["made up", "real"])
def home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, root: Path
) -> Path:
    """Make a report, its corrections and its package in a project of its own."""
    home = tmp_path_factory.mktemp("private")
    for name in ("notebooks", "params", "data"):
        shutil.copytree(root / name, home / name)
    if request.param == "real":
        source: Path = request.getfixturevalue("real_report")
    else:
        source = _made_up(home / "round.xlsx")
    asked = ["--year=2565", "--quarter=2", "--district=7301", f"--input={source}"]
    patch = pytest.MonkeyPatch()
    patch.setenv("PLANTRACK_HOME", str(home))
    patch.chdir(home)
    try:
        assert guarded(["run", *asked, "--formats", "html,pdf"]) == 0
        assert guarded(["corrections", "outputs"]) == 0
        assert guarded(["package", "--to", "outputs/mail.zip"]) == 0
    finally:
        patch.undo()
    return home


@pytest.fixture(scope="module")
def names(home: Path) -> set[str]:
    """Take the officers' names from the tables, in full and without their titles."""
    made = read_tables(home / "outputs-work" / "2565" / "q2" / "7301" / "tables")
    told = {
        one.strip()
        for table in (made.projects, made.activities)
        for cell in table["persons"]
        for one in cell.split(";")
    }
    bare = {_TITLE.sub("", one) for one in told}
    parts = {part for one in bare for part in one.split() if len(part) > 5}
    return {one for one in told | bare | parts if len(one) > 5}


def test_there_are_names_to_look_for(names: set[str], home: Path) -> None:
    """What is kept to work on does hold them: the search below would find them."""
    assert len(names) > 20
    assert _found(home / "outputs-work", names)


def test_what_may_be_copied_holds_no_name(home: Path, names: set[str]) -> None:
    """Not in text, tables, workbooks, archives, nor in what a PDF says or says about itself."""
    assert _found(home / "outputs", names) == {}
    made = {path.relative_to(home / "outputs").as_posix() for path in _files(home / "outputs")}
    folder = "2565/q2/7301"
    assert made == {
        *("index.html", "2565/index.html", "2565/q2/index.html", "mail.zip"),
        *(f"{folder}/{name}" for name in ("ledger.json", "report.html", "report.pdf")),
    }


def test_what_is_kept_can_still_be_worked_on(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Corrections and verifying find it; nothing of it is named by the index."""
    monkeypatch.setenv("PLANTRACK_HOME", str(home))
    monkeypatch.chdir(home)
    assert [*(home / "outputs-work" / "2565" / "q2" / "7301" / "corrections").glob("*.xlsx")]
    assert guarded(["corrections", "outputs/2565/q2/7301", "--to", "sent"]) == 0
    assert guarded(["verify", "outputs"]) == 0
    assert "1 same" in capsys.readouterr().out
    for page in (home / "outputs").rglob("index.html"):
        assert "-work" not in page.read_text("utf-8")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.name != ".lock"]


def _found(folder: Path, names: set[str]) -> dict[str, list[str]]:
    found = {str(path): _named(path.read_bytes(), path.suffix, names) for path in _files(folder)}
    return {path: those for path, those in found.items() if those}


def _named(data: bytes, suffix: str, names: set[str]) -> list[str]:
    squeezed = "".join(_texts(data, suffix).split())
    escaped = {one: one.encode("unicode_escape").decode() for one in names}
    return [
        one
        for one in sorted(names)
        if "".join(one.split()) in squeezed or escaped[one] in squeezed
        or any(one.encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be"))
    ]  # fmt: skip


def _texts(data: bytes, suffix: str) -> str:
    """Take all text of a file, of packed ones that of every part."""
    if suffix in {".xlsx", ".zip"}:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [(packed.read(one), Path(one).suffix) for one in packed.namelist()]
        return "\n".join(_texts(part, kind) for part, kind in parts)
    if suffix == ".parquet":
        table = pq.read_table(io.BytesIO(data))
        return f"{table.schema.metadata}{table.to_pylist()}"
    if suffix == ".pdf":
        document = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_range() for page in document]
        about = [str(document.get_metadata_dict()), *(str(one) for one in document.get_toc())]
        return "\n".join([*pages, *about])
    return data.decode("utf-8", "replace").replace("<wbr>", "")  # within a name, too
