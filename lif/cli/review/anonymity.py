"""`lif review anonymity`: the checklist that a report goes through before it is published."""

from typing import Annotated, get_args

import typer

from lif.cli import say
from lif.cli.asking import Wanted, all_required
from lif.cli.entry import By, Entry, Note, On, one_of
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.state import interactive
from lif.cli.writing import DryRun, From
from lif.operations.reviews.publishing import check_anonymity
from lif.records.publication import AnonymityCheck
from lif.statute.anonymity import anonymity_checks
from lif.store.errors import WrongUse

app = single()
_CHECKS: tuple[str, ...] = get_args(AnonymityCheck)
_ANSWERS = ("safe", "not-safe", "not-relevant")
_NAMED = f"Of: {', '.join(_CHECKS)}. Repeatable."


@app.command("anonymity")
def anonymity_(
    ctx: typer.Context,
    review_id: ReviewId,
    safe: Annotated[
        list[str] | None, typer.Option("--safe", metavar="CHECK", help=f"What leads to nobody. {_NAMED}")
    ] = None,
    not_safe: Annotated[
        list[str] | None, typer.Option("--not-safe", metavar="CHECK", help="What could lead to somebody.")
    ] = None,
    not_relevant: Annotated[
        list[str] | None, typer.Option("--not-relevant", metavar="CHECK", help="What is not in the report.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Hold the report to the checklist for anonymity, question by question.

    Pieces that identify nobody by themselves can do so together, as those of a jigsaw. Every answer is kept with the
    day and who gave it; a later one takes the place of an earlier. On a terminal the questions are asked one by one.
    """
    entry = Entry("anonymity-checked", given_from, date, by)
    given = zip(_ANSWERS, (safe, not_safe, not_relevant), strict=True)
    answers = [
        {"check": one_of(check, answer, _CHECKS), "answer": answer}
        for answer, checks in given
        for check in checks or []
    ]
    if len({one["check"] for one in answers}) < len(answers):
        raise WrongUse("A question was answered twice.", "Give one answer to each.")
    if not answers and not entry.given("checks"):
        answers = _asked()
    said = entry.keys(by="business-manager", note=note, **({"checks": answers} if answers else {}))
    record(ctx, review_id, check_anonymity, said, dry_run)


def _asked() -> list[dict[str, str]]:
    """Every question, asked; where nobody can be, all are named."""
    if not interactive():
        questions = [f"  {name}: {one.question}" for name, one in anonymity_checks().items()]
        raise WrongUse(
            "\n".join(["No question was answered. These are asked:", *questions]),
            "Answer with: --safe dates --safe places … --not-safe schools --not-relevant media",
        )
    say.aside("Would any of these, alone or together with what people know, lead to the child or the family?")
    wanted = [
        Wanted(None, f"--safe {name}", one.title, f"{one.question} {one.look}", _ANSWERS)
        for name, one in anonymity_checks().items()
    ]
    return [
        {"check": name, "answer": answer}
        for name, answer in zip(anonymity_checks(), all_required(*wanted), strict=True)
    ]
