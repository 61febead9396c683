"""What a board pack says: the content of the sections that its group has, as plain data, for one meeting on one day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.audience import highest_marking
from lif.insight.audits.standing import audit_standing
from lif.insight.entries import known_by
from lif.insight.reviews.standing import review_standing
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.publish.contexts.names import Context
from lif.publish.formats import Edition
from lif.publish.meta import Image, Meta
from lif.publish.packs.basis import Basis
from lif.publish.packs.public_edition import as_shown, texts_in
from lif.publish.packs.sections import PUBLIC_SECTIONS, SECTIONS, Section
from lif.publish.paper_files import style_of
from lif.records.base import PartialDate
from lif.records.meeting import Meeting
from lif.records.naming import ids_in, owner_of
from lif.records.sections import SectionName, sections_for
from lif.store.board import Board, Loaded


@dataclass(frozen=True)
class Pack:
    """All that goes into a pack before it is laid out."""

    meta: Meta
    context: Context
    images: dict[str, Image]
    sections: tuple[SectionName, ...]
    """What it holds, in order."""
    parts: tuple[Loaded, ...]
    """The records that it is made of: those its sections are about, and those that they name besides."""


def sections_of(
    board: Board, meeting: Meeting, day: date, edition: Edition = "board"
) -> tuple[SectionName, ...]:
    """The sections of a meeting's pack, in order; for the public those with something in them alone."""
    group = board.profile.groups.get(meeting.group)
    names = sections_for(meeting.group, group.pack if group else [])
    if edition == "board":
        return names
    table = sections_in(edition)
    there = {loaded.kind.name for loaded in board.by_id.values() if _known(loaded, day)}
    return tuple(
        name
        for name in names
        if name in table
        and (
            meeting.agenda
            if name == "agenda"
            else name == "sources" or there.intersection(SECTIONS[name].kinds)
        )
    )


def sections_in(edition: Edition) -> Mapping[SectionName, Section]:
    """The sections that an edition can have."""
    return PUBLIC_SECTIONS if edition == "public" else SECTIONS


def pack_of(
    board: Board, meeting: Meeting, day: date, edition: Edition = "board", whole: Board | None = None
) -> Pack:
    """The pack of a meeting as things stand on a day. `board` holds only what the pack's readers may see.

    `whole` holds all records: by them it is said how much of what is asked is done, and nothing of them is named.
    """
    meeting = as_shown(board, meeting)
    names = sections_of(board, meeting, day, edition)
    sections = [sections_in(edition)[name] for name in names]
    about = tuple(_about(board, meeting, {kind for section in sections for kind in section.kinds}, day))
    basis = Basis(board, meeting, day, about, names, whole)
    context: Context = {}
    images: dict[str, Image] = {}
    for section in sections:
        if section.key not in context:
            context[section.key], drawn = section.gives(basis)
            images |= drawn
    parts = _with_those_named(board, about, context)
    context |= {
        "as_of": day,
        "edition": edition,
        "sections": [{"template": section.template} for section in sections],
    }
    return Pack(_meta(board, meeting, parts, day, edition), context, images, names, parts)


def _about(board: Board, meeting: Meeting, kinds: set[str], day: date) -> Iterator[Loaded]:
    """The records of the kinds that were there on the day, and the meeting itself."""
    for loaded in board.by_id.values():
        if loaded.kind.numbered and (
            loaded.id == meeting.id or (loaded.kind.name in kinds and _known(loaded, day))
        ):
            yield loaded


def _with_those_named(board: Board, parts: tuple[Loaded, ...], context: Context) -> tuple[Loaded, ...]:
    """The parts, and every other record whose id a section was given."""
    named = {owner_of(found) for _, text in texts_in(context) for found in ids_in(text)}
    named |= {part.id for part in parts}
    return tuple(loaded for loaded in board.by_id.values() if loaded.id in named)


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


def _meta(board: Board, meeting: Meeting, parts: Sequence[Loaded], day: date, edition: Edition) -> Meta:
    profile = board.profile
    group = Titles(board).group(meeting.group)
    public = edition == "public"
    subtitle = f"Papers for the meeting on {day_words(meeting.date)}"
    if public:
        subtitle += ", as far as they are cleared for the public"
    if profile.fictional:
        subtitle += ". This Board is fictional: no child, family, event or figure of its own is real."
    short = profile.short_name or profile.name
    return Meta(
        title=f"{group}: {'public papers' if public else 'board pack'}"
        + (" (fictional Board)" if profile.fictional else ""),
        subtitle=subtitle,
        board=profile.name,
        author=short,
        group=group,
        meeting_date=meeting.date.isoformat(),
        marking=highest_marking(parts, profile.settings),
        readers="For everybody." if public else profile.settings.who_may_read or "",
        as_of=day,
        style=style_of(board),
    )
