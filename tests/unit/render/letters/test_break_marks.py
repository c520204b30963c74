"""No Thai word is cut at the end of a line, on paper and on a page."""

from __future__ import annotations

from pathlib import Path
from shutil import which

import pytest
from helpers.cut_words import turns

from plantrack_nb.render import parts as p
from plantrack_nb.render.document import assemble
from plantrack_nb.render.html import Ids, render
from plantrack_nb.render.letters.break_marks import BREAK, in_phrases, marked
from plantrack_nb.render.pdf import to_pdf

_PROSE = (
    "รายงานผลการดำเนินงานตามแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2565 ของสำนักงานเขตพื้นที่การศึกษา"
    "ประถมศึกษานครปฐม เขต 1 ระหว่างวันที่ 1 ตุลาคม 2564 ถึง 31 มีนาคม 2565 จากผู้รับผิดชอบโครงการ"
    "และกิจกรรม การวิจัยและนวัตกรรมทางการศึกษา บูรณาการเทคโนโลยีสารสนเทศเพื่อการบริหารจัดการ "
)


def test_a_text_is_whole_without_its_breaks() -> None:
    """Breaks are all that is added."""
    assert marked(_PROSE).replace(BREAK, "") == _PROSE
    assert in_phrases(_PROSE).replace(BREAK, "") == _PROSE
    assert 2 < in_phrases(_PROSE).count(BREAK) < marked(_PROSE).count(BREAK)


def test_a_page_is_told_where_lines_may_break() -> None:
    """Between words stands an element that nobody reads, copies or finds."""
    made = str(render(p.Paragraph(_PROSE), Ids()))
    assert made.count("<wbr>") > 5
    assert _PROSE.rstrip() in made.replace("<wbr>", "")


@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("columns", [1, 3, 6])
def test_no_word_is_cut_on_paper(tmp_path: Path, columns: int) -> None:
    """Whatever the width of a column, each line ends where a word does."""
    wide = {f"หัวข้อ {at}": 1.0 for at in range(columns)}
    told = p.table("ตาราง", wide, [[_PROSE] * columns] * 2)
    parts = [p.Masthead("รายงาน"), p.Heading(_PROSE), p.Paragraph(_PROSE * 9, indent=True), told]
    (tmp_path / "made.pdf").write_bytes(to_pdf(assemble(parts)))
    found = [*turns(tmp_path / "made.pdf")]
    assert len(found) > 3
    assert [one for one in found if one.cuts] == []
