"""JupyterLab on this machine only, with nothing of the person who runs the tests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from helpers.chromium import Chromium

TOKEN = "testing"  # noqa: S105 - of a server that ends with the test
_OPTIONS = (
    "--no-browser",
    "--allow-root",
    "--ServerApp.ip=127.0.0.1",
    f"--IdentityProvider.token={TOKEN}",
    "--LabApp.expose_app_in_browser=True",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)


FAULT = "document.querySelector('[data-mime-type=\"application/vnd.jupyter.stderr\"]')"
"""What a cell wrote about an error."""

DRAWN = {
    "explore": "document.querySelectorAll('.plantrack-board svg [data-key]').length > 4",
    "country": "document.querySelectorAll('.plantrack-chart-groups [data-key]').length > 0",
}
"""When the page of a notebook can be used."""


def run_notebook(
    browser: Chromium,
    address: str,
    width: int,
    height: int,
    seconds: float = 120,
    *,
    name: str = "explore",
) -> None:
    """Open a notebook, run all its cells, and wait until its page is drawn."""
    page = f"{address}/lab/tree/notebooks/{name}.ipynb?token={TOKEN}&reset"
    browser.visit(page, width, height)
    browser.wait_until("!!window.jupyterapp && !!document.querySelector('.jp-Notebook .jp-Cell')")
    browser.wait_until("window.jupyterapp.commands.isEnabled('notebook:run-all-cells')")
    browser.ask(
        "jupyterapp.shell.currentWidget.sessionContext.ready"
        ".then(() => { jupyterapp.commands.execute('notebook:run-all-cells'); return true })"
    )
    browser.wait_until(f"{DRAWN[name]} || !!{FAULT}", seconds)
    assert browser.ask(f"{FAULT}?.innerText") is None


_OURS = Path(__file__).parents[2] / "plantrack_nb" / "explore" / "jupyter"


@contextmanager
def lab(home: Path, private: Path) -> Iterator[str]:
    """Start JupyterLab in a project's folder; give its address, end it afterwards."""
    port = free_port()
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    folders = {name: str(private / name.lower()) for name in names}
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "jupyterlab", *_OPTIONS),
            f"--ServerApp.port={port}",
            f"--ServerApp.root_dir={home}",
        ],
        env={
            **os.environ,
            **folders,
            "JUPYTER_CONFIG_PATH": str(_OURS),
            "PLANTRACK_HOME": str(home),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/api/status?token={TOKEN}", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()  # ends its kernels, too
        process.wait(30)


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def is_up(port: int) -> bool:
    """Tell whether a Jupyter server answers on a port of this machine."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/api", timeout=5):
            return True
    except OSError:
        return False


def _wait(address: str, process: subprocess.Popen[bytes], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, "JupyterLab ended by itself"
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - our own server
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("JupyterLab did not answer")
