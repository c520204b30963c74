"""JupyterLab ends with the command that started it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.lab import free_port, is_up

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="signals of Windows are others"),
]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_nothing_runs_on_when_the_command_is_ended(name: str, tmp_path: Path, root: Path) -> None:
    """A closed terminal, or a scheduler that ends the command, ends JupyterLab too."""
    home = tmp_path / "home"
    for folder in ("params", "notebooks"):
        shutil.copytree(root / folder, home / folder)
    port = free_port()
    command = [sys.executable, "-m", "plantrack_nb", "explore", "--no-browser"]
    with subprocess.Popen(
        [*command, "--port", str(port), "--", "--allow-root", "--IdentityProvider.token=testing"],
        env={**os.environ, "PLANTRACK_HOME": str(home), "JUPYTER_CONFIG_DIR": str(tmp_path)},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as ours:
        _until(lambda: is_up(port))
        ours.send_signal(getattr(signal, name))
        ours.wait(timeout=30)
        _until(lambda: not is_up(port))


def _until(done: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        time.sleep(0.2)
