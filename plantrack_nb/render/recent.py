"""What was made last and is soon wanted again: a part drawn for a cell, and for the page after it.

It is held by the process that made it, beside the files, and only so much of it; whoever makes
many documents forgets it after each.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
_ALL: list[Recent[Any, Any]] = []


class Recent(Generic[K, V]):
    """The last things put in, by a key; the oldest goes first.

    Parameters
    ----------
    most : int
        How many are held.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: dict[K, V] = {}
        _ALL.append(self)

    def get(self, key: object) -> V | None:
        """Return what is held under a key; None when nothing is."""
        held: dict[Any, V] = self._held
        return held.get(key) if isinstance(key, str | int) else None

    def put(self, key: K, value: V) -> None:
        """Hold something under a key."""
        self._held[key] = value
        if len(self._held) > self._most:
            del self._held[next(iter(self._held))]

    def clear(self) -> None:
        """Hold nothing any more."""
        self._held.clear()


def forget() -> None:
    """Forget everything that any of them holds."""
    for one in _ALL:
        one.clear()
