"""How a screening is shown: each test with its limbs and sources, the result, and what follows from it."""

from collections.abc import Iterator, Sequence

from lif.cli import say
from lif.cli.forms import Form
from lif.cli.given_answers import GivenAnswers, given_answers
from lif.cli.lines import beside, wrapped
from lif.cli.statute_errors import refused
from lif.exchange.given import read_given
from lif.insight.reviews.clocks import CaseClock
from lif.insight.reviews.course_words import cited, clock_words, missing_words, moved_words
from lif.insight.wording import day_words, sentence
from lif.statute.answers import Given
from lif.statute.due import rule_words
from lif.statute.errors import StatuteError
from lif.statute.following import (
    RESULT_WORDS,
    asks,
    both_routes,
    decides,
    follows,
    running_clocks,
)
from lif.statute.model import MARK_WORDS
from lif.statute.regimes import regimes
from lif.statute.screening import Limb, Screened, Screening, as_json, screen
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


def screening_text(screening: Screening, clocks: Sequence[CaseClock] | None = None) -> str:
    """A screening as text for the terminal.

    `clocks` are those of the case that is screened. Without a case, the clocks are shown by their rules alone.
    """
    head = [
        f"Screening under {screening.regime.title} ({screening.regime.id})",
        "This shows what the answers come to; it recommends and decides nothing.",
    ]
    if screening.regime.data.note:
        head.append(screening.regime.data.note)
    rows = [(one.test.title, RESULT_WORDS[one.outcome.result], asks(one)) for one in screening.tests]
    parts = [
        "\n".join(wrapped(line) for line in head),
        say.table(("Test", "Result", "What it asks"), rows),
    ]
    for one in screening.tests:
        parts.append("\n".join(_test_lines(screening, one, clocks)))
    return "\n\n".join([*parts, _key(screening)])


def _screened(given: GivenAnswers) -> Screening:
    if given.regime is None:
        known = ", ".join(one.id for one in regimes())
        raise WrongUse(
            f"The regime is missing: one of {known}.",
            "Give it as {regime: wt2015, answers: {gate-age: yes}}.",
        )
    return screen(given.regime, given.answers)


def _test_lines(screening: Screening, one: Screened, clocks: Sequence[CaseClock] | None) -> Iterator[str]:
    outcome = one.outcome
    yield wrapped(f"{one.test.title} ({one.test.id}) [{cited(one.test.source, one.test.mark)}]", 0, 2)
    for limb in one.limbs:
        yield from _limb_lines(limb)
    yield wrapped(f"Result: {RESULT_WORDS[outcome.result]}; {asks(one)}.", 2, 4)
    if outcome.carried_by:
        yield wrapped(f"Carried by: {', '.join(_carried(one))}.", 2, 4)
    if outcome.open:
        yield wrapped(f"Open, and could change it: {', '.join(outcome.open)}.", 2, 4)
    for words in follows(one):
        yield wrapped(f"What follows: {words}", 2, 4)
    if remark := both_routes(screening, one):
        yield wrapped(f"Two routes: {remark.text} [{cited(remark.source, remark.mark)}]", 2, 4)
    if outcome.result != "outside":
        yield wrapped(f"Recommends: {one.test.recommends}. Decides: {decides(screening, one)}.", 2, 4)
    for words in _clocks(one, clocks):
        yield wrapped(f"Clock {words}", 2, 4)


_COLUMNS = (9, 20)
"""How wide the answer and the id of a limb stand before its question."""
_DEEP = 2 + sum(_COLUMNS)
"""Where what is said of an answer begins."""


def _limb_lines(limb: Limb) -> Iterator[str]:
    given, asked = limb.given, limb.fact
    question = f"{asked.question} [{cited(limb.source, limb.mark)}]"
    yield beside((given.answer, limb.id), _COLUMNS, question)
    if given.evidence:
        yield wrapped(f"Evidence: {given.evidence}", _DEEP)
    if said := said_words(given):
        yield wrapped(said, _DEEP)
    if given.answer != "yes" and asked.help:
        source = (
            [f"[{cited(asked.help_source, asked.help_mark)}]"]
            if asked.help_source and asked.help_mark
            else []
        )
        yield wrapped(" ".join(["Note:", asked.help, *source]), _DEEP)


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


def _clocks(one: Screened, clocks: Sequence[CaseClock] | None) -> Iterator[str]:
    """The clocks of a test: each time they run in the case, or by their rules alone.

    One that the case does not have is left out, unless its test is met: another body may have to keep it.
    """
    for clock in running_clocks(one):
        rule = f"{rule_words(clock)} [{cited(clock.source, clock.mark)}]"
        of_case = [found for found in clocks or () if found.clock.id == clock.id]
        if not of_case and (clocks is None or one.outcome.result == "appear-met"):
            yield f"{clock.id}: {rule}"
        for found in of_case:
            if found.state == "not-begun":
                yield f"{clock.id}: Not begun. {rule}"
                continue
            counted = [found.counted.counting, *found.counted.remarks] if found.counted and found.open else []
            said = [sentence(clock_words(found)), moved_words(found), missing_words(found), *counted]
            yield f"{clock.id}: {' '.join(filter(None, [*said, rule]))}"


def _key(screening: Screening) -> str:
    """What the marks mean that were printed."""
    used = {limb.mark for one in screening.tests for limb in one.limbs}
    used |= {one.test.mark for one in screening.tests}
    used |= {clock.mark for one in screening.tests for clock in running_clocks(one)}
    meant = [f"{mark}, {words}" for mark, words in MARK_WORDS.items() if mark in used]
    return f"Marks: {'; '.join(meant)}."
