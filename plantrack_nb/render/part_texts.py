"""The words of parts: where every text passes once, whatever is made of the part.

HTML and PDF take a part as :func:`worded` gives it. What is to happen to each text that people read
(Thai digits now, places where a line may break) belongs here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from plantrack_nb.render.formats import in_thai_digits, long_date, month_and_year
from plantrack_nb.render.parts import Cover, Digits, Memo, Part

P = TypeVar("P", bound=Part)

_NAMES = frozenset({"anchor"})
"""Fields that nobody reads."""


def worded(part: P) -> P:
    """Return a part as it is read: dates written out, the digits it asks for."""
    made: Any = part
    if isinstance(part, Cover):
        made = replace(part, date=month_and_year(part.date))
    elif isinstance(part, Memo):
        made = replace(part, date=long_date(part.date))
    if getattr(part, "digits", Digits.ARABIC) is Digits.THAI:
        made = changed(made, in_thai_digits, but=_NAMES)
    read: P = made
    return read


def texts(value: object, *, but: Collection[str] = ()) -> Iterator[str]:
    """Yield the texts in a part, or in several, leaving out some fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one, but=but)
    elif is_dataclass(value):
        for name in _fields(value, but):
            yield from texts(getattr(value, name), but=but)


def changed(value: Any, change: Callable[[str], str], *, but: Collection[str] = ()) -> Any:
    """Return a part, or several, with each text changed, those of some fields apart."""
    if type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        return tuple(changed(one, change, but=but) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        held = ((name, getattr(value, name)) for name in _fields(value, but))
        return replace(value, **{name: changed(one, change, but=but) for name, one in held})
    return value


def _fields(part: Any, but: Collection[str]) -> list[str]:
    return [
        field.name
        for field in fields(part)
        if field.name not in but and field.metadata.get("said", True)
    ]
