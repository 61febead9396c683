"""What is known of a theme from every side: figures, audits, reviews, learning, voice, training, agencies.

The Framework asks groups to share and triangulate evidence (F3.1): training data stand beside audit results. What
each side says of whether things got better is put side by side, and so is what no side says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from lif.insight.audits.standing import audit_standing, findings
from lif.insight.entries import known_by, stands
from lif.insight.figures.readings import read_indicator
from lif.insight.learning.standing import LessonStanding, lessons
from lif.insight.learning.theme_words import RESULT_WORDS
from lif.insight.learning.themes import Look, ThemeStanding, themes
from lif.insight.learning.words import CHANNEL_WORDS, stage_words
from lif.insight.registers.challenges import challenges
from lif.insight.registers.risks import risks
from lif.insight.registers.voices import voices
from lif.insight.registers.words import challenge_standing_words, risk_standing_words, voice_standing_words
from lif.insight.reviews.standing import review_standing
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, period_words, plain, sentence
from lif.records.audit import Audit, AuditFinding
from lif.records.base import PartialDate
from lif.records.learning import Result, Spread
from lif.records.references import names_in
from lif.records.report import ThemedReport, TrainingImpactReport
from lif.records.review import Finding, Review
from lif.rules.themes import theme_names
from lif.store.board import Board, Loaded

SideName = Literal["figures", "audits", "reviews", "learning", "voice", "training", "agencies", "registers"]
_TRAINING: Final = frozenset({"board-training", "single-agency-training"})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that one record says."""

    id: str
    when: str
    """The day, month or period, in words."""
    text: str
    result: Result | None = None
    """Whether it says that things got better; None where it says nothing of that."""


@dataclass(frozen=True, slots=True)
class Side:
    """All that one sort of evidence says of a theme."""

    name: SideName
    title: str
    lines: tuple[Line, ...]
    """The latest first."""
    missing: str
    """What is said where there is nothing; "" where there is something."""
    mend: str
    """The command that would change that."""

    @property
    def result(self) -> Result | None:
        """Whether things got better by this side: the worst of what its records say; None where none says so."""
        said = {line.result for line in self.lines}
        return next((result for result in _WORST_FIRST if result in said), None)


_WORST_FIRST: Final[tuple[Result, ...]] = ("worse", "same", "improved", "cannot-tell")
_SIDES: Final[dict[SideName, tuple[str, str, str]]] = {
    "figures": ("Figures", "No indicator names this theme.", 'lif data change INDICATOR --theme {theme} --text "…"'),
    "audits": ("Audits", "No audit found anything on it.", "lif audit plan --suggest"),
    "reviews": ("Reviews", "No review names it.", ""),
    "learning": ("Learning", "No lesson is about it.", "lif learning new --theme {theme}"),
    "voice": ("Voice", "Nobody was heard about it.", "lif voice new --theme {theme}"),
    "training": ("Training", "No training on it is recorded.", "lif learning spread LESSON --channel board-training"),
    "agencies": ("Agencies' reports", "No agency reported on it.", ""),
    "registers": ("Risks and challenges", "", ""),
}  # fmt: skip
"""Of each side its title, what is said where there is nothing, and the command that would change that."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One theme from every side."""

    id: str
    title: str
    standing: ThemeStanding | None
    """What recurs of it, and what was done; None where only other sides speak of it."""
    sides: tuple[Side, ...]

    @property
    def silent(self) -> list[Side]:
        """The sides that say nothing and might."""
        return [side for side in self.sides if side.missing]

    @property
    def speaking(self) -> list[Side]:
        """The sides that say something."""
        return [side for side in self.sides if side.lines]


def joined(board: Board, day: date) -> list[Joined]:
    """Every theme that the Board lists or that a record names: those first of which most sides speak."""
    known = theme_names(board.profile)
    titles = {theme.id: theme.title for theme in board.profile.themes}
    standings = {one.id: one for one in themes(board, day)}
    gathered = _Gathered(board, day, known)
    used = {known.get(name, name) for one in board.loaded for name in names_in(one.record).get("theme", ())}
    found = [
        Joined(
            name,
            titles.get(name, plain(name)),
            standings.get(name),
            gathered.sides(name, standings.get(name)),
        )
        for name in dict.fromkeys([*titles, *sorted(used)])
    ]
    return sorted(found, key=lambda one: (-len(one.speaking), one.title))


def joined_theme(board: Board, name: str, day: date) -> Joined:
    """One of them, by the id of the theme."""
    known = theme_names(board.profile)
    title = next((theme.title for theme in board.profile.themes if theme.id == name), plain(name))
    standing = next((one for one in themes(board, day) if one.id == name), None)
    return Joined(name, title, standing, _Gathered(board, day, known).sides(name, standing))


