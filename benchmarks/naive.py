"""The naive way: the commands ``papermill`` and ``jupyter nbconvert``, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.ground import QUARTER, YEAR, Ground, Spent, program, timed
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import NOTEBOOKS

_SCRIPT = """\
set -e
out="$PWD/naive/$1"
mkdir -p "$out"
for name in {names}; do
    {papermill} --no-progress-bar "notebooks/$name.ipynb" "$out/$name.ipynb" -r district "$1" \\
        -p fiscal_year {year} -p quarter {quarter} -r source "{source}" -r out "$out" \\
        -r register "{register}"
done
{jupyter} nbconvert --to plantrack-html --output report.html "$out/{last}.ipynb"
"""


def naive(ground: Ground, keys: Sequence[RoundKey], at_once: int) -> Spent:
    """Make the same reports by commands under ``xargs -P``; the same exporter, the same page."""
    script = ground.root / "naive.sh"
    text = _SCRIPT.format(
        names=" ".join(NOTEBOOKS),
        last=NOTEBOOKS[-1],
        papermill=program("papermill"),
        jupyter=program("jupyter"),
        year=YEAR,
        quarter=QUARTER,
        register=ground.register,
        source=f"synthetic/$1-{YEAR}-q{QUARTER}.xlsx",
    )
    script.write_text(text, encoding="utf-8")
    codes = "".join(f"{key.district}\n" for key in keys)
    return timed(["xargs", f"-P{at_once}", "-n1", "sh", str(script)], ground, codes)
