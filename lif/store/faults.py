"""A fault names a place by its path in a record; `located` turns it into a finding with line and column."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lif.store.findings import Finding, Severity

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a path of a record's file, before its line and column are known."""

    file: str
    path: Path
    code: str
    message: str
    hint: str = ""
    record: str = ""
    severity: Severity = "error"
    at_key: bool = False
    """Point at the key rather than at its value."""
    line: int | None = None
    """The line, where it is known already (in a CSV file, or for a file as a whole)."""
    column: int = 1
    """The column, where the line is known already."""


def located(faults: Iterable[Fault], read: Callable[[str], bytes]) -> list[Finding]:
    """Findings with their places, in order of file, line and column.

    Each file with a fault is read a second time, and only those: clean Boards pay nothing for places.
    """
    by_file: dict[str, list[Fault]] = {}
    findings = []
    for fault in faults:
        if fault.line is None:
            by_file.setdefault(fault.file, []).append(fault)
        else:
            findings.append(_finding(fault, fault.line, fault.column))
    for file, group in by_file.items():
        # Imported here because only a Board with findings needs it.
        from lif.store.yaml_locate import locate  # noqa: PLC0415

        places = locate(read(file))
        for fault in group:
            place = places.place(fault.path)
            # Of a value on lines of its own the key says best what is meant.
            below = place.kind != "scalar" and place.style == "block"
            key = below or (fault.at_key and place.path == fault.path)
            line, column = (place.key_line, place.key_column) if key else (place.line, place.column)
            findings.append(_finding(fault, line, column))
    return sorted(findings)


def _finding(fault: Fault, line: int, column: int) -> Finding:
    return Finding(
        file=fault.file,
        line=line,
        column=column,
        code=fault.code,
        message=fault.message,
        hint=fault.hint,
        record=fault.record,
        severity=fault.severity,
    )
