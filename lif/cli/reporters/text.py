"""Findings as text for people."""

from lif.cli import say
from lif.cli.reporters.report import Report, summary


def show(report: Report) -> None:
    """One line for each finding, the hint below it, and a count at the end."""
    for finding in report.findings:
        say.result_finding(finding)
    more = " What a code means: lif explain CODE" if report.findings else ""
    say.aside(summary(report) + more)
