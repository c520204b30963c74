"""What ``plantrack run`` is asked for, as it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.run.notebook import Engine


@dataclass(frozen=True)
class Asked:
    """What the command line asks for; None or empty where it says nothing."""

    round_file: Path | None = None
    year: int | None = None
    quarter: int | None = None
    districts: tuple[str, ...] = ()
    everyone: bool = False
    due: bool = False
    inputs: Path | None = None
    out: Path | None = None
    formats: str | None = None
    engine: Engine = Engine.PLANTRACK
    show_persons: bool = False
    jobs: int | None = None

    @property
    def names_a_round(self) -> bool:
        """True when a round is given, by a file or by options."""
        options = (self.round_file, self.year, self.quarter)
        named = self.due or self.everyone or bool(self.districts) or any(map(_given, options))
        return named or self.source is not None

    @property
    def source(self) -> Path | None:
        """The one file that is to be read; it may say itself which round it is of."""
        return self.inputs if self.inputs is not None and self.inputs.is_file() else None

    @property
    def leaves_open(self) -> bool:
        """True when one file is to be read, and options do not say all of its round."""
        if self.source is None or self.round_file is not None or self.everyone:
            return False
        no_time = not self.due and None in {self.year, self.quarter}
        return no_time or not self.districts


def _given(value: object) -> bool:
    return value is not None
