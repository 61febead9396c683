"""Where each value of a YAML file stands: a second reading, made only when somebody asks.

Lines and columns count from 1, columns in characters. Offsets count the characters of `Located.text`, which
is the file without a byte order mark.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from lif.store.yaml_events import MOST_NESTING, open_events
from lif.store.yaml_text import decode

Path = tuple[str | int, ...]
Kind = Literal["scalar", "mapping", "list"]
Style = Literal["plain", "'", '"', "|", ">", "block", "flow"]


@dataclass(slots=True)
class Place:
    """Where one value stands, and how it is written.

    `line` and `column` are those of the value, `key_line` and `key_column` those of its key (of a list item
    or the whole record: of the value itself). `raw` is the spelling of a scalar as it stands in the file,
    quotes included; of a list or mapping it is "". `start` and `end` are the offsets of the written value: a
    block list or mapping ends where its last value does.
    """

    path: Path
    kind: Kind
    style: Style
    line: int
    column: int
    key_line: int
    key_column: int
    start: int
    end: int
    raw: str = ""
    items: "list[Place]" = field(default_factory=list, repr=False)
    """Of a list or mapping: what stands in it, in the order of the file."""
    key_start: int = 0
    key_end: int = 0
    """The offsets of the key; both that of the value where there is none."""


@dataclass(frozen=True, slots=True)
class Located:
    """All places of one file, in the order in which the values begin."""

    text: str
    places: dict[Path, Place]

    def find(self, path: Path) -> Place | None:
        """The place of the value at `path`, or None when there is none."""
        return self.places.get(tuple(path))

    def place(self, path: Path) -> Place:
        """The place of the value at `path`, or of its nearest parent that exists (at last the record)."""
        path = tuple(path)
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path) or Place((), "scalar", "plain", 1, 1, 1, 1, 0, 0)


def locate(data: bytes) -> Located:
    """The places of every value of a file. Never raises: a broken file is located as far as it can be read.

    Where a key stands twice, its first place counts.
    """
    text, _ = decode(data)
    places: dict[Path, Place] = {}
    try:
        _locate(text, places)
    except YAMLError:
        return Located(text, places)
    return Located(text, places)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read, with the key that was read last and awaits its value."""

    place: Place
    key: Any = None


def _awaits_key(parent: _Open) -> bool:
    return parent.key is None and parent.place.kind == "mapping"


def _locate(text: str, places: dict[Path, Place]) -> None:
    next_event = open_events(text)
    stack: list[_Open] = []
    while True:
        event = next_event()
        kind = event.__class__
        if kind is ScalarEvent and stack and _awaits_key(stack[-1]):
            stack[-1].key = event
        elif kind is ScalarEvent:
            place = _begin(event, stack, "scalar", event.style or "plain")
            place.end = _end_of_scalar(event, text)
            place.raw = text[place.start : place.end]
            _keep(place, places)
            _finish(place, stack)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if len(stack) == MOST_NESTING or (stack and _awaits_key(stack[-1])):
                return
            sort: Kind = "mapping" if kind is MappingStartEvent else "list"
            place = _begin(event, stack, sort, "flow" if event.flow_style else "block")
            _keep(place, places)
            stack.append(_Open(place))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            place = stack.pop().place
            if place.style == "flow":
                place.end = event.end_mark.index
            _finish(place, stack)
        elif kind is AliasEvent or kind is StreamEndEvent:
            return


def _begin(event: Any, stack: list[_Open], kind: Kind, style: Style) -> Place:
    """The place of a value that begins with `event`; its end is not known yet."""
    mark = event.start_mark
    key_mark = key_end = mark
    path: Path = ()
    if stack:
        parent = stack[-1]
        step: str | int = len(parent.place.items)
        if parent.place.kind == "mapping":
            step = parent.key.value
            key_mark, key_end = parent.key.start_mark, parent.key.end_mark
        path = (*parent.place.path, step)
    return Place(
        path=path,
        kind=kind,
        style=style,
        line=mark.line + 1,
        column=mark.column + 1,
        key_line=key_mark.line + 1,
        key_column=key_mark.column + 1,
        start=mark.index,
        end=mark.index,
        key_start=key_mark.index,
        key_end=key_end.index,
    )


def _keep(place: Place, places: dict[Path, Place]) -> None:
    places.setdefault(place.path, place)


def _finish(place: Place, stack: list[_Open]) -> None:
    """Tells the parent of a value that it has been read."""
    if stack:
        parent = stack[-1]
        parent.key = None
        parent.place.items.append(place)
        parent.place.end = place.end


def _end_of_scalar(event: Any, text: str) -> int:
    """The offset behind the last character of a scalar; of a block text behind its last line with text.

    libyaml counts the blank lines below a block text to it; they belong to it only where it keeps them (`+`).
    """
    start: int = event.start_mark.index
    end: int = event.end_mark.index
    if not event.style or event.style not in "|>":
        return end
    written = text[start:end]
    header = written.partition("\n")[0].partition("#")[0]
    last = len(written) if "+" in header else len(written.rstrip(" \t\r\n"))
    newline = written.find("\n", last)
    if newline == -1:
        newline = len(written) - 1 if written.endswith("\n") else len(written)
    if written[newline - 1 : newline] == "\r":
        newline -= 1
    return start + newline
