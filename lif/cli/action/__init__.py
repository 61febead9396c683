"""`lif action`: what is to be done, by whom, by when, and what became of it. Each word has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Actions": {
        "add": ("lif.cli.action.adding", "Add an action to a plan."),
        "list": ("lif.cli.action.listing", "List actions with their state, due date and BRAG grade."),
        "show": ("lif.cli.action.showing", "Show an action with everything that happened to it by the day."),
    },
    "Follow": {
        "note": ("lif.cli.action.noting", "Add a dated note of progress."),
        "revise": ("lif.cli.action.revising", "Move the due date of an action, with the reason."),
        "import": (
            "lif.cli.action.importing",
            "Take in the sheet of its actions that an agency filled in and sent back.",
        ),
        "grade": ("lif.cli.action.grading", "Set the BRAG grade of an action by hand, with the reason."),
    },
    "To the evidence": {
        "complete": ("lif.cli.action.completing", "Record that somebody says it was done."),
        "evidence": (
            "lif.cli.action.evidencing",
            "Record that evidence was seen that an action was done.",
        ),
        "evaluate": (
            "lif.cli.action.evaluating",
            "Record what difference an action made for children.",
        ),
        "reopen": (
            "lif.cli.action.reopening",
            "Record that an action said to be done is not, or changed nothing.",
        ),
    },
    "End": {
        "close": ("lif.cli.action.closing", "Close an action that was seen to have made a difference."),
        "supersede": (
            "lif.cli.action.superseding",
            "Record that another action takes the place of this one, or events did.",
        ),
        "reject": ("lif.cli.action.rejecting", "Record that an action will not be done, and why."),
    },
}
"""The words, as `lif action --help` shows them."""

app = lazy_noun("Actions: what is to be done, by whom, by when.", COMMANDS)
