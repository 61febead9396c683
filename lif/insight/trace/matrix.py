"""Recommendation × action × evidence × impact, one row for each action that answers a recommendation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lif.insight.trace.breaks import answering, is_asked, seen_of
from lif.insight.trace.model import Broken, Node, Trace
from lif.insight.trace.relations import ANSWERS, EVIDENCE, IMPACT
from lif.insight.wording import counted
from lif.records.naming import natural, owner_of

SCOPES = ("review", "audit", "plan", "recommendation", "finding", "action")
"""Of what a matrix can be made, besides the whole Board."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Evidence or impact that was seen of an action, with the records that it names."""

    node: Node
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a recommendation that nobody answers has one without an action."""

    source: Node | None
    """The record that asked; None where an action answers nothing."""
    asked: Node | None
    """The recommendation or finding, or the record itself where an action answers it as a whole."""
    plan: Node | None
    action: Node | None
    evidence: tuple[Seen, ...]
    impact: tuple[Seen, ...]
    broken: tuple[Broken, ...]
    """What is broken in it, the recommendation's first."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the rows come to. What was withdrawn does not count."""

    asked: int
    """Recommendations, and findings that stand in their place."""
    findings: int
    """How many of these are findings."""
    answered: int
    """Those for which an action stands."""
    refused: int
    """Those that were not accepted, with the reason."""
    evidence: int
    """Those for which evidence was seen of an action."""
    impact: int
    """Those of which the impact of an action was evaluated."""
    broken: int
    """Things that are broken."""


def matrix(made: Trace) -> list[Row]:
    """All rows of the Board: reviews first, then audits, each in natural order; last what answers nothing."""
    return [*_asked_rows(made), *_other_rows(made)]


def within(rows: Iterable[Row], made: Trace, name: str) -> list[Row]:
    """The rows of a record, a plan with what it answers, a recommendation, a finding or an action."""
    node = made.nodes[name]
    if node.kind == "plan":
        sources = set(made.upper(name, ANSWERS))
        return [row for row in rows if _is(row.plan, name) or (row.asked and _belongs(row.asked.id, sources))]
    if node.kind == "action":
        return [row for row in rows if _is(row.action, name)]
    plans = set(made.lower(name, ANSWERS))
    return [
        row
        for row in rows
        if (row.asked and _belongs(row.asked.id, {name}))
        or (row.asked is None and row.plan and row.plan.id in plans)
    ]


def count(rows: Sequence[Row], made: Trace) -> Counts:
    """What some rows come to."""
    asked = {
        row.asked.id: row.asked
        for row in rows
        if row.asked and row.source is not row.asked and not row.asked.withdrawn and is_asked(made, row.asked)
    }
    mine = [row for row in rows if row.asked and row.asked.id in asked]
    refused = {name for name, node in asked.items() if node.state == "not accepted"}
    codes = {(one.node, one.code, one.words) for row in rows for one in row.broken}
    hopeless = {name for name, code, _ in codes if code in ("unanswered", "given-up", "refused")}
    return Counts(
        asked=len(asked),
        findings=sum(node.kind == "finding" for node in asked.values()),
        answered=len(asked.keys() - refused - hopeless),
        refused=len(refused - hopeless),
        evidence=len({row.asked.id for row in mine if row.asked and row.evidence}),
        impact=len({row.asked.id for row in mine if row.asked and row.impact}),
        broken=len(codes),
    )


def counts_words(found: Counts) -> str:
    """What rows come to, in one sentence."""
    if not found.asked:
        asked = "no recommendation"
    else:
        asked = (
            f"{counted(found.asked, 'recommendation')}"
            + (f" ({found.findings} of them findings in the place of one)" if found.findings else "")
            + f", {found.answered or 'none'} answered, {found.evidence or 'none'} with evidence, "
            f"{found.impact or 'none'} with impact evaluated"
            + (f", {found.refused} not accepted with the reason" if found.refused else "")
        )
    are = {0: "nothing is", 1: "1 thing is"}.get(found.broken, f"{found.broken} things are")
    return f"{asked}; {are} broken."


def _asked_rows(made: Trace) -> Iterator[Row]:
    for kind in ("review", "audit"):
        records = (node for node in made.nodes.values() if node.kind == kind)
        for source in sorted(records, key=lambda node: natural(node.id)):
            for asked in made.parts(source.id, "finding", "recommendation"):
                actions = sorted(answering(made, asked.id), key=lambda node: natural(node.id))
                if not actions and (asked.withdrawn or is_asked(made, asked)):
                    yield Row(source, asked, None, None, (), (), tuple(made.broken.get(asked.id, ())))
                yield from (_row(made, source, asked, action) for action in actions)


def _other_rows(made: Trace) -> Iterator[Row]:
    """Actions that answer nothing, a record as a whole, or what is not there."""
    others: list[tuple[Node, Node | None]] = []
    for node in made.nodes.values():
        if node.kind == "action":
            uppers = [made.nodes[name] for name in made.upper(node.id, ANSWERS)]
            others += [(node, upper) for upper in uppers if upper.kind not in ("finding", "recommendation")]
            others += [] if uppers else [(node, None)]
    for action, upper in sorted(others, key=lambda one: natural(one[0].id)):
        yield _row(made, upper, upper, action)


def _row(made: Trace, source: Node | None, asked: Node | None, action: Node) -> Row:
    steps = seen_of(made, action.id)
    names = [*([asked.id] if asked else []), action.id, *(step.id for step in steps)]
    plan = made.whole_of(action.id)
    return Row(
        source,
        asked,
        made.nodes[plan] if plan else None,
        action,
        tuple(_seen(made, step) for step in steps if step.kind == "evidence"),
        tuple(_seen(made, step) for step in steps if step.kind == "impact"),
        tuple(one for name in names for one in made.broken.get(name, ())),
    )


def _seen(made: Trace, step: Node) -> Seen:
    return Seen(step, tuple(made.lower(step.id, EVIDENCE, IMPACT)))


def _is(node: Node | None, name: str) -> bool:
    return node is not None and node.id == name


def _belongs(name: str, records: set[str]) -> bool:
    return name in records or owner_of(name) in records
