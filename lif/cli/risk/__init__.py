"""`lif risk`: the risk log. Each word has a module here, imported on its word."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "The log": {
        "new": (
            "lif.cli.risk.opening",
            "Put a risk on the log: its cause, what may happen, and what it would mean.",
        ),
        "list": ("lif.cli.risk.listing", "List the risks, the highest first, and which way each moved."),
        "map": ("lif.cli.risk.mapping", "Show the heat map: every open risk by likelihood and impact."),
        "show": ("lif.cli.risk.showing", "Show a risk: its scores over time, its controls and its log."),
    },
    "Following a risk": {
        "score": ("lif.cli.risk.scoring", "Record how a risk stands now, and when it is looked at again."),
        "control": ("lif.cli.risk.controlling", "Add something that holds a risk back."),
        "note": ("lif.cli.risk.noting", "Add a dated note to a risk."),
        "close": ("lif.cli.risk.closing", "Take a risk off the log."),
    },
}
"""The words, as `lif risk --help` shows them."""

app = lazy_noun("The risk log: scores over time, controls, reviews and the heat map.", COMMANDS)
