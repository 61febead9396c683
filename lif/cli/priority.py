"""`lif priority`: the priorities of the business plan, and what each has got."""

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import section, wrapped, wrapped_after
from lif.cli.noun import noun
from lif.cli.state import board_of, day_of
from lif.insight.wording import day_words
from lif.rules.names import nearest
from lif.store.errors import NothingFound, WrongUse

if TYPE_CHECKING:
    from lif.insight.priorities import PriorityStanding

app = noun("Priorities of the business plan, and the records that point to each.")
_YEAR = re.compile(r"((?:19|20|21)[0-9]{2})(?:[/-](?:[0-9]{2})?[0-9]{2})?")


@app.command("list")
def list_(
    ctx: typer.Context,
    year: Annotated[
        str | None, typer.Option("--year", metavar="2017-18", help="Only those of a financial year.")
    ] = None,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """List the priorities, with how many records of each kind point to them, and of which kind none does."""
    from lif.insight.priorities import priorities, serving_words

    board, day = board_of(ctx), day_of(as_of)
    found = priorities(board, day, _year(year))
    if form is Form.json:
        content = [_data(one) for one in found]
        say.result_json("priorities", {"asOf": day.isoformat(), "priorities": content})
    elif not board.profile.priorities:
        say.result("The Board lists no priorities. List them under priorities: lif edit board")
    elif not found:
        say.result("No priority stands in that year.")
    else:
        say.result("\n\n".join(
            f"{_head(one)}\n{wrapped(serving_words(one), 2)}" for one in found
        ))  # fmt: skip


@app.command()
def show(
    ctx: typer.Context,
    priority: Annotated[str, typer.Argument(metavar="PRIORITY", help="A priority by its id.")],
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Show a priority with every record that points to it, and where each stands."""
    from lif.insight.priorities import SERVING, priorities

    board, day = board_of(ctx), day_of(as_of)
    everything = {one.priority.id: one for one in priorities(board, day)}
    one = everything.get(priority)
    if one is None:
        hint = nearest(priority, list(everything)) or "See what there is with: lif priority list"
        raise NothingFound(f"The Board lists no priority called {priority}.", hint)
    if form is Form.json:
        say.result_json("priority", {"asOf": day.isoformat(), **_data(one)})
        return
    factors = section(
        "What makes it one", *(wrapped(f"- {text}", 2, 4) for text in one.priority.risk_factors)
    )
    parts = [_head(one), factors]
    for kind, nodes in one.nodes.items():
        lines = [wrapped_after(f"  {node.id:<13} ", f"{node.title} ({node.state})" if node.state else node.title)
                 for node in nodes]  # fmt: skip
        parts.append(section(SERVING[kind][1], *(lines or ["  none points to it"])))
    say.result("\n\n".join(part for part in parts if part))


def _head(one: "PriorityStanding") -> str:
    priority = one.priority
    until = f" until {day_words(priority.end)}" if priority.end else ""
    head = f"{wrapped(priority.title, 0, 2)}\n  {priority.id}: since {day_words(priority.start)}"
    return f"{head}{until}"


def _data(one: "PriorityStanding") -> dict[str, Any]:
    priority = one.priority
    return {
        "id": priority.id,
        "title": priority.title,
        "start": priority.start.isoformat(),
        "end": priority.end.isoformat() if priority.end else None,
        "total": one.total,
        "missing": one.missing,
        "records": {
            kind: [{"id": node.id, "title": node.title, "state": node.state or None} for node in nodes]
            for kind, nodes in one.nodes.items()
        },
    }


def _year(text: str | None) -> int | None:
    """The year in which a financial year begins. Raises WrongUse."""
    if text is None:
        return None
    match = _YEAR.fullmatch(text.strip())
    if match is None:
        raise WrongUse(f"--year: {text} is no financial year.", "Write it as 2017-18 or 2017/18.")
    return int(match[1])
