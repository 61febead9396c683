"""`lif risk show`: a risk, its scores over time, its controls and its log."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import dated, named, section, wrapped, wrapped_after
from lif.cli.noun import single
from lif.cli.risk.entry import RiskId
from lif.cli.state import board_of, day_of
from lif.insight.wording import day_words, listed
from lif.store.errors import NothingFound

if TYPE_CHECKING:
    from lif.insight.registers.risks import RiskStanding
    from lif.insight.titles import Titles
    from lif.store.board import Board

app = single()


@app.command()
def show(ctx: typer.Context, risk_id: RiskId, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """Show a risk: its scores over time, its controls and its log."""
    from lif.insight.registers.data import risk_data
    from lif.insight.registers.risks import risk_standing
    from lif.rules.lookup import find_record

    board, day = board_of(ctx), day_of(as_of)
    loaded = find_record(board, risk_id, "risk")
    standing = risk_standing(loaded.record, board.profile.settings, day)
    if standing is None:
        begun = loaded.record.log[0].date
        raise NothingFound(
            f"{risk_id} had not been raised by {day_words(day)}.",
            f"It was on {day_words(begun)}: lif risk show {risk_id} --as-of {begun}",
        )
    if form is Form.json:
        content = {"id": loaded.id, "file": loaded.file, "record": loaded.record.model_dump(mode="json")}
        say.result_json("risk", {**content, "asOf": day.isoformat(), "standing": risk_data(standing)})
    else:
        say.result(_text(board, standing))


def _text(board: "Board", one: "RiskStanding") -> str:
    from lif.insight.registers.words import risk_standing_words, risk_words, scored_words
    from lif.insight.titles import Titles

    risk, titles = one.risk, Titles(board)
    themes = {theme.id: theme.title for theme in board.profile.themes}
    stands = risk_standing_words(one)
    sections = [
        "\n".join([wrapped(f"{risk.id}  {risk.title}", 0, 13), wrapped(stands[:1].upper() + stands[1:])]),
        named([
            ("Cause", risk.cause or "not recorded"),
            ("Event", risk.event),
            ("Consequence", risk.consequence or "not recorded"),
        ]),
        named([
            ("Inherent", scored_words(risk.inherent) or "not recorded"),
            ("Current", scored_words(one.current) or "not scored"),
            ("Target", (scored_words(risk.target) or "not recorded") + (", reached" if one.held else "")),
            ("Owner", titles.who(risk.owner)),
            ("Agencies", listed(map(titles.agency, risk.agencies))),
            ("Themes", listed(themes.get(name, name) for name in risk.themes)),
            ("Priorities", listed(map(titles.priority, risk.priorities))),
        ]),
        section("What holds it back", *_controls(one, titles)),
        section("Where it comes from", *(
            wrapped_after(f"  {name:<16}", titles.record(name)) for name in risk.sources
        )),
        section("The log", *(dated(entry.date, risk_words(entry, titles)) for entry in one.log)),
        section("Next", *([] if one.closed else [f"  lif risk score {risk.id}"])),
    ]  # fmt: skip
    return "\n\n".join(part for part in sections if part)


def _controls(one: "RiskStanding", titles: "Titles") -> Iterator[str]:
    for control in one.controls:
        since = f"since {day_words(control.since)}" if control.since else "planned"
        by = f", {titles.who(control.by)}" if control.by else ""
        yield wrapped(f"{control.id}  {control.text} ({since}{by})", 2, 6)
