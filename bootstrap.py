"""Set up plantrack_nb in the folder .venv beside this file, then use it.

    python3.11 bootstrap.py report    make the report of the sample round
    python3.11 bootstrap.py test      run the tests

On Windows: "py -3.11 bootstrap.py report". Words after the command are handed on to
"plantrack run" or to pytest. Needs Python 3.11 or newer, and the network the first time.
Interrupted, the same command goes on where it stopped; set up once, it starts at once.
"""

# Runs before anything is installed: the standard library only. An older Python 3 must be able
# to read this file, to say that it is too old: no f-strings, no annotations of variables.

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "plantrack-setup.txt"
PINS = ROOT / "constraints.txt"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
COMMANDS = {"report": ["-m", "plantrack_nb", "run"], "test": ["-m", "pytest"]}
NO_NETWORK = (
    "NewConnectionError",
    "ConnectTimeout",
    "ReadTimeout",
    "ProxyError",
    "name resolution",
    "getaddrinfo failed",
    "Network is unreachable",
    "Could not find a version that satisfies",
)


class SetupError(Exception):
    """The environment cannot be set up; the text says why and what to do."""


def main(words: "list[str]") -> int:
    """Set up if need be, run the command, and return its exit code (2: could not set up)."""
    if sys.version_info < (3, 11):
        found = ".".join(str(part) for part in sys.version_info[:3])
        say("plantrack_nb needs Python 3.11 or newer; this is Python {}.".format(found))
        say('Install it, then run "python3.11 bootstrap.py" (Windows: "py -3.11 bootstrap.py").')
        return 2
    if not words or words[0] not in COMMANDS:
        say((__doc__ or "").strip())
        return 0 if words in (["-h"], ["--help"]) else 2
    try:
        set_up()
    except SetupError as error:
        say("\nCould not set up plantrack_nb: {}".format(error))
        return 2
    return subprocess.call([str(PYTHON), *COMMANDS[words[0]], *words[1:]], cwd=str(ROOT))


def set_up() -> None:
    """Bring .venv to exactly what is pinned; do nothing when it is there already."""
    if STAMP.exists() and PYTHON.exists() and STAMP.read_text("utf-8") == fingerprint():
        return
    if not works("pip"):
        make_venv()
    total = sum("==" in line for line in PINS.read_text("utf-8").splitlines())
    say("[2/3] Installing up to {} pinned packages (some minutes the first time) ...".format(total))
    pip("--require-hashes", "--only-binary", ":all:", "-r", str(PINS))
    say("[3/3] Installing plantrack_nb itself ...")
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(fingerprint(), "utf-8")
    say("Ready.\n")


def fingerprint() -> str:
    """Name what the environment was made from: the pins, the metadata, this folder."""
    digest = hashlib.sha256(str(ROOT).encode("utf-8"))
    for path in (PINS, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest() + "\n"


def works(module: str) -> bool:
    """Tell whether the environment's Python starts and finds ``module``."""
    if not PYTHON.exists():
        return False
    probe = [str(PYTHON), "-c", "import " + module]
    return subprocess.call(probe, stderr=subprocess.DEVNULL) == 0


def make_venv() -> None:
    """Make .venv anew with this very Python."""
    say("[1/3] Making the environment {} ...".format(VENV))
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        raise SetupError(
            "this Python comes without the modules venv and ensurepip.\n"
            "On Debian or Ubuntu: sudo apt-get install {}\n"
            "Then run the same command again.".format(package)
        )
    clear = ["--clear"] if (VENV / "pyvenv.cfg").exists() else []
    if subprocess.call([sys.executable, "-m", "venv", *clear, str(VENV)]) != 0 or not works("pip"):
        raise SetupError(
            "the environment could not be made; the lines above say why.\n"
            "Remove the folder {}, then run the same command again.".format(VENV)
        )


def pip(*words: str) -> None:
    """Run ``pip install``: a line now and then while it works, all it said when it fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", *words]
    process = subprocess.Popen(
        command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    said = []
    collected = 0
    for raw in process.stdout:
        said.append(raw.decode("utf-8", "replace").rstrip())
        collected += said[-1].startswith(("Collecting ", "Requirement already satisfied"))
        if said[-1].startswith("Collecting ") and collected % 20 == 0:
            say("      {} packages found, at {}".format(collected, said[-1].split()[1]))
        elif said[-1].startswith("Installing collected packages"):
            say("      unpacking ...")
    if process.wait() != 0:
        say("\n".join(said))
        raise SetupError(advice("\n".join(said)))


def advice(said: str) -> str:
    """Say what pip's failure means to somebody who does not know pip."""
    if "DO NOT MATCH THE HASHES" in said:
        return (
            "a downloaded file is not the one that was tested (its hash differs).\n"
            "A proxy or mirror may have changed it; do not go on without asking why."
        )
    if "No space left" in said:
        return "the disk is full (about 2 GB are needed). Free some space and run it again."
    if any(sign in said for sign in NO_NETWORK):
        return (
            "a package could not be fetched; pip's own words stand above.\n"
            "Check the network (behind a proxy, set HTTPS_PROXY) and run the same command again;\n"
            "it goes on where it stopped."
        )
    return "pip failed; its own words stand above. Run the same command again to go on."


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    print(text, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped. The same command goes on from here.")
