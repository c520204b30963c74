"""What became of each district's round, one JSON file a district; why it would be made again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.core.files import write_text
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.language import Language, say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import round_folders, working_folder
from plantrack_nb.run.fingerprint import dependencies, digest, fingerprint
from plantrack_nb.run.job import Job, Outcome, State
from plantrack_nb.run.notebook import Format
from plantrack_nb.thai.persons import redact

LEDGER = "ledger.json"

NO_INPUT = "no input"
"""There is nothing to make the round of."""

UNCHANGED = ""
"""Nothing would be made."""

_REPORTS = {f"report.{one}" for one in Format}
_AGAIN = {
    State.NO_INPUT: ("ได้ต้นฉบับแล้ว", "its input has come"),
    State.FAILED: ("ครั้งก่อนทำไม่สำเร็จ", "it failed before"),
}


@dataclass(frozen=True)
class Record:
    """One district's entry.

    Parameters
    ----------
    district, fiscal_year, quarter : str, int, int
        The round.
    state : State
        What became of it, never ``unchanged``: that is found, not written.
    office : str
        What the office is called.
    source, register : str
        File it was read from, and register its office stands in (``""``: the project's own);
        inside the project, relative to it.
    shows_persons : bool
        Whether its report names officers; taken for true where nobody says otherwise.
    letter : mapping of str to str or bool
        Further parameters of its report.
    findings : mapping of str to int
        How many are open, by severity.
    notebooks : mapping of str to str
        What became of each notebook: ``done``, ``failed`` or ``not_run``.
    fingerprint : str
        What the outputs depend on, together.
    depends : mapping of str to str
        The same one by one, so that a person can be told what has changed.
    outputs : mapping of str to str
        Digest of each file made, by its path inside the district's folder (:func:`made_file`).
    stamps : mapping of str to str
        Size and time of each, so that a file nobody touched need not be read again.
    error, kept : str
        Why it failed, and the executed notebook that was kept.
    notes : sequence of str
        What the notebooks show that the report does not.
    language : Language
        What it was made in; Thai where nobody says otherwise.
    ended : str
        When, as ISO text; for people, nothing is decided by it.
    seconds : float
        Time it took.
    versions : mapping of str to str
        What made it.
    """

    district: str
    fiscal_year: int
    quarter: int
    state: State
    office: str = ""
    source: str = ""
    register: str = ""
    shows_persons: bool = True
    letter: Mapping[str, str | bool] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    notebooks: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str = ""
    depends: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    stamps: Mapping[str, str] = field(default_factory=dict)
    error: str = ""
    kept: str = ""
    notes: Sequence[str] = field(default_factory=list)
    language: Language = Language.THAI
    ended: str = ""
    seconds: float = 0.0
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> RoundKey:
        """The round."""
        return RoundKey(self.district, self.fiscal_year, self.quarter)

    @property
    def reports(self) -> dict[str, str]:
        """Path of each report inside the district's folder, by its format, HTML first."""
        named = {one.value: f"report.{one}" for one in Format}
        return {one: path for one, path in named.items() if path in self.outputs}


def made_file(folder: Path, name: str) -> Path:
    """Tell where a file that the ledger names lies: reports in the folder, the rest apart."""
    return (folder if name in _REPORTS else working_folder(folder)) / name


def without_names(error: PlantrackError | None) -> str:
    """Tell an error as the ledger does, which is copied about: it may quote an officer's cell."""
    return redact(str(error or ""), ())


def write_record(folder: Path, record: Record) -> None:
    """Write a district's entry into its folder."""
    write_text(folder / LEDGER, json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n")


def read_record(folder: Path) -> Record | None:
    """Read a district's entry; a damaged one counts as none, so that the round is made again."""
    try:
        fields = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        known = {"language": Language.THAI, **fields}  # ledgers of before told no language
        words = {"state": State(known["state"]), "language": Language(known["language"])}
        return Record(**{**known, **words})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def ledgers(out: Path) -> dict[Path, Record | None]:
    """Read the entries of all districts below an output folder; a damaged one is None."""
    return {folder / LEDGER: read_record(folder) for folder in round_folders(out, LEDGER)}


def read_all(out: Path) -> list[Record]:
    """Read the entries of all districts below an output folder, in order of their paths."""
    return [record for record in ledgers(out).values() if record]


def unchanged(folder: Path, now: str) -> Outcome | None:
    """Return the outcome of a round that need not be made again: outputs whole, inputs the same.

    ``now`` is the fingerprint of the inputs as they are.
    """
    record = read_record(folder)
    if record is None or record.fingerprint != now:
        return None
    if record.state not in {State.DONE, State.FINDINGS}:
        return None
    if not record.outputs or damaged(folder, record):
        return None
    counts = {Severity(name): count for name, count in record.findings.items()}
    made = tuple(made_file(folder, name) for name in record.outputs)
    notes = tuple(record.notes)
    return Outcome(record.key, State.UNCHANGED, counts, made, notes=notes)


def damaged(folder: Path, record: Record) -> list[str]:
    """List the outputs that are no longer as they were made, by their paths in ``folder``."""
    paths = {name: made_file(folder, name) for name in record.outputs}
    linked = {one for one in {path.parent for path in paths.values()} if one.is_symlink()}
    return [
        name
        for name, path in paths.items()
        if path.parent in linked
        or (stamp(path) != record.stamps.get(name) and not is_as_made(path, record.outputs[name]))
    ]


def is_as_made(path: Path, known: str) -> bool:
    """Tell by its digest whether a file is as it was made; a link to another file never is."""
    return not path.is_symlink() and digest(path) == known


def stamp(path: Path) -> str:
    """Tell a file's state without reading it: its size and the time of its last change."""
    try:
        state = path.lstat()
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns}"


def reason(job: Job, *, force: bool = False) -> str:
    """Say why a round would be made: new, changed, damaged, asked for.

    Returns
    -------
    str
        :data:`UNCHANGED` when it would be left alone, :data:`NO_INPUT` when it cannot be made.
    """
    if not job.source.is_file():
        return NO_INPUT
    record = read_record(job.folder)
    if record is None:
        return _spoilt_ledger() if (job.folder / LEDGER).exists() else say("ใหม่", "new")
    return _since(job, record) or (
        say("สั่งด้วย --force", "asked for by --force") if force else UNCHANGED
    )


def _since(job: Job, record: Record) -> str:
    if record.state in _AGAIN:
        return say(*_AGAIN[record.state])
    depends = dependencies(job)
    if changes := _changes(record.depends, depends):
        return say("เปลี่ยน: ", "changed: ") + listed(changes)
    return "" if unchanged(job.folder, fingerprint(depends)) else _spoilt(job, record)


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    names = dict.fromkeys([*now, *before])
    return [name for name in names if before.get(name) != now.get(name)]


def _spoilt(job: Job, record: Record) -> str:
    names = damaged(job.folder, record)
    gone = [name for name in names if not made_file(job.folder, name).exists()]
    hurt = [name for name in names if name not in gone]
    told = [say("เสีย: ", "damaged: ") + listed(hurt)] if hurt else []
    told += [say("หายไป: ", "missing: ") + listed(gone)] if gone else []
    return "; ".join(told) or _spoilt_ledger()


def _spoilt_ledger() -> str:
    return say("เสีย: บัญชีการทำงานของรอบ", "damaged: its ledger")


def listed(names: list[str], most: int = 4) -> str:
    """Name the first of many, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (
        say(f" และอีก {more}", f" and {more} more") if more > 0 else ""
    )
