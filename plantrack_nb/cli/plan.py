"""From the options of ``plantrack run`` to the jobs to do, all checked before any starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.errors import ParameterError, SourceError
from plantrack_nb.run.notebook import Engine, Format

if TYPE_CHECKING:
    from plantrack_nb.project import Project
    from plantrack_nb.round_file import RoundFile
    from plantrack_nb.run.district import Job

SAMPLE = "2565-q2.yaml"


@dataclass(frozen=True)
class Asked:
    """What the command line asks for; None where it says nothing."""

    round_file: Path | None
    year: int | None
    quarter: int | None
    district: str | None
    source: Path | None
    out: Path | None
    formats: str | None
    engine: Engine
    show_persons: bool

    @property
    def names_a_round(self) -> bool:
        """True when the round is given by options."""
        return any(one is not None for one in (self.year, self.quarter, self.district))


def plan(asked: Asked) -> list[Job]:
    """Make the jobs.

    Raises
    ------
    ParameterError
        An option or a line of the round file is wrong; told before anything starts.
    SourceError
        A round file or the one source asked for is missing.
    """
    from plantrack_nb.project import find_project

    project = find_project()
    formats = _formats(asked.formats)
    if asked.names_a_round:
        jobs = [_one(asked, project, formats)]
    else:
        jobs = _of_file(asked, project, formats)
    _require_sources(jobs)
    return jobs


def _one(asked: Asked, project: Project, formats: tuple[Format, ...] | None) -> Job:
    from plantrack_nb.params import round_key
    from plantrack_nb.register import Register
    from plantrack_nb.run.district import Job

    given = {"--year": asked.year, "--quarter": asked.quarter, "--district": asked.district}
    missing = [name for name, value in given.items() if value is None]
    if missing or asked.round_file is not None:
        raise ParameterError(
            "A round is given by a round file, or by all of --year, --quarter and --district.",
            why=f"missing: {', '.join(missing)}" if missing else "both were given",
            hint="For example: plantrack run --year 2565 --quarter 2 --district 7301.",
        )
    key = round_key(
        district=asked.district,
        fiscal_year=asked.year,
        quarter=asked.quarter,
        register=Register.load(project.params / "districts.csv"),
    )
    return Job(
        key=key,
        source=asked.source or project.data / f"{key}.xlsx",
        out=asked.out or project.outputs,
        project=project.root,
        formats=formats or (Format.HTML,),
        engine=asked.engine,
        show_persons=asked.show_persons,
    )


def _of_file(asked: Asked, project: Project, formats: tuple[Format, ...] | None) -> list[Job]:
    from plantrack_nb.register import Register
    from plantrack_nb.round_file import load_round_file
    from plantrack_nb.run.district import Job

    path = asked.round_file or project.params / SAMPLE
    register = Register.load(project.params / "districts.csv")
    rounds: RoundFile = load_round_file(path, register)
    if asked.source is not None and len(rounds.keys) > 1:
        raise ParameterError(
            "--input names one file, but the round file names several districts.",
            where=str(path),
            hint="Leave --input out, or add --year, --quarter and --district instead of the file.",
        )
    return [
        Job(
            key=key,
            source=asked.source or project.root / rounds.input_of(key),
            out=asked.out or project.outputs,
            project=project.root,
            names=rounds.notebooks,
            formats=formats or tuple(Format(one) for one in rounds.formats),
            engine=asked.engine,
            show_persons=asked.show_persons,
        )
        for key in rounds.keys
    ]


def _formats(text: str | None) -> tuple[Format, ...] | None:
    if text is None:
        return None
    names = [name.strip() for name in text.split(",")]
    wrong = [name for name in names if name not in set(Format)]
    if wrong:
        raise ParameterError(
            "--formats names a format there is not.",
            where="--formats",
            why=", ".join(repr(name) for name in wrong),
            hint="Write html, pdf, or html,pdf.",
        )
    return tuple(dict.fromkeys(Format(name) for name in names))


def _require_sources(jobs: list[Job]) -> None:
    """One district without its source is a mistake; of many, it is one of them to report."""
    if len(jobs) == 1 and not jobs[0].source.is_file():
        raise SourceError(
            f"The source of the round {jobs[0].key} is missing.",
            where=str(jobs[0].source),
            hint="Name the file with --input, or put it there ('plantrack template' makes one).",
        )
