"""Parts to JSON and back, strictly: an unknown name, a missing field or a wrong type is refused."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from plantrack_nb.errors import RenderError
from plantrack_nb.render.parts import KINDS, Part

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

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


def _encode(value: object) -> Json:
    if isinstance(value, Part):
        return {"kind": type(value).__name__, **_fields_of(value)}
    if is_dataclass(value):
        return _fields_of(value)
    if isinstance(value, tuple):
        return [_encode(one) for one in value]
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float) and isfinite(value):
        return float(value)
    raise RenderError(
        "A part holds a value that no document can show.",
        why=f"{value!r:.60} is {type(value).__name__}",
        hint="Give text, a finite number or None; plain() makes such values of a frame's.",
    )


def _fields_of(record: Any) -> dict[str, Json]:
    """Write the fields that are not as they are anyway, so that a large table stays small."""
    kind: Any = type(record)
    values = [(field, getattr(record, field.name)) for field in _fields(kind)]
    return {field.name: _encode(value) for field, value in values if value != field.default}


def _decode(value: object, wanted: Any, where: str) -> object:
    if get_origin(wanted) is tuple and isinstance(value, list):
        inner = get_args(wanted)[0]
        return tuple(_decode(one, inner, f"{where}[{at}]") for at, one in enumerate(value))
    plain_types = get_args(wanted) or (wanted,)
    if type(value) in plain_types:
        return value
    if isinstance(value, int) and not isinstance(value, bool) and float in plain_types:
        return float(value)
    if isinstance(wanted, type):
        if issubclass(wanted, StrEnum) and value in {one.value for one in wanted}:
            return wanted(value)
        if isinstance(value, dict) and (issubclass(wanted, Part) or is_dataclass(wanted)):
            return _decode_record(dict(value), wanted, where)
    raise _refused(f"'{where}' may not be {value!r:.60}")


def _decode_record(given: dict[str, object], wanted: type, where: str) -> object:
    if issubclass(wanted, Part):
        kind = KINDS.get(str(given.pop("kind", "")))
        if kind is None:
            raise _refused(f"'{where}' is of an unknown kind")
        wanted = kind
    record: Any = wanted
    hints = _hints(record)
    if unknown := given.keys() - hints.keys():
        raise _refused(f"'{where}' has an unknown field '{min(unknown)}'")
    needed = [one.name for one in _fields(record) if one.default is MISSING]
    if missing := [name for name in needed if name not in given]:
        raise _refused(f"'{where}' lacks the field '{missing[0]}'")
    made = {name: _decode(one, hints[name], f"{where}.{name}") for name, one in given.items()}
    return record(**made)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _fields(kind: Any) -> tuple[Field[Any], ...]:
    return fields(kind)


def _refused(why: str) -> RenderError:
    return RenderError(
        "A notebook output that claims to be a part of a report cannot be read.",
        why=why,
        hint="Run the notebook again with this version of plantrack_nb.",
    )
