"""`lif data scorecard`: every indicator on one line, on the screen, as data, as a workbook and on paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.data.indicator_text import drawn
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.figures.comparing import headline
from lif.insight.figures.doubts import doubt_notes
from lif.insight.figures.readings import NO_FIGURE
from lif.insight.figures.scorecard import JOURNEY, Scorecard, ScoreLine, scorecard, stage_words, summary_words
from lif.insight.wording import period_short
from lif.records.indicator import UNIT_AFTER
from lif.rules.names import nearest
from lif.store.errors import WrongUse

if TYPE_CHECKING:
    from lif.store.board import Board

app = single()
_NARROW = 110
"""Characters. On narrower terminals a table would lose the names of the indicators."""


@app.command("scorecard")
def scorecard_(
    ctx: typer.Context,
    journey: Annotated[
        list[str] | None,
        typer.Option("--journey", help=f"Only a place on the journey: {', '.join(JOURNEY)}. Repeatable."),
    ] = None,
    priority: Annotated[
        list[str] | None, typer.Option("--priority", help="Only what serves a priority. Repeatable.")
    ] = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", help="Only what speaks of a theme. Repeatable.")
    ] = None,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
    papers: Annotated[
        bool,
        typer.Option("--papers", help="Write it as PDF, Word, web page, Markdown and workbook instead."),
    ] = False,
) -> None:
    """Show every indicator on one line: latest figure, direction, target, comparators.

    With --papers it is put in build/data/scorecard/, in the place of the last one, with charts.
    """
    board, day = board_of(ctx), day_of(as_of)
    _must_be_known("--journey", journey or (), JOURNEY)
    _must_be_known("--priority", priority or (), [one.id for one in board.profile.priorities])
    _must_be_known("--theme", theme or (), [one.id for one in board.profile.themes])
    card = scorecard(board, day, journey=journey or (), priorities=priority or (), themes=theme or ())
    if papers:
        from lif.publish.papers.scorecard import write_scorecard

        written = write_scorecard(board, card)
        files = [f"  {one}" for one in written.files if not one.endswith(".svg")]
        say.result("\n".join([f"The scorecard. Marking: {written.marking}.", *files]))
        return
    match form:
        case ListForm.json:
            from lif.insight.figures.scorecard_data import scorecard_data

            say.result_json("scorecard", scorecard_data(card))
        case ListForm.csv:
            from lif.exchange.csv_out import csv_text
            from lif.insight.figures.scorecard_data import columns, row
            from lif.insight.titles import Titles

            titles, profile = Titles(board), board.profile
            head = [name for name, _ in columns(profile)]
            say.result(csv_text(head, [row(line, profile, titles) for line in card.lines]))
        case ListForm.text:
            say.result(_text(board, card))


def _must_be_known(option: str, given: Sequence[str], known: Sequence[str]) -> None:
    for name in given:
        if name not in known:
            near = nearest(name, list(known))
            raise WrongUse(
                f"{option}: there is no {name}.", f"{near} It is one of: {', '.join(known)}.".strip()
            )


def _text(board: "Board", card: Scorecard) -> str:
    if not card.lines:
        return "No indicator to show. Add one: lif data new NAME"
    others = [one.name for one in board.profile.comparators if one.role != "statistical-neighbour"]
    near = any(one.role == "statistical-neighbour" for one in board.profile.comparators)
    head = ["Latest", "Period", "Trend", "Target", *others, *(["Neighbours"] if near else []), "Indicator"]
    blocks = [f"{summary_words(card)}."]
    for journey, lines in card.stages.items():
        if say.width() < _NARROW:
            told = "\n".join(_told(line) for line in lines)
        else:
            told = say.table(head, [_row(line) for line in lines])
        blocks.append(f"{stage_words(journey).upper()}\n{told}")
    hidden = dict.fromkeys(one.reading.hidden for one in card.lines if one.reading.hidden)
    doubts = [say.wrapped(note) for note in doubt_notes(board, card.names, card.day)]
    return "\n\n".join([*blocks, *hidden, *doubts])


def _told(line: ScoreLine) -> str:
    """A line of the scorecard where there is no room for a table."""
    reading = line.reading
    if reading.latest is None:
        return wrapped(f"{reading.indicator.title}: no figure yet", 0, 4)
    said = [f"{headline(reading)}", reading.change, f"target {reading.target}" if reading.target else ""]
    when = period_short(reading.latest.period)
    text = f"{reading.indicator.title}, {when} {drawn(reading)}: {'; '.join(filter(None, said))}."
    return wrapped(text, 0, 4)


def _row(line: ScoreLine) -> list[str]:
    reading, near = line.reading, line.reading.neighbours
    target, _, met = reading.target.partition(", ")
    beside = [other.words for other in reading.beside]
    if near and near.median is None:
        beside.append(near.words)
    elif near:
        beside.append(f"{near.words.partition(' (')[0]} ({near.having} of {near.of})")
    return [
        reading.latest_words if reading.latest else "no figure yet",
        period_short(reading.latest.period) if reading.latest else "",
        drawn(reading),
        f"{_bare(target)} {met}".strip() or "–",
        *("–" if words == NO_FIGURE else _bare(words) for words in beside),
        reading.indicator.title,
    ]


def _bare(words: str) -> str:
    """A figure without the unit that stands beside it already."""
    return words.replace(UNIT_AFTER["rate-per-10000"], "")
