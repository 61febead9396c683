"""What a web page says, with its entities read and the marks within a sentence taken away."""

from collections.abc import Iterator
from html.parser import HTMLParser

from lif.exchange.passages.passage import Passage

_WITHIN = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tspan",
        "u",
        "wbr",
    ]
)
_SAYING = frozenset(["alt", "title", "content", "value", "placeholder", "aria-label", "summary", "desc"])
_NOT_READ = ("style",)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self._parts: list[str] = []
        self._begins = (1, 1)
        self._passed = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _WITHIN:
            self.end()
        self._passed += tag in _NOT_READ
        line, column = self.getpos()
        for key, value in attrs:
            follows = key in ("href", "src") and value and not value.startswith(("data:", "#"))
            if value and (key in _SAYING or follows):
                self.passages.append(Passage(value, line, column + 1))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _WITHIN:
            self.end()
        if tag in _NOT_READ and self._passed:
            self._passed -= 1

    def handle_data(self, data: str) -> None:
        if self._passed:
            return
        if not self._parts:
            line, column = self.getpos()
            self._begins = (line, column + 1)
        self._parts.append(data)

    def handle_comment(self, data: str) -> None:
        line, column = self.getpos()
        self.passages.append(Passage(data, line, column + 1))

    def end(self) -> None:
        """A block ends: what was gathered is one passage."""
        text = "".join(self._parts)
        if text.strip():
            self.passages.append(Passage(text, *self._begins))
        self._parts.clear()


def web_page_passages(text: str) -> Iterator[Passage]:
    """The texts of a page and of the attributes that people meet, each with its line and column."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end()
    return iter(reader.passages)
