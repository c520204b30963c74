"""Which letters a text may hold: the one gate for all that comes in, and the one to a terminal.

No page, table or message can hold a control character, half a character or a code that is none:
they vanish, break the file, or act on a terminal. In a document that somebody sent they become
visible (:func:`seen`); in what people decide for the program they are refused (:func:`unseen`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from plantrack_nb.core.language import say

SHOWN_FOR_UNSEEN = "\ufffd"

_PERHAPS = re.compile("[^\t\n\r -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]")
"""Quick: finds all that is odd, and what lies beyond U+FFFF."""
_NONE = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_UNSEEN = re.compile(f"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONE}]")
_BREAK = re.compile("[\v\f\x1c-\x1e\x85]")
"""Ends a line in other programs."""
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_FIRST_HALF, _LAST_HALF = 0xD800, 0xDFFF
_ACTS = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Kinds of characters that a terminal may act on, or does not show."""


def seen(text: str) -> str:
    """Make visible what nobody can see: U+FFFD stands for it, other programs' line ends are plain.

    Two halves that belong together become their character.
    """
    if not _PERHAPS.search(text):
        return text
    return _UNSEEN.sub(SHOWN_FOR_UNSEEN, _BREAK.sub("\n", joined(text)))


def is_plain(text: str) -> bool:
    """Tell at little cost that a text holds nothing odd; one that is not plain may be well, too."""
    return not _PERHAPS.search(text)


def unseen(text: str) -> str:
    """Name the first character that nobody can see, as ``U+0007``; ``""`` when there is none."""
    if not _PERHAPS.search(text):
        return ""
    whole = joined(text)
    found = _UNSEEN.search(whole) or _BREAK.search(whole)
    if found is None:
        return ""
    code = ord(found[0])
    half = ", half a character" if _FIRST_HALF <= code <= _LAST_HALF else ""
    return f"U+{code:04X}{half}"


def refuse_unseen(values: Iterable[object]) -> None:
    """Raise a ValueError that names the first character nobody can see in texts among values."""
    for value in values:
        if isinstance(value, str) and (odd := unseen(value)):
            raise ValueError(
                say(f"มีอักขระที่มองไม่เห็น ({odd})", f"it holds a character that nobody can see ({odd})")
            )


def joined(text: str) -> str:
    """Join the two halves by which JSON and others write a character beyond U+FFFF."""
    return _PAIR.sub(_whole, text)


def spelt_out(text: str) -> str:
    r"""Spell out what a terminal could act on, as Python writes it (``\x1b``); lines stay."""
    if text.isprintable():
        return text
    return "".join(one if _is_plain(one) else _spelt(one) for one in text)


def spelt_in_json(text: str) -> str:
    r"""Write with ``\u`` what a terminal could act on in the text of a JSON document."""
    if text.isprintable():
        return text
    return "".join(one if _is_plain(one) else _in_json(one) for one in text)


def _whole(halves: re.Match[str]) -> str:
    return halves[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _is_plain(one: str) -> bool:
    return one in "\n\t" or unicodedata.category(one) not in _ACTS


def _spelt(one: str) -> str:
    return one.encode("unicode_escape").decode("ascii")


def _in_json(one: str) -> str:
    halves = one.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{halves[at : at + 2].hex()}" for at in range(0, len(halves), 2))
