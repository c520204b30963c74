"""Facts of the machine and of the versions that figures were measured with."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from plantrack_nb.run.fingerprint import versions


def machine() -> str:
    """Say on what was measured, in two lines of Markdown."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
    used = ", ".join(f"{name} {version}" for name, version in versions().items())
    return (
        f"{_processor()}, {cores} cores, {memory:.0f} GB, {platform.system()}; "
        f"load at the end (1, 5, 15 minutes): {load}.\n\n{used}."
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
