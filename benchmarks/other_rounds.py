"""Rounds unlike the sample, to look at their reports: few projects, many, and none with money.

    python -m benchmarks.other_rounds FOLDER

writes ``small``, ``large`` and ``unpaid``, each in a folder of its own with a round file:

    plantrack run FOLDER/large/round.yaml --formats html,pdf --out outputs/large
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping
from dataclasses import astuple, replace
from pathlib import Path

from plantrack_nb import read_round
from plantrack_nb.core.files import write_text
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.load import write_workbook
from plantrack_nb.simulate.areas import Office, offices
from plantrack_nb.simulate.draft import Draft, Row
from plantrack_nb.simulate.invented_words import NOTICE
from plantrack_nb.simulate.one_round import rows_of_round
from plantrack_nb.simulate.printout import claims, narrative

SAMPLE = Path("data/7301-2565-q2.xlsx")
FEW, MANY = 5, 120
_OF_PROJECTS = ("projects", "budget_lines", "activities", "narrative")
_DRAWS = 6


def main(folder: Path) -> None:
    """Write the three rounds."""
    for name, make in ROUNDS.items():
        made = make()
        write_workbook(folder / name / f"{made.key}.xlsx", made, notice=NOTICE)
        write_text(folder / name / "districts.csv", _register())
        write_text(folder / name / "round.yaml", _round_file(made, folder / name))
        print(f"{name}: {len(made.projects)} projects, {len(made.budget_lines)} budget lines")


def small() -> Round:
    """Take five projects of the sample, as an office's own workbook: no memo, nothing printed."""
    sample = read_round(SAMPLE).round
    step = len(sample.projects) // FEW
    chosen = set(sample.projects["project_no"].iloc[::step][:FEW])
    tables = {
        name: table[table["project_no"].isin(chosen)] if name in _OF_PROJECTS else table
        for name, table in sample.tables.items()
    }
    return _bare(sample.key, tables)


def unpaid() -> Round:
    """Take the sample without its money: no project needs any."""
    sample = read_round(SAMPLE).round
    projects = sample.projects.assign(budget_state="none")
    own = sample.narrative[sample.narrative["project_no"] != ""]
    tables = {
        **sample.tables,
        "projects": projects,
        "narrative": own,
        "budget_lines": sample.budget_lines.iloc[:0],
    }
    return _bare(sample.key, tables)


def large() -> Round:
    """Invent a plan of 120 projects in six strategies, with its memo and printed tables."""
    office = offices(1, 1)[0]
    key = RoundKey(office.district.code, 2565, 2)
    drafts = [_phase(office, key, nth) for nth in range(1, _DRAWS + 1)]
    whole = _first_of_each(_renumbered(drafts), MANY)
    told = whole.holding("narrative", narrative(whole, office, random.Random(1)))  # noqa: S311
    told = told.holding("claims", claims(told))
    named = {
        name: [{"source_file": f"{key}.txt", **row} for row in rows]
        for name, rows in told.tables.items()
    }
    return Draft(key, {name: tuple(rows) for name, rows in named.items()}).round()


ROUNDS: Mapping[str, Callable[[], Round]] = {"small": small, "large": large, "unpaid": unpaid}


def _register() -> str:
    """Name the sample's office and the invented one."""
    known = Path("params/districts.csv").read_text("utf-8").splitlines()
    own = offices(1, 1)[0].district
    kept = [line for line in known if line.startswith(("code", "7301"))]
    return "\n".join([*kept, ",".join(astuple(own)), ""])


def _round_file(made: Round, folder: Path) -> str:
    place = folder.resolve()
    return (
        f"fiscal_year: {made.key.fiscal_year}\nquarter: {made.key.quarter}\n"
        f'districts: ["{made.key.district}"]\nregister: "{place}/districts.csv"\n'
        f'inputs: "{place}/{{district}}-{{fiscal_year}}-q{{quarter}}.xlsx"\n'
    )


def _bare(key: RoundKey, tables: Mapping[str, object]) -> Round:
    nothing = {name: tables[name].iloc[:0] for name in ("claims", "unread")}  # type: ignore[attr-defined]
    return Round(key, **{**tables, **nothing})  # type: ignore[arg-type]


def _phase(office: Office, key: RoundKey, nth: int) -> Draft:
    """Draw the same topics once more: another phase of them, with kinds and money of its own."""
    draft = rows_of_round(office, key, random.Random(nth))  # noqa: S311 - the same each time
    if nth == 1:
        return draft
    named = [{**one, "name": f"{one['name']} ระยะที่ {nth}"} for one in draft.of("projects")]
    return draft.holding("projects", named)


def _renumbered(drafts: list[Draft]) -> Draft:
    """Put the projects of several plans into one, numbered on within their strategies."""
    tables: dict[str, list[Row]] = {name: [] for name in drafts[0].tables}
    tables["strategies"] = [*drafts[0].of("strategies")]
    count: dict[str, int] = {}
    for draft in drafts:
        numbers: dict[object, str] = {}
        for row in draft.of("projects"):
            strategy = str(row["strategy_no"])
            count[strategy] = count.get(strategy, 0) + 1
            numbers[row["project_no"]] = f"{strategy}.{count[strategy]}"
        for name in ("projects", "budget_lines", "activities"):
            tables[name] += [
                {**row, "project_no": numbers[row["project_no"]]} for row in draft.of(name)
            ]
    tables["projects"].sort(key=lambda row: str(row["strategy_no"]))
    return replace(drafts[0], tables={name: tuple(rows) for name, rows in tables.items()})


def _first_of_each(draft: Draft, most: int) -> Draft:
    """Keep so many projects, the first of every strategy alike."""
    order = sorted(
        draft.of("projects"), key=lambda row: int(str(row["project_no"]).partition(".")[2])
    )
    kept = {row["project_no"] for row in order[:most]}
    for name in ("projects", "budget_lines", "activities"):
        draft = draft.holding(name, [row for row in draft.of(name) if row["project_no"] in kept])
    return draft


if __name__ == "__main__":
    main(Path(sys.argv[1]))
