"""The small Markdown that long texts of records may hold: paragraphs, lists, emphasis and links, and nothing else.

Whatever is none of these shows as it was written. A mark counts only as it is meant: `*so*` and `**so**` around words,
`- ` or `1. ` at the beginning of a line, `[words](https://…)` with an address of the web or of mail.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from lif.publish.document.escape import Markdown, escape_markdown

_MARKED = re.compile(
    r"\*\*(?=\S)(?P<strong>[^*]+?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<emphasis>[^*]+?)(?<=[^\s*])\*(?![\w*])"
    r"|\[(?P<words>[^\[\]]+)\]\((?P<link>(?:https?://|mailto:)[^\s()<>\[\]{}|\"'`\\*_]+)\)"
)
_BULLET = re.compile(r"\s*[-*•]\s+(?=\S)")
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")
_NEXT_ITEM = re.compile(r"\s*(?:[◦▪·–—+]\s|\(?[0-9a-zA-Z]{1,3}[.)]\s)")


def as_paragraphs(text: str) -> Markdown:
    """The text as Markdown of its own paragraphs and lists. It belongs at the left margin, between empty lines."""
    written = [part for block in re.split(r"\n[ \t]*\n\s*", text.strip()) for part in _block(block)]
    return Markdown("\n\n".join(written))


def _block(block: str) -> Iterator[str]:
    """The paragraphs and lists of lines without an empty one between them."""
    lines = [line for line in block.split("\n") if line.strip()]
    kinds: list[str] = []
    for line in lines:
        kind = "bullets" if _BULLET.match(line) else "numbers" if _NUMBER.match(line) else ""
        # A line without a mark goes on with the item above it.
        kinds.append(kind or (kinds[-1] if kinds else "words"))
    for kind, group in groupby(zip(kinds, lines, strict=True), key=lambda pair: pair[0]):
        held = [line for _, line in group]
        if kind == "bullets":
            yield _list(held, _BULLET)
        elif kind == "numbers" and _in_order(held):
            yield _list(held, _NUMBER)
        else:
            yield _words(held)


def _in_order(lines: list[str]) -> bool:
    """Whether numbers count up by one from the first: of others, a list would print different ones."""
    numbers = [int(match[1]) for line in lines if (match := _NUMBER.match(line))]
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _list(lines: list[str], mark: re.Pattern[str]) -> str:
    items: list[str] = []
    starts: list[str] = []
    for line in lines:
        if match := mark.match(line):
            starts.append(f"{match[1]}. " if mark is _NUMBER else "- ")
            items.append(line[match.end() :].strip())
        else:
            items[-1] += f" {line.strip()}"
    return "\n".join(start + _inline(item) for start, item in zip(starts, items, strict=True))


def _words(lines: list[str]) -> str:
    """A paragraph; a line that looks like an item of some other list keeps its break."""
    written = ""
    joined = ""
    for line in lines:
        if joined and (_NEXT_ITEM.match(line) or _NUMBER.match(line)):
            written += _inline(joined) + "\\\n"
            joined = line
        else:
            joined += (" " if joined else "") + line.strip()
    return written + _inline(joined)


def _inline(text: str) -> str:
    """One line of words, with emphasis and links."""
    text = " ".join(text.split())
    written, place = "", 0
    for match in _MARKED.finditer(text):
        written += _plain(text[place : match.start()], at_start=not written)
        if match["link"]:
            address = match["link"].replace("&", "&amp;")
            written += f"[{escape_markdown(match['words'], at_start=False)}]({address})"
        else:
            marks = "**" if match["strong"] else "*"
            inner = match["strong"] or match["emphasis"]
            written += marks + escape_markdown(inner, at_start=False) + marks
        place = match.end()
    return written + _plain(text[place:], at_start=not written)


def _plain(text: str, *, at_start: bool) -> str:
    """Words between marks; the spaces at their ends stay."""
    before = " " if text.startswith(" ") and not at_start else ""
    after = " " if text.endswith(" ") and text.strip() else ""
    return before + escape_markdown(text, at_start=at_start) + after if text.strip() else before
