"""Whoever did something can be told: no id is that of a role and of a group or an agency besides."""

from pathlib import Path
from typing import Any

import pytest

from tests.support import found, tiny_records, write_board


def board(root: Path, field: str, name: str, value: dict[str, Any]) -> Path:
    records = tiny_records()
    records["board", "board"][field][name] = value
    return write_board(root, records)


@pytest.mark.parametrize(
    ("field", "name"),
    [("roles", "police"), ("groups", "health-trust"), ("groups", "independent-chair")],
)
def test_one_id_for_two(field: str, name: str, tmp_path: Path) -> None:
    [(code, file, text)] = found(board(tmp_path, field, name, {"title": "Of the same name"}))
    assert (code, file) == ("R309", "records/board.yaml")
    assert text == f"{name}:"


def test_one_id_for_all_three_is_said_at_both_places(tmp_path: Path) -> None:
    records = tiny_records()
    for field in ("roles", "groups"):
        records["board", "board"][field]["police"] = {"title": "Of the same name"}
    findings = found(write_board(tmp_path, records))
    assert [(code, text) for code, _, text in findings] == [("R309", "police:"), ("R309", "police:")]


def test_an_indicator_may_share_its_id_with_a_role(tmp_path: Path) -> None:
    assert found(board(tmp_path, "roles", "repeat-plans", {"title": "Of the same name"})) == []
