"""The same parts give the same files in another place, time zone and mood of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

_MAKE = """
import sys
from pathlib import Path
from helpers.sample_parts import sample_parts
from plantrack_nb.render.drawing.charts import percent_bars, stacked_counts
from plantrack_nb.render.document import assemble
from plantrack_nb.render.page import to_html
from plantrack_nb.render.parts import Bar, Segment, Shade
from plantrack_nb.render.pdf import to_pdf
of = [Segment("ก", Shade.DEEP), Segment("ข", Shade.PALE)]
stacks = stacked_counts("ก", [Bar("กลุ่ม", (1, 2))], of, label_heading="ก")
bars = percent_bars("ข", [Bar("กลุ่ม", (31.4,))], label_headings=("ก", "ข"), target=51)
document = assemble([*sample_parts(), stacks, bars])
Path("report.html").write_text(to_html(document), encoding="utf-8")
Path("report.pdf").write_bytes(to_pdf(document))
"""


def _made(folder: Path, root: Path, **mood: str) -> tuple[bytes, bytes]:
    """Make both files in a process of its own, whose environment holds little but ``mood``."""
    folder.mkdir(parents=True)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    path = os.pathsep.join([str(root), str(root / "tests")])
    done = subprocess.run(
        [sys.executable, "-c", _MAKE],
        cwd=folder, env={**kept, "PYTHONPATH": path, "PYTHONUTF8": "1", **mood},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return (folder / "report.html").read_bytes(), (folder / "report.pdf").read_bytes()


def test_two_environments_give_the_same_bytes(tmp_path: Path, root: Path) -> None:
    """Neither folder, home, time zone, language, hash seed nor today's date is in the files."""
    here = _made(tmp_path / "a", root, TZ="UTC", PYTHONHASHSEED="1", HOME=str(tmp_path), LANG="C")
    there = _made(
        tmp_path / "อีก ที่" / "b",
        root,
        TZ="Pacific/Kiritimati",
        PYTHONHASHSEED="7",
        HOME=str(tmp_path / "อีก ที่"),
        LANG="th_TH.UTF-8",
    )
    assert here == there
    today = datetime.now(UTC)
    for written in (f"{today:%Y-%m-%d}", f"{today:D:%Y%m%d}"):
        assert written.encode() not in here[1]
    assert str(tmp_path).encode() not in here[0] + here[1]
