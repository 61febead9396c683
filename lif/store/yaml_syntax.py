"""What libyaml says of broken syntax, in the words of a person who keeps records."""

import re

from yaml.error import MarkedYAMLError, YAMLError

from lif.store.yaml_problems import Problem
from lif.store.yaml_text import forbidden_characters

CODE = "Y116"
_QUOTE = 'Put the whole text in quotes: "…".'

# libyaml's words → what they mean to the writer, and the mend. The first entry whose pattern is found in
# "context: problem" speaks.
_MEANINGS: tuple[tuple[str, str, str], ...] = (
    (
        r"quoted scalar: found unexpected",
        "A quotation mark is opened here and not closed.",
        "Close it with the same mark.",
    ),
    (
        r"unknown escape character|hexdecimal number|invalid Unicode character escape",
        "After a backslash within double quotes stands something that has no meaning there.",
        "Write \\\\ for a backslash, or use single quotes: '…'.",
    ),
    (
        r"tab character",
        "A tab stands where only spaces may.",
        "Indent with spaces.",
    ),
    (
        r"simple key: could not find expected ':'",
        "This line is neither a key with its value nor part of a text.",
        "Write `key: value` with a space after the colon, or indent the line under the text it belongs to.",
    ),
    (
        r"scanning an alias|scanning an anchor",
        "A text may not begin with `*` or `&`.",
        'Put the whole text in quotes: "…", or begin a list with `- `.',
    ),
    (
        r"scanning a (tag|directive)|parsing a tag|undefined tag",
        "A text may not begin with `!` or `%`.",
        _QUOTE,
    ),
    (
        r"block scalar: did not find expected comment or line break",
        "Text stands on the same line as the `|` or `>` that opens a block text.",
        "Begin the text on the next line, indented by two spaces, or put it in quotes.",
    ),
    (
        r"block scalar",
        "The `|` or `>` that opens a block text is not followed by what may follow it.",
        "Write `|` alone.",
    ),
    (
        r"flow (sequence|mapping): did not find",
        "A list in [ ] or a group in { } is opened and not closed, or a comma is missing.",
        "Close it with `]` or `}`, put commas between, and put text with commas or brackets in quotes.",
    ),
    (
        r"block sequence entries are not allowed",
        "A list item begins with `- ` where no list may begin.",
        "Begin the list on a line of its own under its key, or put the text in quotes.",
    ),
    (
        r"block collection: did not find expected '-' indicator",
        "This line is not indented like the list items above it.",
        "Indent it like the line it belongs to, or begin it with `- `.",
    ),
    (
        r"block mapping: did not find expected key",
        "This line is not indented like the keys above it.",
        "Let keys of the same rank begin in the same column.",
    ),
    (
        r"did not find expected <document start>",
        "This line does not belong to what stands above it.",
        "Check its indentation: keys of the same rank begin in the same column.",
    ),
    (
        r"expected node content",
        "A value is missing or begins with a sign that has a meaning in YAML.",
        _QUOTE,
    ),
    (r"mapping keys are not allowed", "A key begins where none may begin.", _QUOTE),
)
_AT_THE_BEGINNING = ("quoted scalar", "simple key", "flow sequence", "flow mapping")


def explain_syntax_error(error: YAMLError, text: str) -> Problem:
    """One problem for what made libyaml stop, at the place where the writer has to look."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return next(forbidden_characters(text), Problem(1, 1, CODE, "The file cannot be read as YAML."))
    words = f"{error.context or ''}: {error.problem or ''}"
    mark = error.problem_mark
    if error.context_mark is not None and any(part in words for part in _AT_THE_BEGINNING):
        mark = error.context_mark
    message, hint = _meaning(words, _line(text, mark.line), mark.column)
    return Problem(mark.line + 1, mark.column + 1, CODE, message, hint)


def _meaning(words: str, line: str, column: int) -> tuple[str, str]:
    if "mapping values are not allowed" in words:
        return _colon(line, column)
    if "cannot start any token" in words:
        return _odd_sign(line[column : column + 1])
    if "did not find expected key" in words and line[:column].strip():
        return (
            "Text follows a closing quotation mark.",
            'Within double quotes write \\" for a quotation mark; within single quotes write it twice.',
        )
    for pattern, message, hint in _MEANINGS:
        if re.search(pattern, words):
            return message, hint
    return "The file cannot be read as YAML from here on.", "Compare this line with the lines around it."


def _colon(line: str, column: int) -> tuple[str, str]:
    if re.search(r":[ \t]", line[:column]):
        return "A colon followed by a space stands within a text.", _QUOTE
    return (
        "This key is indented deeper than the keys above it, or the text above it is not finished.",
        "Let keys of the same rank begin in the same column.",
    )


def _odd_sign(sign: str) -> tuple[str, str]:
    if sign == "\t":
        return "A tab stands where only spaces may.", "Indent with spaces."
    return f"A text may not begin with `{sign}`.", _QUOTE


def _line(text: str, number: int) -> str:
    lines = text.split("\n", number + 1)
    return lines[number] if number < len(lines) else ""
