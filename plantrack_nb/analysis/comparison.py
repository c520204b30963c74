"""A round beside an earlier one of the same district."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plantrack_nb.analysis.kept_rounds import KeptRound
from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.language import say
from plantrack_nb.core.records import gathered, rows
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.load.reading import Reading
from plantrack_nb.measures.places import NO_PLACES, Places
from plantrack_nb.measures.projects import status_of
from plantrack_nb.office.kept_rounds import round_before
from plantrack_nb.office.project import round_folder
from plantrack_nb.office.round_folder import Workplace
from plantrack_nb.year import Change, Identity, compare, identify
from plantrack_nb.year.confirmed import confirmed_pairs, identity_file, read_confirmed
from plantrack_nb.year.since_last_round import SinceLast


@dataclass(frozen=True)
class Comparison:
    """A round beside an earlier one of the same district.

    Parameters
    ----------
    before, after : KeptRound or GivenRound
        The two rounds, as they were kept, or as they were given.
    identity : Identity
        Which project is which; doubtful pairs are its candidates.
    changes : tuple of Change
        What has changed.
    finished : tuple of str
        Projects that are done now and were not, by their numbers now.
    """

    before: KeptRound | GivenRound
    after: KeptRound | GivenRound
    identity: Identity
    changes: tuple[Change, ...]
    finished: tuple[str, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """Names of the later round's projects by their numbers."""
        projects = self.after.round.projects
        return dict(zip(projects["project_no"], projects["name"], strict=True))

    @property
    def since(self) -> SinceLast:
        """What a report says of it."""
        return SinceLast(self.before.key, self.changes, self.finished)

    def __repr__(self) -> str:
        return f"{self.before.key} → {self.after.key}: {len(self.changes)} changes"


@dataclass(frozen=True)
class GivenRound:
    """A round that was read and not kept."""

    round: Round
    places: Places = NO_PLACES

    @property
    def key(self) -> RoundKey:
        """Which round it is."""
        return self.round.key


_Rounds = Workplace | KeptRound | Reading | Round


def compare_rounds(what: _Rounds, against: str | Reading | Round = "") -> Comparison | None:
    """Compare a round with an earlier one.

    Parameters
    ----------
    what : Workplace, KeptRound, Reading or Round
        The later round: one that was kept, or one just read.
    against : str, Reading or Round, optional
        The earlier one: ``"2565-q1"`` of those kept, or one just read; of a round that was kept,
        the latest before it by default.

    Returns
    -------
    Comparison or None
        None when no earlier round is kept and none was asked for.

    Raises
    ------
    ParameterError, SourceError
        ``against`` names no round, or one that was not run.
    """
    if not isinstance(against, str):
        return _of_given(_given(what), _given(against))
    if isinstance(what, Reading | Round):
        raise ParameterError(
            say(
                "รอบที่เพิ่งอ่านจากแฟ้มไม่มีรอบก่อนของตัวเอง",
                "A round that was only read has no earlier ones of its own.",
            ),
            where="compare_rounds",
            hint=say(
                "ให้รอบก่อนด้วย: compare_rounds(later, earlier)",
                "Give the earlier one as well: compare_rounds(later, earlier).",
            ),
        )
    after = what if isinstance(what, KeptRound) else KeptRound(what)
    here = after.here
    earlier = None if against else after.earlier
    if earlier is not None and earlier.known is not None:
        return _compared(_at(here, earlier.round.key), after, earlier.round, earlier.known)
    key = round_before(here.outputs, here.key, against)
    if key is None:
        return None
    before = _at(here, key)
    said = read_confirmed(identity_file(here.project.params, here.key))
    known = identify(before.round, after.round, confirmed_pairs(said, key))
    return _compared(before, after, before.round, known)


def _given(what: _Rounds) -> KeptRound | GivenRound:
    if isinstance(what, Workplace):
        return KeptRound(what)
    if isinstance(what, Reading):
        return GivenRound(what.round, what.located)
    return GivenRound(what) if isinstance(what, Round) else what


def _of_given(after: KeptRound | GivenRound, before: KeptRound | GivenRound) -> Comparison:
    known = identify(before.round, after.round, {})
    return _compared(before, after, before.round, known)


def _at(here: Workplace, key: RoundKey) -> KeptRound:
    return KeptRound(replace(here, key=key, folder=round_folder(here.outputs, key)))


def _compared(
    before: KeptRound | GivenRound,
    after: KeptRound | GivenRound,
    earlier: Round,
    known: Identity,
) -> Comparison:
    places = (before.places, after.places)
    changes = tuple(compare(earlier, after.round, known, places))
    was, now = _statuses(earlier), _statuses(after.round)
    finished = (
        no
        for no, status in now.items()
        if status == Status.DONE and no in known.same and was.get(known.same[no]) != Status.DONE
    )
    return Comparison(before, after, known, changes, tuple(finished))


def _statuses(of: Round) -> dict[str, str]:
    marks = gathered(rows(of.activities[["project_no", "status"]]), ["project_no"])
    return {no: status_of(one.status for one in some) for no, some in marks.items()}
