"""What a document says of own and agreed grades of an audit: the rows of a table, and its chart."""

from typing import Any

from lif.insight.audits.own_and_agreed import GradePair, grades_of
from lif.insight.titles import Titles
from lif.publish.charts.grade import GradeBars, GradeChart
from lif.records.audit import Audit
from lif.records.instrument import Instrument
from lif.store.board import Board


def moderation_context(board: Board, audit: Audit) -> dict[str, Any] | None:
    """`labels`, `all`, `items` and `agencies`, each row with `number`, `title`, `n`, `own`, `agreed`, `same`,
    `lower` and `higher`; None where nothing was moderated."""
    found = grades_of(board, audit)
    if found is None:
        return None
    titles = Titles(board)
    instrument: Instrument = board.by_id[str(audit.instrument)].record
    texts = {item.id: item.text for item in instrument.items}
    return {
        "labels": list(found.labels),
        "all": _row(found.all, "All"),
        "items": [_row(one, texts[one.name]) for one in found.items],
        "agencies": [_row(one, titles.agency(one.name)) for one in found.agencies],
    }


def moderation_chart(board: Board, audit: Audit) -> GradeChart | None:
    """The chart of all grades of an audit; None where nothing was moderated."""
    found = grades_of(board, audit)
    if found is None:
        return None
    bars = [GradeBars(*row) for row in zip(found.labels, found.all.own, found.all.agreed, strict=True)]
    return GradeChart(f"Own and agreed grades, {found.all.n} in all", bars)


def _row(pair: GradePair, title: str) -> dict[str, Any]:
    return {"number": pair.name, "title": title, "n": pair.n, "own": list(pair.own), "agreed": list(pair.agreed),
            "same": pair.same, "lower": pair.lower, "higher": pair.higher}  # fmt: skip
