"""`lif audit`: the register of audits, and the returns that agencies send. Each word has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "The register": {
        "log": ("lif.cli.audit.logging", "Record an audit in the central register."),
        "list": ("lif.cli.audit.listing", "List the audits and where they stand."),
        "show": ("lif.cli.audit.showing", "Show an audit with everything recorded about it."),
        "register": (
            "lif.cli.audit.registering",
            "Print the whole register of audits, as the Framework describes it.",
        ),
        "plan": ("lif.cli.audit.planning", "Show the forward plan of audits for a year."),
    },
    "The cycle": {
        "hold": ("lif.cli.audit.holding", "Record that an audit took place."),
        "report": ("lif.cli.audit.reporting", "Record that the results of an audit were reported."),
        "share": ("lif.cli.audit.sharing", "Record where the results of an audit were shared."),
        "revisit": (
            "lif.cli.audit.revisiting",
            "Record that an audit was looked at again, and whether practice improved.",
        ),
        "note": ("lif.cli.audit.noting", "Add a dated note to an audit."),
        "close": (
            "lif.cli.audit.closing",
            "Close an audit.",
        ),
    },
    "Returns of agencies": {
        "returns": (
            "lif.cli.audit.returning",
            "Show who was asked for a return, what came, and who is missing, by name.",
        ),
        "declare": (
            "lif.cli.audit.declaring",
            "Record a signed declaration given in place of a self-assessment.",
        ),
        "carry": (
            "lif.cli.audit.carrying",
            "Carry an agency's earlier answers forward, each asked whether still true.",
        ),
        "improve": (
            "lif.cli.audit.improving",
            "Open an agency's improvement plan: an action for each item below standard.",
        ),
        "results": (
            "lif.cli.audit.results",
            "Write the results of a round of returns as a paper, with charts.",
        ),
    },
    "Forms out and back": {
        "tool": ("lif.cli.audit.tool", "Write the forms on which agencies answer an audit."),
        "collect": (
            "lif.cli.audit.collecting",
            "Take in the forms of an audit that agencies filled in and sent back.",
        ),
        "moderate": (
            "lif.cli.audit.moderating",
            "Record grades that were agreed beside those that an agency gave itself.",
        ),
    },
}
"""The words, as `lif audit --help` shows them."""

app = lazy_noun("The register of audits.", COMMANDS)
