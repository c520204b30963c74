"""Output folders as runs leave them, made up without running anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb.core.files import write_bytes, write_text
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.totals import FILE, Totals, to_json
from plantrack_nb.office.project import round_folder
from plantrack_nb.run.fingerprint import digest
from plantrack_nb.run.job import State
from plantrack_nb.run.ledger import Record, made_file, write_record

if TYPE_CHECKING:
    from pathlib import Path


def made_round(
    out: Path,
    district: str,
    state: State = State.DONE,
    *,
    errors: int = 0,
    totals: Totals | None = None,
    reports: tuple[str, ...] = ("report.html",),
    failed_at: str = "",
    shows_persons: bool = False,
    year: int = 2565,
    quarter: int = 2,
) -> Path:
    """Write what a run of one district leaves; return its folder."""
    folder = round_folder(out, RoundKey(district, year, quarter))
    outputs = {}
    if state in (State.DONE, State.FINDINGS):
        for name in reports:
            write_bytes(folder / name, f"{district} {name}".encode())
        write_text(made_file(folder, FILE), to_json(totals or Totals(2, 1, 0, 100.0, 60.0)))
        outputs = {name: digest(made_file(folder, name)) for name in (*reports, FILE)}
    write_record(
        folder,
        Record(
            district,
            year,
            quarter,
            state,
            office=f"เขต <{district}>",
            shows_persons=shows_persons,
            findings={"error": errors} if errors else {},
            notebooks={failed_at: "failed"} if failed_at else {},
            outputs=outputs,
        ),
    )
    return folder
