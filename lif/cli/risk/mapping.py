"""`lif risk map`: the heat map on the terminal."""

from typing import TYPE_CHECKING

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_words, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lif.insight.registers.risks import Cells
    from lif.records.board import RiskBand

app = single()
_WIDE = 14


@app.command("map")
def map_(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """Show the heat map: every open risk by likelihood and impact.

    Each cell has its score and the word of its band; risks stand in the cell of their latest score.
    """
    from lif.insight.registers.data import bands_data, risk_data
    from lif.insight.registers.risks import bands_of, heat_map, risks

    board, day = board_of(ctx), day_of(as_of)
    found = [one for one in risks(board, day) if not one.closed]
    bands, cells = bands_of(board.profile.settings), heat_map(found)
    if form is Form.json:
        placed = [
            {"likelihood": likelihood, "impact": impact, "score": likelihood * impact,
             "risks": [one.risk.id for one in held]}
            for (likelihood, impact), held in cells.items()
        ]  # fmt: skip
        content = {"asOf": day.isoformat(), "bands": bands_data(bands), "cells": placed}
        say.result_json("risk-map", {**content, "risks": [risk_data(one) for one in found]})
        return
    say.result(_map(cells, bands))
    unscored = [one.risk.id for one in found if one.score is None]
    missing = f" Not scored, and so not in it: {', '.join(unscored)}." if unscored else ""
    say.aside(f"{sentence(counted(len(found), 'open risk') + f' on {day_words(day)}')}{missing}")


def _map(cells: "Cells", bands: "Sequence[RiskBand]") -> str:
    from lif.insight.registers.risks import STEPS, band_of

    rule = " " * 3 + "+" + "+".join("-" * _WIDE for _ in STEPS) + "+"
    lines = ["Likelihood", rule]
    for likelihood in reversed(STEPS):
        heads = [f"{likelihood * impact} {band_of(likelihood * impact, bands).word}" for impact in STEPS]
        ids = [[one.risk.id for one in cells[likelihood, impact]] for impact in STEPS]
        lines.append(f" {likelihood} |{_row(heads)}|")
        for place in range(max(map(len, ids))):
            lines.append(f"   |{_row([held[place] if place < len(held) else '' for held in ids])}|")
        lines.append(rule)
    lines.append("    " + " ".join(f"{impact}".center(_WIDE) for impact in STEPS).rstrip())
    lines.append("Impact".rjust(4 + 5 * (_WIDE + 1) - 1))
    return "\n".join(lines)


def _row(texts: list[str]) -> str:
    return "|".join(f" {text}"[:_WIDE].ljust(_WIDE) for text in texts)
