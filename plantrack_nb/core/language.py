"""Which language messages to people are in: Thai for those who fill in Thai, English when asked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

VARIABLE = "PLANTRACK_LANG"
"""Environment variable that names the language, for workers and notebooks as well."""


class Language(StrEnum):
    """A language that messages are written in."""

    THAI = "th"
    ENGLISH = "en"


def speak(language: Language) -> None:
    """Write the messages that follow, here and in processes started from here, in a language."""
    os.environ[VARIABLE] = language.value


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Write the messages of the body in a language; that of before comes back behind it."""
    before = os.environ.get(VARIABLE)
    speak(language)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(VARIABLE, None)
        else:
            os.environ[VARIABLE] = before


def spoken() -> Language:
    """Return the language of messages: Thai unless another was asked for."""
    asked = os.environ.get(VARIABLE, "").lower()
    return Language.ENGLISH if asked.startswith(Language.ENGLISH.value) else Language.THAI


def say(thai: str, english: str) -> str:
    """Return the message in the language that is spoken."""
    return english if spoken() is Language.ENGLISH else thai
