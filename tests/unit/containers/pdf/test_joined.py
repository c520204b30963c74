"""Pages are joined to one grid."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from helpers.made_pdf import Sheet, write_pdf

from plantrack_nb.containers import open_grid
from plantrack_nb.containers.grid import Grid

HEAD = ["ที่", "โครงการ", "งบประมาณ", "สถานะ", "การดำเนินการ"]
XS = [20, 60, 200, 280, 360, 580]
PITCH = 15.0


class Paper:
    """A table written row by row over pages, a row as deep as its deepest cell."""

    def __init__(self, *, heads: bool = True, foot: float = 330) -> None:
        self.sheets: list[Sheet] = []
        self._heads, self._foot = heads, foot
        self._turn()

    def row(self, *cells: str) -> None:
        """Add a row, on a new page when it has no room."""
        deep = max(cell.count("\n") + 1 for cell in cells)
        if self._y + deep * PITCH > self._foot:
            self._turn()
        self._set(cells)

    def cut(self, above: Sequence[str], below: Sequence[str]) -> None:
        """Add a row whose lines the end of the page parts."""
        self._set(above)
        self._turn()
        self._set(below)

    def title(self, words: str) -> None:
        """Write a line above the table."""
        self.sheets[-1].text(20, 30, words)

    def read(self, folder: Path) -> Grid:
        """Print and read."""
        return open_grid(write_pdf(folder / "a.pdf", self.sheets))

    def _turn(self) -> None:
        self.sheets.append(Sheet())
        self._y = 50.0
        if self._heads or len(self.sheets) == 1:
            self._set(HEAD)

    def _set(self, cells: Sequence[str]) -> None:
        deep = max(cell.count("\n") + 1 for cell in cells) * PITCH
        sheet = self.sheets[-1]
        sheet.grid(XS, [self._y, self._y + deep])
        for x, cell in zip(XS, cells, strict=False):
            for at, line in enumerate(cell.split("\n")):
                sheet.text(x + 3, self._y + 11 + at * PITCH, line, size=8)
        self._y += deep


def body(grid: Grid) -> list[list[str]]:
    """Return the rows under the heads."""
    return [row.texts for row in grid if row.in_table and row.texts != HEAD]


FULL = ["1", "โครงการอ่านออกเขียนได้", "1,250", "แล้วเสร็จ", "1.อบรมครู"]
WRAPPED = "อบรมเชิงปฏิบัติการให้แก่ครูผู้สอนภาษาไทยในโรงเรียนทุกแห่งของเขตพื้นที่การ"
"""A line of the last column that is full."""


def test_refs_and_boxes(tmp_path: Path) -> None:
    """Each cell and paragraph names its page, row and column, and knows its box."""
    paper = Paper()
    paper.title("รายงานผลการดำเนินงาน")
    paper.row(*FULL)
    grid = paper.read(tmp_path)
    first, head, row = grid.rows
    assert (first.ref, first.in_table) == ("p1!L1", False)
    assert [cell.ref for cell in row.cells] == [f"p1!R2C{at}" for at in range(1, 6)]
    assert grid.boxes[row.cells[2].ref] == (200, 65, 280, 80)
    assert head.texts == HEAD


def test_table_over_pages(tmp_path: Path) -> None:
    """Rows keep their order over pages; heads stand as often as they are printed."""
    paper = Paper()
    rows = [
        [str(at), f"โครงการที่ {at}", f"{at},000", "แล้วเสร็จ", f"1.งานที่ {at}"] for at in range(1, 60)
    ]
    for row in rows:
        paper.row(*row)
    grid = paper.read(tmp_path)
    assert body(grid) == rows
    assert sum(row.texts == HEAD for row in grid) == len(paper.sheets) > 2
    assert grid.rows[-1].ref.startswith(f"p{len(paper.sheets)}!")


def test_row_cut_in_a_tall_cell(tmp_path: Path) -> None:
    """A row whose words go on behind the end of the page is one row; both places are kept."""
    paper = Paper()
    paper.row(*FULL)
    tall = "\n".join([WRAPPED] * 4)
    paper.cut(["2", "โครงการ", "5,000", "แล้วเสร็จ", tall], ["", "", "", "", "ศึกษา"])
    grid = paper.read(tmp_path)
    assert body(grid)[1] == ["2", "โครงการ", "5,000", "แล้วเสร็จ", WRAPPED * 4 + "ศึกษา"]
    cell = grid.rows[-2].cells[4]
    assert (cell.note, "p2!R2C5" in grid.boxes) == ("goes on at p2!R2C5", True)


def test_new_item_is_a_new_row(tmp_path: Path) -> None:
    """A row that begins with the next number of a list is one of its own."""
    paper = Paper()
    for at in range(1, 6):
        paper.row(str(at), "โครงการ", "5,000", "แล้วเสร็จ", f"{at}.{WRAPPED}")
    paper.cut(
        ["6", "โครงการ", "5,000", "แล้วเสร็จ", WRAPPED],
        ["", "", "", "แล้วเสร็จ", "2.สรุปผล"],
    )
    assert body(paper.read(tmp_path))[-1] == ["", "", "", "แล้วเสร็จ", "2.สรุปผล"]


def test_name_without_a_number_goes_on(tmp_path: Path) -> None:
    """Where names stand only beside numbers, one without is the rest of the row above."""
    paper = Paper()
    for at in range(1, 8):
        paper.row(str(at), "โครงการพัฒนาคุณภาพ", "5,000", "แล้วเสร็จ", "1.อบรม")
        paper.row("", "", "", "แล้วเสร็จ", "2.สรุป")
    paper.cut(["8", _NAME, "5,000", "แล้วเสร็จ", "1.อบรม"], ["", "สุขภาพ", "", "", ""])
    assert body(paper.read(tmp_path))[-1] == [
        "8",
        f"{_NAME}สุขภาพ",
        "5,000",
        "แล้วเสร็จ",
        "1.อบรม",
    ]


_NAME = "โครงการส่งเสริมและพัฒนาคุณภาพชีวิตและ"


def test_figure_cut_by_the_page(tmp_path: Path) -> None:
    """A figure cut inside its digits is whole again, never two figures."""
    paper = Paper()
    paper.row(*FULL)
    paper.cut(["2", "โครงการ", "99,999,999,867,9", "รอ", "งาน"], ["", "", "20", "", ""])
    assert body(paper.read(tmp_path))[1][2] == "99,999,999,867,920"


def test_percent_cut_from_its_amount(tmp_path: Path) -> None:
    """A percent alone at the top of a page belongs to the amount above it."""
    paper = Paper()
    paper.row(*FULL)
    paper.cut(["2", "โครงการ", "12,466,600", "รอ", "งาน"], ["", "", "(96.99)", "", "ต่อไป"])
    last = body(paper.read(tmp_path))[-1]
    assert last[2].split() == ["12,466,600", "(96.99)"]


def test_new_amount_stays_apart(tmp_path: Path) -> None:
    """An amount at the top of a page is not drawn into the row above."""
    paper = Paper()
    paper.row(*FULL)
    paper.cut(["2", "โครงการ", "5,000", "รอ", "งาน"], ["", "", "7,000", "", ""])
    assert body(paper.read(tmp_path))[1:] == [
        ["2", "โครงการ", "5,000", "รอ", "งาน"],
        ["", "", "7,000", "", ""],
    ]


def test_heads_not_repeated(tmp_path: Path) -> None:
    """A table whose head stands on its first page only keeps its columns."""
    paper = Paper(heads=False)
    rows = [[str(at), "โครงการ", "5,000", "รอ", f"งาน {at}"] for at in range(1, 40)]
    for row in rows:
        paper.row(*row)
    assert body(paper.read(tmp_path)) == rows


def test_columns_that_a_page_merges(tmp_path: Path) -> None:
    """A page that shows fewer lines of a table does not shift its columns."""
    paper = Paper(foot=120)
    paper.row(*FULL)
    last = Sheet()
    last.grid([20, 200, 580], [50, 70])
    last.text(23, 61, "รวมทั้งสิ้น", size=8)
    last.text(203, 61, "1,250", size=8)
    paper.sheets.append(last)
    row = paper.read(tmp_path).rows[-1]
    assert [cell.text for cell in row.cells] == ["รวมทั้งสิ้น", "", "1,250", "", ""]
    assert [cell.note for cell in row.cells] == ["", "merged", "", "merged", "merged"]


def test_running_lines(tmp_path: Path) -> None:
    """What every page repeats is read once; numbers of pages stay for whoever knows them."""
    paper = Paper()
    for at in range(1, 60):
        paper.row(str(at), "โครงการ", "5,000", "รอ", "งาน")
    for number, sheet in enumerate(paper.sheets, start=1):
        sheet.text(20, 30, "รายงานผลการติดตาม")
        sheet.text(300, 390, str(number))
    grid = paper.read(tmp_path)
    outside = [row.cells[0].text for row in grid if not row.in_table]
    assert outside.count("รายงานผลการติดตาม") == 1
    assert outside.count("2") == 1
    assert grid.notes == (f"repeated on {len(paper.sheets)} pages, read once: “รายงานผลการติดตาม”",)


def test_paragraphs(tmp_path: Path) -> None:
    """Wrapped lines are one paragraph, an indented line begins the next, a title stands alone."""
    sheet = Sheet()
    sheet.text(250, 30, "บันทึกข้อความ", size=14)
    full = "ตามที่สำนักงานเขตพื้นที่การศึกษาได้รับจัดสรรงบประมาณเพื่อดำเนินโครงการ"
    sheet.text(60, 60, full, size=10)
    sheet.text(20, 75, f"นั้น {full}", size=10)
    sheet.text(20, 90, "ตามแผน", size=10)
    sheet.text(60, 105, "จึงเรียนมาเพื่อทราบ", size=10)
    sheet.table(XS, [150, 170, 190], [HEAD, FULL])
    rows = open_grid(write_pdf(tmp_path / "a.pdf", [sheet])).rows
    assert [row.cells[0].text for row in rows[:3]] == [
        "บันทึกข้อความ",
        f"{full}นั้น {full}ตามแผน",
        "จึงเรียนมาเพื่อทราบ",
    ]


def test_portrait_and_landscape(tmp_path: Path) -> None:
    """Upright pages, pages on their side and turned pages are read in their order."""
    tall = Sheet(width=400, height=600)
    tall.table([20, 60, 200, 380], [50, 80, 110], [["ก", "ข", "ค"], ["1", "2", "3"]])
    turned = Sheet(width=400, height=600, rotate=90)
    for x in (50, 80, 110):
        turned.raw(f"1 w {x} 20 m {x} 580 l S")
    for y in (20, 300, 580):
        turned.raw(f"1 w 50 {y} m 110 {y} l S")
    for x, y, words in ((65, 25, "ง"), (65, 305, "จ"), (95, 25, "4"), (95, 305, "5")):
        turned.shown(f"0 1 -1 0 {x} {y} Tm", words)
    wide = Sheet()
    wide.table(XS, [50, 80], [HEAD])
    grid = open_grid(write_pdf(tmp_path / "a.pdf", [tall, turned, wide]))
    assert [row.texts for row in grid] == [
        ["ก", "ข", "ค"],
        ["1", "2", "3"],
        ["ง", "จ"],
        ["4", "5"],
        HEAD,
    ]


def test_several_tables_on_a_page(tmp_path: Path) -> None:
    """Tables of one page are numbered on, with the text between them in its place."""
    sheet = Sheet()
    sheet.table([20, 100, 200], [30, 50, 70], [["ก", "ข"], ["1", "2"]])
    sheet.text(20, 100, "ตารางที่สอง")
    sheet.table([20, 100, 200, 300], [120, 140], [["ค", "ง", "จ"]])
    grid = open_grid(write_pdf(tmp_path / "a.pdf", [sheet]))
    assert [row.ref for row in grid] == ["p1!R1C1", "p1!R2C1", "p1!L1", "p1!R3C1"]


def test_words_that_overflow(tmp_path: Path) -> None:
    """Words too long for their cell belong to the cell they begin in."""
    sheet = Sheet()
    sheet.table([20, 100, 300], [30, 50], [["โครงการขับเคลื่อนวรรณคดี", ""]])
    sheet.text(150, 42, "ครูผู้สอน")
    (row,) = open_grid(write_pdf(tmp_path / "a.pdf", [sheet]))
    assert row.texts == ["โครงการขับเคลื่อนวรรณคดี", "ครูผู้สอน"]


def test_neighbours_that_touch(tmp_path: Path) -> None:
    """Words of two cells that nearly touch over their line stay in their cells."""
    sheet = Sheet()
    sheet.grid([20, 100, 200], [30, 50])
    sheet.text(80, 42, "9,99")
    sheet.text(100.6, 42, "8,888")
    sheet.text(20, 90, "หมายเหตุ")
    row = open_grid(write_pdf(tmp_path / "a.pdf", [sheet])).rows[0]
    assert row.texts == ["9,99", "8,888"]
