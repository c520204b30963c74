"""The parts of an official document to HTML: cover, memo, contents, the close of a preface."""

from __future__ import annotations

from markupsafe import Markup

from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import CONTENTS_TH, MEMO_TH
from plantrack_nb.render.html.elements import Ids, broken, el, el_void, join
from plantrack_nb.render.outputs.images import png_address


def cover(part: p.Cover, _: Ids) -> Markup:
    """Write the cover as a quiet banner: on screen the masthead is the title."""
    names = ("office", "motto", "title", "period", "date")
    shown = ((name, getattr(part, name)) for name in names)
    lines = [el("p", broken(text), class_=name) for name, text in shown if text]
    sign = [el_void("img", src=png_address(part.logo), alt="", class_="logo")] if part.logo else []
    return el("div", *sign, *lines, class_="cover")


def memo(part: p.Memo, ids: Ids) -> Markup:
    """Write the memo as a sheet: head with dotted lines, body, signatures from the middle."""
    name = part.anchor or ids.next("m")
    head = el(
        "dl",
        _line("ส่วนราชการ", part.department, "whole"),
        _line("ที่", part.number, "half"),
        _line("วันที่", part.date, "half"),
        _line("เรื่อง", part.subject, "whole"),
    )
    to = el("p", el("strong", "เรียน"), " ", broken(part.to), class_="to")
    return el(
        "section",
        el("h2", MEMO_TH, id=name),
        head,
        to,
        *map(_memo_item, part.body),
        *map(_signature, part.signatures),
        class_="memo",
        aria_labelledby=name,
    )


def _line(label: str, value: str, width: str) -> Markup:
    return el("div", el("dt", label), el("dd", broken(value)), class_=width)


def _memo_item(item: p.MemoItem) -> Markup:
    if not item.text:
        return el("h3", item.lead)
    lead = [el("strong", item.lead), " "] if item.lead else []
    number = [el("span", item.number, class_="number"), " "] if item.number else []
    return el("p", *lead, *number, broken(item.text), class_=f"item l{item.level}")


def _signature(one: p.Signature) -> Markup:
    before = [el("p", broken(one.before))] if one.before else []
    name = one.name or el("span", class_="to-write")
    signed = el("p", "(", name, ")", Markup("<br>"), broken(one.position))
    return el("div", *before, el("div", signed, class_="signed"), class_="signature")


def closing(part: p.Closing, _: Ids) -> Markup:
    """Write who closes a preface, and when, at the right."""
    return el("p", Markup("<br>").join(map(broken, part.lines)), class_="closing")


def contents(part: p.Contents, ids: Ids) -> Markup:
    """Write the contents as links."""
    name = part.anchor or ids.next("n")
    listed = el("ol", *(_entry(entry) for entry in part.entries))
    return el("section", el("h2", CONTENTS_TH, id=name), listed, class_="contents")


def _entry(entry: p.ContentsEntry) -> Markup:
    note = [el("span", f" ({entry.note})", class_="note")] if entry.note else []
    link = el("a", entry.text, href=f"#{entry.target}")
    return el("li", join([link, *note]), class_=f"l{entry.level}")
