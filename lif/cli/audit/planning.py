"""`lif audit plan`: the forward plan of audits for a year, and what it could hold."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.audit.listing import year_of
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.lines import section, wrapped
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

if TYPE_CHECKING:
    from lif.insight.audits.plan import ForwardPlan
    from lif.insight.audits.suggestions import Suggestion
    from lif.store.board import Board

app = single()


@app.command()
def plan(
    ctx: typer.Context,
    year: Annotated[
        str | None,
        typer.Argument(metavar="[YEAR]", help="A financial year, such as 2018/19; this one unless given."),
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Say what could be audited, why, and with which command.")
    ] = False,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """Show the forward plan of audits for a year.

    It holds every audit that was planned for the year, by quarter, and the revisits that fall due in it. With
    --suggest: themes that recur, learning that is stuck and indicators that miss their target, each with the
    reason. People choose; a suggestion changes nothing.
    """
    from lif.insight.audits.plan import forward_plan
    from lif.insight.audits.search import financial_year
    from lif.insight.audits.suggestions import proposed_lead, suggestions

    board, day = board_of(ctx), day_of(as_of)
    wanted = year_of(year) if year else financial_year(day)
    made = forward_plan(board, wanted, day)
    ideas = suggestions(board, day) if suggest else []
    match form:
        case ListForm.json:
            from lif.insight.audits.plan_data import plan_data

            say.result_json(
                "audit-plan", plan_data(made, ideas if suggest else None, proposed_lead(board), day)
            )
        case ListForm.csv:
            from lif.exchange.csv_out import csv_text
            from lif.insight.audits.plan_data import PLAN_COLUMNS, plan_rows
            from lif.insight.titles import Titles

            say.result(csv_text(PLAN_COLUMNS, plan_rows(made, Titles(board))))
        case ListForm.text:
            say.result(_text(board, made))
            if suggest:
                from lif.insight.audits.suggestions import next_quarter

                say.result(_ideas(ideas, proposed_lead(board), wanted, next_quarter(wanted, day)))
            else:
                say.aside("What else could be audited, and why: lif audit plan --suggest")


def _text(board: "Board", made: "ForwardPlan") -> str:
    from lif.insight.audits.plan_data import plan_lines, revisit_lines

    quarters = plan_lines(board, made)
    parts = [f"Audits planned for {made.name}"]
    if not quarters:
        parts.append("  None. Plan one: lif audit log --planned-for QUARTER")
    parts += [section(head, *(wrapped(line, 2, 4) for line in lines)) for head, lines in quarters]
    again = revisit_lines(board, made)
    parts.append(section("To be looked at again", *(wrapped(line, 2, 4) for line in again)))
    return "\n\n".join(part for part in parts if part)


def _ideas(ideas: "list[Suggestion]", lead: str, year: int, quarter: int) -> str:
    heads = {"theme": "What recurs", "lesson": "Learning that is stuck", "indicator": "Off target"}
    parts = []
    for source, head in heads.items():
        lines = []
        for one in ideas:
            if one.source == source:
                lines += [f"  {one.title}", wrapped(one.why, 4), f"    {one.command(lead, year, quarter)}"]
        parts.append(section(head, *lines))
    return "\n" + (
        "\n\n".join(part for part in parts if part) or "Nothing recurs, is stuck or misses its target."
    )
