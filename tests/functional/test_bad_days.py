"""A full or read-only disk, several runs at once, a clock gone wrong, a district gone bad."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from helpers.faults import ONE_ROUND, SECOND, Bench, contents

from plantrack_nb.run.job import State
from plantrack_nb.run.ledger import read_record

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="mounts and forks as Linux does"),
]
Remount = Callable[[str], None]
FAKETIME = shutil.which("faketime")
_FAR_FUTURE = 4_102_444_800.0


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Bench:
    """Make a small project whose round was made once, and whose source has changed since."""
    return Bench(tmp_path_factory.mktemp("days"), root / "params" / "districts.csv").prepare()


@pytest.fixture
def disk(bench: Bench) -> Iterator[Remount]:
    """Put a disk of its own under the output folder; the fixture's value changes its options."""
    shutil.rmtree(bench.out)
    bench.out.mkdir()
    with ExitStack() as stack:

        def mount(options: str) -> None:
            command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(bench.out)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")

        mount("size=8m")
        stack.callback(subprocess.run, ["umount", "--lazy", str(bench.out)], check=True)
        bench.fill(SECOND)
        yield lambda options: mount(f"remount,{options}")


def _same_as_after(bench: Bench) -> bool:
    return contents(bench.home) == contents(bench.folder / "after")


def test_a_full_disk_leaves_the_report_and_says_so(bench: Bench, disk: Remount) -> None:
    """Once there is room again, a plain run ends as if nothing had been."""
    report = bench.out / "2565" / "q2" / "7301" / "report.html"
    before = report.read_bytes()
    used = shutil.disk_usage(bench.out).used
    disk(f"size={used // 1024 + 8}k")
    ending = bench.run()
    assert ending.code == 2, ending.said
    assert "the disk is full" in ending.said
    assert "Traceback" not in ending.said
    assert report.read_bytes() == before
    disk("size=8m")
    assert bench.run().code == 0
    assert _same_as_after(bench)


def test_a_read_only_folder_is_refused_untouched(bench: Bench, disk: Remount) -> None:
    """Nothing is begun, and the message says what to do."""
    disk("ro")
    ending = bench.run()
    assert ending.code == 2, ending.said
    assert "do: " in ending.said
    assert "Traceback" not in ending.said
    assert contents(bench.home) == contents(bench.folder / SECOND)
    disk("rw")
    assert bench.run().code == 0
    assert _same_as_after(bench)


def test_three_runs_at_once_end_as_one(bench: Bench) -> None:
    """They wait for each other, and none of them fails."""
    bench.reset()
    running = [bench.start() for _ in range(3)]
    endings = [bench.wait(one) for one in running]
    assert [one.code for one in endings] == [0, 0, 0], [one.said for one in endings]
    assert _same_as_after(bench)


def test_the_times_of_files_decide_nothing(bench: Bench) -> None:
    """Sources and outputs from the future, or older than what was made of them."""
    bench.reset()
    source = bench.folder / "project" / "data" / "7301.txt"
    for path in bench.out.rglob("*"):
        os.utime(path, (_FAR_FUTURE, _FAR_FUTURE))
    os.utime(source, (0, 0))
    assert bench.run().code == 0
    assert _same_as_after(bench)
    os.utime(source, (_FAR_FUTURE, _FAR_FUTURE))
    assert "unchanged" in bench.run().said
    assert _same_as_after(bench)


@pytest.mark.skipif(FAKETIME is None, reason="faketime is not installed")
@pytest.mark.parametrize("day", ["1999-12-31 23:59:50", "2065-01-01 00:00:00"])
def test_the_clock_decides_nothing(bench: Bench, root: Path, day: str) -> None:
    """A run with a wrong clock makes the same bytes, and the next one finds nothing to do."""
    bench.reset()
    home = bench.folder / "project"
    done = subprocess.run(
        [str(FAKETIME), day, sys.executable, "-m", "plantrack_nb", *("run", *ONE_ROUND)],
        cwd=home, env={**os.environ, "PLANTRACK_HOME": str(home), "PYTHONPATH": str(root)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert _same_as_after(bench)
    record = read_record(bench.out / "2565" / "q2" / "7301")
    assert record is not None
    assert record.ended[:10] in {"1999-12-31", "2000-01-01", "2065-01-01"}
    assert "1 unchanged" in bench.run().said
    assert _same_as_after(bench)


def test_a_bad_district_in_the_middle_stops_nobody(bench: Bench, root: Path) -> None:
    """The others are made; the bad one is explained; the exit code is 3."""
    home = bench.folder / "project"
    (home / "in").mkdir()
    for code, data in (("1001", b"right"), ("7301", b"\xff\xfe"), ("7302", b"wrong")):
        (home / "in" / f"{code}.txt").write_bytes(data)
    out = bench.folder / "many"
    command = [
        *(sys.executable, "-m", "plantrack_nb", "run", "--year", "2565", "--quarter", "2"),
        *("--district", "1001", "--district", "7301", "--district", "7302", "--jobs", "1"),
        *("--input", "in/{district}.txt", "--out", str(out)),
    ]
    done = subprocess.run(
        command, cwd=home, env={**os.environ, "PLANTRACK_HOME": str(home), "PYTHONPATH": str(root)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3, done.stdout + done.stderr
    records = {code: read_record(out / "2565" / "q2" / code) for code in ("1001", "7301", "7302")}
    states = {code: record and record.state for code, record in records.items()}
    assert states == {"1001": State.DONE, "7301": State.FAILED, "7302": State.FINDINGS}
    assert "UnicodeDecodeError" in done.stderr
    page = (out / "2565" / "q2" / "index.html").read_text(encoding="utf-8")
    assert "7302/report.html" in page
    assert "7301/report.html" not in page
