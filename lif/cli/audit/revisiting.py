"""`lif audit revisit`: an audit is looked at again, to see whether practice improved."""

import re
from typing import Annotated, Any

import typer

from lif.cli.audit.entry import AuditId
from lif.cli.entry import By, Entry, Note, On, Want, one_of
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.audits.ends import OUTCOMES, revisit
from lif.store.errors import WrongUse

app = single()
_COMPARED = re.compile(r"(.+?)\s*=\s*(\d{1,6})/(\d{1,6})\s*(?:then|,|>|→)\s*(\d{1,6})/(\d{1,6})")
_FORM = 'Write it as --compared "Finished forms=3/8 then 5/6".'


@app.command("revisit")
def revisit_(
    ctx: typer.Context,
    audit_id: AuditId,
    outcome: Annotated[
        str | None,
        typer.Option("--outcome", help=f"Whether practice improved. One of: {', '.join(OUTCOMES)}."),
    ] = None,
    found: Annotated[
        str | None, typer.Option("--found", help="What was seen, and how it was looked at.")
    ] = None,
    why: Annotated[
        str | None,
        typer.Option("--why", help="Why it cannot be told: what kept like from being compared with like."),
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(
            "--about", metavar="ID", help="A finding or recommendation it is about, such as R1. Repeatable."
        ),
    ] = None,
    compared: Annotated[
        list[str] | None,
        typer.Option(
            "--compared",
            metavar="WHAT=A/B then C/D",
            help='The same counted both times: "Finished forms=3/8 then 5/6". Repeatable.',
        ),
    ] = None,
    better: Annotated[
        str, typer.Option("--better", help="What is better in these figures. One of: more, fewer.")
    ] = "more",
    audit: Annotated[
        str | None, typer.Option("--audit", metavar="ID", help="The audit that was the second look.")
    ] = None,
    next_: Annotated[
        str | None, typer.Option("--next", metavar="DATE", help="When it is to be looked at once more.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that an audit was looked at again, and whether practice improved.

    Compare like with like: the same thing, counted in the same way. Where that is not possible, the outcome is
    cannot-tell, with the reason. Mixed results are several revisits of one day, each --about what it is about.
    """  # fmt: skip
    entry = Entry("revisited", given_from, date, by)
    one_of(better, "better", ("more", "fewer"))
    wanted = entry.all_wanted(
        Want("outcome", outcome, "Whether practice improved.", OUTCOMES),
        Want("found", found, "What was seen, and how it was looked at."),
    )
    if wanted["outcome"] == "cannot-tell":
        why = entry.wanted("why", why, "What kept like from being compared with like.")
    said = entry.keys(
        by="business-manager",
        about=[one if "-" in one else f"{audit_id}.{one}" for one in entry.words("about", about)],
        **wanted,
        why=why,
        compared=[_compared(one, better) for one in compared or []],
        audit=audit,
        next=entry.day("next", next_),
        note=note,
    )
    record(ctx, audit_id, revisit, said, dry_run)


def _compared(text: str, better: str) -> dict[str, Any]:
    match = _COMPARED.fullmatch(text.strip())
    if not match or not int(match[3]) or not int(match[5]):
        raise WrongUse("--compared: what was counted, and both figures are wanted.", _FORM)
    before, after = ({"count": int(match[one]), "of": int(match[two])} for one, two in ((2, 3), (4, 5)))
    value = {"what": match[1].strip(), "before": before, "after": after}
    return value | ({"better": better} if better != "more" else {})
