"""Values as YAML text: spelt so that readers of YAML 1.1 and 1.2 agree, and laid out for people and for git.

A text stays plain where no reader can take it for anything else; a text of several lines becomes a literal
block (`|`), a long one a folded block (`>-`). A text with control characters is refused, as the reader refuses it.
"""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from lif.store.yaml_events import MOST_NESTING
from lif.store.yaml_scalars import LARGEST_WHOLE_NUMBER, resolve
from lif.store.yaml_text import escaped_character

LINE_WIDTH = 100
_NARROWEST = 40
_LONGEST_KEY = 1000  # YAML allows 1,024 characters before the colon
_INDICATORS = frozenset(" -?:,[]{}#&*!|>'\"%@`=<~\t")
_UNSAFE_WITHIN = re.compile(r": |:$| #|\t|^\.\.\.")
_UNSAFE_IN_FLOW = frozenset(",[]{}:#")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# What YAML 1.1 takes for a number or a moment although 1.2 does not: 12:30, 2017-11-24 10:00:00.
_OLD_NUMBER = re.compile(
    r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt \t].*"
)

Quote = Literal["'", '"']


class NotWritable(ValueError):
    """A value that no YAML file of a Board can hold; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out, in columns.

    `step` is the indentation of what stands under a key; `list_offset` that of the dashes of a list under its
    key; `dash_width` is how far behind its dash an item begins.
    """

    step: int = 2
    list_offset: int = 2
    dash_width: int = 2


def entry(prefix: str, value: Any, column: int, layout: Layout, depth: int = 1) -> list[str]:
    """The lines of a key (`prefix` is `key:`) or a list item (`-`) with its value.

    `column` is the column of the prefix, from 0. The first line is not indented, the others are.
    """
    _check_depth(value, depth)
    in_list = prefix == "-"
    if isinstance(value, Mapping) and value:
        inner = column + (layout.dash_width if in_list else layout.step)
        children = [
            entry(f"{key_text(key)}:", child, inner, layout, depth + 1) for key, child in value.items()
        ]
    elif isinstance(value, (list, tuple)) and value:
        inner = column + (layout.dash_width if in_list else layout.list_offset)
        children = [entry("-", child, inner, layout, depth + 1) for child in value]
    else:
        gap = " " * (layout.dash_width - 1) if in_list else " "
        increment = layout.dash_width if in_list else layout.step
        return _leaf(prefix + gap, value, column, increment)
    lines: list[str] = []
    for child_lines in children:
        lines.append(" " * inner + child_lines[0])
        lines.extend(child_lines[1:])
    if in_list:
        return [prefix + lines[0][column + 1 :], *lines[1:]]
    return [prefix, *lines]


def _check_depth(value: Any, depth: int) -> None:
    if depth > MOST_NESTING and isinstance(value, (Mapping, list, tuple)):
        raise NotWritable(f"nested deeper than {MOST_NESTING} levels")


def _leaf(start: str, value: Any, column: int, increment: int) -> list[str]:
    if isinstance(value, str):
        block = block_lines(value, column + increment, increment, column + len(start))
        if block:
            return [start + block[0], *block[1:]]
    return [start + flow(value)]


def block_lines(text: str, indentation: int, increment: int, before: int) -> list[str] | None:
    """A text as block: its header (`|`, `>-` and so on) and its indented lines; None where it needs none.

    `indentation` is that of the lines, `increment` how much deeper that is than the parent, `before` how many
    characters stand before the text if it were written on the line of its key.
    """
    if "\n" in text:
        return literal_lines(text, indentation, increment)
    if before + len(text) > LINE_WIDTH:
        return folded_lines(text, indentation)
    return None


def literal_lines(text: str, indentation: int, increment: int) -> list[str] | None:
    """A text as a literal block, or None where its white space or its characters do not allow it."""
    body = text.rstrip("\n")
    lines = body.split("\n")
    ends = len(text) - len(body)
    if (
        not body
        or ends > 1
        or any(line and not line.strip(" \t") for line in lines)
        or _INVISIBLE.search(text)
    ):
        return None
    chomping = "" if ends else "-"
    indicator = str(increment) if body.lstrip("\n").startswith((" ", "\t")) else ""
    if indicator and increment > 9:
        return None
    pad = " " * indentation
    return ["|" + indicator + chomping, *(pad + line if line else "" for line in lines)]


def folded_lines(text: str, indentation: int) -> list[str] | None:
    """A text of one line as a folded block without final line end, or None where folding would change it."""
    if "\n" in text or "\t" in text or "  " in text or text != text.strip(" ") or _INVISIBLE.search(text):
        return None
    width = max(LINE_WIDTH - indentation, _NARROWEST)
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return [">-", *(" " * indentation + line for line in lines)] if len(lines) > 1 else None


def flow(value: Any, within: bool = False, depth: int = 1) -> str:
    """A value on one line; `within` says that it stands inside `[ ]` or `{ }`."""
    _check_depth(value, depth)
    if isinstance(value, Mapping):
        pairs = (
            f"{key_text(key, within=True)}: {flow(child, True, depth + 1)}" for key, child in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(child, True, depth + 1) for child in value) + "]"
    if isinstance(value, str):
        return value if is_plain(value, within) else quoted(value)
    return _constant(value)


def key_text(key: Any, within: bool = False) -> str:
    """A key as it is written before its colon."""
    if not isinstance(key, str):
        raise NotWritable(f"a key must be text, not {type(key).__name__}")
    written = key if is_plain(key, within) else quoted(key)
    if len(written) > _LONGEST_KEY:
        raise NotWritable(f"a key may hold {_LONGEST_KEY} characters, not {len(written)}")
    return written


def is_plain(text: str, within: bool = False) -> bool:
    """Whether a text can stand without quotes, for readers of YAML 1.1 and 1.2 alike.

    `yes`, `no`, `on`, `off` and dates count as plain, since YAML 1.2 reads them as text and records use them.
    """
    if not text or text[0] in _INDICATORS or text[-1] == " " or "\n" in text:
        return False
    if _UNSAFE_WITHIN.search(text) or _INVISIBLE.search(text) or not _encodable(text):
        return False
    if within and not _UNSAFE_IN_FLOW.isdisjoint(text):
        return False
    return resolve(text) == text and not _OLD_NUMBER.fullmatch(text)


def quoted(text: str, quote: Quote | None = None) -> str:
    """A text in quotes: in those asked for if they can hold it, else single where they read better."""
    _encodable(text)
    if hidden := escaped_character(text):
        raise NotWritable(f"a text holds {hidden}")
    can_be_single = "\n" not in text and "\t" not in text
    if can_be_single and (quote == "'" or (quote is None and ('"' in text or "\\" in text))):
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise NotWritable("a text holds half of a character (a lone surrogate)") from None
    return True


def _constant(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if abs(value) > LARGEST_WHOLE_NUMBER:
            raise NotWritable("a whole number beyond 2^53, which some tools round")
        return str(int(value))
    if isinstance(value, float):
        if not math.isfinite(value):
            raise NotWritable("a number that is infinite or none at all")
        spelling = repr(value)
        return spelling.replace("e", ".0e") if "e" in spelling and "." not in spelling else spelling
    raise NotWritable(f"a value of type {type(value).__name__}")
