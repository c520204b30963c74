#!/usr/bin/env bash
# On a network drive flock(2) can answer EACCES for ever, because the server grants no locks. filelock
# 4.2.11 takes that for somebody else's lock and asks again until the timeout: the caller is told of a
# Timeout ("could not be acquired"), as if another process were at work. ENOLCK, which other drives give,
# comes through at once as an error.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --quiet --disable-pip-version-check filelock==4.2.11
cd "$work"
"$work/venv/bin/python" - <<'P'
import errno, fcntl, sys, time
import filelock

real = fcntl.flock


def answer(code):
    def flock(fd, what):
        if what & fcntl.LOCK_UN:
            return real(fd, what)
        raise OSError(code, "no locks here")

    return flock


seen = {}
for name in ("EACCES", "ENOLCK"):
    fcntl.flock = answer(getattr(errno, name))
    began = time.monotonic()
    try:
        with filelock.FileLock("a.lock", timeout=1.0):
            seen[name] = "locked"
    except BaseException as error:
        seen[name] = type(error).__name__
    print(f"seen: filelock {filelock.__version__}, flock answers {name}:", seen[name], f"after {time.monotonic() - began:.1f} s")
if seen["EACCES"] != "Timeout" or seen["ENOLCK"] == "Timeout":
    print("changed")
    sys.exit(1)
P
