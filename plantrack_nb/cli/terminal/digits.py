"""Numbers typed with Thai digits: only where a command wants a number, never in a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

_THAI = re.compile("[๐-๙]")


def with_arabic_numbers(words: Sequence[str], commands: Mapping[str, Any]) -> list[str]:
    """Write the numbers of a command line with Arabic digits.

    Parameters
    ----------
    words : sequence of str
        The command line.
    commands : mapping
        The commands there are, by name, each with its ``params``.
    """
    if not _THAI.search(" ".join(words)):
        return [*words]
    from plantrack_nb.thai.text import arabic_digits

    command = next((commands[word] for word in words if word in commands), None)
    params = [] if command is None else command.params
    wanted = {
        name
        for one in params
        if one.type_descriptor.annotation in {int, float}
        for name in one.opts
    }
    said: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        name, equals, value = word.partition("=")
        if before in wanted:
            said.append(arabic_digits(word))
        elif equals and name in wanted:
            said.append(f"{name}={arabic_digits(value)}")
        else:
            said.append(word)
    return said
