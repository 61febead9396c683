"""The front of a pack: the meeting, its agenda and the decisions it needs."""

from collections.abc import Sequence
from datetime import date

from lif.insight.changes import last_meeting
from lif.insight.decisions import Needed
from lif.insight.meetings.decisions import all_decisions
from lif.insight.meetings.words import decision_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, sentence
from lif.publish.contexts.names import Context, references
from lif.publish.contexts.papers import PURPOSE_WORDS, papers_of
from lif.records.board import Group
from lif.records.meeting import Meeting
from lif.store.board import Board


def meeting_context(board: Board, meeting: Meeting, day: date, decisions: Sequence[Needed]) -> Context:
    """The meeting, its agenda and the decisions that it needs."""
    titles = Titles(board)
    group = board.profile.groups.get(meeting.group)
    return {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "group": titles.group(meeting.group),
        "chair": titles.who(group.chair) if group and group.chair else "",
        "id": meeting.id,
        "date": meeting.date,
        "starts": meeting.starts or "",
        "place": meeting.place or "",
        "circulation": _circulation(meeting, group, day),
        "to_decide": sum(item.purpose == "decision" for item in meeting.agenda),
        "agenda": [
            {
                "number": number,
                "title": item.title,
                "lead": titles.who(item.lead),
                "purpose": PURPOSE_WORDS[item.purpose],
                "asked": item.asked or "",
                "papers": papers_of(board, item.records),
            }
            for number, item in enumerate(meeting.agenda, start=1)
        ],
        "earlier": _earlier(board, meeting, day, titles),
        "minutes": _minutes(board, meeting, day),
        "decisions": [_decision(board, needed, titles) for needed in decisions],
    }


def _decision(board: Board, needed: Needed, titles: Titles) -> Context:
    return {
        "source": needed.source,
        "item": needed.item,
        "title": needed.title,
        "asked": needed.asked,
        "who": needed.who,
        "records": references(board, needed.records, titles),
    }


def _earlier(board: Board, meeting: Meeting, day: date, titles: Titles) -> list[Context]:
    """The decisions of the group's earlier meetings that are still to be carried out, or were since the last one."""
    last = last_meeting(board, meeting.group, meeting.date)
    return [
        {
            "id": one.id,
            "text": one.decision.text,
            "who": titles.who(one.decision.owner) if one.decision.owner else "",
            "late": one.state == "late",
            "stands": sentence(decision_words(one)),
            "how": one.decision.done.how if one.decision.done and one.state == "done" else "",
            "records": references(board, one.decision.records, titles) if one.state != "done" else [],
        }
        for one in all_decisions(board, day)
        if one.meeting.group == meeting.group
        and one.meeting.date < meeting.date
        and (
            one.state in ("late", "open")
            or (last and one.state == "done" and one.since and one.since >= last.date)
        )
    ]


def _minutes(board: Board, meeting: Meeting, day: date) -> str:
    """The meeting whose minutes this one is to agree; "" where they are agreed, or not written."""
    last = last_meeting(board, meeting.group, meeting.date)
    if last is None or last.minutes is None or last.minutes.written is None or last.minutes.written > day:
        return ""
    agreed = last.minutes.agreed
    return "" if agreed and agreed <= day else f"{day_words(last.date)} ({last.id})"


def _circulation(meeting: Meeting, group: Group | None, day: date) -> str:
    """When the papers went out, beside the time that the Board promised; "" where it is not known."""
    if meeting.circulated is None or meeting.circulated > day:
        return ""
    words = f"Papers went out on {day_words(meeting.circulated)}"
    days = (meeting.date - meeting.circulated).days
    if group and days < group.lead_time_days:
        promised = counted(group.lead_time_days, "day")
        return f"{words}, {counted(days, 'day')} before the meeting; {promised} are promised."
    return f"{words}, {counted(days, 'day')} before the meeting."
