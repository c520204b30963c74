"""The one place where tags are written: names from our code, everything else escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup, escape

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.formats import lines
from plantrack_nb.render.letters.break_marks import BREAK, in_phrases
from plantrack_nb.render.parts import Tone
from plantrack_nb.render.theme import TONES

_ENDS_BY_ITSELF = frozenset({"td", "th", "tr", "li"})
"""Elements that the next one ends; a page has four thousand of them."""

_NEARBY = re.compile(r"(?:\.\./)*\w[\w.-]*(?:/\w[\w.-]*)*", re.ASCII)


@dataclass
class Ids:
    """Hands out ids, so that no two parts of one page share one."""

    prefix: str = ""
    _count: int = field(default=0)

    def next(self, letter: str) -> str:
        """Return an id nobody else has on this page; no anchor has an underscore."""
        self._count += 1
        return f"{self.prefix}{letter}_{self._count}"

    @property
    def given(self) -> int:
        """How many ids were handed out or left out."""
        return self._count

    def skip(self, many: int) -> None:
        """Leave some numbers out."""
        self._count += many


def el(tag: str, *children: str | Markup, **attributes: str | int | None) -> Markup:
    """Write one element; ``class_`` stands for ``class``, ``aria_label`` for ``aria-label``."""
    end = "" if tag in _ENDS_BY_ITSELF else f"</{tag}>"
    return trusted(f"{_opening(tag, *attributes.items())}{join(children)}{end}")


def el_void(tag: str, **attributes: str | int | None) -> Markup:
    """Write an element that holds nothing."""
    return trusted(_opening.__wrapped__(tag, *attributes.items()))  # a picture is not remembered


def join(children: Iterable[str | Markup]) -> Markup:
    """Put children side by side, each a text to be written unless it is markup already."""
    return trusted("".join([one if type(one) is Markup else _text(one) for one in children]))


def broken(text: str) -> Markup:
    """Write a text with the line breaks it has."""
    if "\n" not in text:
        return _text(text)
    return trusted("<br>".join([_text(line) for line in lines(text)]))


@lru_cache(maxsize=8192)
def _text(text: str) -> Markup:
    """Escape a text, and say where its lines may break: the style sheet lets them nowhere else."""
    behind = BREAK if text[-1:] == " " else ""  # another text follows on the same line
    return trusted(str(escape(in_phrases(text) + behind)).replace(BREAK, "<wbr>"))


def trusted(markup: str) -> Markup:
    """Take what was put together here, of escaped pieces; ``Markup.format`` is ten times slower.

    A page has a hundred thousand pieces: ``Markup`` itself asks each whether it is something else.
    """
    return str.__new__(Markup, markup)


@lru_cache(maxsize=4096, typed=True)
def _opening(tag: str, *attributes: tuple[str, str | int | None]) -> str:
    """Write the opening tag; most cells of a table have that of another."""
    given = [
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes
        if value is not None
    ]
    return f"<{tag}{''.join(given)}>"


def link(text: str | Markup, target: str) -> Markup:
    """Write a link to a file near the page; a copy of the whole folder keeps it.

    Raises
    ------
    RenderError
        The target is no plain relative path: it could lead elsewhere or run as a script.
    """
    if not _NEARBY.fullmatch(target):
        raise RenderError(
            "A page may only link to files near it.",
            why=f"{target!r:.60} is no plain relative path",
            hint="Give a path such as '../index.html'.",
        )
    return el("a", text, href=target)


def mark(tone: Tone) -> Markup:
    """Write the shape that tells a tone without colour, named for those who cannot see it."""
    look = TONES[tone]
    if not look.mark:
        return Markup("")
    return el("span", look.mark, class_="mark", role="img", aria_label=look.name)
