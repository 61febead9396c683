"""`lif learning new`: records a lesson."""

from typing import Annotated, Any, get_args

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.entry import one_of
from lif.cli.fields import full_day, gathered, partial_date, text_of
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.opening import open_numbered
from lif.records.base import Audience
from lif.records.learning import ExternalKind
from lif.store.errors import WrongUse

app = single()
AUDIENCES = get_args(Audience)
EXTERNAL = get_args(ExternalKind)


@app.command()
def new(
    ctx: typer.Context,
    title: Annotated[str | None, typer.Option("--title", help="The lesson in a few words.")] = None,
    lesson: Annotated[
        str | None, typer.Option("--lesson", help="What was learned, in plain words that identify nobody.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why", help="Why it matters for children.")] = None,
    what_to_do: Annotated[
        list[str] | None, typer.Option("--what-to-do", help="One thing to do differently. Repeatable.")
    ] = None,
    question: Annotated[
        list[str] | None, typer.Option("--question", help="A question for a team. Repeatable.")
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            metavar="ID",
            help="A review, audit or report, or its finding or recommendation. Repeatable.",
        ),
    ] = None,
    external: Annotated[
        str | None, typer.Option("--external", metavar="TITLE", help="Something published elsewhere.")
    ] = None,
    external_kind: Annotated[
        str | None, typer.Option("--external-kind", help=f"What that is. One of: {', '.join(EXTERNAL)}.")
    ] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who published that.")] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When; the year is enough.")
    ] = None,
    link: Annotated[str | None, typer.Option("--link", help="Where it can be read.")] = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", help="A theme of the Board. Repeatable.")
    ] = None,
    priority: Annotated[
        list[str] | None, typer.Option("--priority", help="A priority it serves. Repeatable.")
    ] = None,
    audience: Annotated[
        str | None, typer.Option("--audience", help=f"Who may see it. One of: {', '.join(AUDIENCES)}.")
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="Who answers for it; the Business Manager if left out.")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who identified it, by role.")] = "business-manager",
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="The day it was identified; today unless given."),
    ] = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record a lesson: what was learned, where, and why it matters.

    A source that is a whole record stands for all that it found and asked for; name the finding or recommendation
    where the lesson comes from one of them. More publications than one are given with --from.
    """  # fmt: skip
    given = read_given(given_from) if given_from else {}
    sources = source or given.get("sources") or []
    publication = _publication(external, external_kind, publisher, published, link)
    elsewhere = [publication] if publication else given.get("external") or []
    wanted = [
        Wanted(text_of(given, "title", title), "--title", "Title", "The lesson in a few words."),
        Wanted(text_of(given, "lesson", lesson), "--lesson", "Lesson",
               "What was learned, in plain words that identify nobody."),
        Wanted(text_of(given, "why", why), "--why", "Why", "Why it matters for children."),
    ]  # fmt: skip
    if not sources and not elsewhere:
        # Asked first, because somebody who learned it elsewhere has to begin again.
        wanted.insert(
            0,
            Wanted(None, "--source", "Source",
                   "Where it was learned: the id of a review, audit, report, finding or recommendation. For "
                   "something published elsewhere stop here and begin with --external TITLE."),
        )  # fmt: skip
    *one, title, lesson, why = all_required(*wanted)
    day = full_day(date, "--date") or day_of(None).isoformat()
    if day > day_of(None).isoformat():
        raise WrongUse(f"--date: {day} lies ahead.", "Give the day on which the lesson was identified.")
    entries = given.get("log")
    value = gathered(
        given, title=title, lesson=lesson, why=why, what_to_do=what_to_do, questions=question,
        sources=one or sources, external=elsewhere, themes=theme, priorities=priority,
        audience=one_of(audience, "audience", AUDIENCES) if audience else None,
        owner=text_of(given, "owner", owner) or "business-manager",
        log=entries or [{"date": day, "by": by, "entry": "identified"}],
    )  # fmt: skip
    write(ctx, lambda board: open_numbered(board, "learning", value, _year(value["log"], day)), dry_run)


def _year(log: Any, day: str) -> int:
    """The year of the first entry; that of the day where a log from a file says none that can be read.

    Any: what is wrong with a log from a file is said when the lesson is checked.
    """
    first = log[0] if isinstance(log, list) else None
    given = str(first.get("date", day))[:4] if isinstance(first, dict) else day[:4]
    return int(given if given.isascii() and given.isdecimal() else day[:4])


def _publication(
    title: str | None, kind: str | None, publisher: str | None, published: str | None, link: str | None
) -> dict[str, Any]:
    said = gathered(
        {},
        title=title,
        kind=one_of(kind, "external-kind", EXTERNAL) if kind else None,
        publisher=publisher,
        published=partial_date(published, "--published"),
        link=link,
    )
    if said and not title:
        raise WrongUse("A publication needs its title.", "Give it with: --external TITLE")
    return said
