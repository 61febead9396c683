"""The Board as it was read: an immutable snapshot of all its records, with an index by id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lif.records.board import BoardRecord
from lif.records.chronology import ChronologyRow
from lif.records.indicator import Value
from lif.records.items import items_of, numbers_of
from lif.records.kinds import Kind
from lif.records.naming import natural, split_number
from lif.records.returns import AnswerRow
from lif.store.errors import Refusal
from lif.store.findings import Finding


@dataclass(frozen=True, slots=True)
class Loaded:
    """One record, with its id and the file it stands in."""

    kind: Kind
    id: str
    file: str
    """Relative to the root, with forward slashes."""
    record: Any
    """The model of its kind."""
    ignores: bool = False
    """Whether a comment in the file may ask for findings to be ignored."""


@dataclass(frozen=True, slots=True)
class Held:
    """A numbered item, such as a recommendation, with the record that holds it."""

    id: str
    """The full id, such as `CR-2017-001.R4`."""
    loaded: Loaded
    field: str
    position: int
    item: Any


@dataclass(frozen=True)
class Board:
    """All records of one Board as they were read at one moment.

    `loaded` keeps every record that could be read, in order of its file's name; `findings` what was wrong
    with the files themselves. `overlay` holds the bytes of files that a Change would write but that are not
    yet there.
    """

    root: Path
    loaded: tuple[Loaded, ...]
    values: Mapping[str, tuple[Value, ...]]
    """The values of each indicator, by its id."""
    findings: tuple[Finding, ...]
    files_read: int
    """How many record files were read, the Board's own among them."""
    overlay: Mapping[str, bytes]
    broken: frozenset[str]
    """The ids of records whose files could not be read; names of them are not reported as unknown besides."""
    chronologies: Mapping[str, Mapping[str, tuple[ChronologyRow, ...]]]
    """What each agency's records say happened, by the review's id and the agency's."""
    returns: Mapping[str, Mapping[str, tuple[AnswerRow, ...]]]
    """What each agency answered in each audit, by the audit's id and the agency's."""

    @cached_property
    def by_id(self) -> dict[str, Loaded]:
        """Every record by its id; of two with the same id the first by file name."""
        index: dict[str, Loaded] = {}
        for loaded in self.loaded:
            index.setdefault(loaded.id, loaded)
        return index

    @cached_property
    def by_kind(self) -> dict[str, list[Loaded]]:
        """The records of each kind, in natural order of their ids."""
        kinds: dict[str, list[Loaded]] = {}
        for loaded in self.by_id.values():
            kinds.setdefault(loaded.kind.name, []).append(loaded)
        for records in kinds.values():
            records.sort(key=_counted)
        return kinds

    def of(self, kind: str) -> list[Loaded]:
        """The records of a kind, in natural order of their ids."""
        return self.by_kind.get(kind, [])

    @property
    def has_profile(self) -> bool:
        """Whether `records/board.yaml` could be read."""
        return bool(self.of("board"))

    @property
    def profile(self) -> BoardRecord:
        """The Board's own record. Raises Refusal where it cannot be read."""
        found = self.of("board")
        if not found:
            raise Refusal(
                "The Board's own record cannot be read as it stands.", "See what is wrong with: lif validate"
            )
        profile: BoardRecord = found[0].record
        return profile

    @cached_property
    def items(self) -> dict[str, Held]:
        """Every numbered item by its full id."""
        index: dict[str, Held] = {}
        for loaded in self.by_id.values():
            for held in held_by(loaded):
                index.setdefault(held.id, held)
        return index

    def knows(self, reference: str) -> bool:
        """Whether a full id names a record or an item of this Board, or of one that could not be read."""
        owner, dot, number = reference.partition(".")
        if owner in self.broken:
            return True
        loaded = self.by_id.get(owner)
        if loaded is None:
            return False
        return not dot or number in numbers_of(loaded.kind, loaded.record)

    def read(self, file: str) -> bytes:
        """The bytes of one of the Board's files, as the snapshot would have it."""
        if file in self.overlay:
            return self.overlay[file]
        return (self.root / file).read_bytes()


def _counted(loaded: Loaded) -> Any:
    """A key for the natural order of one kind's records, made quickly for those that are numbered."""
    return split_number(loaded.id) if loaded.kind.numbered else natural(loaded.id)


def held_by(loaded: Loaded) -> Iterator[Held]:
    """The numbered items of one record, in the order of the file."""
    for field, position, item in items_of(loaded.kind, loaded.record):
        yield Held(f"{loaded.id}.{item.id}", loaded, field, position, item)
