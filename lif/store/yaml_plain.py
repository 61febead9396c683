"""A quick reader for files of plain lines: keys, lists, texts, as `lif` and people write them.

One regular expression takes the file apart, line by line, and one loop puts its value together. Whatever is
not plainly one of the forms below is left to `yaml_full`, which reads all of YAML and decides in doubt:
this reader may give up on any file, but it never takes what that one refuses and never gives another value.

Taken are: block mappings with keys such as `age_band`, and block lists, on lines of their own; texts on one
line, plain or quoted; lists of plain words such as `[police, school]`, `[]` and `{}`; block texts after `|`,
`|-`, `>` and `>-`; comments and blank lines.
"""

import re
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from lif.store.yaml_scalars import LONGEST_WORD, Ambiguous, resolve

T = TypeVar("T")

# Every line is one match: its head (indentation, dash, key), then a text that needs no second look, or the
# rest.
# A text that begins with a letter and is longer than any word with a meaning of its own is text; it holds no
# colon and no `#`, and does not end with a space.
_LINES: Final = re.compile(
    rf"""(\ *(?:-\ +)?(?:[A-Za-z_][A-Za-z0-9_-]{{0,99}}+:(?:\ +|(?=\n)))?+)
         (?:([A-Za-z][^\n:\#]{{{LONGEST_WORD},}}+(?<!\ ))|([^\n]*))\n""",
    re.VERBOSE,
)
_WORD = r"[A-Za-z0-9][A-Za-z0-9_.-]*+(?:\ [A-Za-z0-9][A-Za-z0-9_.-]*+)*+"
_REST = re.compile(
    rf"""(?: (?P<plain>(?:[^\ \-?:,\[\]{{}}\#&*!|>'"%@`]|-(?=[0-9.]))  # no sign that begins something else
                       [^:\#]*+ (?:(?: :(?=[^\ ]) | (?<!\ )\# ) [^:\#]*+)*+)  # `a:b` and `a#b` are text
           | "(?P<double> (?: [^"\\]++ | \\["\\] )*+ )"
           | '(?P<single> (?: [^']++ | '' )*+ )'
           | (?P<block> [|>]-? )
           | \[\ *+(?P<list> (?:{_WORD} (?:\ *+,\ *+{_WORD})*+ )? )\ *+\]
           | (?P<nothing> \{{\}} )
         )?+
         (?: (?:\ +|(?<=\ )|^) \#.* )?+ \ *+""",
    re.VERBOSE,
)
_FOLDS = re.compile("\n+")
_ESCAPE = re.compile(r'\\(["\\])')
# Characters beyond ASCII that libyaml refuses, or takes for line ends.
_UNUSUAL = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_MOST_NESTING: Final = 40  # somewhat less than the full reader takes
_NO_PLACE: Final = 1 << 30


@dataclass(slots=True, eq=False)
class _Form:
    """What follows a key or a dash when it is not a scalar on the same line."""

    block: str = ""
    """`|`, `|-`, `>` or `>-`: a block text follows."""
    items: list[Any] | None = None
    """The items of a flow list; None for `{}`."""


_EMPTY: Final = _Form()
_REFUSED: Final = _Form()  # something that is left to the other reader


# What was worked out of the heads and rests of lines, so that it need not be again; a few thousand are kept.
_heads: dict[str, tuple[int, str | None, int]] = {}
_rests: dict[str, Any] = {}


