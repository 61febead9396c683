"""`lif review answer`: answers to the facts of the criteria, with evidence, who said so and when."""

from typing import Annotated, Any, get_args

import typer

from lif.cli.fields import full_day, gathered, partial_date
from lif.cli.given_answers import given_answers
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.statute_errors import refused
from lif.cli.writing import DryRun, write
from lif.exchange.given import read_given
from lif.insight.wording import listed
from lif.operations.reviews.answers import record_answers
from lif.operations.who_is_named import with_ids
from lif.records.base import Answer
from lif.statute.answers import Given, read_answers
from lif.statute.errors import StatuteError
from lif.store.errors import WrongUse

app = single()

_WORDS = {word: full for full in get_args(Answer) for word in (full, full[0])}
"""What may be typed for an answer, in small letters or capitals."""


@app.command()
def answer(
    ctx: typer.Context,
    review_id: Annotated[str, typer.Argument(metavar="ID", help="Such as CR-2017-001.")],
    fact_id: Annotated[str | None, typer.Argument(metavar="[FACT]", help="Such as b-ii-harm.")] = None,
    word: Annotated[
        str | None, typer.Argument(metavar="[ANSWER]", help="One of yes, no and unknown.")
    ] = None,
    evidence: Annotated[
        str | None, typer.Option("--evidence", help='What bears it out; a "no" on concern needs it.')
    ] = None,
    said_by: Annotated[
        str | None, typer.Option("--said-by", help="The role or agency that said so. Never a name.")
    ] = None,
    said_on: Annotated[
        str | None,
        typer.Option("--said-on", metavar="DATE", help="When they said so, as precisely as known."),
    ] = None,
    given_from: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="FILE|-", help="Several answers, in the form that screen --from reads."
        ),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="Anything worth remembering about it.")] = None,
    by: Annotated[
        str, typer.Option("--by", help="Who records it: a role or an agency.")
    ] = "business-manager",
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day of the entry; today unless given.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Record an answer to a fact of the criteria. It takes the place of an earlier one, which stays in the log."""
    on = full_day(day, "--date") or day_of(None).isoformat()
    said = gathered({}, date=on, by=by, note=note)
    regime: str | None = None
    try:
        if given_from:
            besides = {
                "FACT": fact_id, "ANSWER": word, "--evidence": evidence, "--said-by": said_by, "--said-on": said_on,
            }  # fmt: skip
            if doubled := [name for name, value in besides.items() if value]:
                raise WrongUse(
                    f"The file of --from holds the answers with all that belongs to them, so {listed(doubled)} "
                    "cannot stand beside it.",
                    "Leave that out here, and write it in the file: {answers: {a: {answer: yes, evidence: …, by: …, "
                    "date: …}}}",
                )
            given = given_answers(read_given(given_from))
            regime, answers = given.regime, given.answers
            if not answers:
                raise WrongUse(
                    "There are no answers in it.", "Give them as {answers: {gate-age: yes, a: no}}."
                )
        else:
            told = gathered({}, evidence=evidence, by=said_by, date=partial_date(said_on, "--said-on"))
            answers = _of_words(review_id, fact_id, word, told)
        today = day_of(None)
        write(
            ctx,
            lambda board: record_answers(
                board, review_id, answers, with_ids(board, said), today=today, under=regime
            ),
            dry_run,
        )
    except StatuteError as error:
        raise refused(error) from None


def _of_words(review_id: str, fact: str | None, word: str | None, told: dict[str, Any]) -> dict[str, Given]:
    if not fact or not word:
        missing = "A fact and its answer are" if not fact else f"The answer to {fact} is"
        raise WrongUse(
            f"{missing} wanted.",
            f"As in: lif review answer {review_id} {fact or 'a'} {'|'.join(get_args(Answer))}. "
            f"Several at once: --from FILE. To be asked each question: lif review screen {review_id} --ask",
        )
    return read_answers({fact: {"answer": _WORDS.get(word.lower(), word), **told}})
