"""Changes to the text of a record that leave every other byte as it was.

An edit says what shall hold; `apply` finds the span of text to change, and then reads the result again: it
must hold exactly what was meant, with everything else unchanged, or nothing is handed back.
"""

import copy
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lif.store.yaml_locate import Located, Path, locate
from lif.store.yaml_problems import EditRefused
from lif.store.yaml_reader import read
from lif.store.yaml_splice import Splice, add_item, add_key, refused, replace_value, spliced

__all__ = ["Append", "Edit", "EditRefused", "Extend", "Insert", "Put", "apply"]

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Put:
    """The value at `path` shall be `value`.

    A value that exists is replaced where it stands; a missing key is added to its mapping, behind those of
    its keys that come before it in `order`, or at the end. Mappings that are missing on the way are made.
    """

    path: Path
    value: Any
    order: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Append:
    """The list at `path` shall end with `item`; a missing list is begun, its key placed as Put does."""

    path: Path
    item: Any
    order: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Extend:
    """The list at `path` shall end with `items`; as Append for each of them, and many times as fast."""

    path: Path
    items: Sequence[Any]
    order: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Insert:
    """The list at `path` shall hold `item` right behind its item number `behind`, counted from 0."""

    path: Path
    behind: int
    item: Any


Edit = Put | Append | Extend | Insert


def apply(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The text of a record after `edits`, made one after the other.

    Raises EditRefused when the text cannot be read, when a path leads nowhere, or when the text is laid out
    so oddly that more than was meant would change; NotWritable (a ValueError) for values no record can hold.
    """
    value = _value(data)
    for edit in edits:
        located = locate(data)
        step = _settled(value, edit, located)
        mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
        changed = mark + spliced(located.text, _splices(located, step)).encode("utf-8")
        value = _expected(value, step)
        result = read(changed)
        if result.problems or _canonical(result.value) != _canonical(value):
            raise refused(located.place(step.path), "the text around it is laid out in an unusual way")
        data = changed
    return data


def _value(data: bytes) -> Any:
    result = read(data)
    if result.problems:
        first = result.problems[0]
        raise EditRefused(f"The file cannot be read. {first.message}", first.line, first.column, first.hint)
    return result.value


def _canonical(value: Any) -> str:
    """A text that is the same for the same value only: 1, 1.0, true and "1" differ, the order of keys not."""
    return json.dumps(value, sort_keys=True)


def _settled(root: Any, edit: Edit, located: Located) -> Edit:
    """The same edit in terms of what exists: a value to replace, a mapping to add to, a list to append to."""
    if isinstance(edit, Insert):
        present = _look(root, edit.path)[1]
        if isinstance(present, list) and 0 <= edit.behind < len(present):
            return edit
        raise _nowhere(located, edit.path, "no list with such an item stands here to add to")
    if isinstance(edit, Append | Extend):
        exists, present = _look(root, edit.path)
        if isinstance(present, list):
            # A list on one line, or one without items, takes them all as a new value.
            if isinstance(edit, Append) or (present and located.places[edit.path].style != "flow"):
                return edit
            return Put(edit.path, [*present, *edit.items], edit.order)
        if exists and present is not None:
            raise _nowhere(located, edit.path, "No list stands here to add to")
        items = [edit.item] if isinstance(edit, Append) else [*edit.items]
        return _settled(root, Put(edit.path, items, edit.order), located)
    if not edit.path:
        raise _nowhere(located, edit.path, "A record is not replaced as a whole")
    exists, parent = _look(root, edit.path[:-1])
    last = edit.path[-1]
    if isinstance(parent, list) and isinstance(last, int) and 0 <= last < len(parent):
        return edit
    if isinstance(parent, dict) and isinstance(last, str):
        return edit
    if parent is None and isinstance(last, str):
        return _settled(root, Put(edit.path[:-1], {last: edit.value}), located)
    raise _nowhere(located, edit.path, "The place to change does not exist")


def _nowhere(located: Located, path: Path, reason: str) -> EditRefused:
    place = located.place(path)
    shown = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
    return EditRefused(f"{reason} ({shown})." if shown else f"{reason}.", place.line, place.column)


def _look(root: Any, path: Path) -> tuple[bool, Any]:
    """Whether there is a value at `path`, and which."""
    value = root
    for step in path:
        known = isinstance(value, dict) and step in value
        if not known and not (isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)):
            return False, None
        value = value[step]
    return True, value


def _splices(located: Located, edit: Edit) -> list[Splice]:
    if isinstance(edit, Append):
        return add_item(located, located.places[edit.path], edit.item)
    if isinstance(edit, Extend):
        place = located.places[edit.path]
        return [splice for item in edit.items for splice in add_item(located, place, item)]
    if isinstance(edit, Insert):
        return add_item(located, located.places[edit.path], edit.item, edit.behind)
    found = located.find(edit.path)
    if found is not None:
        return replace_value(located, found, edit.value)
    return add_key(located, located.places[edit.path[:-1]], str(edit.path[-1]), edit.value, edit.order)


def _expected(root: Any, edit: Edit) -> Any:
    """The value of the record after an edit, made without regard to its text."""
    root = copy.deepcopy(root)
    if isinstance(edit, Append):
        _look(root, edit.path)[1].append(copy.deepcopy(edit.item))
    elif isinstance(edit, Extend):
        _look(root, edit.path)[1].extend(copy.deepcopy([*edit.items]))
    elif isinstance(edit, Insert):
        _look(root, edit.path)[1].insert(edit.behind + 1, copy.deepcopy(edit.item))
    else:
        _look(root, edit.path[:-1])[1][edit.path[-1]] = copy.deepcopy(edit.value)
    return root
