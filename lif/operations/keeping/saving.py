"""Saves what was changed: checked by the rules, looked through for what identifies somebody, then committed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lif.exchange.identifiers import looks_like
from lif.operations.identifiers.allowed import ALLOWED
from lif.operations.identifiers.identifying import looking_in
from lif.operations.starting import is_starter
from lif.records.kinds import Kind
from lif.records.owning import owner_of_file
from lif.rules.check import check
from lif.rules.figures.definitions import wants_note
from lif.rules.kept import losses
from lif.store.board import Board
from lif.store.errors import Refusal
from lif.store.findings import Finding
from lif.store.listing import kind_of
from lif.store.load import load
from lif.store.lock import writing
from lif.store.past import blobs, saved_files
from lif.store.working_tree import (
    Unsaved,
    commit,
    kept_out,
    merge_is_open,
    must_be_able_to_save,
    must_have_git,
    unsaved,
)
from lif.store.yaml_reader import read
from lif.store.yaml_text import half_merged

_MOST_NAMED = 200
"""Records that a save names; of an import of thousands, the message would be longer than anybody reads."""


_MADE_BY_LIF = (".lif/", "build/")
"""Folders that lif makes itself: nothing in them is worth a word where no .gitignore names them."""


class NotSaved(Refusal):
    """Something stands in the way of saving; the findings say what."""

    def __init__(self, message: str, hint: str, findings: Sequence[Finding]) -> None:
        super().__init__(message, hint)
        self.findings = findings


@dataclass(frozen=True)
class Saved:
    """What was saved, or would be."""

    files: tuple[Unsaved, ...]
    records: tuple[str, ...]
    """The ids of the records concerned."""
    left_out: tuple[str, ...]
    """New files that are none of the Board's: nobody has looked at what they hold."""
    ignored: tuple[str, ...]
    """Records and figures that git is told to ignore, so that they are in no save."""
    remarks: tuple[Finding, ...]
    """What does not stand in the way, but is worth a look."""
    revision: str
    """The number of the save; "" where nothing was saved."""


def save(root: Path, message: str, *, dry_run: bool = False) -> Saved:
    """Save everything of the Board's that was changed, or only say what would be.

    Raises NotSaved where the records do not hold together, where an item that was saved before is gone, or where
    something looks as if it identified somebody; Refusal where git cannot save.
    """
    must_have_git(root)
    must_be_able_to_save(root)
    if what := _identified_in(root, message):
        raise NotSaved(
            f"Nothing was saved, because the sentence looks as if it held {what}, and what is saved cannot be "
            "unsaved.",
            "Say what was done with the record's number, a role or a month instead.",
            (),
        )
    with writing(root):
        found = unsaved(root)
        mine = tuple(one for one in found if one.state != "new" or _is_ours(root, one.name))
        left_out = tuple(
            one.name for one in found if one not in mine and not one.name.startswith(_MADE_BY_LIF)
        )
        ignored = tuple(name for name in kept_out(root, "records") if owner_of_file(name))
        if not mine and not merge_is_open(root):
            return Saved((), (), left_out, ignored, (), "")
        board = load(root)
        remarks = _checked(board, mine)
        records = tuple(dict.fromkeys(filter(None, (owner_of_file(one.name) for one in mine))))
        revision = ""
        if not dry_run:
            revision = commit(root, [one.name for one in mine], _with_trailers(message, records))
    return Saved(mine, records, left_out, ignored, remarks, revision)


def _identified_in(root: Path, message: str) -> str:
    """What in the sentence looks as if it identified somebody, in words; "" for nothing."""
    named = any(looking_in(root).names.names_in(message))
    return looks_like(message) or ("a name on the Board's list" if named else "")


def _is_ours(root: Path, name: str) -> bool:
    """Whether a new file is a record, figures, a template, a schema, or one that `lif init` makes."""
    if owner_of_file(name) or is_starter(name) or name == ALLOWED:
        return True
    path = root / name
    return name.startswith(("templates/", "schemas/")) and path.is_file() and not path.is_symlink()


def _checked(board: Board, found: Sequence[Unsaved]) -> tuple[Finding, ...]:
    errors = [one for one in check(board) if one.severity == "error"]
    if errors:
        raise NotSaved(
            "Nothing was saved, because the records do not hold together:",
            "Mend these and save again. See everything with: lif validate",
            errors,
        )
    there = [one for one in found if one.state != "gone" and (board.root / one.name).is_file()]
    if marked := [mark for one in there if one.joining for mark in _marks(board.root, one.name)]:
        raise NotSaved(
            "Nothing was saved, because both versions still stand in a file that two people changed:",
            "To have yours alone again: lif undo --apply",
            marked,
        )
    named = {one.name for one in found}
    last = {name: blob for name, blob in saved_files(board.root).items() if name in named}
    kept = blobs(board.root, last.values())
    before = {name: kept[blob] for name, blob in last.items()}
    lost = [loss for one in found for loss in _lost(board, one, before.get(one.name))]
    if gone := [one for one in lost if one.severity == "error"]:
        raise NotSaved("Nothing was saved, because something that was saved before is gone:", "", gone)
    looking = looking_in(board.root)
    named_people = [
        finding
        for one in there
        for finding in looking.through(one.name, (board.root / one.name).read_bytes(), before.get(one.name))
    ]
    if named_people:
        raise NotSaved(
            "Nothing was saved, because this may identify somebody, and what is saved cannot be unsaved:",
            "No finding is no proof that nobody can be recognised: read what you save.",
            named_people,
        )
    return tuple(one for one in lost if one.severity != "error")


def _marks(root: Path, name: str) -> list[Finding]:
    """Where git's marks around two versions stand in a file that is no record."""
    marks = half_merged((root / name).read_bytes().decode("utf-8", "replace"))
    return [Finding(name, one.line, one.column, one.code, one.message, one.hint) for one in marks]


def _lost(board: Board, one: Unsaved, before: bytes | None) -> list[Finding]:
    kind: Kind | None = kind_of(one.name) if one.name.endswith(".yaml") else None
    if kind is None or before is None or one.state == "gone":
        return []
    was, is_now = read(before).value or {}, read(board.read(one.name)).value or {}
    asked = wants_note(one.name, was, is_now) if kind.name == "indicator" else []
    return [*losses(kind, one.name, was, is_now), *asked]


def _with_trailers(message: str, records: Sequence[str]) -> str:
    """The message with a line for each record, as git's own trailers."""
    told = records[:_MOST_NAMED]
    lines = [f"Record: {name}" for name in told]
    return "\n".join([message.strip(), *([""] if lines else []), *lines]) + "\n"
