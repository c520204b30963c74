"""What the command line prints cannot be turned into anything else by data."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.progress import Progress, TextColumn
from rich.table import Table
from rich.text import Text

import plantrack_nb
from plantrack_nb.cli.terminal.console import safe_console, show_error
from plantrack_nb.core.errors import SourceError

DATA = st.text(st.characters() | st.sampled_from("[/x]:\\\x1b\x9b\u202e\ud800@m"), max_size=30)
_OUR_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def _printed(text: str, *, terminal: bool) -> str:
    stream = io.StringIO()
    console = safe_console(file=stream, force_terminal=terminal, width=200)
    table = Table("[bold]head")
    table.add_row(text)
    table.add_row(Text(text))
    console.print(text)
    console.print(f"Error: {text}", style="bold red")
    console.print(table)
    return stream.getvalue()


@given(DATA)
def test_nothing_of_data_reaches_a_terminal_raw(text: str) -> None:
    """No escape, no half character, nothing that turns the line around; only our own colours."""
    for terminal in (False, True):
        left = _OUR_COLOURS.sub("", _printed(text, terminal=terminal))
        assert all(one.isprintable() or one == "\n" or one.isspace() for one in left)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", left)


@pytest.mark.parametrize(
    "text", ["[/x]", "[bold]1.1[/bold]", "[link=file:///x]a[/link]", ":smile:"]
)
def test_nothing_of_data_is_markup(text: str) -> None:
    """What looks like rich markup is printed as it stands, in lines and in tables."""
    assert _printed(text, terminal=False).count(text) == 4
    assert "[bold]head" in _printed("", terminal=False)


def test_an_error_shows_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    """Also where that could act on the terminal."""
    show_error(SourceError("ก[/x]", where="a\x1b]0;pwned\x07.xlsx", why="\udcff"))
    said = capsys.readouterr().err
    assert "Error: ก[/x]" in said
    assert r"a\x1b]0;pwned\x07.xlsx" in said
    assert r"\udcff" in said


def test_a_bar_shows_what_it_is_about() -> None:
    """What runs while a bar is drawn goes the same way."""
    stream = io.StringIO()
    console = safe_console(file=stream, force_terminal=True, width=80)
    with Progress(TextColumn("{task.description}", markup=False), console=console) as progress:
        progress.add_task("[/x]\x1b]0;pwned\x07")
    assert r"[/x]\x1b]0;p" in stream.getvalue()


def test_there_is_one_kind_of_console() -> None:
    """Nothing else in the package prints to a terminal by itself."""
    own = Path(plantrack_nb.__file__).parent
    other = re.compile(r"\bConsole\(|json\.dumps.*typer\.echo|typer\.echo\(.*json")
    made = [path for path in own.rglob("*.py") if other.search(path.read_text("utf-8"))]
    assert [path.relative_to(own).as_posix() for path in made] == ["cli/terminal/console.py"]
