"""Which spans of a text have to change so that one value in it changes, and what shall stand there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lif.store.yaml_layout import body_indentation, dash_widths, layout_of
from lif.store.yaml_locate import Located, Place
from lif.store.yaml_problems import EditRefused
from lif.store.yaml_render import LINE_WIDTH, entry, flow, folded_lines, key_text, literal_lines, quoted

_HEADER = re.compile(r"[|>][-+0-9]*")
_NOTHING_OR_COMMENT = re.compile(r"[ \t]*(?:[ \t]#.*)?")
_BY_HAND = "Make this change in the editor (lif edit)."


@dataclass(frozen=True, slots=True)
class Splice:
    """The characters from `start` to before `end` give way to `text`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """A text after splices that do not overlap, counted in the old text; at one place, in their order."""
    parts: list[str] = []
    done = 0
    for splice in sorted(splices, key=lambda splice: splice.start):
        parts += [text[done : splice.start], splice.text]
        done = splice.end
    return "".join([*parts, text[done:]])


def refused(place: Place, reason: str) -> EditRefused:
    return EditRefused(f"This place cannot be changed safely: {reason}.", place.line, place.column, _BY_HAND)


def replace_value(located: Located, place: Place, value: Any) -> list[Splice]:
    """The value at `place` gives way to `value`, in the style of the old one where that can hold the new."""
    text = located.text
    if place.kind != "scalar" and _holds_comments(text, place):
        raise refused(place, "the lines to be replaced hold comments, which would be lost")
    if not place.path:
        lines = [
            line
            for key, child in value.items()
            for line in entry(f"{key_text(key)}:", child, 0, layout_of(located))
        ]
        return [Splice(place.start, place.end, _newline(text).join(lines))]
    parent = located.places[place.path[:-1]]
    if parent.style == "flow":
        return [_replace_in_flow(text, place, value)]
    after = _behind_indicator(text, parent, place)
    between = text[after : place.start]
    if "#" in between:
        raise refused(place, "a comment stands between the key and its value")
    first, *rest = _rendered(located, parent, place, value, after)
    if first and between and "\n" not in between:
        begin, first = place.start, first.lstrip(" ")
    else:
        begin = after
    if place.style in ("|", ">"):
        note = _HEADER.sub("", text[place.start : line_end(text, place.start)], count=1).rstrip()
        tail = _lines_below(text, place.end, rest, value)
        return [Splice(begin, place.end, first + note + tail)]
    if not rest:
        return [Splice(begin, place.end, first)]
    below = line_end(text, place.end)
    return [Splice(begin, place.end, first), Splice(below, below, _lines_below(text, below, rest, value))]


def add_key(located: Located, mapping: Place, key: str, value: Any, order: Sequence[str]) -> list[Splice]:
    """`key` is added to a mapping: behind the keys that come before it in `order`, else at its end."""
    if mapping.style == "flow":
        if not mapping.items and not _in_flow(located, mapping):
            return replace_value(located, mapping, {key: value})
        pair = f"{key_text(key, within=True)}: {flow(value, within=True)}"
        return _insert_in_flow(mapping, _predecessor(mapping, key, order), pair)
    column = mapping.items[0].key_column - 1
    lines = entry(f"{key_text(key)}:", value, column, layout_of(located))
    before = _predecessor(mapping, key, order)
    if before is None:
        offset = mapping.items[0].key_start
        newline = _newline(located.text)
        return [Splice(offset, offset, newline.join(lines) + newline + " " * column)]
    return _insert_below(located, before, column, lines, value)


def add_item(located: Located, place: Place, item: Any, behind: int = -1) -> list[Splice]:
    """`item` is added to a list behind the item at a position, else at its end."""
    if place.style == "flow":
        if not place.items and not _in_flow(located, place):
            return replace_value(located, place, [item])
        before = place.items[behind] if place.items else None
        return _insert_in_flow(place, before, flow(item, within=True))
    layout = layout_of(located)
    widths = dash_widths(place)
    if widths:
        layout = replace(layout, dash_width=widths[-1])
    column = place.column - 1
    return _insert_below(located, place.items[behind], column, entry("-", item, column, layout), item)


def line_end(text: str, offset: int) -> int:
    """The offset of the line end at or behind `offset`, or of the end of the text."""
    end = text.find("\n", offset)
    if end == -1:
        return len(text)
    return end - 1 if end > offset and text[end - 1] == "\r" else end


def _predecessor(mapping: Place, key: str, order: Sequence[str]) -> Place | None:
    """The item behind which a new key belongs; None when it belongs before all, or there are none."""
    if not mapping.items:
        return None
    ranks = {name: rank for rank, name in enumerate(order)}
    if key not in ranks:
        return mapping.items[-1]
    earlier = [item for item in mapping.items if ranks.get(str(item.path[-1]), len(ranks)) < ranks[key]]
    return earlier[-1] if earlier else None


def _insert_in_flow(collection: Place, before: Place | None, written: str) -> list[Splice]:
    if before is not None:
        return [Splice(before.end, before.end, ", " + written)]
    offset = collection.items[0].key_start if collection.items else collection.start + 1
    return [Splice(offset, offset, written + ", " if collection.items else written)]


