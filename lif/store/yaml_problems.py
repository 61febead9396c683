"""What can be wrong with the text of a YAML file, and how it is said to the person who wrote it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a text. `line` and `column` count from 1, the column in characters.

    `code` is one of `CODES`; `message` says what and why without quoting narrative; `hint` is the mend. Both
    are sentences.
    """

    line: int
    column: int
    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a file holds, or what is wrong with it: `value` is None exactly when there are problems."""

    value: dict[str, Any] | None
    problems: tuple[Problem, ...] = ()


class EditRefused(Exception):
    """A text could not be changed safely, and was not. `line` and `column` tell where, from 1."""

    def __init__(self, message: str, line: int, column: int, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint


CODES: dict[str, str] = {
    "Y101": "the file is not UTF-8 text",
    "Y102": "a character that has no place in a record",
    "Y103": "the file is larger than 2 MiB",
    "Y104": "nested deeper than 50 levels",
    "Y105": "the file is empty",
    "Y106": "the file does not hold a list of `key: value` lines at its top level",
    "Y107": "more than one document in a file",
    "Y108": "a YAML directive",
    "Y109": "an anchor or an alias",
    "Y110": "a tag",
    "Y111": "a merge key",
    "Y112": "a key that stands twice in the same place",
    "Y113": "a plain spelling that tools read differently",
    "Y114": "a key that is no plain text",
    "Y115": "a tab used as indentation",
    "Y116": "the YAML cannot be read",
    "Y117": "a merge left half done",
}
