"""`lif theme list`: the themes, with how much each side says of them."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import wrapped, wrapped_after
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

app = single()


@app.command("list")
def list_(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """List the themes with how much each side says of them.

    First come those of which most sides speak. What recurs in spite of actions is listed by: lif learning themes
    """
    from lif.insight.learning.joined import joined
    from lif.insight.learning.joined_data import joined_data

    board, day = board_of(ctx), day_of(as_of)
    found = joined(board, day)
    if form is Form.json:
        say.result_json("themes", {"asOf": day.isoformat(), "themes": [joined_data(one) for one in found]})
        return
    if not found:
        say.result("No theme yet. List them under themes in records/board.yaml: lif edit board")
        return
    size = max(len(one.id) for one in found) + 4
    lines = [
        wrapped_after(
            f"  {one.id:<{size}}", ", ".join(f"{side.name} {len(side.lines)}" for side in one.speaking)
        )
        for one in found
        if one.speaking
    ]
    silent = [one.id for one in found if not one.speaking]
    if silent:
        lines.append(wrapped(f"No record speaks of: {', '.join(silent)}.", 2, 4))
    say.result("\n".join(lines))
    say.aside("All that is said of one: lif theme show THEME")
