"""The device that pdfminer's interpreter draws on: it keeps glyphs, rules and pictures."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text, mult_matrix

from plantrack_nb.containers.grid import Box
from plantrack_nb.containers.pdf.drawn.glyphs import NO_TEXT, Glyph, PageContent, Seen
from plantrack_nb.containers.pdf.drawn.old_font_letters import Told, typed
from plantrack_nb.containers.pdf.drawn.strokes import bounds, rules_of
from plantrack_nb.core.errors import UnsafeSourceError

if TYPE_CHECKING:
    from pdfminer.pdfcolor import PDFColorSpace
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFGraphicState, PDFTextState
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdftypes import PDFStream
    from pdfminer.psparser import PSLiteral
    from pdfminer.utils import Matrix, PathSegment

_MOST = 60_000  # glyphs or rules a page; a full page of small print has six thousand glyphs
_MIDDLE = 0.3  # of the size above the base line stands the middle of a letter
_SLANT = 0.05
_INVISIBLE = {3, 7}  # ways of drawing text that show nothing, as under a scan
_SYMBOLS = ("symbol", "wingding", "webding", "dingbat")
_Known = dict[int, tuple[str, float]]


class Recorder(PDFTextDevice):
    """Keeps what is drawn on one page after the other."""

    ctm: Matrix
    page: PageContent
    number = 0
    clip: Box

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Start afresh; what lies outside the page's visible part is clipped off."""
        left, bottom, right, top = page.mediabox
        turned = page.rotate % 180 == 90
        width, height = abs(right - left), abs(bottom - top)
        width, height = (height, width) if turned else (width, height)
        self.page = PageContent(self.number, width, height)
        self.clip = _placed(tuple(page.cropbox), ctm, height)
        self._fonts: dict[int, _Known] = {}
        self._tags: list[tuple[bool, int]] = [(False, -1)]
        """For each open one, whether it is an artifact, and its number."""
        self._actual: _Actual | None = None
        self._told = Told()
        self._fresh = True

    # --- marked content

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:
        """Open marked content; the outermost ActualText counts."""
        inside, number = self._tags[-1]
        own = resolve1(props.get("MCID")) if isinstance(props, dict) else None
        number = own if isinstance(own, int) else number
        self._tags.append((inside or tag.name == "Artifact", number))
        if self._actual is None and isinstance(props, dict):
            text = resolve1(props.get("ActualText"))
            if isinstance(text, bytes):
                self._actual = _Actual(decode_text(text), len(self._tags))

    def end_tag(self) -> None:
        """Close marked content; what its ActualText tells stands where its glyphs do."""
        if self._actual is not None and self._actual.depth == len(self._tags):
            actual, self._actual = self._actual, None
            if actual.glyphs:
                self._tell(actual.glyph(self.page))
        if len(self._tags) > 1:
            self._tags.pop()

    # --- text

    def render_string(
        self,
        textstate: PDFTextState,
        seq: Iterable[int | float | bytes],
        ncs: PDFColorSpace,  # noqa: ARG002 - as pdfminer calls it
        graphicstate: PDFGraphicState,  # noqa: ARG002 - pdfminer's call
    ) -> None:
        """Keep the glyphs of one string and move on by their widths."""
        font = textstate.font
        assert font is not None
        if font.is_vertical():
            self.page.note(Seen.UPRIGHT_FONT)
        known = self._fonts.setdefault(id(font), {})
        scaling = textstate.scaling * 0.01
        across = textstate.fontsize * scaling
        charspace = textstate.charspace * scaling
        wordspace = 0 if font.is_multibyte() else textstate.wordspace * scaling
        line = _Line(textstate, mult_matrix(textstate.matrix, self.ctm), self.page.height)
        self._fresh = True
        x, y = textstate.linematrix
        for part in seq:
            if not isinstance(part, bytes):
                x -= part * 0.001 * across
                continue
            for code in font.decode(part):
                text, width = known.get(code) or self._know(font, known, code)
                self._draw(line, text, x, y, width * across)
                x += width * across + charspace
                if code == 32:
                    x += wordspace
        textstate.linematrix = (x, y)

    def _know(self, font: PDFFont, known: _Known, code: int) -> tuple[str, float]:
        try:
            text = typed(font.to_unichr(code)) or NO_TEXT
        except PDFUnicodeNotDefined:
            text = NO_TEXT
        name = str(getattr(font, "fontname", "")).lower()
        if "\uf020" <= text <= "\uf0ff" and any(one in name for one in _SYMBOLS):
            text = "•"
        known[code] = (text, font.char_width(code))
        return known[code]

    def _draw(self, line: _Line, text: str, x: float, y: float, width: float) -> None:
        glyph = line.glyph(text, x, y, width)
        glyph.artifact, glyph.mark = self._tags[-1]
        glyph.fresh, self._fresh = self._fresh, False
        left, top, right, bottom = self.clip
        if not (left <= glyph.x <= right and top <= glyph.y <= bottom):
            if glyph.turn == 0 and not top <= glyph.y <= bottom:
                self.page.note(Seen.HIDDEN)  # a row over two pages is drawn on both, and cut
                return
            glyph.x = min(max(glyph.x, left), right)
            glyph.y = min(max(glyph.y, top), bottom)
        if line.invisible:
            self.page.note(Seen.INVISIBLE)
        if glyph.turn < 0:
            self.page.note(Seen.SLANTED)
        elif self._actual is not None:
            self._actual.glyphs.append(glyph)
        else:
            self._tell(glyph)

    def _tell(self, glyph: Glyph) -> None:
        glyph.text = self._told.tell(glyph.text, zero=glyph.zero)
        if not glyph.text:
            return
        if len(self.page.glyphs) >= _MOST:
            raise _too_much(self.number, "letters")
        self.page.glyphs.append(glyph)

    # --- lines and pictures

    def clip_to(self, path: Sequence[PathSegment]) -> None:
        """Narrow the visible part to a path's bounds."""
        box = bounds(path, self.ctm, self.page.height)
        if box is not None:
            self.clip = _common(self.clip, box)

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002 - pdfminer's call
        path: Sequence[PathSegment],
    ) -> None:
        """Keep a path's straight lines and thin bars; areas apart."""
        width = graphicstate.linewidth * math.hypot(self.ctm[0], self.ctm[1])
        rules, fills = rules_of(path, self.ctm, self.page.height, stroke=stroke, width=width)
        visible = (rule.within(self.clip) for rule in rules)
        self.page.rules += [rule for rule in visible if rule is not None]
        if fill:
            self.page.fills += [_common(self.clip, one) for one in fills]
        if len(self.page.rules) + len(self.page.fills) > _MOST:
            raise _too_much(self.number, "lines")

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - only its place
        """Keep where a picture lies."""
        box = _placed((0, 0, 1, 1), self.ctm, self.page.height)
        self.page.pictures.append(_common(self.clip, box))


