"""An action out of a tracker as `lif` keeps it: what has a field in its field, its history in the log, the rest noted.

Nothing is claimed that nobody saw: what a tracker calls closed comes in as completed, or as evidenced where it
names evidence; the difference it made was not looked at here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from lif.exchange.problem import Problem
from lif.exchange.register.definition import plain
from lif.exchange.register.items import Item, Said
from lif.exchange.register.parts import dated_lines, dates_in
from lif.exchange.table import rows_named
from lif.insight.wording import day_words, sentence
from lif.records.base import PartialDate
from lif.rules.wording.placeholders import shows_nothing

_ITEM_ID: Final = re.compile(r"\b[A-Z]{2}-[0-9]{4}-[0-9]{3,}\.[RF][1-9][0-9]*\b")
NO_ROLE: Final = "Not named in the tracker"
"""Stands for the post where a tracker names an agency only."""
_ENDED: Final = ("superseded", "rejected")


@dataclass(slots=True)
class Brought:
    """One action, as it would be added to a plan."""

    item: Item
    value: dict[str, Any]
    state: str
    """The state it has here."""
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bringer:
    """Who brings in a tracker, and when."""

    file: str
    day: date
    by: str
    agency: str = ""
    """The agency that leads where the file does not say."""


def brought(item: Item, bringer: Bringer, knows: Mapping[str, object]) -> Brought:
    """The keys of an action for one item. `knows` are the items of records that it can answer, by their ids."""
    return _Bringing(item, bringer, knows).made()


class _Bringing:
    def __init__(self, item: Item, bringer: Bringer, knows: Mapping[str, object]) -> None:
        self._item, self._bringer, self._knows = item, bringer, knows
        self._kept = [*item.kept]
        self._made = Brought(item, {}, "open")

    def made(self) -> Brought:
        item, made = self._item, self._made
        state = self._state()
        due, later = self._dues(ended=state != "open")
        texts = item.texts
        made.value = {
            "answers": self._answers(),
            "text": texts["text"],
            "outcome": texts.get("outcome"),
            "lead": self._lead(),
            "resource": texts.get("resource"),
            "start": self._start(due),
            "due": due,
            "measure": self._measure(),
        }
        made.value["log"] = [*self._log(state, later)]
        made.value = {key: value for key, value in made.value.items() if value not in (None, "", [])}
        return made

    def _state(self) -> str:
        """The state that the tracker claims."""
        words = self._item.words
        said = words["status"][0] if "status" in words else ""
        if "status" in words and words["status"][1].text.endswith("(by its colour)"):
            self._keep(words["status"][1])
        if "grade" in words:
            self._keep(words["grade"][1])
        if said:
            if plain(words["status"][1].text) != said:
                self._keep(words["status"][1])
            if said == "open" and self._done():
                self._remark(
                    "done",
                    f"there is a day of completion ({self._done()}), but the action is said to be open; so it came in.",
                )
                self._keep_days("done", "Day of completion in the file")
            return said
        grade = words["grade"][0] if "grade" in words else ""
        return "completed" if grade == "blue" or self._done() else "open"

    def _done(self) -> PartialDate | None:
        if self._item.days.get("done"):
            return self._item.days["done"][0]
        meaning, said = self._item.words.get("status", ("", None))
        if said is None or meaning not in ("completed", "closed"):
            return None
        try:
            found = dates_in(said.text)[0][0]
        except ValueError:
            return None
        self._item.places.setdefault("done", said.place)
        return found

    def _dues(self, *, ended: bool) -> tuple[date | None, list[date]]:
        """The first due date, and those it was moved to. Of what is over, the last date is the due date."""
        days: list[date] = []
        for key in ("due", "new-due"):
            for known in self._item.days.get(key, []):
                day = known.latest
                if known.as_day is None:
                    self._remark(
                        key, f"{day_words(known)} was read as due by {day_words(day)}, its last day."
                    )
                if not days or days[-1] != day:
                    days.append(day)
        if not days:
            return None, []
        if ended and len(days) > 1:
            words = ", then ".join(map(day_words, days))
            self._kept.append(Said("Due dates in the file", words, self._item.place))
            return days[-1], []
        return days[0], days[1:]

    def _start(self, due: date | None) -> date | None:
        known = next(iter(self._item.days.get("start", [])), None)
        if known is None:
            return None
        if known.as_day is None:
            self._keep_days("start", "Start in the file")
            self._remark("start", f"{day_words(known)} is no full day; it is kept in the note.")
            return None
        if due and due < known.as_day:
            place = self._item.places.get("due") or self._item.places.get("new-due") or self._item.place
            start = self._item.places["start"]
            self._made.problems.append(
                Problem(place, f"{due} lies before the action starts ({known.as_day}, {start}).")
            )
        return known.as_day

    def _lead(self) -> dict[str, str] | None:
        agencies = self._item.agencies or ((self._bringer.agency,) if self._bringer.agency else ())
        role = " ".join(self._item.texts.get("role", "").split())
        if agencies:
            return {"agency": agencies[0], "role": role or NO_ROLE}
        if role:
            self._kept.append(Said("Who leads", role, self._item.places.get("role", self._item.place)))
            self._remark("role", "no agency leads here, so the post is kept in the note.")
        return None

    def _measure(self) -> dict[str, str] | None:
        texts = self._item.texts
        if texts.get("measure"):
            parts = {"text": texts["measure"], "baseline": texts.get("baseline"), "target": texts.get("goal")}
            return {key: text for key, text in parts.items() if text}
        for key, heading in (("baseline", "Baseline"), ("goal", "Target")):
            if texts.get(key):
                self._kept.append(Said(heading, texts[key], self._item.places[key]))
        return None

    def _answers(self) -> list[str]:
        named = dict.fromkeys(_ITEM_ID.findall(self._item.texts.get("source", "")))
        return [one for one in named if one in self._knows]

    def _log(self, state: str, later: list[date]) -> Iterator[dict[str, Any]]:
        """What the tracker tells, as entries in the order of their days."""
        today, dated, rest = self._bringer.day, [], []
        for said in self._item.history:
            lines, left = dated_lines(said.text, today)
            dated += lines
            if left:
                rest.append(Said(said.heading, left, said.place))
        entries = [self._entry("note", day, note=f"{text} ({self._source})") for day, text in dated]
        entries += self._completed(state)
        note = self._note(state, rest)
        entries.append(note)
        entries += self._evidenced(state)
        if state == "open":
            reason = f"As in {self._where}; who agreed it, when and why is not said there."
            entries += [self._entry("revised", today, due=day.isoformat(), reason=reason) for day in later]
        if state in _ENDED:
            said = self._item.words["status"][1]
            self._made.state = state
            done = self._done()
            when = f" {day_words(done)}." if done else ""
            entries.append(self._entry(state, today, reason=f"{self._source}: {sentence(said.text)}{when}"))
        # Of one day, in the order in which they are told.
        yield from sorted(entries, key=lambda entry: str(entry["date"]))

    def _completed(self, state: str) -> list[dict[str, Any]]:
        if state not in ("completed", "closed"):
            return []
        done, today = self._done(), self._bringer.day
        self._made.state = "completed"
        if done and done.earliest > today:
            self._made.problems.append(
                Problem(self._item.places["done"], f"{done} lies ahead; today is {today}.")
            )
            return []
        word = self._item.words["status"][1].text if "status" in self._item.words else ""
        if not word and "grade" in self._item.words:
            word = self._item.words["grade"][1].text
        claimed = f"Said to be {state}{f' (“{word}”)' if word and word.casefold() != state else ''}"
        parts = [f"{claimed}, on {day_words(done)}." if done and not done.as_day else f"{claimed}."]
        evidence = self._evidence
        if evidence and state == "completed":
            parts.append(f"Evidence named: {sentence(evidence)}")
        if state == "closed" and not evidence:
            parts.append("No evidence came with it, so here it is completed and not closed.")
        note = " ".join([*parts, f"({self._source})"])
        return [self._entry("completed", done.as_day if done and done.as_day else today, note=note)]

    def _evidenced(self, state: str) -> list[dict[str, Any]]:
        evidence = self._evidence
        if state != "closed" or not evidence or self._made.problems:
            return []
        self._made.state = "evidenced"
        return [
            self._entry("evidenced", self._bringer.day, evidence=f"{sentence(evidence)} ({self._source})")
        ]

    def _note(self, state: str, rest: list[Said]) -> dict[str, Any]:
        """The note that holds what has no field, each with its heading."""
        if self._item.texts.get("evidence") and not (self._evidence and state in ("completed", "closed")):
            self._kept.append(Said("Evidence", self._item.texts["evidence"], self._item.places["evidence"]))
        lines = [f"{self._source}."]
        lines += [f"{said.heading}: {said.text}" for said in (*rest, *self._kept)]
        return self._entry("note", self._bringer.day, note="\n".join(lines))

    @property
    def _evidence(self) -> str:
        """The evidence that is named; "" where the cell only says that there is none."""
        text = self._item.texts.get("evidence", "")
        return "" if shows_nothing(text) else text

    @property
    def _where(self) -> str:
        sheet = f", sheet {self._item.sheet}" if self._item.sheet else ""
        return f"{self._bringer.file}{sheet}, {rows_named(self._item.rows)}"

    @property
    def _source(self) -> str:
        return f"From {self._where}"

    def _entry(self, word: str, day: date, **keys: str) -> dict[str, Any]:
        return {"date": day, "by": self._bringer.by, "entry": word, **keys}

    def _keep(self, said: Said) -> None:
        if said not in self._kept:
            self._kept.append(said)

    def _keep_days(self, key: str, heading: str) -> None:
        words = ", ".join(map(day_words, self._item.days[key]))
        self._kept.append(Said(heading, words, self._item.places[key]))

    def _remark(self, key: str, text: str) -> None:
        place = self._item.places.get(key, self._item.place)
        self._made.remarks.append(f"{place}: {text}")
