"""Plans how things that share a number get numbers of their own, and carries the plan out.

Nothing is guessed: a reference to a shared number is changed only where it is certain which of the two is
meant; the others are listed for a person to decide, and stay as they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from lif.operations.carry_out import Outcome, carry_out
from lif.operations.mending.collisions import (
    Collision,
    History,
    OpenRecords,
    TwoFiles,
    TwoItems,
    collisions_of,
)
from lif.operations.mending.meanings import Meaning, Mention, meaning_by_branch, meaning_by_items, mentions_of
from lif.records.chronology_files import chronology_file
from lif.records.kinds import file_of
from lif.records.naming import split_number
from lif.records.returns import return_file
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import Refusal
from lif.store.listing import list_records
from lif.store.numbers import next_id
from lif.store.yaml_edit import EditRefused, Put, apply
from lif.store.yaml_locate import locate
from lif.store.yaml_reader import read


@dataclass(frozen=True, slots=True)
class Reference:
    """One place that names a shared number."""

    file: str
    line: int
    name: str
    """The id as it stands there now."""
    new: str
    """The id that is to stand there; "" where it is not known which of the two is meant."""


@dataclass(frozen=True, slots=True)
class Renumbered:
    """One thing that gets a number of its own."""

    old: str
    new: str
    kept: str
    """The file in which the other one keeps the number."""
    file: str
    """The file in which this one will stand."""
    references: tuple[Reference, ...]
    chronologies: tuple[str, ...] = ()
    """Of two reviews: the chronologies beside the number they shared. Whose they are, nobody can tell from them."""
    returns: tuple[str, ...] = ()
    """Of two audits: the returns beside the number they shared, of which the same holds."""


@dataclass(frozen=True)
class RenumberPlan:
    """What would be renumbered, and the change that does it."""

    renumbered: tuple[Renumbered, ...]
    change: Change
    left_over: tuple[str, ...]
    """Files in a wrong place, whose records will stand in new ones: the change takes them away."""


@dataclass(frozen=True)
class _Step:
    """A collision with the number that is chosen, and the file for the second of the two."""

    collision: Collision
    new: str
    file: str


@dataclass(frozen=True)
class _Document:
    """One file of the result, before its references are changed."""

    file: str
    was: str
    """Its name in the history."""
    data: bytes
    value: dict[str, Any]
    side: Meaning | None = None
    """Of a record between conflict markers: the side that it came from."""
    itself: Collision | None = None
    """The collision of which it is the second."""


def renumber(root: Path, *, dry_run: bool = False) -> tuple[RenumberPlan, Outcome]:
    """Make the plan from a fresh reading under the lock, and carry it out.

    Raises Refusal where a file cannot be changed, or the records would not hold together afterwards.
    """
    plans: list[RenumberPlan] = []

    def make(board: Board) -> Change:
        plans.append(plan_renumbering(board))
        return plans[-1].change

    outcome = carry_out(root, make, dry_run=dry_run)
    return plans[0], outcome


def plan_renumbering(board: Board) -> RenumberPlan:
    """A number of its own for everything that shares one. Call under the lock if it is to be carried out."""
    history = History(board.root)
    steps, left_over = _steps(board, collisions_of(board, history))
    documents = list(_documents(board, steps, left_over))
    edits: dict[str, list[Put]] = {document.file: _own_edits(document, steps) for document in documents}
    rows = []
    for step in steps:
        references = list(_in_unreadable(board, step, documents, left_over))
        for document in documents:
            for mention in mentions_of(document.value, step.collision.old):
                meaning = _meaning(board, history, step.collision, document, mention)
                if meaning == "first":
                    continue
                new = step.new + mention.name.removeprefix(step.collision.old) if meaning else ""
                if new:
                    edits[document.file].append(Put(mention.path, new))
                line = locate(document.data).place(mention.path).line
                references.append(Reference(document.file, line, mention.name, new))
        kept = step.collision.kept if isinstance(step.collision, TwoFiles) else step.collision.file
        old = step.collision.old
        chronologies = tuple(chronology_file(old, agency) for agency in board.chronologies.get(old, {}))
        returns = tuple(return_file(old, agency) for agency in board.returns.get(old, {}))
        rows.append(Renumbered(old, step.new, kept, step.file, tuple(references), chronologies, returns))
    changed = {document.file: _edited(document, edits[document.file]) for document in documents}
    files = {name: data for name, data in changed.items() if _present(board, name) != data}
    summary = " ".join(f"{row.new} is now the number of what was the second {row.old}." for row in rows)
    change = Change(files, summary, tuple(row.new for row in rows), removed=tuple(left_over))
    return RenumberPlan(tuple(rows), change, tuple(left_over))


def _steps(board: Board, collisions: Iterable[Collision]) -> tuple[list[_Step], list[str]]:
    """A new number for the second of each two, and the files that will be left over."""
    steps: list[_Step] = []
    left_over: list[str] = []
    taken: set[str] = set()
    for collision in collisions:
        if isinstance(collision, TwoItems):
            if collision.file in left_over:
                continue  # the next plan has it, by its new name
            new, file = _next_item(board, collision, taken), collision.file
        elif isinstance(collision, TwoFiles) and _says_its_number(board, collision, taken):
            new, file = PurePosixPath(collision.file).stem, collision.file
        else:
            if isinstance(collision, TwoFiles):
                left_over.append(collision.file)
            new = _next_record(board, collision, taken)
            file = file_of(collision.kind, new)
        taken.add(new)
        steps.append(_Step(collision, new, file))
    return steps, left_over


def _next_record(board: Board, collision: Collision, taken: set[str]) -> str:
    prefix, year, number = split_number(collision.old) or (collision.kind.prefix, 0, 0)
    new = next_id(board, collision.kind, year)
    while new in taken:
        number = int(new.rpartition("-")[2])
        new = f"{prefix}-{year}-{number + 1:03d}"
    return new


def _next_item(board: Board, collision: TwoItems, taken: set[str]) -> str:
    record, _, number = collision.old.partition(".")
    items = (read(board.read(collision.file)).value or {})[collision.field]
    used = [int(item["id"][1:]) for item in items]
    used += [int(one.rpartition(".")[2][1:]) for one in taken if one.startswith(f"{record}.{number[0]}")]
    return f"{record}.{number[0]}{max(used) + 1}"


def _says_its_number(board: Board, collision: TwoFiles, taken: set[str]) -> bool:
    """Whether the file has a number for its name that its record should say, as a copied file has."""
    stem = PurePosixPath(collision.file).stem
    in_place = split_number(stem) is not None and collision.file == file_of(collision.kind, stem)
    return in_place and stem not in board.by_id and stem not in taken


def _documents(board: Board, steps: list[_Step], left_over: list[str]) -> Iterator[_Document]:
    """Every file that may name a shared number, and those that the plan makes."""
    names = [step.collision.old.partition(".")[0].encode() for step in steps]
    moved = {step.collision.file: step for step in steps if isinstance(step.collision, TwoFiles)}
    for loaded in board.loaded:
        data = board.read(loaded.file)
        step = moved.get(loaded.file)
        if (loaded.file in left_over and not step) or not any(name in data for name in names):
            continue
        file, itself = (step.file, step.collision) if step else (loaded.file, None)
        yield _Document(file, loaded.file, data, read(data).value or {}, None, itself)
    for step in steps:
        if isinstance(step.collision, OpenRecords):
            first, second = step.collision.first, step.collision.second
            was = step.collision.file
            yield _Document(was, was, first, read(first).value or {}, "first")
            yield _Document(step.file, was, second, read(second).value or {}, "second", step.collision)


def _own_edits(document: _Document, steps: list[_Step]) -> list[Put]:
    """The numbers that change in a file because they are its own, or those of its items."""
    edits = []
    for step in steps:
        collision = step.collision
        if document.itself is collision:
            edits.append(Put(("id",), step.new))
        elif isinstance(collision, TwoItems) and document.file == collision.file:
            edits.append(Put((collision.field, collision.position, "id"), step.new.partition(".")[2]))
    return edits


def _meaning(
    board: Board, history: History, collision: Collision, document: _Document, mention: Mention
) -> Meaning | None:
    if document.itself is collision:
        return "second"
    if isinstance(collision, TwoFiles) and document.file == collision.kept:
        return "first"
    if document.side:
        return document.side
    if not isinstance(collision, TwoItems):
        known = meaning_by_items(mention.name, *_both_values(board, collision))
        if known:
            return known
    return meaning_by_branch(history, collision.sides, document.was, mention)


def _both_values(board: Board, collision: Collision) -> tuple[Any, Any]:
    if isinstance(collision, OpenRecords):
        return read(collision.first).value, read(collision.second).value
    kept = collision.kept if isinstance(collision, TwoFiles) else collision.file
    return read(board.read(kept)).value, read(board.read(collision.file)).value


def _in_unreadable(
    board: Board, step: _Step, documents: list[_Document], left_over: list[str]
) -> Iterator[Reference]:
    """Lines with the shared number in files that cannot be read; somebody has to look at them."""
    readable = {loaded.file for loaded in board.loaded} | {document.was for document in documents}
    for file in list_records(board.root)[0]:
        if file.name in readable or file.name in left_over:
            continue
        for number, line in enumerate(board.read(file.name).decode("utf-8", "replace").split("\n"), start=1):
            if step.collision.old in line:
                yield Reference(file.name, number, step.collision.old, "")


def _edited(document: _Document, edits: list[Put]) -> bytes:
    return _with_edits(document.file, document.data, edits)


def _with_edits(file: str, data: bytes, edits: list[Put]) -> bytes:
    try:
        return apply(data, edits)
    except EditRefused as error:
        raise Refusal(f"{file}:{error.line}:{error.column}: {error.message}", error.hint) from None


def _present(board: Board, file: str) -> bytes | None:
    return board.read(file) if (board.root / file).exists() else None
