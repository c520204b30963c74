"""Tidy frames over many rounds, read from the outputs when they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.findings import read_findings
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import ROUND_COLUMNS, SOURCE_COLUMNS, TABLES, RoundKey
from plantrack_nb.core.tables import conform
from plantrack_nb.measures import projects as measures
from plantrack_nb.measures.totals import FILE, read_totals
from plantrack_nb.office.project import (
    find_project,
    round_folder,
    round_folders,
    round_in,
    working,
)
from plantrack_nb.year.since_last_round import read_since

if TYPE_CHECKING:
    import pandas as pd

_ROUND = [one.name for one in ROUND_COLUMNS]
_SOURCES = {one.name for one in SOURCE_COLUMNS}
_TOTALS = ["projects", "finished", "not_started", "budget", "disbursed"]
_FINDING = ["id", "rule", "severity", "project_no", "message", "found", "expected", "waived"]
_CHANGE = ["kind", "project_no", "project_no_before", "activity_no", "before", "after", "message"]
_MEASURED = ("projects", "budget_lines", "activities")


@dataclass(frozen=True)
class Rounds:
    """Many rounds that were run: nothing is read before a table of theirs is asked for.

    Every frame begins with ``district`` (text), ``fiscal_year`` and ``quarter``.

    Parameters
    ----------
    outputs : Path
        Folder of the outputs.
    keys : tuple of RoundKey
        The rounds, by district, year and quarter.
    """

    outputs: Path
    keys: tuple[RoundKey, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def table(self, name: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """Read a declared table of all rounds, one below the other.

        Parameters
        ----------
        name : str
            ``strategies``, ``projects``, ``budget_lines``, ``activities``, ``narrative``,
            ``claims`` or ``unread``.
        columns : sequence of str, optional
            Columns beside those of the round; all but where a row comes from by default.

        Raises
        ------
        ParameterError
            There is no such table, or no such column in it.
        SourceError
            A file is damaged.
        """
        wanted = _columns(name, columns)
        if not self.keys:
            return conform(name, [])[wanted]
        paths = [self._folder(key) / "tables" / f"{name}.parquet" for key in self.keys]
        return _read(paths, wanted)

    @cached_property
    def projects(self) -> pd.DataFrame:
        """Projects with ``budget``, ``disbursed`` (baht), ``disbursed_pct``, ``status``, ``band``.

        Also ``owner``: the responsible groups in one spelling.
        """
        needed = {name: self.table(name, TABLES[name].names) for name in _MEASURED}
        made = measures.projects(needed)
        return made[[one for one in made.columns if one not in _SOURCES]]

    @cached_property
    def totals(self) -> pd.DataFrame:
        """Projects, finished ones, budget and disbursed (baht) and ``percent`` of each round."""
        found = ((key, read_totals(self._folder(key) / FILE)) for key in self.keys)
        rows = [
            {
                **_named(key),
                **{name: getattr(one, name) for name in _TOTALS},
                "percent": one.percent,
            }
            for key, one in found
            if one is not None
        ]
        return _frame(rows, [*_ROUND, *_TOTALS, "percent"])

    @cached_property
    def findings(self) -> pd.DataFrame:
        """Every finding: its id, rule, severity, project, words, and the reason if it is waived."""
        rows = [
            {**_named(key), **{name: str(getattr(one, name)) for name in _FINDING}}
            for key in self.keys
            if (path := self._folder(key) / "findings.json").is_file()
            for one in read_findings(path)
        ]
        return _frame(rows, [*_ROUND, *_FINDING])

    @cached_property
    def changes(self) -> pd.DataFrame:
        """Every change since the round before, by its kind and project."""
        found = ((key, read_since(self._folder(key) / "changes.json")) for key in self.keys)
        rows = [
            {**_named(key), **{name: getattr(one, name) for name in _CHANGE}}
            for key, since in found
            if since is not None
            for one in since.changes
        ]
        return _frame(rows, [*_ROUND, *_CHANGE])

    def _folder(self, key: RoundKey) -> Path:
        return round_folder(self.outputs, key)


def rounds(
    district: str | Collection[str] | None = None,
    fiscal_year: int | Collection[int] | None = None,
    quarter: int | Collection[int] | None = None,
    *,
    outputs: Path | str | None = None,
) -> Rounds:
    """Open many rounds at once (:class:`Rounds`).

    Parameters
    ----------
    district, fiscal_year, quarter : optional
        One value or several; all that were run by default.
    outputs : Path or str, optional
        Folder of the outputs; the project's own by default.

    Raises
    ------
    SourceError
        There is no such folder.
    """
    folder = find_project().outputs if outputs is None else Path(outputs)
    if not folder.is_dir():
        raise SourceError(
            say("ไม่มีโฟลเดอร์ผลลัพธ์นี้", "There is no such output folder."),
            where=str(folder),
            hint=say(
                "บอกโฟลเดอร์ที่ plantrack run เขียนไว้", "Name the folder that 'plantrack run' wrote to."
            ),
        )
    folder = working(folder) if working(folder).is_dir() else folder
    found = filter(None, map(round_in, round_folders(folder, "tables/reading.json")))
    asked = (_several(district), _several(fiscal_year), _several(quarter))
    keys = sorted(key for key in found if _is_asked(key, asked))
    return Rounds(folder, tuple(keys))


def _several(asked: Any) -> Collection[Any] | None:
    return asked if asked is None or not isinstance(asked, str | int) else (asked,)


def _is_asked(key: RoundKey, asked: Iterable[Collection[Any] | None]) -> bool:
    values = (key.district, key.fiscal_year, key.quarter)
    pairs = zip(values, asked, strict=True)
    return all(wanted is None or value in wanted for value, wanted in pairs)


def _columns(name: str, columns: Sequence[str] | None) -> list[str]:
    if name not in TABLES:
        raise ParameterError(
            say(f"ไม่มีตาราง {name}", f"There is no table '{name}'."),
            hint=say(f"ตารางที่มีคือ {', '.join(TABLES)}", f"The tables are: {', '.join(TABLES)}."),
        )
    declared = TABLES[name].names
    if columns is None:
        return [one for one in declared if one not in _SOURCES]
    unknown = [one for one in columns if one not in declared]
    if unknown:
        raise ParameterError(
            say(
                f"ตาราง {name} ไม่มีคอลัมน์ {', '.join(unknown)}",
                f"Table '{name}' has no column {', '.join(unknown)}.",
            ),
            hint=say(
                f"คอลัมน์ที่มีคือ {', '.join(declared)}", f"Its columns are: {', '.join(declared)}."
            ),
        )
    return [*dict.fromkeys([*_ROUND, *columns])]


def _read(paths: Sequence[Path], columns: Sequence[str]) -> pd.DataFrame:
    import pyarrow as pa
    from pyarrow import dataset

    try:
        whole = dataset.dataset([str(path) for path in paths], format="parquet")
        data: pd.DataFrame = whole.to_table(columns=[*columns]).to_pandas()
    except (OSError, pa.ArrowException) as error:
        raise SourceError(
            say("อ่านตารางของรอบไม่ได้", "A table of the rounds cannot be read."),
            where=str(paths[0].parents[4]),
            why=str(error),
            hint=say(
                "ทำรอบที่บอกชื่อไว้ใหม่ด้วย --force", "Run the round that is named again, with --force."
            ),
        ) from error
    return data


def _named(key: RoundKey) -> Mapping[str, object]:
    return {"district": key.district, "fiscal_year": key.fiscal_year, "quarter": key.quarter}


def _frame(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame([*rows], columns=[*columns])
