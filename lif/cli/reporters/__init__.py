"""How findings are shown: one module for each form, imported when that form is asked for."""

from importlib import import_module
from typing import Final

from lif.cli.reporters.report import Report

REPORTERS: Final = {
    "text": "lif.cli.reporters.text",
    "json": "lif.cli.reporters.json_form",
    "github": "lif.cli.reporters.github",
    "sarif": "lif.cli.reporters.sarif",
    "junit": "lif.cli.reporters.junit",
}
"""The module of each form; its function `show` prints a report."""


def show(form: str, report: Report) -> None:
    """Print a report in one of the forms."""
    import_module(REPORTERS[form]).show(report)
