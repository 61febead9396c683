"""`lif annual`: the annual report. Each word has a module here, imported on its word."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "The report": {
        "new": ("lif.cli.annual.opening", "Begin the annual report of a financial year."),
        "list": ("lif.cli.annual.listing", "List the annual reports, and how far each has come."),
        "show": ("lif.cli.annual.showing", "Show what is written, what is missing, and how to write it."),
        "build": (
            "lif.cli.annual.building",
            "Build the report as PDF, Word, web page and Markdown, also for the public.",
        ),
    },
    "What people write": {
        "write": ("lif.cli.annual.writing", "Write the words of a section."),
        "weakness": (
            "lif.cli.annual.weakening",
            "Write down a weakness of the year, its causes and what is done about them.",
        ),
        "without": ("lif.cli.annual.leaving", "Say why the report draws no lesson from a review."),
    },
    "Its end": {
        "agree": ("lif.cli.annual.agreeing", "Record that the Board agreed the report."),
        "publish": ("lif.cli.annual.publishing", "Record that the report was published."),
    },
}
"""The words, as `lif annual --help` shows them."""

app = lazy_noun("The annual report: drafted from the records, with what people write in it.", COMMANDS)
