"""What meetings that are over wait for: who came, and that their decisions are carried out."""

from collections.abc import Iterator, Mapping, Sequence

from lif.insight.actions.standing import ActionStanding
from lif.insight.meetings.decisions import decisions_of
from lif.insight.waiting.items import Waiting, party
from lif.insight.waiting.window import Look
from lif.insight.wording import day_words
from lif.records.meeting import Meeting

_MANAGER = "business-manager"


def waiting_attendance(look: Look) -> Iterator[Waiting]:
    """Meetings before the day of which nobody recorded who came."""
    for loaded in look.board.of("meeting"):
        meeting: Meeting = loaded.record
        if meeting.date >= look.window.day or meeting.attendance or meeting.cancelled:
            continue
        yield Waiting(
            kind="attendance",
            id=meeting.id,
            title=f"{look.titles.group(meeting.group)}, {day_words(meeting.date)}",
            wanted="record who came",
            on=party(look, _MANAGER, "" if look.titles.knows(_MANAGER) else "the Board's office"),
            command=f"lif meeting attend {meeting.id}",
            loaded=loaded,
            since=meeting.date,
            matters_to=meeting.group,
        )


def waiting_decisions(look: Look, actions: Mapping[str, Sequence[ActionStanding]]) -> Iterator[Waiting]:
    """Decisions that are to be carried out within a month, or should have been, and that no action answers.

    Of the others the actions are waited for. `actions` are those that answer each thing, by its full id.
    """
    for loaded in look.board.of("meeting"):
        for one in decisions_of(loaded.record, actions, look.window.day):
            due = one.decision.due
            if one.state not in ("late", "open") or one.actions or due is None or due > look.window.month:
                continue
            owner = one.decision.owner or one.meeting.group
            yield Waiting(
                kind="decision",
                id=one.id,
                title=one.decision.text,
                wanted="carry out the decision",
                on=party(look, owner),
                command=f"lif meeting done {one.id}",
                loaded=loaded,
                due=due,
                days=look.window.until(due),
                matters_to=one.meeting.group,
            )
