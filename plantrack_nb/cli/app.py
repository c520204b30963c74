"""All commands under one name."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack_nb import __version__
from plantrack_nb.cli.commands import (
    check,
    collect,
    compare,
    corrections,
    explore,
    init,
    layout,
    load,
    package,
    rules,
    run,
    simulate,
    status,
    template,
    verify,
)
from plantrack_nb.core.language import VARIABLE, Language, speak

app = typer.Typer(
    name="plantrack",
    help="Load, check and report the quarterly rounds of a Thai education area office.",
    epilog="'plantrack run' with no option makes the sample round's report.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
for _command, _examples in (
    (init.init, init.EXAMPLES),
    (run.run, run.EXAMPLES),
    (load.load, load.EXAMPLES),
    (layout.layout, layout.EXAMPLES),
    (check.check, check.EXAMPLES),
    (compare.compare, compare.EXAMPLES),
    (status.status, status.EXAMPLES),
    (template.template, template.EXAMPLES),
    (rules.rules, rules.EXAMPLES),
    (collect.collect, collect.EXAMPLES),
    (corrections.corrections, corrections.EXAMPLES),
    (explore.explore, explore.EXAMPLES),
    (simulate.simulate, simulate.EXAMPLES),
    (package.package, package.EXAMPLES),
    (verify.verify, verify.EXAMPLES),
):
    app.command(epilog="Examples:\n\n" + "\n\n".join(_examples))(_command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"plantrack_nb {__version__}")
        raise typer.Exit


@app.callback()
def main(
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
