"""How a screening is shown: each test with its limbs and sources, the result, and what follows from it."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.cli import say
from lif.cli.forms import Form
from lif.cli.given_answers import GivenAnswers, given_answers
from lif.cli.statute_errors import refused
from lif.exchange.given import read_given
from lif.statute.answers import Given
from lif.statute.due import DayZero, due, rule_words
from lif.statute.errors import StatuteError
from lif.statute.following import (
    RESULT_WORDS,
    asks,
    both_routes,
    decides,
    follows,
    running_clocks,
)
from lif.statute.model import MARK_WORDS, Clock, Mark
from lif.statute.regimes import regimes
from lif.statute.screening import Limb, Screened, Screening, as_json, screen
from lif.statute.words import day_words, full_day_words
from lif.store.errors import WrongUse


def screen_given(source: str, form: Form) -> None:
    """Screen the answers in a file (`-`: standard input) and print the result; nothing is written.

    The file holds `{regime: wt2015, answers: {gate-age: yes, …}}` as YAML or JSON. Works outside a Board.
    Raises WrongUse for an unknown regime, fact, key or word, Refusal for answers that cannot stand.
    """
    given = read_given(source)
    try:
        screening = _screened(given_answers(given))
    except StatuteError as error:
        raise refused(error) from None
    if form is Form.json:
        say.result_json("screening", as_json(screening))
    else:
        say.result(screening_text(screening))


def text_width() -> int:
    """How wide text is folded: as wide as the terminal, if that is not too wide to read."""
    return min(shutil.get_terminal_size((100, 24)).columns, 110)


def screening_text(
    screening: Screening, dates: Mapping[str, date] | None = None, day_zero: DayZero = "event"
) -> str:
    """A screening as text for the terminal.

    `dates` gives the days from which clocks run, by the event that starts them, such as `board-notified`;
    clocks without one are shown with their length alone.
    """
    width = text_width()
    head = [
        f"Screening under {screening.regime.title} ({screening.regime.id})",
        "This shows what the answers come to; it recommends and decides nothing.",
    ]
    if screening.regime.data.note:
        head.append(screening.regime.data.note)
    rows = [(one.test.title, RESULT_WORDS[one.outcome.result], asks(one)) for one in screening.tests]
    parts = [
        "\n".join(textwrap.fill(line, width) for line in head),
        say.table(("Test", "Result", "What it asks"), rows),
    ]
    for one in screening.tests:
        lines = _test_lines(screening, one, dates or {}, day_zero)
        parts.append("\n".join(line.wrapped(width) for line in lines))
    return "\n\n".join([*parts, _key(screening)])


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text with its indentation, and that of what is wrapped below it."""

    text: str
    indent: int = 2
    below: int = 4

    def wrapped(self, width: int) -> str:
        # Ids such as b-ii-harm stay whole.
        return textwrap.fill(
            self.text, width, initial_indent=" " * self.indent, subsequent_indent=" " * self.below,
            break_on_hyphens=False,
        )  # fmt: skip


def _screened(given: GivenAnswers) -> Screening:
    if given.regime is None:
        known = ", ".join(one.id for one in regimes())
        raise WrongUse(
            f"The regime is missing: one of {known}.",
            "Give it as {regime: wt2015, answers: {gate-age: yes}}.",
        )
    return screen(given.regime, given.answers)


def _test_lines(
    screening: Screening, one: Screened, dates: Mapping[str, date], day_zero: DayZero
) -> Iterator[_Line]:
    outcome = one.outcome
    yield _Line(f"{one.test.title} ({one.test.id}) {cited(one.test.source, one.test.mark)}", 0, 2)
    for limb in one.limbs:
        yield from _limb_lines(limb)
    yield _Line(f"Result: {RESULT_WORDS[outcome.result]}; {asks(one)}.")
    if outcome.carried_by:
        yield _Line(f"Carried by: {', '.join(_carried(one))}.")
    if outcome.open:
        yield _Line(f"Open, and could change it: {', '.join(outcome.open)}.")
    for sentence in follows(one):
        yield _Line(f"What follows: {sentence}")
    if remark := both_routes(screening, one):
        yield _Line(f"Two routes: {remark.text} {cited(remark.source, remark.mark)}")
    if outcome.result != "outside":
        yield _Line(f"Recommends: {one.test.recommends}. Decides: {decides(screening, one)}.")
    for clock in running_clocks(one):
        yield _Line(f"Clock {_clock_words(clock, dates.get(clock.starts), day_zero)}")


_DEEP = 30
"""Where the question of a limb begins, and what is said of its answer."""


def _limb_lines(limb: Limb) -> Iterator[_Line]:
    given, asked = limb.given, limb.fact
    line = f"{given.answer:8}{limb.id:20}{asked.question} {cited(limb.source, limb.mark)}"
    yield _Line(line, below=_DEEP)
    if given.evidence:
        yield _Line(f"Evidence: {' '.join(given.evidence.split())}", _DEEP, _DEEP)
    if said := said_words(given):
        yield _Line(said, _DEEP, _DEEP)
    if given.answer != "yes" and asked.help:
        source = [cited(asked.help_source, asked.help_mark)] if asked.help_source and asked.help_mark else []
        yield _Line(" ".join(["Note:", asked.help, *source]), _DEEP, _DEEP)


def said_words(given: Given) -> str:
    """Who gave an answer and when, as a sentence; "" where neither is known."""
    said = [f"by {given.by}"] if given.by else []
    said += [f"{'on' if given.date.day else 'in'} {day_words(given.date)}"] if given.date else []
    return f"Said {' '.join(said)}." if said else ""


def _carried(one: Screened) -> list[str]:
    """The facts that carried the result; one that is presumed is named as such."""
    answers = one.answers
    return [
        name if answers[name].answer == "yes" else f"{name} (presumed while it is unknown)"
        for name in one.outcome.carried_by
    ]


def _clock_words(clock: Clock, start: date | None, day_zero: DayZero) -> str:
    source = cited(clock.source, clock.mark)
    if start is None:
        return f"{clock.id}: {rule_words(clock)} {source}"
    found = due(clock.id, start, day_zero)
    words = [
        f"{clock.id}: by {full_day_words(found.due)}.",
        found.rule,
        found.counting,
        *found.remarks,
        source,
    ]
    return " ".join(words)


def _key(screening: Screening) -> str:
    """What the marks mean that were printed."""
    used = {limb.mark for one in screening.tests for limb in one.limbs}
    used |= {one.test.mark for one in screening.tests}
    used |= {clock.mark for one in screening.tests for clock in running_clocks(one)}
    meant = [f"{mark}, {words}" for mark, words in MARK_WORDS.items() if mark in used]
    return f"Marks: {'; '.join(meant)}."


def cited(source: str, mark: Mark) -> str:
    """A source with its mark; what nobody has checked says so in words."""
    return f"[{source}; {f'{mark}, {MARK_WORDS[mark]}' if mark == 'U' else mark}]"
