"""A round opened to be looked into: its tables, its projects' figures, what the rules found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.corrections import Correction, corrections_file, read_corrections
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.findings import Finding, read_findings
from plantrack_nb.core.records import Row, rows
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.forms.current_round import Standing, standing, standing_of
from plantrack_nb.load import pictures_of, read_source, read_tables
from plantrack_nb.measures import projects as measures
from plantrack_nb.measures.claims import printed_figures
from plantrack_nb.measures.summary import placed
from plantrack_nb.office.project import Project, round_folder, round_folders, round_in
from plantrack_nb.office.register import Register
from plantrack_nb.office.targets import Target, read_targets

if TYPE_CHECKING:
    import pandas as pd

_ABOUT_WAIVERS = "waiver-"


@dataclass(frozen=True)
class Opened:
    """One round with all that is shown of it.

    Parameters
    ----------
    round : Round
        Its tables, corrections laid over them.
    projects : DataFrame
        :func:`plantrack_nb.measures.projects.projects` with ``done_pct``, the share of its marked
        activities that are done.
    findings : tuple of Finding
        What the rules found, before any waiver.
    history : tuple of Correction
        What people have put right.
    target : Target, optional
        The disbursement that should have been reached.
    """

    round: Round
    projects: pd.DataFrame
    findings: tuple[Finding, ...]
    history: tuple[Correction, ...]
    target: Target | None

    @property
    def key(self) -> RoundKey:
        """Which round it is."""
        return self.round.key

    @cached_property
    def records(self) -> list[Row]:
        """The projects as records."""
        return rows(self.projects)

    @cached_property
    def strategies(self) -> dict[str, str]:
        """Names of the strategies by their numbers."""
        data = self.round.strategies
        return dict(zip(data["strategy_no"], data["name"], strict=True))


def rounds_there(project: Project) -> list[RoundKey]:
    """List the rounds that can be opened: made ones, and sample rounds in the data folder."""
    made = map(round_in, round_folders(project.working, "tables/reading.json"))
    shipped = (RoundKey.read(path.stem) for path in project.data.glob("*-*-q?.xlsx"))
    keys = {key for key in (*made, *shipped) if key}
    return sorted(keys, key=lambda key: (-key.fiscal_year, -key.quarter, key.district))


def open_round(project: Project, key: RoundKey) -> Opened:
    """Open a round from its outputs, or from its source when it has not been run yet.

    Raises
    ------
    SourceError
        There is neither, or a file of it is damaged.
    """
    history = read_corrections(corrections_file(project.params, key))
    folder = round_folder(project.working, key)
    kept = folder / "findings.json"
    if history or not (kept.is_file() and _is_made(folder)):
        now = standing_now(project, key)
        opened, findings = now.round, now.findings
    else:
        opened, findings = read_tables(folder / "tables"), tuple(read_findings(kept))
    targets = project.params / "targets.csv"
    return Opened(
        opened,
        figures(opened),
        tuple(replace(one, waived="") for one in findings if _is_own(one)),
        history,
        read_targets(targets).find(key.fiscal_year, key.quarter) if targets.is_file() else None,
    )


def standing_now(project: Project, key: RoundKey) -> Standing:
    """Read and check a round as it stands at this moment, the way the command line does.

    Raises
    ------
    SourceError
        The round is not here, or a file of it is damaged.
    """
    folder, source = round_folder(project.working, key), project.data / f"{key}.xlsx"
    if _is_made(folder):
        return standing(folder / "tables", project.params)
    if source.is_file():
        return standing_of(read_source(source, Register.load(project.register)), project.params)
    raise SourceError(
        f"The round {key} has not been made yet.",
        where=str(folder),
        hint="Make it with 'plantrack run', then choose it again.",
    )


def drawn(project: Project, key: RoundKey, findings: Iterable[Finding]) -> Mapping[str, bytes]:
    """Draw what findings name of the pages that a made round was read from, by their places."""
    chosen = [*findings]
    folder, files = round_folder(project.working, key), {r.file for f in chosen for r in f.refs}
    sources = [path for name in sorted(files) if (path := project.data / name).is_file()]
    return (
        pictures_of(chosen, folder / "tables", sources[0]) if sources and _is_made(folder) else {}
    )


def figures(round: Round) -> pd.DataFrame:  # noqa: A002
    """Return a row a project with its money, status and share of activities done.

    ``owner`` is the row of the report's tables that it stands in, as on every page.
    """
    marked = round.activities[round.activities["status"] != ""]
    done = (marked["status"] == Status.DONE.value).groupby(marked["project_no"]).mean() * 100
    in_rows = placed(measures.of_round(round.tables), printed_figures(rows(round.claims)))
    made = measures.projects(round.tables).assign(owner=[one.group for one in in_rows])
    return made.assign(done_pct=made["project_no"].map(done).fillna(0.0))


def _is_made(folder: Path) -> bool:
    return (folder / "tables" / "reading.json").is_file()


def _is_own(one: Finding) -> bool:
    return not one.rule.startswith(_ABOUT_WAIVERS)
