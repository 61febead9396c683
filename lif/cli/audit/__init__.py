"""`lif audit`: the register of audits, and the returns that agencies send. Each word has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "The register": {
        "log": ("lif.cli.audit.logging", "Record an audit in the central register."),
        "list": ("lif.cli.audit.listing", "List the audits and where they stand."),
        "show": ("lif.cli.audit.showing", "Show an audit with everything recorded about it."),
    },
}
"""The words, as `lif audit --help` shows them."""

app = lazy_noun("The register of audits.", COMMANDS)
