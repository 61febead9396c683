"""What differs between two versions of a record is said in sentences, each thing once."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from lif.insight.differences import differences
from lif.records.kinds import BY_NAME
from lif.store.load import load
from lif.store.yaml_reader import read
from tests.support import path_of

PLAN, FILE = "AP-2017-001", "records/plans/2017/AP-2017-001.yaml"
NOTE = {"date": "2017-07-01", "by": "police", "entry": "note", "note": "Half of it is done."}


@pytest.fixture
def plan(tiny_board: Path) -> dict[str, Any]:
    """The plan of the tiny Board, as it was read."""
    value = read(path_of(tiny_board, "plan", PLAN).read_bytes()).value
    assert value
    return value


def _said(root: Path, before: dict[str, Any] | None, after: dict[str, Any] | None) -> list[tuple[str, str]]:
    found = differences(BY_NAME["plan"], before, after, FILE, load(root))
    return [(one.item, one.words) for one in found]


def test_the_same_differs_in_nothing(tiny_board: Path, plan: dict[str, Any]) -> None:
    assert _said(tiny_board, plan, deepcopy(plan)) == []
    assert _said(tiny_board, plan, None) == [("", "It was taken away.")]
    assert _said(tiny_board, None, plan)[0] == ("", "It was opened.")


def test_values_are_said_with_what_they_were(tiny_board: Path, plan: dict[str, Any]) -> None:
    changed = deepcopy(plan)
    changed["title"] = "Another plan."
    changed["actions"][0]["due"] = "2017-11"
    was = plan["actions"][0]["due"]

    said = _said(tiny_board, plan, changed)

    assert said[0] == ("", f"title: “Another plan.”; it was “{plan['title']}”.")
    assert said[1][0] == "A1"
    assert said[1][1].startswith("due: November 2017; it was ")
    assert was not in said[1][1]


def test_what_is_new_or_gone_in_lists_is_said_by_number_or_word(
    tiny_board: Path, plan: dict[str, Any]
) -> None:
    changed = deepcopy(plan)
    changed["actions"].append({**deepcopy(plan["actions"][0]), "id": "A2", "text": "Ask the child."})
    changed["source"] = ["AU-2017-001"]

    said = _said(tiny_board, plan, changed)

    assert ("A2", "added: “Ask the child.”.") not in said
    assert ("A2", "added: “Ask the child.”") in said
    assert ("", "source: added AU-2017-001; took out CR-2017-001.") in said
    assert ("A2", "actions: taken out: “Ask the child.”") in _said(tiny_board, changed, plan)


def test_entries_of_logs_are_told_as_everywhere_else(tiny_board: Path, plan: dict[str, Any]) -> None:
    changed = deepcopy(plan)
    changed["actions"][0].setdefault("log", []).append(NOTE)

    (added,) = _said(tiny_board, plan, changed)
    (gone,) = _said(tiny_board, changed, plan)

    assert added == ("A1", "1 July 2017: Saltmere Police: Half of it is done.")
    assert gone == ("A1", f"Taken out: {added[1]}")


def test_a_version_that_fits_no_model_any_more_is_told_by_its_keys(
    tiny_board: Path, plan: dict[str, Any]
) -> None:
    before = {**deepcopy(plan), "a_key_of_long_ago": "x"}
    changed = deepcopy(plan)
    changed["actions"][0].setdefault("log", []).append(NOTE)

    assert _said(tiny_board, before, changed) == [
        ("", "a key of long ago: taken out; it was x."), ("A1", "1 July 2017: note."),
    ]  # fmt: skip


def test_a_judgement_in_the_frameworks_log_stands_with_its_obligation(tiny_board: Path) -> None:
    before = read(path_of(tiny_board, "framework", "framework").read_bytes()).value
    assert before
    after = deepcopy(before)
    after["log"].append(
        {**before["log"][0], "date": "2017-11-02", "result": "met", "why": "Children are asked."}
    )

    found = differences(BY_NAME["framework"], before, after, "records/framework.yaml", load(tiny_board))

    assert [(one.item, one.words) for one in found] == [
        ("F8.2", "2 November 2017: They are asked: judged met by Independent Chair: Children are asked.")
    ]
