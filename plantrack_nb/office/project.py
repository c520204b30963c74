"""Where a project lies: the folder that holds notebooks, parameters, data and outputs.

What is made lies by round: ``outputs/{fiscal_year}/q{quarter}/{district}`` holds what may be
shared, and the same folders of ``outputs-work`` what names officers: tables, findings, executed
notebooks, forms.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import safe_child
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey

HOME_VARIABLE = "PLANTRACK_HOME"
"""Environment variable that names the project's folder outright."""

NOTEBOOKS = ("01_load", "02_check", "03_report")
"""The notebooks of a round in the order they run."""

SAMPLE = "sample"
"""Folder of the sample round in an office's project, with outputs of its own."""

_SAMPLE_ROUND = "2565-q2.yaml"
_MARKS = ("notebooks", "params")


@dataclass(frozen=True)
class Project:
    """A project's folder, and the folders in it."""

    root: Path

    @property
    def notebooks(self) -> Path:
        """The notebooks that make the reports."""
        return self.root / "notebooks"

    @property
    def params(self) -> Path:
        """Rounds, registers, thresholds and waivers."""
        return self.root / "params"

    @property
    def register(self) -> Path:
        """The project's area offices."""
        return self.params / "districts.csv"

    def logo(self, name: str) -> Path | None:
        """Return the file of the office's sign, which lies among the parameters; None of none.

        Raises
        ------
        OutputError
            The name leads out of that folder.
        """
        return safe_child(self.params, *name.split("/")) if name else None

    @property
    def data(self) -> Path:
        """The rounds' sources."""
        return self.root / "data"

    @property
    def outputs(self) -> Path:
        """What runs make to be shared: reports, index pages, ledgers."""
        return self.root / "outputs"

    @property
    def working(self) -> Path:
        """What else they make."""
        return working(self.outputs)

    @property
    def sample(self) -> Path:
        """The sample round, apart from an office's own ones; a clone of the toolkit has none."""
        return self.root / SAMPLE

    @property
    def sample_round(self) -> Path:
        """The round file that is run when nothing is asked for."""
        apart = self.sample / _SAMPLE_ROUND
        return apart if apart.is_file() else self.params / _SAMPLE_ROUND

    @property
    def sample_outputs(self) -> Path:
        """What runs make of the sample round."""
        return self.sample / "outputs"

    def outputs_of(self, round_file: Path | None) -> Path:
        """Return where outputs go: those of the sample never among an office's own."""
        is_sample = round_file is not None and round_file.resolve().parent == self.sample.resolve()
        return self.sample_outputs if is_sample else self.outputs


def find_project(
    start: Path | None = None,
    environ: Mapping[str, str] | None = None,
    package: Path = Path(__file__).parents[1],
) -> Project:
    """Find the project: by PLANTRACK_HOME, around ``start``, or beside the package.

    Parameters
    ----------
    start : Path, optional
        Folder to look in and above; the current one by default.
    environ : mapping, optional
        Environment variables; the process's own by default.
    package : Path, optional
        Folder of the package; in an editable install it lies in the project.

    Raises
    ------
    SourceError
        No folder holds both ``notebooks`` and ``params``.
    """
    named = (os.environ if environ is None else environ).get(HOME_VARIABLE, "")
    if named:
        return _named(Path(named).expanduser())
    here = Path.cwd() if start is None else start.resolve()
    for folder in (here, *here.parents, package.resolve().parent):
        if _is_project(folder):
            return Project(folder)
    raise SourceError(
        say("ไม่พบโฟลเดอร์ของโครงการ", "No project folder was found."),
        where=str(here),
        why=say(
            f"โฟลเดอร์นี้และโฟลเดอร์ที่อยู่เหนือขึ้นไปไม่มี {' และ '.join(_MARKS)}",
            f"neither it nor a folder above it holds {' and '.join(_MARKS)}",
        ),
        hint=say(
            f"เข้าไปในโฟลเดอร์ของโครงการ บอกที่อยู่ไว้ใน {HOME_VARIABLE} หรือสร้างด้วย plantrack init FOLDER",
            f"Change into the project's folder, name it in {HOME_VARIABLE}, "
            "or make one: plantrack init FOLDER.",
        ),
    )


def working(outputs: Path) -> Path:
    """Folder beside an output folder for what must not be shared; a copy leaves it behind."""
    whole = outputs.absolute()
    return whole.with_name(f"{whole.name}-work")


def working_folder(folder: Path) -> Path:
    """Folder of what must not be shared of a round, by its folder below the outputs."""
    whole = folder.absolute()
    if len(whole.parents) < 4:  # no folder of a round, which has those of three levels above it
        return whole
    return working(whole.parents[2]).joinpath(*whole.parts[-3:])


def round_folder(outputs: Path, key: RoundKey) -> Path:
    """Folder of a round below an output folder."""
    return outputs.joinpath(*key.folders)


def round_folders(outputs: Path, holding: str, district: str = "*") -> list[Path]:
    """List the rounds' folders that hold a file, named from there, in order of their paths."""
    found = sorted(outputs.glob(f"*/q*/{district}/{holding}"))
    return [path.parents[holding.count("/")] for path in found]


def round_in(folder: Path) -> RoundKey | None:
    """Tell of which round a folder is by its name and those above it."""
    return RoundKey.read(f"{folder.name}-{folder.parents[1].name}-{folder.parent.name}")


def _named(folder: Path) -> Project:
    if not _is_project(folder):
        raise SourceError(
            say(
                f"{HOME_VARIABLE} ไม่ได้บอกโฟลเดอร์ของโครงการ",
                f"{HOME_VARIABLE} does not name a project folder.",
            ),
            where=str(folder),
            why=say(
                f"ไม่มี {' และ '.join(_MARKS)} อยู่ในนั้น", f"it does not hold {' and '.join(_MARKS)}"
            ),
            hint=say(
                f"ให้บอกโฟลเดอร์ที่ถูก หรือเลิกตั้งค่า {HOME_VARIABLE}",
                f"Let it name the folder that does, or unset {HOME_VARIABLE}.",
            ),
        )
    return Project(folder.resolve())


def _is_project(folder: Path) -> bool:
    return all((folder / mark).is_dir() for mark in _MARKS)
