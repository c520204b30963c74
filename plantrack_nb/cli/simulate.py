"""``plantrack simulate``: rounds of made-up districts, to test and measure with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "plantrack simulate --districts 10 --seed 1 --out data/synthetic",
    "plantrack simulate --districts 245 --seed 7 --out data/synthetic --quarter 3 --faults 0",
)


def simulate(
    districts: Annotated[int, typer.Option("--districts", min=1, help="How many districts.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for everything made.")],
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same files.")] = 1,
    year: Annotated[int, typer.Option("--year", help="Fiscal year B.E.")] = 2565,
    quarter: Annotated[int, typer.Option("--quarter", help="1 to 4.")] = 2,
    faults: Annotated[
        float,
        typer.Option("--faults", min=0, max=1, help="Faults to plant for each project, 0 to 1."),
    ] = 0.2,
) -> None:
    """Make round workbooks of invented districts, with faults planted and listed.

    Every file says that its data are synthetic. Beside the workbooks stand planted.jsonl (what
    was planted, and which rule ought to find it), round.yaml (for plantrack run) and
    districts.csv (the register, with invented areas where it has too few).
    """
    from plantrack_nb.cli.console import output_console
    from plantrack_nb.params import round_key
    from plantrack_nb.project import find_project
    from plantrack_nb.register import Register
    from plantrack_nb.simulate import Plan
    from plantrack_nb.simulate import simulate as make

    project = find_project()
    register = Register.load(project.register)
    key = round_key(
        district=register.codes[0], fiscal_year=year, quarter=quarter, register=register
    )
    plan = Plan(districts, seed, key.fiscal_year, key.quarter, faults)
    made = make(plan, register, project.root, out)
    said = f"{districts} synthetic districts, {made.faults} faults planted: {made.round_file}"
    output_console().print(said, markup=False, highlight=False, soft_wrap=True)
