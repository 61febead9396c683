"""The `lif` command: its own options, and the nouns, loaded one at a time."""

from typing import Annotated

import typer
from typer._click import Command

from lif import __version__
from lif.cli.colour import Colour, choose
from lif.cli.lazy import lazy_group
from lif.cli.nouns import NOUNS
from lif.cli.state import State


def program() -> Command:
    """The whole command, ready to run."""
    app = typer.Typer(
        cls=lazy_group({"Commands": NOUNS}),
        help="A safeguarding board's reviews, audits, plans and reports, kept as plain files, and its packs.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    return typer.main.get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lif {__version__}")
        raise typer.Exit


def _options(
    ctx: typer.Context,
    root: Annotated[
        str | None,
        typer.Option("--root", envvar="LIF_ROOT", metavar="DIR", help="The Board's folder, if not this one."),
    ] = None,
    color: Annotated[
        Colour,
        typer.Option("--color", help="Colour: by itself on a terminal without NO_COLOR, always, or never."),
    ] = Colour.auto,
    version: Annotated[
        bool,
        typer.Option("--version", "-V", help="Print the version and end.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    choose(color)
    ctx.obj = State(root)
