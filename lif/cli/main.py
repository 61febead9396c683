"""Where the command line begins: the words before the noun, and what becomes of every way it can end."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line on the program's arguments and end the program."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        # Answered before anything is imported, because scripts ask for it often.
        from lif import __version__

        sys.stdout.write(f"lif {__version__}\n")
        sys.exit(0)
    from lif.cli.ending import run

    sys.exit(run(arguments))
