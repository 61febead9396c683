"""`lif risk score`: how a risk stands now."""

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.registers import record
from lif.cli.risk.entry import Impact, Likelihood, NextReview, RiskId, Why, number
from lif.cli.writing import DryRun, From

app = single()
STEPS = ("1", "2", "3", "4", "5")


@app.command("score")
def score_(
    ctx: typer.Context,
    risk_id: RiskId,
    likelihood: Likelihood = None,
    impact: Impact = None,
    why: Why = None,
    next_review: NextReview = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record how a risk stands now, and when it is looked at again.

    A review that changes nothing is recorded as well, with the same score and what shows that it holds: so the log
    says that somebody looked.
    """
    entry = Entry("scored", given_from, date, by)
    wanted = entry.all_wanted(
        Want("likelihood", number(likelihood or entry.given("likelihood")), "How likely it is now, from 1 to 5.", STEPS),
        Want("impact", number(impact or entry.given("impact")), "How hard it would hit now, from 1 to 5.", STEPS),
        Want("why", why, "What the score rests on: what changed, or what shows that nothing did."),
        Want("next_review", next_review, "By when it is to be looked at again, such as 2018-05-16."),
    )  # fmt: skip
    said = entry.keys(
        by="", likelihood=int(wanted["likelihood"]), impact=int(wanted["impact"]), why=wanted["why"],
        next_review=entry.day("next_review", wanted["next_review"]), note=note,
    )  # fmt: skip
    record(ctx, "risk", risk_id, said, dry_run)
