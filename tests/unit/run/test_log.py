"""The log of a run: JSON lines, as long as the disk takes them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from plantrack_nb.run.log import LOG, json_file, logged_to


def test_each_event_is_a_line(tmp_path: Path) -> None:
    """With its own fields."""
    path = tmp_path / "run.jsonl"
    with logged_to(json_file(path)):
        LOG.info("begun", extra={"event": "round_begun"})
    [line] = path.read_text("utf-8").splitlines()
    assert json.loads(line)["event"] == "round_begun"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")  # noqa: PTH110
def test_a_full_disk_is_told_once_and_ends_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """No trace of ours on the terminal; the fault is there to be told at the end."""
    file = json_file(Path("/dev/full"))
    with logged_to(file):
        LOG.info("begun")
        LOG.info("ended")
    assert file.fault is not None
    assert "the disk is full" in file.fault.why
    assert "Traceback" not in capsys.readouterr().err
