"""Find the head of a table: one to four rows whose words name its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plantrack_nb.containers.grid import Row
from plantrack_nb.load.layout.cells import BULLETS
from plantrack_nb.load.layout.columns.heading_levels import (
    LONGEST,
    Heading,
    heading_of,
    is_figure,
    level_of,
)
from plantrack_nb.load.layout.columns.heading_words import Concept, Lexicon
from plantrack_nb.load.layout.record import MONEY_ROLES, Role
from plantrack_nb.load.layout.titles import strategy_of
from plantrack_nb.thai.groups import canonical_group
from plantrack_nb.thai.numbers import is_awaiting, is_no_budget
from plantrack_nb.thai.text import arabic_digits, squeeze

_MOST_LEVELS = 4
_ENOUGH = 3
_SUBJECTS = {Role.PROJECT, Role.STRATEGY, Role.PLAN, Role.OWNER}
_MAY_BE_NAME = 0.5
_LISTED = re.compile(rf"[{BULLETS}]\s*\S|\(?\d")
_MATTERS = {Role.PROGRESS, Role.STATUS, Role.PERCENT, Role.TICK, Role.ACTION, Role.TARGETS}
_MATTERS |= {Role.INDICATORS, Role.OWNER, *MONEY_ROLES}
_KNOWN_SHARE = 0.6
_SHARE = re.compile(r"(?:ร้อยละ|%)[\d.,]+%?|[\d.,]+%")


@dataclass(frozen=True)
class Head:
    """A table's head: its rows and the headings of its columns, from the top down."""

    rows: tuple[Row, ...]
    paths: Mapping[int, tuple[str, ...]]
    headings: Mapping[int, Heading]

    @property
    def key(self) -> tuple[tuple[int, str], ...]:
        """The form in which two heads are the same."""
        return tuple(
            (at, squeeze("|".join(path))) for at, path in sorted(self.paths.items()) if any(path)
        )

    @property
    def words(self) -> frozenset[str]:
        """The headings without their places."""
        return frozenset(words for _, words in self.key)


def head_at(rows: Sequence[Row], at: int, lexicon: Lexicon) -> Head | None:
    """Read a head that begins in a row; None when none does."""
    if not _may_begin(rows[at], lexicon):
        return None
    levels = [rows[at]]
    best = _head(levels, lexicon)
    for row in rows[at + 1 : at + _MOST_LEVELS]:
        if not row.in_table or not _goes_on(levels, row, lexicon):
            break
        levels.append(row)
        best = _head(levels, lexicon) or best
    if best is None or _is_below_title(best, lexicon):
        return None
    end = at + len(best.rows)
    if end < len(rows) and counts_columns(rows[end].texts):
        return Head((*best.rows, rows[end]), best.paths, best.headings)
    return best


def _is_below_title(head: Head, lexicon: Lexicon) -> bool:
    """Tell whether the top row only titles the table: it spans number, names and money alike."""
    if len(head.rows) < 2:
        return False
    top, first = head.rows[0].cells[0].text, head.headings.get(0)
    inner = _head(head.rows[1:], lexicon) if top else None
    if inner is None or first is None or len(inner.paths.get(0, ())) != len(head.paths[0]) - 1:
        return False
    under = [at for at, path in head.paths.items() if path[:1] == (top,) and inner.paths.get(at)]
    roles = {role for at in under for role in inner.headings[at].roles}
    return (
        len(under) > 2 and bool(roles & {Role.NUMBER, Role.PROJECT}) and bool(roles & MONEY_ROLES)
    )


