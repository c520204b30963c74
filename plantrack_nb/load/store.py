r"""Keep a reading in a folder, one file a table, and read exactly the same frames back.

Parquet is what our own steps hand on; CSV is for other tools. The CSV is plain UTF-8 without
a byte-order mark, so that every reader finds the first heading: it is made for machines (a
spreadsheet would turn "6.10" into 6.1), people have the round workbook. ``\n`` ends a row and
all text stands in quotes. For text that a spreadsheet would run as a formula see
:mod:`plantrack_nb.workbooks.formulas`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from plantrack_nb import __version__
from plantrack_nb.containers.grid import Box, Grid
from plantrack_nb.core.errors import SchemaError, SourceError
from plantrack_nb.core.files import write_bytes, write_text
from plantrack_nb.core.language import say
from plantrack_nb.core.letters import is_plain, unseen
from plantrack_nb.core.provenance import Mend
from plantrack_nb.core.schema import TABLES, Round, RoundKey
from plantrack_nb.core.tables import conform, is_conform
from plantrack_nb.load import at_hand
from plantrack_nb.load.at_hand import Kept
from plantrack_nb.load.reading import Coverage, Reading
from plantrack_nb.measures.places import Place, Places
from plantrack_nb.workbooks.table_files import Format, read_csv, read_parquet, to_bytes

if TYPE_CHECKING:
    import pandas as pd

RECORD = "reading.json"
"""How the round was read. It is written last: a folder without it is not complete."""

_MENDS, _PLACES, _BOXES = "mends", "places", "boxes"
_BESIDE: Mapping[str, list[str]] = {
    _MENDS: [field.name for field in fields(Mend)],
    _PLACES: [field.name for field in fields(Place)],
    _BOXES: ["ref", "box"],
}
"""What is kept beside the declared tables: texts only."""
_AGAIN = (
    "อ่านต้นฉบับใหม่ด้วยสมุดงาน 01_load คำสั่ง plantrack run หรือ plantrack load",
    "Load the source again: the notebook 01_load, 'plantrack run' or 'plantrack load'.",
)


@dataclass(frozen=True, slots=True)
class _Record:
    format: Format
    key: RoundKey
    coverage: Coverage
    notes: tuple[str, ...]


def write_reading(reading: Reading, folder: Path, format: Format) -> list[Path]:  # noqa: A002
    """Write the seven tables, mends, places, boxes and the record; return the paths, tables first.

    Raises
    ------
    OutputError
        A file cannot be written.
    """
    beside = {
        _MENDS: _texts(_MENDS, map(attrgetter(*_BESIDE[_MENDS]), reading.mends)),
        _PLACES: _texts(_PLACES, map(attrgetter(*_BESIDE[_PLACES]), reading.places)),
    }
    if reading.boxes:
        boxes = ((ref, " ".join(map(str, box))) for ref, box in reading.boxes.items())
        beside[_BOXES] = _texts(_BOXES, boxes)
    paths = []
    if not reading.boxes:  # a document that had pages may have been read here before
        (folder / f"{_BOXES}.{format}").unlink(missing_ok=True)
    digest = hashlib.blake2b(digest_size=16)  # of all files: later rounds ask whether they changed
    for name, data in {**reading.round.tables, **beside}.items():
        paths.append(folder / f"{name}.{format}")
        made = to_bytes(data, format)
        write_bytes(paths[-1], made)
        digest.update(made)
    paths.append(folder / RECORD)
    write_text(paths[-1], _record_text(reading, format, digest.hexdigest()))
    at_hand.remember(folder, paths, Kept(reading.round, reading.places, reading.boxes, {}))
    return paths


def read_tables(folder: Path) -> Round:
    """Read the tables that :func:`write_reading` wrote.

    Raises
    ------
    SourceError
        The folder holds no complete round, or a file of it is damaged.
    SchemaError
        A table was changed and no longer has the declared columns, types or values.
    """
    kept = at_hand.recall(folder)
    if kept is None:
        return _tables(folder, _read_record(folder))
    if not kept.checked:
        found = kept.round.tables.items()
        good = {name: _checked(name, one, folder / name) for name, one in found}
        kept.round = Round(kept.round.key, **good)
        kept.checked = True
    return at_hand.handed_out(kept)


def read_some(folder: Path, names: Collection[str]) -> Round:
    """Read some tables of a round, the others empty; raises as :func:`read_tables`."""
    return _tables(folder, _read_record(folder), names)


def read_reading(folder: Path) -> Reading:
    """Read the tables and the record of how they were read; raises as :func:`read_tables`."""
    record = _read_record(folder)
    return Reading(
        round=_tables(folder, record),
        mends=tuple(Mend(*row) for row in _records(folder, _MENDS, record)),
        coverage=record.coverage,
        notes=record.notes,
        places=_read_places(folder, record),
        grid=Grid("", (), boxes=_read_boxes(folder, record)),
    )


def read_places(folder: Path) -> Places:
    """Read where the pieces of the values stand; raises as :func:`read_tables`."""
    if (kept := at_hand.recall(folder)) is not None:
        return Places({kept.round.key: kept.places})
    record = _read_record(folder)
    return Places({record.key: _read_places(folder, record)})


def read_boxes(folder: Path) -> dict[str, Box]:
    """Read where the cells lie on their pages; raises as :func:`read_tables`."""
    if (kept := at_hand.recall(folder)) is not None:
        return dict(kept.boxes)
    return _read_boxes(folder, _read_record(folder))


def _read_boxes(folder: Path, record: _Record) -> dict[str, Box]:
    """Read where cells lie on pages; only documents with pages have the file."""
    if not (folder / f"{_BOXES}.{record.format}").exists():
        return {}
    rows = ((ref, box.split()) for ref, box in _records(folder, _BOXES, record))
    return {
        ref: (float(left), float(top), float(right), float(bottom))
        for ref, (left, top, right, bottom) in rows
    }


def _read_places(folder: Path, record: _Record) -> tuple[Place, ...]:
    return tuple(Place(*row) for row in _records(folder, _PLACES, record))


def _records(folder: Path, name: str, record: _Record) -> Iterator[tuple[str, ...]]:
    data = _read_table(folder, name, record.format)
    columns = (data[column].to_numpy(dtype=object).tolist() for column in _BESIDE[name])
    return zip(*columns, strict=True)


def _texts(name: str, rows: Iterable[tuple[str, ...]]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(list(rows), columns=_BESIDE[name], dtype="str")


def _tables(folder: Path, record: _Record, names: Collection[str] = TABLES) -> Round:
    tables = {
        name: conform(name, _read_table(folder, name, record.format))
        if name in names
        else _empty(name)
        for name in TABLES
    }
    return Round(key=record.key, **tables)


@cache
def _empty(name: str) -> pd.DataFrame:
    return conform(name, [])


def _read_table(folder: Path, name: str, format: Format) -> pd.DataFrame:  # noqa: A002
    path = folder / f"{name}.{format}"
    columns = TABLES[name].names if name in TABLES else _BESIDE[name]
    try:
        data = read_parquet(path) if format == "parquet" else read_csv(path, name)
    except (OSError, ValueError, UnicodeDecodeError) as error:
        gone = isinstance(error, FileNotFoundError)
        why = say("ไม่มีแฟ้มนี้", "the file is missing") if gone else str(error)
        raise SourceError(
            say(f"อ่านตาราง {name} ไม่ได้", f"Table '{name}' cannot be read."),
            where=str(path),
            why=why,
            hint=say(*_AGAIN),
        ) from error
    _refuse_unseen(name, data, path)
    if sorted(data.columns) != sorted(columns):
        raise SchemaError(
            say(
                f"ตาราง {name} มีคอลัมน์ไม่ตรงตามที่กำหนด",
                f"Table '{name}' does not have the declared columns.",
            ),
            where=str(path),
            why=say("พบ ", "found ") + ", ".join(map(str, data.columns)),
            hint=say("คอลัมน์คือ ", "They are: ") + f"{', '.join(columns)}. {say(*_AGAIN)}",
        )
    return data


def _refuse_unseen(name: str, data: pd.DataFrame, path: Path) -> None:
    for column in data.select_dtypes(include=["object", "str"]):
        held = data[column].to_numpy(dtype=object).tolist()
        texts = [one for one in held if isinstance(one, str)]
        if is_plain("\n".join(texts)):
            continue
        if odd := next(filter(None, map(unseen, texts)), ""):
            raise SchemaError(
                say(
                    f"ตาราง {name} มีอักขระที่มองไม่เห็น",
                    f"Table '{name}' holds a character that nobody can see.",
                ),
                where=str(path),
                why=say(f"{odd} ในคอลัมน์ {column}", f"{odd} in the column {column}"),
                hint=say(*_AGAIN),
            )


def _checked(name: str, data: pd.DataFrame, path: Path) -> pd.DataFrame:
    """Check a table that was just written as one that is read: it may be anybody's."""
    _refuse_unseen(name, data, path)
    return data if is_conform(name, data) else conform(name, data)


def _record_text(reading: Reading, format: Format, digest: str) -> str:  # noqa: A002
    record = {
        "format": format,
        "package_version": __version__,
        "round": asdict(reading.round.key),
        "coverage": asdict(reading.coverage),
        "notes": reading.notes,
        "digest": digest,
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _read_record(folder: Path) -> _Record:
    path = folder / RECORD
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        record = _Record(
            _format(held["format"]),
            RoundKey(**held["round"]),
            Coverage(**held["coverage"]),
            tuple(held["notes"]),
        )
    except FileNotFoundError as error:
        raise SourceError(
            say(
                f"โฟลเดอร์นี้ไม่มีรอบที่ครบถ้วน: ไม่มี {RECORD}",
                f"The folder holds no complete round: {RECORD} is missing.",
            ),
            where=str(folder),
            hint=say(*_AGAIN),
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(
            say("บันทึกการอ่านของรอบเสียหาย", "The record of the round is damaged."),
            where=str(path),
            why=repr(error),
            hint=say(*_AGAIN),
        ) from error
    return record


def _format(name: str) -> Format:
    if name not in get_args(Format):
        raise ValueError(f"no format '{name}'")
    return cast("Format", name)
