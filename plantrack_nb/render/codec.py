"""Parts to JSON and back, strictly: an unknown name, a missing field or a wrong type is refused."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from plantrack_nb.errors import RenderError
from plantrack_nb.render.parts import KINDS, Part

Json: TypeAlias = "str | int | float | bool | None | list[Json] | dict[str, Json]"

VERSION = 1
"""Raised whenever an older reader would misread a newer record."""


def to_record(part: Part) -> dict[str, Json]:
    """Return the part as JSON values: ``{"version": 1, "part": {"kind": "Table", ...}}``."""
    return {"version": VERSION, "part": _encode(part)}


def from_record(record: object) -> Part:
    """Rebuild the part that :func:`to_record` wrote.

    Raises
    ------
    RenderError
        If the record is of another version, or not one of ours.
    """
    if not isinstance(record, dict) or record.get("version") != VERSION:
        raise _refused("its version is not known")
    made = _decode(record.get("part"), Part, "part")
    assert isinstance(made, Part)
    return made


def _encode(value: Any) -> Json:
    if is_dataclass(value):
        kind: dict[str, Json] = {"kind": type(value).__name__} if isinstance(value, Part) else {}
        return kind | {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_encode(one) for one in value]
    if isinstance(value, StrEnum):
        return value.value
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, float) and value - value == 0:
        return float(value)
    raise RenderError(
        "A part holds a value that no document can show.",
        why=f"{value!r} is {type(value).__name__}",
        hint="Give text, a finite number or None; use plain() for values from a table.",
    )


def _decode(value: object, wanted: Any, where: str) -> object:
    origin = get_origin(wanted)
    if origin is tuple and isinstance(value, list):
        inner = get_args(wanted)[0]
        return tuple(_decode(one, inner, f"{where}[{at}]") for at, one in enumerate(value))
    if origin in (Union, UnionType) and type(value) in get_args(wanted):
        return value
    if origin in (Union, UnionType) and value is None and NoneType in get_args(wanted):
        return None
    if isinstance(wanted, type):
        if issubclass(wanted, Part) or is_dataclass(wanted):
            return _decode_record(value, wanted, where)
        if issubclass(wanted, StrEnum) and value in {one.value for one in wanted}:
            return wanted(value)
        if type(value) is wanted:
            return value
    raise _refused(f"'{where}' may not be {value!r:.60}")


def _decode_record(value: object, wanted: type, where: str) -> object:
    if not isinstance(value, dict):
        raise _refused(f"'{where}' is not a record")
    given = dict(value)
    if issubclass(wanted, Part):
        kind = KINDS.get(str(given.pop("kind", "")))
        if kind is None or not issubclass(kind, wanted):
            raise _refused(f"'{where}' is of an unknown kind")
        wanted = kind
    hints = _hints(wanted)
    if unknown := given.keys() - hints.keys():
        raise _refused(f"'{where}' has an unknown field '{min(map(str, unknown))}'")
    missing = [f.name for f in fields(wanted) if f.name not in given and f.default is MISSING]
    if missing:
        raise _refused(f"'{where}' lacks the field '{missing[0]}'")
    return wanted(
        **{name: _decode(one, hints[name], f"{where}.{name}") for name, one in given.items()}
    )


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _refused(why: str) -> RenderError:
    return RenderError(
        "A notebook output that claims to be a part of a report cannot be read.",
        why=why,
        hint="Run the notebook again with this version of plantrack_nb.",
    )
