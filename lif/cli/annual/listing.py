"""`lif annual list`: the annual reports, and how far each has come."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_words, period_bounds

app = single()


@app.command("list")
def list_(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """List the annual reports, and how far each has come."""
    from lif.insight.annual.report import annual_data, annual_standing, look_of
    from lif.records.annual import period_named

    board, day = board_of(ctx), day_of(as_of)
    known = [one for one in board.of("annual") if period_named(one.id)]
    begun = [one for one in known if period_bounds(period_named(one.id))[0] <= day]
    found = [annual_standing(one.id, look_of(board, one, day)) for one in begun]
    if form is Form.json:
        say.result_json(
            "annual-reports", {"asOf": day.isoformat(), "reports": [annual_data(one) for one in found]}
        )
    elif not found:
        say.result("No annual report yet. Begin one: lif annual new 2017-18")
    else:
        rows = []
        for one in found:
            annual = one.look.annual
            ends = [f"{word} {day_words(when)}" for word, when in
                    (("agreed", annual.agreed), ("published", annual.published)) if when]  # fmt: skip
            left = counted(len(one.missing), "section") + " to be written" if one.missing else "all written"
            rows.append((one.name, "; ".join(ends) or "draft", left, counted(len(one.left_out), "review")))
        say.result(say.table(("Year", "Report", "Sections", "Without a lesson or a reason"), rows))
