"""What libyaml says of broken syntax, in the words of a person who keeps records."""

import re

from yaml.error import MarkedYAMLError, YAMLError

from lif.store.yaml_problems import Problem
from lif.store.yaml_text import forbidden_characters

CODE = "Y116"
_QUOTE = 'put the whole text in quotes: "…"'

# libyaml's words → what they mean to the writer, and the mend. The first entry whose pattern is found in
# "context: problem" speaks.
_MEANINGS: tuple[tuple[str, str, str], ...] = (
    (
        r"quoted scalar: found unexpected",
        "a quotation mark is opened here and not closed",
        "close it with the same mark",
    ),
    (
        r"unknown escape character|hexdecimal number|invalid Unicode character escape",
        "after a backslash within double quotes stands something that has no meaning there",
        "write \\\\ for a backslash, or use single quotes: '…'",
    ),
    (
        r"tab character",
        "a tab stands where only spaces may",
        "indent with spaces",
    ),
    (
        r"simple key: could not find expected ':'",
        "this line is neither a key with its value nor part of a text",
        "write `key: value` with a space after the colon, or indent the line under the text it belongs to",
    ),
    (
        r"scanning an alias|scanning an anchor",
        "a text may not begin with `*` or `&`",
        _QUOTE + ", or begin a list with `- `",
    ),
    (
        r"scanning a (tag|directive)|parsing a tag|undefined tag",
        "a text may not begin with `!` or `%`",
        _QUOTE,
    ),
    (
        r"block scalar: did not find expected comment or line break",
        "text stands on the same line as the `|` or `>` that opens a block text",
        "begin the text on the next line, indented by two spaces, or put it in quotes",
    ),
    (
        r"block scalar",
        "the `|` or `>` that opens a block text is not followed by what may follow it",
        "write `|` alone",
    ),
    (
        r"flow (sequence|mapping): did not find",
        "a list in [ ] or a group in { } is opened and not closed, or a comma is missing",
        "close it with `]` or `}`, put commas between, and put text with commas or brackets in quotes",
    ),
    (
        r"block sequence entries are not allowed",
        "a list item begins with `- ` where no list may begin",
        "begin the list on a line of its own under its key, or put the text in quotes",
    ),
    (
        r"block collection: did not find expected '-' indicator",
        "this line is not indented like the list items above it",
        "indent it like the line it belongs to, or begin it with `- `",
    ),
    (
        r"block mapping: did not find expected key",
        "this line is not indented like the keys above it",
        "let keys of the same rank begin in the same column",
    ),
    (
        r"did not find expected <document start>",
        "this line does not belong to what stands above it",
        "check its indentation: keys of the same rank begin in the same column",
    ),
    (r"expected node content", "a value is missing or begins with a sign that has a meaning in YAML", _QUOTE),
    (r"mapping keys are not allowed", "a key begins where none may begin", _QUOTE),
)
_AT_THE_BEGINNING = ("quoted scalar", "simple key", "flow sequence", "flow mapping")


def explain_syntax_error(error: YAMLError, text: str) -> Problem:
    """One problem for what made libyaml stop, at the place where the writer has to look."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return next(forbidden_characters(text), Problem(1, 1, CODE, "the file cannot be read as YAML"))
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
            "text follows a closing quotation mark",
            'within double quotes write \\" for a quotation mark; within single quotes write it twice',
        )
    for pattern, message, hint in _MEANINGS:
        if re.search(pattern, words):
            return message, hint
    return "the file cannot be read as YAML from here on", "compare this line with the lines around it"


def _colon(line: str, column: int) -> tuple[str, str]:
    if re.search(r":[ \t]", line[:column]):
        return "a colon followed by a space stands within a text", _QUOTE
    return (
        "this key is indented deeper than the keys above it, or the text above it is not finished",
        "let keys of the same rank begin in the same column",
    )


def _odd_sign(sign: str) -> tuple[str, str]:
    if sign == "\t":
        return "a tab stands where only spaces may", "indent with spaces"
    return f"a text may not begin with `{sign}`", _QUOTE


def _line(text: str, number: int) -> str:
    lines = text.split("\n", number + 1)
    return lines[number] if number < len(lines) else ""
