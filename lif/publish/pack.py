"""What a board pack says: every section's content, as plain data, for one meeting on one day."""

from dataclasses import dataclass
from datetime import date

from lif.insight.actions import standings
from lif.insight.answers import actions_by_answer
from lif.insight.audience import highest_marking
from lif.insight.audits import audit_standing
from lif.insight.changes import last_meeting
from lif.insight.entries import known_by
from lif.insight.reviews import review_standing
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.publish.context_actions import actions_context
from lif.publish.context_audits import audit_standings, audits_context
from lif.publish.context_changes import changes_context, sources_context
from lif.publish.context_data import data_context, readings_of
from lif.publish.context_learning import learning_context
from lif.publish.context_meeting import meeting_context
from lif.publish.context_names import Context
from lif.publish.context_registers import challenges_context, risks_context, voices_context
from lif.publish.context_reports import reports_context
from lif.publish.context_reviews import reviews_context
from lif.publish.figures import audit_charts, grades_chart, indicator_charts, moderation_charts
from lif.publish.meta import Image, Meta
from lif.records.base import PartialDate
from lif.records.meeting import Meeting
from lif.store.board import Board, Loaded


@dataclass(frozen=True)
class Pack:
    """All that goes into a pack before it is laid out."""

    meta: Meta
    context: Context
    images: dict[str, Image]


def pack_of(board: Board, meeting: Meeting, day: date) -> Pack:
    """The pack of a meeting as things stand on a day. `board` holds only what the pack's readers may see."""
    profile = board.profile
    last = last_meeting(board, meeting.group, meeting.date)
    since = last.date if last else None
    plans = [loaded.record for loaded in board.of("plan")]
    actions = standings(plans, profile.settings, day)
    answering = actions_by_answer(actions)
    readings = readings_of(board, day)
    charts, images = indicator_charts(readings, profile)
    tracker = actions_context(board, actions, day)
    if actions:
        tracker["chart"], drawn = grades_chart(tracker["key"])
        images |= drawn
    audits = audit_standings(board, day)
    audit_shown, drawn = audit_charts(audits)
    images |= drawn
    moderated, drawn = moderation_charts(board, audits)
    images |= drawn
    at_risk, drawn = risks_context(board, since, day)
    images |= drawn
    parts = parts_of(board, meeting, day)
    context: Context = {
        "as_of": day,
        "front": meeting_context(board, meeting, day),
        "reviews": reviews_context(board, since, day, answering),
        "audits": audits_context(board, day, answering, audit_shown, moderated),
        "actions": tracker,
        "learning": learning_context(board, day),
        "risks": at_risk,
        "challenges": challenges_context(board, since, day),
        "voices": voices_context(board, day),
        "reports": reports_context(board, since, day),
        "data": data_context(board, meeting, readings, charts, day),
        "changes": changes_context(board, last, day),
        "sources": sources_context(board, parts),
    }
    return Pack(_meta(board, meeting, parts, day), context, images)


def parts_of(board: Board, meeting: Meeting, day: date) -> list[Loaded]:
    """The records that a pack is made of: those that were there on the day, and the meeting itself."""
    return [
        loaded
        for loaded in board.by_id.values()
        if loaded.kind.numbered and (loaded.id == meeting.id or _known(loaded, day))
    ]


def _known(loaded: Loaded, day: date) -> bool:
    record = loaded.record
    match loaded.kind.name:
        case "review":
            return review_standing(record, day) is not None
        case "audit":
            return audit_standing(record, day) is not None
        case "plan":
            return _by(record.agreed, day)
        case "report":
            return _by(record.received, day)
        case "learning" | "risk" | "challenge" | "voice":
            return bool(record.log[0].date <= day)
        case "meeting":
            return _by(record.date, day)
        case _:
            return True


def _by(when: date | None, day: date) -> bool:
    return known_by(PartialDate.of(when) if when else None, day)


def _meta(board: Board, meeting: Meeting, parts: list[Loaded], day: date) -> Meta:
    profile = board.profile
    group = Titles(board).group(meeting.group)
    subtitle = f"Papers for the meeting on {day_words(meeting.date)}"
    if profile.fictional:
        subtitle += ". This Board is fictional: no child, family, event or figure of its own is real."
    short = profile.short_name or profile.name
    return Meta(
        title=f"{group}: board pack" + (" (fictional Board)" if profile.fictional else ""),
        subtitle=subtitle,
        board=profile.name,
        author=short,
        group=group,
        meeting_date=meeting.date.isoformat(),
        marking=highest_marking(parts, profile.settings),
        readers=profile.settings.who_may_read or "",
        as_of=day,
    )
