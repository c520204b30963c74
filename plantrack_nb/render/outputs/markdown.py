"""Markdown to parts: headings, paragraphs, lists, tables, attached pictures; tags stay text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plantrack_nb.render import parts as p
from plantrack_nb.render.outputs.images import image

Token = Mapping[str, Any]
Attached = Mapping[str, Mapping[str, str]]

_NOT_SHOWN = {"thematic_break", "blank_line"}


def from_markdown(source: str, attached: Attached | None = None) -> tuple[list[p.Part], list[str]]:
    """Read Markdown as a report shows it.

    Bold and italics become plain words, a link its words and its address, HTML the letters it is
    written with. Nothing is loaded: of pictures only those attached to the cell are shown.

    Returns
    -------
    list of Part, list of str
        What is shown, and the names of pictures that are not.
    """
    import mistune

    read = mistune.create_markdown(renderer=None, plugins=["table", "strikethrough"])
    tokens: Any = read(source)
    left_out: list[str] = []
    return [*_blocks(tokens, attached or {}, left_out)], left_out


def _blocks(tokens: list[Token], attached: Attached, left_out: list[str]) -> Iterator[p.Part]:
    for token in tokens:
        kind, children = token["type"], token.get("children", [])
        if kind in {"paragraph", "block_text"}:
            yield from _paragraph(children, attached, left_out)
        elif kind == "block_quote":
            yield from _blocks(children, attached, left_out)
        elif kind not in _NOT_SHOWN:
            yield _block(kind, token, children)


def _block(kind: str, token: Token, children: list[Token]) -> p.Part:
    """Return what a block shows; one of an unknown kind is shown as it is written."""
    if kind == "heading":
        return p.Heading(_words(children), token["attrs"]["level"])
    if kind == "list":
        ordered = bool(token["attrs"].get("ordered"))
        return p.Bullets(tuple(map(_item, children)), ordered=ordered)
    if kind == "table":
        return _table(children)
    if kind == "block_code":
        return p.Printed(token["raw"].rstrip("\n"))
    return p.Paragraph(_words(children) or " ".join(str(token.get("raw", "")).split()))


def _paragraph(children: list[Token], attached: Attached, left_out: list[str]) -> Iterator[p.Part]:
    """Yield a paragraph, and after it the pictures that stand in it."""
    lead, rest = "", children
    if len(children) > 1 and children[0]["type"] == "strong":
        lead, rest = _words(children[:1]), children[1:]
    said = _words(rest)
    if lead or said:
        yield p.Paragraph(said, lead) if said else p.Paragraph(lead)
    for one in children:
        if one["type"] == "image":
            yield from _picture(one, attached, left_out)


def _picture(token: Token, attached: Attached, left_out: list[str]) -> Iterator[p.Part]:
    address, alt = str(token["attrs"].get("url", "")), _words(token.get("children", []))
    bundle = attached.get(address.removeprefix("attachment:"), {})
    try:
        yield image(bundle, alt, alt)
    except ValueError as error:
        left_out.append(f"{alt or address[:60]} ({error})")


def _item(token: Token) -> str:
    lines: list[str] = []
    for child in token.get("children", []):
        if child["type"] == "list":
            lines += [f"– {_item(one)}" for one in child["children"]]
        else:
            lines.append(_words(child.get("children", [])) or str(child.get("raw", "")))
    return "\n".join(filter(None, lines))


def _table(children: list[Token]) -> p.Table:
    headings: list[Token] = []
    rows: list[list[str]] = []
    for part in children:
        if part["type"] == "table_head":
            headings = part["children"]
        else:
            rows += [
                [_words(one["children"]) for one in row["children"]] for row in part["children"]
            ]
    columns = [
        p.Column(
            _words(one["children"]),
            p.Unit.DECIMAL if one["attrs"].get("align") == "right" else p.Unit.TEXT,
        )
        for one in headings
    ]
    named = " ".join(one.heading for one in columns[:4] if one.heading)
    return p.table(f"ตาราง {named}".strip(), columns, rows)


def _cells(cells: list[Token]) -> list[str]:
    return [_words(one["children"]) for one in cells]


def _words(tokens: list[Token]) -> str:
    """Return the words of inline Markdown."""
    return "".join(map(_word, tokens)).strip()


def _word(token: Token) -> str:
    kind = token["type"]
    if kind in {"softbreak", "linebreak"}:
        return " " if kind == "softbreak" else "\n"
    if kind == "image":
        return ""
    said = "".join(map(_word, token["children"])) if "children" in token else token.get("raw", "")
    if kind == "link":
        address = str(token["attrs"].get("url", ""))
        shown = address.startswith(("https://", "http://", "mailto:")) and address != said
        return f"{said} ({address})" if shown else said
    return str(said)
