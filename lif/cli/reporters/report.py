"""What a check has to say, before it is known in which form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lif.store.findings import Finding, Severity

WORST_FIRST: Final[tuple[Severity, ...]] = ("error", "warning", "remark")


@dataclass(frozen=True, slots=True)
class Report:
    """The findings that are to be shown, and what they were looked for in."""

    findings: Sequence[Finding]
    """In order of file and place."""
    records: int
    """How many records were read."""
    files: Sequence[str] = ()
    """The names of the files that were read."""
    left_out: int = 0
    """How many findings are not shown, because their codes were not asked for."""
    folder: str = ""
    """Where the Board lies below the top of its git repository, such as `board/`; "" at the top or in none."""
    of_all: bool = False
    """Whether nothing was asked for in particular: no file, no folder and no code."""

    @property
    def worst_first(self) -> list[Finding]:
        """The findings, errors before warnings before remarks."""
        return sorted(self.findings, key=lambda finding: WORST_FIRST.index(finding.severity))


def summary(report: Report) -> str:
    """One sentence: how much was read, and how much is wrong."""
    read = counted(report.records, "record") + " read"
    if not report.records and report.files:
        read = counted(len(report.files), "file") + " read"
    if not report.findings:
        said = f"{read}; nothing is wrong"
    else:
        counts = {severity: sum(f.severity == severity for f in report.findings) for severity in WORST_FIRST}
        said = f"{read}; " + ", ".join(counted(n, severity) for severity, n in counts.items() if n)
    if report.left_out:
        said += f" ({counted(report.left_out, 'finding')} left out by --select or --ignore)"
    return f"{said}."


def counted(number: int, word: str) -> str:
    """A number with its word: `1 error`, `2 errors`."""
    return f"{number} {word}{'s' if number != 1 else ''}"
