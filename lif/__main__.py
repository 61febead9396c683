"""`python -m lif` does the same as `lif`."""

import sys

if not sys.flags.safe_path:
    # Python looks for modules in the folder that it is started in; there a branch may have put anything.
    del sys.path[0]

from lif.cli.main import main

main()
