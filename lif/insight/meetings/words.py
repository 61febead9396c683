"""Meetings in words."""

from lif.insight.meetings.attendance import AgencyAttendance, Came
from lif.insight.meetings.decisions import DecisionStanding
from lif.insight.meetings.standing import MeetingStanding
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.records.meeting import Attendance, Sent

CAME_WORDS: dict[Came, str] = {
    "present": "present",
    "deputy": "a deputy",
    "apologies": "apologies",
    "absent": "absent",
    "not-recorded": "not recorded",
}
PART_WORDS = {
    "reviews": "reviews", "audits": "audits", "actions": "actions", "learning": "learning", "risks": "risks",
    "challenges": "challenges", "voice": "what people said", "reports": "agencies' reports", "data": "figures",
    "changes": "what changed",
}  # fmt: skip
"""What a pack can hold."""


def decision_words(one: DecisionStanding) -> str:
    """Where a decision stands, such as `carried out on 13 October 2017` or `17 days late`."""
    match one.state:
        case "withdrawn":
            return f"withdrawn on {day_words(one.since)}" if one.since else "withdrawn"
        case "done":
            by = f" by {listed(action.id for action in one.actions)}" if one.by_actions else ""
            return f"carried out{by}" + (f" on {day_words(one.since)}" if one.since else "")
        case "noted":
            return "nothing to be done"
    left = [action.id for action in one.actions if not action.finished]
    follows = f"; {listed(left)} {'is' if len(left) == 1 else 'are'} to do it" if left else ""
    if one.state == "late":
        return f"{counted(one.late, 'day')} late{follows}"
    due = f"due {day_words(one.decision.due)}" if one.decision.due else "no day"
    return f"{due}{follows}"


def papers_words(one: MeetingStanding) -> str:
    """When the papers went out beside what was promised, or when they are to."""
    days, promised = one.days_to_read, counted(one.lead_time, "day")
    if one.circulated is None or days is None:
        if one.state == "ahead":
            return f"to go out by {day_words(one.papers_due)}, {promised} before the meeting"
        return "not recorded when they went out"
    words = f"went out on {day_words(one.circulated)}, {counted(days, 'day')} before the meeting"
    return words if one.in_time else f"{words}; {promised} are promised"


def place_words(place: Attendance) -> str:
    """Whether an agency was there, who came and in whose place."""
    words = CAME_WORDS[place.state]
    parts = [listed(place.names)] if place.names else []
    parts += [f"in place of {place.in_place_of}"] if place.in_place_of else []
    parts += [place.note] if place.note else []
    return f"{words}: {', '.join(parts)}" if parts else words


def sent_words(sent: Sent, titles: Titles) -> str:
    """A pack that went out: by whom, to whom, and how the Board stood in it."""
    to = f" to {sent.to}" if sent.to else ""
    words = f"Sent out by {titles.who(sent.by)}{to}"
    words += f", as things stood on {day_words(sent.shows)}" if sent.shows else ""
    words += f". It held: {listed(PART_WORDS[part] for part in sent.parts)}" if sent.parts else ""
    return f"{words}. {sent.note}" if sent.note else f"{words}."


def rate_words(one: AgencyAttendance) -> str:
    """`3 of 4`; how often somebody came, of the meetings of which that is known."""
    return f"{one.attended} of {one.of}" if one.of else "not recorded"
