"""How every noun of the command line is set up."""

import typer


def noun(text: str) -> typer.Typer:
    """The words below a noun; typed alone, the noun shows its help."""
    return typer.Typer(help=text, no_args_is_help=True, rich_markup_mode=None, add_completion=False)


def single() -> typer.Typer:
    """A noun that is a command by itself, such as `lif validate`."""
    return typer.Typer(rich_markup_mode=None, add_completion=False)
