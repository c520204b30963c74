"""One at a time in a folder, on drives with locks and on those without."""

from __future__ import annotations

import errno
import fcntl
import multiprocessing
import os
import stat
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.people import DRIVES, FILES, FileOfPeople, drive, lost
from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.locks import LOCK, MARKER, changing, held

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these are the locks of POSIX systems")


@pytest.fixture(params=DRIVES)
def code(request: pytest.FixtureRequest) -> Iterator[int]:
    """Be on a drive of each kind, and say what its locks answer."""
    with drive(DRIVES[request.param]):
        yield DRIVES[request.param]


def test_a_folder_is_held_by_one_and_then_free(tmp_path: Path, code: int) -> None:
    """Whoever comes second is told that somebody is there; afterwards the folder can be held."""
    with (
        held(tmp_path),
        pytest.raises(OutputError, match="Somebody else is writing") as told,
        held(tmp_path, wait=0.1),
    ):
        pass
    assert ("process" in told.value.why) == bool(code)
    with held(tmp_path, wait=0):
        assert (tmp_path / MARKER).exists() == bool(code)
    assert [one.name for one in tmp_path.iterdir() if one.name != LOCK] == []


def test_on_a_drive_without_locks_the_owner_is_named(tmp_path: Path) -> None:
    """Its process, since when, and the file to remove when there is no such process any more."""
    with (
        drive(errno.ENOLCK),
        held(tmp_path),
        pytest.raises(OutputError) as told,
        held(tmp_path, wait=0),
    ):
        pass
    assert f"process {os.getpid()} on " in told.value.why
    assert "at work since 20" in told.value.why
    assert str(tmp_path / MARKER) in told.value.hint


def test_a_marker_whose_process_has_ended_is_taken_over(tmp_path: Path) -> None:
    """Whoever was killed on a drive without locks keeps nobody out, on such a drive or another."""
    for code in (errno.ENOLCK, 0):
        child = multiprocessing.get_context("fork").Process(target=_killed, args=(tmp_path,))
        child.start()
        child.join()
        assert (tmp_path / MARKER).exists()
        with drive(code), held(tmp_path, wait=5):
            pass
        assert not (tmp_path / MARKER).exists()


def _killed(folder: Path) -> None:
    with drive(errno.ENOLCK), held(folder):
        os.kill(os.getpid(), 9)


def test_a_live_marker_counts_where_there_are_locks(tmp_path: Path) -> None:
    """Two machines may see one drive differently: a file that stands for a lock is kept to."""
    (tmp_path / MARKER).write_text("4711\nother-machine\n", encoding="utf-8")
    with pytest.raises(OutputError, match="process 4711 on other-machine"), held(tmp_path, wait=0):
        pass


def test_another_fault_is_told_as_the_drives(tmp_path: Path) -> None:
    """No wait, and no word of anybody else."""
    with (
        drive(errno.EIO),
        pytest.raises(OutputError, match="the disk reported a fault"),
        held(tmp_path),
    ):
        pass
    with (
        drive(errno.EPERM),
        pytest.raises(OutputError, match="permission was refused"),
        held(tmp_path),
    ):
        pass


def test_other_accounts_may_lock_the_same_folder(tmp_path: Path) -> None:
    """Whatever the first one's umask: the file is empty, and the folder decides who writes."""
    before = os.umask(0o077)
    try:
        with held(tmp_path):
            pass
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / LOCK).stat().st_mode) == 0o666


def test_whoever_changes_a_file_may_go_in_again_but_no_other_thread(tmp_path: Path) -> None:
    """A step made of smaller ones is one step."""
    path, refused = tmp_path / "notes.jsonl", []

    def other() -> None:
        try:
            with changing(path, wait=0):
                pass
        except OutputError as error:
            refused.append(error)

    with changing(path), changing(path, wait=0):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert len(refused) == 1
    with changing(path, wait=0):
        pass


@pytest.mark.parametrize("which", FILES, ids=lambda one: one.name)
@pytest.mark.parametrize("name", DRIVES)
def test_three_people_at_once_lose_nothing(tmp_path: Path, which: FileOfPeople, name: str) -> None:
    """What each was told is done stands in the file, once."""
    gone = lost(tmp_path, which, writers=3, entries=6, processes=False, code=DRIVES[name])
    assert gone == []
    assert {one.name for one in tmp_path.iterdir()} <= {which.name, LOCK}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["normal", "no locks"])
def test_three_processes_at_once_lose_nothing(tmp_path: Path, name: str) -> None:
    """As with windows of one program, so with programs of their own."""
    waivers = FILES[0]
    assert lost(tmp_path, waivers, writers=3, entries=5, processes=True, code=DRIVES[name]) == []


def test_the_drives_are_simulated(tmp_path: Path) -> None:
    """What the tests above take for a drive without locks refuses one."""
    with (
        (tmp_path / "a").open("w") as file,
        drive(errno.ENOLCK),
        pytest.raises(OSError, match="locks"),
    ):
        fcntl.flock(file, fcntl.LOCK_EX)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("inside", [True, False], ids=["threads", "processes"])
def test_who_waits_for_many_waits_for_each(tmp_path: Path, code: int, *, inside: bool) -> None:
    """Others who come and go, however many, are no reason to give up; one who stays is."""
    spawn = multiprocessing.get_context("fork")
    kind = threading.Thread if inside else spawn.Process
    several = [kind(target=_come_and_go, args=(tmp_path, 0.1, at)) for at in range(6)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert len([*tmp_path.glob("been-*")]) == len(several)


def _come_and_go(folder: Path, stay: float, number: int) -> None:
    with held(folder, wait=4 * stay):
        time.sleep(stay)
        (folder / f"been-{number}").touch()
