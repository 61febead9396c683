"""`lif pack verify`: whether a pack is what the records make."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.entry import one_of
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.progress import Progress
from lif.cli.state import whole_board_of
from lif.insight.wording import counted, day_words, listed
from lif.store.errors import NothingFound

if TYPE_CHECKING:
    from lif.publish.packs.verifying import Verified

app = single()
_MOST = 12
"""So many files are named; more are counted."""


@app.command()
def verify(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a pack, or a copy of it.")],
    form: Annotated[
        str, typer.Option("--format", help="How it is printed. One of: text, json.", metavar="text|json")
    ] = "text",
) -> int:
    """Make a pack once more, and say whether it is the same.

    It is made of the same day and for the same readers as manifest.json in its folder says: from the save of which it
    was made where the records have gone on since, else from the records as they are. Told are the files that differ, the
    records that changed since, and whether another lif made it. Nothing is written. Ends with 0 where all is the same,
    1 where something differs, 4 where there is no manifest.
    """
    from lif.publish.packs.verifying import verify_pack

    one_of(form, "format", ("text", "json"))
    if not folder.is_dir():
        raise NothingFound(
            f"There is no folder {folder}.", "Packs are in build/packs/. Build one: lif pack build"
        )
    board = whole_board_of(ctx)
    with Progress() as progress:
        found = verify_pack(board, folder, progress)
    if form == "json":
        say.result_json("pack-verify", _data(found))
    else:
        say.result("\n".join(_lines(found)))
    return 0 if found.same else 1


def _lines(found: "Verified") -> Iterator[str]:
    manifest = found.manifest
    what = "The public edition of the pack" if manifest.edition == "public" else "The pack"
    head = f"{what} for {found.whose} ({manifest.meeting}), as of {day_words(manifest.day)}"
    source = (
        f"save {found.made_from[:10]}, of which it was made" if found.made_from else "the records as they are"
    )
    yield wrapped(f"{head}: {'the same' if found.same else 'different'}. Made once more from {source}.")
    if found.touched:
        yield wrapped(f"Changed after they were built: {listed(found.touched)}.", 2, 4)
    if found.gone:
        yield wrapped(f"No longer there: {listed(found.gone)}.", 2, 4)
    if found.different:
        yield wrapped(f"Come out otherwise: {_named(found.different)}.", 2, 4)
    if found.where:
        yield wrapped(f"In these sections: {'; '.join(found.where)}.", 2, 4)
    if found.added:
        yield wrapped(f"There besides, and not of the pack: {_named(found.added)}.", 2, 4)
    for what, words in (("changed", "Changed"), ("new", "New"), ("gone", "Gone")):
        names = [
            one.record if one.file.endswith(f"/{one.record}.yaml") else one.file
            for one in found.changes[what]
        ]
        if names:
            yield wrapped(f"{words} in the records since it was built: {_named(names)}.", 2, 4)
    for name, (then, now) in found.tools.items():
        yield wrapped(f"Another version of {name}: {then} then, {now} now.", 2, 4)
    if not found.same and not any((found.touched, found.gone, *found.changes.values(), found.tools)):
        words = "Nothing has changed that its readers may see: it is something else, or the manifest."
        yield wrapped(words, 2, 4)


def _named(names: "tuple[str, ...] | list[str]") -> str:
    more = len(names) - _MOST
    return listed([*names[:_MOST], *([counted(more, "other")] if more > 0 else [])])


def _data(found: "Verified") -> dict[str, object]:
    manifest = found.manifest
    return {
        "same": found.same,
        "meeting": manifest.meeting,
        "edition": manifest.edition,
        "asOf": manifest.day.isoformat(),
        "madeFrom": found.made_from or None,
        "touched": found.touched,
        "gone": found.gone,
        "added": found.added,
        "different": found.different,
        "sections": found.where,
        "changes": {what: [one.file for one in some] for what, some in found.changes.items()},
        "tools": {name: {"then": then, "now": now} for name, (then, now) in found.tools.items()},
    }
