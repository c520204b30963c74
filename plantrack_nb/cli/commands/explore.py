"""``plantrack explore``: work through the findings in JupyterLab."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from plantrack_nb.office.project import HOME_VARIABLE, find_project

_KILLED = 128
"""What a shell adds to the number of the signal that ended a command."""
EXAMPLES = (
    "plantrack explore",
    "plantrack explore --country",
    "plantrack explore --no-browser --port 8899 -- --allow-root",
)


def explore(
    further: Annotated[
        list[str] | None, typer.Argument(help="Further words for JupyterLab, behind '--'.")
    ] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open it in the browser at once.")
    ] = True,
    port: Annotated[int, typer.Option("--port", help="Port on this machine.")] = 8888,
    country: Annotated[
        bool, typer.Option("--country", help="All districts over a year, not one round.")
    ] = False,
) -> None:
    """Start JupyterLab on notebooks/explore.ipynb, for this machine only; Ctrl-C ends it."""
    project = find_project()
    os.environ[HOME_VARIABLE] = str(project.root)
    # no question about news from elsewhere: what stands there is added to the person's own
    ours = Path(__file__).parents[2] / "explore" / "jupyter"
    known = os.environ.get("JUPYTER_CONFIG_PATH", "")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, [known, str(ours)]))
    name = "country.ipynb" if country else "explore.ipynb"
    words = [
        *(sys.executable, "-m", "jupyterlab", str(project.notebooks / name)),
        f"--ServerApp.root_dir={project.root}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--LabApp.news_url=None",  # nothing is fetched from elsewhere
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        *([] if browser else ["--no-browser"]),
        *(further or []),
    ]
    with subprocess.Popen(words) as lab:  # noqa: S603 - our own interpreter and folder
        _end_with_us(lab)
        while lab.poll() is None:
            with suppress(KeyboardInterrupt):  # JupyterLab hears it, too, and asks once more
                lab.wait()
    raise typer.Exit(lab.returncode if lab.returncode >= 0 else _KILLED - lab.returncode)


def _end_with_us(lab: subprocess.Popen[bytes]) -> None:
    """Hand on what ends this command: else JupyterLab and its kernels would go on unseen."""
    for name in ("SIGTERM", "SIGHUP"):  # the second when the terminal is closed; not on Windows
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: lab.terminate())
