"""A made-up year as runs leave it in the outputs, without running a notebook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plantrack_nb.analysis import check_round, compare_rounds, kept_round, save_round
from plantrack_nb.core.files import write_text
from plantrack_nb.load.reading import Reading
from plantrack_nb.measures import totals
from plantrack_nb.measures.projects import of_round
from plantrack_nb.office.project import find_project, round_folder
from plantrack_nb.office.register import Register
from plantrack_nb.office.round_folder import Workplace
from plantrack_nb.simulate.areas import offices
from plantrack_nb.simulate.one_round import made_year


def keep_year(outputs: Path, districts: int = 2, seed: int = 5) -> Path:
    """Keep tables, findings, changes and totals of every quarter of some made-up offices."""
    made = offices(districts, seed)
    register = Register(tuple(one.district for one in made))
    project = find_project()
    for office in made:
        for one, _, _ in made_year(office, 2565, seed, 0.1):
            folder = round_folder(outputs, one.key)
            here = Workplace(project, register, one.key, Path("none.xlsx"), folder)
            save_round(Reading(one), here)
            kept = kept_round(here)
            save_round(check_round(kept), here)
            save_round(compare_rounds(replace(kept)), here)
            write_text(here.totals, totals.to_json(totals.totals_of(of_round(one.tables))))
    return outputs
