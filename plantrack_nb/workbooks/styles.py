"""How cells look: one style for each thing that a cell can be, in every workbook."""

from __future__ import annotations

from typing import TypeAlias

Style: TypeAlias = frozenset[tuple[str, str | int | bool]]
"""Properties of a cell's format, in the words of the library that writes them."""

UNSTYLED: Style = frozenset()


def style(based: Style = UNSTYLED, **own: str | int | bool) -> Style:
    """Put properties on top of another style."""
    return frozenset((dict(based) | own).items())


FONT = "Tahoma"
"""On every office's machine, and has Thai."""

BASE = style(font_name=FONT, font_size=10, valign="top")
TITLE = style(BASE, bold=True, font_size=14)
SECTION = style(BASE, bold=True, font_size=11, font_color="#1F4E79")
LABEL = style(BASE, bold=True)
STRONG = style(LABEL, text_wrap=True)
PLAIN = style(BASE, text_wrap=True)

# The round workbook: what must be filled in, what may be, and where the values come from.
_HEAD = style(STRONG, border=1, border_color="#7F8FA3")
HEAD_REQUIRED = style(_HEAD, bg_color="#1F4E79", font_color="#FFFFFF")
HEAD_OPTIONAL = style(_HEAD, bg_color="#D6E3F0", font_color="#1F2937")
HEAD_SOURCE = style(_HEAD, bg_color="#E3E3E3", font_color="#595959")
SOURCE = style(BASE, num_format="@", bg_color="#F5F5F5", font_color="#595959")
_KEY = style(BASE, border=1, bg_color="#FFF8DC", align="left")
KEY_TEXT, KEY_NUMBER = style(_KEY, num_format="@"), style(_KEY, num_format="0")

# A form: what stands is closed, what is doubted has a colour, what is to be filled is open.
STANDING = style(BASE, border=1, border_color="#BFC7D1")
TEXT = style(STANDING, text_wrap=True, num_format="@")
QUIET = style(STANDING, num_format="@", font_color="#7A7A7A")
CLOSED = style(STANDING, bg_color="#EDEDED")
DOUBTED = style(STANDING, bg_color="#FCD9B6", bold=True)
ENTRY = style(STANDING, bg_color="#FFF6CC", locked=False)
ENTRY_TEXT = style(ENTRY, text_wrap=True, num_format="@")
_FORM_HEAD = style(STANDING, bold=True, text_wrap=True)
HEAD_STANDING = style(_FORM_HEAD, bg_color="#D6E3F0")
HEAD_ENTRY = style(_FORM_HEAD, bg_color="#1F4E79", font_color="#FFFFFF")

# Rows taken out of a table, for whatever people do with them.
EXPORT_HEAD = style(bold=True, text_wrap=True)
EXPORT_TEXT = style(num_format="@", text_wrap=True, valign="top")