class _Gathered:
    """The records of a Board, looked up by theme."""

    def __init__(self, board: Board, day: date, known: dict[str, str]) -> None:
        self._board = board
        self._day = day
        self._known = known
        self._titles = Titles(board)
        self._lessons = lessons(board, day)
        self._risks = [one for one in risks(board, day) if one.closed is None]
        self._challenges = challenges(board, day)
        self._voices = voices(board, day)

    def sides(self, theme: str, standing: ThemeStanding | None) -> tuple[Side, ...]:
        looks = standing.looks if standing else ()
        mine = [one for one in self._lessons if self._has(theme, one.lesson.themes)]
        seen = [one.id for one in standing.seen] if standing else []
        sources = {name for one in mine for name in one.lesson.sources}
        lines: dict[SideName, Iterable[tuple[date, Line]]] = {
            "figures": self._figures(theme),
            "audits": self._audits(theme, seen, sources, looks),
            "reviews": self._reviews(theme, seen, sources),
            "learning": self._learning(mine, looks),
            "voice": self._voice(theme),
            "training": self._training(theme, mine),
            "agencies": self._agencies(theme),
            "registers": self._registers(theme),
        }
        return tuple(_side(name, found, theme) for name, found in lines.items())

    def _has(self, theme: str, names: Iterable[str]) -> bool:
        return any(self._known.get(name, name) == theme for name in names)

    def _figures(self, theme: str) -> Iterator[tuple[date, Line]]:
        for loaded in self._board.of("indicator"):
            indicator = loaded.record
            if not self._has(theme, indicator.themes):
                continue
            values = self._board.values.get(loaded.id, ())
            reading = read_indicator(loaded.id, indicator, values, self._board.profile, self._day)
            target = f"target {reading.target}" if reading.target else ""
            beside = [f"{other.name} {other.words}" for other in reading.beside if other.figure is not None]
            words = "; ".join(filter(None, [reading.latest_words, reading.change, target, *beside]))
            result: Result | None = next(
                (said for word, said in _MOVED if reading.change.startswith(word)), None
            )
            when = period_words(reading.latest.period) if reading.latest else ""
            yield self._day, Line(loaded.id, when, sentence(f"{indicator.title}: {words}"), result)

    def _audits(
        self, theme: str, seen: list[str], sources: set[str], looks: Iterable[Look]
    ) -> Iterator[tuple[date, Line]]:
        for loaded in self._board.of("audit"):
            audit: Audit = loaded.record
            standing = audit_standing(audit, self._day)
            if loaded.id not in seen or standing is None:
                continue
            words = [
                sentence(audit.theme),
                *self._found(theme, loaded, findings(standing, self._day), sources),
            ]
            visits = [look for look in looks if look.id == loaded.id and look.how == "re-audit"]
            if visits:
                last = visits[-1]
                words.append(f"Looked at again on {day_words(last.date)}: {RESULT_WORDS[last.result]}.")
            when = standing.log[-1].date
            yield (
                when,
                Line(loaded.id, day_words(when), " ".join(words), visits[-1].result if visits else None),
            )

    def _reviews(self, theme: str, seen: list[str], sources: set[str]) -> Iterator[tuple[date, Line]]:
        for loaded in self._board.of("review"):
            review: Review = loaded.record
            if loaded.id not in seen or review_standing(review, self._day) is None:
                continue
            standing = [one for one in review.findings if stands(one, self._day)]
            words = [sentence(review.title), *self._found(theme, loaded, standing, sources)]
            first = PartialDate.of(review.log[0].date)
            yield first.earliest, Line(loaded.id, day_words(first), " ".join(words))

    def _found(
        self, theme: str, loaded: Loaded, found: Iterable[AuditFinding | Finding], sources: set[str]
    ) -> list[str]:
        """The findings of a record that are of the theme, or that taught one of its lessons."""
        return [
            sentence(one.text)
            for one in found
            if (one.theme and self._has(theme, [one.theme])) or f"{loaded.id}.{one.id}" in sources
        ]

    def _learning(self, mine: list[LessonStanding], looks: Iterable[Look]) -> Iterator[tuple[date, Line]]:
        for one in mine:
            looked = [look for look in looks if look.id == one.lesson.id]
            words = f"{sentence(one.lesson.title)} {stage_words(one)}"
            result = looked[-1].result if looked else None
            yield one.since, Line(one.lesson.id, day_words(one.since), sentence(words), result)

    def _voice(self, theme: str) -> Iterator[tuple[date, Line]]:
        for one in self._voices:
            if self._has(theme, one.voice.themes):
                said = [sentence(message.text) for message in one.messages]
                words = " ".join([sentence(one.voice.title), *said, sentence(voice_standing_words(one))])
                yield one.heard, Line(one.voice.id, day_words(one.heard), words)

    def _training(self, theme: str, mine: list[LessonStanding]) -> Iterator[tuple[date, Line]]:
        for one in mine:
            for entry in one.log:
                if isinstance(entry, Spread) and entry.channel in _TRAINING:
                    reached = (
                        counted(entry.reached, "person", "people")
                        if entry.reached is not None
                        else "not counted"
                    )
                    words = f"{CHANNEL_WORDS[entry.channel]}: {entry.to}; {reached}"
                    yield entry.date, Line(one.lesson.id, day_words(entry.date), sentence(words))
        for loaded, report in self._reports(theme):
            if isinstance(report, TrainingImpactReport):
                said = [report.reach, report.practice, report.difference]
                yield (
                    _came(report, self._day),
                    self._report(loaded, [text for text in said if text] or report.key_messages),
                )

    def _agencies(self, theme: str) -> Iterator[tuple[date, Line]]:
        for loaded, report in self._reports(theme):
            if not isinstance(report, TrainingImpactReport):
                yield _came(report, self._day), self._report(loaded, report.key_messages)

    def _reports(self, theme: str) -> Iterator[tuple[Loaded, ThemedReport]]:
        for loaded in self._board.of("report"):
            report = loaded.record
            if not (isinstance(report, ThemedReport) and report.theme and self._has(theme, [report.theme])):
                continue
            if known_by(PartialDate.of(report.received) if report.received else None, self._day):
                yield loaded, report

    def _report(self, loaded: Loaded, said: Iterable[str]) -> Line:
        report: ThemedReport = loaded.record
        words = " ".join([f"{self._titles.agency(report.agency)}:", *map(sentence, said)])
        return Line(loaded.id, period_words(report.period), words)

    def _registers(self, theme: str) -> Iterator[tuple[date, Line]]:
        for risk in self._risks:
            if self._has(theme, risk.risk.themes):
                words = f"{sentence(risk.risk.title)} {sentence(risk_standing_words(risk))}"
                yield risk.log[-1].date, Line(risk.risk.id, day_words(risk.log[-1].date), words)
        for one in self._challenges:
            if self._has(theme, one.challenge.themes):
                words = f"{sentence(one.challenge.title)} {sentence(challenge_standing_words(one))}"
                yield one.log[-1].date, Line(one.challenge.id, day_words(one.log[-1].date), words)


