"""From bytes to text: the encoding, the characters and the white space that a record may hold."""

import re
from collections.abc import Iterable, Iterator

from lif.store.yaml_problems import Problem

MOST_BYTES = 2 * 1024 * 1024
MOST_PROBLEMS = 100  # of one file: a person mends the first ones and looks again

# What YAML does not allow, and what its versions take for different things: the line separators of Unicode,
# byte order marks within the text, and a carriage return that ends no line.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
# A record may not hold them by way of an escape in double quotes either, such as "\e" or "\u2028".
_ESCAPED = re.compile(f"{_FORBIDDEN.pattern.partition('|')[0]}|\r")
_SEPARATORS = ("\x85", "\u2028", "\u2029", "\ufeff")  # which libyaml does not refuse
_NAMES = {
    "\x00": "a NUL character",
    "\r": "a line end of a kind no longer used (CR alone)",
    "\x85": "an invisible line separator (U+0085)",
    "\u2028": "an invisible line separator (U+2028)",
    "\u2029": "an invisible paragraph separator (U+2029)",
    "\ufeff": "an invisible byte order mark (U+FEFF) within the text",
}
_ORDINARY_BYTES = bytes([9, 10, *range(32, 127), *range(128, 256)])
_SAVE_AS_UTF8 = "Save the file with the encoding UTF-8."
# What git writes around the two versions of lines that it could not merge. At the very start of a line none of
# these can belong to a record.
_CONFLICT = re.compile(r"^(?:(<{7})|>{7}|\|{7}|={7}(?=\r?$))(?=[ \r]|$)", re.MULTILINE)
_INDENTATION = re.compile(r"(?:[ \t]|[-?:](?=[ \t]))*")


def decode(data: bytes) -> tuple[str, list[Problem]]:
    """The text of a file, without a byte order mark at its start, and what keeps it from being read."""
    if len(data) > MOST_BYTES:
        message = f"The file is larger than 2 MiB ({len(data) / 1024 / 1024:.1f} MiB)."
        return "", [Problem(1, 1, "Y103", message, "Keep long material in a document and refer to it.")]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        return "", [Problem(1, 1, "Y101", "The file is in UTF-16 or UTF-32, not in UTF-8.", _SAVE_AS_UTF8)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = position(data[: error.start].decode("utf-8"), None)
        message = f"The byte 0x{data[error.start]:02x} is not UTF-8 text."
        return "", [Problem(line, column, "Y101", message, _SAVE_AS_UTF8)]
    text = text.removeprefix("\ufeff")
    if data.translate(None, _ORDINARY_BYTES) or (
        not text.isascii() and any(separator in text for separator in _SEPARATORS)
    ):
        return text, list(forbidden_characters(text))
    return text, []


def position(text: str, offset: int | None) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text (None: its end)."""
    before = text[:offset].removeprefix("\ufeff")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def forbidden_characters(text: str) -> Iterator[Problem]:
    """A problem for each character that no record may hold, up to a hundred."""
    for count, match in enumerate(_FORBIDDEN.finditer(text)):
        if count == MOST_PROBLEMS:
            return
        line, column = position(text, match.start())
        message = f"Here stands {_name_of(match.group())}."
        yield Problem(line, column, "Y102", message, "Delete it, or type the line end anew.")


def conflict_marks(text: str) -> Iterator[Problem]:
    """A problem for each place where a merge was left half done: where it begins, or what is left of its marks."""
    found = list(_CONFLICT.finditer(text))
    for match in [match for match in found if match[1]] or found:
        yield Problem(
            text.count("\n", 0, match.start()) + 1,
            1,
            "Y117",
            f"A merge was left half done: this line (`{match.group()}`) is one of git's marks around two versions.",
            "Choose between them in the editor and delete the marks, or have yours alone again: lif undo --apply. "
            "Then: lif validate, and lif renumber if a number stands twice.",
        )


def half_merged(text: str) -> list[Problem]:
    """The same of a text in which a line may well be a row of equal signs: only where both versions begin."""
    return list(conflict_marks(text)) if any(match[1] for match in _CONFLICT.finditer(text)) else []


def escaped_character(value: str) -> str | None:
    """The name of the first character of a text that no record may hold, which was then written as an escape."""
    match = _ESCAPED.search(value)
    return _name_of(match.group()) if match else None


def _name_of(character: str) -> str:
    return _NAMES.get(character, f"a control character (U+{ord(character):04X})")


def misused_tabs(text: str, block_lines: Iterable[tuple[int, int]]) -> Iterator[Problem]:
    """A problem for each line that is indented with a tab; `block_lines` are the lines of block texts.

    Within a block text (from its first line to before its last, counted from 0) a tab is text like any other.
    """
    within = {line for first, last in block_lines for line in range(first, last)}
    for number, line in enumerate(text.split("\n")):
        match = _INDENTATION.match(line)
        indentation = match.group() if match else ""
        rest = line[len(indentation) :].rstrip("\r")
        if "\t" in indentation and rest and not rest.startswith("#") and number not in within:
            column = indentation.index("\t") + 1
            yield Problem(
                number + 1, column, "Y115", "This line is indented with a tab.", "Indent with spaces."
            )
