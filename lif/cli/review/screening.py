"""`lif review screen`: the tests of a regime over the answers of a case, or over answers that a file gives."""

from datetime import date
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.asking_facts import ask_facts
from lif.cli.case_screening import show_case_screening
from lif.cli.fields import full_day
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.screening import screen_given
from lif.cli.state import board_of, day_of, interactive
from lif.cli.statute_errors import refused
from lif.cli.writing import DryRun, write
from lif.insight.entries import until
from lif.insight.reviews.clocks import case_clocks
from lif.insight.reviews.screening import case_screening
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.operations.reviews.answers import record_answers
from lif.rules.lookup import find_record
from lif.statute.errors import StatuteError
from lif.store.errors import NothingFound, Refusal, WrongUse

app = single()


@app.command()
def screen(
    ctx: typer.Context,
    review_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="The case, such as CR-2017-001.")
    ] = None,
    given_from: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE|-",
            help="Screen answers that are in no record, as YAML or JSON, or from -.",
        ),
    ] = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="Be asked each open question, and record the answers.")
    ] = False,
    as_of: AsOf = None,
    by: Annotated[str, typer.Option("--by", help="With --ask: who records it.")] = "business-manager",
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="With --ask: the day of the entry.")
    ] = None,
    dry_run: DryRun = False,
    form: FormOption = Form.text,
) -> None:
    """Hold the answers of a case to the tests of its regime. Only --ask writes anything."""
    if (review_id is None) == (given_from is None):
        raise WrongUse(
            "Exactly one of a case and --from is wanted.",
            "As in: lif review screen CR-2017-001, or: lif review screen --from answers.yaml",
        )
    if given_from is not None:
        if ask or as_of:
            raise WrongUse("--ask and --as-of belong to a case.", "Give its id instead of --from.")
        screen_given(given_from, form)
        return
    case_id = str(review_id)
    if ask:
        if as_of:
            raise WrongUse("--ask records answers, and --as-of only looks.", "Give the day with --date.")
        if not interactive():
            raise WrongUse(
                "--ask puts questions, and nobody sits at this terminal.",
                f"Record answers with: lif review answer {case_id} FACT yes|no|unknown, or several at once with: "
                f"lif review answer {case_id} --from FILE",
            )
        on = date.fromisoformat(full_day(day, "--date") or day_of(None).isoformat())
        _asked(ctx, case_id, on, by, dry_run)
    _show(ctx, case_id, as_of, form)


def _show(ctx: typer.Context, review_id: str, as_of: str | None, form: Form) -> None:
    board, on = board_of(ctx), day_of(as_of)
    review = find_record(board, review_id, "review").record
    if not until(review.log, on):
        raise NothingFound(
            f"Nothing of {review_id} had happened by {day_words(on)}; its log begins on "
            f"{day_words(min(entry.date for entry in review.log))}.",
            "Give a later day with --as-of.",
        )
    case = case_screening(board, review, on)
    plans = [one.record for one in board.of("plan")]
    show_case_screening(case, case_clocks(review, on, board.profile.settings, plans), form)


def _asked(ctx: typer.Context, review_id: str, on: date, by: str, dry_run: bool) -> None:
    """Put the open questions of a case and record what was answered, in one entry."""
    board = board_of(ctx)
    case = case_screening(board, find_record(board, review_id, "review").record, on)
    if case.screening is None:
        raise Refusal(f"{review_id}: {case.why_not}", case.mend)
    answers = ask_facts(case.screening, Titles(board).who(by))
    if not answers:
        say.aside("Nothing was answered, so nothing was recorded.")
        return
    said = {"date": on.isoformat(), "by": by}
    today = day_of(None)
    try:
        write(ctx, lambda fresh: record_answers(fresh, review_id, answers, said, today=today), dry_run)
    except StatuteError as error:
        raise refused(error) from None
    say.result("")
