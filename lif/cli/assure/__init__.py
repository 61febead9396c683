"""`lif assure`: the framework. Each word has a module here, imported on its word; without one it is `show`."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Commands": {
        "show": (
            "lif.cli.assure.showing",
            "Show how each obligation stands, or what counted for one.",
        ),
        "judge": ("lif.cli.assure.judging", "Record how far an obligation, or a point of it, is met."),
        "record": (
            "lif.cli.assure.recording",
            "Record what was done for an obligation and stands in no other record.",
        ),
        "begin": (
            "lif.cli.assure.beginning",
            "Take over the framework that lif brings, to be made your own.",
        ),
    },
}
"""The words, as `lif assure --help` shows them."""

app = lazy_noun(
    "Assurance: how each obligation of the framework stands, and what shows it.\n\n"
    "`lif assure` alone, or with a clause such as F8.3, is `lif assure show`; what else it takes: lif assure show --help",
    COMMANDS,
    default="show",
)
