"""What pydantic says, in plain words and at the right place."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from lif.records.base import Model
from lif.records.kinds import BY_NAME, KINDS, model_of
from lif.rules.check import check
from lif.store.checking import check_value
from lif.store.error_places import error_place, members_of
from lif.store.load import load
from tests.support import found, path_of, replace_text, tiny_records, write_board

REVIEW, AUDIT, PLAN = ("review", "CR-2017-001"), ("audit", "AU-2017-001"), ("plan", "AP-2017-001")
BOARD, REPORT, DATA = ("board", "board"), ("report", "AR-2017-001"), ("indicator", "repeat-plans")

CASES: list[tuple[tuple[str, str], str, str, list[tuple[str, str]]]] = [
    # record, what stands there, what is put in its stead, codes with the text at their places
    (REVIEW, "title: Family A", "titel: A", [("S202", "schema_version: 1"), ("S201", "titel: A")]),
    (REVIEW, "method: chronology", "methods: x", [("S202", "agency: police"), ("S201", "methods: x")]),
    (REVIEW, "entry: referred", "entry: refered", [("S203", "refered")]),
    (REVIEW, "    entry: referred\n", "", [("S202", "date: 2017-01-17")]),
    (REVIEW, "date: 2017-01-17", "date: 2017-02-30", [("S206", "2017-02-30")]),
    (REVIEW, "date: 2017-01-17", "date: 2017-02", [("S206", "2017-02")]),
    (REVIEW, "incident: 2016-11", "incident: Autumn", [("S206", "Autumn")]),
    (REVIEW, "id: R1", "id: 1", [("S204", "1")]),
    (REVIEW, "id: R1", "id: R01", [("S206", "R01")]),
    (REVIEW, "title: Family A", "title: 50", [("S204", "50")]),
    (REVIEW, "title: Family A", "title:", [("S204", "")]),
    (REVIEW, "title: Family A", "title: [Family A]", [("S204", "[Family A]")]),
    (REVIEW, "title: Family A", "title: ' '", [("S206", "' '")]),
    (REVIEW, "schema_version: 1", "schema_version: 2", [("S205", "2")]),
    (REVIEW, "schema_version: 1", "schema_version: true", [("S203", "true")]),
    (REVIEW, "schema_version: 1", "schema_version: '1'", [("S203", "'1'")]),
    (AUDIT, "size: 6", "size: six", [("S206", "six")]),
    (AUDIT, "size: 6", "size: -1", [("S206", "-1")]),
    (AUDIT, "size: 6", "size: 6.0", [("S206", "6.0")]),
    (AUDIT, "size: 6", "size: true", [("S206", "true")]),
    (AUDIT, "size: 6", "size: '6'", [("S206", "'6'")]),
    (AUDIT, "  size: 6\n", "", [("S202", "sample:")]),
    (PLAN, "entry: completed", "entry: note", []),
    (PLAN, "by: police\n        entry: completed", "entry: note", [("S202", "date: 2017-06-01")]),
    (PLAN, "entry: completed", "entry: note\n        notes: x", [("S201", "notes: x")]),
    (BOARD, "fictional: true", "fictional: yes", [("S206", "yes")]),
    (BOARD, "code: E06999999", "code: E0699999", [("S206", "E0699999")]),
    (BOARD, "  business-manager:", "  Business Manager:", [("S206", "Business Manager:")]),
    (REPORT, "kind: highlight", "kind: highlights", [("S203", "highlights")]),
    (REPORT, "kind: highlight\n", "", [("S202", "schema_version: 1")]),
    (REPORT, "  narrative: Fewer children went missing.", "  worried_about: x", [("S202", "story:")]),
    (REPORT, "period: 2017-Q1", "period: 2017-Q5", [("S206", "2017-Q5")]),
    (REPORT, "new_risks:\n  answer: no", "new_risks:\n  answer: false", [("S203", "false")]),
    (REPORT, "new_risks:\n  answer: no", "new_risks: no", [("S206", "no")]),
    (DATA, "owner: health-trust", "owner: Health Trust", [("S206", "Health Trust")]),
    (DATA, "unit: percent", "unit: per cent", [("S203", "per cent")]),
    (DATA, "priorities:\n  - neglect", "priorities:", [("S206", "")]),
    (DATA, "unit: percent", "unit: percent\ntarget: {basis: forecast, value: five}", [("S206", "five}")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "old", "new", "expected"), CASES, ids=[f"{row[1]}-{row[2]}" for row in CASES]
)
def test_the_place_and_code_of(
    record: tuple[str, str], old: str, new: str, expected: list[tuple[str, str]], tiny_board: Path
) -> None:
    replace_text(path_of(tiny_board, *record), old, new)
    findings = [finding for finding in check(load(tiny_board)) if finding.code.startswith("S")]
    assert [(code, text) for code, _, text in found(tiny_board) if code.startswith("S")] == expected
    for finding in findings:
        assert not finding.message.startswith("Input"), finding.message
        assert finding.message.endswith("."), finding.message


def said(record: tuple[str, str], **changes: Any) -> tuple[str, str]:
    """Message and hint of the one thing that is wrong after changes at the top of a record."""
    value = {**tiny_records()[record], **changes}
    _, [fault] = check_value(BY_NAME[record[0]], value, "file")
    return fault.message, fault.hint


def test_the_nearest_key_is_one_of_the_model_at_that_place() -> None:
    assert said(REVIEW, sumary="x") == ("The key `sumary` is not known here.", "Did you mean `summary`?")
    # `results` belongs to audits, and `text` to recommendations: neither helps here.
    contribution = {"agency": "police", "method": "report", "state": "received", "text": "x"}
    known = "Known here: agency, method, asked, due, state, date, reason."
    assert said(REVIEW, contributions=[contribution])[1] == known


def test_a_key_that_may_be_narrative_is_not_repeated() -> None:
    message, hint = said(REVIEW, **{"Mother said": "x"})
    assert message == "A key here is not known, and does not look like the name of one."
    assert "quotes" in hint
    roles = {**tiny_records()[BOARD]["roles"], "Jane Example": {"title": "x"}}
    assert said(BOARD, roles=roles)[0].startswith("roles, a key here: a short name is wanted")


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("multi-agency-case-revue", "Did you mean `multi-agency-case-review`?"),
        ("other thing", "One of: serious-"),
    ],
)
def test_the_words_that_may_stand_there(given: str, hint: str) -> None:
    assert said(REVIEW, type=given)[1].startswith(hint)


def test_a_word_of_several_unions_is_said_once() -> None:
    entry = {
        "date": "2017-03-01",
        "by": "police",
        "entry": "considered",
        "group": "sirg",
        "recommends": "scr",
    }
    message, hint = said(REVIEW, log=[entry])
    assert message == "log 1, recommends: `scr` is none of the words used here."
    assert "serious-case-review" in hint
    assert "practitioner-forum" in hint


def test_the_form_of_an_id_is_shown() -> None:
    assert said(REVIEW, id="CR-17-1")[0].endswith("such as CR-2017-001.")
    entry = {
        "date": "2017-03-01",
        "by": "police",
        "entry": "superseded",
        "review": "AU-2017-001",
        "reason": "x",
    }
    assert said(REVIEW, log=[entry])[0].endswith("such as CR-2017-001.")
    assert said(PLAN, source=["CR-17-1"])[0].endswith("such as CR-2017-001 or CR-2017-001.R4.")


def test_numbers_are_accepted_where_numbers_are_wanted() -> None:
    for number in (5, 5.5, -1):
        value = {**tiny_records()[DATA], "target": {"value": number, "basis": "forecast"}}
        record: Any
        record, faults = check_value(BY_NAME["indicator"], value, "file")
        assert faults == []
        assert record.target.value == number


def models() -> Iterator[type[Model]]:
    """Every model that a record is made of."""
    pending: list[Any] = [model_of(kind) for kind in KINDS]
    seen: set[Any] = set()
    while pending:
        current = pending.pop()
        if isinstance(current, type) and hasattr(current, "model_fields"):
            if current not in seen:
                seen.add(current)
                yield current
                pending.extend(field.annotation for field in current.model_fields.values())
        else:
            pending.extend(get_args(current))


def test_every_union_of_models_is_told_apart_by_one_word_of_its_own() -> None:
    """The place of an error is found by following unions, which rests on this."""
    unions = 0
    for model in models():
        for annotation in (model, *get_type_hints(model, include_extras=True).values()):
            for union in unions_in(annotation):
                unions += 1
                tags = [tag for member in union for tag in tags_of(member)]
                assert len(tags) == len(set(tags)) == len(union), model
    assert unions >= 4


def unions_in(annotation: Any) -> Iterator[list[Any]]:
    members = members_of(annotation)
    if len(members) > 1:
        assert all(hasattr(member, "model_fields") for member in members), annotation
        yield members
    elif members and not hasattr(members[0], "model_fields"):
        for inner in get_args(members[0]):
            if not isinstance(inner, str | int):
                yield from unions_in(inner)


def tags_of(member: type[Model]) -> list[str]:
    discriminator = "entry" if "entry" in member.model_fields else "kind"
    return list(get_args(member.model_fields[discriminator].annotation))


def test_the_place_of_an_error_where_a_tag_is_also_a_key() -> None:
    plan = model_of(BY_NAME["plan"])
    value = {"actions": [{"log": [{"entry": "note", "note": "x", "odd": 1}]}]}
    missing = error_place(plan, value, ("actions", 0, "log", 0, "note", "by"))
    assert missing.path == ("actions", 0, "log", 0)
    assert error_place(plan, value, ("actions", 0, "log", 0, "note", "note")).path[-1] == "note"
    odd = error_place(plan, value, ("actions", 0, "log", 0, "note", "odd"))
    assert odd.path == ("actions", 0, "log", 0, "odd")
    assert odd.model.__name__ == "Note"
    value["actions"][0]["log"][0] = {"entry": "graded", "grade": "green", "odd": 1}
    assert error_place(plan, value, ("actions", 0, "log", 0, "graded", "odd")).model.__name__ == "Graded"


def test_all_kinds_have_a_record_in_the_tiny_board(tmp_path: Path) -> None:
    assert {loaded.kind for loaded in load(write_board(tmp_path)).loaded} == set(KINDS)
