"""`lif template`: what papers are laid out with. Each word has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Templates": {
        "list": ("lif.cli.template.listing", "List the templates: what each is for, and which are your own."),
        "show": (
            "lif.cli.template.showing",
            "Show what a template is given, and of what kind each thing is.",
        ),
        "copy": ("lif.cli.template.copying", "Copy a shipped template into templates/, to be changed there."),
        "check": (
            "lif.cli.template.checking",
            "Try your own templates and theme, and say what is wrong where.",
        ),
    },
}
"""The words, as `lif template --help` shows them."""

app = lazy_noun("Templates: how papers are laid out, and what your own may use.", COMMANDS)
