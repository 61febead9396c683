"""How every noun of the command line is set up."""

import typer

from lif.cli.lazy import Commands, lazy_group


def noun(text: str) -> typer.Typer:
    """The words below a noun; typed alone, the noun shows its help."""
    return typer.Typer(help=text, no_args_is_help=True, rich_markup_mode=None, add_completion=False)


def lazy_noun(text: str, commands: Commands, *, default: str = "") -> typer.Typer:
    """A noun with many words below it, each in a module of its own that is imported on its word.

    `default` is the word that is meant where none is typed.
    """
    return typer.Typer(
        cls=lazy_group(commands, default=default), help=text, no_args_is_help=not default,
        rich_markup_mode=None, add_completion=False, callback=_nothing,
    )  # fmt: skip


def _nothing() -> None:
    """Typer makes a group only where there is something to call."""


def single() -> typer.Typer:
    """A noun that is a command by itself, such as `lif validate`."""
    return typer.Typer(rich_markup_mode=None, add_completion=False)
