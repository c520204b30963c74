"""The parameters of a round, offered to each of its notebooks: it takes those it declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.language import say
from plantrack_nb.run.any_notebook import Opened
from plantrack_nb.run.job import Job


class Offered:
    """Values of a round by their names.

    Parameters
    ----------
    job : Job
        The round.
    notebooks : iterable of Opened
        All notebooks of it.

    Raises
    ------
    ParameterError
        The round file says something of the report that no notebook asks for.
    """

    def __init__(self, job: Job, notebooks: Iterable[Opened]) -> None:
        self._values = round_parameters(job) | report_parameters(job)
        _require_declared(job.letter, [*notebooks])

    def to(self, opened: Opened) -> dict[str, object]:
        """Return the values that a notebook declares."""
        return {name: self._values[name] for name in opened.names if name in self._values}


def round_parameters(job: Job) -> dict[str, object]:
    """Return values for any notebook that declares them; paths in the project start there."""
    own = {} if job.register is None else {"register": _from(job.register, job.project)}
    return {
        "district": job.key.district,
        "fiscal_year": job.key.fiscal_year,
        "quarter": job.key.quarter,
        "source": _from(job.source, job.project),
        "out": _from(job.work, job.project),
        **own,
    }


def report_parameters(job: Job) -> dict[str, object]:
    """Return values for the notebooks that make the report."""
    return {**job.letter, "show_persons": job.show_persons}


def _require_declared(letter: Mapping[str, object], notebooks: list[Opened]) -> None:
    declared = {name for one in notebooks for name in one.names}
    lost = [name for name in letter if name not in declared]
    if lost:
        raise ParameterError(
            say(
                "แฟ้มรอบบอกค่าใน report: ที่ไม่มีสมุดงานใดใช้",
                "The round file says something of the report that none of its notebooks asks for.",
            ),
            where=", ".join(lost),
            why=say(
                f"สมุดงาน: {', '.join(one.path.name for one in notebooks)}",
                f"notebooks: {', '.join(one.path.name for one in notebooks)}",
            ),
            hint=say(
                "ลบบรรทัดเหล่านั้น หรือเติมสมุดงานที่มีพารามิเตอร์นี้",
                "Take the lines out, or add the notebook that has these parameters.",
            ),
        )


def _from(path: Path, folder: Path) -> str:
    path, folder = path.absolute(), folder.absolute()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
