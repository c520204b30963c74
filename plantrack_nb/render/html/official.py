"""The parts of an official document to HTML: cover, memo, contents, the close of a preface."""

from __future__ import annotations

from markupsafe import Markup

from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import (
    CONTENTS_TH,
    MEMO_TH,
    in_digits,
    long_date,
    month_and_year,
)
from plantrack_nb.render.html.elements import Ids, broken, el, join


def cover(part: p.Cover, _: Ids) -> Markup:
    """Write the cover as a quiet banner: on screen the masthead is the title."""
    dated = month_and_year(part.date)
    shown = {
        "office": part.office,
        "motto": part.motto,
        "title": part.title,
        "period": part.period,
        "date": dated,
    }
    lines = [
        el("p", broken(in_digits(text, part.digits)), class_=name)
        for name, text in shown.items()
        if text
    ]
    return el("div", *lines, class_="cover")


def memo(part: p.Memo, ids: Ids) -> Markup:
    """Write the memo as a sheet: head with dotted lines, body, signatures from the middle."""
    name = part.anchor or ids.next("m")

    def said(text: str) -> Markup:
        return broken(in_digits(text, part.digits))

    head = el(
        "dl",
        _line("ส่วนราชการ", said(part.department), "whole"),
        _line("ที่", said(part.number), "half"),
        _line("วันที่", said(long_date(part.date)), "half"),
        _line("เรื่อง", said(part.subject), "whole"),
    )
    to = el("p", el("strong", "เรียน"), " ", said(part.to), class_="to")
    return el(
        "section",
        el("h2", MEMO_TH, id=name),
        head,
        to,
        *(_memo_item(item, part.digits) for item in part.body),
        *(_signature(one, part.digits) for one in part.signatures),
        class_="memo",
        aria_labelledby=name,
    )


def _line(label: str, value: Markup, width: str) -> Markup:
    return el("div", el("dt", label), el("dd", value), class_=width)


def _memo_item(item: p.MemoItem, digits: p.Digits) -> Markup:
    text = broken(in_digits(item.text, digits))
    if not item.text:
        return el("h3", item.lead)
    lead = [el("strong", item.lead), " "] if item.lead else []
    number = [el("span", in_digits(item.number, digits), class_="number"), " "]
    return el("p", *lead, *(number if item.number else []), text, class_=f"item l{item.level}")


def _signature(one: p.Signature, digits: p.Digits) -> Markup:
    before = [el("p", broken(in_digits(one.before, digits)))] if one.before else []
    name = one.name or el("span", class_="to-write")
    signed = el("p", "(", name, ")", Markup("<br>"), broken(in_digits(one.position, digits)))
    return el("div", *before, el("div", signed, class_="signed"), class_="signature")


def closing(part: p.Closing, _: Ids) -> Markup:
    """Write who closes a preface, and when, at the right."""
    lines = Markup("<br>").join(in_digits(line, part.digits) for line in part.lines)
    return el("p", lines, class_="closing")


def contents(part: p.Contents, ids: Ids) -> Markup:
    """Write the contents as links."""
    name = part.anchor or ids.next("n")
    listed = el("ol", *(_entry(entry) for entry in part.entries))
    return el("section", el("h2", CONTENTS_TH, id=name), listed, class_="contents")


def _entry(entry: p.ContentsEntry) -> Markup:
    note = [el("span", f" ({entry.note})", class_="note")] if entry.note else []
    link = el("a", entry.text, href=f"#{entry.target}")
    return el("li", join([link, *note]), class_=f"l{entry.level}")