class _Line:
    """How the glyphs of one string are placed on the page."""

    def __init__(self, state: PDFTextState, matrix: Matrix, height: float) -> None:
        a, b, c, d, self._e, self._f = self._matrix = matrix
        self._height = height
        self._rise = state.rise
        along = math.hypot(a, b) or 1.0
        self.size = abs(state.fontsize) * (math.hypot(c, d) or 1.0)
        self.invisible = state.render in _INVISIBLE
        self._wide = along
        self._backwards = state.fontsize < 0
        self.turn = _turn(a / along, b / along)

    def glyph(self, text: str, x: float, y: float, width: float) -> Glyph:
        a, b, c, d, e, f = self._matrix
        rise = y + self._rise
        left, up = a * x + c * rise + e, b * x + d * rise + f
        top = self._height - up
        room = width * self._wide
        half, middle = room / 2, self.size * _MIDDLE
        zero = abs(room) < 0.01 * self.size
        if self.turn == 0:
            return Glyph(
                text, left, left + room, top, self.size, 0, left + half, top - middle, zero
            )
        if self.turn == 1:
            return Glyph(text, up, up + room, left, self.size, 1, left - middle, top - half, zero)
        if self.turn == 3:
            return Glyph(
                text, top, top + room, -left, self.size, 3, left + middle, top + half, zero
            )
        if self.turn == 2:
            return Glyph(
                text, -left, room - left, -top, self.size, 2, left - half, top + middle, zero
            )
        return Glyph(text, left, left, top, self.size, -1, left, top, zero)


class _Actual:
    """What a maker says a stretch of glyphs stands for, and those glyphs."""

    def __init__(self, text: str, depth: int) -> None:
        self.text = typed(text)
        self.depth = depth
        self.glyphs: list[Glyph] = []

    def glyph(self, page: PageContent) -> Glyph:
        """Return one glyph for all; digits that show otherwise than told are noted."""
        first = self.glyphs[0]
        line = [one for one in self.glyphs if abs(one.base - first.base) < first.size]
        if len(line) < len(self.glyphs):
            page.note(Seen.SPREAD)
        shown = "".join(one.text for one in self.glyphs)
        if _digits(shown) != _digits(self.text) and NO_TEXT not in shown:
            page.note(Seen.OTHER_DIGITS)
        first.end = max(one.end for one in line)
        first.text = self.text
        first.zero = all(one.zero for one in line)
        return first


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdecimal())


def _turn(a: float, b: float) -> int:
    """Return quarter turns to the left, -1 for what stands askew."""
    if abs(b) < _SLANT:
        return 0 if a > 0 else 2
    if abs(a) < _SLANT:
        return 1 if b > 0 else 3
    return -1


def _placed(box: Sequence[float], ctm: Matrix, height: float) -> Box:
    a, b, c, d, e, f = ctm
    x0, y0, x1, y1 = box
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    xs = [x for x, _ in corners]
    ys = [height - y for _, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def _common(first: Box, second: Box) -> Box:
    left, top = max(first[0], second[0]), max(first[1], second[1])
    return (left, top, max(left, min(first[2], second[2])), max(top, min(first[3], second[3])))


def _too_much(page: int, what: str) -> UnsafeSourceError:
    return UnsafeSourceError(
        "This file is not safe to read",
        why=f"page {page} draws more than {_MOST:,} {what}",
        hint="print the table anew from its source, without drawings",
    )
