"""Takes back: the last change that nobody has saved, a record to its last save, or the last save as a whole."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Final

from lif.operations.carry_out import Outcome, carry_out
from lif.records.owning import owner_of_file
from lif.rules.names import nearest
from lif.store.board import Board
from lif.store.change import Change
from lif.store.changes_made import Made, changes_made, digest, keep_changes
from lif.store.errors import NothingFound, Refusal
from lif.store.findings import Finding
from lif.store.git import run_git
from lif.store.lock import writing
from lif.store.past import Save, blobs, saved_files, saves
from lif.store.working_tree import (
    commit,
    last_save,
    merge_is_open,
    must_be_able_to_save,
    must_have_git,
    parent_of,
    unsaved,
)

_SENTENCES: Final = re.compile(r"(?<=[.!?])\s+|\n")
_COMMAND: Final = re.compile(r"\blif [a-z]")

_TAKE, _BRING = "Take back: ", "Bring back: "


@dataclass(frozen=True)
class TakenBack:
    """What was taken back, or would be."""

    what: str
    """What it was, in words."""
    files: tuple[str, ...]
    """The files that become what they were."""
    gone: frozenset[str]
    """Those of them that were not there."""
    diff: str
    """What becomes of the files, as a unified diff; "" where a joining is given up."""
    remarks: tuple[Finding, ...]
    saved: bool
    """Whether it was a save, which was taken back by another save."""


def take_back(root: Path, record: str | None = None, *, dry_run: bool = False) -> TakenBack:
    """Take back the last change that was not saved; without one, the last save; of a record, all that is unsaved.

    Raises NothingFound where there is nothing to take back, Refusal where taking it back would lose something
    else: files that were changed again since, or a save that joins the work of two people.
    """
    must_have_git(root)
    if merge_is_open(root):
        return _joining(root, dry_run=dry_run)
    if record is not None:
        return _record(root, record, dry_run=dry_run)
    differing = {one.name for one in unsaved(root)}
    made = changes_made(root)
    if made and differing & made[-1].before.keys():
        return _change(root, made, dry_run=dry_run)
    if by_hand := sorted(name for name in differing if owner_of_file(name)):
        named = ", ".join(dict.fromkeys(map(owner_of_file, by_hand[:5])))
        raise Refusal(
            f"What is not saved was changed by hand, or longer ago than lif remembers: {named}.",
            f"Take back one record as a whole: lif undo {owner_of_file(by_hand[0])}",
        )
    return _last_save(root, dry_run=dry_run)


def _joining(root: Path, *, dry_run: bool) -> TakenBack:
    """Give up a joining of two people's work that was begun: what each has saved stays as it was."""
    files = tuple(one.name for one in unsaved(root) if one.state != "new")
    if not dry_run:
        with writing(root):
            run_git(root, "merge", "--abort")
    return TakenBack(
        "the joining of what you and somebody else saved", files, frozenset(), "", (), saved=False
    )


def _change(root: Path, made: list[Made], *, dry_run: bool) -> TakenBack:
    """Take back the last change that lif made."""
    last = made[-1]
    for name, told in last.after.items():
        if digest(_on_disk(root, name)) != told:
            raise Refusal(
                f"{name} was changed again since lif changed it, so that cannot be taken back by itself.",
                f"Take back all that is not saved of it: lif undo {owner_of_file(name) or name}",
            )
    words = _done(last.words)
    outcome = _carried_out(root, last.before, f"Taken back: {words}", dry_run=dry_run)
    if outcome.written:
        with writing(root):
            keep_changes(root, made[:-1])
    return TakenBack(
        words, tuple(sorted(last.before)), _absent(last.before), outcome.diff, outcome.remarks, saved=False
    )


def _done(words: str) -> str:
    """What a command said that it did, without what it said could be done next."""
    sentences = _SENTENCES.split(words)
    done = [*takewhile(lambda one: not _COMMAND.search(one), sentences)]
    return " ".join(done) or sentences[0]


def _record(root: Path, record: str, *, dry_run: bool) -> TakenBack:
    """Make a record, and the files that belong to it, what they were when they were last saved."""
    names = [one.name for one in unsaved(root) if record in (owner_of_file(one.name), one.name)]
    last = saved_files(root)
    if not names:
        every = (
            name
            for file in (*last, *(one.name for one in unsaved(root)))
            for name in (file, owner_of_file(file))
        )
        known = set(filter(None, every))
        hint = "See what is not saved: lif save --dry-run"
        if record not in known:
            raise NothingFound(f"There is no record called {record}.", nearest(record, sorted(known)) or hint)
        raise NothingFound(f"Nothing of {record} is unsaved.", hint)
    kept = blobs(root, [last[name] for name in names if name in last])
    before = {name: kept[last[name]] if name in last else None for name in names}
    words = f"what was not saved of {record}"
    outcome = _carried_out(root, before, f"Taken back: {words}.", dry_run=dry_run)
    return TakenBack(words, tuple(names), _absent(before), outcome.diff, outcome.remarks, saved=False)


def _last_save(root: Path, *, dry_run: bool) -> TakenBack:
    """Take back the last save by another one; what was saved stays in the history."""
    must_be_able_to_save(root)
    found = saves(root, 1)
    if not found:
        raise NothingFound("Nothing was saved yet, and nothing was changed.", "")
    save = found[0]
    before = _before(root, save)
    words = f"the save “{save.words}” of {save.who}"
    outcome = _carried_out(root, before, f"Taken back: {words}.", dry_run=dry_run)
    if outcome.written:
        with writing(root):
            commit(root, sorted(before), f"{_undone(save.words)}\n")
    return TakenBack(
        words, tuple(sorted(before)), _absent(before), outcome.diff, outcome.remarks, saved=outcome.written
    )


def _undone(words: str) -> str:
    """What is said of a save that takes back another; one that took something back itself brings it back."""
    for said, against in ((_TAKE, _BRING), (_BRING, _TAKE)):
        if words.startswith(said):
            return f"{against}{words.removeprefix(said)}"
    return f"{_TAKE}{words}"


def _absent(before: Mapping[str, bytes | None]) -> frozenset[str]:
    return frozenset(name for name, data in before.items() if data is None)


def _before(root: Path, save: Save) -> dict[str, bytes | None]:
    """What stood before a save in the files that it changed."""
    if save.merges or save.revision != last_save(root):
        raise Refusal(
            "The last save joins the work of two people, or is not one of this Board's, so it is not taken back.",
            "Put right what is wrong in it, and save that: lif history shows what came in",
        )
    parent = parent_of(root, save.revision)
    if not parent:
        raise Refusal("The last save is the first one of all, so it is not taken back.", "")
    now, then = saved_files(root, save.revision), saved_files(root, parent)
    names = [name for name in {*now, *then} if now.get(name) != then.get(name)]
    kept = blobs(root, [then[name] for name in names if name in then])
    return {name: kept[then[name]] if name in then else None for name in names}


def _carried_out(root: Path, before: Mapping[str, bytes | None], summary: str, *, dry_run: bool) -> Outcome:
    files = {name: data for name, data in before.items() if data is not None}
    gone = tuple(sorted(name for name, data in before.items() if data is None and (root / name).is_file()))

    def make(_: Board) -> Change:
        return Change(files, summary, removed=gone)

    return carry_out(root, make, dry_run=dry_run, taking_back=True)


def _on_disk(root: Path, name: str) -> bytes | None:
    path = root / name
    return path.read_bytes() if path.is_file() else None
