"""How findings are shown: as text, as JSON, or as annotations on GitHub."""

from collections.abc import Callable, Sequence
from dataclasses import asdict

from lif.cli import say
from lif.store.findings import Finding

_GITHUB = {"error": "error", "warning": "warning", "remark": "notice"}
_WORST_FIRST = ("error", "warning", "remark")


def as_text(findings: Sequence[Finding], records: int) -> None:
    """One line each, the hint below it, and a count at the end."""
    for finding in findings:
        say.result(say.finding_line(finding))
    say.aside(_summary(findings, records))


def as_json(findings: Sequence[Finding], records: int) -> None:
    """`{"schemaVersion": 1, "kind": "findings", "records": N, "findings": […]}`."""
    keys = ("code", "severity", "file", "line", "column", "record", "message", "hint")
    content = [{key: asdict(finding)[key] for key in keys} for finding in findings]
    say.result_json("findings", {"records": records, "findings": content})


def as_github(findings: Sequence[Finding], records: int) -> None:
    """Workflow commands, worst first, because GitHub shows only the first ten of each kind."""
    for finding in sorted(findings, key=lambda finding: _WORST_FIRST.index(finding.severity)):
        place = f"file={_property(finding.file)},line={finding.line},col={finding.column}"
        message = _data(f"{finding.message} {finding.hint}".strip())
        say.result(f"::{_GITHUB[finding.severity]} {place},title={_property(finding.code)}::{message}")
    say.aside(_summary(findings, records))


REPORTERS: dict[str, Callable[[Sequence[Finding], int], None]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def _summary(findings: Sequence[Finding], records: int) -> str:
    read = f"{records} record{'s' if records != 1 else ''} read"
    if not findings:
        return f"{read}; nothing is wrong."
    counts = {severity: sum(f.severity == severity for f in findings) for severity in _WORST_FIRST}
    words = [f"{n} {severity}{'s' if n != 1 else ''}" for severity, n in counts.items() if n]
    return f"{read}; {', '.join(words)}. What a code means: lif explain CODE"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
