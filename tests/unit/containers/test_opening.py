"""Opening any container."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from helpers import containers as made
from helpers.refs import is_ref
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.containers import open_grid
from plantrack_nb.core.errors import PlantrackError, SourceError, UnsafeSourceError

TABLE: Sequence[Sequence[str]] = [
    ["ที่", "โครงการ/กิจกรรม", "งบประมาณ", "เบิกจ่ายจริง (ร้อยละ)"],
    ["๑.๑", "พัฒนาหลักสูตร\n1.ประชุม\n- ย่อย", "386,510", "386,510 (98.05)"],
    ["", "ต่อจากหน้าก่อน", "", "เบิกจ่าย <=70%"],
    ["6.10", "นิเทศ & ติดตาม", "รอจัดสรร", "-"],
]
BLOCKS: Sequence[made.Block] = ["รายงานผล รอบ 6 เดือน", TABLE, "ปัญหาอุปสรรค"]
WRITERS: dict[str, Callable[[Path], Path]] = {
    "r.txt": lambda path: made.write_text(path, BLOCKS),
    "r cp874.txt": lambda path: made.write_text(path, BLOCKS, "cp874"),
    "r.md": lambda path: made.write_markdown(path, BLOCKS),
    "r.html": lambda path: made.write_html(path, BLOCKS),
    "r.xls": lambda path: made.write_html(path, BLOCKS, "tis-620"),
    "r.docx": lambda path: made.write_docx(path, BLOCKS),
    "r.xlsx": lambda path: made.write_xlsx(path, TABLE),
    "r.csv": lambda path: made.write_csv(path, TABLE),
    "r cp874.csv": lambda path: made.write_csv(path, TABLE, ";", "cp874"),
    "a workbook named.csv": lambda path: made.write_xlsx(path, TABLE),
}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("trusted", [False, True])
def test_the_same_table_from_every_container(tmp_path: Path, name: str, trusted: bool) -> None:
    """Whatever brings the table, its cells' texts are the same, and every cell has a ref."""
    WRITERS[name](tmp_path / name)
    grid = open_grid(tmp_path / name, trusted=trusted)
    assert [row.texts for row in grid if row.in_table] == TABLE
    assert [row.texts[0] for row in grid if not row.in_table] in ([], [BLOCKS[0], BLOCKS[2]])
    assert grid.file == name
    assert all(is_ref(cell.ref) for row in grid for cell in row.cells)
    assert all(is_ref(row.ref) for row in grid)


@pytest.mark.parametrize("name", made.REFUSED)
def test_what_is_no_round_is_refused_with_reason_and_way_out(tmp_path: Path, name: str) -> None:
    """Odd, damaged and hostile files give our error, which names the file and what to do."""
    (tmp_path / name).write_bytes(made.REFUSED[name]())
    with pytest.raises(SourceError) as caught:
        open_grid(tmp_path / name)
    assert caught.value.where == name
    assert caught.value.why
    assert caught.value.hint


@pytest.mark.parametrize("what", ["missing.xlsx", "."])
def test_missing_files_and_folders(tmp_path: Path, what: str) -> None:
    """What is not there, or is no file, is said plainly."""
    with pytest.raises(SourceError, match=r"does not exist|folder"):
        open_grid(tmp_path / what)


def test_more_rows_than_any_round_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that would take minutes to understand is refused; empty rows do not count."""
    monkeypatch.setattr("plantrack_nb.containers.opening._MOST_ROWS", 3)
    path = tmp_path / "r.csv"
    path.write_text("a,b\n" * 3 + ",\n" * 9, encoding="utf-8")
    assert sum(not row.is_blank for row in open_grid(path)) == 3
    path.write_text("a,b\n" * 4, encoding="utf-8")
    with pytest.raises(UnsafeSourceError, match="4 rows with text; the limit is 3"):
        open_grid(path)


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """A refusal by the system is our error, with the system's reason."""
    path = tmp_path / "r.txt"
    path.write_text("x")
    path.chmod(0)
    if _readable(path):
        pytest.skip("this user may read every file")
    with pytest.raises(SourceError, match="cannot be opened"):
        open_grid(path)


def _readable(path: Path) -> bool:
    try:
        return bool(path.read_bytes())
    except PermissionError:
        return False


DAMAGE = st.lists(
    st.tuples(st.integers(0, 999_999), st.sampled_from(b'<>/"&=:019AZaz \x00\xff')),
    min_size=1,
    max_size=4,
)


def _damaged(content: bytes, damage: list[tuple[int, int]]) -> bytes:
    result = bytearray(content)
    for place, byte in damage:
        result[len(result) * place // 1_000_000] = byte
    return bytes(result)


@pytest.mark.parametrize("name", ["r.xlsx", "r.docx"])
@settings(max_examples=50, deadline=None)
@given(part=st.integers(0, 50), damage=DAMAGE)
def test_damage_anywhere_is_our_error_or_a_grid(
    tmp_path_factory: pytest.TempPathFactory, name: str, part: int, damage: list[tuple[int, int]]
) -> None:
    """With any bytes of any part changed, a document is read or refused; no foreign error."""
    path = WRITERS[name](tmp_path_factory.mktemp("d") / name)
    with zipfile.ZipFile(path) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    at = part % len(parts)
    parts[at] = (parts[at][0], _damaged(parts[at][1], damage))
    path.write_bytes(made.zipped(parts))
    with suppress(PlantrackError):
        assert open_grid(path, trusted=True).rows


@pytest.mark.parametrize("name", ["r.xlsx", "r.docx"])
@settings(max_examples=20, deadline=None)
@given(damage=DAMAGE)
def test_damage_of_the_zip_itself_is_our_error_or_a_grid(
    tmp_path_factory: pytest.TempPathFactory, name: str, damage: list[tuple[int, int]]
) -> None:
    """The same for the zip around the parts."""
    path = WRITERS[name](tmp_path_factory.mktemp("d") / name)
    path.write_bytes(_damaged(path.read_bytes(), damage))
    with suppress(PlantrackError):
        assert open_grid(path, trusted=True).rows


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
@pytest.mark.parametrize("suffix", [".ods", ".xlsx"])
def test_a_packed_part_that_is_spoilt_is_damage(tmp_path: Path, method: int, suffix: str) -> None:
    """However it is packed, and already where the kind of file is told by it."""
    path = tmp_path / f"r{suffix}"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument.spreadsheet" * 40)
    whole = bytearray(path.read_bytes())
    begin = 30 + len("mimetype")
    whole[begin : begin + 12] = b"\xff" * 12
    path.write_bytes(whole)
    with pytest.raises(SourceError, match="damaged"):
        open_grid(path)
