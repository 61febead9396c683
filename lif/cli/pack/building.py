"""`lif pack build`: the pack of a meeting."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.entry import one_of
from lif.cli.for_the_public import NO_PROOF, must_identify_nobody
from lif.cli.formats import EVERY_FORMAT, PaperFormats, formats_of
from lif.cli.forms import AsOf
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.progress import Progress
from lif.cli.state import day_of, whole_board_of
from lif.insight.wording import listed
from lif.publish.formats import EDITIONS, Edition
from lif.publish.packs.build import Built, build_pack, choose_meeting
from lif.publish.words import date_in_words, plural
from lif.store.board import Board

app = single()


@app.command()
def build(
    ctx: typer.Context,
    meeting: Annotated[
        str | None, typer.Argument(metavar="[MEETING]", help="The id of a meeting; the next one if left out.")
    ] = None,
    formats: PaperFormats = EVERY_FORMAT,
    edition: Annotated[str, typer.Option("--edition", help="For whom. One of: board, public.")] = "board",
    as_of: AsOf = None,
) -> None:
    """Build the pack of a meeting in all formats.

    It holds the sections that records/board.yaml gives the group (`pack:` under the group), else those that are usual
    for such a group, and is put in build/packs/, in the place of the last one for that meeting. Entries dated after
    the day do not count; the same records on the same day give the same files. Nothing is built while `lif validate`
    finds errors.

    The edition for the public holds only what has audience: public, and is put in a folder of its own. It is refused
    where that is not cleared, carries a marking above the lowest or names what is not for the public, and where a
    look through its files finds what identifies somebody.
    """
    wanted = formats_of(formats)
    reader: Edition = "public" if one_of(edition, "edition", EDITIONS) == "public" else "board"
    day = day_of(as_of)
    board = whole_board_of(ctx)
    chosen = choose_meeting(board, meeting, day)
    with Progress(2 + len([one for one in wanted if one != "md"])) as progress:
        if reader == "public":
            looked_through = must_identify_nobody(board.root)
            built = build_pack(
                board, chosen, wanted, day, progress, edition=reader, looked_through=looked_through
            )
        else:
            built = build_pack(board, chosen, wanted, day, progress)
    say.result(_summary(board, built, day, named=meeting is not None))
    if reader == "public":
        say.aside(say.wrapped(f"For the public. {NO_PROOF}", indent=""))
        if built.left_out:
            say.aside("Left out, because it is not cleared for the public:")
            for line in _by_kind(board, built.left_out):
                say.aside(line)


def _by_kind(board: Board, names: Iterable[str]) -> list[str]:
    """Records by their ids, a line for each kind."""
    kinds: dict[str, list[str]] = {}
    for name in names:
        kinds.setdefault(board.by_id[name].kind.word, []).append(name)
    return [say.wrapped(f"  {word}: {listed(ids)}", indent="    ") for word, ids in kinds.items()]


def _summary(board: Board, built: Built, day: date, *, named: bool) -> str:
    from lif.insight.titles import Titles

    meeting = built.meeting
    group = Titles(board).group(meeting.group)
    which = "" if named else ", the next on or after that day" if meeting.date >= day else ""
    lines = [
        f"The pack for the {group} on {date_in_words(meeting.date.isoformat())} ({meeting.id}{which})",
        f"shows things as they stood on {date_in_words(day.isoformat())}. Marking: {built.marking}.",
        wrapped(f"It holds: {'; '.join(built.sections)}."),
    ]
    for name in built.files:
        pages = f"  {plural(built.pages, 'page')}" if name == "pack.pdf" and built.pages else ""
        if not name.endswith(".svg"):
            lines.append(f"  {built.folder}/{name}{pages}")
    return "\n".join(lines)
