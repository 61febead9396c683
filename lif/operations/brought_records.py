"""What bringing in a register of records does alike, whatever is on it: each row becomes a record of its own."""

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from lif.exchange.grid import Grids
from lif.exchange.problem import Problem
from lif.exchange.register.definition import Register, plain
from lif.exchange.register.items import Item, Said, problems_of
from lif.exchange.register.reading import Kept, RegisterRead, Telling, read_register
from lif.exchange.table import rows_named
from lif.insight.wording import counted, sentence
from lif.operations.actions.tracked import names_of_agencies
from lif.operations.known_sheets import keep_sheet
from lif.operations.opening import open_several
from lif.store.board import Board
from lif.store.change import Change


@dataclass(slots=True)
class BroughtRecord:
    """One record, as it would be opened."""

    item: Item
    value: dict[str, Any]
    problems: list[Problem] = field(default_factory=list, kw_only=True)
    remarks: list[str] = field(default_factory=list, kw_only=True)


Row = TypeVar("Row", bound=BroughtRecord)


@dataclass(frozen=True, kw_only=True)
class RecordsBrought(Change, Generic[Row]):
    """The change that an import makes, with what is to be said about it."""

    read: RegisterRead
    brought: tuple[Row, ...] = ()
    """What would be opened."""
    here_already: int = 0
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
    kept_as: str = ""
    """The name under which the columns are, or will be, kept."""
    blocked: bool = False


@dataclass(frozen=True)
class Sort(Generic[Row]):
    """What is particular to one sort of register."""

    kind: str
    make: Callable[[Item], Row]
    """The record that a row becomes."""
    key: Callable[[Row], Hashable]
    """What two rows, or a row and a record, have in common that are the same."""
    there: Collection[Hashable]
    """The keys of what the Board has already."""
    passed_over: str
    """Why one that is there already is passed over, such as `in the register already, in the same words`."""
    added: str
    """What was done with the new ones, such as `put on the log`."""


def bring_records(
    board: Board,
    grids: Grids,
    known: tuple[Register, Kept],
    said: tuple[Telling, bool],
    sort: Sort[Row],
) -> RecordsBrought[Row]:
    """The records of a file. `known` is the register and what is kept of a file like this one; `said` what the user
    says about it, and whether rows that are not understood may be left out. Raises Refusal where nothing in the file
    is such a register."""
    (register, kept), (telling, partial) = known, said
    read = read_register(register, grids, names_of_agencies(board), telling, kept)
    found = [sort.make(item) for item in read.items]
    problems = [*read.problems, *problems_of({(one.about, one.text): one for one in read.unknown})]
    problems += [problem for one in found for problem in one.problems]
    fine = [one for one in found if not one.problems]
    new = [one for one in fine if sort.key(one) not in sort.there]
    remarks = [*read.remarks, *(remark for one in fine for remark in one.remarks)]
    rows: dict[Hashable, list[int]] = {}
    for one in new:
        rows.setdefault(sort.key(one), []).append(one.item.rows[0])
    remarks += [
        f"{rows_named(same)}: the same {sort.kind} in the same words; look whether both are wanted."
        for same in rows.values()
        if len(same) > 1
    ]
    if there := [one for one in fine if one not in new]:
        remarks.append(f"{rows_named([one.item.rows[0] for one in there])}: {sort.passed_over}; passed over.")
    blocked = bool(problems) and not partial
    name, summary = kept.name, ""
    files: dict[str, bytes] = {}
    ids: tuple[str, ...] = ()
    if not blocked and new:
        opened = open_several(
            board, sort.kind, [(one.value, one.value["log"][0]["date"].year) for one in new]
        )
        name, kept_file = keep_sheet(board, register, read, kept, telling.words)
        files, ids = {**opened.files, **kept_file}, opened.ids
        were = "was" if len(new) == 1 else "were"
        summary = f"{counted(len(new), sort.kind)} {were} {sort.added}. See them with: lif {sort.kind} list"
    return RecordsBrought(
        files=files, summary=summary or f"Nothing changes: no {sort.kind} in the file is new.", ids=ids, read=read,
        brought=tuple(new), here_already=len(there), problems=tuple(problems), remarks=tuple(remarks), kept_as=name,
        blocked=blocked,
    )  # fmt: skip


class RowBringer(Generic[Row]):
    """Makes the record of one row, and keeps in its note what has no field."""

    def __init__(self, made: Row, file: str) -> None:
        self._item, self._file, self._made = made.item, file, made
        self._kept = [*made.item.history, *made.item.kept]

    def _note(self) -> str:
        sheet = f", sheet {self._item.sheet}" if self._item.sheet else ""
        lines = [f"From {self._file}{sheet}, {rows_named(self._item.rows)}."]
        return "\n".join([*lines, *(f"{said.heading}: {said.text}" for said in self._kept)])

    def _keep(self, heading: str, text: str, key: str) -> None:
        self._kept.append(Said(heading, text, self._item.places.get(key, self._item.place)))

    def _problem(self, key: str, text: str) -> None:
        self._made.problems.append(Problem(self._item.places.get(key, self._item.place), text))

    def _remark(self, key: str, text: str) -> None:
        self._made.remarks.append(f"{self._item.places.get(key, self._item.place)}: {sentence(text)}")


def names_of_people(board: Board) -> dict[str, str]:
    """Roles, groups and agencies by everything they are called, plain."""
    profile = board.profile
    titles = {one.title: name for part in (profile.roles, profile.groups) for name, one in part.items()}
    ids = {name: name for name in (*profile.roles, *profile.groups)}
    return {plain(name): one for name, one in {**names_of_agencies(board), **titles, **ids}.items()}
