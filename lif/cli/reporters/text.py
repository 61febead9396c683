"""Findings as text for people."""

from collections import Counter
from collections.abc import Sequence

from lif.cli import say
from lif.cli.reporters.report import Report, counted, summary
from lif.store.findings import Finding

MOST_REMARKS = 20
"""More of them than a person reads, between which an error would be lost; and of files with such remarks."""


def show(report: Report) -> None:
    """One line for each finding, the hint below it, and a count at the end.

    Of many remarks on the records of a whole Board only how many there are in which file.
    """
    advice = [finding for finding in report.findings if finding.severity == "remark" and finding.record]
    if not report.of_all or len(advice) <= MOST_REMARKS:
        advice = []
    left_out = set(advice)
    for finding in report.findings:
        if finding not in left_out:
            say.result_finding(finding)
    if advice:
        for line in _folded(advice):
            say.result(line)
        say.aside("Remarks are advice. To read those of a file: lif validate FILE")
    more = " What a code means: lif explain CODE" if report.findings else ""
    say.aside(summary(report) + more)


def _folded(advice: Sequence[Finding]) -> list[str]:
    """For each file how many remarks there are on it, and of which codes."""
    by_file: dict[str, Counter[str]] = {}
    for finding in advice:
        by_file.setdefault(finding.file, Counter())[finding.code] += 1
    lines = [
        f"{file}: {counted(codes.total(), 'remark')} "
        f"({', '.join(f'{code} {number}' for code, number in sorted(codes.items()))})"
        for file, codes in by_file.items()
    ]
    more = len(lines) - MOST_REMARKS
    return lines if more <= 0 else [*lines[:MOST_REMARKS], f"And remarks on {counted(more, 'more file')}."]
