"""Brings an office's own risk log in: each row becomes a risk, and what has no field stands in a note.

Nothing is claimed that the file does not say: a score of which only the product is known is kept in the note, and a
risk without a score waits to be scored.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from lif.exchange.grid import Grids
from lif.exchange.register.definition import Register, plain
from lif.exchange.register.definition import register as register_called
from lif.exchange.register.parts import several
from lif.exchange.register.reading import Kept, Telling
from lif.insight.wording import day_words
from lif.operations.brought_records import (
    BroughtRecord,
    RecordsBrought,
    RowBringer,
    Sort,
    bring_records,
    names_of_people,
)
from lif.operations.known_sheets import kept_for
from lif.store.board import Board

NOT_SAID: Final = "Not stated in the log that it came from."
_LONGEST_TITLE = 150
_STEP = re.compile(r"(?<![\d.])([1-5])(?:\.0)?(?![\d.])")
_OF_FIVE = re.compile(r"\s*(?:/|\b(?:out )?of)\s*5\b")
_ANOTHER_SCALE = re.compile(r"^\s*[-−]\s*\d|\d\s*(?:/|\b(?:out )?of)\s*\d")
_PAIR = re.compile(r"([1-5])\s*[x×*]\s*([1-5])(?!\d)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")
_STEPS: Mapping[str, int] = {
    word: step
    for step, words in enumerate(
        (
            ("very low", "rare", "very unlikely", "remote", "insignificant", "negligible"),
            ("low", "unlikely", "minor"),
            ("medium", "possible", "moderate"),
            ("high", "likely", "probable", "major", "significant"),
            ("very high", "almost certain", "certain", "very likely", "catastrophic", "severe", "critical"),
        ),
        start=1,
    )
    for word in words
}
"""The words for the five steps that offices use most."""


@dataclass(frozen=True, slots=True)
class BringingRisks:
    """Who brings a log in, and what the user says about it."""

    day: date
    by: str
    owner: str = "business-manager"
    """Who answers for a risk where the file names no role, group or agency of the Board."""
    telling: Telling = field(default_factory=Telling)
    partial: bool = False


@dataclass(slots=True)
class BroughtRisk(BroughtRecord):
    """One risk, as it would be recorded."""

    @property
    def score(self) -> int | None:
        """Its latest score; None where it has none."""
        scores = [entry for entry in self.value["log"] if entry["entry"] == "scored"]
        return scores[-1]["likelihood"] * scores[-1]["impact"] if scores else None


RisksBrought = RecordsBrought[BroughtRisk]
"""The change that an import of risks makes."""


def risks_proposal(board: Board, grids: Grids) -> tuple[Register, Kept]:
    """The risk log, and what is kept of a file like this one."""
    register = register_called("risks")
    return register, kept_for(board, register, grids)


def bring_risks(board: Board, grids: Grids, bringing: BringingRisks) -> RisksBrought:
    """The risks of a file, each a record of its own. Raises Refusal where nothing in the file is such a log."""
    people = names_of_people(board)
    there = {_key(one.record.event) for one in board.of("risk")}
    sort = Sort(
        kind="risk",
        make=lambda item: _Bringing(BroughtRisk(item, {"log": []}), grids.file, bringing, people).made(),
        key=lambda one: _key(one.value["event"]),
        there=there,
        passed_over="on the log already, in the same words",
        added="put on the log",
    )
    said = (bringing.telling, bringing.partial)
    return bring_records(board, grids, risks_proposal(board, grids), said, sort)


class _Bringing(RowBringer[BroughtRisk]):
    def __init__(
        self, made: BroughtRisk, file: str, bringing: BringingRisks, people: Mapping[str, str]
    ) -> None:
        super().__init__(made, file)
        self._bringing, self._people = bringing, people

    def made(self) -> BroughtRisk:
        texts = self._item.texts
        controls = several(texts.get("controls", "")) or [texts.get("controls", "")]
        value = {
            "title": self._title(),
            "event": texts["event"],
            "cause": texts.get("cause"),
            "consequence": texts.get("consequence"),
            "owner": self._owner(),
            "agencies": list(dict.fromkeys(self._item.agencies)),
            "inherent": self._score("inherent-likelihood", "inherent-impact"),
            "target": self._score("target-likelihood", "target-impact"),
            "controls": [
                {"id": f"C{number}", "text": text} for number, text in enumerate(filter(None, controls), start=1)
            ],
            "log": self._log(),
        }  # fmt: skip
        self._made.value = {key: one for key, one in value.items() if one not in (None, "", [], {})}
        self._made.value["log"][0]["note"] = self._note()
        return self._made

    def _title(self) -> str:
        text = self._item.texts.get("title") or _SENTENCE_END.split(self._item.texts["event"])[0]
        words = " ".join(text.split()).rstrip(".")
        return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"

    def _owner(self) -> str:
        text = self._item.texts.get("owner", "")
        known = self._people.get(plain(text)) if text else None
        if text and not known:
            self._keep("Owner in the file", text, "owner")
        return known or self._bringing.owner

    def _score(self, likelihood: str, impact: str) -> dict[str, int] | None:
        """Both steps of a score; None where the file has none, and a problem where it has one of them only."""
        texts = self._item.texts
        steps = {}
        for key, name in (("likelihood", likelihood), ("impact", impact)):
            if text := texts.get(name, ""):
                steps[key] = _step(text)
                if steps[key] is None:
                    self._problem(name, f"“{_short(text)}” is no step from 1 to 5.")
        found = {key: step for key, step in steps.items() if step is not None}
        if len(steps) == 1:
            there, missing = (likelihood, impact) if "likelihood" in steps else (impact, likelihood)
            self._problem(there, f"a score needs both; there is no {missing.replace('-', ' ')}.")
        return found if len(found) == 2 else None

    def _current(self) -> dict[str, int] | None:
        text = self._item.texts.get("score", "")
        found = self._score("likelihood", "impact")
        if found is None and (pair := _PAIR.search(text)):
            return {"likelihood": int(pair[1]), "impact": int(pair[2])}
        number = re.fullmatch(r"(\d{1,2})(?:\.0)?", text.strip())
        product = found["likelihood"] * found["impact"] if found else None
        if text and (product is None or (number and int(number[1]) != product)):
            self._keep("Score in the file", text, "score")
            why = (
                f"likelihood times impact comes to {product}"
                if product
                else "it names no likelihood and impact"
            )
            self._remark("score", f"the score {_short(text)} is kept in the note, because {why}.")
        return found

    def _log(self) -> list[dict[str, Any]]:
        today, by = self._bringing.day, self._bringing.by
        days = {key: self._day(key) for key in ("raised", "scored", "closed")}
        scored, closed = days["scored"] or today, days["closed"]
        said = self._item.words.get("status", ("", None))[0]
        raised = days["raised"] or min(scored, closed or scored)
        log: list[dict[str, Any]] = [{"date": raised, "by": by, "entry": "raised"}]
        if current := self._current():
            review = self._review(scored)
            log.append({
                "date": max(raised, min(scored, closed or scored)), "by": by, "entry": "scored", **current,
                "why": NOT_SAID, **({"next_review": review} if review else {}),
            })  # fmt: skip
        if closed or said == "closed":
            end = max(closed or today, log[-1]["date"])
            log.append({"date": end, "by": by, "entry": "closed", "reason": NOT_SAID})
        return log

    def _review(self, scored: date) -> date | None:
        known = next(iter(self._item.days.get("review", [])), None)
        if known is None:
            return None
        if known.as_day is None:
            self._remark("review", f"{day_words(known)} was read as {day_words(known.latest)}, its last day.")
        if known.latest > scored:
            return known.latest
        # The file was looked at on a day that it does not name; a review that was due before is late, not gone.
        self._keep("Review date in the file", day_words(known), "review")
        self._remark(
            "review", f"the review of {day_words(known)} lies before the score; it is kept in the note."
        )
        return None

    def _day(self, key: str) -> date | None:
        known = next(iter(self._item.days.get(key, [])), None)
        if known is None:
            return None
        if known.as_day is None:
            self._remark(key, f"{day_words(known)} was read as {day_words(known.earliest)}, its first day.")
        if known.earliest > self._bringing.day:
            self._problem(key, f"{day_words(known)} lies ahead.")
            return self._bringing.day
        return known.earliest


def _step(text: str) -> int | None:
    """A step from 1 to 5, such as `4`, `4 - Likely` or `Likely`; of `3-4` nobody can tell which, and `4/10` is a step
    of another scale."""
    text = _OF_FIVE.sub("", text)
    steps = set() if _ANOTHER_SCALE.search(text) else set(_STEP.findall(text))
    if len(steps) == 1:
        return int(steps.pop())
    return _STEPS.get(plain(text)) if not any(character.isdigit() for character in text) else None


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 30 else f"{words[:29]}…"


def _key(event: str) -> str:
    return " ".join(event.casefold().split())
