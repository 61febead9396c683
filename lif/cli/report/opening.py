"""`lif report new`: records a report that an agency sent in."""

from datetime import date
from typing import Annotated, Any

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.insight.reports.asked import asked_report
from lif.insight.wording import period_bounds
from lif.operations.report_drafts import Numbers, opened_report
from lif.records.base import is_period
from lif.store.errors import WrongUse

app = single()
ANSWERS = ("yes", "no", "unknown")
KINDS = ("highlight", "assurance", "child-deaths", "advocacy", "training-impact", "failures")


@app.command()
def new(
    ctx: typer.Context,
    agency: Annotated[
        str | None, typer.Option("--agency", help="The agency that reports, by its id.")
    ] = None,
    period: Annotated[
        str | None,
        typer.Option("--period", help="Such as 2017-Q3: October to December 2017, the third quarter."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", help=f"The sort of report; highlight unless given. One of: {', '.join(KINDS)}."
        ),
    ] = None,
    report: Annotated[
        str | None,
        typer.Option("--report", metavar="REPORT", help="In place of --kind: its id under reports_asked."),
    ] = None,
    narrative: Annotated[str | None, typer.Option("--narrative", help="The story behind the data.")] = None,
    worried_about: Annotated[
        str | None, typer.Option("--worried-about", help="What worries the agency.")
    ] = None,
    needs_to_change: Annotated[
        str | None, typer.Option("--needs-to-change", help="What needs to change.")
    ] = None,
    incidents: Annotated[
        str | None, typer.Option("--incidents", help="Incidents since the last report.")
    ] = None,
    activity: Annotated[str | None, typer.Option("--activity", help="Safeguarding activity.")] = None,
    training: Annotated[str | None, typer.Option("--training", help="Training.")] = None,
    audits: Annotated[str | None, typer.Option("--audits", help="Auditing work.")] = None,
    challenges: Annotated[
        str | None, typer.Option("--challenges", help="What weighed on the service.")
    ] = None,
    equality: Annotated[
        str | None, typer.Option("--equality", help="The effect on equality and diversity.")
    ] = None,
    serious_incident: Annotated[
        str | None,
        typer.Option(
            "--serious-incident",
            metavar="ANSWER",
            help="Was a serious incident referred? yes, no or unknown; details after a colon.",
        ),
    ] = None,
    new_risks: Annotated[
        str | None, typer.Option("--new-risks", metavar="ANSWER", help="Any new risks for the risk log?")
    ] = None,
    escalation: Annotated[
        str | None, typer.Option("--escalation", metavar="ANSWER", help="Was the escalation procedure used?")
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", help="Assurance: its theme, such as private-fostering.")
    ] = None,
    key_message: Annotated[
        list[str] | None, typer.Option("--key-message", help="Assurance: repeatable.")
    ] = None,
    learning: Annotated[
        list[str] | None, typer.Option("--learning", help="Assurance: learning. Repeatable.")
    ] = None,
    asked: Annotated[
        str | None, typer.Option("--asked-of-board", help="The decision or action asked for.")
    ] = None,
    reported_by: Annotated[
        list[str] | None, typer.Option("--reported-by", help="Who reports. Repeatable.")
    ] = None,
    received: Annotated[
        str | None, typer.Option("--received", metavar="DATE", help="When it came in.")
    ] = None,
    no_drafts: Annotated[
        bool, typer.Option("--no-drafts", help="Open nothing for a yes; lif report follow does so later.")
    ] = False,
    source: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record a report that an agency sent in.

    A yes on a serious incident, a new risk or the escalation procedure opens a draft in the register it belongs to,
    unless its details name the record that follows it up by its id. What is asked only by other sorts of report is
    given with --from.
    """
    given = read_given(source) if source else {}
    if report:
        entry = asked_report(board_of(ctx), report)
        kind, theme = entry.kind, theme or entry.theme
    kind = text_of(given, "kind", kind) or "highlight"
    given_period = given.get("period")
    story = dict(given.get("story") or {}) if kind == "highlight" else {}
    wanted = [
        Wanted(text_of(given, "agency", agency), "--agency", "Agency", "Which agency reports."),
        Wanted(
            period or (str(given_period) if given_period else None), "--period", "Period",
            "The time it covers, such as 2017-Q3 (October to December 2017) or 2017-H1 (April to September 2017).",
        ),
    ]  # fmt: skip
    if kind == "highlight":
        wanted.append(
            Wanted(text_of(story, "narrative", narrative), "--narrative", "Narrative",
                   "The story behind the agency's data.")
        )  # fmt: skip
    agency, period, *narratives = all_required(*wanted)
    value = gathered(
        given, kind=kind, agency=agency, period=period, reported_by=reported_by, asked_of_board=asked,
        received=full_day(received, "--received"),
    )  # fmt: skip
    if kind == "highlight":
        summary = dict(given.get("summary") or {})
        value |= {
            "summary": gathered(summary, incidents=incidents, activity=activity, training=training, audits=audits,
                                challenges=challenges),
            "story": gathered(story, narrative=narratives[0], worried_about=worried_about, needs_to_change=needs_to_change),
            "serious_incident_referred": _answer(given, "serious_incident_referred", serious_incident, "--serious-incident"),
            "new_risks": _answer(given, "new_risks", new_risks, "--new-risks"),
            "escalation_used": _answer(given, "escalation_used", escalation, "--escalation"),
            **({"equality": equality} if equality else {}),
        }  # fmt: skip
    else:
        value |= gathered({}, theme=theme, key_messages=key_message, learning=learning)
    day = _day(value, period)
    write(ctx, lambda board: opened_report(board, Numbers(board), value, day, drafts=not no_drafts), dry_run)


def _day(value: dict[str, Any], period: str) -> date:
    """The day whose year numbers the report: the one it came on, else one of its period.

    What is no day and no period is refused when the report is checked.
    """
    try:
        return date.fromisoformat(str(value.get("received") or ""))
    except ValueError:
        said = is_period(period)
    return min(period_bounds(period)[1], day_of(None)) if said else day_of(None)


def _answer(given: dict[str, Any], key: str, text: str | None, option: str) -> dict[str, Any]:
    """An answer to a question of the form; what nobody answered is unknown, never no."""
    if text is None:
        kept: dict[str, Any] = given.get(key) or {"answer": "unknown"}
        return kept
    answer, _, details = text.partition(":")
    if answer.strip() not in ANSWERS:
        raise WrongUse(f"{option}: the answer is yes, no or unknown.", f"Such as: {option} 'yes: …'")
    return {"answer": answer.strip(), **({"details": details.strip()} if details.strip() else {})}
