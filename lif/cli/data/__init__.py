"""`lif data`: indicators and their figures. Each word has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Indicators": {
        "new": ("lif.cli.data.opening", "Add an indicator to the Board's dataset."),
        "list": ("lif.cli.data.listing", "List the indicators with their latest figures."),
        "show": ("lif.cli.data.showing", "Show the indicators with their latest figures, or one with all."),
        "scorecard": (
            "lif.cli.data.scoring",
            "Show every indicator on one line: latest figure, direction, target, comparators.",
        ),
        "suggest": (
            "lif.cli.data.suggesting",
            "Suggest what a meeting might discuss, with the reasons.",
        ),
        "advise": (
            "lif.cli.data.advising",
            "Show what a reader would ask of the latest commentary, each with why.",
        ),
        "change": (
            "lif.cli.data.changing",
            "Change an indicator, and say in its change log what was changed and why.",
        ),
    },
    "Figures": {
        "import": ("lif.cli.data.importing", "Take indicators' figures from a CSV file or a workbook."),
        "export": ("lif.cli.data.exporting", "Give figures out as a workbook and CSV, with their marks."),
        "comparators": ("lif.cli.data.comparing", "Record whom the Board is compared with."),
        "check": (
            "lif.cli.data.checking",
            "Ask about figures that may be wrong or need explaining.",
        ),
        "comment": ("lif.cli.data.commenting", "Say what lies behind a figure."),
    },
}
"""The words, as `lif data --help` shows them."""

app = lazy_noun("Indicators and their figures.", COMMANDS)
