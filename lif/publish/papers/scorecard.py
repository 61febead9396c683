"""The scorecard on paper: as PDF, Word, web page and Markdown with charts, and as a workbook."""

from dataclasses import dataclass

from lif.exchange.table_out import SheetTable, table_workbook
from lif.insight.audience import highest_marking, visible_to
from lif.insight.figures.discussion import suggestions
from lif.insight.figures.doubts import doubt_notes
from lif.insight.figures.readings import read_indicator
from lif.insight.figures.scorecard import Scorecard, score_line, summary_words
from lif.insight.figures.scorecard_data import columns, row
from lif.insight.titles import Titles
from lif.insight.wording import day_words, sentence
from lif.publish.charts.figures import indicator_charts
from lif.publish.contexts.scorecard import scorecard_context
from lif.publish.document.parse import parse
from lif.publish.meta import Meta
from lif.publish.paper_files import in_formats, meta_of, put_in_place, refusing, templates_of
from lif.store.board import Board
from lif.store.errors import NothingFound

FOLDER = "build/data/scorecard"
"""Where it is put, under the Board's root."""
_SUGGESTED = 3


@dataclass(frozen=True)
class ScorecardWritten:
    """What was written."""

    files: tuple[str, ...]
    """Relative to the root, with forward slashes."""
    marking: str


def write_scorecard(board: Board, card: Scorecard) -> ScorecardWritten:
    """The scorecard, in the place of the last one, as far as the Board may see it.

    Raises NothingFound where it has no line, Refusal where a template is at fault or where the files cannot be put
    in place.
    """
    board = visible_to(board, "board")
    card = _shown(board, card)
    if not card.lines:
        raise NothingFound("There is no indicator to write a scorecard of.", "Add one: lif data new NAME")
    marking = highest_marking([board.by_id[name] for name in card.names], board.profile.settings)
    meta = meta_of(board, "Scorecard", marking, card.day, subtitle=f"As recorded on {day_words(card.day)}")
    with refusing():
        files = _files(board, card, meta)
    put_in_place(board.root, FOLDER, files, "scorecard")
    return ScorecardWritten(tuple(f"{FOLDER}/{name}" for name in files), marking)


def _shown(shown: Board, card: Scorecard) -> Scorecard:
    """The same lines, read again from what may be seen."""
    there = [shown.by_id[name] for name in card.names if name in shown.by_id]
    readings = [
        read_indicator(one.id, one.record, shown.values.get(one.id, ()), shown.profile, card.day)
        for one in there
    ]
    return Scorecard(tuple(score_line(reading, card.day) for reading in readings), card.day)


def _files(board: Board, card: Scorecard, meta: Meta) -> dict[str, bytes]:
    readings = {line.reading.name: line.reading for line in card.lines}
    charts, images = indicator_charts(readings, board.profile)
    shown = list(charts.values())
    context = {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "scorecard": scorecard_context(card, board),
        "suggestions": [
            {"title": one.line.indicator.title, "reasons": one.words}
            for one in suggestions(board, card)[:_SUGGESTED]
        ],
        "charts": [shown[first : first + 2] for first in range(0, len(shown), 2)],
    }
    document = parse(templates_of(board).render("data/scorecard.md", context), images)
    return {
        **in_formats("scorecard", document, meta, images=images),
        "scorecard.xlsx": scorecard_workbook(board, card, meta),
    }


def scorecard_workbook(board: Board, card: Scorecard, meta: Meta) -> bytes:
    """The lines as a workbook; figures are numbers in it, and what is suppressed is the word."""
    titles, profile = Titles(board), board.profile
    hidden = dict.fromkeys(line.reading.hidden for line in card.lines if line.reading.hidden)
    doubts = doubt_notes(board, card.names, card.day)
    table = SheetTable(
        title=f"{meta.title}: {meta.board}",
        notes=(f"{meta.subtitle}. {sentence(summary_words(card))}", *hidden, *doubts),
        name="Scorecard",
        columns=columns(profile),
        rows=[row(line, profile, titles) for line in card.lines],
        marked=[line.met is False for line in card.lines],
        author=meta.author,
        marking=meta.marking,
        named=2,
    )
    return table_workbook(table, card.day)
