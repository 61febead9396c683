"""`lif voice`: what people said. Each word has a module here, imported on its word."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "The log": {
        "new": ("lif.cli.voice.opening", "Record who was heard, how, and what they said."),
        "list": ("lif.cli.voice.listing", "List the occasions, those who wait to be told first."),
        "show": ("lif.cli.voice.showing", "Show what was said, and beside it what was done."),
        "kinds": ("lif.cli.voice.kinds", "Show the Board's kinds of occasion, and when each was last used."),
    },
    "What came of it": {
        "say": ("lif.cli.voice.saying", "Add something that they said."),
        "act": ("lif.cli.voice.acting", "Record what was done because of it."),
        "tell": (
            "lif.cli.voice.telling",
            "Record that they were told what came of it, or why they were not.",
        ),
        "note": ("lif.cli.voice.noting", "Add a dated note."),
        "close": ("lif.cli.voice.closing", "Close it: nothing more is to be done."),
    },
}
"""The words, as `lif voice --help` shows them."""

app = lazy_noun("Voice: who was heard, what they said, what was done, and whether they know.", COMMANDS)
