"""What a document says of its round, wherever it says it."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack_nb.office.register import District


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a title says: of which part of a round's key, the value, the words, the place."""

    part: str
    value: object
    words: str
    ref: str
    raw: str = ""


@dataclass(frozen=True)
class Identity:
    """What a document's titles say of its round.

    Parameters
    ----------
    district : str or None
        The office's code; None when none is named, several are, or it has no code.
    fiscal_year, quarter : int or None
        None when no title says it, or titles say different ones.
    offices : tuple of District
        The offices that titles name, those without a code too.
    said : tuple of Said
        All that titles say, in their order.
    """

    district: str | None = None
    fiscal_year: int | None = None
    quarter: int | None = None
    offices: tuple[District, ...] = ()
    said: tuple[Said, ...] = ()

    def values(self, part: str) -> list[object]:
        """Return the different values that titles give a part of the key."""
        return list(dict.fromkeys(one.value for one in self.said if one.part == part))
