"""`lif pack`: board packs. Each word has a module here, imported on its word."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Packs": {
        "build": (
            "lif.cli.pack.building",
            "Build the pack of a meeting in all formats.",
        ),
        "verify": (
            "lif.cli.pack.verifying",
            "Make a pack once more, and say whether it is the same.",
        ),
        "diff": ("lif.cli.pack.diffing", "What changed between two meetings, or two versions, in words."),
    },
}
"""The words, as `lif pack --help` shows them."""

app = lazy_noun("Board packs.", COMMANDS)
