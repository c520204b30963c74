"""Measure reading: the text report, the round workbook, a spreadsheet of 10,000 rows.

Each is read to tables, in a process of its own, beside the plain way that only gets the cells:
``pandas.read_csv`` or ``pandas.read_excel``, which keep no places, mend nothing and list nothing.
Memory is the most that the process (with the children it waited for) held. The published report
is measured when its text is given: ``python benchmarks/load.py --report REPORT.txt``.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.office.project import find_project

ROWS = 10_000
ROWS_OF_PROJECT = 20
HEAD = (
    "ที่",
    "โครงการ/กิจกรรม",
    "เป้าหมาย",
    "ตัวชี้วัดความสำเร็จ",
    "งบประมาณ",
    "เบิกจ่ายจริง (ร้อยละ)",
    "ความก้าวหน้า (ร้อยละ)",
    "การดำเนินการ",
    "ผู้รับผิดชอบ",
)
MARKS = ("สำเร็จแล้ว", "40", "ยังไม่ดำเนินการ", "ระหว่างดำเนินการ")


@dataclass(frozen=True)
class Measured:
    """How long one reading took (seconds, processor time of children included) and held (MB)."""

    seconds: float
    megabytes: float


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, help="text of a published report")
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--one", nargs=2, metavar=("WAY", "FILE"), help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.one:
        _say(_measure(asked.one[0], Path(asked.one[1])))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        sources = list(_sources(Path(folder), asked.report, asked.rows))
        _say(f"{'source':32}{'way':10}{'seconds':>10}{'MB':>8}{'times plain':>14}")
        for name, path in sources:
            plain, ours = (_repeated(way, path, asked.times) for way in ("plain", "ours"))
            _say(f"{name:32}{'plain':10}{plain.seconds:>10.2f}{plain.megabytes:>8.0f}")
            ratio = ours.seconds / plain.seconds
            _say(f"{'':32}{'ours':10}{ours.seconds:>10.2f}{ours.megabytes:>8.0f}{ratio:>14.1f}")
    return 0


def _sources(folder: Path, report: Path | None, rows: int) -> Iterator[tuple[str, Path]]:
    if report is not None:
        yield "text of the published report", report
    yield "round workbook", find_project().data / "7301-2565-q2.xlsx"
    for count in (rows // 10, rows):
        yield f"spreadsheet, {count:,} rows", write_xlsx(folder / f"{count}.xlsx", count)
        yield f"CSV, {count:,} rows", write_csv(folder / f"{count}.csv", count)


def table(rows: int) -> Iterator[list[str]]:
    """Make a progress table: a head, then projects of twenty rows, forty to a strategy."""
    yield list(HEAD)
    for at in range(rows):
        project, activity = divmod(at, ROWS_OF_PROJECT)
        strategy, number = divmod(project, 40)
        row = [""] * len(HEAD)
        if activity == 0:
            row[:4] = [f"{strategy + 1}.{number + 1}", f"โครงการที่ {at}", "1.ครู 10 คน", "ร้อยละ 80"]
            row[4:6] = ["12,500", "6,250 (50.00)"]
            row[8] = "กลุ่มนิเทศฯ"
        row[6] = MARKS[at % len(MARKS)]
        row[7] = f"{activity + 1}.ดำเนินกิจกรรมตามแผนปฏิบัติการประจำปี ครั้งที่ {at} จำนวน 25 คน"
        yield row


def write_xlsx(path: Path, rows: int) -> Path:
    """Write the table as a spreadsheet."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("งบ")
        for at, row in enumerate(table(rows)):
            sheet.write_row(at, 0, row)
    return path


def write_csv(path: Path, rows: int) -> Path:
    """Write the table as CSV."""
    lines = (",".join(f'"{text}"' for text in row) for row in table(rows))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _repeated(way: str, path: Path, times: int) -> Measured:
    command = [sys.executable, __file__, "--one", way, str(path)]
    taken: list[Measured] = []
    for _ in range(times):
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        seconds, megabytes = done.stdout.split()
        taken.append(Measured(float(seconds), float(megabytes)))
    return Measured(
        statistics.median(one.seconds for one in taken), max(one.megabytes for one in taken)
    )


def _measure(way: str, path: Path) -> str:
    """Read a file in this process, everything imported beforehand; seconds and megabytes."""
    read = _ours() if way == "ours" else _plain(path)
    start = time.perf_counter()
    read(path)
    seconds = time.perf_counter() - start
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    held = max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024
    return f"{seconds} {held}"


def _ours() -> Callable[[Path], object]:
    import pandas as pd

    from plantrack_nb.load import Wanted, read_source
    from plantrack_nb.office.register import Register

    register = Register.load(find_project().params / "districts.csv")
    pd.DataFrame({"a": ["ก"]}).astype("str")
    return lambda path: read_source(path, register, Wanted("7301", 2565, 2))


def _plain(path: Path) -> Callable[[Path], object]:
    import pandas as pd

    if path.suffix == ".xlsx":
        return lambda one: pd.read_excel(one, sheet_name=None, header=None)
    names = list(range(len(HEAD) + 6))
    separator = "," if path.suffix == ".csv" else "\t"
    return lambda one: pd.read_csv(one, sep=separator, header=None, names=names, dtype=str)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
