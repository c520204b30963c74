"""Running a function in a child process."""

from __future__ import annotations

import math
import os
import sys
import time
from pathlib import Path

import pytest

from plantrack_nb.containers.sandbox import in_child
from plantrack_nb.containers.zipcheck import check_zip
from plantrack_nb.core.errors import SourceError, UnsafeSourceError

not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows limits time only")


def test_result_comes_back() -> None:
    """The child's result is the caller's."""
    assert in_child(math.sqrt, 9.0) == 3.0


def test_printing_does_not_spoil_the_answer() -> None:
    """What a library prints goes elsewhere."""
    assert in_child(print, "x") is None


def test_our_errors_pass_intact(tmp_path: Path) -> None:
    """An error of ours keeps its kind and all its parts."""
    (tmp_path / "r.xlsx").write_bytes(b"PK")
    with pytest.raises(SourceError, match="damaged") as caught:
        in_child(check_zip, tmp_path / "r.xlsx")
    assert caught.value.where == "r.xlsx"


def test_foreign_errors_become_ours() -> None:
    """Any other failure is a source that cannot be read."""
    with pytest.raises(SourceError, match="ZeroDivisionError"):
        in_child(divmod, 1, 0)


def test_death_by_signal_is_an_unsafe_source() -> None:
    """A library that aborts the process takes only the child with it."""
    with pytest.raises(UnsafeSourceError, match="died"):
        in_child(os.abort)


def test_time_is_limited() -> None:
    """A child that does not end is ended."""
    with pytest.raises(UnsafeSourceError, match=r"more than 0\.5 seconds"):
        in_child(time.sleep, 60, seconds=0.5)


@not_on_windows
def test_memory_is_limited() -> None:
    """A child that wants too much memory is refused."""
    with pytest.raises(UnsafeSourceError, match="more than 256 MB"):
        in_child(bytearray, 1_000_000_000, memory_mb=256)
