"""`lif review chronology`: what happened, as the agencies' records have it."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Chronologies": {
        "import": (
            "lif.cli.review.chronology.importing",
            "Put an agency's chronology beside a review, from CSV, Excel or Word.",
        ),
        "show": (
            "lif.cli.review.chronology.showing",
            "Show the agencies' chronologies as one, in order of date.",
        ),
    },
}
"""The words, as `lif review chronology --help` shows them."""

app = lazy_noun("What happened, as the agencies' records have it.", COMMANDS)
