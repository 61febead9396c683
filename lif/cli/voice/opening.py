"""`lif voice new`: records who was heard, and what they said."""

from typing import Annotated, get_args

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.entry import one_of
from lif.cli.fields import gathered, partial_date, text_of
from lif.cli.noun import single
from lif.cli.registers import (
    AUDIENCES,
    Agencies,
    Audience,
    Priorities,
    Sources,
    Themes,
    first_day,
    open_record,
)
from lif.cli.writing import DryRun, From
from lif.exchange.given import read_given
from lif.records.voice import Heard

app = single()
HEARD = get_args(Heard)


@app.command()
def new(
    ctx: typer.Context,
    kind: Annotated[
        str | None, typer.Option("--kind", help="The sort of occasion; see them with: lif voice kinds")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The occasion in a few words.")] = None,
    heard: Annotated[
        list[str] | None,
        typer.Option("--heard", help=f"Who was heard. Repeatable. One of: {', '.join(HEARD)}."),
    ] = None,
    who: Annotated[
        str | None, typer.Option("--who", help="Who they were, in words that identify nobody.")
    ] = None,
    number: Annotated[int | None, typer.Option("--number", min=1, help="How many were heard.")] = None,
    asked: Annotated[int | None, typer.Option("--asked", min=1, help="How many were asked.")] = None,
    how: Annotated[
        str | None, typer.Option("--how", help="How they were heard: a visit, a group, a survey, a letter.")
    ] = None,
    listener: Annotated[
        list[str] | None,
        typer.Option("--listener", help="Who listened for the Board; --by if left out. Repeatable."),
    ] = None,
    message: Annotated[
        list[str] | None, typer.Option("--message", help="One thing that they said. Repeatable.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="When it began, where it lasted longer.")
    ] = None,
    agency: Agencies = None,
    source: Sources = None,
    theme: Themes = None,
    priority: Priorities = None,
    audience: Audience = None,
    by: Annotated[str, typer.Option("--by", help="Who heard them, by id.")] = "business-manager",
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="The day they were heard; today unless given."),
    ] = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record who was heard, how, and what they said.

    Write what was said as nearly in their own words as can be without saying who they are. Each message gets a
    number, so that what was done can be set beside it.
    """
    given = read_given(given_from) if given_from else {}
    listed = heard or given.get("heard") or []
    questions = [
        Wanted(text_of(given, "kind", kind), "--kind", "Kind",
               "The sort of occasion, such as survey or children-in-care-council: lif voice kinds"),
        Wanted(text_of(given, "title", title), "--title", "Title", "The occasion in a few words."),
        Wanted(text_of(given, "who", who), "--who", "Who", "Who they were, in words that identify nobody."),
        Wanted(text_of(given, "how", how), "--how", "How", "How they were heard."),
    ]  # fmt: skip
    if not listed:
        questions.append(Wanted(None, "--heard", "Heard", "Whose voice it is.", HEARD))
    kind, title, who, how, *one = all_required(*questions)
    for word in one or heard or []:
        one_of(word, "heard", HEARD)
    day = first_day(date)
    messages = [{"id": f"M{place}", "text": text} for place, text in enumerate(message or [], start=1)]
    value = gathered(
        given, kind=kind, title=title, heard=one or listed, who=who, number=number, asked=asked, how=how,
        listeners=listener or given.get("listeners") or [by], since=partial_date(since, "--since"),
        agencies=agency, sources=source, themes=theme, priorities=priority, messages=messages,
        audience=one_of(audience, "audience", AUDIENCES) if audience else None,
        log=given.get("log") or [{"date": day, "by": by, "entry": "heard"}],
    )  # fmt: skip
    open_record(ctx, "voice", value, day, dry_run)
