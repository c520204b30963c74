"""Make an office's project of what the package ships, and bring it what is newer later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from plantrack_nb.core.errors import OutputError, SourceError
from plantrack_nb.core.files import make_folder, write_bytes
from plantrack_nb.core.language import say
from plantrack_nb.office.merged_notebook import merged_notebook
from plantrack_nb.office.shipped_files import shipped_files

_README = "README.md"
_TEXT = Path(__file__).with_suffix(".md")

KEPT = ".plantrack/shipped"
"""Where a project keeps what it was shipped, to tell an office's changes from newer versions."""

_FOLDERS = ("data", "outputs")
_NEWER = ".newer"


class Fate(StrEnum):
    """What became of a shipped file."""

    NEW = "new"
    UPDATED = "updated"
    MERGED = "merged"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    TAKEN_OUT = "taken_out"
    BESIDE = "beside"


@dataclass(frozen=True)
class Brought:
    """One shipped file in a project: its path there, what became of it, the newer one beside it."""

    path: str
    fate: Fate
    beside: str = ""


def start_project(folder: Path) -> list[Brought]:
    """Make a project in a folder; nothing that is there is written over.

    One that was begun, and stopped halfway, is made to its end.

    Raises
    ------
    OutputError
        The folder holds files of these names, or cannot be written.
    """
    files = _files()
    there = [path for path in files if (folder / path).exists()]
    if there and not _is_begun(folder, files):
        raise OutputError(
            say("โฟลเดอร์นี้มีโครงการอยู่แล้ว", "The folder holds a project already."),
            where=str(folder),
            why=say(f"มี {there[0]}", f"there is {there[0]}")
            + (say(f" และอีก {len(there) - 1}", f" and {len(there) - 1} more") if there[1:] else ""),
            hint=say(
                "ใช้โฟลเดอร์อื่น หรือนำสิ่งที่ใหม่กว่ามาเติม: plantrack init FOLDER --update",
                "Name another folder, or bring it what is newer: plantrack init FOLDER --update.",
            ),
        )
    for name in _FOLDERS:
        make_folder(folder / name)
    return [_write(folder, path, data, Fate.NEW) for path, data in files.items()]


def update_project(folder: Path) -> list[Brought]:
    """Bring what is newer into a project; what the office has changed stays.

    A notebook that both have changed gets the newer cells and keeps the office's; where the same
    cell was changed by both, and in any other file, the newer version is put beside as
    ``NAME.newer.ENDING``.

    Raises
    ------
    SourceError
        The folder is no project.
    OutputError
        It cannot be written.
    """
    if not all((folder / name).is_dir() for name in ("notebooks", "params")):
        raise SourceError(
            say(
                "โฟลเดอร์นี้ไม่ใช่โครงการ จึงปรับรุ่นไม่ได้", "The folder is no project that could be updated."
            ),
            where=str(folder),
            why=say("ไม่มี notebooks และ params อยู่ในนั้น", "it does not hold notebooks and params"),
            hint=say("สร้างโครงการก่อน: plantrack init FOLDER", "Make one: plantrack init FOLDER."),
        )
    return [_bring(folder, path, data) for path, data in _files().items()]


def _is_begun(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Tell a project whose making was stopped: part of it is there, all as it was shipped."""
    expected = {**files, **{f"{KEPT}/{path}": data for path, data in files.items()}}
    there = {path: _read(folder / path) for path in expected if (folder / path).exists()}
    return len(there) < len(expected) and all(
        data == expected[path] for path, data in there.items()
    )


def _files() -> dict[str, bytes]:
    return {_README: _TEXT.read_bytes(), **shipped_files()}


def _bring(folder: Path, path: str, newer: bytes) -> Brought:
    own, base = _read(folder / path), _read(folder / KEPT / path)
    if own is None:
        return Brought(path, Fate.TAKEN_OUT) if base else _write(folder, path, newer, Fate.NEW)
    if own == newer:
        return _write(folder, path, newer, Fate.UNCHANGED)
    if own == base:
        return _write(folder, path, newer, Fate.UPDATED)
    if base == newer:
        return Brought(path, Fate.KEPT)
    made = merged_notebook(base, own, newer) if base and path.endswith(".ipynb") else None
    if made is not None:
        write_bytes(folder / path, made)
        write_bytes(folder / KEPT / path, newer)
        return Brought(path, Fate.MERGED)
    beside = Path(path)
    beside = beside.with_name(f"{beside.stem}{_NEWER}{beside.suffix}")
    write_bytes(folder / beside, newer)
    write_bytes(folder / KEPT / path, newer)
    return Brought(path, Fate.BESIDE, beside.as_posix())


def _write(folder: Path, path: str, data: bytes, fate: Fate) -> Brought:
    write_bytes(folder / path, data)
    write_bytes(folder / KEPT / path, data)
    return Brought(path, fate)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
