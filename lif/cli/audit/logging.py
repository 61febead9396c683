"""`lif audit log`: record an audit in the central register."""

from dataclasses import replace
from typing import Annotated, Any, get_args

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.fields import full_day, gathered, partial_date, text_of
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.opening import open_numbered
from lif.records.audit import AuditKind
from lif.records.base import is_period
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import WrongUse

app = single()
KINDS = get_args(AuditKind)


@app.command()
def log(
    ctx: typer.Context,
    kind: Annotated[str | None, typer.Option("--kind", help=f"One of: {', '.join(KINDS)}.")] = None,
    theme: Annotated[str | None, typer.Option("--theme", help="What was looked at.")] = None,
    why: Annotated[str | None, typer.Option("--why", help="Why this theme was chosen.")] = None,
    chosen_from: Annotated[
        list[str] | None,
        typer.Option(
            "--chosen-from", metavar="ID", help="A review, audit or lesson that led to it. Repeatable."
        ),
    ] = None,
    indicator: Annotated[
        list[str] | None,
        typer.Option("--indicator", metavar="NAME", help="An indicator whose figures led to it. Repeatable."),
    ] = None,
    lead: Annotated[
        str | None, typer.Option("--lead", help="The role, group or agency that leads it.")
    ] = None,
    held: Annotated[str | None, typer.Option("--held", metavar="DATE", help="The day it took place.")] = None,
    planned: Annotated[
        str | None,
        typer.Option(
            "--planned", metavar="DATE", help="The day it was put into the plan; today unless given."
        ),
    ] = None,
    planned_for: Annotated[
        str | None,
        typer.Option(
            "--planned-for",
            metavar="WHEN",
            help="When it is to take place: 2018-Q1 (April to June), 2018-05 or a day.",
        ),
    ] = None,
    audit_day: Annotated[
        str | None,
        typer.Option("--audit-day", metavar="DATE", help="The day on which the auditors sat together."),
    ] = None,
    team: Annotated[
        list[str] | None, typer.Option("--team", help="Who audited: a role, group or agency. Repeatable.")
    ] = None,
    structure: Annotated[
        str | None, typer.Option("--structure", help="How the audit day was set out.")
    ] = None,
    instrument: Annotated[
        str | None,
        typer.Option(
            "--instrument",
            metavar="NAME",
            help="What is asked, by its id, such as section-11: see lif audit tool.",
        ),
    ] = None,
    covers_from: Annotated[
        str | None, typer.Option("--covers-from", metavar="DATE", help="Start of the work audited.")
    ] = None,
    covers_to: Annotated[
        str | None, typer.Option("--covers-to", metavar="DATE", help="End of the work audited.")
    ] = None,
    method: Annotated[
        str | None, typer.Option("--method", help="How the cases or returns were chosen.")
    ] = None,
    frame: Annotated[str | None, typer.Option("--frame", help="What they were chosen from.")] = None,
    size: Annotated[int | None, typer.Option("--sample", min=0, help="How many cases or returns.")] = None,
    invited: Annotated[
        list[str] | None, typer.Option("--invited", metavar="AGENCY", help="Repeatable.")
    ] = None,
    returned: Annotated[
        list[str] | None, typer.Option("--returned", metavar="AGENCY", help="Repeatable.")
    ] = None,
    result: Annotated[
        list[str] | None,
        typer.Option("--result", metavar="GRADE=COUNT", help='Such as "good=3". Repeatable.'),
    ] = None,
    worked_well: Annotated[list[str] | None, typer.Option("--worked-well", help="Repeatable.")] = None,
    finding: Annotated[list[str] | None, typer.Option("--finding", help="Repeatable, in order.")] = None,
    recommendation: Annotated[
        list[str] | None, typer.Option("--recommendation", help="Repeatable, in order.")
    ] = None,
    revisit_due: Annotated[
        str | None, typer.Option("--revisit-due", metavar="DATE", help="When it is revisited.")
    ] = None,
    priority: Annotated[
        list[str] | None, typer.Option("--priority", help="A priority it serves. Repeatable.")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who records it, by role.")] = "business-manager",
    source: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record an audit in the central register.

    An audit that is still to come goes into the forward plan with --planned-for: see lif audit plan.
    """
    given = read_given(source) if source else {}
    entries: list[dict[str, Any]] = list(given.get("log") or [])
    if planned or planned_for:
        day = full_day(planned, "--planned") or day_of(None).isoformat()
        entries.append({"date": day, "entry": "planned", "by": by, **_planned_for(planned_for)})
    wanted = [
        Wanted(text_of(given, "kind", kind), "--kind", "Kind", "The kind of audit.", KINDS),
        Wanted(text_of(given, "theme", theme), "--theme", "Theme", "What the audit looked at."),
        Wanted(text_of(given, "why", why), "--why", "Why", "Why this theme was chosen: the register has to show it."),
        Wanted(text_of(given, "lead", lead), "--lead", "Lead", "The role, group or agency that answers for it."),
    ]  # fmt: skip
    if not entries:
        wanted.append(
            Wanted(held, "--held", "Day it took place",
                   "The day puts it into its year. If it is only planned, stop here and use --planned-for.")
        )  # fmt: skip
    kind, theme, why, lead, *days = all_required(*wanted)
    held = days[0] if days else held
    if held:
        entries.append({"date": full_day(held, "--held"), "entry": "held", "by": by})
    value = gathered(
        given, kind=kind, theme=theme, why=why, chosen_from=chosen_from, indicators=indicator,
        priorities=priority, lead=lead, instrument=instrument,
        period=gathered({}, start=partial_date(covers_from, "--covers-from"), end=partial_date(covers_to, "--covers-to")),
        sample=_sample(method, frame, size), audit_day=_audit_day(audit_day, team, structure),
        agencies_invited=invited, agencies_returned=returned,
        results=[_result(text) for text in result or []], worked_well=worked_well,
        findings=_numbered("F", finding), recommendations=_numbered("R", recommendation),
        revisit_due=full_day(revisit_due, "--revisit-due"), log=entries,
    )  # fmt: skip
    write(ctx, lambda board: _opened(board, value, int(str(entries[0]["date"])[:4])), dry_run)


def _opened(board: Board, value: dict[str, Any], year: int) -> Change:
    change = open_numbered(board, "audit", value, year)
    return replace(change, summary=f"{change.summary}\nWhat comes next: lif audit show {change.ids[0]}")


def _planned_for(text: str | None) -> dict[str, str]:
    """The day of a plan, or its quarter, half year or month."""
    if text is None:
        return {}
    wanted = text.strip().upper()
    if is_period(wanted) and "-" in wanted:
        return {"period": wanted}
    if wanted.isdigit() or ("/" in wanted and is_period(wanted)):
        raise WrongUse(
            f"--planned-for: {text} is a whole year.",
            "Give the quarter, such as 2018-Q1 for April to June 2018.",
        )
    return {"due": str(full_day(text, "--planned-for"))}


def _audit_day(day: str | None, team: list[str] | None, structure: str | None) -> dict[str, Any]:
    if not (day or team or structure):
        return {}
    if day is None:
        raise WrongUse("An audit day needs its date.", "Give it with: --audit-day")
    return gathered({}, date=full_day(day, "--audit-day"), team=team, structure=structure)


def _sample(method: str | None, frame: str | None, size: int | None) -> dict[str, Any]:
    if method is None and frame is None and size is None:
        return {}
    if method is None or size is None:
        raise WrongUse("A sample needs its method and its size.", "Give both: --method and --sample.")
    return {"method": method, "size": size, **({"frame": frame} if frame else {})}


def _result(text: str) -> dict[str, Any]:
    grade, _, count = text.rpartition("=")
    if not grade or not (count.isascii() and count.isdigit() and len(count) < 10):
        raise WrongUse(f"--result: {text} does not say how many.", 'Write it as "good=3".')
    return {"grade": grade.strip(), "count": int(count)}


def _numbered(letter: str, texts: list[str] | None) -> list[dict[str, str]]:
    return [{"id": f"{letter}{number}", "text": text} for number, text in enumerate(texts or [], start=1)]
