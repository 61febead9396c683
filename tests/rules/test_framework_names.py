"""What a framework's queries look for is there: groups, roles, agencies, and what the Board lists."""

from pathlib import Path
from typing import Any

import pytest

from lif.rules.check import check
from lif.store.load import load
from tests.support import CHECKOUT, found, text_at, tiny_records, write_board

Conditions = list[dict[str, Any]]


def board_at(root: Path, kind: str, *conditions: dict[str, Any], **keys: Any) -> Path:
    """The tiny Board, with one obligation that looks for this."""
    records = tiny_records()
    profile: dict[str, Any] = records["board", "board"]
    profile["voice_kinds"] = [{"id": "survey", "title": "Survey"}, {"id": "iro", "title": "Officers"}]
    profile["themes"] = [{"id": "neglect", "title": "Neglect", "also": ["neglected"]}]
    framework: dict[str, Any] = records["framework", "framework"]
    evidence = {"kind": kind, "whose": list(conditions), **keys}
    framework["log"] = []
    framework["obligations"] = [{
        "id": "F1", "title": "One", "asks": "One.", "owner": "independent-chair",
        "how_often": {"basis": "default", "words": "once a year", "months": 12},
        "evidence": [{"what": "It is there", "counts": [evidence]}],
    }]  # fmt: skip
    write_board(root, records)
    return root


def wrong(root: Path) -> list[tuple[str, str, str]]:
    """Code, severity and the text at the place of each finding in the framework."""
    return [
        (one.code, one.severity, text_at(root, one))
        for one in check(load(root))
        if one.file == "records/framework.yaml" and one.code == "D629"
    ]


@pytest.mark.parametrize(
    ("kind", "field", "name"),
    [
        ("meeting", "group", "strategic-bord"),
        ("report", "agency", "polise"),
        ("voice", "listeners", "independent-char"),
        ("meeting", "picked.indicator", "repeat-plan"),
    ],
)
def test_a_name_that_nobody_has_is_an_error_among_others_too(
    tmp_path: Path, kind: str, field: str, name: str
) -> None:
    root = board_at(tmp_path, kind, {"field": field, "any_of": ["police", name]})
    assert ("D629", "error", name) in wrong(root)


def test_a_name_in_an_entry_and_one_that_must_not_stand_there_are_found(tmp_path: Path) -> None:
    having = [{"field": "group", "none_of": ["executiv"]}]
    root = board_at(tmp_path, "audit", entries="log", having=having)
    assert wrong(root) == [("D629", "error", "executiv")]


def test_of_what_the_board_lists_one_of_several_is_enough(tmp_path: Path) -> None:
    def of(field: str, *words: str) -> list[tuple[str, str, str]]:
        return wrong(board_at(tmp_path, "voice", {"field": field, "any_of": list(words)}))

    assert of("kind", "survey", "poll") == of("themes", "cse", "neglected") == []
    assert of("kind", "sruvey", "poll") == [("D629", "warning", "sruvey")]
    assert of("themes", "neglct") == [("D629", "warning", "neglct")]
    (one,) = [one for one in check(load(tmp_path)) if one.code == "D629"]
    assert one.hint == "Did you mean neglect or neglected?"


def test_what_lif_brings_and_the_sample_look_for_nothing_that_is_not_there() -> None:
    assert not [one for one in found(CHECKOUT) if "D629" in one]