_MOVED: Final[tuple[tuple[str, Result], ...]] = (
    ("better", "improved"), ("worse", "worse"), ("unchanged", "same"), ("not to be compared", "cannot-tell"),
)  # fmt: skip
"""How the change of a figure begins, and what that says."""


def _side(name: SideName, found: Iterable[tuple[date, Line]], theme: str) -> Side:
    title, missing, mend = _SIDES[name]
    lines = tuple(line for _, line in sorted(found, key=lambda each: each[0], reverse=True))
    return Side(name, title, lines, "" if lines else missing, "" if lines else mend.format(theme=theme))


def _came(report: ThemedReport, day: date) -> date:
    return report.received or day


def agreement(one: Joined) -> str:
    """Whether the sides agree that things got better, in a sentence."""
    said = [side for side in one.sides if side.result]
    if not said:
        return "No side says yet whether things got better."
    each = "; ".join(f"{side.title.lower()}: {result_words(side)}" for side in said)
    sentence_of_each = f"{each[:1].upper()}{each[1:]}."
    if len(said) == 1:
        return f"Only one side says whether things got better. {sentence_of_each}"
    results = {line.result for side in said for line in side.lines if line.result}
    if len(results) == 1:
        names = listed(side.title.lower() for side in said)
        return f"{names[:1].upper()}{names[1:]} agree: {result_words(said[0])}."
    return f"Not all that was seen says the same of whether things got better. {sentence_of_each}"


def result_words(side: Side) -> str:
    """What a side says of whether things got better: its worst, and beside it how often it says something better."""
    if side.result is None:
        return ""
    said = [line.result for line in side.lines if line.result]
    better = said.count("improved")
    worst = RESULT_WORDS[side.result]
    return f"{worst}, but {better} of {len(said)} improved" if better and side.result != "improved" else worst


def silence(one: Joined) -> str:
    """How many sides speak of a theme, and which do not; a sentence."""
    can = [side for side in one.sides if side.lines or side.missing]
    silent = listed(side.title.lower() for side in one.silent)
    words = f"{len(one.speaking)} of {len(can)} sides speak of it"
    return f"{words}; nothing from: {silent}." if silent else f"{words}."
