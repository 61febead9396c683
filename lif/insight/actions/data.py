"""Where an action stands, as plain data for programs and spreadsheets."""

from typing import Any

from lif.insight.actions.search import flags_of
from lif.insight.actions.standing import ActionStanding
from lif.insight.entry_words import action_words
from lif.insight.titles import Titles
from lif.records.board import Brag


def standing_data(stands: ActionStanding) -> dict[str, Any]:
    """Where it stands on the day, for JSON; days as `2017-11-24`."""
    lead, given, grading = stands.action.lead, stands.grading.given, stands.grading
    by_hand = {"date": given.date.isoformat(), "by": given.by, "reason": given.reason} if given else None
    last = stands.last
    return {
        "id": stands.id,
        "plan": stands.plan.id,
        "state": stands.state,
        "since": stands.since.isoformat() if stands.since else None,
        "firstDue": stands.first_due.isoformat() if stands.first_due else None,
        "due": stands.due.isoformat() if stands.due else None,
        "moved": stands.moved,
        "late": stands.late,
        "brag": grading.colour,
        "word": grading.word,
        "derived": grading.derived,
        "why": grading.why,
        "byHand": by_hand,
        "flags": flags_of(stands),
        "slipped": stands.slipped,
        "stagnant": stands.stagnant,
        "selfReported": stands.self_reported,
        "quietDays": stands.quiet,
        "impact": stands.evaluated.impact if stands.evaluated else None,
        "agency": lead.agency if lead else None,
        "role": lead.role if lead else None,
        "answers": list(stands.action.answers),
        "latest": {"date": last.date.isoformat(), "entry": last.entry, "by": last.by} if last else None,
        "text": stands.action.text,
    }


COLUMNS = (
    "Action", "Plan", "What", "What for", "Agency", "Who leads", "Answers", "State", "Since", "First due", "Due",
    "Times moved", "Days late", "Grade", "Worked out", "Set by hand because", "Flags", "Latest entry", "On",
)  # fmt: skip
"""The columns of a spreadsheet of actions."""


def standing_row(stands: ActionStanding, titles: Titles, brag: Brag) -> list[str]:
    """One row of a spreadsheet of actions, under `COLUMNS`."""
    action, grading, last = stands.action, stands.grading, stands.last
    return [
        stands.id,
        stands.plan.title,
        action.text,
        action.outcome or "",
        titles.agency(action.lead.agency) if action.lead else "",
        action.lead.role if action.lead else "",
        ", ".join(action.answers),
        stands.state,
        stands.since.isoformat() if stands.since else "",
        stands.first_due.isoformat() if stands.first_due else "",
        stands.due.isoformat() if stands.due else "",
        str(stands.moved),
        str(stands.late),
        grading.word,
        getattr(brag, grading.derived).word,
        grading.given.reason if grading.given else "",
        ", ".join(flags_of(stands)),
        action_words(last, titles) if last else "",
        last.date.isoformat() if last else "",
    ]
