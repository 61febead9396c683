"""How what an obligation still lacks is recorded: the command for it, with the record it belongs to filled in."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from lif.insight.assurance.data import NeedStanding, Part
from lif.insight.assurance.fields import day_at
from lif.records.framework import Condition, Evidence, Obligation

_OPENED: Final = {
    "voice": "voice new", "report": "report new", "learning": "learning new", "audit": "audit log",
    "challenge": "challenge new", "review": "review new", "plan": "plan new", "meeting": "meeting new",
    "indicator": "data new", "risk": "risk new", "annual": "annual new",
}  # fmt: skip
"""What opens a record of a kind."""
_ENTRIES: Final = {
    "action": {"completed": "complete", "evidenced": "evidence", "evaluated": "evaluate", "closed": "close",
               "note": "note", "revised": "revise"},
    "audit": {"held": "hold", "reported": "report", "shared": "share", "revisited": "revisit", "returned": "collect",
              "moderated": "moderate", "noted": "note", "closed": "close"},
    "challenge": {"escalated": "escalate", "answered": "answer", "told": "tell", "settled": "settle", "noted": "note"},
    "learning": {"spread": "spread", "embedded": "embed", "evaluated": "evaluate", "noted": "note", "closed": "close"},
    "plan": {"reviewed": "review"},
    "review": {"decided": "decide", "notified": "notify", "started": "start", "report-received": "receive",
               "report-agreed": "agree", "extended": "extend", "published": "publish", "superseded": "supersede",
               "closed": "close", "noted": "note", "learning-shared": "share"},
    "risk": {"scored": "score", "closed": "close", "noted": "note"},
    "voice": {"acted": "act", "told": "tell", "noted": "note", "closed": "close"},
}  # fmt: skip
"""For an entry of a log, the word that adds it. What is not here is written as the record is opened."""
_FIELDS: Final = {
    "annual": {"agreed": "annual agree", "published": "annual publish"},
    "indicator": {"changes": "data change", "commentary": "data comment", "target": "data change",
                  "priorities": "data change"},
    "meeting": {"circulated": "meeting circulate", "attendance": "meeting attend", "picked": "meeting pick",
                "agenda": "meeting item", "sent": "meeting sent", "decisions": "meeting decide",
                "minutes": "meeting minutes"},
    "review": {"quality_markers": "review marker", "recommendations": "review recommend",
               "findings": "review finding", "contributions": "review contribution"},
    "voice": {"messages": "voice say"},
}  # fmt: skip
"""For a field, the word that fills it."""
_OPTIONS: Final = {
    "voice new": {"kind": "kind", "heard": "heard", "listeners": "listener", "sources": "source", "agencies": "agency"},
    "report new": {"kind": "kind", "theme": "theme", "agency": "agency"},
    "learning new": {"sources": "source"},
    "audit log": {"kind": "kind"},
    "challenge new": {"kind": "kind"},
    "review new": {"type": "type"},
    "plan new": {"source": "source"},
    "learning spread": {"channel": "channel"},
    "learning evaluate": {"method": "method"},
    "audit share": {"group": "group"},
    "review notify": {"of": "of"},
}  # fmt: skip
"""For a command, the options that say what a condition wants, by its field."""
_AFTER: Final = {"audit collect": " FILE", "meeting pick": " NAME"}
"""What a command is told besides the record."""
_PLAIN: Final = re.compile(r"[\w.-]+")
"""A word that can be typed as it is."""
_AHEAD: Final = ("meeting circulate", "meeting pick", "meeting item")
"""What can be recorded of a meeting before it took place."""


def commands_for(obligation: Obligation, part: Part, need: NeedStanding, day: date) -> list[str]:
    """How something that is not shown is recorded; any of them will do. Empty where it cannot be recorded yet."""
    found = (_command(obligation, evidence, part, day) for evidence in need.need.counts)
    return [command for command in dict.fromkeys(found) if command]


def _command(obligation: Obligation, evidence: Evidence, part: Part, day: date) -> str:
    if evidence.kind == "framework":
        return f'lif assure record {obligation.id} --what "…"'
    subject = part.subject
    own = subject.id if subject and subject.kind.name == evidence.kind and not evidence.linked else ""
    word = _word(evidence)
    if word is None and not own:
        opened = _OPENED.get(evidence.kind, f"edit {evidence.kind}")
        options = _options(opened, [*evidence.whose, *evidence.having])
        return f"lif {opened}{''.join(options)}{_link(opened, evidence, part)}"
    if own and evidence.kind == "meeting" and part.day > day and word not in _AHEAD:
        return ""  # nobody can say yet who came
    if (
        own
        and subject
        and evidence.lead_days is not None
        and day_at(subject.record, evidence.dated or "date", day)
    ):
        return ""  # it was done, and too late
    if word is None:
        return f"lif edit {own}"
    name = own or {"indicator": "NAME", "annual": "YEAR"}.get(evidence.kind, "ID")
    return f"lif {word} {name}{_AFTER.get(word, '')}{''.join(_options(word, evidence.having))}"


def _word(evidence: Evidence) -> str | None:
    """The word that adds it to a record that is there; None where it is written as the record is opened, or by hand."""
    kind, entries = evidence.kind, evidence.entries or ""
    if kind == "plan" and entries.startswith("actions."):
        kind = "action"
    said = [word for one in evidence.having if one.field == "entry" for word in one.any_of]
    known = _ENTRIES.get(kind, {})
    if said:
        return f"{kind} {known[said[0]]}" if said[0] in known else None
    fields = _FIELDS.get(kind, {})
    asked = [entries, *(one.field for one in evidence.whose), evidence.dated or ""]
    return next((fields[name] for one in asked if (name := one.partition(".")[0]) in fields), None)


def _options(command: str, conditions: Sequence[Condition]) -> Iterator[str]:
    known = _OPTIONS.get(command, {})
    for one in conditions:
        if one.field in known and one.any_of:
            word = one.any_of[0] if _PLAIN.fullmatch(one.any_of[0]) else '"…"'
            yield f" --{known[one.field]} {word}"
        elif one.field == "external" and command == "learning new":
            yield ' --external "…"'


def _link(word: str, evidence: Evidence, part: Part) -> str:
    option = _OPTIONS.get(word, {}).get(evidence.linked or "")
    return f" --{option} {part.subject.id}" if option and part.subject else ""
