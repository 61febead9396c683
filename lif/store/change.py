"""A change to a Board, as data: the files it would write. One way out; nothing else writes a record."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lif.records.kinds import Kind, file_of, model_of
from lif.store.board import Board, Loaded
from lif.store.error_places import members_of
from lif.store.errors import Refusal
from lif.store.yaml_edit import Edit, EditRefused, apply
from lif.store.yaml_reader import read
from lif.store.yaml_rewrite import rewrite
from lif.store.yaml_write import NotWritable, write

_NUL = b"\0"


@dataclass(frozen=True)
class Change:
    """What a command would do: the files as they would be, and the sentence that says it when done."""

    files: Mapping[str, bytes]
    """The whole bytes of each file to be written, by its name under the root."""
    summary: str
    """What was done; of a change without files, why there was nothing to do."""
    ids: tuple[str, ...] = field(default=())
    """The ids of the records and items that it makes or touches."""
    removed: tuple[str, ...] = field(default=(), kw_only=True)
    """Files that it takes away: each was read from a wrong place, and its record stands in one of `files`."""


def new_record(kind: Kind, record_id: str, value: Mapping[str, Any]) -> tuple[str, bytes]:
    """Name and bytes of a new record's file."""
    name = file_of(kind, record_id)
    kept = {key: item for key, item in value.items() if item not in (None, [], {})}
    try:
        return name, write(kept, modeline(name, kind)).encode("utf-8")
    except NotWritable as error:
        raise Refusal(f"{record_id} cannot be written: {error}.", "Correct the text and try again.") from None


def modeline(name: str, kind: Kind) -> str:
    """The first line of a record's file, which tells an editor where the schema of its kind is."""
    return f"# yaml-language-server: $schema={'../' * name.count('/')}schemas/{kind.schema_name}"


def edit_record(board: Board, loaded: Loaded, edits: Sequence[Edit]) -> bytes:
    """The bytes of a record's file after edits that leave all else as it stands. Raises Refusal."""
    return _edited(loaded, lambda: apply(board.read(loaded.file), edits))


def without(board: Board, loaded: Loaded, path: str, position: int) -> bytes:
    """The bytes of a record's file without one item of a list, counted from 0; all else stays as it stands.

    A list that is empty by then goes with its key. Raises Refusal.
    """
    data = board.read(loaded.file)
    value = dict(read(data).value or {})
    left = [item for place, item in enumerate(value.pop(path)) if place != position]
    return _edited(loaded, lambda: rewrite(data, {**value, **({path: left} if left else {})}))


def _edited(loaded: Loaded, edit: Callable[[], bytes]) -> bytes:
    try:
        return edit()
    except EditRefused as error:
        raise Refusal(
            f"{loaded.file}:{error.line}:{error.column}: {error.message}",
            error.hint or f"Make the change by hand: lif edit {loaded.id}",
        ) from None
    except NotWritable as error:
        raise Refusal(
            f"{loaded.id} cannot be changed so: {error}.", "Correct the text and try again."
        ) from None


def field_order(kind: Kind) -> tuple[str, ...]:
    """The order in which a record of this kind writes its keys."""
    members = members_of(model_of(kind))
    return tuple(dict.fromkeys(name for member in members for name in member.model_fields))


def diff_of(board: Board, change: Change) -> str:
    """The change as a unified diff, files in order; of a file that is no text, such as a logo, only that it differs."""
    parts: list[str] = []
    for name in sorted({*change.files, *change.removed}):
        path = board.root / name
        old = path.read_bytes() if path.is_file() else b""
        new = change.files.get(name, b"")
        old_name = f"a/{name}" if path.is_file() else "/dev/null"
        new_name = "/dev/null" if name in change.removed else f"b/{name}"
        if _NUL in old or _NUL in new:  # as git tells what is no text
            parts.append(f"Binary files {old_name} and {new_name} differ\n" if old != new else "")
            continue
        before, after = (data.decode("utf-8-sig", "replace") for data in (old, new))
        lines = difflib.unified_diff(before.splitlines(), after.splitlines(), old_name, new_name, lineterm="")
        parts.extend(f"{line}\n" for line in lines)
    return "".join(parts)
