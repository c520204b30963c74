"""Headings that fit their levels, anchors that are one of a kind, and contents that find theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import CONTENTS_TH, MEMO_TH

_PART = 2
_ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
_OWN_HEADING = {p.Memo: MEMO_TH, p.Contents: CONTENTS_TH}
"""Parts that bring a second-level heading of their own."""


def walk(parts: Iterable[p.Part]) -> Iterator[p.Part]:
    """Yield every part, and after each the parts inside it."""
    for part in parts:
        yield part
        if isinstance(part, p.Box):
            yield from walk(part.body)


def settle(parts: Iterable[p.Part]) -> tuple[tuple[p.Part, ...], tuple[p.Heading, ...]]:
    """Give every heading an anchor and a level that skips none; return the parts and the headings.

    Raises
    ------
    RenderError
        If an anchor is malformed or there twice, or the contents name one that is not there.
    """
    given = [*parts]
    taken = _anchors(given)
    free = (name for at in count(1) if (name := f"s{at}") not in taken)
    outline: list[p.Heading] = []
    numbered = tuple(_numbered(part, outline, free) for part in given)
    _require_targets(given, taken)
    return tuple(_completed(part, outline) for part in numbered), tuple(outline)


def _completed(part: p.Part, outline: list[p.Heading]) -> p.Part:
    """Add to the contents the parts behind them that they do not name."""
    if not isinstance(part, p.Contents):
        return part
    named = {one.target for one in part.entries}
    at = next(at for at, one in enumerate(outline) if one.anchor == part.anchor)
    rest = (one for one in outline[at + 1 :] if one.level == _PART and one.anchor not in named)
    more = (p.ContentsEntry(one.text, one.anchor) for one in rest)
    return replace(part, entries=(*part.entries, *more))


def _numbered(part: p.Part, outline: list[p.Heading], free: Iterator[str]) -> p.Part:
    if isinstance(part, p.Heading):
        deepest = outline[-1].level + 1 if outline else 2
        level = min(max(part.level, 2), deepest, 4)
        made = replace(part, level=level, anchor=part.anchor or next(free))
        outline.append(made)
        return made
    if isinstance(part, p.Memo | p.Contents):
        owner = replace(part, anchor=part.anchor or next(free))
        outline.append(p.Heading(_OWN_HEADING[type(part)], 2, owner.anchor))
        return owner
    if isinstance(part, p.Box):
        body = tuple(_numbered(one, outline, free) for one in part.body)
        box: Any = part
        filled: p.Part = replace(box, body=body)
        return filled
    return part


def _anchors(parts: Iterable[p.Part]) -> set[str]:
    """Collect the anchors that were given."""
    taken: set[str] = set()
    for part in walk(parts):
        for name in _anchors_in(part):
            if not _ANCHOR.fullmatch(name) or name in taken:
                raise RenderError(
                    "A place in the report cannot be named.",
                    where=f"anchor {name!r:.60}",
                    why="it is there twice" if name in taken else "it may not be an anchor",
                    hint="Use small Latin letters, digits and hyphens, and each name once.",
                )
            taken.add(name)
    return taken


def _anchors_in(part: p.Part) -> list[str]:
    if isinstance(part, p.Heading | p.Memo | p.Contents):
        return [part.anchor] if part.anchor else []
    return [row.anchor for row in part.rows if row.anchor] if isinstance(part, p.Table) else []


def _require_targets(parts: Iterable[p.Part], taken: set[str]) -> None:
    for part in walk(parts):
        for entry in part.entries if isinstance(part, p.Contents) else ():
            if entry.target not in taken:
                raise RenderError(
                    "The contents name a place that is not in the report.",
                    where=f"{entry.text[:80]!r}",
                    why=f"nothing has the anchor {entry.target!r:.60}",
                    hint="Give the heading or the table's group row this anchor.",
                )
