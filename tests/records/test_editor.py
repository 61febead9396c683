"""The language server that editors use agrees with lif about every record, completes its keys and explains them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from lif.records.kinds import BY_NAME, KINDS, file_of
from tests.records.language_server import LanguageServer, language_server
from tests.records.schema_cases import (
    BETWEEN_RECORDS,
    BEYOND_A_SCHEMA,
    BROKEN,
    RIGHT,
    TINY,
    Case,
    taken_by_lif,
    tiny_texts,
    write_case,
    write_schemas,
)
from tests.support import CHECKOUT


def settings() -> dict[str, Any]:
    """The settings that `lif init` gives a Board, as an editor hands them to the server."""
    given = json.loads((files("lif.operations") / "starter/vscode-settings.json").read_text(encoding="utf-8"))
    yaml = {key.removeprefix("yaml."): value for key, value in given.items() if key.startswith("yaml.")}
    # No address is asked for schemas: those that count stand in the repository.
    return {"yaml": {**yaml, "schemaStore": {"enable": False}}}


@dataclass(frozen=True, slots=True)
class Desk:
    """An editor in which all cases are open."""

    root: Path
    server: LanguageServer
    tiny: dict[str, str]
    address: dict[Case, str]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """All cases, opened at once."""
    root = tmp_path_factory.mktemp("desk")
    tiny = tiny_texts(root)
    write_schemas(root)
    with language_server(root, settings()) as server:
        address = {}
        for number, case in enumerate((*BROKEN, *RIGHT, *BEYOND_A_SCHEMA, *BETWEEN_RECORDS)):
            path = write_case(root, number, case, tiny)
            address[case] = server.open(path, case.text(tiny))
        yield Desk(root, server, tiny, address)


def test_the_editor_reads_yaml_1_2() -> None:
    # By version 1.1, `no` would be false and `09:30` the number 570: no answer and no time could be written.
    assert settings()["yaml"]["yamlVersion"] == "1.2"


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_what_lif_refuses_the_editor_marks(case: Case, desk: Desk) -> None:
    assert not taken_by_lif(case.kind, case.text(desk.tiny))
    assert desk.server.found(desk.address[case])


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case.name)
def test_what_lif_takes_the_editor_leaves_alone(case: Case, desk: Desk) -> None:
    assert taken_by_lif(case.kind, case.text(desk.tiny))
    assert desk.server.found(desk.address[case]) == []


@pytest.mark.parametrize("case", BEYOND_A_SCHEMA, ids=lambda case: case.name)
def test_what_lif_refuses_though_no_schema_can_say_so(case: Case, desk: Desk) -> None:
    assert not taken_by_lif(case.kind, case.text(desk.tiny))
    marked = {"underscores in a number"}  # which is text to the editor, and a number to check-jsonschema
    assert bool(desk.server.found(desk.address[case])) == (case.name in marked)


@pytest.mark.parametrize("case", BETWEEN_RECORDS, ids=lambda case: case.name)
def test_what_only_the_whole_board_can_tell(case: Case, desk: Desk) -> None:
    assert taken_by_lif(case.kind, case.text(desk.tiny))
    assert desk.server.found(desk.address[case]) == []


def test_the_sample_board_is_clean_in_an_editor() -> None:
    records = sorted((CHECKOUT / "records").rglob("*.yaml"))
    assert len(records) > 50
    with language_server(CHECKOUT, settings()) as server:
        opened = {path: server.open(path, path.read_bytes().decode("utf-8")) for path in records}
        assert {
            path.name: found for path, address in opened.items() if (found := server.found(address))
        } == {}


def test_a_marked_date_is_explained_in_plain_words(desk: Desk) -> None:
    case = next(case for case in BROKEN if case.name == "a day that does not exist")
    assert desk.server.found(desk.address[case]) == ["A day that exists is wanted, written as 2017-11-24."]


KEYS = {
    "board": {"priorities", "settings", "roles"},
    "framework": {"edition", "since", "sections"},
    "annual": {"agreed", "published", "weaknesses"},
    "agency": {"seats", "joined", "highlight_reports"},
    "indicator": {"target", "commentary", "mapping"},
    "review": {"subjects", "good_practice", "marking"},
    "instrument": {"scale", "moderated", "questions"},
    "audit": {"worked_well", "revisit_due", "marking"},
    "plan": {"agreed", "audience", "marking"},
    "report": {"equality", "signed_on", "attachments"},
    "learning": {"what_to_do", "external", "marking"},
    "voice": {"since", "messages", "listeners"},
    "risk": {"inherent", "controls", "marking"},
    "challenge": {"wanted", "challenged", "marking"},
    "meeting": {"starts", "place", "marking"},
}
"""Some keys of each kind, which the editor is to offer."""

WORDS = [
    ("agency", "type:", {"police", "health", "probation", "education", "other"}),
    ("review", "type:", {"serious-case-review", "inspection", "undecided"}),
    ("audit", "kind:", {"section-11", "dip-sample", "multi-agency-thematic"}),
    ("plan", "audience:", {"public", "agencies", "board", "office"}),
    ("meeting", "audience:", {"public", "agencies", "board", "office"}),
    ("indicator", "polarity:", {"lower-is-better", "higher-is-better", "neither"}),
    ("instrument", "per:", {"return", "case"}),
    ("board", "fictional:", {"true", "false"}),
    ("learning", "audience:", {"public", "agencies", "board", "office"}),
    ("report", "kind:", {"highlight", "assurance"}),
]
"""For some key of each kind the words that the editor is to offer behind it."""


def begun(desk: Desk, kind: str, lines: str) -> tuple[str, int]:
    """A record that somebody has begun to write: its address, and the number of its last line."""
    text = "".join(desk.tiny[kind].splitlines(keepends=True)[:2]) + lines
    path = desk.root / "records" / "begun" / "2017" / f"{kind}-{abs(hash(lines))}.yaml"
    text = text.replace("$schema=../../schemas", "$schema=../../../schemas")
    text = text.replace("$schema=../schemas", "$schema=../../../schemas")
    return desk.server.open(path, text), text.count("\n")


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_keys_are_completed(kind: str, desk: Desk) -> None:
    address, line = begun(desk, kind, "")
    assert set(desk.server.offered(address, line, 0)) >= KEYS[kind]


@pytest.mark.parametrize(("kind", "start", "words"), WORDS, ids=[row[0] for row in WORDS])
def test_words_are_completed(kind: str, start: str, words: set[str], desk: Desk) -> None:
    address, line = begun(desk, kind, f"{start} ")
    assert set(desk.server.offered(address, line, len(start) + 1)) >= words


def test_the_words_and_keys_of_an_entry_are_completed(desk: Desk) -> None:
    address, line = begun(desk, "plan", "actions:\n  - id: A1\n    log:\n      - entry: ")
    assert set(desk.server.offered(address, line, 15)) >= {"revised", "completed", "evidenced", "closed"}
    address, line = begun(desk, "plan", "actions:\n  - id: A1\n    log:\n      - entry: revised\n        ")
    assert set(desk.server.offered(address, line, 8)) >= {"date", "by", "due", "reason"}


@pytest.mark.parametrize(
    ("kind", "piece", "words"),
    [
        ("board", "area:", "The area the Board serves."),
        ("agency", "type:", "What sort of agency it is."),
        ("indicator", "polarity:", "Which way is better."),
        ("review", "incident:", "When the incident happened, as precisely as known."),
        ("audit", "why:", "Why this theme was chosen."),
        ("instrument", "edition:", "Its year or version, such as '2017'."),
        ("plan", "sign_off:", "The group that closes its actions."),
        ("report", "period:", "The period that the report is about."),
        ("learning", "lesson:", "What was learned, in plain words that identify nobody."),
        ("learning", "themes:", "What it is about, by the Board's themes."),
        ("meeting", "circulated:", "The day the papers went out."),
        ("meeting", "group:", "A group of the Board, by its id"),
        ("plan", "answers:", "The recommendations or findings it answers."),
    ],
)
def test_the_pointer_explains_a_key(kind: str, piece: str, words: str, desk: Desk) -> None:
    text = desk.tiny[kind]
    address = desk.server.open(desk.root / file_of(BY_NAME[kind], TINY[kind]), text)
    line, character = place_of(text, piece)
    assert words in desk.server.explained(address, line, character + 1)


def place_of(text: str, piece: str) -> tuple[int, int]:
    """Line and character, from 0, where a piece of text begins that starts a key."""
    for number, line in enumerate(text.splitlines()):
        if line.lstrip(" -").startswith(piece):
            return number, line.index(piece)
    raise AssertionError(piece)