def _insert_below(located: Located, before: Place, column: int, lines: list[str], value: Any) -> list[Splice]:
    """`lines` are put below the last line of `before`, in `column`."""
    text = located.text
    offset = line_end(text, before.end)
    if not _NOTHING_OR_COMMENT.fullmatch(text[before.end : offset]):
        raise refused(before, "other text follows on the same line")
    splices = [
        Splice(offset, offset, _lines_below(text, offset, [" " * column + lines[0], *lines[1:]], value))
    ]
    if offset == len(text):
        splices += _closed_block_text(located)
    return splices


def _lines_below(text: str, offset: int, lines: list[str], value: Any) -> str:
    """Lines to be put in at a line end; where the text ends without one, one is added if `value` needs it."""
    if not lines:
        return ""
    newline = _newline(text)
    end = newline if offset == len(text) and _ends_with_line_end(value) else ""
    return newline + newline.join(lines) + end


def _closed_block_text(located: Located) -> list[Splice]:
    """Keeps a block text that ends a file without a line end from gaining one when lines are put below it."""
    for place in located.places.values():
        if place.style in ("|", ">") and place.end == len(located.text):
            header = _HEADER.match(located.text, place.start)
            if header and "-" not in header.group():
                return [Splice(header.start(), header.end(), header.group().replace("+", "") + "-")]
    return []


def _ends_with_line_end(value: Any) -> bool:
    while isinstance(value, (Mapping, list, tuple)) and value:
        value = list(value.values())[-1] if isinstance(value, Mapping) else value[-1]
    return isinstance(value, str) and value.endswith("\n")


def _rendered(located: Located, parent: Place, place: Place, value: Any, after: int) -> list[str]:
    """The lines of a value behind its key or dash, the first without them: ` open`, ` |-`, or nothing."""
    text = located.text
    in_list = parent.kind == "list"
    column = (parent.column if in_list else place.key_column) - 1
    prefix = "-" if in_list else text[place.key_start : after]
    if isinstance(value, str):
        kept = _in_old_style(text, place, value, column, column + len(prefix))
        if kept:
            return [" " + kept[0], *kept[1:]]
    layout = layout_of(located)
    if in_list and place.start > after and "\n" not in text[after : place.start]:
        layout = replace(layout, dash_width=place.start - after + 1)
    first, *rest = entry("-" if in_list else "k:", value, column, layout)
    return [first.removeprefix("-" if in_list else "k:"), *rest]


def _in_old_style(text: str, place: Place, value: str, column: int, before: int) -> list[str] | None:
    """A text in the style of the one it replaces, where that serves it."""
    if place.style in ("'", '"') and "\n" not in value:
        written = quoted(value, "'" if place.style == "'" else '"')
        return [written] if before + len(written) < LINE_WIDTH else None
    indentation = body_indentation(text, place) if place.style in ("|", ">") else None
    if indentation is None or indentation <= column:
        return None
    if place.style == ">" and "\n" not in value:
        return folded_lines(value, indentation)
    return literal_lines(value, indentation, indentation - column) if place.style == "|" else None


def _replace_in_flow(text: str, place: Place, value: Any) -> Splice:
    written = flow(value, within=True)
    if isinstance(value, str) and place.style in ("'", '"'):
        written = quoted(value, "'" if place.style == "'" else '"')
    if place.start == place.end:
        before = text[: place.start].rstrip()
        if not before.endswith(":"):
            raise refused(place, "the key has no colon")
        written = written if text[place.start - 1].isspace() else " " + written
    return Splice(place.start, place.end, written)


def _behind_indicator(text: str, parent: Place, place: Place) -> int:
    """The offset behind the colon of a key or the dash of a list item."""
    if parent.kind == "list":
        offset = len(text[: place.start].rstrip(" \t\r\n"))
        if text[offset - 1 : offset] == "-":
            return offset
        raise refused(place, "something stands between the dash and the item")
    offset = place.key_end
    while text[offset : offset + 1] in (" ", "\t"):
        offset += 1
    if text[offset : offset + 1] == ":":
        return offset + 1
    raise refused(place, "its key is written in an unusual way")


def _in_flow(located: Located, place: Place) -> bool:
    return bool(place.path) and located.places[place.path[:-1]].style == "flow"


def _holds_comments(text: str, collection: Place) -> bool:
    """Whether anything but keys and values in a list or mapping holds a `#`."""
    waiting = [collection]
    offset = collection.start
    while waiting:
        place = waiting.pop()
        waiting.extend(reversed(place.items))
        if place.key_start >= offset:
            if "#" in text[offset : place.key_start]:
                return True
            offset = place.key_end if place.key_end <= place.start else place.key_start
        if place.kind == "scalar":
            header = text[place.start : line_end(text, place.start)] if place.style in ("|", ">") else ""
            if "#" in text[offset : place.start] or "#" in header:
                return True
            offset = place.end
    return "#" in text[offset : collection.end]


def _newline(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
