"""`lif action`: what is to be done, by whom, by when, and what became of it. Each word has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Actions": {
        "add": ("lif.cli.action.adding", "Add an action to a plan."),
        "list": ("lif.cli.action.listing", "List actions with their state, due date and BRAG grade."),
        "show": ("lif.cli.action.showing", "Show an action with everything that happened to it."),
    },
    "Follow": {
        "note": ("lif.cli.action.noting", "Add a dated note of progress."),
        "complete": ("lif.cli.action.completing", "Record that somebody says it was done."),
    },
}
"""The words, as `lif action --help` shows them."""

app = lazy_noun("Actions: what is to be done, by whom, by when.", COMMANDS)
