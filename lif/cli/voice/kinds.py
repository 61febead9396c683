"""`lif voice kinds`: the Board's kinds of occasion."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import day_short

app = single()


@app.command()
def kinds(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """Show the Board's kinds of occasion, and when each was last used.

    They stand under voice_kinds in the Board's own record, and are the Board's to change: lif edit board
    """
    from lif.insight.registers.voices import voices
    from lif.insight.registers.words import kind_title

    board, day = board_of(ctx), day_of(as_of)
    found = voices(board, day)
    names = [one.id for one in board.profile.voice_kinds]
    names += sorted({one.voice.kind for one in found} - set(names))
    days = {name: sorted(one.heard for one in found if one.voice.kind == name) for name in names}
    if form is Form.json:
        content = [
            {"id": name, "title": kind_title(board.profile, name), "times": len(days[name]),
             "last": days[name][-1].isoformat() if days[name] else None}
            for name in names
        ]  # fmt: skip
        say.result_json("voice-kinds", {"asOf": day.isoformat(), "kinds": content})
    elif not names:
        say.result("The Board lists no kinds; any may be used. List them under voice_kinds: lif edit board")
    else:
        rows = [
            (name, kind_title(board.profile, name), str(len(days[name])),
             day_short(days[name][-1]) if days[name] else "never")
            for name in names
        ]  # fmt: skip
        say.result(say.table(("Kind", "What it is", "Times", "Last"), rows))
