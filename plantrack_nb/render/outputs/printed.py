"""What a cell prints, as text a report can hold."""

from __future__ import annotations

import re

from plantrack_nb.render import parts as p

_COLOURS = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_MOST_LINES = 500
_ADDRESS = re.compile(r"<[^<>]*\bat 0x[0-9a-fA-F]+>|^<[^<>\n]+>$")


def printed(text: str) -> list[p.Part]:
    """Return printed text as a part; none when nothing is to be seen.

    Colours go, a line that was written over is shown as it was left, and of more lines than a
    report can bear the first are shown with the number of the rest.
    """
    shown = _COLOURS.sub("", text).replace("\r\n", "\n")
    lines = [_UNSEEN.sub("", line.rstrip("\r").rpartition("\r")[2]) for line in shown.split("\n")]
    said = "\n".join(line.rstrip() for line in lines).strip("\n")
    if not said.strip():
        return []
    lines = said.split("\n")
    made: list[p.Part] = [p.Printed("\n".join(lines[:_MOST_LINES]))]
    if len(lines) > _MOST_LINES:
        more = len(lines) - _MOST_LINES
        made.append(p.Paragraph(f"แสดง {_MOST_LINES:,} บรรทัดแรก ยังมีอีก {more:,} บรรทัด"))
    return made


def is_only_a_name(text: str) -> bool:
    """Tell whether a value's text merely names an object, e.g. ``<Axes: title='x'>``."""
    return bool(_ADDRESS.search(text.strip().strip("[]")))
