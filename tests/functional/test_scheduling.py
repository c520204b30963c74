"""The recipes of ``docs/scheduling.md`` do what they say."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.made_project import made_project

PLACE = "/srv/plantrack"
CHECKER = shutil.which("systemd-analyze")


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    """Read the page."""
    return (root / "docs" / "scheduling.md").read_text(encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path, root: Path, page: str) -> Path:
    """Make what the page calls /srv/plantrack."""
    made = made_project(tmp_path / "plantrack", root, {})
    received = made / "received" / "2565-q2"
    received.mkdir()
    (received / "7301 ส่งแล้ว.txt").write_text("right", encoding="utf-8")
    text = blocks(page, "yaml")[0].replace("districts: all", "districts: [7301]")
    (made / "params" / "every-quarter.yaml").write_text(text, encoding="utf-8")
    (made / "log").mkdir()
    (made / ".venv" / "bin").mkdir(parents=True)
    command = made / ".venv" / "bin" / "plantrack"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m plantrack_nb "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return made


def blocks(page: str, kind: str) -> list[str]:
    """Take the blocks of one kind out of the page."""
    return re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no cron")
def test_the_cron_line(page: str, place: Path, root: Path) -> None:
    """With cron's bare environment it makes the round that is due."""
    line = next(one for one in blocks(page, "cron")[0].splitlines() if one.startswith("15 2 "))
    order = line.split(maxsplit=5)[5].replace(PLACE, str(place))
    bare = {"HOME": str(place), "LOGNAME": "x", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"}
    on_that_day = {"SOURCE_DATE_EPOCH": "1650000000", "PYTHONPATH": str(root)}
    run = subprocess.run(
        ["/bin/sh", "-c", order],
        env=bare | on_that_day,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    made = place / "outputs" / "2565" / "q2" / "7301"
    assert (made / "report.html").is_file()
    assert (made / "report.pdf").is_file()
    assert "round_ended" in (place / "log" / "run.jsonl").read_text(encoding="utf-8")


@pytest.mark.skipif(CHECKER is None, reason="systemd is not installed")
def test_the_systemd_units(page: str, place: Path) -> None:
    """The checker that comes with systemd finds nothing wrong with them."""
    names = ("plantrack.service", "plantrack.timer")
    units = [place / name for name in names]
    for path, text in zip(units, blocks(page, "ini"), strict=True):
        path.write_text(text.replace(PLACE, str(place)), encoding="utf-8")
    run = subprocess.run(
        [str(CHECKER), "verify", *map(str, units)], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
