"""Collect every fault of a workbook and report them together: never half a round."""

from __future__ import annotations

from plantrack_nb.core.errors import SchemaError

_SHOWN = 20


class Faults:
    """What is wrong in one workbook, in the order it was met."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._lines: list[str] = []

    def add(self, where: str, why: str, allowed: str) -> None:
        """Note a fault: the sheet or cell, what stands there, what to do."""
        self._lines.append(f"{where}: {why}; {allowed}")

    def raise_if_any(self) -> None:
        """Raise one error that lists the faults.

        Raises
        ------
        SchemaError
            There is at least one fault.
        """
        if not self._lines:
            return
        count = len(self._lines)
        rest = [f"… and {count - _SHOWN} more"] if count > _SHOWN else []
        raise SchemaError(
            f"The round workbook has {count} fault{'s' if count > 1 else ''};"
            " nothing was read from it.",
            where=self._file,
            why="\n         ".join([*self._lines[:_SHOWN], *rest]),
            hint="Correct these cells in the workbook, save it, and read it again.",
        )
