"""What cannot be read ends in one clear message, exit code 2, and nothing written."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import containers
from helpers.nine_columns import HEAD, TITLES
from helpers.progress_table import opened

from plantrack_nb.cli.exit_codes import Exit
from plantrack_nb.cli.failures import guarded

ROUND = [*TITLES, [HEAD, opened(budget="5,000", action="1.ประชุม")]]
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00" * 200
Maker = Callable[[Path], Path]


def _missing(folder: Path) -> Path:
    return folder / "no-such-file.xlsx"


def _folder(folder: Path) -> Path:
    made = folder / "rounds"
    made.mkdir()
    return made


def _empty(folder: Path) -> Path:
    made = folder / "empty.txt"
    made.touch()
    return made


def _photo(folder: Path) -> Path:
    made = folder / "photo.xlsx"
    made.write_bytes(PNG)
    return made


def _torn(folder: Path) -> Path:
    whole = containers.write_xlsx(folder / "torn.xlsx", [HEAD, opened()])
    whole.write_bytes(whole.read_bytes()[:-900])
    return whole


def _noise(folder: Path) -> Path:
    made = folder / "noise.xlsx"
    made.write_bytes(zlib.compress(b"noise" * 999))
    return made


def _other_workbook(folder: Path) -> Path:
    rows: containers.Table = [["สินค้า", "ราคา"], ["โต๊ะ", 500], [TITLES[0], ""], [TITLES[1], ""]]
    return containers.write_xlsx(folder / "shop.xlsx", rows)


def _other_text(folder: Path) -> Path:
    return containers.write_text(folder / "letter.txt", [*TITLES, "เรียน ผู้อำนวยการ"])


def _head_only(folder: Path) -> Path:
    return containers.write_text(folder / "head.txt", [*TITLES, [HEAD, [""] * 9]])


BAD: dict[str, Maker] = {
    "missing": _missing,
    "folder": _folder,
    "empty": _empty,
    "photo": _photo,
    "torn": _torn,
    "noise": _noise,
    "other workbook": _other_workbook,
    "other text": _other_text,
    "head only": _head_only,
}


@pytest.fixture(params=BAD)
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a source that is no round."""
    return BAD[request.param](tmp_path)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Return the text of a small report of the sample round."""
    return containers.write_text(tmp_path / "report.txt", ROUND)


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run the command line, which must refuse, and return its message."""
    assert guarded(arguments) == Exit.COULD_NOT_RUN
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err
    assert "fault of its own" not in printed.err
    assert printed.err.count("Error") == 1
    return printed.err


def test_load_refuses(bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``load`` names the file and what to do, and leaves no folder behind."""
    message = refused(["load", str(bad), "--out", str(tmp_path / "out")], capsys)
    assert bad.name in message
    assert "do:" in message
    assert not (tmp_path / "out").exists()


def test_check_refuses(bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``check`` names the file and what to do, and writes no findings."""
    findings = tmp_path / "findings.json"
    message = refused(["check", str(bad), "--json", str(findings)], capsys)
    assert bad.name in message
    assert not findings.exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--district 9999", ["9999"]),
        ("--district 301", ["301"]),
        ("--year 2022", ["2022", "2565"]),
        ("--quarter 5", ["5"]),
    ],
)
def test_another_round(
    options: str, words: list[str], good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A round that does not exist is refused before any output."""
    out = good.parent / "out"
    for command in (["load", str(good), "--out", str(out)], ["check", str(good)]):
        message = refused([*command, *options.split()], capsys)
        assert all(word in message for word in words)
    assert not out.exists()


@pytest.mark.parametrize("asked", ["--district 7302", "--year 2564", "--quarter 3"])
def test_the_asked_round_wins(asked: str, good: Path) -> None:
    """Titles of another round are told as a finding, never refused."""
    found = good.parent / "found.json"
    assert (
        guarded(["check", str(good), *asked.split(), "--json", str(found), "--fail-on", "never"])
        == 0
    )
    told = json.loads(found.read_text(encoding="utf-8"))
    assert "title-other-round" in {one["rule"] for one in told}


def test_round_not_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document that does not say its round asks for the options."""
    source = containers.write_text(tmp_path / "bare.txt", [[HEAD, opened(action="1.ประชุม")]])
    message = refused(["load", str(source), "--out", str(tmp_path / "out")], capsys)
    assert all(option in message for option in ("--district", "--year", "--quarter"))


def test_unknown_format(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A format that there is not is refused by the option's name."""
    arguments = ["load", str(good), "--out", str(tmp_path / "out"), "--format", "docx"]
    assert guarded(arguments) == Exit.COULD_NOT_RUN
    assert "--format" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_output_is_a_file(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An output folder that is a file is refused, and the file stays."""
    taken = tmp_path / "out"
    taken.write_text("mine", encoding="utf-8")
    refused(["load", str(good), "--out", str(taken)], capsys)
    assert taken.read_text(encoding="utf-8") == "mine"


def test_good(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same file is read when nothing is wrong."""
    assert guarded(["load", str(good), "--out", str(tmp_path / "out")]) == Exit.DONE
    assert (tmp_path / "out" / "reading.json").is_file()
    assert "100.0% of the text" in capsys.readouterr().out


@pytest.mark.parametrize("make", [_missing, _photo])
def test_as_a_program(make: Maker, root: Path, tmp_path: Path) -> None:
    """Run for real, a refusal is exit code 2 and one message on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "plantrack_nb", "check", str(make(tmp_path))],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-"])
def test_a_closed_stream_is_no_fault(closed: str) -> None:
    """Where nobody reads, as under some schedulers, nothing is printed and the work is done."""
    command = f"'{sys.executable}' -m plantrack_nb rules {closed}"
    ran = subprocess.run(["/bin/sh", "-c", command], check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_a_reader_who_went_away_is_not_told_of_findings() -> None:
    """A pipe that closed early ends the command as one that could not run."""
    command = [sys.executable, "-m", "plantrack_nb", "rules"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None
        ran.stdout.close()
        assert ran.wait(60) == Exit.COULD_NOT_RUN
