"""The parts of an official document as Typst lays them out: all text, digits as asked for."""

from __future__ import annotations

from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import (
    CONTENTS_TH,
    MEMO_TH,
    in_digits,
    long_date,
    month_and_year,
)
from plantrack_nb.render.typesetting.values import Json


def cover(part: p.Cover, _: float) -> dict[str, Json]:
    """Lay out the cover."""
    shown = {
        "office": part.office,
        "motto": part.motto,
        "title": part.title,
        "period": part.period,
        "date": month_and_year(part.date),
    }
    return {name: in_digits(text, part.digits) for name, text in shown.items()}


def memo(part: p.Memo, _: float) -> dict[str, Json]:
    """Lay out the memo."""
    head = {
        "department": part.department,
        "number": part.number,
        "date": long_date(part.date),
        "subject": part.subject,
        "to": part.to,
    }
    return {
        "title": MEMO_TH,
        "anchor": part.anchor,
        **{name: in_digits(text, part.digits) for name, text in head.items()},
        "items": [_item(item, part.digits) for item in part.body],
        "signatures": [_signature(one, part.digits) for one in part.signatures],
        "thai": part.digits is p.Digits.THAI,
    }


def _item(item: p.MemoItem, digits: p.Digits) -> dict[str, Json]:
    number, text = in_digits(item.number, digits), in_digits(item.text, digits)
    return {"lead": item.lead, "number": number, "text": text, "level": item.level}


def _signature(one: p.Signature, digits: p.Digits) -> dict[str, Json]:
    position, before = in_digits(one.position, digits), in_digits(one.before, digits)
    return {"name": one.name, "position": position, "before": before}


def closing(part: p.Closing, _: float) -> dict[str, Json]:
    """Lay out the end of a preface."""
    return {"lines": [in_digits(line, part.digits) for line in part.lines]}


def contents(part: p.Contents, _: float) -> dict[str, Json]:
    """Lay out the contents; Typst finds the pages."""
    entries: list[Json] = [
        {"text": one.text, "target": one.target, "note": one.note, "level": one.level}
        for one in part.entries
    ]
    return {"title": CONTENTS_TH, "anchor": part.anchor, "entries": entries}
