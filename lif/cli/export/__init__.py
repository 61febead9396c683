"""`lif export`: what goes out in one piece. Each word has a module here, imported on its word."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Folders": {
        "inspection": (
            "lif.cli.export.inspection",
            "Write the folder for inspectors: every register as PDF and workbook.",
        ),
    },
}
"""The words, as `lif export --help` shows them."""

app = lazy_noun("What goes out in one piece, such as the folder for inspectors.", COMMANDS)
