"""A group of commands that knows their names and their help without importing them."""

import difflib
import importlib
from collections.abc import Mapping
from typing import Any

import typer
from typer._click import Command, Context
from typer.core import TyperGroup

Commands = Mapping[str, Mapping[str, tuple[str, str]]]
"""Below each heading of the help, the commands: a word, its module and its line of help."""


def lazy_group(commands: Commands, *, default: str = "") -> type[TyperGroup]:
    """A group whose commands are imported on their word. Each module has an `app` with the command in it.

    What begins with none of the words goes to the command `default`, where there is one.
    """
    modules = {word: module for below in commands.values() for word, (module, _) in below.items()}

    class LazyGroup(TyperGroup):
        """The group of these commands."""

        def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
            if default and (not args or args[0] not in {*modules, *ctx.help_option_names}):
                args = [default, *args]
            return super().parse_args(ctx, args)

        def list_commands(self, ctx: Context) -> list[str]:
            return list(modules)

        def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
            if cmd_name not in modules:
                return None
            command: Command = typer.main.get_command(importlib.import_module(modules[cmd_name]).app)
            command.name = cmd_name
            return command

        def resolve_command(self, ctx: Context, args: list[str]) -> Any:
            if args and args[0] not in modules and not args[0].startswith("-"):
                near = difflib.get_close_matches(args[0], modules, n=2)
                hint = f" Did you mean {' or '.join(near)}?" if near else ""
                ctx.fail(f"There is no command called {args[0]}.{hint}")
            return super().resolve_command(ctx, args)

        def format_commands(self, ctx: Context, formatter: Any) -> None:
            for heading, below in commands.items():
                with formatter.section(heading):
                    formatter.write_dl([(word, text) for word, (_, text) in below.items()])

    return LazyGroup