def counts_columns(texts: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns, as forms do under their head."""
    counts = [squeeze(arabic_digits(text)).strip("()[]") for text in texts if text.strip()]
    return len(counts) > _ENOUGH and counts == [str(at) for at in range(1, len(counts) + 1)]


def _may_begin(row: Row, lexicon: Lexicon) -> bool:
    """Tell at little cost whether a row can be the top of a head."""
    if not row.in_table:
        return False
    texts = [text for text in row.texts if text]
    if len(texts) < 2 or any(text[0].isdecimal() or len(text) > 2 * LONGEST for text in texts):
        return False
    if any(map(is_figure, texts)) or any(map(_LISTED.match, texts)):
        return False
    if any(is_awaiting(text) or is_no_budget(text) for text in texts):
        return False
    statuses = [text for text in texts if level_of(text, lexicon).status is not None]
    if len(statuses) == 1 or any(canonical_group(text) for text in texts):
        return False
    known = sum(1 for text in texts if _is_heading(text, lexicon))
    return known >= 2 or known >= max(1, _KNOWN_SHARE * len(texts))


def _is_heading(text: str, lexicon: Lexicon) -> bool:
    """Tell whether nearly all of a text is words of headings, and it is no value made of them."""
    if len(text) > 2 * LONGEST or not level_of(text, lexicon).is_known:
        return False
    return not _opens_section(text) and _SHARE.fullmatch(squeeze(arabic_digits(text))) is None


def _goes_on(levels: Sequence[Row], row: Row, lexicon: Lexicon) -> bool:
    """Tell whether a row names columns more finely: it fills blanks under headings that span."""
    filled = {at: text for at, text in enumerate(row.texts) if text}
    if not filled or any(is_figure(text) and len(text) > 3 for text in filled.values()):
        return False
    if any(is_figure(text) for text in filled.values()):
        return False
    if any(_opens_section(text) for text in filled.values()):
        return False
    if all(_is_unit(text, lexicon) for text in filled.values()):
        return all(_above(levels, at) or len(levels) > 1 for at in filled)
    return _is_finer(levels, filled, lexicon)


def _is_finer(levels: Sequence[Row], filled: Mapping[int, str], lexicon: Lexicon) -> bool:
    """Tell whether words stand below headings that span columns, nearly all of them known."""
    finer = [at for at in filled if not _above(levels, at)]
    spans = [at for at in filled if _above(levels, at) and not _above(levels, at + 1)]
    others = [at for at in filled if at not in finer and at not in spans]
    if not all(_is_of_money(_above(levels, at), lexicon) for at in (others if finer else filled)):
        return False
    if not finer:
        return all(_is_money(filled[at], lexicon) for at in filled)
    few = len(others) < len(finer) + len(spans)
    if not few or not all(_is_heading(filled[at], lexicon) for at in others):
        return False
    if len(filled) > 1 and all(_is_below_money(levels[-1], at, lexicon) for at in filled):
        return True  # words that stand below money alone name whose it is
    known = sum(
        1
        for text in filled.values()
        if level_of(text, lexicon).known >= 0.6 or _is_heading(text, lexicon)
    )
    return known >= _KNOWN_SHARE * len(filled)


def _is_below_money(level: Row, at: int, lexicon: Lexicon) -> bool:
    """Tell whether the heading over a column, or the nearest on its left, is one of money."""
    texts = [cell.text for cell in level.cells[: at + 1] if cell.text]
    return bool(texts) and _is_of_money(texts[-1], lexicon)


def _is_of_money(heading: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading is one of money, or of a year: others have no finer ones below."""
    roles = set(heading_of((heading,), lexicon).roles)
    return bool(roles) and roles <= {*MONEY_ROLES, Role.OTHER}


def _is_money(text: str, lexicon: Lexicon) -> bool:
    roles = set(heading_of((text,), lexicon).roles)
    return level_of(text, lexicon).is_known and bool(roles) and roles <= MONEY_ROLES


def _is_unit(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a text is a unit and no more: ``(บาท)`` below a heading of money."""
    level = level_of(text, lexicon)
    return level.known == 1 and level.period is None and set(level.concepts) == {Concept.BAHT}


def _opens_section(text: str) -> bool:
    """Tell whether a text is a strategy's heading, with its number or name."""
    line = strategy_of(text)
    return line is not None and bool(line.number or line.name)


def _above(levels: Sequence[Row], at: int) -> str:
    cells = levels[-1].cells
    if at < len(cells) and cells[at].text:
        return cells[at].text
    # a heading that is merged down over this level stands on one above it
    for row in levels[:-1]:
        if at < len(row.cells) and row.cells[at].text and not _has_finer(levels, at):
            return row.cells[at].text
    return ""


def _has_finer(levels: Sequence[Row], at: int) -> bool:
    """Tell whether a heading of an upper level spans columns that the last level names."""
    last = levels[-1].cells
    following = range(at + 1, max(len(row.cells) for row in levels))
    for other in following:
        if any(other < len(row.cells) and row.cells[other].text for row in levels[:-1]):
            return False
        if other < len(last) and last[other].text:
            return True
    return False


def _head(levels: Sequence[Row], lexicon: Lexicon) -> Head | None:
    paths = _paths(levels)
    headings = {at: heading_of(path, lexicon) for at, path in paths.items()}
    first = [max(one.roles, key=one.roles.__getitem__) for one in headings.values() if one.roles]
    roles = set(first)
    named = [at for at, path in paths.items() if any(path)]
    known = sum(1 for at in named if headings[at].roles)
    enough = len(roles) >= _ENOUGH or (len(roles) == 2 and roles & MONEY_ROLES and len(first) > 3)
    subject = roles & _SUBJECTS or any(
        one.roles.get(Role.PROJECT, 0) >= _MAY_BE_NAME for one in headings.values()
    )
    spelt = sum(1 for at in named if _is_spelt(paths[at], lexicon))
    good = (
        enough and subject and roles & _MATTERS and min(known, spelt) >= _KNOWN_SHARE * len(named)
    )
    return Head(tuple(levels), paths, headings) if good else None


def _is_spelt(path: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether a path is of words of headings; below money any may stand last."""
    *above, _ = path
    known = above if above and _is_of_money(above[-1], lexicon) else path
    return all(_is_heading(text, lexicon) for text in known)


def _paths(levels: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    width = max(len(row.cells) for row in levels)
    return {at: _path(levels, at) for at in range(width)}


def _path(levels: Sequence[Row], at: int) -> tuple[str, ...]:
    """Gather the headings over a column; an empty cell has that of the one spanning it."""
    path: list[str] = []
    for depth, row in enumerate(levels):
        text = row.cells[at].text if at < len(row.cells) else ""
        below = any(at < len(lower.cells) and lower.cells[at].text for lower in levels[depth + 1 :])
        if not text and below:
            text = _spanning(levels, depth, at)
        if text:
            path.append(text)
    return tuple(path)


def _spanning(levels: Sequence[Row], depth: int, at: int) -> str:
    """Find the heading on the left that spans a column: blanks between them, named below."""
    row = levels[depth]
    merged = any(cell.note.startswith("merged") for cell in row.cells)
    for left in range(at, -1, -1):
        cell = row.cells[left] if left < len(row.cells) else None
        if cell is not None and cell.text:
            named = any(
                left < len(lower.cells) and lower.cells[left].text for lower in levels[depth + 1 :]
            )
            return cell.text if named or merged else ""
        if merged and cell is not None and not cell.note.startswith("merged"):
            return ""
        if any(left < len(upper.cells) and upper.cells[left].text for upper in levels[:depth]):
            return ""  # another heading begins here, one level up
    return ""
