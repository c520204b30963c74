"""``plantrack run`` and ``plantrack status`` over small made rounds."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from helpers.made_project import CODES, command, ledgers, made_bytes, made_project, snapshot

from plantrack_nb.cli.failures import guarded
from plantrack_nb.office.project import working_folder

ROUND = ("--year", "2565", "--quarter", "2")
WRONG = {"1101": "spoilt", "2101": "spoilt", "7302": "wrong"}


@pytest.fixture
def home(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with five sources: two spoilt, one with an error to find."""
    made = made_project(tmp_path, root, {code: WRONG.get(code, "right") for code in CODES})
    monkeypatch.setenv("PLANTRACK_HOME", str(made))
    monkeypatch.chdir(made)
    return made


def run(*words: str) -> int:
    """Call the command line on the sources received."""
    return guarded(["run", *ROUND, "--input", "received", *words])


def several(*codes: str) -> list[str]:
    """Ask for these districts."""
    return [word for code in codes for word in ("--district", code)]


@pytest.mark.slow
def test_spoilt_inputs_do_not_stop_the_others(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Three of five are made, two are explained, and so says the exit code."""
    assert run(*several(*CODES), "--jobs", "2") == 3
    shown = capfd.readouterr()
    rows = [line.split() for line in shown.out.splitlines() if "-2565-q2" in line]
    assert [(row[0][:4], row[1]) for row in rows] == [
        ("1101", "failed"),
        ("2101", "failed"),
        ("7302", "findings"),
        ("1001", "done"),
        ("7301", "done"),
    ]
    assert "5 rounds: 2 done, 1 findings, 2 failed." in shown.out
    assert shown.err.count("ValueError: no table") == 2
    assert "5/5" in shown.err
    noted = ledgers(home / "outputs")
    assert {code: one["state"] for code, one in noted.items()} == {
        "1101": "failed",
        "1001": "done",
        "2101": "failed",
        "7301": "done",
        "7302": "findings",
    }
    assert "02_check.ipynb stopped in cell 3" in str(noted["1101"]["error"])
    assert Path(str(noted["1101"]["kept"])).is_file()
    assert (home / "outputs" / "2565" / "q2" / "index.html").is_file()
    assert guarded(["status", "--json"]) == 0
    status = json.loads(capfd.readouterr().out)
    assert status["counts"] == {"failed": 2, "done": 2, "findings": 1}
    assert [one["findings"] for one in status["rounds"] if one["district"] == "7302"] == [
        {"error": 1}
    ]


def test_one_district(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It is made; again it is left alone; forced it is made again, to the same bytes."""
    assert run("--district", "7302") == 0
    assert "7302-2565-q2   findings       1" in capfd.readouterr().out
    before, times = made_bytes(home / "outputs"), snapshot(home / "outputs")
    assert run("--district", "7302", "--fail-on", "error") == 1
    assert "1 unchanged" in capfd.readouterr().out
    assert snapshot(home / "outputs") == times
    assert run("--district", "7302", "--force") == 0
    assert "1 findings" in capfd.readouterr().out
    assert made_bytes(home / "outputs") == before


def test_one_spoilt_district_could_not_run(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Alone it ends with 2: the cell, the error and the kept notebook are named."""
    assert run("--district", "1101") == 2
    told = capfd.readouterr().err
    for words in ("02_check.ipynb stopped in cell 3", "ValueError: no table", "02_check.failed"):
        assert words in told


def test_a_dry_run_says_why_and_touches_nothing(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """New, unchanged, changed, damaged, failed before, missing and unclear sources are told."""
    made = ("7301", "7302", "1101", "1001")
    for code in made:
        run("--district", code)
    (home / "received" / "7302.txt").write_text("mended", encoding="utf-8")
    outputs = home / "outputs" / "2565" / "q2"
    (outputs / "1001" / "report.html").write_bytes(b"")
    (working_folder(outputs / "1001") / "findings.json").unlink()
    for name in ("3001.txt", "3001.csv"):
        (home / "received" / name).write_text("right", encoding="utf-8")
    before = snapshot(home)
    capfd.readouterr()
    assert run("--dry-run", *several(*CODES, "3001", "3002")) == 0
    told = capfd.readouterr().out.splitlines()
    assert told == [
        "7301-2565-q2  unchanged",
        "7302-2565-q2  would run  changed: input",
        "1101-2565-q2  would run  it failed before",
        "1001-2565-q2  would run  damaged: report.html; missing: findings.json",
        "2101-2565-q2  would run  new",
        "3001-2565-q2  unclear  3001.csv, 3001.txt",
        "3002-2565-q2  no input",
        "Nothing was done. 1 unchanged, 4 would run, 1 unclear, 1 no input.",
    ]
    (home / "params" / "waivers.yaml").write_text("[] # none\n", encoding="utf-8")
    run("--dry-run", "--district", "7301", "--formats", "pdf", "--show-persons")
    assert "changed: formats, show_persons, params/waivers.yaml" in capfd.readouterr().out
    (home / "params" / "waivers.yaml").write_text("[]\n", encoding="utf-8")
    run("--dry-run", "--district", "7301", "--force")
    assert "asked for by --force" in capfd.readouterr().out
    after = snapshot(home)
    assert {path: one for path, one in after.items() if "waivers" not in path} == {
        path: one for path, one in before.items() if "waivers" not in path
    }


def test_everything_wrong_is_told_at_once(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing starts, and each mistake has its suggestion."""
    before = snapshot(home)
    wrong = ["run", "--year", "2022", "--quarter", "6", "--district", "7310", "--district", "x"]
    wrong += ["--formats", "docx", "--jobs", "0", "--input", "in/{code}.txt"]
    wrong += ["--out", "data/../params/targets.csv"]
    assert guarded(wrong) == 2
    told = capfd.readouterr().err
    for words in (
        "Did you mean 2565?",
        "The round of 6 months is quarter 2.",
        "'7310' is not a code in the register",
        "'x' is not a code in the register",
        "'docx' is no format",
        "--jobs: 0 is too few",
        "may hold only {district}, {fiscal_year}, {quarter}",
        "targets.csv is a file",
    ):
        assert words in told
    assert snapshot(home) == before


def test_a_wrong_round_file_is_told_with_the_options(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What is wrong in the file does not hide what is wrong beside it."""
    path = home / "params" / "round.yaml"
    path.write_text("fiscal_year: 22\ndistricts: [7310]\n", encoding="utf-8")
    assert guarded(["run", str(path), "--formats", "doc"]) == 2
    told = capfd.readouterr().err
    for words in ("fiscal_year: 22", "quarter: is missing", "7310", "'doc' is no format"):
        assert words in told
    assert "--year" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--year", "2565"], "--quarter: is missing"),
        (["--due", "--year", "2565", "--all"], "it works out year and quarter itself"),
        ([*ROUND, "--all", "--district", "7301"], "districts are named too"),
        ([*ROUND, "--all", "--input", "received/7301.txt"], "is not a folder"),
        (["none.yaml"], "none.yaml"),
        ([*ROUND, "--district", "7301", "--input", "none.txt"], "There is no source of the round"),
        ([*ROUND, "--all", "--input", "data"], "There is no source of any of"),
        ([*ROUND, "--district", "7301", "--input", "received", "--log", "no/log"], "The log"),
    ],
)
def test_what_cannot_run_is_refused(
    home: Path, capfd: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    """Each is one message and exit code 2, and no report is made."""
    assert guarded(["run", *words]) == 2
    assert told in capfd.readouterr().err
    assert not list(home.glob("outputs/*/*/*/*"))


def test_missing_and_unclear_sources_are_in_the_ledger(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The others go on; who has sent nothing, or two files, is told by district."""
    (home / "received" / "7302-copy.txt").write_text("right", encoding="utf-8")
    assert run(*several("7301", "7302", "3001")) == 3
    told = capfd.readouterr()
    assert "3 rounds: 1 done, 1 failed, 1 no input." in told.out
    assert "7302-copy.txt, 7302.txt" in told.err
    noted = ledgers(home / "outputs")
    assert {code: one["state"] for code, one in noted.items()} == {
        "3001": "no_input",
        "7301": "done",
        "7302": "failed",
    }
    assert "Several files could be the source" in str(noted["7302"]["error"])


def test_the_round_that_is_due(
    home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The date decides the year and quarter, also those of a round file."""
    path = home / "params" / "every.yaml"
    path.write_text(
        "fiscal_year: 2560\nquarter: 1\ndistricts: [7301]\ninputs: received/{district}.txt\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1650000000")  # 15 April 2022
    assert guarded(["run", str(path), "--due"]) == 0
    assert (home / "outputs" / "2565" / "q2" / "7301" / "report.html").is_file()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert guarded(["run", str(path), "--due"]) == 2
    assert "SOURCE_DATE_EPOCH is not a time" in capfd.readouterr().err


def test_the_log_holds_json_lines(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Each event is one object; a second run adds to the file."""
    for _ in range(2):
        run("--district", "7302", "--log", "run.jsonl")
    lines = (home / "run.jsonl").read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    assert [(one["event"], one["round"], one.get("state")) for one in events] == [
        ("round_begun", "7302-2565-q2", None),
        ("round_ended", "7302-2565-q2", "findings"),
        ("round_ended", "7302-2565-q2", "unchanged"),
    ]
    assert events[1]["findings"] == {"error": 1}


def test_status_of_nothing(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is told; an empty one has no rounds; a torn ledger is named."""
    assert guarded(["status", "none"]) == 2
    (torn := home / "outputs" / "2565" / "q2" / "7301").mkdir(parents=True)
    assert guarded(["status"]) == 0
    assert "0 rounds: none." in capfd.readouterr().out
    (torn / "ledger.json").write_text("{", encoding="utf-8")
    assert guarded(["status"]) == 0
    assert "This ledger is damaged" in capfd.readouterr().out


@pytest.mark.slow
def test_ctrl_c_ends_cleanly(tmp_path: Path, root: Path) -> None:
    """What is made stays, the rest is told, no worker is left, and the exit code is 2."""
    hang = "if 'hang' in Path(source).read_text():\n    print(__import__('time').sleep(300))\n"
    home = made_project(tmp_path, root, {"7301": "right", "7302": "hang"}, more=hang)
    words = ["run", *ROUND, *several("7301", "7302"), "--input", str(home / "received")]
    process = command(home, *words, "--jobs", "1")
    assert process.stderr is not None
    assert "7301-2565-q2: done" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "Stopped: 1 of 2 rounds are over; run again for the rest." in err
    assert "1 round: 1 done." in out
    assert [*ledgers(home / "outputs")] == ["7301"]


_DIES = (
    "if 'dies' in Path(source).read_text():\n"
    "    __import__('os').kill(__import__('os').getpid(), 11)\n"
)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="another process watches on Linux only")
def test_one_round_that_dies_is_told_as_one_of_two(tmp_path: Path, root: Path) -> None:
    """A message, a ledger record, an exit code and a line of the log, though nobody is left."""
    home = made_project(tmp_path, root, {"7301": "dies", "7302": "right"}, more=_DIES)
    one = [
        "--lang",
        "en",
        "run",
        *ROUND,
        "--input",
        str(home / "received"),
        "--log",
        str(home / "run.jsonl"),
    ]
    process = command(home, *one, "--district", "7301")
    out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "1 round: 1 failed." in out
    assert "Its process died: signal 11" in err
    assert "do: " in err
    record = ledgers(home / "outputs")["7301"]
    assert record["state"] == "failed"
    assert "signal 11" in str(record["error"])
    last = json.loads((home / "run.jsonl").read_text("utf-8").splitlines()[-1])
    assert (last["event"], last["state"]) == ("round_ended", "failed")
    assert "7301" in (home / "outputs" / "2565" / "q2" / "index.html").read_text("utf-8")
    assert [*home.rglob("*.part")] == []
    process = command(home, *one, *several("7301", "7302"), "--jobs", "1")
    out, err = process.communicate(timeout=120)
    assert (process.returncode, "process died" in err) == (3, True)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="another process watches on Linux only")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_who_stops_the_command_stops_all_of_it(tmp_path: Path, root: Path, number: int) -> None:
    """It ends as any command does, and nothing of it goes on."""
    hang = "from pathlib import Path\nPath('at-work').write_text(str(__import__('os').getpid()))\n"
    hang += "__import__('time').sleep(300)\n"
    home = made_project(tmp_path, root, {"7301": "right"}, more=hang)
    process = command(home, "run", *ROUND, "--district", "7301", "--input", str(home / "received"))
    mark = home / "at-work"
    _await(lambda: mark.is_file() and mark.read_text() != "")
    process.send_signal(number)
    process.communicate(timeout=60)
    assert process.returncode == (2 if number == signal.SIGINT else -number)
    _await(lambda: not _lives(int(mark.read_text())))


def _await(state: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not state():
        assert time.monotonic() < end
        time.sleep(0.05)


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.slow
def test_three_at_once(tmp_path: Path, root: Path) -> None:
    """All end well, nothing is made twice at a time, and the outputs are those of one run."""
    sources = {"7301": "right", "7302": "wrong", "1001": "right"}
    homes = [made_project(tmp_path / name, root, sources) for name in ("one", "three")]
    for home, times in zip(homes, (1, 3), strict=True):
        words = ["run", *ROUND, *several(*sources), "--input", str(home / "received")]
        running = [command(home, *words, "--jobs", f"{1 + at % 2}") for at in range(times)]
        told = [process.communicate(timeout=120) for process in running]
        assert [process.returncode for process in running] == [0] * times, told
    alone, together = (made_bytes(home / "outputs") for home in homes)
    assert together == alone


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_the_bar_of_a_terminal_stays_out_of_the_cells(tmp_path: Path, root: Path) -> None:
    """On a terminal a bar is drawn while cells run, and the notebooks are the same."""
    slow = "__import__('time').sleep(0.5)\n"
    made = []
    for name in ("plain", "terminal"):
        home = made_project(tmp_path / name, root, {"7301": "right"}, more=slow)
        words = ["run", *ROUND, "--district", "7301", "--input", str(home / "received")]
        drawn = on_terminal(home, words) if name == "terminal" else ""
        if name == "plain":
            command(home, *words).communicate(timeout=120)
        made.append(made_bytes(home / "outputs"))
    assert "7301-2565-q2: checking" in drawn
    assert "2565/q2/7301/report.html" in made[0]
    assert made[1] == made[0]


def on_terminal(home: Path, words: Sequence[str]) -> str:
    """Run the command line on a pseudo-terminal; return what it drew."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "plantrack_nb", *words],
        env={**os.environ, "PLANTRACK_HOME": str(home), "TERM": "xterm", "COLUMNS": "150"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    drawn = b""
    with suppress(OSError):  # the end of a terminal
        while part := os.read(ours, 65536):
            drawn += part
    os.close(ours)
    assert process.wait(60) == 0, drawn.decode()
    return drawn.decode()
