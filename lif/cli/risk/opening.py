"""`lif risk new`: puts a risk on the log."""

from typing import Annotated

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.entry import one_of
from lif.cli.fields import full_day, gathered, text_of
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
from lif.cli.risk.entry import Impact, Likelihood, NextReview, Why, score
from lif.cli.writing import DryRun, From
from lif.exchange.given import read_given
from lif.store.errors import WrongUse

app = single()


@app.command()
def new(
    ctx: typer.Context,
    title: Annotated[str | None, typer.Option("--title", help="The risk in a few words.")] = None,
    event: Annotated[str | None, typer.Option("--event", help="What may happen.")] = None,
    cause: Annotated[
        str | None, typer.Option("--cause", help="Why it may happen: what is so already.")
    ] = None,
    consequence: Annotated[
        str | None, typer.Option("--consequence", help="What it would mean for children.")
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="Who answers for it: a role, group or agency by its id.")
    ] = None,
    likelihood: Likelihood = None,
    impact: Impact = None,
    why: Why = None,
    next_review: NextReview = None,
    inherent: Annotated[
        str | None,
        typer.Option("--inherent", metavar="LxI", help="How it would stand with nothing done, such as 5x4."),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("--target", metavar="LxI", help="How it is to stand in the end, such as 2x3."),
    ] = None,
    control: Annotated[
        list[str] | None, typer.Option("--control", help="What holds it back already. Repeatable.")
    ] = None,
    agency: Agencies = None,
    source: Sources = None,
    theme: Themes = None,
    priority: Priorities = None,
    audience: Audience = None,
    by: Annotated[
        str, typer.Option("--by", help="Who raised it: a role, group or agency by its id.")
    ] = "business-manager",
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day it was raised; today unless given.")
    ] = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Put a risk on the log: its cause, what may happen, and what it would mean.

    With --likelihood and --impact it is scored at once; else it waits to be scored. When each control began to work
    is added with lif edit.
    """
    given = read_given(given_from) if given_from else {}
    title, event, cause, consequence, owner = all_required(
        Wanted(text_of(given, "title", title), "--title", "Title", "The risk in a few words."),
        Wanted(text_of(given, "event", event), "--event", "Event", "What may happen."),
        Wanted(text_of(given, "cause", cause), "--cause", "Cause", "Why it may happen: what is so already."),
        Wanted(text_of(given, "consequence", consequence), "--consequence", "Consequence",
               "What it would mean for children."),
        Wanted(text_of(given, "owner", owner), "--owner", "Owner",
               "Who answers for it: a role, group or agency by its id."),
    )  # fmt: skip
    day = first_day(date)
    log = [{"date": day, "by": by, "entry": "raised"}]
    if likelihood is not None or impact is not None or why:
        if likelihood is None or impact is None or not why:
            raise WrongUse(
                "A score needs its likelihood, its impact and what it rests on.",
                'Give all three: --likelihood 4 --impact 4 --why "…"; or none, and score it later.',
            )
        log.append(gathered(
            {}, date=day, by=by, entry="scored", likelihood=likelihood, impact=impact, why=why,
            next_review=full_day(next_review, "--next-review"),
        ))  # fmt: skip
    elif next_review:
        raise WrongUse("--next-review belongs to a score.", "Give --likelihood, --impact and --why as well.")
    value = gathered(
        given, title=title, event=event, cause=cause, consequence=consequence, owner=owner,
        inherent=score(inherent, "--inherent"), target=score(target, "--target"),
        controls=[{"id": f"C{number}", "text": text} for number, text in enumerate(control or [], start=1)],
        agencies=agency, sources=source, themes=theme, priorities=priority,
        audience=one_of(audience, "audience", AUDIENCES) if audience else None,
        log=given.get("log") or log,
    )  # fmt: skip
    open_record(ctx, "risk", value, day, dry_run)
