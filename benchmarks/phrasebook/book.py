"""Read the phrase book.

A wording holds one place in square brackets: ``[88|78]`` is right as 88, wrong as 78; a figure in
braces may be named instead of it, where nobody can tell which of them is wrong. Cells beside
the text stand before it: ``targets=ครู 84 คน ‖ text=…``; ``⏎`` breaks a line within a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

QUIET = "quiet"
"""Correct sentences without a wrong twin."""
FOLDER = Path(__file__).parent / "phrases"
MORE = "more"
"""Folder of wordings written while the rules were mended: all of them are open."""
DOCUMENTS = {"memo": "MEMO", "tables": "TABLE"}
"""Kinds that stand in a document of their own, and the place of its frame where they stand."""
_PAIR = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
_ALSO = re.compile(r"\{([^}]*)\}")
_FIELD = re.compile(r"(targets|indicators|budget|disbursed|status|text)=(.*)", re.DOTALL)
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Phrase:
    """One wording.

    Parameters
    ----------
    kind : str
        Its file.
    number : int
        Its place in the file, from 1.
    pattern : str
        The wording with its brackets.
    """

    kind: str
    number: int
    pattern: str

    @property
    def is_open(self) -> bool:
        """Tell whether it may be looked at by whoever mends the rules."""
        return self.number % 2 == 1

    def cells(self, *, right: bool) -> Mapping[str, str]:
        """Return its cells, with the right figure or the wrong one."""
        said = _PAIR.sub(lambda one: one[1] if right else one[2], self.pattern)
        said = _ALSO.sub(lambda one: one[1], said)
        cells: dict[str, str] = {}
        for part in said.replace("⏎", "\n").split(" ‖ "):
            field = _FIELD.fullmatch(part)
            name, words = (field[1], field[2]) if field else ("text", part)
            cells[name] = words
        return cells

    @property
    def figures(self) -> set[str]:
        """The right and the wrong words of its one place, and others that a finding may name."""
        pair = _PAIR.search(self.pattern)
        also = {one[1] for one in _ALSO.finditer(self.pattern)}
        return also | ({one.strip() for one in pair.groups()} if pair else set())


@cache
def phrases(kind: str) -> tuple[Phrase, ...]:
    """Return the wordings of a kind in the order of its file, then those that were added."""
    own = [Phrase(kind, at, one) for at, one in enumerate(_said(kind, FOLDER), 1)]
    first = len(own) + 1 + len(own) % 2
    more = enumerate(_said(kind, FOLDER / MORE))
    return (*own, *(Phrase(kind, first + 2 * at, one) for at, one in more))


def _said(kind: str, folder: Path) -> list[str]:
    path = folder / f"{kind}.txt"
    if not path.is_file():
        return []
    said = path.read_text(encoding="utf-8")
    apart = said.split("\n====\n") if kind == "tables" else said.splitlines()
    return [*filter(str.strip, apart)]


def kinds() -> Iterator[str]:
    """Name the kinds of wordings that have a wrong twin."""
    names = {file.stem for folder in (FOLDER, FOLDER / MORE) for file in folder.glob("*.txt")}
    yield from sorted(names - {QUIET, "frame"})


def frame_with(place: str, words: str) -> str:
    """Return the text of a whole document with these words in one of its places."""
    said = (FOLDER / "frame.txt").read_text(encoding="utf-8")
    for other in DOCUMENTS.values():
        said = said.replace(other, words.replace("⏎", "\n") if other == place else "")
    return said
