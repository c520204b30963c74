"""Spoil inputs of every kind, and see that all that comes of it is a reading or an error of ours.

    python -m benchmarks.fuzz --inputs 3000 --seconds 480 --seed 1

Each input is read (documents are checked too) in a process of its own, as the product reads it.
A failure is an exception that is not ours, a process that dies (after a minute by the clock, it
does), more than 20 seconds of the processor, or 400 MB. No
input is kept: what may hurt other software is written down nowhere; the seed gives it again.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import pickle
import random
import resource
import signal
import sys
import tempfile
import traceback
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # where inputs of each kind are made

from helpers import collecting, containers, deeds, made_pdf, old_workbooks  # noqa: E402

from plantrack_nb.analysis.stages import check_round, read_round  # noqa: E402
from plantrack_nb.check import all_rules  # noqa: E402
from plantrack_nb.check.settings import read_settings  # noqa: E402
from plantrack_nb.check.waivers import read_waivers  # noqa: E402
from plantrack_nb.core.errors import PlantrackError  # noqa: E402
from plantrack_nb.forms.answers import answers, read_filled  # noqa: E402
from plantrack_nb.forms.collection.report_form import write_reports  # noqa: E402
from plantrack_nb.forms.collection.reported import read_report, reported  # noqa: E402
from plantrack_nb.forms.corrections_form import write_workbooks  # noqa: E402
from plantrack_nb.forms.doubts import doubts  # noqa: E402
from plantrack_nb.load.layout.remembered import read_told  # noqa: E402
from plantrack_nb.office.register import Register  # noqa: E402
from plantrack_nb.office.round_file import load_round_file  # noqa: E402

SLOW, FAT = 20.0, 400
"""Seconds an input may take, and megabytes."""

_PATIENCE = 60
_CAUGHT = "caught by the last guard of the reader"
_TABLE: containers.Table = [
    ["ที่", "โครงการ/กิจกรรม", "งบประมาณ", "เบิกจ่ายจริง (ร้อยละ)", "ผู้รับผิดชอบ"],
    ["๑.๑", "พัฒนาหลักสูตร\n1.ประชุม\n- ย่อย", "386,510", "386,510 (100.00)", "กลุ่มอำนวยการ"],
    ["", "ต่อจากหน้าก่อน", "", "เบิกจ่าย <=70%", ""],
    ["6.10", "นิเทศ & ติดตาม", "รอจัดสรร", "-", "กลุ่มนโยบายและแผน"],
]
_ODD = (
    *(b"\0", b"\xff", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbf\xbe", b"\x1b[2J", b"&#0;", b"&amp;"),
    *(b"-1", b"0", b"1e400", b"NaN", b"99999999999999999999", b"1048577", b"<", b">", b'"', b"]]>"),
    *(
        "ก".encode(),
        "ำ".encode(),
        "\u200b".encode(),
        "๙".encode(),
        b"=1+1",
        b"[/x]",
        b"{{",
        b"\r\n",
    ),
)


@dataclass(frozen=True)
class Ending:
    """How the reading of one input ended: in a word, with what, how long, how much memory."""

    how: str
    what: str = ""
    seconds: float = 0.0
    megabytes: int = 0


@dataclass(frozen=True)
class Input:
    """A kind of input: how its name ends, a whole one, and who reads it."""

    ending: str
    whole: bytes
    read: Callable[[Path], object]


def inputs(folder: Path) -> dict[str, Input]:
    """Make a whole input of each kind."""
    made = {
        **{f"r.{one.ending}": one for one in _documents(folder)},
        **{f"params {name}": Input("yaml", *one) for name, one in _parameters().items()},
    }
    [form, *_] = write_reports(collecting.shared_round(), 0, folder / "forms", None)
    report = form.path.read_bytes()
    made["answers"] = Input("xlsx", report, lambda path: [*reported(read_report(path))])
    found = check_round(wrong := deeds.wrong_round(collecting.KEY))
    asked = doubts(wrong.tables, found, set())
    [doubt, *_] = write_workbooks(wrong, asked, folder / "doubts", 0, [])
    made["corrections"] = Input(
        "xlsx", doubt.path.read_bytes(), lambda path: [*answers(read_filled(path))]
    )
    register = (ROOT / "params/districts.csv").read_bytes()
    made["register"] = Input("csv", register, Register.load)
    return made


def _documents(folder: Path) -> list[Input]:
    made = [
        containers.write_text(folder / "r.txt", ["รายงานผล รอบ 6 เดือน", _TABLE]),
        containers.write_html(folder / "r.html", ["รายงานผล รอบ 6 เดือน", _TABLE]),
        containers.write_csv(folder / "r.csv", _TABLE),
        containers.write_docx(folder / "r.docx", ["รายงานผล", _TABLE]),
        containers.write_xlsx(folder / "r.xlsx", _TABLE),
        old_workbooks.write_xls(folder / "r.xls", _TABLE),
        old_workbooks.write_xlsb_table(folder / "r.xlsb", _TABLE),
        old_workbooks.write_ods_table(folder / "r.ods", _TABLE),
        old_workbooks.write_ods_table(folder / "r.fods", _TABLE, flat=True),
        old_workbooks.write_xml2003(folder / "r.xml.xls", _TABLE),
    ]
    page = (folder / "r.html").read_bytes()
    made.append(old_workbooks.write_mht(folder / "r.mht", page, "utf-8"))
    sheet = made_pdf.Sheet()
    rows = [[" ".join((one or "").split()) for one in row] for row in _TABLE]
    sheet.table([20, 60, 260, 340, 460, 590], [60, 100, 140, 180, 220], rows)
    made.append(made_pdf.write_pdf(folder / "r.pdf", [sheet]))
    made.append(ROOT / "data" / "7301-2565-q2.xlsx")
    return [
        Input(("book." if one.parent.name == "data" else "") + one.name.partition(".")[2],
              one.read_bytes(), _document) for one in made
    ]  # fmt: skip


def _parameters() -> dict[str, tuple[bytes, Callable[[Path], object]]]:
    register = Register.load(ROOT / "params" / "districts.csv")
    layout = 'columns:\n  "งบประมาณ": budget\nunit: 1000\namounts: cumulative\n'.encode()
    waivers = (ROOT / "params/waivers.yaml").read_text("utf-8").replace("\n# ", "\n")
    waivers = waivers[waivers.index("waivers:") :].partition("\nwaivers: []")[0]
    waivers = "\n".join(line for line in waivers.split("\n") if line.startswith(("waivers", "  ")))
    return {
        "round": (
            (ROOT / "params/2565-q2.yaml").read_bytes(),
            lambda path: load_round_file(path, ROOT, register),
        ),
        "waivers": (waivers.encode(), read_waivers),
        "rules": (
            b"rules:\n  amount-is-percent:\n    enabled: true\n    least_budget: 1000\n",
            lambda path: read_settings(path, all_rules()),
        ),
        "layout": (layout, read_told),
    }


def _document(path: Path) -> object:
    return check_round(read_round(path, district="7301", fiscal_year=2565, quarter=2))


def spoilt(data: bytes, dice: random.Random) -> bytes:
    """Spoil an input: its bytes, or, of a packed one, those of a part that is packed again."""
    if not data.startswith(b"PK") or dice.random() < 0.25:
        return _spoilt_bytes(data, dice)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {one: packed.read(one) for one in packed.namelist()}
    name = dice.choice([*parts])
    chance = dice.random()
    if chance < 0.05:
        del parts[name]
    elif chance < 0.1:
        parts[name] = parts[dice.choice([*parts])]
    else:
        parts[name] = _spoilt_bytes(parts[name], dice)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for one, part in parts.items():
            packed.writestr(one, part)
    return made.getvalue()


def _spoilt_bytes(data: bytes, dice: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        at = dice.randrange(len(made) + 1)
        size = dice.choice((1, 1, 2, 4, 16, 200))
        kind = dice.randrange(7)
        if kind == 0:
            made[at : at + size] = dice.randbytes(size)
        elif kind == 1:
            del made[at : at + size]
        elif kind == 2:
            made[at:at] = made[at : at + size] * dice.choice((1, 2, 50))
        elif kind == 3:
            made[at:at] = dice.choice(_ODD)
        elif kind == 4:
            made[at : at + dice.choice((1, 3))] = dice.choice(_ODD)
        elif kind == 5:
            _other_word(made, dice)
        else:
            del made[max(at, len(made) // 2) if dice.random() < 0.2 else len(made) :]
    return bytes(made)


def _other_word(made: bytearray, dice: random.Random) -> None:
    """Put one stretch between two marks in place of another, as if somebody had mistaken them."""
    marks = [at for at, sign in enumerate(made[:20_000]) if sign in b'<>"\n,:/']
    if len(marks) < 3:
        return
    (a, b), (c, d) = (_pair(marks, dice) for _ in range(2))
    made[c:d] = made[a:b]


def _pair(marks: Sequence[int], dice: random.Random) -> tuple[int, int]:
    first = dice.randrange(len(marks) - 1)
    return marks[first], marks[first + 1]


def outcome(one: Input, data: bytes, folder: Path, name: str) -> Ending:
    """Read an input in a forked process; tell how that ended."""
    path = folder / f"{name}.{one.ending.removeprefix('book.')}"
    path.write_bytes(data)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(_PATIENCE)
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(_tried(one, path), stream)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    _, status, used = os.wait4(child, 0)
    path.unlink()
    seconds = used.ru_utime + used.ru_stime
    if status or not told:
        return Ending("died", f"status {status}", seconds, used.ru_maxrss // 1024)
    how, what, peak = pickle.loads(told)  # noqa: S301 - by ourselves
    return Ending(how, what, seconds, peak)


def _tried(one: Input, path: Path) -> tuple[str, str, int]:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        one.read(path)
        how, what = "read", ""
    except PlantrackError as error:
        why = str(error.why)
        foreign = why.partition(":")[0].endswith(("Error", "Exception")) and " " not in why[:30]
        how, what = "refused", _CAUGHT if foreign else ""
    except MemoryError:
        how, what = "foreign", "MemoryError"
    except Exception as error:  # noqa: BLE001 - what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}:{last.lineno}"
        how, what = "foreign", f"{type(error).__name__} at {place}: {str(error)[:100]}"
    own, children = (resource.getrusage(which).ru_maxrss
                     for which in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))  # fmt: skip
    return how, what, max(own, children) // 1024


def main(arguments: Sequence[str]) -> int:
    """Try and print; 1 when anything else than a reading or an error of ours came of an input."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=480, help="of the processor, at most")
    parser.add_argument("--only", nargs="*", help="kinds of input")
    asked = parser.parse_args(arguments)
    dice = random.Random(asked.seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory(prefix="plantrack-fuzz-") as folder:
        made = {
            name: one for name, one in inputs(Path(folder)).items()
            if not asked.only or name in asked.only
        }  # fmt: skip
        gc.freeze()
        wrong = _try_all(made, Path(folder), dice, asked.inputs, asked.seconds)
    return 1 if wrong else 0


@dataclass
class Tally:
    """What came of all inputs, by their kinds."""

    hows: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    slowest: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    fattest: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    faults: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, ended: Ending, *, whole: bool) -> None:
        """Count how one ended."""
        self.hows[name][ended.how] += 1
        if ended.what == _CAUGHT:
            self.hows[name]["of these by the last guard"] += 1
        self.slowest[name] = max(self.slowest[name], ended.seconds)
        self.fattest[name] = max(self.fattest[name], ended.megabytes)
        if whole and ended.how != "read":
            self.faults[f"{name}: the whole one is {ended.how} {ended.what}"] += 1
        if ended.how in {"foreign", "died"}:
            self.faults[f"{name}: {ended.how} {ended.what}"] += 1
        if ended.seconds > SLOW or ended.megabytes > FAT:
            self.faults[f"{name}: {ended.seconds:.0f} s, {ended.megabytes} MB"] += 1

    def told(self) -> Iterator[str]:
        """Tell it, a line a kind, then what is wrong."""
        for name, counts in self.hows.items():
            said = ", ".join(f"{many} {how}" for how, many in counts.items())
            yield f"{name}: {said}; at most {self.slowest[name]:.1f} s, {self.fattest[name]} MB"
        for fault, many in self.faults.most_common():
            yield f"FAULT {many} x {fault}"


def _try_all(
    made: Mapping[str, Input], folder: Path, dice: random.Random, count: int, seconds: float
) -> int:
    tally, began, tried = Tally(), _spent(), 0
    with suppress(KeyboardInterrupt):  # what was tried is told
        while tried < count and _spent() - began < seconds:
            name = [*made][tried % len(made)]
            whole = tried < len(made)
            data = made[name].whole if whole else spoilt(made[name].whole, dice)
            tally.add(name, outcome(made[name], data, folder, f"i{tried}"), whole=whole)
            tried += 1
    print("\n".join(tally.told()))
    faults = sum(tally.faults.values())
    print(f"{tried} inputs, {faults} faults, {_spent() - began:.0f} s of processor.")
    return faults


def _spent() -> float:
    return sum(
        one.ru_utime + one.ru_stime
        for one in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