def read_plain(text: str) -> dict[str, Any] | None:  # noqa: PLR0915 - one loop: calls would cost a third
    """The value of a file's text, as `yaml_text.decode` gives it; None where this reader gives up."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\t" in text or not text.endswith("\n") or not (text.isascii() or not _UNUSUAL.search(text)):
        return None
    heads, rests = _heads, _rests
    root: dict[str, Any] = {}
    container: Any = root  # the open mapping or list
    here = 0  # its place
    stack: list[tuple[int, Any]] = []  # what it lies in, with the places
    awaiting: str | None = None  # the key of the line above, if its value is still to come
    block: list[str] | None = None  # the lines of the open block text
    style = pad = ""
    key: str | None = None
    value: Any
    for head, sure, rest in _LINES.findall(text):
        if block is not None:
            line = f"{head}{sure}{rest}"
            if not line or line.startswith(pad):
                block.append(line)
                continue
            value = _block_text(block, style)
            if value is None or not line.strip(" "):
                return None
            container[-1 if key is None else key] = value
            block = None
        try:
            place, key, inner = heads[head]
        except KeyError:
            place, key, inner = _keep(heads, head, _head(head))
        if place != here:
            if place > here:
                if place == _NO_PLACE:
                    if sure or (rest and rest[0] != "#"):
                        return None
                    continue
                if awaiting is None or len(stack) >= _MOST_NESTING:
                    return None
                stack.append((here, container))
                opened: Any = [] if place & 1 else {}
                container[awaiting] = opened
                container, here = opened, place
            else:
                while here > place:
                    here, container = stack.pop()
                if here != place:
                    return None
        awaiting = None
        if sure:
            value = sure
        else:
            try:
                value = rests[rest]
            except KeyError:
                value = _keep(rests, rest, _meaning(rest))
            if value.__class__ is _Form:
                if value is _EMPTY:
                    value, awaiting = None, key
                    if key is None:
                        return None
                elif value is _REFUSED:
                    return None
                elif value.block:
                    style, block = value.block, []
                    pad = " " * ((inner if key and place & 1 else place) // 2 + 1)
                else:
                    value = {} if value.items is None else list(value.items)
        if place & 1:
            if key is None:
                container.append(value)
            else:
                opened = {key: value}
                container.append(opened)
                stack.append((here, container))
                container, here = opened, inner
        elif key in container:
            return None
        else:
            container[key] = value
    if block is not None:
        value = _block_text(block, style)
        if value is None:
            return None
        container[-1 if key is None else key] = value
    return root or None


def _keep(kept: dict[str, T], spelling: str, meaning: T) -> T:
    if len(spelling) <= 60:
        if len(kept) >= 4096:
            kept.clear()
        kept[spelling] = meaning
    return meaning


def _head(head: str) -> tuple[int, str | None, int]:
    """The place of a line by its head, its key, and the place of the mapping that begins after its dash.

    A place is twice the column, and one more for a dash, so that a place within another is always greater: a
    list may begin in the column of the key that it belongs to.
    """
    rest = head.lstrip(" ")
    column = len(head) - len(rest)
    key = rest.lstrip("- ").rstrip(" ")[:-1] or None
    if rest.startswith("-"):
        return 2 * column + 1, key, 2 * (column + len(rest) - len(rest[1:].lstrip(" ")))
    return 2 * column if key else _NO_PLACE, key, 0


def _meaning(rest: str) -> Any:
    """The value of what follows a key or a dash, or its form."""
    match = _REST.fullmatch(rest)
    if match is None:
        return _REFUSED
    plain, double, single, block, words, nothing = match.groups()
    if plain is not None:
        value = resolve(plain.rstrip(" "))
        return _REFUSED if isinstance(value, Ambiguous) else value
    if double is not None:
        return _ESCAPE.sub(r"\1", double)
    if single is not None:
        return single.replace("''", "'")
    if block is not None:
        return _Form(block=block) if rest == block else _REFUSED
    if words is not None:
        items = []
        for word in words.split(",") if words else ():
            item = resolve(word.strip(" "))
            if isinstance(item, Ambiguous):
                return _REFUSED
            items.append(item)
        return _Form(items=items)
    return _Form() if nothing else _EMPTY


def _block_text(lines: list[str], style: str) -> str | None:
    """The text of a block text's lines; None for one whose layout is not plain."""
    while lines and not lines[-1]:
        lines.pop()
    if not lines or not lines[0]:
        return None
    width = len(lines[0]) - len(lines[0].lstrip(" "))
    pad, folded = lines[0][:width], style[0] == ">"
    texts = []
    for line in lines:
        text = line[width:]
        if line and (not line.startswith(pad) or not text.strip(" ") or (folded and text[0] == " ")):
            return None
        texts.append(text)
    whole = "\n".join(texts)
    if folded:
        whole = _FOLDS.sub(_fold, whole)
    return whole if style[1:] else whole + "\n"


def _fold(line_ends: re.Match[str]) -> str:
    return line_ends.group()[1:] or " "
