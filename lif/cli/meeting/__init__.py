"""`lif meeting`: meetings. Each word has a module here, imported on its word."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "The meetings": {
        "new": ("lif.cli.meeting.opening", "Put a meeting into the diary."),
        "list": ("lif.cli.meeting.listing", "List the meetings: papers, who came, and what is still to do."),
        "show": ("lif.cli.meeting.showing", "Show a meeting: papers, who came, decisions and minutes."),
        "attendance": ("lif.cli.meeting.attendance", "How often each agency came, over a year."),
        "decisions": (
            "lif.cli.meeting.deciding",
            "List the decisions that are still to be carried out, the late ones first.",
        ),
    },
    "Before a meeting": {
        "item": ("lif.cli.meeting.agenda", "Add a point to the agenda."),
        "pick": (
            "lif.cli.meeting.picking",
            "Pick a performance item for discussion, with the reason.",
        ),
        "unpick": (
            "lif.cli.meeting.unpicking",
            "Take a performance item off again that was picked for discussion.",
        ),
        "circulate": ("lif.cli.meeting.circulating", "Record the day on which the papers went out."),
        "sent": ("lif.cli.meeting.sending", "Record the pack that went out, with the digest of each file."),
        "cancel": ("lif.cli.meeting.cancelling", "Record that a meeting does not take place."),
    },
    "After a meeting": {
        "attend": ("lif.cli.meeting.attending", "Record who came, who sent a deputy and who sent apologies."),
        "decide": ("lif.cli.meeting.decided", "Record a decision."),
        "done": ("lif.cli.meeting.carrying_out", "Record that a decision has been carried out."),
        "withdraw": ("lif.cli.meeting.withdrawing", "Withdraw a decision that no longer stands."),
        "minutes": (
            "lif.cli.meeting.minuting",
            "Write the minutes as Word and PDF, or record when they were written and agreed.",
        ),
    },
}
"""The words, as `lif meeting --help` shows them."""

app = lazy_noun("Meetings: papers, who came, and what became of every decision.", COMMANDS)
