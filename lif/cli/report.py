"""`lif report`: reports from agencies."""

from typing import Annotated, Any

import typer

from lif.cli import say
from lif.cli.asking import Wanted, all_required
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.forms import Form, FormOption
from lif.cli.noun import noun
from lif.cli.report_advising import advise
from lif.cli.showing import show_record
from lif.cli.state import board_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.opening import open_numbered
from lif.rules.lookup import find_record
from lif.store.errors import WrongUse

app = noun("Reports from agencies.")
ANSWERS = ("yes", "no", "unknown")


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
        str | None, typer.Option("--kind", help="highlight or assurance; highlight unless given.")
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
    source: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record a report that an agency sent in."""
    given = read_given(source) if source else {}
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
    year = int(str(value["received"])[:4]) if value.get("received") else _year(period)
    write(ctx, lambda board: open_numbered(board, "report", value, year), dry_run)


def _year(period: str) -> int:
    """The year a report is numbered in, by the period it covers; what is no period is refused by the model."""
    return int(period[:4]) if period[:4].isascii() and period[:4].isdigit() else 2000


def _answer(given: dict[str, Any], key: str, text: str | None, option: str) -> dict[str, Any]:
    """An answer to a question of the form; what nobody answered is unknown, never no."""
    if text is None:
        kept: dict[str, Any] = given.get(key) or {"answer": "unknown"}
        return kept
    answer, _, details = text.partition(":")
    if answer.strip() not in ANSWERS:
        raise WrongUse(f"{option}: the answer is yes, no or unknown.", f"Such as: {option} 'yes: …'")
    return {"answer": answer.strip(), **({"details": details.strip()} if details.strip() else {})}


@app.command("list")
def list_(ctx: typer.Context, form: FormOption = Form.text) -> None:
    """List the reports that came in."""
    reports = board_of(ctx).of("report")
    if form == Form.json:
        keys = ("id", "kind", "agency", "period")
        content = [{key: getattr(one.record, key) for key in keys} for one in reports]
        say.result_json("reports", {"reports": content})
        return
    rows = [(one.id, one.record.kind, one.record.period, one.record.agency) for one in reports]
    head = ("Report", "Kind", "Period", "Agency")
    say.result(say.table(head, rows) or "No report yet. Record one: lif report new")


@app.command()
def show(
    ctx: typer.Context,
    report_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AR-2017-001.")],
    form: FormOption = Form.text,
) -> None:
    """Show a report."""
    board = board_of(ctx)
    show_record(board, find_record(board, report_id, "report"), form)


app.command()(advise)
