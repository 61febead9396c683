"""What is lacking is told with the command that records it: one that there is, with what it needs filled in."""

import importlib
import shlex
from datetime import date
from typing import Any

import pytest
import typer

from lif.cli.nouns import NOUNS
from lif.insight.assurance import commands
from lif.insight.assurance.commands import commands_for
from lif.insight.assurance.standing import assurance
from lif.records.fields import field_of
from lif.store.yaml_reader import read
from tests.insight.assurance.test_rows import (
    CASES,
    DAY,
    ROWS,
    SHIPPED,
    Records,
    board_of,
    entry,
    meeting,
    record,
    report,
)
from tests.insight.assurance.test_standing import EACH, board_with, standing


def commands_of(row: str, records: Records, day: date = DAY) -> list[str]:
    (one,) = assurance(board_of(records, []), day, [row])
    return [
        command
        for part in one.parts
        for need in part.lacking
        for command in commands_for(one.obligation, part, need, day)
    ]


def options_of(noun: str, word: str) -> set[str]:
    """The options of a command; empty for one that takes a record alone."""
    group: Any = typer.main.get_command(importlib.import_module(NOUNS[noun][0]).app)
    command = group.get_command(typer.Context(group), word)
    assert command is not None, f"lif {noun} {word}"
    return {name for option in command.params for name in option.opts}


@pytest.mark.parametrize("row", [row for row in ROWS if row != "F13.marks"])
def test_whatever_is_lacking_names_a_command_that_there_is(row: str) -> None:
    found = commands_of(row, CASES[row][2])
    assert found, row
    for command in found:
        lif, noun, *rest = shlex.split(command)
        assert lif == "lif"
        if noun != "edit":
            options = options_of(noun, rest[0])
            assert {word for word in rest if word.startswith("--")} <= options, command


def test_each_stands_on_the_record_that_it_is_lacking_in() -> None:
    rows = {
        "F6": ["lif learning spread LL-2017-001"],
        "F2.loop": ["lif learning embed LL-2017-001", "lif learning evaluate LL-2017-001"],
        "F4.2.revisit": ["lif audit revisit AU-2017-001"],
        "F4.1": ["lif review marker CR-2016-001"],
        "F9.1": ["lif review receive CR-2016-001"],
        "F3.agencies": ["lif meeting attend MT-2018-001", "lif report new --kind highlight"],
        "F4.3.three": ["lif meeting pick MT-2018-001 NAME"],
        "F5": ["lif data change repeat-plans", "lif data comment repeat-plans"],
        "F8.3": ["lif voice new --kind youth-parliament"],
        "F8.1": ["lif voice new --kind chair-meets-families --listener independent-chair"],
        "F8.4.complaints": ["lif voice new --kind complaint", 'lif assure record F8.4.complaints --what "…"'],
        "F12.4.cse": ["lif report new --kind assurance --theme exploitation"],
        "A7": ["lif report new --kind highlight --agency police"],
        "F1.impact": ["lif action close ID", "lif action evaluate ID"],
        "F13.annual": ["lif annual agree YEAR", "lif annual publish YEAR",
                       'lif assure record F13.annual --what "…"'],
    }  # fmt: skip
    assert {row: commands_of(row, CASES[row][2]) for row in rows} == rows


def test_every_entry_and_field_with_a_command_is_one_that_there_is() -> None:
    for kind, words in commands._ENTRIES.items():
        place = ("plan", "actions.log.entry") if kind == "action" else (kind, "log.entry")
        there = field_of(*place)
        assert there
        assert set(words) <= there.words
        assert all(options_of(kind, word) is not None for word in words.values())
    for kind, fields in commands._FIELDS.items():
        for name, command in fields.items():
            assert field_of(kind, name), (kind, name)
            options_of(*command.split())


def test_an_escalation_is_settled_where_it_stands() -> None:
    raised = record("challenge", "CH-2018-001", kind="escalation", log=[entry("raised", "2017-06-01")])
    each = {"kind": "challenge", "called": "escalation", "entries": "log", "within_days": 31}
    need = {"kind": "challenge", "entries": "log", "having": [{"field": "entry", "any_of": ["settled"]}]}
    board = board_with(raised, how_often=EACH, each=each, evidence=[{"what": "Settled", "counts": [need]}])
    (part,) = standing(board).parts
    assert commands_for(standing(board).obligation, part, part.needs[0], DAY) == [
        "lif challenge settle CH-2018-001"
    ]


def test_nobody_is_asked_before_a_meeting_who_came() -> None:
    ahead = commands_of("F3.agencies", [meeting("2018-03-08")])
    assert ahead == ["lif meeting circulate MT-2018-001", "lif report new --kind highlight"]


STARTER = SHIPPED.with_name("board.yaml")
ASKED: list[dict[str, Any]] = [
    one
    for one in (read(STARTER.read_bytes()).value or {})["reports_asked"]
    if one.get("clause") and one.get("theme")
]


@pytest.mark.parametrize("asked", ASKED, ids=[one["id"] for one in ASKED])
def test_a_report_that_the_board_asks_for_is_what_its_clause_counts(asked: dict[str, Any]) -> None:
    came = report(asked["kind"], theme=asked["theme"])
    (one,) = assurance(board_of([came], []), DAY, [asked["clause"]])
    assert one.state == "met"
    assert commands_of(asked["clause"], []) == [
        f"lif report new --kind {asked['kind']} --theme {asked['theme']}"
    ]


def test_a_word_that_cannot_be_typed_as_it_is_is_left_to_whoever_types() -> None:
    whose = [{"field": "kind", "any_of": ['a "b"; c']}]
    board = board_with(
        evidence=[{"what": "It is", "counts": [{"kind": "voice", "whose": whose, "entries": "log"}]}]
    )
    (part,) = standing(board).parts
    assert commands_for(standing(board).obligation, part, part.needs[0], DAY) == ['lif voice new --kind "…"']
