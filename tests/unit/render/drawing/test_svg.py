"""Pictures made safe for a shared document."""

from __future__ import annotations

import pytest
from helpers.sample_parts import SVG

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.drawing import svg


def _svg(inner: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20">{inner}</svg>'


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<foreignObject><b onclick="x()">ก</b></foreignObject>',
        '<image href="http://example.org/x.png"/>',
        "<style>@import url(http://example.org)</style>",
        '<use href="#a"/>',
        '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    ],
)
def test_unknown_elements_go(inner: str) -> None:
    """Only elements that draw remain."""
    assert svg.standalone(svg.clean(_svg(inner))) == _svg("").replace("></svg>", " />").replace(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"',
        '<svg viewBox="0 0 10 20" xmlns="http://www.w3.org/2000/svg"',
    )


@pytest.mark.parametrize(
    "attribute",
    [
        'onload="alert(1)"',
        'style="fill:url(http://example.org)"',
        'fill="url(http://example.org/#a)"',
        'fill="javascript:alert(1)"',
        'class="page"',
    ],
)
def test_unknown_attributes_and_foreign_addresses_go(attribute: str) -> None:
    """Nothing remains that could run or fetch."""
    made = svg.standalone(svg.clean(_svg(f'<rect width="5" {attribute}/>')))
    assert '<rect width="5" />' in made


def test_ids_are_of_their_own() -> None:
    """Ids and what refers to them get the same prefix."""
    inner = '<clipPath id="c"/><rect clip-path="url(#c)"/>'
    made = svg.inline(_svg(inner), name="n", words="w", prefix="f1-")
    assert 'id="f1-c"' in made
    assert 'clip-path="url(#f1-c)"' in made
    assert 'aria-labelledby="n" aria-describedby="w"' in made


@pytest.mark.parametrize("text", ["", "<svg", "<html/>", '<!DOCTYPE x [<!ENTITY a "b">]><svg/>'])
def test_what_is_no_picture_is_refused(text: str) -> None:
    """A broken or foreign document is an error, not a hole in the page."""
    with pytest.raises(RenderError, match="picture"):
        svg.clean(text)


def test_labels_are_lifted_with_their_places() -> None:
    """A text leaves the picture and comes back with where and how it stood."""
    root = svg.clean(SVG.format("๑๒"))
    assert svg.lift_labels(root) == [
        svg.Label("๑๒", 7.0, 18.0, 13.0, "#ffffff", bold=False, anchor="start")
    ]
    assert "text" not in svg.standalone(root)
    assert svg.size(root) == (100.0, 40.0)


def test_a_label_looks_as_the_picture_says() -> None:
    """What is said of the whole picture holds for a text that says nothing else."""
    drawn = '<text font-weight="bold">ก</text><text fill="#ffffff">ข</text>'
    whole = _svg(drawn).replace("<svg ", '<svg font-size="14px" fill="#123456" ', 1)
    lifted = svg.lift_labels(svg.clean(whole))
    assert [(one.size, one.colour, one.bold) for one in lifted] == [
        (14.0, "#123456", True), (14.0, "#ffffff", False),
    ]  # fmt: skip
