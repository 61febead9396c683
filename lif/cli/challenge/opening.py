"""`lif challenge new`: records a challenge."""

from typing import Annotated, get_args

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.challenge.entry import AnswerBy
from lif.cli.entry import one_of
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.noun import single
from lif.cli.registers import AUDIENCES, Audience, Priorities, Sources, Themes, first_day, open_record
from lif.cli.writing import DryRun, From
from lif.exchange.given import read_given
from lif.records.challenge import ChallengeKind

app = single()
KINDS = get_args(ChallengeKind)


@app.command()
def new(
    ctx: typer.Context,
    kind: Annotated[str | None, typer.Option("--kind", help=f"One of: {', '.join(KINDS)}.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="The challenge in a few words.")] = None,
    challenger: Annotated[
        str | None, typer.Option("--challenger", help="Who challenges: a role, group or agency by its id.")
    ] = None,
    challenged: Annotated[
        list[str] | None, typer.Option("--challenged", help="Who is challenged, by its id. Repeatable.")
    ] = None,
    about: Annotated[
        str | None, typer.Option("--about", help="What it is about, in words that identify nobody.")
    ] = None,
    wanted: Annotated[
        str | None, typer.Option("--wanted", help="What the challenger wants to be different.")
    ] = None,
    stage: Annotated[
        str | None, typer.Option("--stage", help="The stage it begins at; the first if left out.")
    ] = None,
    answer_by: AnswerBy = None,
    source: Sources = None,
    theme: Themes = None,
    priority: Priorities = None,
    audience: Audience = None,
    by: Annotated[
        str | None, typer.Option("--by", help="Who raised it, by id; the challenger if left out.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day it was made; today unless given.")
    ] = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record a challenge: who challenged whom, about what.

    An escalation goes through the stages that the Board's own record lists, each with its time. A challenge or an
    offer of support has no stages; say with --answer-by when an answer is wanted.
    """
    given = read_given(given_from) if given_from else {}
    named = challenged or given.get("challenged") or []
    questions = [
        Wanted(text_of(given, "kind", kind), "--kind", "Kind",
               "A challenge, support, or an escalation through the stages.", KINDS),
        Wanted(text_of(given, "title", title), "--title", "Title", "The challenge in a few words."),
        Wanted(text_of(given, "challenger", challenger), "--challenger", "Challenger",
               "Who challenges: a role, group or agency by its id."),
        Wanted(text_of(given, "about", about), "--about", "About",
               "What it is about, in words that identify nobody."),
    ]  # fmt: skip
    if not named:
        questions.append(Wanted(None, "--challenged", "Challenged", "Who is to answer, by its id."))
    kind, title, challenger, about, *one = all_required(*questions)
    day = first_day(date)
    raised = gathered(
        {}, date=day, by=by or challenger, entry="raised", stage=stage,
        answer_by=full_day(answer_by, "--answer-by"),
    )  # fmt: skip
    value = gathered(
        given, kind=one_of(kind, "kind", KINDS), title=title, challenger=challenger, challenged=one or named,
        about=about, wanted=text_of(given, "wanted", wanted), sources=source, themes=theme, priorities=priority,
        audience=one_of(audience, "audience", AUDIENCES) if audience else None,
        log=given.get("log") or [raised],
    )  # fmt: skip
    open_record(ctx, "challenge", value, day, dry_run)
