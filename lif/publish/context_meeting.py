"""The front of a pack: the meeting, its agenda and the decisions it needs."""

from datetime import date

from lif.insight.decisions import Needed, decisions_needed
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words
from lif.publish.context_names import Context, references
from lif.records.board import Group
from lif.records.meeting import Meeting
from lif.store.board import Board

PURPOSE_WORDS = {"decision": "To decide", "discussion": "To discuss", "information": "To note"}


def meeting_context(board: Board, meeting: Meeting, day: date) -> Context:
    """The meeting, its agenda and the decisions that it needs."""
    titles = Titles(board)
    group = board.profile.groups.get(meeting.group)
    return {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "group": titles.group(meeting.group),
        "chair": titles.who(group.chair) if group and group.chair else "",
        "meeting": meeting.id,
        "date": meeting.date,
        "starts": meeting.starts or "",
        "place": meeting.place or "",
        "circulation": _circulation(meeting, group, day),
        "agenda": [
            {
                "number": number,
                "title": item.title,
                "lead": titles.who(item.lead),
                "purpose": PURPOSE_WORDS[item.purpose],
                "asked": item.asked or "",
                "records": references(board, item.records, titles),
            }
            for number, item in enumerate(meeting.agenda, start=1)
        ],
        "decisions": [_decision(board, needed, titles) for needed in decisions_needed(board, meeting, day)],
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
