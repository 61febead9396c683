"""The days of meetings, of their papers, and of what they wanted done."""

from collections.abc import Iterator
from datetime import timedelta

from lif.insight.calendar.items import Diary, Falling
from lif.insight.meetings.decisions import Answering, decisions_of
from lif.insight.wording import day_words
from lif.records.meeting import Meeting
from lif.store.board import Loaded

_MANAGER = "business-manager"


def fallen_meetings(diary: Diary, actions: Answering) -> Iterator[Falling]:
    """Meetings, the days their papers go out, and the days by which their decisions are to be carried out.

    One that was called off stays where it was, so that a calendar can take it away.
    """
    for loaded in diary.board.of("meeting"):
        meeting: Meeting = loaded.record
        group = diary.titles.group(meeting.group)
        called_off = meeting.cancelled if meeting.cancelled and meeting.cancelled.date <= diary.day else None
        yield Falling(
            kind="meeting",
            day=meeting.date,
            key=meeting.id,
            id=meeting.id,
            what=f"{group} meets",
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
        if not called_off:
            yield from _papers(diary, loaded, group)
            yield from _decisions(diary, loaded, actions)


def _papers(diary: Diary, loaded: Loaded, title: str) -> Iterator[Falling]:
    meeting: Meeting = loaded.record
    group = diary.board.profile.groups.get(meeting.group)
    due = meeting.date - timedelta(days=group.lead_time_days if group else 0)
    gone = meeting.circulated if meeting.circulated and meeting.circulated <= diary.day else None
    if gone is None and meeting.date < diary.day:
        return  # nobody sends papers for a meeting that is over
    yield Falling(
        kind="papers",
        day=due,
        key=f"{meeting.id}.papers",
        id=meeting.id,
        what="Papers go out",
        title=f"{title}, {day_words(meeting.date)}",
        on=diary.party(_MANAGER, "" if diary.titles.knows(_MANAGER) else "the Board's office"),
        state=diary.state(due, done=gone is not None),
        loaded=loaded,
        said=f"went out on {day_words(gone)}" if gone else "",
        matters_to=meeting.group,
    )


def _decisions(diary: Diary, loaded: Loaded, actions: Answering) -> Iterator[Falling]:
    for one in decisions_of(loaded.record, actions, diary.day):
        due = one.decision.due
        if due is None or one.state == "withdrawn":
            continue
        yield Falling(
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
