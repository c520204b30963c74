"""Titles of another office or round, and what speaks against the file: noted, kept as claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plantrack_nb.containers.grid import DOUBT, Grid
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.load.identity import Identity, Said
from plantrack_nb.office.register import Register

_PARTS = {
    "district": ("สำนักงาน", "office"),
    "fiscal_year": ("ปีงบประมาณ", "fiscal year"),
    "quarter": ("ไตรมาส", "quarter"),
}
Record = Mapping[str, object]


def other_titles(said: Identity, key: RoundKey) -> Iterator[Said]:
    """Yield what titles say of another round, each once, where none names the one that is read."""
    for part in _PARTS:
        asked = getattr(key, part)
        values = said.values(part)
        if values and asked not in values:
            yield from {one.value: one for one in said.said if one.part == part}.values()


def disagreements(said: Identity, key: RoundKey, register: Register) -> list[str]:
    """Say which titles name another round."""
    return [_note(one, key, register) for one in other_titles(said, key)]


def title_claims(said: Identity, key: RoundKey, register: Register) -> list[Record]:
    """Keep them as claims, for ``check`` to tell."""
    return [_claim(one, key, register) for one in other_titles(said, key)]


def doubt_claims(grid: Grid) -> list[Record]:
    """Keep what the container found doubtful about the file, for ``check`` to tell."""
    doubts = (note.removeprefix(DOUBT) for note in grid.notes if note.startswith(DOUBT))
    return [
        {
            "kind": ClaimKind.SOURCE.value,
            "subject": f"doubt={nth}",
            "value": None,
            "unit": "",
            "text": one,
            "source_ref": "",
            "raw": "",
        }
        for nth, one in enumerate(doubts, 1)
    ]


def _note(one: Said, key: RoundKey, register: Register) -> str:
    thai, english = _PARTS[one.part]
    asked, found = _shown(one.part, getattr(key, one.part), register), _found(one, register)
    return say(
        f"ชื่อเหนือตาราง ({one.ref}) เขียนว่าเป็น{thai} {found} แต่อ่านเป็น {asked} ตามที่ขอ",
        f"A title ({one.ref}) says {english} {found}; it was read as {asked}, which was asked for.",
    )


def _claim(one: Said, key: RoundKey, register: Register) -> Record:
    asked = _shown(one.part, getattr(key, one.part), register)
    value = float(one.value) if isinstance(one.value, int) else None
    return {
        "kind": ClaimKind.TITLE.value,
        "subject": f"title={one.part}; asked={asked}; said={_found(one, register)}",
        "value": value,
        "unit": "",
        "text": one.words,
        "source_ref": one.ref,
        "raw": one.raw,
    }


def _found(one: Said, register: Register) -> str:
    shown = _shown(one.part, one.value, register)
    return shown or one.words


def _shown(part: str, value: object, register: Register) -> str:
    if part != "district":
        return str(value)
    area = register.by_code(str(value)) if value else None
    return area.name if area is not None else str(value or "")
