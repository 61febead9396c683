"""`lif theme`: what every side says of a theme. Each word has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Themes": {
        "list": ("lif.cli.theme.listing", "List the themes with how much each side says of them."),
        "show": ("lif.cli.theme.showing", "Show what every side says of a theme, beside each other."),
        "page": ("lif.cli.theme.paging", "Write one page on a theme, with every side of it."),
    },
}
"""The words, as `lif theme --help` shows them."""

app = lazy_noun("A theme from every side: figures, audits, reviews, learning, voice, training.", COMMANDS)
