"""What must hold before a pack goes to the public: all that is in it is cleared, and nothing in it names the rest."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from lif.insight.reviews.publication import clearing
from lif.publish.contexts.names import Context
from lif.records.meeting import Meeting
from lif.records.naming import ids_in
from lif.records.publication import Published
from lif.records.restricting import markings_of
from lif.records.review import Review
from lif.records.sections import SectionName
from lif.store.board import Board, Loaded
from lif.store.errors import NothingFound, Refusal


def as_shown(shown: Board, meeting: Meeting) -> Meeting:
    """The meeting as the readers of `shown` may see it: its group and its day where its record is not for them."""
    loaded = shown.by_id.get(meeting.id)
    if loaded is not None:
        record: Meeting = loaded.record
        return record
    return Meeting.model_construct(schema_version=1, id=meeting.id, group=meeting.group, date=meeting.date)


def must_hold_something(sections: Iterable[SectionName]) -> None:
    """Raise NothingFound where nothing of what the group is shown is for the public."""
    if not set(sections) - {"sources"}:
        raise NothingFound(
            "Nothing in this pack is cleared for the public, so there is no public edition of it.",
            "When something is, put audience: public into its record: lif edit ID",
        )


def must_be_cleared(
    board: Board, shown: Board, parts: tuple[Loaded, ...], context: Context, day: date
) -> None:
    """Raise Refusal where a pack for the public holds, or names, what is not cleared. `board` is the whole Board."""
    wrong = [
        *_not_cleared(board, parts, day),
        *_marked(parts, board.profile.settings.markings[0].id),
        *_named(board, shown, context),
    ]
    if wrong:
        raise Refusal(
            "\n".join([
                "No public edition was built, because of what is not cleared for the public:",
                *(f"  {one}" for one in wrong),
            ]),
            "Mend each in its record (lif edit ID): clear it, keep that part back (restricted:), or give it another "
            "audience.",
        )  # fmt: skip


def _not_cleared(board: Board, parts: tuple[Loaded, ...], day: date) -> Iterator[str]:
    """Reviews about somebody that were neither cleared for publication nor published by the day."""
    for part in parts:
        whole = board.by_id[part.id].record
        if isinstance(whole, Review) and whole.subjects:
            log = [entry for entry in whole.log if entry.date <= day]
            if clearing(log) is None and not any(isinstance(entry, Published) for entry in log):
                yield f"{part.id} is for the public (audience: public), and was neither cleared nor published"


def _marked(parts: tuple[Loaded, ...], lowest: str) -> Iterator[str]:
    for part in parts:
        above = [marking for marking in markings_of(part.record) if marking != lowest]
        if above:
            yield f"{part.id} is for the public, and carries a marking above the lowest ({above[0]})"


def _named(board: Board, shown: Board, context: Context) -> Iterator[str]:
    """What a text names by its number although the public may not see it."""
    named: dict[str, str] = {}
    for section, text in texts_in(context):
        for name in ids_in(text):
            if board.knows(name) and not shown.knows(name):
                named.setdefault(name, section)
    for name, section in named.items():
        yield f"{name} is not for the public, and is named in what is shown under {section}"


def texts_in(value: object, section: str = "") -> Iterator[tuple[str, str]]:
    """Every text that the sections of a pack are given, each with the name under which its section is given it."""
    if isinstance(value, str):
        yield section, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from texts_in(part, section or str(key))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_in(part, section)
