"""Tables made to exhaust the reader are read, in time that grows with their size only."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import containers
from helpers.hostile_tables import HOSTILE, Rows
from helpers.nine_columns import HEAD
from helpers.nothing_lost import lost_words
from helpers.progress_table import KEY, grid_of, opened

from plantrack_nb.containers.grid import Grid
from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.load import Wanted, read_source
from plantrack_nb.load.table.interpret import interpret
from plantrack_nb.office.register import Register

SMALL, LARGE = 200, 800
QUADRATIC = (LARGE / SMALL) ** 2
Table = Callable[[int], Rows]


@pytest.fixture(params=HOSTILE)
def table(request: pytest.FixtureRequest) -> Table:
    """Return a kind of hostile table."""
    return HOSTILE[request.param]


def test_nothing_is_lost(table: Table) -> None:
    """Whatever it is, it is read, and what is not understood is listed."""
    grid = grid_of(table(60))
    assert lost_words(grid, interpret(grid, KEY)) == []


def test_time_grows_with_size(table: Table) -> None:
    """Four times the cells take far less than the sixteen times of quadratic work."""
    grids = [grid_of(table(size)) for size in (SMALL, LARGE)]
    interpret(grids[0], KEY)
    small, large = map(_seconds, grids)
    assert large < 0.7 * QUADRATIC * small


def _seconds(grid: Grid) -> float:
    """Take the fastest of three: a busy machine only ever makes it slower."""

    def once() -> float:
        start = time.process_time()
        interpret(grid, KEY)
        return time.process_time() - start

    return min(once() for _ in range(3))


@pytest.mark.parametrize(
    "rows",
    [
        [[""]],
        [HEAD],
        [HEAD, [""] * 9],
        [[f"ช่อง {at}" for at in range(2_000)]],
        [["ข้อความ " * 4_000]],
        [["สำเร็จแล้ว"] * 9] * 50,
        [["<b>"] * 9, ["\x07"] * 9],
    ],
    ids=["empty", "head", "blank row", "wide", "long cell", "status words", "odd"],
)
def test_no_round(rows: list[list[str]], tmp_path: Path, register: Register) -> None:
    """A table without any project is refused in our own words."""
    source = containers.write_csv(tmp_path / "a.csv", rows)
    with pytest.raises(PlantrackError) as caught:
        read_source(source, register, Wanted("7301", 2565, 2))
    assert caught.value.where == "a.csv"
    assert caught.value.hint


def test_long_cells_in_a_workbook(tmp_path: Path, register: Register) -> None:
    """Cells as long as a sheet allows are read whole."""
    text = "ก" * 32_000
    source = containers.write_xlsx(
        tmp_path / "a.xlsx", [HEAD, opened(targets=text, action=f"1.{text}")]
    )
    read = read_source(source, register, Wanted("7301", 2565, 2)).round
    assert read.activities["text"].iloc[0] == text
    assert read.projects["targets"].iloc[0] == text
