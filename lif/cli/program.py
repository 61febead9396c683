"""The `lif` command: its own options, and the nouns, loaded one at a time."""

import difflib
import importlib
from typing import Annotated, Any

import typer
from typer._click import Command, Context
from typer.core import TyperGroup

from lif import __version__
from lif.cli.nouns import NOUNS
from lif.cli.state import State


class LazyGroup(TyperGroup):
    """A group that knows the names of its commands without importing them."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(NOUNS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        if cmd_name not in NOUNS:
            return None
        module = importlib.import_module(NOUNS[cmd_name][0])
        command: Command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Context, args: list[str]) -> Any:
        if args and args[0] not in NOUNS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], NOUNS, n=2)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            ctx.fail(f"There is no command called {args[0]}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Context, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in NOUNS.items()])


def program() -> Command:
    """The whole command, ready to run."""
    app = typer.Typer(
        cls=LazyGroup,
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
    version: Annotated[
        bool,
        typer.Option("--version", "-V", help="Print the version and end.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    ctx.obj = State(root)
