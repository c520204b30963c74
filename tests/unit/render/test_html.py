"""Parts as HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from helpers.sample_parts import sample_parts
from hypothesis import example, given
from hypothesis import strategies as st

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render import parts as p
from plantrack_nb.render.document import assemble
from plantrack_nb.render.html import Ids, fragment, render
from plantrack_nb.render.html.elements import link

_OF_WORDS = ("text", "wbr")
"""Tags that are as many as the words they write or part."""


class _Skeleton(HTMLParser):
    """Collects tags and attribute names, and apart from them all text and attribute values.

    A chart's labels have as many lines as their words need; these may only say where they stand.
    """

    def __init__(self) -> None:
        super().__init__()
        self.bones: list[object] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if tag not in _OF_WORDS:
            self.bones.append((tag, names))
        assert tag != "text" or {*names} <= {"transform", "fill", "text-anchor", "font-weight"}

    def handle_endtag(self, tag: str) -> None:
        if tag not in _OF_WORDS:
            self.bones.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.bones.append(("comment", data))


def _skeleton(parts: tuple[p.Part, ...]) -> _Skeleton:
    made = _Skeleton()
    ids = Ids()
    made.feed("".join(render(part, ids) for part in parts))
    made.close()
    return made


_words = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1)


@given(_words)
@example("</td></tr><script>alert(1)</script>")
@example('" onmouseover="alert(1)')
@example("<!--")
@example("&lt;b&gt;")
def test_data_never_become_markup(hostile: str) -> None:
    """Whatever the texts are, the tags and attributes of the page stay the same."""
    assert _skeleton(sample_parts(lambda _: hostile)).bones == _skeleton(sample_parts()).bones


@pytest.mark.parametrize("text", ["<b>หนา</b>", "ก & ข", 'คำ "ใน" เครื่องหมาย'])
def test_text_is_shown_as_it_is(text: str) -> None:
    """What looks like markup in the data is read by people as it stands in the source."""
    assert text in _skeleton((p.Paragraph(text),)).text


def test_ids_are_unique_on_a_page() -> None:
    """No two elements of a page share an id, however often a part is shown."""
    parts = [*sample_parts(), *(one for one in sample_parts() if isinstance(one, p.Figure))]
    page = "".join(render(part, ids) for ids in [Ids()] for part in assemble(parts).parts)
    ids = page.split(' id="')[1:]
    names = [one.split('"')[0] for one in ids]
    assert len(names) == len(set(names)) > 4


def test_a_cell_names_its_row_and_column() -> None:
    """Headings have a scope, the row's name is a heading, a card's labels include the group."""
    table = render(sample_parts()[8], Ids())
    assert '<th scope="col" rowspan="2">โครงการ' in table
    assert '<th scope="colgroup" colspan="2" class="group">เงิน' in table
    assert '<th scope="rowgroup" colspan="5">กลยุทธ์ที่ 1' in table
    assert 'scope="row"' in table
    assert "--c2:&#34;เงิน\\20 งบประมาณ&#34;" in table
    assert '<td class="c2 baht bad">' in table
    assert "47,109.50 (31.41)" in table


def test_a_tone_is_told_in_words_too() -> None:
    """A mark has a name for those who cannot see its colour."""
    assert 'aria-label="ควรติดตาม"' in render(sample_parts()[2], Ids())


def test_a_notebook_shows_html_and_carries_the_record() -> None:
    """The output of a cell holds HTML for the eye and the record for the exporters."""
    bundle = p.Paragraph("ก < ข")._repr_mimebundle_(include=None, exclude=None)
    style, _, shown = str(bundle["text/html"]).partition("</style>")
    assert shown == '<div class="plantrack" lang="th"><p>ก &lt; ข</p></div>'
    assert style.startswith("<style>.plantrack")
    assert bundle["text/plain"] == "<Paragraph>"
    assert bundle[p.MIME] == '{"version":2,"part":{"kind":"Paragraph","text":"ก < ข"}}'


def test_the_same_part_gives_the_same_fragment() -> None:
    """Nothing random or counted stands in a notebook's output."""
    table = sample_parts()[8]
    assert fragment(table) == fragment(table)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "//example.org/x",
        "/etc/passwd",
        "https://example.org",
        "a b",
        "",
        "..",
    ],
)
def test_a_link_leads_only_to_files_near_the_page(target: str) -> None:
    """Anything that could leave the folder's copy, or run, is refused."""
    with pytest.raises(RenderError, match="near it"):
        link("ก", target)


@pytest.mark.parametrize("target", ["7301/report.html", "../index.html", "../../index.html"])
def test_a_cell_may_be_linked(target: str) -> None:
    """Its text is what is clicked; it is text all the same."""
    part = p.Table("ก", (p.Column("ข"),), (p.Row((p.Cell("<b>", link=target),)),))
    assert f'<a href="{target}">&lt;b&gt;</a>' in render(part, Ids())
