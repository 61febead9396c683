"""What actions wait for: to be done, then evidence, then a look at the difference, then sign-off."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lif.insight.actions import ActionStanding
from lif.insight.titles import Titles
from lif.insight.waiting.items import Party, Waiting, WaitingKind, agency_party, party
from lif.insight.waiting.window import Look, Window

_NOBODY = Party("nobody: the action has no lead", "Nobody")


def waiting_actions(look: Look, actions: Iterable[ActionStanding]) -> Iterator[Waiting]:
    """What the unfinished actions wait for; an open one only where its day comes within a month, or is not set."""
    loaded = {one.id: one for one in look.board.of("plan")}
    for standing in actions:
        if standing.finished:
            continue
        plan = standing.plan
        found = Waiting(
            kind="action-late",
            id=standing.id,
            title=standing.action.text,
            wanted="",
            on=_lead(standing, look.titles),
            command="",
            loaded=loaded[plan.id],
            since=standing.since,
            matters_to=plan.sign_off or "",
            action=standing,
        )
        if standing.state == "open":
            yield from _open(found, standing, look.window)
        else:
            yield _further(found, standing, party(look, plan.sign_off or plan.owner))


def _open(found: Waiting, standing: ActionStanding, window: Window) -> Iterator[Waiting]:
    due = standing.due
    if due is None:
        command = f"lif action revise {standing.id}"
        yield replace(found, kind="action-undated", wanted="a due date", command=command)
        return
    if due > window.month:
        return
    kind: WaitingKind = "action-this-month"
    if due < window.day:
        kind = "action-late"
    elif due <= window.week:
        kind = "action-this-week"
    command = f"lif action complete {standing.id}"
    yield replace(found, kind=kind, due=due, days=window.until(due), wanted="completion", command=command)


def _further(found: Waiting, standing: ActionStanding, keeper: Party) -> Waiting:
    """An action that is said to be done. The agency gives evidence; the rest is for whoever signs off."""
    if standing.state == "completed":
        command = f"lif action evidence {standing.id}"
        return replace(found, kind="evidence", wanted="evidence", command=command)
    if standing.state == "evidenced":
        command = f"lif action evaluate {standing.id}"
        return replace(found, kind="evaluation", wanted="evaluation", on=keeper, command=command)
    if standing.evaluated and standing.evaluated.impact == "improved":
        command = f"lif action close {standing.id}"
        return replace(found, kind="sign-off", wanted="sign-off", on=keeper, command=command)
    wanted = "a decision, as nothing improved"
    command = f"lif action reopen {standing.id}"
    return replace(found, kind="sign-off", wanted=wanted, on=keeper, command=command)


def _lead(standing: ActionStanding, titles: Titles) -> Party:
    lead = standing.action.lead
    return agency_party(titles, lead.agency, lead.role) if lead else _NOBODY
