"""What the tests share: a tiny fictional Board with one record of each kind, and how files are written."""

import copy
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lif.records.kinds import BY_NAME, file_of
from lif.rules.check import check
from lif.store.change import new_record
from lif.store.findings import Finding
from lif.store.load import load

CHECKOUT = Path(__file__).resolve().parent.parent
"""The folder that holds `lif/`, the sample Board in `records/`, `templates/`, `schemas/` and `docs/`."""

Records = dict[tuple[str, str], dict[str, Any]]
"""The value of each record, by its kind and its id."""


def tiny_records() -> Records:
    """A fresh copy of the tiny Board: one valid record of each kind, two agencies, all naming each other."""
    return copy.deepcopy(_TINY)


def write_board(root: Path, records: Mapping[tuple[str, str], dict[str, Any]] | None = None) -> Path:
    """Write records (the tiny Board's, if none are given) under `root`, and the values of `repeat-plans`."""
    for (kind, record_id), value in (tiny_records() if records is None else records).items():
        write_record(root, kind, record_id, value)
    if records is None:
        write_file(root, "records/indicators/repeat-plans.csv", TINY_VALUES)
    return root


def write_record(root: Path, kind: str, record_id: str, value: Mapping[str, Any]) -> Path:
    """Write one record with lif's own writer, and give its path."""
    name, data = new_record(BY_NAME[kind], record_id, value)
    return write_file(root, name, data)


def write_file(root: Path, name: str, data: bytes | str) -> Path:
    """Write a file under `root`, with the folders it needs; text as UTF-8 with LF."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def path_of(root: Path, kind: str, record_id: str) -> Path:
    """Where the record of this kind and id is kept."""
    return root / file_of(BY_NAME[kind], record_id)


def replace_text(path: Path, old: str, new: str) -> None:
    """Replace the one place in a file where `old` stands."""
    text = path.read_bytes().decode("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def clean_environment(temporary: Path) -> dict[str, str]:
    """The environment of a fresh account in UTF-8: no settings of the person who runs the tests reach it."""
    kept = (
        "PATH",
        "SYSTEMROOT",
        "SYSTEMDRIVE",
        "COMSPEC",
        "PATHEXT",
        "VIRTUAL_ENV",
        "COVERAGE_PROCESS_CONFIG",
    )
    home = temporary / "home"
    home.mkdir(parents=True, exist_ok=True)
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        **dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home)),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(home)),
        "PYTHONPATH": str(CHECKOUT),
        "LC_ALL": "C.UTF-8",
        "LANG": "C.UTF-8",
        "COLUMNS": "120",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }


def run_python(
    *arguments: str, cwd: Path, env: Mapping[str, str], stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run this Python with arguments and wait for its end; what it printed is text."""
    given: dict[str, Any] = {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd, env=dict(env), capture_output=True, encoding="utf-8", timeout=120, check=False, **given,
    )  # fmt: skip


def found(root: Path) -> list[tuple[str, str, str]]:
    """For everything wrong with a Board, in order: code, file and the text that stands at the place."""
    return [(each.code, each.file, text_at(root, each)) for each in check(load(root))]


def text_at(root: Path, finding: Finding) -> str:
    """The rest of the line at a finding's place."""
    lines = (root / finding.file).read_bytes().decode("utf-8").split("\n")
    return lines[finding.line - 1][finding.column - 1 :]


TINY_VALUES = (
    "period,area,numerator,denominator,value,mark\n"
    "2016,E06999999,12,80,15.0,\n"
    "2017,E06999999,,,,c\n"
    "2017,E92000001,13220,70050,18.9,\n"
)

_GRADE = {"word": "Word", "meaning": "What it means"}
_NO = {"answer": "no"}

