"""What does not lead where it should: nobody answers, nothing is answered, nothing was seen of it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lif.insight.actions.standing import ActionStanding
from lif.insight.trace.model import Broken, Link, Node, Trace
from lif.insight.trace.relations import ANSWERS, EVIDENCE, IMPACT, REPLACED
from lif.insight.trace.sight import Sight
from lif.insight.wording import counted
from lif.rules.action_course import NOT_ACCEPTED
from lif.store.board import Board

CODES = {
    "unanswered": "Nobody answers these",
    "refused": "Not accepted, and nothing says why",
    "given-up": "Their actions were given up, and nothing took their place",
    "answers-nothing": "Actions that answer nothing",
    "answers-withdrawn": "Actions that answer only what was withdrawn",
    "not-spread": "Lessons that were never spread",
    "circle": "Replaced in a circle",
    "unknown": "Names of what there is not",
    "withdrawn-evidence": "Evidence that was withdrawn",
    "no-evidence": "Said to be done, and no evidence was seen",
    "no-records": "Evaluated, and no record is named in which it can be looked up",
}
"""Everything that can be broken, by its code, what weighs most first."""


def breaks(made: Trace, board: Board, sight: Sight) -> Trace:
    """The same graph with what is broken in it, and with what became of each recommendation."""
    look = _Look(made, board, sight)
    nodes = dict(made.nodes)
    broken: defaultdict[str, list[Broken]] = defaultdict(list)
    for node in made.nodes.values():
        if node.kind in ("recommendation", "finding") and not node.withdrawn:
            nodes[node.id] = node._replace(state=look.answer_words(node))
        for code, words in look.at(node):
            broken[node.id].append(Broken(node.id, code, words))
    return replace(made, nodes=nodes, broken=dict(broken))


Break = tuple[str, str]
"""Code and words."""


class _Look:
    """Looks at one node after the other; what needs the whole graph is found beforehand."""

    def __init__(self, made: Trace, board: Board, sight: Sight) -> None:
        self._trace = made
        self._board = board
        self._sight = sight
        replaced = [link for links in made.below.values() for link in links if link.relation is REPLACED]
        self._alive = _alive(replaced, sight)
        self._circle = _in_circles(replaced)
        self._dangling = _dangling(made)
        self._looks: dict[str, Callable[[Node], Iterator[Break]]] = {
            "recommendation": self._asked,
            "finding": self._asked,
            "action": self._action,
            "learning": self._lesson,
        }

    def at(self, node: Node) -> Iterator[Break]:
        yield from self._dangling.get(node.id, ())
        if node.id in self._circle:
            others = " and ".join(self._trace.lower(node.id, REPLACED))
            yield "circle", f"replaced by {others}, and so on in a circle that ends nowhere"
        if look := self._looks.get(node.kind):
            yield from look(node)

    def answer_words(self, node: Node) -> str:
        """What became of a recommendation or finding: `accepted; answered by 2 actions, 1 closed`."""
        actions = self._answering(node.id)
        said = [node.state] if node.state else []
        if actions:
            closed = sum(one.state == "closed" for one in actions)
            said.append(f"answered by {counted(len(actions), 'action')}, {closed or 'none'} closed")
        return "; ".join(said)

    def _answering(self, name: str) -> list[ActionStanding]:
        return [self._sight.standings[node.id] for node in answering(self._trace, name)]

    def _asked(self, node: Node) -> Iterator[Break]:
        if node.withdrawn or not is_asked(self._trace, node):
            return
        item = self._board.items[node.id].item
        actions = self._answering(node.id)
        if getattr(item, "accepted", None) == "no" and not actions:
            if not item.response:
                yield "refused", "not accepted, and nothing says why"
        elif not actions:
            yield "unanswered", "nobody answers it"
        elif not any(one.id in self._alive for one in actions):
            yield "given-up", "what was to answer it was rejected or superseded, and nothing took its place"

    def _action(self, node: Node) -> Iterator[Break]:
        one = self._sight.standings[node.id]
        if one.state in NOT_ACCEPTED:
            return
        yield from self._answers(one)
        steps = seen_of(self._trace, node.id)
        if one.state != "open" and not any(step.kind == "evidence" for step in steps):
            yield "no-evidence", f"{one.state}, and no evidence of it was seen"
        elif one.state in ("evaluated", "closed") and not any(
            self._trace.lower(step.id, EVIDENCE, IMPACT) for step in steps
        ):
            yield "no-records", f"{one.state}, and neither its evidence nor its impact names a record"

    def _answers(self, one: ActionStanding) -> Iterator[Break]:
        if not one.action.answers:
            sources = [self._trace.nodes.get(name) for name in one.plan.source]
            # Of a report that asks for nothing by number, the plan as a whole is the answer.
            if not any(source and not _asks(self._trace, source) for source in sources):
                yield "answers-nothing", "answers no recommendation and no finding"
        elif not one.finished:
            named = [self._trace.nodes.get(name) for name in one.action.answers]
            if all(node and node.withdrawn for node in named):
                yield "answers-withdrawn", "all that it answers was withdrawn"

    def _lesson(self, node: Node) -> Iterator[Break]:
        if not self._trace.parts(node.id, "spread", "embedded", "impact"):
            yield "not-spread", "identified, and never spread"


def answering(made: Trace, name: str) -> list[Node]:
    """The actions that answer a recommendation or finding."""
    found = (made.nodes[other] for other in made.lower(name, ANSWERS))
    return [node for node in found if node.kind == "action"]


def seen_of(made: Trace, action: str) -> list[Node]:
    """The evidence and the impact that were seen of an action, since it was last reopened."""
    steps = made.parts(action, "evidence", "impact", "reopened")
    last = max((place for place, step in enumerate(steps) if step.kind == "reopened"), default=-1)
    return steps[last + 1 :]


def is_asked(made: Trace, node: Node) -> bool:
    """Whether something is to be done about an item: a recommendation, or a finding that stands in its place.

    Some reviews make findings instead of recommendations; others find what was done well. So findings count
    where there are no recommendations and a plan takes up the review or one of its findings.
    """
    if node.kind == "recommendation":
        return True
    owner = made.whole_of(node.id)
    if owner is None or made.nodes[owner].kind != "review" or made.parts(owner, "recommendation"):
        return False
    findings = [finding.id for finding in made.parts(owner, "finding")]
    return any(made.lower(name, ANSWERS) for name in (owner, *findings))


def _asks(made: Trace, node: Node) -> bool:
    return node.kind == "missing" or bool(made.parts(node.id, "recommendation", "finding"))


def _dangling(made: Trace) -> dict[str, list[Break]]:
    """For each node what it names and is not there, or was withdrawn and so is evidence of nothing."""
    found: defaultdict[str, list[Break]] = defaultdict(list)
    for node in made.nodes.values():
        if node.kind != "missing" and not node.withdrawn:
            continue
        naming = [(link, link.above, link.relation.below) for link in made.above.get(node.id, ())]
        naming += [(link, link.below, link.relation.above) for link in made.below.get(node.id, ())]
        for link, holder, words in naming:
            if node.kind == "missing":
                found[holder].append(("unknown", f"{words} {node.id}, and there is nothing of that id"))
            elif link.relation in (EVIDENCE, IMPACT) and holder == link.above:
                found[holder].append(("withdrawn-evidence", f"{words} {node.id}, which was {node.state}"))
    return found


def _alive(replaced: Sequence[Link], sight: Sight) -> set[str]:
    """The actions that stand, or in whose place one stands."""
    before: defaultdict[str, list[str]] = defaultdict(list)
    for link in replaced:
        before[link.below].append(link.above)
    pending = [name for name, one in sight.standings.items() if one.state not in NOT_ACCEPTED]
    alive: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in alive:
            alive.add(name)
            pending += before.get(name, ())
    return alive


def _in_circles(replaced: Sequence[Link]) -> set[str]:
    """The nodes that are replaced by one another in a circle: what is left when every loose end is taken off."""
    after: defaultdict[str, set[str]] = defaultdict(set)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for link in replaced:
        after[link.above].add(link.below)
        before[link.below].add(link.above)
    left = {*after, *before}
    pending = [name for name in left if not after.get(name) or not before.get(name)]
    while pending:
        name = pending.pop()
        if name not in left:
            continue
        left.discard(name)
        for other in after.get(name, ()):
            before[other].discard(name)
            pending += [] if before[other] else [other]
        for other in before.get(name, ()):
            after[other].discard(name)
            pending += [] if after[other] else [other]
    return left
