"""`lif learning`: lessons, from where they were learned to the difference they made. Each word has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Lessons": {
        "new": ("lif.cli.learning.opening", "Record a lesson: what was learned, where, and why it matters."),
        "list": ("lif.cli.learning.listing", "List the lessons, those that are stuck first."),
        "show": ("lif.cli.learning.showing", "Show a lesson and how far it has come."),
        "themes": (
            "lif.cli.learning.theming",
            "Show what recurs, across reviews, audits, reports and lessons.",
        ),
        "briefing": ("lif.cli.learning.briefing", "Write the seven-minute briefing on a lesson: one page."),
    },
    "The loop": {
        "spread": ("lif.cli.learning.spreading", "Record that a lesson was disseminated: how, and to whom."),
        "embed": ("lif.cli.learning.embedding", "Record what is done differently because of a lesson."),
        "evaluate": ("lif.cli.learning.evaluating", "Record what difference a lesson made."),
        "note": ("lif.cli.learning.noting", "Add a dated note to a lesson."),
        "close": ("lif.cli.learning.closing", "Close a lesson: nothing more is to be done about it."),
    },
}
"""The words, as `lif learning --help` shows them."""

app = lazy_noun("Lessons, and how far each has come: known, spread, embedded, evaluated.", COMMANDS)
