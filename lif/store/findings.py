"""What a check found, as data: reporters decide how it is shown."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "remark"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong, or worth a look, at one place.

    `file` is relative to the Board's root, with forward slashes. `line` and `column` count from 1; a finding
    on a whole file stands at line 1, column 1. `record` is the id of the record concerned, or "". `message`
    says what and why without quoting narrative; `hint` is the command or edit that mends it.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    record: str = ""
    severity: Severity = "error"
