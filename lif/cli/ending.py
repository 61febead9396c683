"""How a command ends: with an exit code and, where it failed, one plain sentence. Never with a traceback."""

import os
import sys
from pathlib import Path

from typer import Abort, Exit
from typer._click.exceptions import ClickException, NoArgsIsHelpError, UsageError

from lif.cli import say
from lif.cli.program import program
from lif.cli.typed_ids import with_capitals
from lif.store.errors import Refusal

FINE, FINDINGS, USAGE, INTERNAL, NOTHING, INTERRUPTED = 0, 1, 2, 3, 4, 130


def run(arguments: list[str]) -> int:
    """Run a command and give its exit code. Arguments are the words after `lif`."""
    say.prepare_streams()
    if "_LIF_COMPLETE" in os.environ:
        from lif.cli.completing import answer

        return answer()
    try:
        command = program()
        result = command.main(args=with_capitals(arguments), prog_name="lif", standalone_mode=False)
        sys.stdout.flush()
        if result == INTERRUPTED:  # which is what typer makes of an interruption
            raise KeyboardInterrupt
        return result if isinstance(result, int) else FINE
    except Exit as ending:
        return ending.exit_code
    except (Abort, KeyboardInterrupt):
        say.aside("Stopped. Nothing more was done.")
        return INTERRUPTED
    except UsageError as error:
        say.aside(_usage(error))
        return USAGE
    except ClickException as error:
        say.aside(error.format_message())
        return USAGE
    except Refusal as refusal:
        say.refusal(refusal)
        return refusal.exit_code
    except (BrokenPipeError, SystemExit):
        # The reader of our output has gone (typer turns that into SystemExit, and nothing else).
        _print_no_more()
        return FINE
    except OSError as error:
        # A folder that may not be looked into, a disk that is full: no fault of ours, wherever it shows.
        try:
            sys.stdout.flush()
        except OSError:
            _print_no_more()
        say.aside(_not_done(error))
        return FINDINGS
    except Exception as error:  # noqa: BLE001 - the one place where anything unforeseen ends
        say.aside(_unforeseen(error))
        return INTERNAL


def _print_no_more() -> None:
    """Nothing that is still in the buffer may be written at exit."""
    sys.stdout = say.nowhere()


def _usage(error: UsageError) -> str:
    if isinstance(error, NoArgsIsHelpError):
        return error.format_message()
    path = error.ctx.command_path if error.ctx else "lif"
    return f"{error.format_message()}\nSee: {path} --help"


def _not_done(error: OSError) -> str:
    """The sentence for what the computer did not allow."""
    if isinstance(error, FileNotFoundError) and error.filename is None:
        # Only the folder that one is in is looked for without a name.
        return "The folder that you are in is no longer there. Go into the Board's folder and try again."
    where = f"{error.filename}: " if error.filename else ""
    return f"This could not be done. {where}{error.strerror or type(error).__name__}."


def _unforeseen(error: Exception) -> str:
    """The sentence for an error of ours. The log says where in the program it was, and no record."""
    import tempfile
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    try:
        handle, log = tempfile.mkstemp(prefix="lif-error-", suffix=".log")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join([type(error).__name__, *lines]) + "\n")
        where = f"Please send {log} to whoever looks after lif; it holds nothing from the records."
    except OSError:
        where = f"It happened at {lines[-1] if lines else 'an unknown place'}."
    return f"Something went wrong inside lif ({type(error).__name__}). {where}"
