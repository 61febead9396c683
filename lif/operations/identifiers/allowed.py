"""What the Board lets stand although it looks as if it identified somebody: a line each, with the reason.

In a record a comment does that. A sheet, a document or a picture takes no comments; for those there is
`allowed.txt` beside `records`, with lines as `lif scan` prints the places:

    records/indicators/visits.csv:12:5 P701 because it is the number of a purchase order
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lif.store.findings import Finding

ALLOWED: Final = "allowed.txt"
"""Its name under the Board's root; it is saved like a record."""
_FORM: Final = re.compile(
    r"(?P<file>.+?):(?P<line>[0-9]+)(?::(?P<column>[0-9]+))?:?\s+(?P<code>[Pp]70[123]):?\s+because:?\s+\S.*"
)


@dataclass(frozen=True, slots=True)
class Allowed:
    """One place that may stay as it is."""

    number: int
    """The line of `allowed.txt`, from 1."""
    file: str
    line: int
    column: int
    """0 for the whole line."""
    code: str

    def means(self, finding: Finding) -> bool:
        """Whether it lets a finding stand."""
        return (self.file, self.line, self.code) == (finding.file, finding.line, finding.code) and (
            self.column in (0, finding.column)
        )


def allowed_in(root: Path) -> tuple[tuple[Allowed, ...], tuple[Finding, ...]]:
    """What the Board allows, and the lines of its list that allow nothing (P704)."""
    try:
        text = (root / ALLOWED).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return (), ()
    found: list[Allowed] = []
    faults: list[Finding] = []
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        if match := _FORM.fullmatch(words):
            place = match["file"].replace("\\", "/").removeprefix("./")
            found.append(
                Allowed(number, place, int(match["line"]), int(match["column"] or 0), match["code"].upper())
            )
        else:
            faults.append(
                _fault(number, "This line is not understood, or gives no reason; it allows nothing.")
            )
    return tuple(found), tuple(faults)


def stale(allowed: Sequence[Allowed], findings: Sequence[Finding], read: frozenset[str]) -> list[Finding]:
    """A finding (P704) for each place in a file that was read at which there is nothing to allow any more."""
    return [
        _fault(one.number, f"There is no {one.code} at this place any more, so there is nothing to allow.")
        for one in allowed
        if one.file in read and not any(map(one.means, findings))
    ]


def _fault(number: int, message: str) -> Finding:
    hint = "Write it as lif scan prints the place: FILE:LINE:COLUMN P701 because …, or take the line out."
    return Finding(ALLOWED, number, 1, "P704", message, hint, severity="warning")
