"""`lif challenge`: challenge, support and escalation. Each word has a module here, imported on its word."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "The log": {
        "new": ("lif.cli.challenge.opening", "Record a challenge: who challenged whom, about what."),
        "list": ("lif.cli.challenge.listing", "List the challenges, those that wait for an answer first."),
        "show": ("lif.cli.challenge.showing", "Show a challenge, how far it went, and what came of it."),
    },
    "Following a challenge": {
        "escalate": ("lif.cli.challenge.escalating", "Record that an escalation went up to the next stage."),
        "answer": ("lif.cli.challenge.answering", "Record what was answered."),
        "tell": (
            "lif.cli.challenge.telling",
            "Record that somebody was told of it, such as the Business Manager.",
        ),
        "note": ("lif.cli.challenge.noting", "Add a dated note to a challenge."),
        "settle": ("lif.cli.challenge.settling", "Record what came of it."),
    },
}
"""The words, as `lif challenge --help` shows them."""

app = lazy_noun("Challenge, support and escalation: stages, answers and outcomes.", COMMANDS)
