"""Turns the text of a record into one that says something else, touching only the lines that have to change.

Where an edit names one value, this compares what a text says with what it shall say, value by value. Items
that are new to a list are copied with their comments and layout from a text that has them, if one is given.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lif.store.three_way_lists import canonical, same
from lif.store.yaml_edit import Put, apply
from lif.store.yaml_layout import dash_widths, layout_of
from lif.store.yaml_locate import Located, Path, Place, locate
from lif.store.yaml_problems import EditRefused
from lif.store.yaml_reader import read
from lif.store.yaml_render import entry
from lif.store.yaml_splice import line_end, refused

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _Remove:
    """The key or list item at `path` goes, with its lines."""

    path: Path


@dataclass(frozen=True, slots=True)
class _Insert:
    """`item` comes to stand in the list at `path`, before the item that is now at `place`."""

    path: Path
    place: int
    item: Any


_Step = Put | _Remove | _Insert


def rewrite(data: bytes, target: dict[str, Any], donor: bytes = b"") -> bytes:
    """The text of a record, changed so that it says `target`; `donor` is a text that may hold what is new.

    Raises EditRefused where the text is laid out so that this cannot be done safely, and NotWritable (a
    ValueError) for values no record can hold.
    """
    given = _copies(donor)
    try:
        return _rewritten(data, target, given)
    except EditRefused:
        if not given:
            raise
    return _rewritten(data, target, {})


def _rewritten(data: bytes, target: dict[str, Any], given: dict[str, list[str]]) -> bytes:
    value = read(data).value
    if value is None:
        raise EditRefused("The file cannot be read.", 1, 1)
    located = locate(data)
    # Later places first, so that the places of what is still to be changed stay as they are.
    for step in _steps(located, (), value, target):
        data = apply(data, [step]) if isinstance(step, Put) else _moved(data, step, given)
    result = read(data)
    if result.value is None or not same(result.value, target):
        raise EditRefused("The text is laid out in an unusual way.", 1, 1)
    return data


def _steps(located: Located, path: Path, old: Any, new: Any) -> Iterator[_Step]:
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and not old.keys().isdisjoint(new):
        for key in reversed(old):
            if key in new:
                yield from _steps(located, (*path, key), old[key], new[key])
            else:
                yield _Remove((*path, key))
        for key in new:
            if key not in old:
                yield Put((*path, key), new[key], tuple(new))
    elif isinstance(old, list) and isinstance(new, list) and located.places[path].style == "block":
        yield from _list_steps(located, path, old, new)
    else:
        yield Put(path, new)


def _list_steps(located: Located, path: Path, old: list[Any], new: list[Any]) -> Iterator[_Step]:
    names, new_names = [*map(_name, old)], [*map(_name, new)]
    matcher = difflib.SequenceMatcher(None, names, new_names, autojunk=False)
    operations = matcher.get_opcodes()
    if not any(tag == "equal" or (tag == "replace" and b - a == d - c) for tag, a, b, c, d in operations):
        yield Put(path, new)
        return
    for tag, start, end, new_start, new_end in reversed(operations):
        if end - start == new_end - new_start:
            for step in range(end - start - 1, -1, -1):
                yield from _steps(located, (*path, start + step), old[start + step], new[new_start + step])
            continue
        if tag in ("insert", "replace"):
            for item in reversed(new[new_start:new_end]):
                yield _Insert(path, end, item)
        if tag in ("delete", "replace"):
            for place in range(end - 1, start - 1, -1):
                yield _Remove((*path, place))


def _name(item: Any) -> str:
    return (
        f"id {item['id']}" if isinstance(item, dict) and isinstance(item.get("id"), str) else canonical(item)
    )


def _moved(data: bytes, step: _Remove | _Insert, given: dict[str, list[str]]) -> bytes:
    located = locate(data)
    text = located.text
    if isinstance(step, _Remove):
        start, end, written = *_extent(located, located.places[step.path]), ""
    else:
        start, written = _insertion(located, located.places[step.path], step, given)
        end = start
    mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
    return mark + (text[:start] + written + text[end:]).encode("utf-8")


def _extent(located: Located, place: Place) -> tuple[int, int]:
    """What goes when a key or list item is removed: its lines, or its part of the line of a dash."""
    text = located.text
    siblings = located.places[place.path[:-1]]
    if siblings.style == "flow":
        raise refused(place, "it stands within a list on one line")
    start = _dash(text, place) if siblings.kind == "list" else place.key_start
    below = line_end(text, place.end)
    line_start = text.rfind("\n", 0, start) + 1
    if text[line_start:start].strip():
        after = siblings.items.index(place) + 1
        if siblings.kind == "list" or after == len(siblings.items):
            raise refused(place, "something else stands on its line")
        until = siblings.items[after].key_start
        if text[place.end : until].strip():
            raise refused(place, "a comment stands below it")
        return start, until
    if below == len(text):
        return max(0, len(text[:line_start].rstrip("\r\n"))), below
    return line_start, text.index("\n", below) + 1


def _insertion(
    located: Located, siblings: Place, step: _Insert, given: dict[str, list[str]]
) -> tuple[int, str]:
    """Where the lines of a new list item go, and what is written there."""
    text = located.text
    newline = "\r\n" if "\r\n" in text else "\n"
    column = siblings.column - 1
    lines = _shifted(_not_there(given.get(canonical(step.item), []), text), column)
    if not lines:
        layout = layout_of(located)
        widths = dash_widths(siblings)
        if widths:
            layout = type(layout)(layout.step, layout.list_offset, widths[-1])
        first, *rest = entry("-", step.item, column, layout)
        lines = [" " * column + first, *rest]
    if step.place:
        offset = line_end(text, siblings.items[step.place - 1].end)
        return offset, "".join(newline + line for line in lines)
    offset = text.rfind("\n", 0, _dash(text, siblings.items[0])) + 1
    return offset, "".join(line + newline for line in lines)


def _not_there(lines: list[str], text: str) -> list[str]:
    """The lines of an item, less comments above it that stand in the text already."""
    there = {line.strip() for line in text.split("\n")}
    first = next((number for number, line in enumerate(lines) if not line.lstrip().startswith("#")), 0)
    return [line for line in lines[:first] if line.strip() not in there] + lines[first:]


def _dash(text: str, place: Place) -> int:
    """The offset of the dash of an item of a block list."""
    offset = len(text[: place.start].rstrip(" \t\r\n")) - 1
    if text[offset : offset + 1] != "-":
        raise refused(place, "something stands between the dash and the item")
    return offset


def _copies(donor: bytes) -> dict[str, list[str]]:
    """The lines of every item of a block list in a text, with comments right above it, by what it says."""
    value = read(donor).value if donor else None
    if value is None:
        return {}
    located = locate(donor)
    text = located.text
    copies: dict[str, list[str]] = {}
    for place in located.places.values():
        if place.path and place.kind != "list" and isinstance(place.path[-1], int):
            siblings = located.places[place.path[:-1]]
            before = text[: place.start].rstrip(" \t\r\n")
            if siblings.style == "block" and before.endswith("-"):
                start = text.rfind("\n", 0, len(before) - 1) + 1
                lines = text[start : line_end(text, place.end)].split("\n")
                copies[canonical(_at(value, place.path))] = [
                    line.rstrip("\r") for line in _comments_above(text, start, lines[0]) + lines
                ]
    return copies


def _comments_above(text: str, offset: int, dash_line: str) -> list[str]:
    indentation = dash_line[: len(dash_line) - len(dash_line.lstrip(" "))]
    comments: list[str] = []
    for line in reversed(text[:offset].split("\n")[:-1]):
        if not line.startswith(indentation + "#"):
            break
        comments.insert(0, line)
    return comments


def _shifted(lines: list[str], column: int) -> list[str]:
    """Lines moved sideways, so that the first begins in `column`; none where they do not allow it."""
    if not lines:
        return []
    by = column - (len(lines[0]) - len(lines[0].lstrip(" ")))
    if any(line.strip() and len(line) - len(line.lstrip(" ")) < -by for line in lines):
        return []
    return [(" " * by + line if by >= 0 else line[-by:]) if line.strip() else line for line in lines]


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value
