"""Findings as text for people."""

from collections import Counter
from collections.abc import Sequence

from lif.cli import say
from lif.cli.reporters.report import Report, counted, summary
from lif.store.findings import Finding

MOST_REMARKS = 20
"""More of them than a person reads, between which an error would be lost."""


def show(report: Report) -> None:
    """One line for each finding, the hint below it, and a count at the end.

    Of many remarks on a whole Board only how many there are in which file.
    """
    remarks = [finding for finding in report.findings if finding.severity == "remark"]
    fold = report.of_all and len(remarks) > MOST_REMARKS
    for finding in report.findings:
        if not fold or finding.severity != "remark":
            say.result_finding(finding)
    if fold:
        for line in folded(remarks):
            say.result(line)
        say.aside("Remarks are advice. To read those of a file: lif validate FILE")
    more = " What a code means: lif explain CODE" if report.findings else ""
    say.aside(summary(report) + more)


def folded(remarks: Sequence[Finding]) -> list[str]:
    """For each file how many remarks there are on it, and of which codes."""
    lines = []
    for file in dict.fromkeys(finding.file for finding in remarks):
        codes = Counter(finding.code for finding in remarks if finding.file == file)
        each = ", ".join(f"{code} {number}" for code, number in sorted(codes.items()))
        lines.append(f"{file}: {counted(codes.total(), 'remark')} ({each})")
    return lines
