"""What is known of a district before a round: the round before it, and sums of all the year's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.measures.totals import Totals
from plantrack_nb.year.identity import Identity


@dataclass(frozen=True)
class Earlier:
    """An earlier round beside the one that is looked at.

    Parameters
    ----------
    round : Round
        Its tables.
    confirmed : Mapping of str to str
        What people have said about who is who: numbers now to numbers then.
    totals : Mapping of RoundKey to Totals
        Projects and money of this and of still earlier rounds of the year, where they are kept.
    known : Identity, optional
        Who is who, where that is found already.
    """

    round: Round
    confirmed: Mapping[str, str] = field(default_factory=dict)
    totals: Mapping[RoundKey, Totals] = field(default_factory=dict)
    known: Identity | None = None


Past = Mapping[RoundKey, Earlier]
"""The latest earlier round of each round that has one."""

NO_PAST: Past = {}
"""Rounds that stand alone."""
