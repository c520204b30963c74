"""``plantrack simulate``: rounds of made-up districts, to test and measure with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plantrack_nb.cli.terminal.console import output_console
from plantrack_nb.core.language import say
from plantrack_nb.office.project import find_project
from plantrack_nb.office.validation import Faults, checked_quarter, checked_year

EXAMPLES = (
    "plantrack simulate --districts 10 --seed 1 --out data/synthetic",
    "plantrack simulate --districts 245 --seed 7 --out data/synthetic --quarter 3 --faults 0",
    "plantrack run data/synthetic/round.yaml --out outputs/synthetic",
)


def simulate(
    districts: Annotated[int, typer.Option("--districts", min=1, help="How many districts.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for everything made.")],
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same files.")] = 1,
    year: Annotated[int, typer.Option("--year", help="Fiscal year B.E.")] = 2565,
    quarter: Annotated[int, typer.Option("--quarter", help="1 to 4.")] = 2,
    whole_year: Annotated[
        bool,
        typer.Option("--whole-year", help="All four quarters of the same offices, with changes."),
    ] = False,
    faults: Annotated[
        float,
        typer.Option("--faults", min=0, max=1, help="Faults to plant for each project, 0 to 1."),
    ] = 0.2,
) -> None:
    """Make round workbooks of invented districts, with faults planted and listed.

    Every file says that its data are synthetic. Beside the workbooks stand planted.jsonl (what
    was planted, and which rule ought to find it), districts.csv (a register of the invented
    areas) and round.yaml (for plantrack run; give it an --out of its own). Of a whole year there
    is a round file a quarter, and planted.jsonl also tells what changed from one to the next.
    """
    from plantrack_nb.simulate import Plan
    from plantrack_nb.simulate import simulate as make

    wrong = Faults()
    wrong.tried("--year", lambda: checked_year(year))
    wrong.tried("--quarter", lambda: checked_quarter(quarter))
    wrong.tell(say("ตัวเลือกผิด", "The options are wrong."))
    made = make(Plan(districts, seed, year, quarter, faults, whole_year), find_project().root, out)
    said = say(
        f"เขตสมมติ {districts} เขต ที่ผิดที่ใส่ไว้ {made.faults} แห่ง: {made.round_file}",
        f"{districts} synthetic districts, {made.faults} faults planted: {made.round_file}",
    )
    output_console().print(said, soft_wrap=True)
