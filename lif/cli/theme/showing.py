"""`lif theme show`: what every side says of a theme, beside each other."""

from typing import TYPE_CHECKING

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import section, wrapped, wrapped_after
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.cli.theme.name import ThemeId, theme_from

if TYPE_CHECKING:
    from lif.insight.learning.joined import Joined, Line

app = single()
_COLUMN = 14


@app.command()
def show(ctx: typer.Context, theme: ThemeId, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """Show what every side says of a theme, beside each other.

    Figures, audits, reviews, learning, voice, training, agencies' reports, risks and challenges; whether they agree that
    things got better; and what no side says. An indicator belongs to a theme that it names under themes.
    """
    board, day = board_of(ctx), day_of(as_of)
    one = theme_from(board, theme, day)
    if form is Form.json:
        from lif.insight.learning.joined_data import joined_data

        say.result_json("theme", {"asOf": day.isoformat(), **joined_data(one)})
        return
    say.result(_text(one))
    for side in one.silent:
        say.aside(f"{side.missing} To change that: {side.mend}" if side.mend else side.missing)


def _text(one: "Joined") -> str:
    from lif.insight.learning.joined import agreement, silence
    from lif.insight.learning.theme_words import theme_words

    head = [f"{one.title} ({one.id})"]
    head += [
        wrapped(words, 2)
        for words in (theme_words(one.standing) if one.standing else "", silence(one), agreement(one))
        if words
    ]
    parts = ["\n".join(head), *(section(side.title, *map(_line, side.lines)) for side in one.sides)]
    return "\n\n".join(part for part in parts if part)


def _line(line: "Line") -> str:
    words = f"{line.when}: {line.text}" if line.when else line.text
    if len(line.id) >= _COLUMN:  # the name of an indicator
        return f"  {line.id}\n{wrapped(words, _COLUMN + 2)}"
    return wrapped_after(f"  {line.id:<{_COLUMN}}", words)
