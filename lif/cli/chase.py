"""`lif chase`: the letters that ask each agency for what waits on it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.fields import full_day
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.progress import Progress
from lif.cli.state import board_of, day_of
from lif.cli.writing import DryRun
from lif.insight.wording import counted, day_words, listed
from lif.store.errors import WrongUse

if TYPE_CHECKING:  # the help and the shell need no models
    from lif.insight.titles import Titles
    from lif.publish.chase.told import Chase, Owed

app = single()
_NAMED = 30
"""Agencies. Of more, as where schools are among them, nobody reads the names."""


@app.command()
def chase(
    ctx: typer.Context,
    agency: Annotated[
        str | None, typer.Option("--agency", metavar="AGENCY", help="Write to this agency alone, by its id.")
    ] = None,
    reply_by: Annotated[
        str | None,
        typer.Option(
            "--reply-by", metavar="DATE", help="When an answer is wanted; in ten working days if left out."
        ),
    ] = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """Write to each agency about what waits on it: letter, e-mail text and sheet.

    Each letter holds the agency's own items and nothing of another: actions late, due within a month or said to be
    done without evidence, reports and returns that did not come, challenges to be answered, and decisions to be
    carried out. They are put in build/chase/DATE/AGENCY/ as Word, web page, Markdown and PDF, in the place of the
    last ones of the same day; the same records on the same day give the same files.
    """
    from lif.insight.titles import Titles
    from lif.publish.chase.letters import CHASES, reply_day, whom_to_chase, write_letters
    from lif.rules.lookup import find_record

    board, day = board_of(ctx), day_of(as_of)
    wanted = full_day(reply_by, "--reply-by")
    by = date.fromisoformat(wanted) if wanted else reply_day(day)
    if by <= day:
        raise WrongUse(
            f"--reply-by: {day_words(by)} is not after {day_words(day)}, the day of the letters.",
            "Give a later day, or leave it out.",
        )
    if agency:
        find_record(board, agency, "agency")
    found, titles = whom_to_chase(board, agency, day), Titles(board)
    folder = f"{CHASES}/{day.isoformat()}"
    if not dry_run:
        with Progress(len(found.owed)) as progress:
            write_letters(board, found, day, by, others_stay=agency is not None, progress=progress)
    say.result("\n".join(_lines(found, titles, folder, day, by, dry_run=dry_run)))
    for text in _asides(found, titles, dry_run=dry_run):
        say.aside(text)


def _lines(
    found: "Chase", titles: "Titles", folder: str, day: date, by: date, *, dry_run: bool
) -> Iterator[str]:
    if found.owed:
        letters = counted(len(found.owed), "agency", "agencies")
        whom = f"Letters would go to {letters}" if dry_run else f"Letters to {letters}"
        yield say.wrapped(f"{whom}, as things stood on {day_words(day)}, to be answered by {day_words(by)}:")
        width = max(len(one.agency) for one in found.owed) + len(folder) + 2
        for one in found.owed:
            yield f"  {f'{folder}/{one.agency}':<{width}}  {_what(one)}"
    elif found.nothing[1:]:
        yield f"Nothing is outstanding from any agency on {day_words(day)}, so there is no letter."
        return
    elif not (found.nothing or found.gone):
        yield "There is no agency to write to yet. Add one: lif agency add"
    if found.nothing:
        several = len(found.nothing) > _NAMED
        names = (
            f"{len(found.nothing)} agencies"
            if several
            else listed(titles.agency(name) for name in found.nothing)
        )
        yield say.wrapped(f"No letter, because nothing is outstanding: {names}.")


def _what(one: "Owed") -> str:
    parts = [
        f"{len(items)} {word}"
        for items, word in (
            (one.late, "late"),
            (one.due, "due within a month"),
            (one.undated, "without a date"),
            (one.evidence, "without evidence"),
            (one.asked, "not received"),
            (one.audits, "to audit"),
            (one.challenges, "challenge" if len(one.challenges) == 1 else "challenges"),
            (one.held, "in the registers"),
            (one.decisions, "decided"),
        )
        if items
    ]
    return ", ".join(parts)


def _asides(found: "Chase", titles: "Titles", *, dry_run: bool) -> Iterator[str]:
    for gone in found.gone:
        yield say.wrapped(
            f"{titles.agency(gone.agency)} has left the Board and gets no letter, although {_what(gone)} "
            f"{'waits' if len(gone.items) == 1 else 'wait'} on it. Give each another lead, such as with: "
            f"lif edit {gone.items[0].loaded.id}"
        )
    if found.withheld:
        names = listed(dict.fromkeys(one.id for one in found.withheld))
        yield say.wrapped(
            f"In no letter, because the record is kept for the Board's office (audience: office): {names}. "
            "Ask about it in another way."
        )
    if dry_run:
        yield "This was a dry run; nothing was written."
    elif found.owed:
        yield say.wrapped(
            "Read each before it goes out. The records hold no addresses: the texts for e-mails name the posts."
        )
