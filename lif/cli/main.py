"""Where the command line begins: the words before the noun, and what becomes of every way it can end."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line on the program's arguments and end the program."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]) and sys.stdout:
        # Answered before anything is imported, because scripts ask for it often.
        from lif import __version__

        with suppress(OSError):  # which the program itself explains
            os.write(sys.stdout.fileno(), f"lif {__version__}\n".encode("ascii"))
            sys.exit(0)
    # No program that happens to be installed beside lif has a say in how records are read, and to look for one takes
    # as long as to read a small Board.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    # What is imported stays to the end, so it is not searched for what could be freed, neither now nor when the
    # program ends: that would take a tenth of the time of `lif validate`.
    gc.disable()
    try:
        if arguments == ["validate"] and sys.stderr:
            from lif.cli.at_once import said_at_once

            if said_at_once():
                sys.exit(0)
        from lif.cli.ending import run
    except KeyboardInterrupt:  # `run` says the same of one that comes later
        if sys.stderr:
            sys.stderr.write("Stopped. Nothing more was done.\n")
        sys.exit(130)

    gc.freeze()
    gc.enable()
    # The command's own modules are still to come, so it is searched seldom from here on, too.
    gc.set_threshold(20_000)
    code = run(arguments)
    # All that is left ends with the program; to free it piece by piece would take a tenth of a short command's time.
    gc.freeze()
    sys.exit(code)
