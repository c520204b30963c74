"""All commands under one name; only those that a command line needs are imported."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import import_module, resources
from itertools import pairwise
from typing import Annotated

import typer

from plantrack_nb import __version__
from plantrack_nb.core.language import VARIABLE, Language, speak

_HELP = "Load, check and report the quarterly rounds of a Thai education area office."


def whole_app() -> typer.Typer:
    """Make the command line with all its commands."""
    return _made_of(command_list())


def app_for(words: Sequence[str], *, thai: bool = False) -> typer.Typer:
    """Make the command line as far as some words need it.

    A command that is named is imported alone; help that lists them all needs none.

    Parameters
    ----------
    words : sequence of str
        What stands on the command line.
    thai : bool
        Whether the list of commands is to be Thai.
    """
    known = command_list()
    named = next((word for word in words if word in known), None)
    if named is not None:
        return _made_of([named])
    listing = {
        "--help",
        "--lang",
        *(after for before, after in pairwise(words) if before == "--lang"),
    }
    if {word for word in words if not word.startswith("--lang=")} <= listing:
        return _listed(known, thai=thai)
    return whole_app()


def command_list() -> Mapping[str, Sequence[str]]:
    """Return the commands in their order, each with its first line of help, English and Thai."""
    held = resources.files("plantrack_nb.cli").joinpath("command_list.json").read_text("utf-8")
    read: dict[str, list[str]] = json.loads(held)
    return read


def _made_of(names: Sequence[str] | Mapping[str, object]) -> typer.Typer:
    app = _empty()
    for name in names:
        module = import_module(f"plantrack_nb.cli.commands.{name}")
        examples = "Examples:\n\n" + "\n\n".join(module.EXAMPLES)
        app.command(epilog=examples)(getattr(module, name))
    return app


def _listed(known: Mapping[str, Sequence[str]], *, thai: bool) -> typer.Typer:
    """Make a command line that can only tell which commands there are."""
    app = _empty()
    for name, (english, said_thai) in known.items():
        app.command(name, help=said_thai if thai else english)(_nothing)
    return app


def _nothing() -> None:
    """Stand for a command that is only listed."""


def _empty() -> typer.Typer:
    app = typer.Typer(
        name="plantrack",
        help=_HELP,
        epilog="'plantrack run' with no option makes the sample round's report.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
    )
    app.callback()(_callback)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"plantrack_nb {__version__}")
        raise typer.Exit


def _callback(
    _version_wanted: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
    lang: Annotated[
        Language | None,
        typer.Option("--lang", help=f"Language of messages; else {VARIABLE}, else Thai."),
    ] = None,
) -> None:
    """Load, check and report the quarterly rounds of a Thai education area office."""
    if lang is not None:
        speak(lang)
