"""Puts an agency's chronology beside a review, in the place of what the same agency gave before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lif.records.chronology import ChronologyRow
from lif.records.chronology_files import chronology_file
from lif.records.review import Review
from lif.rules.lookup import find_record
from lif.rules.names import nearest
from lif.store.board import Board
from lif.store.change import Change
from lif.store.chronologies import write_chronology
from lif.store.errors import NothingFound, Refusal
from lif.store.listing import LARGEST_FILE

_Said = tuple[str, ...]


@dataclass(frozen=True)
class ChronologyImported(Change):
    """The change that an import makes, with what is to be said about it."""

    file: str = ""
    new: int = 0
    unchanged: int = 0
    gone: tuple[ChronologyRow, ...] = ()
    """The rows that stood there and are not in what was imported."""
    awaited: str = ""
    """The agency, where the review still has a contribution of it as asked for; with the method, where several."""


def import_chronology(
    board: Board, review_id: str, agency: str, rows: Sequence[ChronologyRow]
) -> ChronologyImported:
    """The chronology of an agency, known by its id or a name, or of a neighbouring Board.

    Raises Refusal where the review or the agency is not known, or where what stands there cannot be read.
    """
    loaded = find_record(board, review_id, "review")
    agency = contributor(board, agency)
    file = chronology_file(loaded.id, agency)
    if any(finding.file == file for finding in board.findings):
        raise Refusal(
            f"{file} has mistakes, so it is not replaced: nobody could say which of its rows would be gone.",
            f"See and mend them first: lif validate {file}",
        )
    before = board.chronologies.get(loaded.id, {}).get(agency, ())
    there, given = Counter(map(_said, before)), Counter(map(_said, rows))
    data = write_chronology(rows)
    if len(data) > LARGEST_FILE:
        raise Refusal(
            "This chronology is larger than 2 MiB, which is more than a Board keeps in one file.",
            "Leave out long comments, or keep them in the agency's own document.",
        )
    gone = _left(before, there - given)
    unchanged = (there & given).total()
    new = (given - there).total()
    counts = f"{new} new, {unchanged} as before, {len(gone)} gone"
    return ChronologyImported(
        files={file: data} if new or gone else {},
        summary=f"{file} now holds the chronology: {counts}. See it with: lif review chronology show {loaded.id}",
        ids=(loaded.id,),
        file=file,
        new=new,
        unchanged=unchanged,
        gone=gone,
        awaited=_awaited(loaded.record, agency),
    )


def _awaited(review: Review, agency: str) -> str:
    asked = [one for one in review.contributions if one.agency == agency and one.state == "requested"]
    chronologies = [one for one in asked if one.method == "chronology"]
    if len(asked) < 2:
        return agency if asked else ""
    return f"{agency} --method {(chronologies or asked)[0].method}"


def contributor(board: Board, given: str) -> str:
    """The id of an agency or a neighbouring Board by its id or its name. Raises NothingFound with the nearest."""
    names: dict[str, str] = {}
    for neighbour in board.profile.neighbouring_boards:
        names |= {neighbour.name.casefold(): neighbour.id, neighbour.id: neighbour.id}
    for loaded in board.of("agency"):
        named = (loaded.record.short_name, loaded.record.name, loaded.id)
        names |= {name.casefold(): loaded.id for name in named if name}
    if given.casefold() in names:
        return names[given.casefold()]
    hint = nearest(given, sorted(set(names.values()))) or "See the agencies with: lif agency list"
    raise NothingFound(f"No agency or neighbouring Board is called {given}.", hint)


def _left(rows: Sequence[ChronologyRow], gone: Counter[_Said]) -> tuple[ChronologyRow, ...]:
    left = []
    for row in rows:
        if gone[_said(row)] > 0:
            gone[_said(row)] -= 1
            left.append(row)
    return tuple(left)


def _said(row: ChronologyRow) -> _Said:
    return row.date.isoformat(), row.time, row.event, row.source, row.comment
