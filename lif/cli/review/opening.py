"""`lif review new`: opens a case."""

from typing import Annotated, Any, get_args

import typer

from lif.cli import say
from lif.cli.asking import Wanted, all_required
from lif.cli.entry import one_of
from lif.cli.fields import full_day, gathered, partial_date, text_of
from lif.cli.noun import single
from lif.cli.statute_errors import refused
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.reviews.regime import CaseOpened, open_review
from lif.operations.who_is_named import with_ids
from lif.records.review import AgeBand
from lif.records.review_log import Referred, ReviewType
from lif.statute.errors import StatuteError
from lif.store.board import Board
from lif.store.errors import WrongUse

app = single()


TYPES = get_args(ReviewType)
SOURCES = get_args(Referred.model_fields["source"].annotation)


@app.command()
def new(
    ctx: typer.Context,
    type: Annotated[str | None, typer.Option("--type", help=f"One of: {', '.join(TYPES)}.")] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", help="A name that identifies nobody, such as Child A or Family N."),
    ] = None,
    referred: Annotated[
        str | None, typer.Option("--referred", metavar="DATE", help="The day it was referred.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help=f"Who referred it: {', '.join(SOURCES)}.")
    ] = None,
    agency: Annotated[
        str | None, typer.Option("--agency", help="The agency that referred it, by its id.")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who received the referral, by role.")] = "business-manager",
    note: Annotated[
        str | None, typer.Option("--note", help="Anything worth remembering about the referral.")
    ] = None,
    subject: Annotated[
        list[str] | None,
        typer.Option(
            "--subject", metavar="CODE[:AGE]", help='Who it is about, such as "Child A:5-9". Never a name.'
        ),
    ] = None,
    incident: Annotated[
        str | None, typer.Option("--incident", metavar="DATE", help="When it happened.")
    ] = None,
    aware: Annotated[
        str | None, typer.Option("--aware", metavar="DATE", help="When the authority knew of it.")
    ] = None,
    summary: Annotated[
        str | None, typer.Option("--summary", help="What it is about, identifying nobody.")
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="The role that answers for the review.")
    ] = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", help="A theme, such as neglect. Repeatable.")
    ] = None,
    priority: Annotated[list[str] | None, typer.Option("--priority", help="A priority it bears on.")] = None,
    regime_id: Annotated[
        str | None,
        typer.Option("--regime", help="The statutory regime, where the dates alone do not choose it."),
    ] = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Open a case: a referral, a review, or the recommendations of an inspection."""
    given = read_given(given_from) if given_from else {}
    log: list[dict[str, Any]] = list(given.get("log") or [])
    wanted = [
        Wanted(text_of(given, "type", type), "--type", "Type",
               "The type decides the course of the case; it can be undecided.", TYPES),
        Wanted(text_of(given, "title", title), "--title", "Title",
               "The case needs a name that identifies nobody, such as Child A."),
    ]  # fmt: skip
    if not log:
        wanted += [
            Wanted(referred, "--referred", "Day of the referral",
                   "The day the Board was asked; every clock counts from there."),
            Wanted(source, "--source", "Source", "Who asked the Board to look at it.", SOURCES),
        ]  # fmt: skip
    kind, title, *referral = all_required(*wanted)
    kind = one_of(kind, "type", TYPES)
    if not log:
        entry = gathered({}, date=full_day(referral[0], "--referred"), entry="referred", by=by,
                         source=one_of(referral[1], "source", SOURCES), agency=agency, note=note)  # fmt: skip
        log = [entry]
    value = gathered(
        given, type=kind, title=title, subjects=[_subject(text) for text in subject or []],
        incident=partial_date(incident, "--incident"), aware=partial_date(aware, "--aware"), summary=summary,
        owner=owner, themes=theme, priorities=priority, regime=regime_id, log=log,
    )  # fmt: skip
    year = _year(log)

    def make(board: Board) -> CaseOpened:
        first, *later = value["log"]
        named = first if given.get("log") else with_ids(board, first)
        change = open_review(board, {**value, "log": [named, *later]}, year)
        for remark in change.remarks:
            say.aside(remark)
        return change

    try:
        write(ctx, make, dry_run)
    except StatuteError as error:
        raise refused(error) from None


def _year(log: list[dict[str, Any]]) -> int:
    first = log[0].get("date") if isinstance(log[0], dict) else None
    if isinstance(first, str) and first[:4].isascii() and first[:4].isdigit():
        return int(first[:4])
    raise WrongUse("The first entry of the log has no date.", "Give it as date: 2017-11-24")


def _subject(text: str) -> dict[str, str]:
    code, _, age = (part.strip() for part in text.partition(":"))
    bands = get_args(AgeBand)
    if age and age not in bands:
        raise WrongUse(f"--subject: {age} is no age band.", f"One of: {', '.join(bands)}.")
    return {"code": code, **({"age_band": age} if age else {})}
