"""`lif import`: registers that an office kept as spreadsheets before. Each word below it has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Registers": {
        "actions": ("lif.cli.importing.actions", "Bring a tracker of actions into an action plan."),
        "audits": ("lif.cli.importing.audits", "Bring in a register of audits."),
        "risks": ("lif.cli.importing.risks", "Bring in a risk log."),
    },
}
"""The words, as `lif import --help` shows them."""

app = lazy_noun("Bring in a spreadsheet that the office keeps already.", COMMANDS)
