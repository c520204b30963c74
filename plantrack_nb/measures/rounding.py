"""Whether a printed figure agrees with the exact one, however the office rounded it."""

from __future__ import annotations

import re

from plantrack_nb.thai.text import arabic_digits

HALF_SATANG = 0.005
"""By less than this two amounts are the same; a smaller percent is printed as none."""

_NUMBER = re.compile(r"\d+(?:\.(\d+))?")
_MOST_DECIMALS = 6
_FLOAT_ERROR = 1e-9


def agrees(printed: float, exact: float, step: float) -> bool:
    """Tell whether ``exact`` may be printed as ``printed`` in steps of ``step``.

    Half up, half to even and cutting are all accepted.
    """
    over = exact - printed
    return -step / 2 - _FLOAT_ERROR <= over < step + _FLOAT_ERROR


def span(printed: float, step: float) -> tuple[float, float]:
    """Return the least and the greatest percent that may be printed as ``printed``."""
    return printed - step / 2, printed + step


def step_of(value: float, text: str) -> float:
    """Return the unit of the last decimal with which ``value`` stands in ``text``.

    Where the text does not hold it (a workbook keeps the number only, and 9.05 may stand there as
    9.050000000000001), its own decimals count.
    """
    for found in _NUMBER.finditer(arabic_digits(text).replace(",", "")):
        if float(found[0]) == value and len(found[1] or "") <= _MOST_DECIMALS:
            return 10.0 ** -len(found[1] or "")
    decimals = f"{value:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2]
    return 10.0 ** -len(decimals)
