"""A trace as data, for programs."""

from collections.abc import Sequence
from typing import Any

from lif.insight.trace.lineage import Branch, Way, branches, lineage
from lif.insight.trace.matrix import Row, Seen, count, matrix, within
from lif.insight.trace.model import Broken, Node, Trace

Data = dict[str, Any]


def story_data(made: Trace, name: str) -> Data:
    """A node, and both trees as lists in which each branch stands before what grows from it."""
    return {
        "asOf": made.day.isoformat(),
        "node": _node(made.nodes[name], made),
        "cameFrom": _tree(made, name, "above"),
        "ledTo": _tree(made, name, "below"),
    }


def board_data(made: Trace) -> Data:
    """What the recommendations of the Board came to, and everything that is broken."""
    broken = [one for found in made.broken.values() for one in found]
    return {
        "asOf": made.day.isoformat(),
        "counts": _counts(matrix(made), made) | {"broken": len(broken)},
        "broken": _broken(broken, made),
    }


def matrix_data(made: Trace, name: str | None) -> Data:
    """The rows of a matrix, of one node or of the whole Board."""
    rows = matrix(made) if name is None else within(matrix(made), made, name)
    return {
        "asOf": made.day.isoformat(),
        "id": name,
        "counts": _counts(rows, made),
        "rows": [_row(row, made) for row in rows],
    }


def _counts(rows: Sequence[Row], made: Trace) -> Data:
    found = count(rows, made)
    return {
        "asked": found.asked, "findings": found.findings, "answered": found.answered, "refused": found.refused,
        "withEvidence": found.evidence, "withImpact": found.impact, "broken": found.broken,
    }  # fmt: skip


def _tree(made: Trace, name: str, way: Way) -> list[Data]:
    return [_branch(branch, made) for branch in branches(lineage(made, name, way))]


def _branch(branch: Branch, made: Trace) -> Data:
    relation = branch.link.relation.id if branch.link else None
    place = {"depth": branch.depth, "relation": relation, "words": branch.words, "toldAlready": branch.told}
    return {**place, **_node(branch.node, made)}


def _node(node: Node, made: Trace) -> Data:
    return {
        "id": node.id if node.named else None,
        "of": made.whole_of(node.id),
        "kind": node.kind,
        "title": node.title,
        "state": node.state,
        "since": node.day.isoformat() if node.day else None,
        "by": node.by or None,
        "withdrawn": node.withdrawn,
        "broken": _broken(made.broken.get(node.id, ()), made),
    }


def _broken(found: Sequence[Broken], made: Trace) -> list[Data]:
    return [
        {"id": one.node if made.nodes[one.node].named else made.whole_of(one.node), "code": one.code, "words": one.words}
        for one in found
    ]  # fmt: skip


def _row(row: Row, made: Trace) -> Data:
    return {
        "source": row.source.id if row.source else None,
        "asked": row.asked.id if row.asked else None,
        "action": row.action.id if row.action else None,
        "evidence": [_seen(one) for one in row.evidence],
        "impact": [_seen(one) for one in row.impact],
        "broken": _broken(row.broken, made),
    }


def _seen(one: Seen) -> Data:
    day = one.node.day.isoformat() if one.node.day else None
    return {"date": day, "state": one.node.state, "text": one.node.title, "records": list(one.records)}
