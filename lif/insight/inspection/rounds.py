"""The rounds of returns under section 11 and section 175 or 157: who answered, and what the answers say."""

from datetime import date

from lif.insight.audits.standing import audit_standing
from lif.insight.inspection.table import Cell, Register
from lif.insight.returns.analysis import analysed
from lif.insight.returns.spread import Spread
from lif.insight.returns.standing import AgencyReturn, Round, round_of
from lif.insight.returns.words import counted_words, cycle_words, rate_words, state_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.records.audit import ROUNDS, Audit
from lif.store.board import Board, Loaded


def rounds(board: Board, day: date) -> list[Loaded]:
    """The audits that are rounds of returns, had been planned by a day and asked somebody, the latest first."""
    found = [
        one
        for one in board.of("audit")
        if one.record.kind in ROUNDS and one.record.agencies_invited and audit_standing(one.record, day)
    ]
    return found[::-1]


def round_results(board: Board, loaded: Loaded, day: date) -> Register:
    """The returns of a round: one row for each agency that was asked, with how many answers have each grade."""
    audit: Audit = loaded.record
    found, titles = round_of(board, loaded, day), Titles(board)
    scale = found.instrument.scale if found.instrument else []
    grades = list(found.instrument.grades) if found.instrument else []
    analysis = analysed(board, found)
    spreads = {one.returned.agency: one.spread for one in analysis.agencies} if analysis else {}
    remarks = [counted_words(analysis, titles)] if analysis else []
    return Register(
        name=f"results-{audit.id.lower()}",
        title=f"Results of returns: {audit.theme}",
        holds=rate_words(found, titles),
        columns=(("Agency", 28), ("What came", 40), ("Year of its cycle", 30), ("Signed by", 24),
                 *((grade.label, 12) for grade in scale), ("Not applicable", 12), ("Without a grade", 12)),
        rows=[_return(one, found, titles, grades, spreads.get(one.agency)) for one in found.returns],
        marked=[not one.returned for one in found.returns],
        records=[audit.id],
        remarks=(f"As asked for by {day_words(found.due)}." if found.due else "No day was set.", *remarks),
    )  # fmt: skip


def _return(
    one: AgencyReturn, found: Round, titles: Titles, grades: list[str], given: Spread | None
) -> list[Cell]:
    counts = [given.counts[grade] if given else None for grade in grades]
    apart = [given.not_applicable, given.unanswered] if given else [None, None]
    return [
        titles.agency(one.agency), state_words(one, found), cycle_words(one), one.signed_by, *counts, *apart
    ]  # fmt: skip
