"""`lif report remind`: the letters that ask for reports that have not come."""

from datetime import date
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.fields import full_day
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.progress import Progress
from lif.cli.state import board_of, day_of
from lif.cli.writing import DryRun
from lif.insight.wording import counted, day_words
from lif.store.errors import WrongUse

app = single()


@app.command()
def remind(
    ctx: typer.Context,
    agency: Annotated[
        str | None, typer.Option("--agency", metavar="AGENCY", help="Remind this agency alone, by its id.")
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", help="Of reports for one period; each one's last unless given.")
    ] = None,
    report: Annotated[
        str | None,
        typer.Option(
            "--report",
            metavar="REPORT",
            help="Of one report alone: highlight, or its id under reports_asked.",
        ),
    ] = None,
    reply_by: Annotated[
        str | None,
        typer.Option(
            "--reply-by", metavar="DATE", help="When it is wanted; in ten working days if left out."
        ),
    ] = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """Write to the agencies whose reports have not come: a letter, the text of an e-mail, and the forms.

    They are put in build/reminders/DATE/AGENCY/. For everything else that waits on an agency there is lif chase.
    """
    from lif.insight.reports.asked import asked_report, checked_period
    from lif.insight.titles import Titles
    from lif.publish.chase.letters import reply_day
    from lif.publish.papers.reminders import whom_to_remind, write_reminders
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
    if report:
        asked_report(board, report)
    if period:
        checked_period(period)
    reminded, titles = whom_to_remind(board, day, period=period, agency=agency, report=report), Titles(board)
    if not dry_run and reminded.wanted:
        with Progress(len(reminded.wanted)) as progress:
            write_reminders(board, reminded, day, by, progress)
    lines = [
        f"  {f'{reminded.folder}/{name}':<{len(reminded.folder) + 32}}  {'; '.join(one.words for one in missing)}"
        for name, missing in reminded.wanted.items()
    ]
    if lines:
        agencies = counted(len(lines), "agency", "agencies")
        whom = f"Reminders would go to {agencies}" if dry_run else f"Reminders to {agencies}"
        say.result("\n".join([f"{whom}, to be answered by {day_words(by)}:", *lines]))
    else:
        of = f" from {titles.agency(agency)}" if agency else ""
        say.result(f"No report is missing{of}, so there is nobody to remind.")
    if reminded.unasked:
        names = "; ".join(dict.fromkeys(one.words for one in reminded.unasked))
        say.aside(
            say.wrapped(
                f"No agency has been asked for {'it' if len(reminded.unasked) == 1 else 'them'}: {names}. "
                "Name one under reports_asked: lif edit board"
            )
        )
    if dry_run:
        say.aside("This was a dry run; nothing was written.")
    elif lines:
        say.aside(
            "Read each before it goes out. The records hold no addresses: the texts for e-mails name the posts."
        )
