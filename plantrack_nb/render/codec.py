"""Parts to JSON and back, strictly: an unknown name, a missing field or a wrong type is refused."""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.parts import KINDS, Part
from plantrack_nb.render.recent import Recent

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
    changed: list[object] = []
    told = _told(part, _PART, changed)
    text = f'{{"version":{VERSION},"part":{told}}}'
    if not changed:
        RECENT.put(text, part)
    return text


def from_text(text: object) -> Part:
    """Rebuild the part that :func:`to_text` wrote.

    Raises
    ------
    RenderError
        If the text is of another version, or not one of ours.
    """
    known = RECENT.get(text)
    if known is not None:
        return known
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


def _told(value: Any, wanted: _Wanted, changed: list[object]) -> str:
    """Write a value as JSON; ``changed`` takes up what would come back as something else."""
    kind = type(value)
    if kind is tuple and wanted.each is not None:
        each = wanted.each
        return f"[{','.join([_told(one, each, changed) for one in value])}]"
    if kind is str or kind is float or kind in _PLAIN:
        if kind not in wanted.plain:
            changed.append(value)
        return _plain(value)
    if kind is not wanted.kind and KINDS.get(kind.__name__) is not kind:
        changed.append(value)
    if isinstance(value, str | float):
        return _plain(str(value) if isinstance(value, str) else float(value))
    if isinstance(value, tuple):
        changed.append(value)
        return f"[{','.join([_told(one, _ANYTHING, changed) for one in value])}]"
    return _record(value, changed) if is_dataclass(kind) else _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if type(value) in _PLAIN or (isinstance(value, float) and isfinite(value)):
        return json.dumps(value)
    raise RenderError(
        "A part holds a value that no document can show.",
        why=f"{value!r:.60} is {type(value).__name__}",
        hint="Give text, a finite number or None.",
    )


def _record(record: Any, changed: list[object]) -> str:
    """Write the fields that are not as they are anyway, so that a large table stays small."""
    kind: Any = type(record)
    told = [f'"kind":"{kind.__name__}"'] if issubclass(kind, Part) else []
    for name, default, wanted in _shape(kind):
        value = getattr(record, name)
        if value is default:
            continue
        if value != default:
            told.append(f'"{name}":{_told(value, wanted, changed)}')
        elif type(value) is not type(default) or value == 0:  # -0.0 is no 0.0
            changed.append(value)
    return f"{{{','.join(told)}}}"


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
_ANYTHING = _Wanted()
RECENT: Recent[str, Part] = Recent(128)
"""Parts that were written here last, by their text, as they would be read."""


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
def _shape(kind: Any) -> tuple[tuple[str, Any, _Wanted], ...]:
    hints = _hints(kind)
    return tuple((name, default, hints[name]) for name, default in _defaults(kind))


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
