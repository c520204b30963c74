"""From what is asked of ``plantrack run`` to the jobs to do, before any starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import SourceError

if TYPE_CHECKING:
    from plantrack_nb.cli.terminal.asked import Asked
    from plantrack_nb.core.schema import RoundKey
    from plantrack_nb.run.job import Job


@dataclass(frozen=True)
class Plan:
    """What is to be done.

    Parameters
    ----------
    jobs : tuple of Job
        The rounds.
    unclear : mapping of RoundKey to SourceError
        Why some of them cannot be made: it is not clear which file is their source.
    """

    jobs: tuple[Job, ...]
    unclear: Mapping[RoundKey, SourceError] = field(default_factory=dict)


def plan(asked: Asked) -> Plan:
    """Make the jobs; what an option says goes before what the round file says.

    Raises
    ------
    ParameterError
        Options or lines of the round file are wrong; all that are wrong are told.
    SourceError
        There is no round file, or no source at all.
    """
    from plantrack_nb.cli.terminal.asked import Checked
    from plantrack_nb.office.project import find_project
    from plantrack_nb.office.register import Register

    project = find_project()
    register = Register.load(project.register)
    checked = Checked(asked, project, register)
    return _with_sources(checked.jobs(), checked.inputs())


def _with_sources(jobs: list[Job], inputs: str) -> Plan:
    """Find each source; one that is missing is told by its district, all missing by the command."""
    from plantrack_nb.run.sources import Sources

    sources, unclear, placed = Sources(inputs), {}, []
    for job in jobs:
        try:
            placed.append(replace(job, source=sources.of(job.key)))
        except SourceError as error:
            placed.append(replace(job, source=Path(error.where)))
            unclear[job.key] = error
    if not unclear and not any(job.source.is_file() for job in placed):
        key = placed[0].key
        which = f"any of {len(placed)} rounds of {key.fiscal_year}-q{key.quarter}"
        which = f"the round {key}" if len(placed) == 1 else which
        raise SourceError(
            f"There is no source of {which}.",
            where=str(placed[0].source) if len(placed) == 1 else inputs,
            hint="Name it with --input, or put it there ('plantrack template' makes one).",
        )
    return Plan(tuple(placed), unclear)
