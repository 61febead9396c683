"""Brings an office's own register of audits in: each row becomes an audit, and what has no field stands in a note.

Nothing is claimed that the file does not say: an audit that it calls closed is not closed here, and a second look
without a result is noted and not counted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from lif.exchange.grid import Grids
from lif.exchange.quarters import quarter_in
from lif.exchange.register.definition import Register, plain
from lif.exchange.register.definition import register as register_called
from lif.exchange.register.parts import several
from lif.exchange.register.reading import Kept, Telling
from lif.exchange.table import quoted_cell
from lif.insight.wording import day_words, period_words
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

KINDS: Final = ("multi-agency-thematic", "single-agency", "section-11", "section-175", "dip-sample")
NOT_SAID: Final = "Not stated in the register that it came from."
_COUNT = re.compile(r"([^\d;,\n:=]*[^\d;,\n:=\s])\s*[:=]?\s*(\d{1,5})(?!\d|\s*%)")
_COUNT_FIRST = re.compile(r"(\d{1,5})\s*(?:x\s+|were\s+)?([^\d;,\n%]*[^\d;,\n%\s])")


@dataclass(frozen=True, slots=True)
class BringingAudits:
    """Who brings a register in, and what the user says about it."""

    day: date
    by: str
    kind: str = ""
    """The kind of an audit where the file does not say."""
    lead: str = "business-manager"
    """Who leads where the file names no role, group or agency of the Board."""
    telling: Telling = field(default_factory=Telling)
    partial: bool = False


@dataclass(slots=True)
class BroughtAudit(BroughtRecord):
    """One audit, as it would be recorded."""

    stage: str = "planned"


AuditsBrought = RecordsBrought[BroughtAudit]
"""The change that an import of audits makes."""


def audits_proposal(board: Board, grids: Grids) -> tuple[Register, Kept]:
    """The register of audits, and what is kept of a file like this one."""
    register = register_called("audits")
    return register, kept_for(board, register, grids)


def bring_audits(board: Board, grids: Grids, bringing: BringingAudits) -> AuditsBrought:
    """The audits of a file, each a record of its own. Raises Refusal where nothing in the file is such a register."""
    people = names_of_people(board)
    there = {_key(one.record.theme, _held(one.record.log)) for one in board.of("audit")}
    sort = Sort(
        kind="audit",
        make=lambda item: _Bringing(BroughtAudit(item, {}), grids.file, bringing, people).made(),
        key=lambda one: _key(one.value["theme"], _held_of(one.value)),
        there=there,
        passed_over="in the register already, with the same theme and day",
        added="added to the register",
    )
    said = (bringing.telling, bringing.partial)
    return bring_records(board, grids, audits_proposal(board, grids), said, sort)


_SIZE = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?![0-9.,/%–-])")
"""A number that stands first: of `8-10`, `5 %` or `-3` nobody can tell the size."""


class _Bringing(RowBringer[BroughtAudit]):
    def __init__(
        self, made: BroughtAudit, file: str, bringing: BringingAudits, people: Mapping[str, str]
    ) -> None:
        super().__init__(made, file)
        self._bringing, self._people = bringing, people

    def made(self) -> BroughtAudit:
        texts, made = self._item.texts, self._made
        sample, results = self._sample_and_results()
        made.value = {
            "kind": self._kind(),
            "theme": " ".join(texts["theme"].split()),
            "why": texts.get("why") or NOT_SAID,
            "lead": self._lead(),
            "sample": sample,
            "agencies_invited": list(dict.fromkeys(self._item.agencies)),
            "results": results,
            "worked_well": self._parts("well"),
            "findings": self._numbered("F", "findings"),
            "recommendations": self._numbered("R", "recommendations"),
            "evidence_of_change": texts.get("change"),
            "revisit_due": self._last("revisit"),
            "log": self._log(),
        }
        made.value = {key: value for key, value in made.value.items() if value not in (None, "", [], {})}
        if self._item.agencies:
            self._keep_agencies()
        made.value["log"][-1]["note"] = self._note()
        return made

    def _kind(self) -> str:
        if "kind" in self._item.words:
            return self._item.words["kind"][0]
        if self._bringing.kind:
            return self._bringing.kind
        self._problem(
            "theme",
            f"what kind of audit it is is not said. Say it for all: --kind, one of {', '.join(KINDS)}.",
        )
        return KINDS[0]

    def _lead(self) -> str:
        text = self._item.texts.get("lead", "")
        known = self._people.get(plain(text)) if text else None
        if text and not known:
            self._keep("Who leads", text, "lead")
        return known or self._bringing.lead

    def _keep_agencies(self) -> None:
        """The file says who took part, not who was asked and did not: all count as invited, and as returned."""
        if self._made.stage != "planned":
            self._made.value["agencies_returned"] = list(self._made.value["agencies_invited"])

    def _sample_and_results(self) -> tuple[dict[str, Any] | None, list[dict[str, Any]]]:
        texts = self._item.texts
        number = _SIZE.match(texts.get("sample", "").strip())
        size = int(number[0].replace(",", "")) if number else None
        if texts.get("sample") and (size is None or texts["sample"].strip() != str(size)):
            self._keep("Sample in the file", texts["sample"], "sample")
        counts = list(_counts(texts.get("results", "")))
        total = sum(one["count"] for one in counts)
        if size is None or total != size:
            if texts.get("results"):
                self._keep("Results in the file", texts["results"], "results")
                reason = "name no sample" if size is None else f"do not add up to the sample of {size}"
                self._remark("results", f"the results {reason}, so they are kept in the note.")
            counts = []
        if size is None:
            if texts.get("method"):
                self._keep("Method", texts["method"], "method")
            return None, []
        return {"method": texts.get("method") or NOT_SAID, "size": size}, counts

    def _parts(self, key: str) -> list[str]:
        text = self._item.texts.get(key, "")
        return several(text) or ([text] if text else [])

    def _numbered(self, letter: str, key: str) -> list[dict[str, str]]:
        return [
            {"id": f"{letter}{number}", "text": text} for number, text in enumerate(self._parts(key), start=1)
        ]

    def _last(self, key: str) -> date | None:
        """The last day that a cell can mean, told where no day stands there."""
        known = next(iter(self._item.days.get(key, [])), None)
        if known is None:
            return None
        if known.as_day is None:
            self._keep(f"In the file ({key})", day_words(known), key)
            self._remark(key, f"{day_words(known)} was read as {day_words(known.latest)}, its last day.")
        return known.latest

    def _log(self) -> list[dict[str, Any]]:
        held, planned, today = self._last("held"), self._last("planned"), self._bringing.day
        quarter = self._quarter()
        said = self._item.words.get("status", ("", None))[0]
        if held and held > today:
            held, planned = None, planned or held
        if not held and (planned or quarter or said == "planned"):
            when = {"due": planned} if planned else {"period": quarter} if quarter else {}
            return [self._entry("planned", today, **when)]
        if not held:
            self._problem(
                "theme", "neither a day on which it was held nor one for which it is planned is there."
            )
            return [self._entry("planned", today)]
        self._made.stage = "held"
        entries = [self._entry("held", held)]
        if planned and planned != held:
            self._keep("Planned for", day_words(planned), "planned")
        if quarter:
            self._keep("Planned for", period_words(quarter), "planned")
        if reported := self._last("reported"):
            if held <= reported <= today:
                entries.append(self._entry("reported", reported))
                self._made.stage = "reported"
            else:
                self._problem(
                    "reported", f"{reported} is not between the day it was held ({held}) and today."
                )
        entries += self._revisited(held)
        if said == "closed":
            self._remark("status", "closed in the file; here it waits: lif audit close says what is missing.")
            self._keep("Status", self._item.words["status"][1].text, "status")
        return [*sorted(entries, key=lambda entry: entry["date"]), self._entry("noted", today)]

    def _quarter(self) -> str:
        """The quarter for which it is planned; "" where none is said, or not of which year."""
        text, year = self._item.texts.get("planned", ""), self._item.texts.get("year", "")
        if year and not text:
            self._keep("Year", year, "year")
        if not text:
            return ""
        quarter = quarter_in(text, year, (self._item.sheet, self._file))
        if quarter:
            self._remark("planned", f"{quoted_cell(text)} was read as {period_words(quarter)}.")
        else:
            self._keep("Planned for", text, "planned")
            self._remark(
                "planned",
                f"{quoted_cell(text)} does not say of which year, so it stands in the note; a column Year would say it.",
            )
        return quarter

    def _revisited(self, held: date) -> Iterator[dict[str, Any]]:
        texts, words = self._item.texts, self._item.words
        day, found = self._last("revisited"), texts.get("found", "")
        outcome = words["outcome"][0] if "outcome" in words else ""
        if day and outcome and held <= day <= self._bringing.day:
            why = {"why": found or NOT_SAID} if outcome == "cannot-tell" else {}
            self._made.stage = "revisited"
            yield self._entry("revisited", day, outcome=outcome, found=found or NOT_SAID, **why)
            return
        if day or outcome or found:
            parts = [day_words(day) if day else "", words["outcome"][1].text if outcome else "", found]
            self._keep("Second look", "; ".join(filter(None, parts)), "revisited")
            self._remark(
                "revisited", "a second look needs its day and its outcome; what there is stands in the note."
            )

    def _entry(self, word: str, day: date, **keys: Any) -> dict[str, Any]:
        return {"date": day, "by": self._bringing.by, "entry": word, **keys}


def _counts(text: str) -> Iterator[dict[str, Any]]:
    """Grades with their counts, such as `Good 3; RI 4` or `3 good, 4 RI`."""
    for part in re.split(r"[;,\n]|\band\b", text):
        if match := _COUNT.fullmatch(part.strip(" .-")):
            yield {"grade": match[1].strip(" -–"), "count": int(match[2])}
        elif match := _COUNT_FIRST.fullmatch(part.strip(" .-")):
            yield {"grade": match[2].strip(" -–"), "count": int(match[1])}


def _held(log: Sequence[Any]) -> str:
    return next((entry.date.isoformat() for entry in log if entry.entry == "held"), "")


def _held_of(value: Mapping[str, Any]) -> str:
    return next((str(entry["date"]) for entry in value["log"] if entry["entry"] == "held"), "")


def _key(theme: str, held: str) -> tuple[str, str]:
    return " ".join(theme.casefold().split()), held
