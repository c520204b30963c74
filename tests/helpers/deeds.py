"""Every command that writes, each in a project in which there is something to do for it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module
from pathlib import Path

import openpyxl
from helpers import collecting
from helpers.traced import Act, begin, ended

from plantrack_nb.check.waiver_file import add_waiver, remove_waiver
from plantrack_nb.check.waivers import Waiver
from plantrack_nb.cli.failures import guarded
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.explore.export import export
from plantrack_nb.forms.form import GUIDE_SHEET
from plantrack_nb.forms.notes import Kind, Note, add_notes, notes_file
from plantrack_nb.load import read_tables
from plantrack_nb.load.round_book import write_workbook
from plantrack_nb.run.ledger import LEDGER
from plantrack_nb.run.workers.pool import WARM
from plantrack_nb.year.confirmed import Confirmed, confirm, identity_file

KEY = collecting.KEY
BEFORE = replace(KEY, quarter=KEY.quarter - 1)
_DATA = f"data/{KEY}.xlsx"
_KEPT = Path("outputs-work", *KEY.folders)
_WAIVER = Waiver(finding="rule-1", reason="ตรวจแล้ว", who="ผู้บันทึก", until=date(2022, 9, 30))
_OTHER = _WAIVER.model_copy(update={"finding": "rule-2"})
_TABLE = """ที่,โครงการ/กิจกรรม,งบประมาณ,เบิกจ่ายจริง (ร้อยละ),ผู้รับผิดชอบ
1.1,โครงการพัฒนาครู,"1,000","500 (50.00)",กลุ่มนโยบายและแผน
1.2,โครงการซ่อมอาคาร,"2,000","1,000 (50.00)",กลุ่มอำนวยการ
"""
_TIMED = ("ended", "seconds", "stamps")


@dataclass(frozen=True)
class Deed:
    """What is done, by its name; ``codes`` are the exit codes by which it may end well."""

    name: str
    act: Act
    codes: Sequence[int] = field(default=(0,))


def _command(*words: str) -> Act:
    return lambda: guarded([*words])


def _done(act: Act) -> Act:
    """Let what is no command end as one does: with a code, and with our errors told."""

    def acted() -> int:
        from plantrack_nb.cli.failures import told

        return told(lambda: 0 if act() in {0, None} else 1)

    return acted


def _waive() -> int:
    add_waiver(Path("params/waivers.yaml"), _WAIVER)
    return 0


def _take_back() -> int:
    remove_waiver(Path("params/waivers.yaml"), _OTHER)
    return 0


def _note() -> int:
    note = Note("rule-1", Kind.EXPLAINED, "ข้อความ", "ผู้บันทึก", "2022-07-01")
    add_notes(notes_file(Path("params"), KEY), [note])
    return 0


def _confirm() -> int:
    confirm(identity_file(Path("params"), KEY), [Confirmed(str(BEFORE)[5:], "1.1", "1.9")])
    return 0


def _export() -> int:
    made = read_tables(_KEPT / "tables")
    export("projects", made.projects, _KEPT / "exports")
    return 0


_MONTHS = "--due=2565-07-15"
_RUN = ("--input=data/{district}-{fiscal_year}-q{quarter}.xlsx", f"--district={KEY.district}")
DEEDS = (
    Deed("collect --to", _command("collect", _DATA, "--to", "sent", _MONTHS)),
    Deed("collect --read", _command("collect", _DATA, "--read", "answers")),
    Deed("corrections --to", _command("corrections", f"outputs/{'/'.join(KEY.folders)}")),
    Deed(
        "corrections --read",
        _command("corrections", f"outputs/{'/'.join(KEY.folders)}", "--read", "right.xlsx"),
    ),
    Deed("waive", _done(_waive)),
    Deed("take a waiver back", _done(_take_back)),
    Deed("note", _done(_note)),
    Deed("confirm", _done(_confirm)),
    Deed("export", _done(_export)),
    Deed("package", _command("package", "--to", "mail.zip")),
    Deed("init", _command("init", "new")),
    Deed("init --update", _command("init", "old", "--update")),
    Deed(
        "layout --save",
        _command("layout", "progress.csv", "--year=2565", "--quarter=3", "--save", "progress"),
    ),
    Deed("template", _command("template", "empty.xlsx")),
    Deed("template --from", _command("template", "copy.xlsx", "--from", _DATA)),
    Deed("template --after", _command("template", "next.xlsx", "--after", _DATA)),
    Deed("check", _command("check", _DATA, "--json", "f.json", "--xlsx", "f.xlsx"), (0, 1)),
    Deed("load", _command("load", _DATA, "--out", "loaded")),
    Deed(
        "compare",
        _command(
            *("compare", "outputs", f"--year={KEY.fiscal_year}", f"--quarter={KEY.quarter}"),
            *(f"--district={KEY.district}", "--json", "changes.json"),
        ),
    ),
    Deed("simulate", _command("simulate", "--districts=2", "--seed=3", "--out", "made-up")),
)


def prepare(folder: Path, root: Path) -> Path:
    """Make the project from which each deed begins; return it. ``folder`` takes what is said."""
    for name in WARM:
        import_module(name)
    home = folder / "before"
    for name in ("params", "notebooks"):
        shutil.copytree(root / name, home / name)
    (home / "data").mkdir()
    (home / "progress.csv").write_text(_TABLE, encoding="utf-8-sig")
    write_workbook(home / _DATA, wrong_round(KEY))
    write_workbook(home / f"data/{BEFORE}.xlsx", wrong_round(BEFORE))
    for quarter in (BEFORE.quarter, KEY.quarter):
        _do(home, folder, "run", f"--year={KEY.fiscal_year}", f"--quarter={quarter}", *_RUN)
    _do(home, folder, "init", "old")
    _age(home / "old")
    add_waiver(home / "params/waivers.yaml", _OTHER)
    _fill(home, folder)
    return home


def contents(home: Path) -> dict[str, bytes]:
    """Read every file of a project, half-written ones too; of ledgers what lasts."""
    return {
        path.relative_to(home).as_posix(): _lasting(path)
        for path in sorted(home.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def _do(home: Path, folder: Path, *words: str) -> None:
    told = ended(begin(home, _command(*words), folder))
    assert told.code == 0, told.said


def wrong_round(key: RoundKey) -> Round:
    """Give a round of three projects, in which one percent is wrong."""
    made = collecting.shared_round()
    lines = made.budget_lines.assign(reported_pct=[50.0, 25.0, float("nan")])
    tables = {**made.tables, "budget_lines": lines}
    for name, data in tables.items():
        tables[name] = data.assign(quarter=key.quarter)
    return Round(key, **tables)


def _age(old: Path) -> None:
    """Let a project be of an earlier version, in which the office has changed a notebook."""
    for path in ("params/terms.csv", "notebooks/04_compare.ipynb", "notebooks/03_report.ipynb"):
        for place in (old, old / ".plantrack" / "shipped"):
            text = (place / path).read_text(encoding="utf-8")
            lines = text.split("\n")
            earlier = "\n".join(lines[:-2] + lines[-1:]) if path.endswith(".csv") else text + "\n"
            (place / path).write_text(earlier, encoding="utf-8")
    (own := old / "notebooks" / "03_report.ipynb").write_text(
        json.dumps(json.loads(own.read_text("utf-8")) | {"nbformat_minor": 4}), encoding="utf-8"
    )


def _fill(home: Path, folder: Path) -> None:
    """Let the groups answer: progress in a folder of forms, and one corrected percent."""
    _do(home, folder, "collect", _DATA, "--to", "asked", _MONTHS)
    (home / "answers").mkdir()
    for form in sorted((home / "asked").glob("*.xlsx")):
        if collecting.PLAN in form.name:
            answer = {(collecting.MONEY, "1.1/1", collecting.PAID): 350}
            made = collecting.filled(form, answer, who="ผู้รายงาน")
            made.rename(home / "answers" / "1.xlsx")
    _do(home, folder, "corrections", f"outputs/{'/'.join(KEY.folders)}", "--to", "doubts")
    [form] = [one for one in (home / "doubts").iterdir() if collecting.PLAN in one.name]
    answers: Mapping[tuple[str, str, str], str | float] = {
        ("รายการงบประมาณ", "1.1/1", "ค่าที่ถูกต้อง: ร้อยละที่รายงาน"): 11.11,
        ("รายการงบประมาณ", "1.1/1", "เหตุผล"): "พิมพ์ผิด",
    }
    made = collecting.filled(form, answers)
    book = openpyxl.load_workbook(made)
    book[GUIDE_SHEET]["B8"] = "ผู้แก้"
    book.save(home / "right.xlsx")


def _lasting(path: Path) -> bytes:
    if path.name != LEDGER:
        return path.read_bytes()
    fields = json.loads(path.read_text(encoding="utf-8"))
    return json.dumps({k: v for k, v in fields.items() if k not in _TIMED}).encode()
