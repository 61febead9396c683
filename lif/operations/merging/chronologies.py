"""Merges two versions of an agency's chronology: row by row, each known by all that it says."""

from collections import Counter

from lif.records.chronology import ChronologyRow
from lif.store.chronologies import read_chronology, write_chronology
from lif.store.text_merge import both_whole, merge_text

_Said = tuple[str, ...]


def merge_chronologies(base: bytes, ours: bytes, theirs: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    """The merged file, and sentences on what a person has to settle.

    A row stays that both sides keep, or that one side added; one that a side took away is gone.
    """
    if ours == theirs:
        return ours, ()
    if not base.strip():
        # Perhaps of two cases that were given one number: to put their rows together would mix them.
        problem = (
            f"{name}: this chronology was imported on both branches; both versions are kept. Choose one."
        )
        return both_whole(ours, theirs), (problem,)
    read = [read_chronology(data, name) for data in (base, ours, theirs)]
    if any(findings for _, findings in read):
        problem = f"{name}: one version cannot be read, so this was merged by lines. Look it over."
        return merge_text(base, ours, theirs).data, (problem,)
    before, mine, other = (Counter(map(_said, rows)) for rows, _ in read)
    left = {said: _count(before[said], mine[said], other[said]) for said in (*mine, *other)}
    rows: list[ChronologyRow] = []
    for row in (*read[1][0], *read[2][0]):
        if left[_said(row)] > 0:
            left[_said(row)] -= 1
            rows.append(row)
    if (before - mine) & (before - other) and mine - before - other and other - before - mine:
        problem = f"{name}: rows were changed on both branches; both versions of them are kept. Look it over."
        return write_chronology(rows), (problem,)
    return write_chronology(rows), ()


def _said(row: ChronologyRow) -> _Said:
    return row.date.isoformat(), row.time, row.event, row.source, row.comment


def _count(base: int, ours: int, theirs: int) -> int:
    """How often a row stands in the result: as on the side that changed it; as the fuller one if both did."""
    if base in (ours, theirs):
        return theirs if base == ours else ours
    return max(ours, theirs)
