"""`lif challenge escalate`: an escalation goes up."""

from typing import Annotated

import typer

from lif.cli.challenge.entry import AnswerBy, ChallengeId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.operations.registers import escalate

app = single()


@app.command("escalate")
def escalate_(
    ctx: typer.Context,
    challenge_id: ChallengeId,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it was not resolved before.")] = None,
    stage: Annotated[
        str | None, typer.Option("--stage", help="The stage it went up to; the next one if left out.")
    ] = None,
    answer_by: AnswerBy = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that an escalation went up to the next stage.

    The stages, their times, and from which of them on the Business Manager is to be told stand in the Board's own
    record.
    """
    entry = Entry("escalated", given_from, date, by)
    why = entry.wanted("reason", reason, "Why it was not resolved before.")
    said = entry.keys(
        by="",
        stage=entry.text("stage", stage),
        reason=why,
        answer_by=entry.day("answer_by", answer_by),
        note=note,
    )
    today = day_of(None)
    write(ctx, lambda board: escalate(board, challenge_id, said, today), dry_run)
