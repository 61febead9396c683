"""What the template of a meeting's minutes is given: who came, what was decided, and what follows from it."""

from collections.abc import Iterator
from datetime import date

from lif.insight.changes import last_meeting
from lif.insight.meetings.attendance import Came
from lif.insight.meetings.decisions import DecisionStanding, all_decisions
from lif.insight.meetings.standing import MeetingStanding
from lif.insight.meetings.words import CAME_WORDS, decision_words, papers_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, sentence
from lif.publish.contexts.names import Context, lead_words
from lif.publish.contexts.papers import PURPOSE_WORDS
from lif.records.meeting import Meeting
from lif.store.board import Board

_ORDER: tuple[Came, ...] = ("present", "deputy", "apologies", "absent", "not-recorded")


def minutes_context(board: Board, one: MeetingStanding) -> Context:
    """The minutes of a meeting that was held: what was known on its day, and the actions that answer its decisions."""
    meeting, titles = one.meeting, Titles(board)
    group = board.profile.groups.get(meeting.group)
    return {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "standing": standing_words(one),
        "final": bool(one.minutes and one.minutes.agreed),
        "chair": titles.who(group.chair) if group and group.chair else "",
        "place": meeting.place or "",
        "starts": meeting.starts or "",
        "papers": sentence(f"The papers {papers_words(one)}") if one.circulated else "",
        "came": _came_words(one),
        "places": list(_places(one, titles)),
        "named": any(place.names or place.in_place_of or place.note for place in meeting.attendance),
        "agreed": _agreed_here(board, meeting),
        "earlier": _earlier(board, meeting, titles),
        "agenda": [
            {
                "number": number, "title": item.title, "lead": titles.who(item.lead), "asked": item.asked or "",
                "purpose": PURPOSE_WORDS[item.purpose], "records": _shown(board, item.records),
            }
            for number, item in enumerate(meeting.agenda, start=1)
        ],
        "picked": [
            {"title": titles.record(item.indicator) or item.indicator, "reason": sentence(item.reason)}
            for item in meeting.picked
        ],
        "decided": _decided_words(one),
        "decisions": [_decision(board, each, titles) for each in one.decisions],
        "actions": list(_actions(board, one, titles)),
        "following": _following(board, meeting),
    }  # fmt: skip


def standing_words(one: MeetingStanding) -> str:
    """Whether the minutes are agreed, written or still being written."""
    minutes = one.minutes
    if minutes and minutes.agreed:
        at = f", at {minutes.at}" if minutes.at else ""
        return f"These minutes were agreed as a true record on {day_words(minutes.agreed)}{at}."
    if minutes and minutes.written:
        return f"These minutes went round on {day_words(minutes.written)} and have not been agreed."
    return "These minutes are a draft and have not been agreed."


def _came_words(one: MeetingStanding) -> str:
    if not one.meeting.attendance:
        return "Nobody recorded who came."
    known = one.came("present", "deputy", "apologies", "absent")
    parts = [
        f"{one.came('present', 'deputy')} of {counted(known, 'agency', 'agencies')} came or sent a deputy"
    ]
    if one.not_recorded:
        also = counted(len(one.not_recorded), "more with a seat", "more with a seat")
        parts.append(f"of {also} it is not recorded whether somebody came")
    return sentence("; ".join(parts))


def _places(one: MeetingStanding, titles: Titles) -> Iterator[Context]:
    attendance = sorted(one.meeting.attendance, key=lambda place: _ORDER.index(place.state))
    for place in attendance:
        told = [listed(place.names)] if place.names else []
        told += [f"in place of {place.in_place_of}"] if place.in_place_of else []
        told += [place.note] if place.note else []
        yield {
            "agency": titles.agency(place.agency), "came": CAME_WORDS[place.state].capitalize(), "who": ", ".join(told)
        }  # fmt: skip
    if one.meeting.attendance:
        for name in one.not_recorded:
            yield {"agency": titles.agency(name), "came": CAME_WORDS["not-recorded"].capitalize(), "who": ""}


def _agreed_here(board: Board, meeting: Meeting) -> list[Context]:
    """The meetings whose minutes this one agreed."""
    return [
        {"id": loaded.id, "date": loaded.record.date}
        for loaded in board.of("meeting")
        if loaded.record.minutes and loaded.record.minutes.at == meeting.id
    ]


def _earlier(board: Board, meeting: Meeting, titles: Titles) -> list[Context]:
    """What the group had decided before and was still to be carried out on the day, or was since its last meeting."""
    last = last_meeting(board, meeting.group, meeting.date)
    return [
        {
            "id": one.id, "text": one.decision.text, "late": one.state == "late",
            "who": titles.who(one.decision.owner) if one.decision.owner else "",
            "stands": sentence("no day is set" if decision_words(one) == "no day" else decision_words(one)),
            "how": one.decision.done.how if one.decision.done and one.state == "done" else "",
        }
        for one in all_decisions(board, meeting.date)
        if one.meeting.group == meeting.group and one.meeting.date < meeting.date and _matters(one, last)
    ]  # fmt: skip


def _matters(one: DecisionStanding, last: Meeting | None) -> bool:
    if one.state in ("late", "open"):
        return True
    return bool(last and one.state == "done" and one.since and one.since >= last.date)


def _decided_words(one: MeetingStanding) -> str:
    number = len(one.decisions)
    if not number:
        return "No decision is on record."
    owned = sum(bool(each.decision.owner) for each in one.decisions)
    words = f"{counted(number, 'decision')} {'was' if number == 1 else 'were'} made"
    if owned == number:
        return f"{words}, {'each' if number > 1 else 'and it'} with somebody who is to see to it."
    return f"{words}; {owned or 'none'} of them {'names' if owned == 1 else 'name'} somebody who is to see to it."


def _decision(board: Board, one: DecisionStanding, titles: Titles) -> Context:
    decision, day = one.decision, one.meeting.date
    note = f"Carried out: {decision.done.how}" if decision.done and decision.done.date <= day else ""
    if decision.withdrawn and one.state == "withdrawn":
        note = f"Withdrawn on {day_words(decision.withdrawn.date)}: {decision.withdrawn.reason}"
    return {
        "id": decision.id, "text": decision.text, "due": decision.due, "note": note,
        "who": titles.who(decision.owner) if decision.owner else "",
        "records": _shown(board, decision.records),
    }  # fmt: skip


def _actions(board: Board, one: MeetingStanding, titles: Titles) -> Iterator[Context]:
    answered: dict[str, list[str]] = {}
    for each in one.decisions:
        for action in each.actions:
            answered.setdefault(action.id, []).append(each.decision.id)
    actions = {action.id: action for each in one.decisions for action in each.actions}
    for name, answers in answered.items():
        action = actions[name]
        yield {
            "id": name, "text": action.action.text, "lead": lead_words(action.action.lead, titles),
            "due": action.due, "answers": answers,
        }  # fmt: skip


def _following(board: Board, meeting: Meeting) -> str:
    """The group's next meeting that is in the diary; "" where none is."""
    later: list[tuple[date, str, Meeting]] = [
        (loaded.record.date, loaded.id, loaded.record)
        for loaded in board.of("meeting")
        if loaded.record.group == meeting.group
        and loaded.record.date > meeting.date
        and not loaded.record.cancelled
    ]
    if not later:
        return ""
    found = min(later)[2]
    at = [f"at {found.starts}"] if found.starts else []
    return sentence(
        ", ".join([" ".join([day_words(found.date), *at]), *([found.place] if found.place else [])])
    )


def _shown(board: Board, names: list[str]) -> list[str]:
    return [name for name in names if board.knows(name)]
