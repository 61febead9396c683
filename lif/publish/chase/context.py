"""What a letter says: to whom, what waits, by when an answer is wanted, and who signs."""

from dataclasses import dataclass
from datetime import date

from lif.insight.audience import telling
from lif.insight.titles import Titles
from lif.insight.waiting.items import Waiting, WaitingKind
from lif.insight.waiting.window import window_from
from lif.insight.wording import counted, day_words, listed, times
from lif.publish.chase.told import Owed
from lif.publish.contexts.names import Context
from lif.records.agency import Agency
from lif.records.challenge import Challenge
from lif.records.meeting import Meeting
from lif.store.board import Board

_MANAGER = "business-manager"
_ASKED = {
    "report": ("report", "reports"),
    "return": ("return to an audit", "returns to audits"),
    "contribution": ("contribution to a review", "contributions to reviews"),
    "figure": ("figure of an indicator", "figures of indicators"),
    "commentary": ("commentary on a figure", "commentaries on figures"),
}
_OF_PERIOD = ("report", "figure", "commentary")
"""What is asked for of a period, and has no number."""


@dataclass(frozen=True, slots=True)
class Sending:
    """When a letter goes out, and what with it."""

    day: date
    reply_by: date
    sheet: str
    """The name of the attached file; "" where there is none."""
    unfinished: int
    """How many actions it holds."""


def letter_context(board: Board, owed: Owed, sending: Sending) -> Context:
    """The content of one agency's letter."""
    titles, profile = Titles(board), board.profile
    group, chair = _top(board, titles)
    addressee = addressee_of(board, owed.record)
    return {
        "as_of": sending.day,
        "reply_by": sending.reply_by,
        "month_ends": window_from(sending.day).month,
        "board": profile.name,
        "fictional": profile.fictional,
        "addressee": ", ".join(filter(None, [addressee, owed.record.name])),
        "copies": copies_of(owed, addressee),
        "standing": _standing(owed),
        "late": [_action(one) for one in owed.late],
        "due": [_action(one) for one in owed.due],
        "undated": [_action(one) for one in owed.undated],
        "evidence": [_action(one) for one in owed.evidence],
        "asked": [_asked(one) for one in owed.asked],
        "audits": [_audit(one) for one in owed.audits],
        "challenges": [_challenge(one, titles) for one in owed.challenges],
        "held": [_held(one) for one in owed.held],
        "decided": [_decision(one, titles) for one in owed.decisions],
        "sheet": sending.sheet,
        "unfinished": sending.unfinished,
        "manager": titles.who(_MANAGER) if titles.knows(_MANAGER) else "Board's office",
        "signs": chair,
        "raised_with": group,
    }


def addressee_of(board: Board, agency: Agency) -> str:
    """The post that holds the agency's seat on the Board, or on the first of its groups where it has one."""
    order = list(board.profile.groups)
    seats = sorted(
        agency.seats, key=lambda seat: order.index(seat.group) if seat.group in order else len(order)
    )
    return seats[0].role if seats else ""


def copies_of(owed: Owed, addressee: str) -> list[str]:
    """The posts that lead what the letter is about, besides the one it goes to."""
    posts = [one.on.post for one in owed.items if one.on.post and one.on.post != addressee]
    return sorted(dict.fromkeys(posts))


def who_signs(board: Board, titles: Titles) -> str:
    """Who signs the Board's letters, by title."""
    return _top(board, titles)[1]


def _top(board: Board, titles: Titles) -> tuple[str, str]:
    """The group that holds agencies to account, where things go that stay unanswered, and who leads it and signs."""
    for name, group in board.profile.groups.items():
        if group.chair:
            return f"next meeting of the {titles.group(name)}", titles.who(group.chair)
    return "Board", "Chair"


