"""Weaknesses of a year: those that somebody wrote down, and what in the records says that something is not right."""

from collections.abc import Iterator
from dataclasses import dataclass

from lif.insight.actions.standing import standings
from lif.insight.annual.part import Look, Part
from lif.insight.audits.standing import audit_standing
from lif.insight.entry_words import OUTCOME_SHORT
from lif.insight.figures.scorecard import scorecard
from lif.insight.learning.standing import lessons
from lif.insight.learning.themes import themes
from lif.insight.registers.risks import bands_of, risks
from lif.insight.wording import counted, day_words, listed, period_words, sentence, times
from lif.records.report import FailureReport


@dataclass(frozen=True, slots=True)
class Sign:
    """Something in the records that points to a weakness."""

    where: str
    """The record or the indicator by its id; of a theme that came back its own."""
    words: str
    causes: str = ""
    """The causes that the record gives; "" where it gives none."""
    title: str = ""
    """What an indicator is called; "" of anything else, whose words say what they are about."""

    @property
    def told(self) -> str:
        """All that is said, with what it is about."""
        return f"{self.title}: {self.words}" if self.title else self.words


def signs(look: Look) -> Iterator[Sign]:
    """Everything in the records of the year that points to a weakness."""
    yield from _figures(look)
    for loaded in look.board.of("report"):
        report = loaded.record
        if isinstance(report, FailureReport) and look.within(report.received):
            causes = " ".join(map(sentence, report.causes))
            yield Sign(report.id, f"A standard was not met: {sentence(report.standard)}", causes)
    for loaded in look.board.of("audit"):
        standing = audit_standing(loaded.record, look.day)
        for visit in standing.revisits if standing else ():
            if visit.outcome in ("same", "worse") and look.within(visit.date):
                words = f"Looked at again on {day_words(visit.date)}, practice {OUTCOME_SHORT[visit.outcome]}"
                yield Sign(
                    loaded.id, f"{words}: {sentence(visit.found)}", sentence(visit.why) if visit.why else ""
                )
    for one in lessons(look.board, look.day):
        for entry in one.evaluations:
            if entry.result in ("same", "worse") and look.within(entry.date):
                words = (
                    f"{one.lesson.title}: evaluated, {OUTCOME_SHORT[entry.result]}. {sentence(entry.found)}"
                )
                yield Sign(one.lesson.id, words)
    yield from _actions(look)
    top = bands_of(look.board.profile.settings)[-1].word
    for risk in risks(look.board, look.day):
        if risk.band and risk.band.word == top and not risk.closed:
            cause = sentence(risk.risk.cause) if risk.risk.cause else ""
            yield Sign(risk.risk.id, f"{risk.risk.title}: {top.lower()}, {risk.score} of 25.", cause)
    for theme in themes(look.board, look.day):
        again = [
            seen for seen in theme.again if look.first <= seen.when.latest and seen.when.earliest <= look.day
        ]
        if again:
            seen = (
                f"{theme.title} was seen {times(len(again))} again in the year after an action was completed"
            )
            yield Sign(theme.id, sentence(f"{seen}: {listed(dict.fromkeys(one.id for one in again))}"))


def _figures(look: Look) -> Iterator[Sign]:
    for line in scorecard(look.board, look.day).lines:
        reading = line.reading
        worse = [name for name, found in line.verdicts.items() if found == "worse"]
        aim = "the target is not met" if line.met is False else ""
        beside = f"worse than {listed(worse)}" if worse and len(worse) == len(line.verdicts) else ""
        if reading.latest and (aim or beside):
            when = period_words(reading.latest.period)
            words = f"{reading.latest_words} in {when}; {listed(filter(None, (aim, beside)))}"
            said = [one for one in line.indicator.commentary
                    if one.period == reading.latest.period and one.date <= look.day]  # fmt: skip
            # Commentary is written for the Board.
            cause = sentence(said[-1].text) if said and not look.public else ""
            yield Sign(reading.name, sentence(words), cause, line.indicator.title)


def _actions(look: Look) -> Iterator[Sign]:
    plans = [loaded.record for loaded in look.board.of("plan")]
    found = standings(plans, look.board.profile.settings, look.day)
    for one in found:
        if one.no_difference and one.evaluated and look.within(one.evaluated.date):
            yield Sign(one.id, f"Done, and nothing improved: {sentence(one.evaluated.result)}")
        elif one.slipped:
            yield Sign(one.id, f"{sentence(one.action.text)} The day was moved {times(one.moved)}.")


def weakness_parts(look: Look) -> Iterator[Part]:
    """The weaknesses with their causes and what is done, then what the records point to."""
    rows = tuple(
        (
            one.id,
            sentence(one.text),
            " ".join(map(sentence, one.causes)) or "No cause is named.",
            sentence(one.action) if one.action else "Nothing is named.",
            "; ".join(
                look.called(name) for name in (*one.records, *one.indicators) if look.board.knows(name)
            ),
        )
        for one in look.annual.weaknesses
    )
    head = ("No", "Weakness", "Causes", "What is done about them", "Seen in")
    none = "No weakness has been written down for the year."
    yield Part("Weaknesses", () if rows else (none,), (), head if rows else (), rows, (7, 27, 23, 23, 20))
    found = list(signs(look))
    named = {name.partition(".")[0]: one.id for one in look.annual.weaknesses
             for name in (*one.records, *one.indicators, *one.themes)}  # fmt: skip
    explained = any(one.causes for one in found)
    taken = [named.get(one.where.partition(".")[0], "none") for one in found]
    lines = tuple(
        (_place(look, one), one.words, *([one.causes] if explained else []), weakness)
        for one, weakness in zip(found, taken, strict=True)
    )
    causes = [("Causes that it gives", 32)] if explained else []
    columns = (("Where", 21), ("What the record says", 36), *causes, ("Weakness", 11))
    left = taken.count("none")
    text = "Nothing in the records of the year points to a weakness"
    if lines:
        taken_up = f"{left} of them in no weakness above" if left else "each in a weakness above"
        text = f"{counted(len(lines), 'sign')} in the records, {taken_up}"
    yield Part(
        "What the records point to", (look.of_all(sentence(text)),), (),
        tuple(head for head, _ in columns) if lines else (), lines, tuple(width for _, width in columns),
        about=tuple(dict.fromkeys(one.where for one in found)),
    )  # fmt: skip


def _place(look: Look, one: Sign) -> str:
    """Where a sign is found, as papers say it: an indicator by its title, a record by its id."""
    return one.title or (one.where if look.board.knows(one.where) else "Theme")


def unexplained(look: Look) -> list[Sign]:
    """The signs that no weakness of the report takes up."""
    named = {name.partition(".")[0] for one in look.annual.weaknesses
             for name in (*one.records, *one.indicators, *one.themes)}  # fmt: skip
    return [one for one in signs(look) if one.where.partition(".")[0] not in named]
