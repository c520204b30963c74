"""Writing files: whole or not at all, and only inside the output folder."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.files import make_folder, safe_child, sweep, write_bytes, write_text, writing


def names(folder: Path) -> list[str]:
    """List a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_writes_text_and_makes_the_folders_above(tmp_path: Path) -> None:
    """Text is UTF-8 with plain line ends, in folders that did not exist."""
    path = tmp_path / "2565" / "q2" / "report.html"
    assert write_text(path, "ไตรมาส\r\n2\n") is True
    assert path.read_bytes() == "ไตรมาส\n2\n".encode()
    assert names(path.parent) == ["report.html"]


def test_equal_content_is_left_alone(tmp_path: Path) -> None:
    """Writing what stands there already keeps the file and its time."""
    path = tmp_path / "a.csv"
    write_bytes(path, b"1")
    os.utime(path, (1, 1))
    assert write_bytes(path, b"1") is False
    with writing(path) as part:
        part.write_bytes(b"1")
    assert path.stat().st_mtime == 1
    assert write_bytes(path, b"2") is True
    assert path.stat().st_mtime != 1
    assert names(tmp_path) == ["a.csv"]


def test_an_error_while_writing_keeps_the_previous_file(tmp_path: Path) -> None:
    """When the body of ``writing`` fails, nothing of it stays and its error comes through."""
    path = tmp_path / "a.csv"
    write_bytes(path, b"before")
    with pytest.raises(ZeroDivisionError), writing(path) as part:
        part.write_bytes(b"half" * (1 // 0))
    assert path.read_bytes() == b"before"
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EIO, "the disk reported a fault"),
        (errno.EACCES, "permission was refused"),
        (errno.EROFS, "the folder is read-only"),
        (errno.EFBIG, "the file is larger"),
        (errno.ESTALE, "the network drive does not answer"),
        (errno.EUCLEAN, "the system refused it"),
    ],
)
def test_a_fault_of_the_disk_is_told(tmp_path: Path, code: int, why: str) -> None:
    """A system error becomes an OutputError with path, cause and advice."""
    path = tmp_path / "a.csv"
    write_bytes(path, b"before")
    with pytest.raises(OutputError) as told, writing(path):
        raise OSError(code, os.strerror(code))
    assert told.value.where == str(path)
    assert why in told.value.why
    assert told.value.hint
    assert path.read_bytes() == b"before"
    assert names(tmp_path) == ["a.csv"]


def test_an_error_about_another_file_is_not_ours(tmp_path: Path) -> None:
    """A missing input inside the body is not reported as an output fault."""
    with pytest.raises(FileNotFoundError), writing(tmp_path / "a.csv"):
        (tmp_path / "missing.xlsx").read_bytes()
    assert names(tmp_path) == []


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    """A path through a file is refused with the reason."""
    write_bytes(tmp_path / "2565", b"")
    with pytest.raises(OutputError, match="a part of the path is a file"):
        write_bytes(tmp_path / "2565" / "q2" / "a.csv", b"1")
    with pytest.raises(OutputError, match="a part of the path is a file"):
        make_folder(tmp_path / "2565")


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    """A folder of the same name is refused and stays."""
    (tmp_path / "report.html").mkdir()
    with pytest.raises(OutputError, match="a folder has this name"):
        write_bytes(tmp_path / "report.html", b"1")
    assert names(tmp_path) == ["report.html"]


@pytest.mark.skipif(os.name == "nt", reason="/dev/full is a file of Linux")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """A real write that finds no space is told as such."""
    full = Path("/dev/full")
    with pytest.raises(OutputError, match="the disk is full"), writing(tmp_path / "a.csv"):
        full.write_bytes(b"1" * 100_000)


def test_new_files_follow_the_umask(tmp_path: Path) -> None:
    """A report can be read by those the user's settings allow, not by the owner alone."""
    before = os.umask(0o022)
    try:
        write_bytes(tmp_path / "a.csv", b"1")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o644


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    """A link put in the output folder cannot make us write elsewhere."""
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"theirs")
    (tmp_path / "out").mkdir()
    link = tmp_path / "out" / "a.csv"
    link.symlink_to(outside)
    write_bytes(link, b"ours")
    assert (outside.read_bytes(), link.read_bytes()) == (b"theirs", b"ours")
    assert not link.is_symlink()


def test_sweep_removes_only_what_a_killed_run_left(tmp_path: Path) -> None:
    """Half-written files are found in every folder below; others stay."""
    leftover = tmp_path / "q2" / ".report.html.0123456789ab.part"
    for path in (leftover, tmp_path / ".notes.part", tmp_path / "a.part", tmp_path / "a.csv"):
        write_bytes(path, b"x")
    assert sweep(tmp_path) == [leftover]
    assert names(tmp_path) == [".notes.part", "a.csv", "a.part", "q2"]


def test_the_temporary_name_fits_and_stays_while_it_is_written(tmp_path: Path) -> None:
    """The longest Thai name leaves room for the temporary one; nobody sweeps it under the pen."""
    path = tmp_path / ("ก" * 83 + ".html")
    with writing(path) as part:
        part.write_bytes(b"1")
        assert part.parent == tmp_path
        assert sweep(tmp_path) == []
    assert path.read_bytes() == b"1"


def test_what_a_killed_program_left_of_a_file_goes_when_it_is_written_again(tmp_path: Path) -> None:
    """Also when it need not be written; what is being written, or is another file's, stays."""
    path, left = tmp_path / "a.csv", tmp_path / ".a.csv.0123456789ab.part"
    other = tmp_path / ".b.csv.0123456789ab.part"
    other.touch()
    for _ in ("written", "held just that"):
        left.touch()
        write_bytes(path, b"1")
        assert names(tmp_path) == [other.name, "a.csv"]
    with writing(path) as part:
        write_bytes(path, b"2")
        assert part.exists()
        part.write_bytes(b"3")
    assert path.read_bytes() == b"3"


@pytest.mark.parametrize(
    "part",
    [
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "/etc",
        "C:",
        "a\0b",
        "a\nb",
        "nul",
        "CON.txt",
        "a.",
        " a",
    ],
)
def test_what_is_no_file_name_is_refused(tmp_path: Path, part: str) -> None:
    """Separators, dots, device names and control characters are no file names."""
    with pytest.raises(OutputError, match="not a plain file name"):
        safe_child(tmp_path, "2565", part)


@pytest.mark.parametrize("part", ["ก" * 86, "\ud800"])
def test_names_that_no_disk_takes_are_refused(tmp_path: Path, part: str) -> None:
    """An over-long name and one that is no text are refused."""
    with pytest.raises(OutputError):
        safe_child(tmp_path, "2565", part)


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    """A folder that is a link to outside is no child."""
    root = make_folder(tmp_path / "outputs")
    (root / "2565").symlink_to(tmp_path)
    with pytest.raises(OutputError, match="it is a link to"):
        safe_child(root, "2565", "q2")


@given(st.text(max_size=40))
def test_a_child_is_always_inside(part: str) -> None:
    """Whatever text comes, the path is refused or lies right under the root."""
    root = Path("outputs")
    try:
        path = safe_child(root, part)
    except OutputError:
        return
    assert path.parent == root
    assert path.resolve().parent == root.resolve()
