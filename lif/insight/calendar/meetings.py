"""The days of meetings, of their papers, and of what they wanted done."""

from collections.abc import Iterator

from lif.insight.calendar.items import Diary, Falling
from lif.insight.meetings.decisions import Answering, DecisionStanding
from lif.insight.meetings.standing import MeetingStanding, meeting_standing
from lif.insight.wording import day_words
from lif.records.meeting import Meeting
from lif.store.board import Loaded

_MANAGER = "business-manager"


def fallen_meetings(diary: Diary, actions: Answering) -> Iterator[Falling]:
    """Meetings, the days their papers go out, and the days by which their decisions are to be carried out.

    One that was called off stays where it was, so that a calendar can take it away. `actions` are those that answer
    decisions.
    """
    for loaded in diary.board.of("meeting"):
        meeting: Meeting = loaded.record
        one = meeting_standing(diary.board, meeting, diary.day, actions)
        called_off = meeting.cancelled if meeting.cancelled and meeting.cancelled.date <= diary.day else None
        yield Falling(
            kind="meeting",
            day=meeting.date,
            key=meeting.id,
            id=meeting.id,
            what=f"{diary.titles.group(meeting.group)} meets",
            title="",
            on=diary.party(meeting.group),
            state="past" if called_off or meeting.date < diary.day else "due",
            loaded=loaded,
            time=meeting.starts or "",
            place=meeting.place or "",
            matters_to=meeting.group,
            said=f"called off on {day_words(called_off.date)}" if called_off else "",
            called_off=called_off is not None,
        )
        if called_off is None:
            yield from _papers(diary, loaded, one)
            yield from (_decision(diary, loaded, each) for each in one.decisions if _counts(each))


def _papers(diary: Diary, loaded: Loaded, one: MeetingStanding) -> Iterator[Falling]:
    meeting, gone = one.meeting, one.circulated
    if gone is None and meeting.date < diary.day:
        return  # nobody sends papers for a meeting that is over
    yield Falling(
        kind="papers",
        day=one.papers_due,
        key=f"{meeting.id}.papers",
        id=meeting.id,
        what="Papers go out",
        title=f"{diary.titles.group(meeting.group)}, {day_words(meeting.date)}",
        on=diary.party(_MANAGER, "" if diary.titles.knows(_MANAGER) else "the Board's office"),
        state=diary.state(one.papers_due, done=gone is not None),
        loaded=loaded,
        said=f"went out on {day_words(gone)}" if gone else "",
        matters_to=meeting.group,
    )


def _counts(one: DecisionStanding) -> bool:
    return one.decision.due is not None and one.state != "withdrawn"


def _decision(diary: Diary, loaded: Loaded, one: DecisionStanding) -> Falling:
    due = one.decision.due or one.meeting.date
    return Falling(
        kind="decision",
        day=due,
        key=one.id,
        id=one.id,
        what="Decided, to be done",
        title=one.decision.text,
        on=diary.party(one.decision.owner or one.meeting.group),
        state=diary.state(due, done=one.state == "done"),
        loaded=loaded,
        said=f"done on {day_words(one.since)}" if one.since else "",
        matters_to=one.meeting.group,
    )
