"""`lif report`: what agencies report, and what is asked of them. Each word has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Reports": {
        "new": ("lif.cli.report.opening", "Record a report that an agency sent in."),
        "list": ("lif.cli.report.listing", "List the reports that came in, or those that are asked for."),
        "show": ("lif.cli.report.showing", "Show a report."),
        "follow": (
            "lif.cli.report.following",
            "Open a draft for each yes of a report that nothing follows up.",
        ),
        "advise": ("lif.cli.report.advising", "Show what a reader would ask of a report, each with why."),
    },
    "Forms": {
        "template": ("lif.cli.report.template", "Write the forms on which agencies report."),
        "import": ("lif.cli.report.importing", "Take in the reports that agencies filled in and sent back."),
        "remind": ("lif.cli.report.reminding", "Write to the agencies whose reports have not come."),
    },
}
"""The words, as `lif report --help` shows them."""

app = lazy_noun("Reports from agencies.", COMMANDS)
