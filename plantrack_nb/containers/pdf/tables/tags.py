"""Tables as a tagged PDF states them: which cell of which row each stretch of content is.

Makers that tag (Word, Typst, Chromium, newer LibreOffice) write a tree of the document's parts.
It is climbed from the content upwards, so that only what a page shows is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

from plantrack_nb.containers.pdf.page_records import Leaf, TaggedRow

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage

_DEEPEST = 60
_MOST_SPANNED = 200


class Tags:
    """Looks up content in a document's tree of parts."""

    def __init__(self, document: PDFDocument) -> None:
        root = resolve1(document.catalog.get("StructTreeRoot"))
        tree = dict_value(root) if isinstance(root, dict) else {}
        self._roles = _names(resolve1(tree.get("RoleMap")))
        self._parents = dict(_numbered(resolve1(tree.get("ParentTree")), 0))
        self._leaves: dict[int, Leaf | None] = {}
        self.rows: dict[int, TaggedRow] = {}

    def of(self, page: PDFPage) -> dict[int, Leaf]:
        """Return the table cell of each piece of marked content of a page, by its number."""
        number = resolve1(page.attrs.get("StructParents"))
        parents = resolve1(self._parents.get(number)) if isinstance(number, int) else None
        found: dict[int, Leaf] = {}
        for mcid, one in enumerate(parents if isinstance(parents, list) else ()):
            leaf = self._leaf(one) if isinstance(one, PDFObjRef) else None
            if leaf is not None:
                found[mcid] = leaf
        return found

    def _leaf(self, one: PDFObjRef) -> Leaf | None:
        if one.objid not in self._leaves:
            self._leaves[one.objid] = self._climb(one)
        return self._leaves[one.objid]

    def _climb(self, one: PDFObjRef) -> Leaf | None:
        """Go up from a piece of content to the cell, row and table it is in."""
        at: Any = one
        block = one.objid
        cell = row = None
        for _ in range(_DEEPEST):
            element = resolve1(at)
            if not isinstance(element, dict) or not isinstance(at, PDFObjRef):
                return None
            kind = self._kind(element)
            if kind in {"P", "LI"} and cell is None:
                block = at.objid
            elif kind in {"TD", "TH"} and cell is None:
                cell = at
            elif kind == "TR" and cell is not None and row is None:
                row = at
            elif kind == "Table":
                if cell is None or row is None:
                    return None
                self._keep(row)
                return Leaf(at.objid, row.objid, cell.objid, block)
            at = element.get("P")
        return None

    def _keep(self, row: PDFObjRef) -> None:
        """Keep where a row stands in its group and how far its cells reach."""
        if row.objid in self.rows:
            return
        element = dict_value(row)
        group = element.get("P")
        siblings = _kids(dict_value(group)) if isinstance(group, PDFObjRef) else []
        order = [one.objid for one in siblings if isinstance(one, PDFObjRef)]
        cells, kinds = [], set()
        for one in _kids(element):
            kind = self._kind(dict_value(one)) if isinstance(one, PDFObjRef) else ""
            if isinstance(one, PDFObjRef) and kind in {"TD", "TH"}:
                cells.append((one.objid, *_spans(dict_value(one))))
                kinds.add(kind)
        self.rows[row.objid] = TaggedRow(
            group.objid if isinstance(group, PDFObjRef) else 0,
            order.index(row.objid) if row.objid in order else 0,
            tuple(cells),
            kinds == {"TH"},
        )

    def _kind(self, element: Mapping[str, Any]) -> str:
        name = resolve1(element.get("S"))
        kind = str(name.name) if isinstance(name, PSLiteral) else ""
        return self._roles.get(kind, kind)


def _names(roles: object) -> dict[str, str]:
    if not isinstance(roles, dict):
        return {}
    return {
        str(key): str(value.name)
        for key, value in ((key, resolve1(value)) for key, value in roles.items())
        if isinstance(value, PSLiteral)
    }


def _numbered(tree: object, depth: int) -> Iterator[tuple[int, object]]:
    """Yield the pairs of a number tree."""
    if not isinstance(tree, dict) or depth > _DEEPEST:
        return
    pairs = list_value(tree.get("Nums", []))
    yield from ((key, value) for key, value in zip(pairs[::2], pairs[1::2], strict=False))
    for kid in list_value(tree.get("Kids", [])):
        yield from _numbered(resolve1(kid), depth + 1)


def _kids(element: Mapping[str, Any]) -> list[object]:
    kids = element.get("K")
    inner = resolve1(kids)
    return list(inner) if isinstance(inner, list) else [kids]


def _spans(cell: Mapping[str, Any]) -> tuple[int, int]:
    """Return over how many columns and rows a cell reaches."""
    given = resolve1(cell.get("A"))
    found = {"ColSpan": 1, "RowSpan": 1}
    for one in given if isinstance(given, list) else [given]:
        attributes = resolve1(one)
        for name in found:
            value = resolve1(attributes.get(name)) if isinstance(attributes, dict) else None
            if isinstance(value, int):
                found[name] = min(max(value, 1), _MOST_SPANNED)
    return found["ColSpan"], found["RowSpan"]
