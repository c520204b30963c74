"""Follow a page's content stream and keep what it draws, in its own order.

The order of the content is the order of the text for every maker seen, while sorting by place is
not: marks would move to the next letter. What a maker says a glyph stands for (ActualText) goes
before what its font says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import dict_value
from pdfminer.psparser import PSLiteral

from plantrack_nb.containers.pdf.drawn.recorder import Recorder

if TYPE_CHECKING:
    from pdfminer.pdfinterp import PDFStackT
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdftypes import PDFObjRef
    from pdfminer.utils import Matrix

    from plantrack_nb.containers.grid import Box
from plantrack_nb.containers.pdf.drawn.glyphs import PageContent


class Contents:
    """Reads the contents of pages; fonts are kept from one page to the next."""

    def __init__(self) -> None:
        fonts = PDFResourceManager()
        self._recorder = Recorder(fonts)
        self._interpreter = _Interpreter(fonts, self._recorder)

    def of(self, page: PDFPage, number: int) -> PageContent:
        """Return what a page draws; ``number`` counts from 1."""
        self._recorder.number = number
        page.mediabox = page.cropbox  # what is shown of it; places count from its corner
        self._interpreter.process_page(page)
        return self._recorder.page


class _Interpreter(PDFPageInterpreter):
    """Adds to pdfminer's what it leaves out: clipping, named property lists, the operator F."""

    device: Recorder

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        self._clips: list[Box] = []
        self._clipping = False

    def do_W(self) -> None:  # noqa: N802 - the operator's name
        self._clipping = True

    def do_W_a(self) -> None:  # noqa: N802 - the operator's name
        self._clipping = True

    def do_n(self) -> None:
        if self._clipping:
            self.device.clip_to(self.curpath)
            self._clipping = False
        super().do_n()

    def do_F(self) -> None:  # noqa: N802 - the operator's name
        self.do_f()

    def do_q(self) -> None:
        super().do_q()
        self._clips.append(self.device.clip)

    def do_Q(self) -> None:  # noqa: N802 - the operator's name
        super().do_Q()
        if self._clips:
            self.device.clip = self._clips.pop()

    def do_Do(self, xobjid_arg: PDFStackT) -> None:  # noqa: N802 - the operator's name
        clip = self.device.clip
        super().do_Do(xobjid_arg)
        self.device.clip = clip
        self.device.set_ctm(self.ctm)

    def do_BDC(self, tag: PDFStackT, props: PDFStackT) -> None:  # noqa: N802 - the operator's name
        if isinstance(props, PSLiteral):
            named: dict[object, PDFObjRef] = dict_value(self.resources.get("Properties", {}))
            props = dict_value(named.get(props.name, {}))
        super().do_BDC(tag, props)
