"""An office's own words of headings and statuses, laid over the built-in ones."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.vocabulary import ACTIVITY_STATUSES, STATUS_TH, Status
from plantrack_nb.load.layout.columns.heading_words import BUILT_IN, Concept, Lexicon
from plantrack_nb.load.layout.record import ROLE_TH, Role
from plantrack_nb.office.words import FILE, OwnWord, read_words
from plantrack_nb.thai.text import squeeze

_CONCEPTS = {
    Role.NUMBER: Concept.NUMBER,
    Role.CODE: Concept.CODE,
    Role.PROJECT: Concept.PROJECT,
    Role.STRATEGY: Concept.STRATEGY,
    Role.PLAN: Concept.PLAN_NAME,
    Role.TARGETS: Concept.TARGET,
    Role.INDICATORS: Concept.INDICATOR,
    Role.BUDGET: Concept.MONEY,
    Role.PLANNED: Concept.PLAN,
    Role.COMMITTED: Concept.COMMITTED,
    Role.DISBURSED: Concept.SPENT,
    Role.REMAINING: Concept.REMAINING,
    Role.PERCENT: Concept.PERCENT,
    Role.PROGRESS: Concept.PROGRESS,
    Role.ACTION: Concept.ACTIVITY,
    Role.OWNER: Concept.OWNER,
    Role.SOURCE: Concept.SOURCE,
    Role.OBSTACLE: Concept.OBSTACLE,
    Role.OTHER: Concept.REMARK,
}
_ROLES = {name: role for role in _CONCEPTS for name in (role.value, squeeze(ROLE_TH[role]).lower())}
_STATUSES = {
    name: status
    for status in ACTIVITY_STATUSES
    for name in (status.value, squeeze(STATUS_TH[status]))
}


def lexicon_of(params: Path | None) -> Lexicon:
    """Return the words to read an office's tables with.

    Parameters
    ----------
    params : Path or None
        The project's folder of parameters; its ``words.csv`` adds the office's own.

    Raises
    ------
    SourceError
        A word means nothing that there is.
    """
    path = params / FILE if params is not None else None
    if path is None or not path.is_file():
        return BUILT_IN
    own = read_words(path)
    if not own:
        return BUILT_IN
    headings: dict[str, Concept] = {}
    statuses: dict[str, Status] = {}
    for one in own:
        means = squeeze(one.means).lower()
        if means in _ROLES:
            headings[one.words] = _CONCEPTS[_ROLES[means]]
        elif means in _STATUSES:
            statuses[squeeze(one.words)] = _STATUSES[means]
        else:
            raise _unknown(one)
    return Lexicon(headings, statuses)


def _unknown(one: OwnWord) -> SourceError:
    known = [*(ROLE_TH[role] for role in _CONCEPTS), *(STATUS_TH[one] for one in ACTIVITY_STATUSES)]
    near = get_close_matches(one.means, known, n=1, cutoff=0.4)
    asked = say(f"หมายถึง “{near[0]}” หรือไม่ ", f"Did you mean “{near[0]}”? ") if near else ""
    return one.wrong(
        say(
            f"ความหมายของ “{one.words}” คือ “{one.means}” ซึ่งไม่มีในรายการ",
            f"“{one.words}” is said to mean “{one.means}”, which there is not.",
        ),
        asked + say("ใช้คำใดคำหนึ่ง: ", "Use one of: ") + ", ".join(known),
    )