def _standing(owed: Owed) -> str:
    """How many of what wait, as a clause: `2 of your actions are late and 1 is due within the coming month`."""
    of = "of your actions "
    parts = []
    for found, one, many in (
        (owed.late, "is late", "are late"),
        (owed.due, "is due within the coming month", "are due within the coming month"),
        (owed.undated, "has no date by which it will be done", "have no date by which they will be done"),
        (owed.evidence, "is said to be done and not yet shown", "are said to be done and not yet shown"),
    ):
        if found:
            parts.append(f"{len(found)} {of}{one if len(found) == 1 else many}")
            of = ""
    if owed.asked:
        kinds = {one.kind for one in owed.asked}
        words = _ASKED[kinds.pop()] if len(kinds) == 1 else _together(kinds)
        come = "has not come" if len(owed.asked) == 1 else "have not come"
        parts.append(f"{counted(len(owed.asked), *words)} that we asked for {come}")
    if owed.audits:
        audits = counted(len(owed.audits), "audit that you lead waits", "audits that you lead wait")
        parts.append(f"{audits} to be taken up")
    if owed.decisions:
        parts.append(
            counted(len(owed.decisions), "decision of a meeting waits", "decisions of meetings wait")
            + " for you"
        )
    if owed.challenges:
        parts.append(counted(len(owed.challenges), "challenge waits for you", "challenges wait for you"))
    if owed.held:
        held = counted(
            len(owed.held), "entry of the Board's registers waits", "entries of the Board's registers wait"
        )
        parts.append(f"{held} for you")
    return listed(parts)


def _together(kinds: set[WaitingKind]) -> tuple[str, str]:
    """A word for what is asked for, where it is of several kinds."""
    about_figures = not kinds.isdisjoint(("figure", "commentary"))
    return ("thing", "things") if about_figures else ("report or return", "reports and returns")


def _action(one: Waiting) -> Context:
    standing = one.action
    if standing is None:
        raise ValueError(f"{one.id} is no action")
    action = standing.action
    measure = action.measure
    return {
        "id": one.id,
        "text": one.title,
        "plan": standing.plan.title if telling(one.loaded) == "all" else "",
        "post": one.on.post,
        "due": one.due,
        "first_due": action.due,
        "moved": times(standing.moved) if standing.moved else "",
        "late": one.late,
        "since": one.since,
        "measure": measure.text if measure else "",
    }


def _asked(one: Waiting) -> Context:
    title, number = one.title, one.id
    if one.kind in _OF_PERIOD:
        number = ""
    elif one.kind == "contribution":
        title = f"{one.wanted.capitalize()} for a review"
    elif telling(one.loaded) != "all":
        title = "Return to an audit"
    return {
        "title": title,
        "id": number,
        "due": one.due,
        "late": one.late,
        "since": one.since,
        "of_period": one.kind in _OF_PERIOD,
    }


def _audit(one: Waiting) -> Context:
    title = one.title if telling(one.loaded) == "all" else "Audit"
    return {"title": title, "id": one.id, "wanted": one.wanted, "due": one.due, "late": one.late}


def _challenge(one: Waiting, titles: Titles) -> Context:
    """The agency is told what it was asked for; the title of the record only where agencies may read that."""
    challenge: Challenge = one.loaded.record
    whom = listed(titles.who(name) for name in challenge.challenged)
    own = one.on.agency in challenge.challenged
    between = f"by {titles.who(challenge.challenger)}" if own else f"to {whom}"
    title = f"{challenge.kind.capitalize()} of {day_words(challenge.log[0].date)} {between}"
    told = telling(one.loaded) == "all"
    return {
        "title": f"{title}: {challenge.title}" if told else title,
        "id": one.id,
        "wanted": one.wanted,
        "asked": challenge.wanted or "" if own else "",
        "due": one.due,
        "late": one.late,
        "since": one.since,
    }


def _decision(one: Waiting, titles: Titles) -> Context:
    """What a meeting wants the agency to do; it was decided for the agency, so it is told in full."""
    meeting: Meeting = one.loaded.record
    return {
        "id": one.id, "text": one.title, "group": titles.group(meeting.group), "held": meeting.date,
        "due": one.due, "late": one.late,
    }  # fmt: skip


def _held(one: Waiting) -> Context:
    sort = "A risk that you hold" if one.kind == "risk" else "People whom you heard"
    title = one.title if telling(one.loaded) == "all" else sort
    return {
        "title": title, "id": one.id, "wanted": one.wanted, "asked": "", "due": one.due, "late": one.late,
        "since": one.since,
    }  # fmt: skip
