"""Change the register of waivers: add an entry, or take one out; comments and order stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import yaml

from plantrack_nb.check.waivers import Waiver, WaiverFile, read_waivers
from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.files import present, write_text
from plantrack_nb.core.language import say
from plantrack_nb.core.locks import changing
from plantrack_nb.office.strict_yaml import compose_yaml, parse_yaml

_KEY = re.compile(r"^waivers:.*$", re.MULTILINE)
_NONE = "waivers: []"
_COMMENT = re.compile(r"^\s*(?:#|$)")


def add_waiver(path: Path, waiver: Waiver) -> bool:
    """Add a waiver at the end of the register, which is made when there is none.

    Returns
    -------
    bool
        False when it stood there already.

    Raises
    ------
    ParameterError, SourceError
        The register cannot be read; it is left as it is.
    OutputError
        It cannot be written, is laid out in a way that only people can change, or somebody
        else is changing it.
    """
    with changing(path):
        known = read_waivers(path) if present(path) else ()
        if waiver in known:
            return False
        lines = _lines(path) if present(path) else [_NONE]
        if entries := _entries(path, lines):
            indent = len(lines[entries[0][0]]) - len(lines[entries[0][0]].lstrip())
            at = entries[-1][1]
        else:
            indent, at = 2, _behind_key(path, lines)
            lines[at - 1] = "waivers:"
        _write(path, [*lines[:at], *_entry(waiver, indent), *lines[at:]], (*known, waiver))
    return True


def remove_waiver(path: Path, waiver: Waiver) -> bool:
    """Take a waiver out of the register again; return False when it does not stand there.

    Raises
    ------
    ParameterError, SourceError
        The register cannot be read; it is left as it is.
    OutputError
        It cannot be written, is laid out in a way that only people can change, or somebody
        else is changing it.
    """
    with changing(path):
        known = read_waivers(path) if present(path) else ()
        if waiver not in known:
            return False
        lines = _lines(path)
        at = known.index(waiver)
        begin, end = _entries(path, lines)[at]
        kept = [*lines[:begin], *lines[end:]]
        if len(known) == 1:
            kept = [_KEY.sub(_NONE, line) for line in kept]
        _write(path, kept, (*known[:at], *known[at + 1 :]))
    return True


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig").split("\n")


def _behind_key(path: Path, lines: list[str]) -> int:
    for at, line in enumerate(lines, 1):
        if _KEY.match(line):
            return at
    raise _unusual(path)


def _entries(path: Path, lines: list[str]) -> list[tuple[int, int]]:
    """First line of each entry and the line behind it, comments before the next left out."""
    root = compose_yaml("\n".join(lines))
    assert isinstance(root, yaml.MappingNode)
    found = next((value for key, value in root.value if key.value == "waivers"), None)
    if not isinstance(found, yaml.SequenceNode) or not found.value:
        return []
    if found.flow_style or any(node.flow_style for node in found.value):
        raise _refusal(
            path,
            say("รายการอยู่ในวงเล็บ", "its entries stand between brackets"),
            say(
                "เขียนแต่ละรายการเป็นบรรทัดของตัวเองที่ขึ้นต้นด้วย “- ”",
                "Write each waiver as lines of their own that begin with '- '.",
            ),
        )
    starts = [_start(lines, node.start_mark.line) for node in found.value]
    return [
        (start, _end(lines, stop))
        for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]


def _start(lines: list[str], first: int) -> int:
    """Find the line with an entry's dash, which may stand before its first word."""
    while not lines[first].lstrip().startswith("-"):
        first -= 1
    return first


def _end(lines: list[str], stop: int) -> int:
    while _COMMENT.match(lines[stop - 1]):
        stop -= 1
    return stop


def _entry(waiver: Waiver, indent: int) -> list[str]:
    """Write an entry, every text between double quotes."""
    values = {name: str(value) for name, value in waiver if value}
    values["until"] = waiver.until.isoformat()
    lines = [f"{name}: {_quoted(text)}" for name, text in values.items()]
    blank = " " * indent
    return [f"{blank}- {lines[0]}", *(f"{blank}  {line}" for line in lines[1:])]


def _quoted(text: str) -> str:
    """Write a text as YAML's double quotes want it; what cannot be seen is escaped."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"


def _write(path: Path, lines: list[str], meant: Sequence[Waiver]) -> None:
    """Write the register if it reads as meant: YAML may be laid out in ways not thought of."""
    text = "\n".join(lines).rstrip("\n") + "\n"
    if _held(text) != tuple(meant):
        raise _unusual(path)
    write_text(path, text)


def _held(text: str) -> tuple[Waiver, ...] | None:
    try:
        return WaiverFile.model_validate(parse_yaml(text)).waivers or ()
    except (yaml.YAMLError, ValueError):
        return None


def _unusual(path: Path) -> OutputError:
    return _refusal(
        path,
        say(
            "คำว่า waivers: ไม่ได้อยู่ต้นบรรทัดเพียงคำเดียว",
            "'waivers:' does not stand alone at the beginning of a line",
        ),
        say(
            "เขียน waivers: [] เป็นบรรทัดเดียว รายการจะเติมต่อท้ายให้",
            "Write 'waivers: []' as a line of its own; entries are then added below it.",
        ),
    )


def _refusal(path: Path, why: str, hint: str) -> OutputError:
    what = say("แก้ทะเบียนข้อยกเว้นที่นี่ไม่ได้", "The register of waivers cannot be changed here.")
    return OutputError(what, where=str(path), why=why, hint=hint)
