"""Parts to JSON and back, strictly: an unknown name, a missing field or a wrong type is refused."""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.parts import KINDS, Part

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

VERSION = 2
"""Raised whenever an older reader would misread a newer record."""


def to_text(part: Part) -> str:
    """Return the part as JSON text: ``{"version": 2, "part": {"kind": "Table", ...}}``.

    Text, because a notebook copies, checks and indents every value of the JSON it holds.

    Raises
    ------
    RenderError
        If the part holds a value that no document can show.
    """
    record = {"version": VERSION, "part": _encode(part)}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def from_text(text: object) -> Part:
    """Rebuild the part that :func:`to_text` wrote.

    Raises
    ------
    RenderError
        If the text is of another version, or not one of ours.
    """
    record = _parsed(text)
    if not isinstance(record, dict) or record.get("version") != VERSION:
        raise _refused("its version is not known")
    made = _decode(record.get("part"), _PART, "part")
    assert isinstance(made, Part)
    return made


def _parsed(text: object) -> object:
    if not isinstance(text, str):
        raise _refused("it is not text")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refused("it is not JSON") from error


def _encode(value: Any) -> Json:
    if isinstance(value, str):
        return str(value)
    if type(value) in _PLAIN:
        plain: Json = value
        return plain
    if isinstance(value, float) and isfinite(value):
        return float(value)
    if isinstance(value, tuple):
        return [_encode(one) for one in value]
    if isinstance(value, Part):
        return {"kind": type(value).__name__, **_fields_of(value)}
    if is_dataclass(value):
        return _fields_of(value)
    raise RenderError(
        "A part holds a value that no document can show.",
        why=f"{value!r:.60} is {type(value).__name__}",
        hint="Give text, a finite number or None.",
    )


def _fields_of(record: Any) -> dict[str, Json]:
    """Write the fields that are not as they are anyway, so that a large table stays small."""
    kind: Any = type(record)
    told: dict[str, Json] = {}
    for name, default in _defaults(kind):
        value = getattr(record, name)
        if value is not default and value != default:
            told[name] = value if type(value) in _PLAIN else _encode(value)
    return told


def _decode(value: object, wanted: _Wanted, where: str) -> object:
    if wanted.each is not None and isinstance(value, list):
        each = wanted.each
        return tuple([_decode(one, each, f"{where}[{at}]") for at, one in enumerate(value)])
    if type(value) in wanted.plain:
        return value
    if isinstance(value, int) and not isinstance(value, bool) and float in wanted.plain:
        return float(value)
    kind = wanted.kind
    if kind is not None and issubclass(kind, StrEnum) and value in _values(kind):
        return kind(value)
    if kind is not None and not issubclass(kind, StrEnum) and isinstance(value, dict):
        return _decode_record(value, kind, where)
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
    if lacking := _needed(record) - given.keys():
        raise _refused(f"'{where}' lacks the field '{min(lacking)}'")
    made = {
        name: one
        if type(one) in hints[name].plain
        else _decode(one, hints[name], f"{where}.{name}")
        for name, one in given.items()
    }
    return record(**made)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a field may hold: a list of something, values of plain types, an enum or a record."""

    each: _Wanted | None = None
    plain: tuple[type, ...] = ()
    kind: type | None = None


_PLAIN = frozenset({str, int, bool, type(None)})
_PART = _Wanted(kind=Part)


def _wanted(hint: Any) -> _Wanted:
    if get_origin(hint) is tuple:
        return _Wanted(each=_wanted(get_args(hint)[0]))
    if isinstance(hint, type) and (issubclass(hint, StrEnum | Part) or is_dataclass(hint)):
        return _Wanted(kind=hint)
    return _Wanted(plain=get_args(hint) or (hint,))


@cache
def _hints(kind: Any) -> dict[str, _Wanted]:
    return {name: _wanted(hint) for name, hint in get_type_hints(kind).items()}


@cache
def _values(kind: type[StrEnum]) -> frozenset[str]:
    return frozenset(one.value for one in kind)


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((one.name, one.default) for one in fields(kind))


@cache
def _needed(kind: Any) -> frozenset[str]:
    return frozenset(name for name, default in _defaults(kind) if default is MISSING)


def _refused(why: str) -> RenderError:
    return RenderError(
        "A notebook output that claims to be a part of a report cannot be read.",
        why=why,
        hint="Run the notebook again with this version of plantrack_nb.",
    )
