"""The help of all commands in Thai: words by words beside the English ones in the code."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from itertools import pairwise
from typing import Any

from plantrack_nb.core.language import Language, spoken

_PANELS = {
    "ARGUMENTS_PANEL_TITLE": "สิ่งที่ต้องบอก",
    "OPTIONS_PANEL_TITLE": "ตัวเลือก",
    "COMMANDS_PANEL_TITLE": "คำสั่ง",
}
_EXAMPLES, _EXAMPLES_TH = "Examples:", "ตัวอย่าง:"


def is_wanted(words: Sequence[str]) -> bool:
    """Tell whether a command line ends in help that is to be Thai."""
    asked = [language for option, language in pairwise(words)
             if option == "--lang"]  # fmt: skip
    asked += [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    language = asked[-1] if asked else spoken().value
    shows_help = not words or "--help" in words or set(words) <= {"--lang", *asked}
    return shows_help and language == Language.THAI.value


def speak_thai(command: Any) -> None:
    """Replace the help of a command, of those below it, and of their parameters."""
    from typer import rich_utils

    thai = catalogue()
    for one in _all(command):
        if one.help in thai:
            one.help = thai[one.help]
    for one in [command, *getattr(command, "commands", {}).values()]:
        if one.epilog:
            one.epilog = thai.get(one.epilog, one.epilog).replace(_EXAMPLES, _EXAMPLES_TH)
    rich_utils.REQUIRED_LONG_STRING = "[ต้องบอก]"
    for name, title in _PANELS.items():
        setattr(rich_utils, name, title)


def catalogue() -> Mapping[str, str]:
    """Return the Thai words of each help text."""
    held = resources.files("plantrack_nb.cli").joinpath("help_th.json").read_text("utf-8")
    read: dict[str, str] = json.loads(held)
    return read


def _all(command: Any) -> Iterator[Any]:
    for one in [command, *getattr(command, "commands", {}).values()]:
        yield one
        yield from (param for param in one.params if hasattr(param, "help"))
