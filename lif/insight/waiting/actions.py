"""What actions wait for: to be done, then evidence, then a look at the difference, then sign-off."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.insight.actions.standing import ActionStanding
from lif.insight.waiting.items import Party, Waiting, WaitingKind, agency_party, party
from lif.insight.waiting.window import Look, Window
from lif.records.plan import Lead, Plan

_NOBODY = Party("nobody: the action has no lead", "Nobody")


def waiting_actions(look: Look, actions: Iterable[ActionStanding]) -> Iterator[Waiting]:
    """What the unfinished actions wait for; an open one only where its day comes within a month, or is not set."""
    loaded = {one.id: one for one in look.board.of("plan")}
    parties = _Parties(look)
    for standing in actions:
        if standing.finished:
            continue
        next_one = _open(standing, look.window) if standing.state == "open" else _further(standing)
        if next_one is None:
            continue
        plan = standing.plan
        due = standing.due if standing.state == "open" else None
        yield Waiting(
            kind=next_one.kind,
            id=standing.id,
            title=standing.action.text,
            wanted=next_one.wanted,
            on=parties.lead(standing.action.lead) if next_one.on_lead else parties.keeper(plan),
            command=f"lif action {next_one.word} {standing.id}",
            loaded=loaded[plan.id],
            due=due,
            days=look.window.until(due) if due else None,
            since=standing.since,
            matters_to=plan.sign_off or "",
            action=standing,
        )


@dataclass(frozen=True, slots=True)
class _Next:
    """What comes next for an action."""

    kind: WaitingKind
    wanted: str
    word: str
    """The word of `lif action` that records it."""
    on_lead: bool = True
    """Whether its lead does it; whoever signs the plan off otherwise."""


_UNDATED = _Next("action-undated", "a due date", "revise")
_LATE = _Next("action-late", "completion", "complete")
_THIS_WEEK = _Next("action-this-week", "completion", "complete")
_THIS_MONTH = _Next("action-this-month", "completion", "complete")
_EVIDENCE = _Next("evidence", "evidence", "evidence")
_EVALUATION = _Next("evaluation", "evaluation", "evaluate", on_lead=False)
_SIGN_OFF = _Next("sign-off", "sign-off", "close", on_lead=False)
_DECISION = _Next("sign-off", "a decision, as nothing improved", "reopen", on_lead=False)


def _open(standing: ActionStanding, window: Window) -> _Next | None:
    due = standing.due
    if due is None:
        return _UNDATED
    if due > window.month:
        return None
    if due < window.day:
        return _LATE
    return _THIS_WEEK if due <= window.week else _THIS_MONTH


def _further(standing: ActionStanding) -> _Next:
    """An action that is said to be done. The agency gives evidence; the rest is for whoever signs off."""
    if standing.state == "completed":
        return _EVIDENCE
    if standing.state == "evidenced":
        return _EVALUATION
    improved = standing.evaluated is not None and standing.evaluated.impact == "improved"
    return _SIGN_OFF if improved else _DECISION


class _Parties:
    """Whom actions wait on. The same few come again and again, so they are kept."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._leads: dict[tuple[str, str], Party] = {}
        self._keepers: dict[str, Party] = {}

    def lead(self, lead: Lead | None) -> Party:
        """The agency and the post that do it."""
        if lead is None:
            return _NOBODY
        key = (lead.agency, lead.role)
        if key not in self._leads:
            self._leads[key] = agency_party(self._look.titles, *key)
        return self._leads[key]

    def keeper(self, plan: Plan) -> Party:
        """The group that signs the actions of a plan off, else whoever keeps the plan."""
        name = plan.sign_off or plan.owner
        if name not in self._keepers:
            self._keepers[name] = party(self._look, name)
        return self._keepers[name]
