"""`lif pack diff`: what changed between two meetings, or between two versions of the records."""

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.formats import formats_of
from lif.cli.forms import AsOf
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_short, listed
from lif.store.errors import WrongUse

if TYPE_CHECKING:
    from lif.insight.meetings.between import Between, Line
    from lif.insight.meetings.compared import Compared

app = single()


@app.command()
def diff(
    ctx: typer.Context,
    first: Annotated[
        str | None,
        typer.Argument(metavar="[MEETING]", help="The earlier meeting, or the only one that is named."),
    ] = None,
    second: Annotated[str | None, typer.Argument(metavar="[MEETING]", help="The later meeting.")] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="VERSION", help="Instead: a save, a day such as 2018-01-31, or a folder."
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--to", metavar="VERSION", help="The later version; the files as they are now."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every entry, also those that are only counted otherwise.")
    ] = False,
    as_of: AsOf = None,
    form: Annotated[
        str,
        typer.Option("--format", metavar="text|json|md,pdf,html,docx", help="On the screen, or as a paper."),
    ] = "text",
) -> None:
    """What changed between two meetings, or two versions, in words.

    What is new, decided, closed, slipped or re-graded, from the dated entries. With one meeting it is held against
    the one before it of its group; with none, the next meeting. A meeting ahead counts as far as the day. With --from
    two versions of the records are held against each other, and what was changed without an entry is told too. What
    is kept for the Board's office is left out.
    """
    from lif.insight.meetings.compared import compare_meetings, compare_versions

    day = day_of(as_of)
    if (since or until) and (first or second):
        raise WrongUse(
            "Meetings and versions are both named.", "Give two meetings, or --from and --to, but not both."
        )
    if until and not since:
        raise WrongUse(
            "--to needs --from: from which version on?", "Such as: lif pack diff --from 2018-01-31"
        )
    board = board_of(ctx)
    compared = (
        compare_versions(board, since, until, day) if since else compare_meetings(board, first, second, day)
    )
    if form == "json":
        say.result_json("pack-diff", _data(compared))
    elif form == "text":
        say.result(_text(compared, day, everything))
    else:
        from lif.publish.packs.diff import write_diff

        written = write_diff(board, compared, formats_of(form), day)
        say.result(
            "\n".join(
                [f"{compared.title}. Marking: {written.marking}.", *(f"  {name}" for name in written.files)]
            )
        )
    if compared.left_out:
        say.aside(
            f"Left out, because kept for the Board's office alone: {counted(compared.left_out, 'record')}."
        )


def _text(compared: "Compared", day: date, everything: bool) -> str:
    from lif.insight.meetings.between import HEADING_WORDS, HEADINGS

    between = compared.between
    parts = ["\n".join([wrapped(compared.title), wrapped(compared.words)])]
    for heading in HEADINGS:
        lines = between.under(heading)
        if not lines:
            continue
        head = f"{HEADING_WORDS[heading].upper()} ({len(lines)})"
        short = heading == "entered" and not everything
        parts.append("\n".join([head, *([_counted(between)] if short else _lines(lines))]))
    return "\n\n".join(parts)


def _lines(lines: list["Line"]) -> list[str]:
    shown = []
    for (name, title), told in groupby(lines, key=lambda one: (one.id, one.title)):
        shown.append(wrapped(f"{name}: {' '.join(title.split())}" if title else name, 2, 6))
        for one in told:
            shown.append(wrapped(f"{f'{day_short(one.date)}: ' if one.date else ''}{one.words}", 6, 8))
    return shown


def _counted(between: "Between") -> str:
    from lif.insight.meetings.compared import KIND_WORDS

    lines = between.under("entered")
    parts = [
        f"{sum(one.kind == kind for one in lines)} on {words}"
        for kind, words in KIND_WORDS.items()
        if any(one.kind == kind for one in lines)
    ]
    return "\n".join([wrapped(f"{listed(parts)}.", 2), "  To read them: --all"])


def _data(compared: "Compared") -> dict[str, object]:
    between = compared.between
    return {
        "from": compared.first,
        "to": compared.last,
        "since": between.first.isoformat(),
        "until": between.last.isoformat(),
        "leftOut": compared.left_out,
        "changes": [
            {
                "heading": line.heading,
                "kind": line.kind,
                "id": line.id,
                "title": line.title,
                "date": line.date.isoformat() if line.date else None,
                "words": line.words,
            }
            for line in between.lines
        ],
    }
