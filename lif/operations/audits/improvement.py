"""The improvement plan that follows from an agency's return: an action for each item below the standard."""

from datetime import date

from lif.insight.returns.analysis import Improvement, analysed
from lif.insight.returns.plans import plans_of_round
from lif.insight.returns.standing import round_of
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words
from lif.operations.audits.returned import asked
from lif.operations.opening import open_numbered
from lif.records.audit import Audit
from lif.records.base import PartialDate
from lif.rules.lookup import find_record
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import Refusal

_TITLES = {"section-11": "Section 11", "section-175": "Section 175/157"}


def improve(board: Board, audit_id: str, agency: str, role: str | None, day: date) -> Change:
    """A plan of twelve months from a day with an action for each item in which an agency is below the standard.

    `role` is the post that leads it; left out, the one that signed the return. Raises NothingFound for an id that
    does not exist or an agency that was not asked, Refusal where there are no answers by item, nothing is below the
    standard, nobody is named as lead, or where there is such a plan.
    """
    loaded = find_record(board, audit_id, "audit")
    audit: Audit = loaded.record
    asked(board, audit, agency)
    called = Titles(board).agency(agency)
    found = round_of(board, loaded, day)
    before = next((one for one in plans_of_round(board, audit, day) if one.agency == agency), None)
    if before:
        raise Refusal(
            f"{called} has an improvement plan from {audit_id}: {before.plan.id}.",
            f"Add what it lacks: lif action add {before.plan.id}",
        )
    result = analysed(board, found)
    answers = (
        next((one for one in result.agencies if one.returned.agency == agency), None) if result else None
    )
    if answers is None:
        state = next(one for one in found.returns if one.agency == agency)
        why = {
            "declared": "gave a signed declaration, which answers no item",
            "missing": "has not returned anything",
        }.get(state.state, "returned no answers by item that are kept")
        raise Refusal(
            f"{audit_id}: {called} {why}, so nothing says what is to improve.",
            f"Open a plan by hand: lif plan new --source {audit_id} --owner {agency}",
        )
    if not answers.below:
        raise Refusal(
            f"{audit_id}: {called} is below the standard in no item, so there is nothing to plan.",
            f"See its answers with: lif audit returns {audit_id} --analysis",
        )
    lead = role or answers.returned.signed_by
    if not lead:
        raise Refusal(
            f"{audit_id}: nobody is named who leads the plan of {called}.",
            'Name the post that answers for it: --lead-role "Named Nurse"',
        )
    due = in_twelve_months(day)
    by_item: dict[str, Improvement] = {}
    for one in answers.below:
        by_item.setdefault(one.item.id, one)
    actions = [
        {
            "id": f"A{number}",
            "answers": [audit_id],
            "items": [one.item.id],
            "text": f"Reach “{one.wanted}” in {one.item.id}: {one.item.text}",
            "lead": {"agency": agency, "role": lead},
            "start": day.isoformat(),
            "due": due.isoformat(),
            "measure": {
                "text": one.item.evidence or one.item.text,
                "baseline": one.grade,
                "target": one.wanted,
            },
        }
        for number, one in enumerate(by_item.values(), start=1)
    ]
    value = {
        "audience": audit.audience,
        "marking": audit.marking,
        "title": f"{_TITLES.get(audit.kind, audit.theme)} improvement plan {audit_id[3:7]}: {called}",
        "source": [audit_id],
        "agreed": day.isoformat(),
        "owner": agency,
        "sign_off": board.profile.settings.report_group,
        "actions": actions,
    }
    change = open_numbered(board, "plan", {key: each for key, each in value.items() if each}, day.year)
    said = (
        f"It holds {counted(len(actions), 'action')}, one for each item in which {called} is below the standard, all "
        f"led by {lead} and due by {day_words(due)}. Give each its outcome, resource and an earlier day where one is "
        f"right: lif edit {change.ids[0]}"
    )
    return Change(change.files, f"{change.summary}\n{said}", change.ids)


def in_twelve_months(day: date) -> date:
    """The same day of the next year; of 29 February the last of that month."""
    return PartialDate(day.year + 1, day.month).latest.replace(
        day=min(day.day, PartialDate(day.year + 1, day.month).latest.day)
    )
