"""Merges two versions of an agency's return: answer by answer, each known by its case and item."""

from collections.abc import Sequence

from lif.records.returns import AnswerRow
from lif.store.returns import read_return, write_return
from lif.store.text_merge import both_whole, merge_text

_FIELDS = ("self_grade", "moderated", "evidence", "comment")


def merge_returns(base: bytes, ours: bytes, theirs: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    """The merged file, and sentences on what a person has to settle.

    What one side changed is taken; where both changed the same answer differently, both versions are kept whole.
    """
    if ours == theirs:
        return ours, ()
    if not base.strip():
        problem = f"{name}: this return was collected on both branches; both versions are kept. Choose one."
        return both_whole(ours, theirs), (problem,)
    read = [read_return(data, name) for data in (base, ours, theirs)]
    if any(findings or _twice(rows) for rows, findings in read):
        problem = f"{name}: one version cannot be read, so this was merged by lines. Look it over."
        return merge_text(base, ours, theirs).data, (problem,)
    before, mine, other = ({(row.case, row.item): row for row in rows} for rows, _ in read)
    merged: list[AnswerRow] = []
    for key in dict.fromkeys((*mine, *other)):
        row: AnswerRow | None
        if key in mine and key in other:
            row = _merged(before.get(key), mine[key], other[key])
        else:
            # Added on one side; or taken away on the other, where this one may have changed it.
            row = mine.get(key) or other[key]
            if key in before:
                if _same(row, before[key]):
                    continue
                row = None
        if row is None:
            problem = (
                f"{name}: the same answer was changed on both branches; both versions are kept. Choose one."
            )
            return both_whole(ours, theirs), (problem,)
        merged.append(row)
    return write_return(merged), ()


def _twice(rows: Sequence[AnswerRow]) -> bool:
    """Whether an answer stands there more than once, so that it cannot be told by its case and item."""
    return len({(row.case, row.item) for row in rows}) < len(rows)


def _same(one: AnswerRow, other: AnswerRow) -> bool:
    return all(getattr(one, field) == getattr(other, field) for field in _FIELDS)


def _merged(base: AnswerRow | None, ours: AnswerRow, theirs: AnswerRow) -> AnswerRow | None:
    changed: dict[str, str] = {}
    for field in _FIELDS:
        before = getattr(base, field) if base else ""
        mine, other = getattr(ours, field), getattr(theirs, field)
        if mine != other and before not in (mine, other):
            return None
        changed[field] = other if mine == before else mine
    return AnswerRow(
        ours.case, ours.item, changed["self_grade"], changed["moderated"], changed["evidence"],
        changed["comment"], ours.line,
    )  # fmt: skip
