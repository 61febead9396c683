"""The Markdown that templates may write: CommonMark without HTML and code, with tables and eight containers.

Three small additions: ``<br>`` for a line break in a table cell, ``[Word]{.red}`` for a status word, and
``{page:#anchor}`` for ", page 12" on paper. Record text cannot write any of it, because its brackets, braces, colons
and angle brackets arrive escaped.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.container import container_plugin

CONTAINERS = (
    "callout", "page-break", "contents", "landscape", "side-by-side", "together", "table", "month",
)  # fmt: skip
LINK = re.compile(r"(?:https?://|mailto:|#)\S+|[a-z0-9-]+\.(?:html|pdf|xlsx)", re.IGNORECASE)
_PICTURE = re.compile(r"[\w.-]+")
_STATUS = re.compile(r"\[((?:\\.|[^\[\]\\\n])+)\]\{\.(blue|red|amber|green|grey)\}")
_PAGE = re.compile(r"\{page:#([a-z0-9][a-z0-9-]*)\}")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class _Reader(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - named by markdown-it
        """Web and mail addresses, places in the document, files beside it, and bare names of pictures."""
        return bool(LINK.fullmatch(url) or _PICTURE.fullmatch(url))


@cache
def reader() -> MarkdownIt:
    """The one parser; it keeps nothing between documents."""
    parser = _Reader("commonmark", {"html": False}).enable("table")
    parser.disable(["code", "fence", "html_block", "reference", "html_inline", "autolink"])
    for name in CONTAINERS:
        parser.use(container_plugin, name=name)
    parser.inline.ruler.before("link", "status", _status)
    parser.inline.ruler.before("link", "line_break", _line_break)
    parser.inline.ruler.before("link", "page", _page)
    return parser


def unescape(text: str) -> str:
    """The text without the backslashes that Markdown reads as escapes."""
    return _ESCAPED.sub(r"\1", text)


def _status(state: StateInline, silent: bool) -> bool:
    match = _STATUS.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("status", "", 0)
        token.content = unescape(match[1])
        token.meta = {"colour": match[2]}
    state.pos = match.end()
    return True


def _page(state: StateInline, silent: bool) -> bool:
    match = _PAGE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("page", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _line_break(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("<br>", state.pos):
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos += len("<br>")
    return True
