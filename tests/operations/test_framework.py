"""Judgements and deeds in the framework's log, and the framework that lif brings."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.operations.framework import add_framework_entry, begin_framework
from lif.rules.check import check
from lif.store.change import Change
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.support import path_of, replace_text, tiny_records, write_board, write_file, write_record

TODAY = date(2018, 3, 1)


def judged(**keys: Any) -> dict[str, Any]:
    said = {
        "date": "2018-02-01",
        "by": "",
        "entry": "judged",
        "clause": "F8.2",
        "result": "met",
        "why": "Asked.",
    }
    return {**said, **keys}


def written(root: Path, change: Change) -> str:
    for name, data in change.files.items():
        write_file(root, name, data)
    board = load(root)
    assert not [one for one in check(board) if one.severity == "error"]
    return path_of(root, "framework", "framework").read_text(encoding="utf-8")


def test_a_judgement_is_added_in_its_place_and_all_else_stays(tiny_board: Path) -> None:
    before = path_of(tiny_board, "framework", "framework").read_text(encoding="utf-8")
    change = add_framework_entry(load(tiny_board), judged(clause="f8.2", records=["VO-2017-001"]), TODAY)
    assert change.summary == "F8.2, 1 February 2018: judged met by Independent Chair."
    after = written(tiny_board, change)
    assert after.startswith(before)
    earlier = add_framework_entry(load(tiny_board), judged(date="2017-12-01", point="asked"), TODAY)
    text = written(tiny_board, earlier)
    assert text.index("2017-05-02") < text.index("2017-12-01") < text.index("2018-02-01")


def test_the_first_entry_begins_the_log_and_the_owner_did_it(tmp_path: Path) -> None:
    records = tiny_records()
    framework: dict[str, Any] = records["framework", "framework"]
    del framework["log"]
    counted = {"kind": "framework", "entries": "log", "having": [{"field": "entry", "any_of": ["recorded"]}]}
    framework["obligations"][0]["evidence"] = [{"what": "It was looked at", "counts": [counted]}]
    write_board(
        tmp_path, {key: value for key, value in records.items() if key[0] in ("board", "agency", "framework")}
    )
    said = {
        "date": "2018-02-01",
        "by": "",
        "entry": "recorded",
        "clause": "F8.1",
        "what": "It was looked at.",
    }
    change = add_framework_entry(load(tmp_path), said, TODAY)
    assert "recorded by Independent Chair" in change.summary
    assert "what: It was looked at." in written(tmp_path, change)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (judged(date="2018-03-02"), "lies ahead"),
        (judged(date="2017-01-05"), "before the first entry"),
        (judged(clause="F8.1"), "is not judged"),
        (judged(clause="F8"), "no obligation called F8"),
        (judged(clause="F8.3"), "no obligation called F8.3"),
        (judged(point="heard"), "no point called heard"),
        (judged(result="nearly"), "was not recorded"),
    ],
)
def test_what_cannot_be_recorded_is_refused(tiny_board: Path, said: dict[str, Any], words: str) -> None:
    with pytest.raises((Refusal, NothingFound), match=words) as refused:
        add_framework_entry(load(tiny_board), said, TODAY)
    assert refused.value.hint


def test_the_framework_that_lif_brings_is_taken_over_once(tmp_path: Path) -> None:
    records = tiny_records()
    write_record(tmp_path, "board", "board", records["board", "board"])
    with pytest.raises(NothingFound, match="has no framework"):
        add_framework_entry(load(tmp_path), judged(), TODAY)
    change = begin_framework(load(tmp_path), TODAY)
    (data,) = change.files.values()
    write_file(tmp_path, "records/framework.yaml", data)
    assert b"\nsince: 2018-03-01\n" in data
    assert not load(tmp_path).findings
    with pytest.raises(Refusal, match="already"):
        begin_framework(load(tmp_path), TODAY)


def test_an_owner_that_is_gone_is_found(tiny_board: Path) -> None:
    path = path_of(tiny_board, "framework", "framework")
    text = path.read_text(encoding="utf-8").replace("owner: independent-chair", "owner: health-trust", 1)
    path.write_text(text, encoding="utf-8", newline="\n")
    assert not [one for one in check(load(tiny_board)) if one.severity == "error"]
    path_of(tiny_board, "agency", "health-trust").unlink()
    found = [one for one in check(load(tiny_board)) if one.file == "records/framework.yaml"]
    assert [(one.code, one.message) for one in found] == [
        ("R306", "No role, group or agency is called health-trust.")
    ]
    assert found[0].hint


def test_a_framework_is_found_wrong_in_every_way_at_once(tiny_board: Path) -> None:
    path = path_of(tiny_board, "framework", "framework")
    replace_text(path, "- kind: voice\n", "- kind: voice\n            linked: sourced\n")
    replace_text(path, "months: 6", "months: 0")
    replace_text(path, "point: asked", "point: seen")
    found = [
        (one.code, one.line > 1) for one in check(load(tiny_board)) if one.file == "records/framework.yaml"
    ]
    assert sorted(found) == [("D621", True), ("D622", True), ("D625", True), ("D628", True)]


def test_a_query_that_could_never_count_or_would_count_for_good_is_found(tiny_board: Path) -> None:
    value = tiny_records()["framework", "framework"]
    first = value["obligations"][0]

    def asked(**keys: Any) -> list[tuple[str, str]]:
        one = {**first, "evidence": [{"what": "It is there", "counts": [{"kind": "voice"}]}], **keys}
        write_record(tiny_board, "framework", "framework", {**value, "obligations": [one]})
        return [
            (fault.code, fault.hint)
            for fault in check(load(tiny_board))
            if fault.file == "records/framework.yaml" and fault.code != "D625"
        ]

    def counting(**keys: Any) -> list[dict[str, Any]]:
        return [{"what": "It is there", "counts": [{"kind": "voice", **keys}]}]

    assert asked() == [("D630", "Add dated, with one of: log.date, since.")]
    assert asked(evidence=counting(dated="title")) == [("D621", "One of: log.date, since.")]
    assert asked(evidence=counting(entries="log", dated="entry")) == [("D621", "One of: date.")]
    assert asked(evidence=counting(dated="log.date")) == []
    assert asked(evidence=counting(dated="since", whose=[{"field": "kind"}])) == [
        ("D630", "Add what it has to say, such as any_of: with a word; or filled: true")
    ]
    assert [code for code, _ in asked(evidence=counting(dated="since"), begins="2018", ends="2017-12")] == [
        "D626"
    ]
    each = {"kind": "meeting", "called": "meeting", "dated": "date"}
    assert asked(evidence=counting(dated="since", linked="kind"), each=each) == [
        ("D621", "Give the field that names it, such as sources.")
    ]
    write_record(tiny_board, "framework", "framework", {
        **value, "obligations": [first, {**first, "id": first["id"].lower()}]
    })  # fmt: skip
    assert "D624" in {one.code for one in check(load(tiny_board))}
