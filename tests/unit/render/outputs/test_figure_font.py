"""Thai words in matplotlib figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from plantrack_nb import shown
from plantrack_nb.render.outputs.figure_font import in_our_font

pyplot = pytest.importorskip("matplotlib.pyplot")


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    yield
    pyplot.close("all")


def _figure() -> Any:
    figure, axes = pyplot.subplots()
    axes.bar(["กลุ่มอำนวยการ", "กลุ่มนโยบายและแผน"], [1, 2])
    axes.set_title("งบประมาณรายกลุ่ม")
    axes.set_ylabel("บาท")
    return figure


def test_thai_words_have_letters() -> None:
    """No letter is missing, of a title or of a category, of which matplotlib would warn."""
    shown(_figure(), "งบประมาณ")


def test_a_chosen_font_stays() -> None:
    """A font that the analyst has chosen for a text, or for all, is left alone."""
    figure = _figure()
    figure.axes[0].title.set_fontfamily(["serif"])
    in_our_font(figure)
    assert figure.axes[0].title.get_fontfamily() == ["serif"]
    with pyplot.rc_context({"font.sans-serif": ["Own"]}):
        other = _figure()
        in_our_font(other)
        assert other.axes[0].title.get_fontfamily() == ["sans-serif"]