_TINY: Records = {
    ("board", "board"): {
        "schema_version": 1,
        "name": "Saltmere Safeguarding Children Board",
        "fictional": True,
        "area": {"name": "Saltmere", "code": "E06999999"},
        "comparators": [{"name": "England", "code": "E92000001", "role": "england"}],
        "roles": {
            "independent-chair": {"title": "Independent Chair"},
            "business-manager": {"title": "Business Manager"},
        },
        "groups": {"strategic-board": {"title": "Strategic Board", "chair": "independent-chair"}},
        "neighbouring_boards": [{"id": "wenlow", "name": "Wenlow Safeguarding Children Board"}],
        "priorities": [{"id": "neglect", "title": "Neglect is recognised early", "start": "2016-04"}],
        "themes": [{"id": "missed-appointments", "title": "Appointments that children are not brought to",
                    "also": ["was-not-brought"]}],
        "settings": {
            "brag": dict.fromkeys(("blue", "red", "amber", "green"), _GRADE),
            "markings": [{"id": "official", "label": "OFFICIAL"}],
            "default_marking": "official",
        },
    },
    ("agency", "police"): {"schema_version": 1, "name": "Saltmere Police", "type": "police"},
    ("agency", "health-trust"): {
        "schema_version": 1,
        "name": "Saltmere Health Trust",
        "type": "health",
        "seats": [{"group": "strategic-board", "role": "Head of Safeguarding"}],
    },
    ("review", "CR-2017-001"): {
        "schema_version": 1,
        "id": "CR-2017-001",
        "type": "multi-agency-case-review",
        "title": "Family A",
        "incident": "2016-11",
        "contributions": [{"agency": "police", "method": "chronology", "state": "received"}],
        "recommendations": [
            {"id": "R1", "text": "Ask who lives in the home.", "agencies": ["police"]},
            {"id": "R2", "text": "Record what the child says."},
        ],
        "log": [
            {"date": "2017-01-17", "by": "police", "entry": "referred", "source": "partner-agency"},
            {"date": "2017-01-24", "by": "strategic-board", "entry": "considered",
             "group": "strategic-board", "recommends": "multi-agency-case-review"},
            {"date": "2017-02-01", "by": "independent-chair", "entry": "decided", "decision": "review",
             "type": "multi-agency-case-review", "reasons": "Agencies can learn from it.",
             "method": "multi-agency-audit"},
        ],
    },
    ("instrument", "missed-appointments"): {
        "schema_version": 1,
        "title": "When a child is not brought",
        "use": "case-audit",
        "edition": "2017",
        "scale": [
            {"id": "not-met", "label": "Not met", "meets": False},
            {"id": "partly-met", "label": "Partly met", "meets": False},
            {"id": "met", "label": "Met", "descriptor": "It was done each time.", "meets": True},
        ],
        "moderated": True,
        "per": "case",
        "sections": [
            {"id": "1", "title": "The child", "items": [
                {"id": "1.1", "text": "Was the child seen?", "evidence": "The note of the visit."},
                {"id": "1.10", "text": "Was the child asked?"},
                {"id": "1.2", "text": "Was somebody told?"},
            ]},
        ],
        "questions": [{"id": "worked-well", "text": "What was good?"}],
    },
    ("audit", "AU-2017-001"): {
        "schema_version": 1,
        "id": "AU-2017-001",
        "kind": "multi-agency-thematic",
        "theme": "Children who are not brought to appointments",
        "why": "Missed appointments stood in two reviews.",
        "chosen_from": ["CR-2017-001"],
        "lead": "business-manager",
        "instrument": "missed-appointments",
        "sample": {"method": "At random", "size": 6},
        "agencies_invited": ["police", "health-trust"],
        "agencies_returned": ["health-trust"],
        "results": [{"grade": "Good", "count": 2}, {"grade": "Requires improvement", "count": 4}],
        "findings": [{"id": "F1", "text": "Nobody asked why."}],
        "log": [{"date": "2017-03-16", "by": "business-manager", "entry": "held"}],
    },
    ("plan", "AP-2017-001"): {
        "schema_version": 1,
        "id": "AP-2017-001",
        "title": "Plan for Family A",
        "source": ["CR-2017-001"],
        "owner": "business-manager",
        "sign_off": "strategic-board",
        "actions": [
            {"id": "A1", "answers": ["CR-2017-001.R1"], "text": "Add the question to the form.",
             "outcome": "A visitor knows who lives with the child.", "resource": "None",
             "measure": {"text": "Forms with an answer", "baseline": "none", "target": "all"},
             "lead": {"agency": "police", "role": "Head of Safeguarding"},
             "start": "2017-03-01", "due": "2017-06-30",
             "log": [{"date": "2017-06-01", "by": "police", "entry": "completed", "note": "Form changed."}]},
        ],
    },
    ("report", "AR-2017-001"): {
        "schema_version": 1,
        "id": "AR-2017-001",
        "kind": "highlight",
        "agency": "police",
        "period": "2017-Q1",
        "summary": {"activity": "Two briefings were held."},
        "story": {"narrative": "Fewer children went missing."},
        "serious_incident_referred": _NO,
        "new_risks": _NO,
        "escalation_used": _NO,
    },
    ("learning", "LL-2017-001"): {
        "schema_version": 1,
        "id": "LL-2017-001",
        "title": "Children are brought, or not brought",
        "lesson": "A child who misses an appointment was not brought to it.",
        "sources": ["CR-2017-001.R2"],
        "themes": ["missed-appointments"],
        "owner": "business-manager",
        "log": [
            {"date": "2017-03-20", "by": "business-manager", "entry": "identified"},
            {"date": "2017-04-05", "by": "health-trust", "entry": "spread", "channel": "briefing-or-campaign",
             "to": "Clinic staff", "reached": 64, "agencies": ["health-trust"]},
        ],
    },
    ("voice", "VO-2017-001"): {
        "schema_version": 1,
        "id": "VO-2017-001",
        "kind": "survey",
        "title": "What parents say of appointments",
        "heard": ["parents-carers"],
        "who": "Parents of children at two clinics",
        "number": 14,
        "asked": 40,
        "how": "A card with three questions",
        "listeners": ["health-trust"],
        "themes": ["missed-appointments"],
        "messages": [{"id": "M1", "text": "The letter comes after the appointment."},
                     {"id": "M2", "text": "The bus does not go there."}],
        "log": [
            {"date": "2017-04-20", "by": "health-trust", "entry": "heard"},
            {"date": "2017-05-11", "by": "health-trust", "entry": "acted", "done": "Clinics ring as well.",
             "messages": ["M1"], "records": ["LL-2017-001"]},
        ],
    },
    ("risk", "RK-2017-001"): {
        "schema_version": 1,
        "id": "RK-2017-001",
        "title": "Children are lost sight of between two clinics",
        "cause": "Two systems do not speak with each other.",
        "event": "A child is invited by neither.",
        "consequence": "Nobody sees that the child is unwell.",
        "owner": "health-trust",
        "inherent": {"likelihood": 5, "impact": 4},
        "target": {"likelihood": 1, "impact": 4},
        "controls": [{"id": "C1", "text": "A list is compared by hand each week.", "since": "2017-02"}],
        "log": [
            {"date": "2017-01-25", "by": "health-trust", "entry": "raised"},
            {"date": "2017-02-01", "by": "business-manager", "entry": "scored", "likelihood": 4, "impact": 4,
             "why": "Three children in a month.", "next_review": "2017-05-01"},
            {"date": "2017-05-03", "by": "business-manager", "entry": "scored", "likelihood": 3, "impact": 4,
             "why": "One child in a month.", "next_review": "2017-08-01"},
        ],
    },
    ("challenge", "CH-2017-001"): {
        "schema_version": 1,
        "id": "CH-2017-001",
        "kind": "challenge",
        "title": "No report at two conferences",
        "challenger": "independent-chair",
        "challenged": ["police"],
        "about": "Two conferences were held without a report.",
        "log": [
            {"date": "2017-03-02", "by": "independent-chair", "entry": "raised", "answer_by": "2017-03-16"},
            {"date": "2017-03-14", "by": "police", "entry": "answered", "response": "A second desk sends them now."},
            {"date": "2017-03-20", "by": "independent-chair", "entry": "settled", "result": "changed",
             "outcome": "Every conference since had its report."},
        ],
    },
    ("framework", "framework"): {
        "schema_version": 1,
        "title": "Learning and Improvement Framework",
        "since": "2017-01-01",
        "sections": [{"id": "F8", "title": "Children and families"}],
        "obligations": [
            {"id": "F8.1", "title": "The Chair meets children", "asks": "The Chair meets children and families.",
             "owner": "independent-chair",
             "how_often": {"basis": "ambiguous", "words": "twice a year", "months": 6},
             "evidence": [
                 {"what": "Children or families were heard",
                  "counts": [{"kind": "voice", "whose": [{"field": "heard", "any_of": ["parents-carers"]}],
                              "entries": "log", "having": [{"field": "entry", "any_of": ["heard"]}]}]}]},
            {"id": "F8.2", "title": "Whether it helps", "asks": "The Board judges whether it helps.",
             "owner": "independent-chair", "how_often": {"basis": "default", "words": "yearly", "months": 12},
             "judgement": {"asks": "Does it help?", "by": "independent-chair",
                           "points": [{"id": "asked", "text": "They are asked"}]}},
        ],
        "log": [
            {"date": "2017-05-02", "by": "independent-chair", "entry": "judged", "clause": "F8.2",
             "point": "asked", "result": "partly-met", "why": "Parents are asked, children are not.",
             "records": ["VO-2017-001"]},
        ],
    },
    ("meeting", "MT-2017-001"): {
        "schema_version": 1,
        "id": "MT-2017-001",
        "group": "strategic-board",
        "date": "2017-06-15",
        "circulated": "2017-06-08",
        "agenda": [{"title": "Family A", "purpose": "decision", "lead": "independent-chair",
                    "records": ["CR-2017-001"]}],
        "picked": [{"indicator": "repeat-plans", "reason": "It rises."}],
        "attendance": [{"agency": "police", "state": "present"}],
        "decisions": [{"id": "D1", "text": "Take the report."}],
    },
    ("annual", "2017-18"): {
        "schema_version": 1,
        "audience": "board",
        "texts": {
            "foreword": {"text": "A year of two clinics.", "by": "independent-chair", "date": "2018-02-20"},
        },
        "weaknesses": [
            {"id": "W1", "text": "Missed appointments are noticed late.",
             "causes": ["The two clinics keep lists of their own."], "action": "One list from May.",
             "records": ["CR-2017-001"], "indicators": ["repeat-plans"], "by": "business-manager",
             "date": "2018-02-20"},
        ],
    },
    ("indicator", "repeat-plans"): {
        "schema_version": 1,
        "title": "Child protection plans that are second or subsequent ones",
        "definition": "Share of plans begun in the year for a child who had one before.",
        "unit": "percent",
        "polarity": "neither",
        "frequency": "yearly",
        "measures": "better-off",
        "journey": "child-protection",
        "owner": "health-trust",
        "priorities": ["neglect"],
    },
}  # fmt: skip
