"""Readable text from cells that carry HTML tags or Markdown marks.

Only tag names that occur in office text are taken for tags, so that ``<=70%`` and ``>70%`` survive.
"""

from __future__ import annotations

import html
import re

_BLOCK = "p|div|ul|ol|li|br|hr|table|thead|tbody|tr|td|th|h[1-6]|blockquote|center"
_INLINE = "b|strong|i|em|u|s|a|span|font|sup|sub|small|big|mark|code"
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HEADING = re.compile(r"^\s{0,3}#{1,6}(?:\s+|$)")
_PERHAPS = ("<", "&", "\n", "\xa0", "**")
"""A text that holds none of these is plain, but for blanks at its ends; most cells hold none."""
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


def plain(raw: str) -> str:
    """Text without tags and strong marks; a paragraph or list item is a line."""
    if not any(map(raw.__contains__, _PERHAPS)):
        return raw.strip()
    text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", raw)) if "<" in raw else raw
    text = _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text
    return tidy(_STRONG.sub(r"\1", text))


def plain_line(raw: str) -> str:
    """Like :func:`plain`, for a line of Markdown: heading marks and unpaired ``**`` go too."""
    return plain(_HEADING.sub("", raw).replace("**", ""))


def tidy(text: str) -> str:
    """Trim every line and drop the empty ones; a no-break blank is a blank."""
    lines = (line.strip() for line in text.replace("\xa0", " ").split("\n"))
    return "\n".join(line for line in lines if line)
