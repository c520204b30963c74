"""Lay wordings into rounds: one project of a district of its own for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.phrasebook.book import frame_with
from plantrack_nb.core.schema import TABLES, RoundKey
from plantrack_nb.core.tables import frame
from plantrack_nb.load import read_source

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.load.reading import Reading
    from plantrack_nb.office.register import Register

YEAR, QUARTER = 2565, 2
NUMBER = "1.1"
Row = Mapping[str, object]
_LARGE = 9e6
_SPENT = {"done": 1.0, "in_progress": 0.5, "not_started": 0.0}
"""How much of its money a project has spent by its mark."""


def tables_of(cells: Sequence[Mapping[str, str]]) -> dict[str, pd.DataFrame]:
    """Stack rounds of one project each, districts numbered in the order of their cells."""
    import pandas as pd

    made = [_round(district_of(at), one) for at, one in enumerate(cells)]
    return {name: pd.concat([one[name] for one in made], ignore_index=True) for name in TABLES}


def district_of(at: int) -> str:
    """Name the district of the ``at``-th round."""
    return f"{7000 + at:04}"


def document(place: str, words: str, register: Register) -> Reading:
    """Read a whole document that holds these words in one of its places."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "round.txt"
        path.write_text(frame_with(place, words), encoding="utf-8")
        return read_source(path, register)


def _round(district: str, cells: Mapping[str, str]) -> dict[str, pd.DataFrame]:
    key = RoundKey(district, YEAR, QUARTER)
    number = {"project_no": NUMBER}
    money, status = cells.get("budget"), cells.get("status", "in_progress")
    rows: dict[str, Iterable[Row]] = {
        "strategies": [{"strategy_no": "1", "name": "พัฒนาคุณภาพ"}],
        "projects": [
            {
                **number,
                "strategy_no": "1",
                "name": "โครงการพัฒนาคุณภาพ",
                "targets": cells.get("targets", ""),
                "indicators": cells.get("indicators", ""),
                "owner_groups": "กลุ่มอำนวยการ",
                "budget_state": "budgeted",
            }
        ],
        "budget_lines": [_money(cells)] if money else _elsewhere(status),
        "activities": [
            {
                **number,
                "activity_no": "1",
                "text": cells["text"],
                "status": status,
            }
        ],
    }
    return {
        name: frame(name, [_sourced(name, one) for one in rows.get(name, ())], key)
        for name in TABLES
    }


def _elsewhere(status: str) -> list[Row]:
    """Give a project money that is in no line of the text's own."""
    spent = _LARGE * _SPENT[status]
    return [
        {"project_no": NUMBER, "line_no": at, "label": label, "budget": _LARGE, "disbursed": spent}
        for at, label in enumerate(("งานส่วนที่หนึ่ง", "งานส่วนที่สอง"), 1)
    ]


def _money(cells: Mapping[str, str]) -> Row:
    budget, spent = float(cells["budget"]), float(cells["disbursed"])
    return {
        "project_no": NUMBER,
        "line_no": 1,
        "budget": budget,
        "disbursed": spent,
        "reported_pct": round(100 * spent / budget, 2),
    }


def _sourced(table: str, row: Row) -> Row:
    raw = str(row.get("text") or row.get("name") or "")
    return {"source_file": "round.xlsx", "source_ref": f"{table}!A1", "raw": raw, **row}
