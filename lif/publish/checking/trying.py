"""Tries templates: every paper of a Board is rehearsed, and of a Board that has nothing on record yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.publish.checking.every_paper import PAPERS, Paper
from lif.publish.errors import PublishError, TemplateError
from lif.publish.templating.rehearsal import Rehearsal, rehearsing
from lif.publish.templating.values import Value
from lif.records.kinds import KINDS
from lif.records.meeting import Meeting
from lif.store.board import Board, Loaded
from lif.store.errors import Refusal


@dataclass(frozen=True)
class Tried:
    """What came of trying papers."""

    given: tuple[tuple[str, Mapping[str, Value]], ...]
    """Each template that a paper began with, and what it received."""
    wrong: tuple[TemplateError, ...]


def tried(boards: Iterable[Board], papers: Sequence[Paper], day: date) -> Tried:
    """Rehearse papers of some Boards as on a day; what a Board has no records for is passed over."""
    given: list[tuple[str, Mapping[str, Value]]] = []
    wrong: list[TemplateError] = []
    for board in boards:
        for paper in papers:
            with rehearsing() as now:
                wrong += _faults(board, paper, day, now)
            given += now.given
    return Tried(tuple(given), tuple(wrong))


def papers_with(templates: Iterable[str]) -> list[Paper]:
    """The papers in which some templates have a part."""
    names = list(templates)
    return [paper for paper in PAPERS if any(paper.uses(name) for name in names)]


def empty(board: Board, day: date) -> Board:
    """The same Board on its first day: itself, its agencies, and for each group a meeting without decisions."""
    kind = next(one for one in KINDS if one.name == "meeting")
    meetings = []
    for number, group in enumerate(board.profile.groups, 1):
        name = f"MT-{day.year}-{number:03}"
        value = {"schema_version": 1, "id": name, "group": group, "date": day.isoformat()}
        meetings.append(Loaded(kind, name, f"records/meetings/{name}.yaml", Meeting.model_validate(value)))
    kept = (*board.of("board"), *board.of("agency"), *meetings)
    return replace(
        board,
        loaded=kept,
        values={},
        findings=(),
        overlay={},
        broken=frozenset(),
        chronologies={},
        returns={},
    )


def _faults(board: Board, paper: Paper, day: date, now: Rehearsal) -> Iterator[TemplateError]:
    for attempt in paper.tries(board, day):
        begun = len(now.given)
        try:
            attempt()
        except (PublishError, Refusal) as error:
            cause = error if isinstance(error, PublishError) else error.__cause__
            if isinstance(cause, TemplateError):
                yield cause
                if not cause.is_name:
                    return  # the next would fail in the same way, and may take as long to
            elif isinstance(cause, PublishError) and len(now.given) > begun:
                yield TemplateError(now.given[-1][0], None, str(cause))
