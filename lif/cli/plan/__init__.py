"""`lif plan`: action plans, how far they are and what they changed. Each word has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Plans": {
        "new": ("lif.cli.plan.opening", "Open an action plan."),
        "list": ("lif.cli.plan.listing", "List the plans and how far their actions are."),
        "show": (
            "lif.cli.plan.showing",
            "Show how far a plan is: its actions, what they answer, what they changed.",
        ),
        "review": (
            "lif.cli.plan.reviewing",
            "Record that it was looked at what a plan has changed for children.",
        ),
    },
}
"""The words, as `lif plan --help` shows them."""

app = lazy_noun("Action plans.", COMMANDS)
