"""Outlines of shapes as one language: moved to where they stand, so that they can be joined."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PIECE = re.compile(r"([MLHVCSQTAZmlhvcsqtaz])([^MLHVCSQTAZmlhvcsqtaz]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TAKES = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}
_ARC_END = 5
"""The first five numbers of an arc say how it bends, the last two where it ends."""


def outline(name: str, form: Mapping[str, str], right: float, down: float) -> str | None:
    """Return the outline of a shape that is moved; None of one that has to be drawn as it is."""
    numbers = {key: float(value or 0) for key, value in form.items() if key != "d"}
    if name == "path":
        return _moved(form["d"], right, down)
    if name == "line":
        ends = [(numbers.get("x1", 0), numbers.get("y1", 0)),
                (numbers.get("x2", 0), numbers.get("y2", 0))]  # fmt: skip
        return "L".join(f"{_short(x + right)},{_short(y + down)}" for x, y in ends).join(("M", ""))
    if name == "rect" and not {"rx", "ry"} & form.keys():
        x, y = numbers.get("x", 0) + right, numbers.get("y", 0) + down
        wide, high = _short(numbers.get("width", 0)), _short(numbers.get("height", 0))
        return f"M{_short(x)},{_short(y)}h{wide}v{high}h-{wide}Z"
    return None


def _moved(path: str, right: float, down: float) -> str | None:
    said: list[str] = []
    for letter, inside in _PIECE.findall(path):
        numbers = [float(one) for one in _NUMBER.findall(inside)]
        if letter == "m" and not said:
            letter = "M"  # noqa: PLW2901 - from nowhere there is only one way
        takes = _TAKES[letter.upper()]
        if takes and len(numbers) % takes:
            return None  # arcs may write their flags without a blank
        if letter.isupper():
            numbers = [
                one + _step(letter, at % takes, right, down) for at, one in enumerate(numbers)
            ]
        said.append(letter + ",".join(map(_short, numbers)))
    return "".join(said)


def _step(letter: str, at: int, right: float, down: float) -> float:
    """Return how far one number of an absolute command moves."""
    if letter == "H":
        return right
    if letter == "V":
        return down
    if letter == "A" and at < _ARC_END:
        return 0.0
    across = (at - _ARC_END if letter == "A" else at) % 2 == 0
    return right if across else down


def _short(number: float) -> str:
    return f"{round(number, 2) + 0:g}" if abs(number) < 1e5 else f"{number:.2f}"
