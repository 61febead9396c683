"""`lif review`: reviews of practice, from the referral to publication. Each word below it has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Cases": {
        "new": (
            "lif.cli.review.opening",
            "Open a case: a referral, a review, or the recommendations of an inspection.",
        ),
        "list": ("lif.cli.review.listing", "List the reviews and where they stand."),
        "next": (
            "lif.cli.review.following",
            "Say what comes next in a review: who does it, by when, and the command.",
        ),
        "show": (
            "lif.cli.review.showing",
            "Show a review as the summary of a case: clocks, decisions, work and history.",
        ),
        "import": ("lif.cli.review.importing", "Add recommendations from a CSV file, in its order."),
    },
    "Criteria": {
        "screen": ("lif.cli.review.screening", "Hold the answers of a case to the tests of its regime."),
        "answer": ("lif.cli.review.answering", "Record an answer to a fact of the criteria."),
        "regime": ("lif.cli.review.regime", "Choose the regime of a case that has none."),
    },
    "Carry out": {
        "chronology": ("lif.cli.review.chronology", "What happened, as the agencies' records have it."),
        "conflict": (
            "lif.cli.review.conflict",
            "Record that sources disagree about a date, and which one is used.",
        ),
    },
}
"""The words, as `lif review --help` shows them."""

app = lazy_noun("Reviews of practice and their recommendations.", COMMANDS)
