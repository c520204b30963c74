"""Thai digits on the command line."""

from __future__ import annotations

from typer.main import get_command

from plantrack_nb.cli.app import whole_app
from plantrack_nb.cli.terminal.digits import with_arabic_numbers

COMMANDS = getattr(get_command(whole_app()), "commands", {})


def test_numbers_may_be_typed_in_thai() -> None:
    """Also behind an equals sign; names of files keep their digits."""
    typed = ["run", "--year", "๒๕๖๕", "--quarter=๒", "--input", "รอบ ๒.xlsx", "--time-limit", "๖๐๐"]
    assert with_arabic_numbers(typed, COMMANDS) == [
        "run", "--year", "2565", "--quarter=2", "--input", "รอบ ๒.xlsx", "--time-limit", "600",
    ]  # fmt: skip


def test_other_words_are_left_alone() -> None:
    """Without a command, or with one that is not there."""
    assert with_arabic_numbers(["--year", "๒"], COMMANDS) == ["--year", "๒"]
    assert with_arabic_numbers(["check", "๑.xlsx"], COMMANDS) == ["check", "๑.xlsx"]
