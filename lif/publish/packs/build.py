"""Builds the pack of a meeting and puts it in place whole, or leaves the last one as it was."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.audience import visible_to
from lif.insight.wording import day_words
from lif.publish.document.parse import parse
from lif.publish.formats import Edition
from lif.publish.packs.contents import Pack, pack_of, sections_in, sections_of
from lif.publish.packs.manifest import MANIFEST, manifest_of
from lif.publish.packs.public_edition import must_be_cleared, must_hold_something
from lif.publish.packs.sent import folder_of, pack_parts
from lif.publish.paper_files import in_formats, must_be_sound, pages_of, put_in_place, refusing, templates_of
from lif.records.meeting import Meeting
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal


@dataclass(frozen=True)
class Built:
    """What was built."""

    meeting: Meeting
    folder: str
    """Relative to the root, with forward slashes."""
    files: tuple[str, ...]
    pages: int | None
    """How many pages the PDF has; None where none was made."""
    marking: str
    sections: tuple[str, ...]
    """What the sections are called, in order."""
    left_out: tuple[str, ...] = ()
    """Of a public edition: the records that the group is shown and the public is not."""


def choose_meeting(board: Board, wanted: str | None, day: date) -> Meeting:
    """The meeting of that id; without one, the next on or after the day, groups in the Board's order.

    Raises NothingFound where there is none, Refusal where it is kept for the Board's office alone.
    """
    shown = visible_to(board, "board")
    meetings: list[Meeting] = [loaded.record for loaded in shown.of("meeting")]
    if wanted is None:
        groups = list(board.profile.groups)
        coming = [meeting for meeting in meetings if meeting.date >= day and not meeting.cancelled]
        if not coming:
            raise NothingFound(
                f"There is no meeting on or after {day_words(day)}.",
                "Add one with: lif meeting new, or name a meeting: lif pack build MT-…",
            )
        return min(coming, key=lambda meeting: (meeting.date, groups.index(meeting.group), meeting.id))
    for meeting in meetings:
        if meeting.id == wanted:
            return meeting
    if any(loaded.id == wanted for loaded in board.of("meeting")):
        raise Refusal(
            f"{wanted} is kept for the Board's office alone (audience: office), so no pack is made of it.",
            f"Change that first, if it is meant for the group: lif edit {wanted}",
        )
    known = ", ".join(meeting.id for meeting in meetings[-5:])
    raise NothingFound(
        f"There is no meeting {wanted}.",
        f"The latest are: {known}." if known else "Add one with: lif meeting new",
    )


@dataclass(frozen=True)
class Made:
    """A pack that was made, and is nowhere yet."""

    shown: Board
    """What its readers may see of the Board."""
    pack: Pack
    files: Mapping[str, bytes]


def make_pack(
    board: Board,
    meeting: Meeting,
    formats: Sequence[str],
    day: date,
    *,
    edition: Edition = "board",
    progress: Callable[[str], None] = lambda step: None,
) -> Made:
    """Make the pack of a meeting as things stand on a day, in `formats`, and put it nowhere.

    The same records on the same day give the same bytes. `progress` is told each step as it begins. Raises Unsound
    where the records do not hold together, and Refusal where a template is at fault or where a public edition would
    show or name what is not cleared.
    """
    progress("Checking the records")
    must_be_sound(board, "the records do")
    shown = visible_to(board, edition)
    with refusing():
        progress("Gathering what they say")
        pack = pack_of(shown, meeting, day, edition, board)
        if edition == "public":
            must_hold_something(pack.sections)
            must_be_cleared(board, shown, pack.parts, pack.context, day)
        document = parse(templates_of(board).render("pack.md", pack.context), pack.images)
        files = in_formats("pack", document, pack.meta, formats, images=pack.images, progress=progress)
    return Made(shown, pack, files)


def build_pack(
    board: Board,
    meeting: Meeting,
    formats: Sequence[str],
    day: date,
    progress: Callable[[str], None] = lambda step: None,
    *,
    edition: Edition = "board",
    looked_through: Callable[[Mapping[str, bytes]], None] = lambda files: None,
) -> Built:
    """Build the pack of a meeting as things stand on a day, in `formats`, and put it where the last one was.

    `progress` is told each step as it begins; `looked_through` is given the files before they are handed over, and
    raises what is to stop that. Raises Unsound where the records do not hold together, and Refusal where a template
    is at fault, where a public edition would show or name what is not cleared, or where the files cannot be put in
    place; the last pack then stays.
    """
    made = make_pack(board, meeting, formats, day, edition=edition, progress=progress)
    parts = pack_parts(made.shown, made.pack, day)
    manifest = manifest_of(made.shown, made.pack, meeting, day, parts=parts, files=made.files)
    files = {**made.files, MANIFEST: manifest}
    looked_through(files)
    folder, pack = folder_of(meeting, edition), made.pack
    put_in_place(board.root, folder, files, "pack")
    pdf = files.get("pack.pdf")
    titles = tuple(sections_in(edition)[name].title for name in pack.sections)
    pages = pages_of(pdf) if pdf else None
    left_out = _left_out(board, made.shown, meeting, day) if edition == "public" else ()
    return Built(meeting, folder, tuple(made.files), pages, pack.meta.marking, titles, left_out)


def _left_out(board: Board, shown: Board, meeting: Meeting, day: date) -> tuple[str, ...]:
    """The records that the group is shown in the same sections, and the public is not."""
    public = sections_in("public")
    kinds = {
        kind for name in sections_of(board, meeting, day) if name in public for kind in public[name].kinds
    }
    whole = visible_to(board, "board")
    return tuple(one.id for one in whole.loaded if one.kind.name in kinds and one.id not in shown.by_id)
