"""Advice on the records of a Board that hold narratives, with its places, less what a comment lets stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from lif.rules.advice.commentaries import remarks_on_commentary
from lif.rules.advice.narrative import Remark
from lif.rules.advice.reports import remarks_on_report
from lif.rules.ignoring import heed
from lif.store.board import Board, Loaded
from lif.store.faults import Fault, located
from lif.store.findings import Finding


def advice_on(board: Board, records: Iterable[Loaded]) -> list[Finding]:
    """What a reader would ask of these records, in order of file and place; none for kinds without narratives."""
    loaded = [one for one in records if one.kind.name in _ADVISERS]
    faults = [
        Fault(one.file, path, code, message, hint, one.id, severity="remark")
        for one in loaded
        for path, code, message, hint in _ADVISERS[one.kind.name](board, one)
    ]
    findings = located(faults, board.read)
    given = {finding.code for finding in findings}
    left = heed(findings, [one.file for one in loaded if one.ignores], board.read)
    return [finding for finding in left if finding.code in given]  # what is wrong with comments is validate's


def _on_report(_: Board, loaded: Loaded) -> Iterable[Remark]:
    return remarks_on_report(loaded.record, loaded.id)


def _on_indicator(board: Board, loaded: Loaded) -> Iterator[Remark]:
    """On the commentary that was written last; of those of one day, on all."""
    written = [each.date for each in loaded.record.commentary]
    own = [
        value
        for value in board.values.get(loaded.id, ())
        if board.has_profile and value.area == board.profile.area.code
    ]
    for position, day in enumerate(written):
        if day == max(written):
            yield from remarks_on_commentary(loaded.record, loaded.id, position, own)


_ADVISERS: Final[Mapping[str, Callable[[Board, Loaded], Iterable[Remark]]]] = {
    "report": _on_report,
    "indicator": _on_indicator,
}
"""The kinds that hold narratives."""
ADVISED: Final = frozenset(_ADVISERS)
