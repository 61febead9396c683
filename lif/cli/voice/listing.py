"""`lif voice list`: the occasions, those who wait to be told first."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.known import must_be_known
from lif.cli.noun import single
from lif.cli.registers import csv
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_words, listed

if TYPE_CHECKING:
    from lif.insight.registers.voices import VoiceStanding

app = single()


@app.command("list")
def list_(
    ctx: typer.Context,
    waiting: Annotated[
        bool, typer.Option("--waiting", help="Only those of which nobody was told what came of it.")
    ] = False,
    kind: Annotated[str | None, typer.Option("--kind", help="Only those of a kind.")] = None,
    agency: Annotated[
        str | None, typer.Option("--agency", metavar="AGENCY", help="Only those that concern an agency.")
    ] = None,
    theme: Annotated[str | None, typer.Option("--theme", help="Only those of a theme.")] = None,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """List the occasions, those who wait to be told first."""
    from lif.insight.registers.data import VOICE_HEAD, voice_data, voice_row
    from lif.insight.registers.voices import voices

    board, day = board_of(ctx), day_of(as_of)
    everything = voices(board, day)
    found = [
        one
        for one in everything
        if not (waiting and not one.waits)
        and kind in (None, one.voice.kind)
        and (agency is None or agency in one.voice.agencies)
        and (theme is None or theme in one.voice.themes)
    ]
    if not found:
        must_be_known(board, who=agency, theme=theme, voice_kind=kind)
    if form is ListForm.json:
        content = {"asOf": day.isoformat(), "voices": [voice_data(one) for one in found]}
        say.result_json("voices", content)
    elif form is ListForm.csv:
        csv(VOICE_HEAD, [voice_row(one) for one in found])
    elif not everything:
        say.result("Nobody has been heard yet. Record it: lif voice new")
    elif not found:
        say.result("No such occasion.")
    else:
        say.result(_table(found))
        waits = sum(one.waits for one in everything)
        said = f"{counted(len(everything), 'occasion')} up to {day_words(day)}"
        say.aside(f"{said}; of {waits or 'none'} the people heard do not know yet what came of it.")


def _table(found: list["VoiceStanding"]) -> str:
    from lif.insight.registers.words import HEARD_WORDS, VOICE_WORDS

    rows = [
        (one.voice.id, one.heard.isoformat(), one.voice.kind, listed(HEARD_WORDS[name] for name in one.voice.heard),
         str(one.voice.number or ""), VOICE_WORDS[one.state], one.voice.title)
        for one in found
    ]  # fmt: skip
    return say.table(("Voice", "Heard on", "Kind", "Who", "Number", "What came of it", "Occasion"), rows)
