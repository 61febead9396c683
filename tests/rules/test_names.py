"""Whatever a record names exists, and the nearest name is offered where it does not."""

from pathlib import Path

import pytest

from lif.rules.check import check
from lif.rules.validation import validate
from lif.store.load import load
from tests.benchmarks.generator import make_board
from tests.support import found, path_of, replace_text, tiny_records, write_board

MEETING, PLAN = "records/meetings/2017/MT-2017-001.yaml", "records/plans/2017/AP-2017-001.yaml"
UNKNOWN = [
    ("records/reviews/2017/CR-2017-001.yaml", "  - agency: police", "polise"),
    (MEETING, "group: strategic-board", "strategic-bord"),
    ("records/board.yaml", "chair: independent-chair", "independant-chair"),
    (PLAN, "owner: business-manager", "busines-manager"),
    (MEETING, "indicator: repeat-plans", "repeat-plan"),
    ("records/indicators/repeat-plans.yaml", "  - neglect", "neglekt"),
]


@pytest.mark.parametrize(("file", "line", "wrong"), UNKNOWN, ids=[row[2] for row in UNKNOWN])
def test_an_unknown_name_is_found_where_it_stands_with_the_nearest(
    file: str, line: str, wrong: str, tiny_board: Path
) -> None:
    right = line.rpartition(" ")[2]
    replace_text(tiny_board / file, f"{line}\n", f"{line.removesuffix(right)}{wrong}\n")
    [finding] = check(load(tiny_board))
    assert found(tiny_board) == [("R306", file, wrong)]
    assert finding.hint == f"Did you mean {right}?"
    assert wrong in finding.message


def test_an_unknown_neighbouring_board(tmp_path: Path) -> None:
    records = tiny_records()
    records["review", "CR-2017-001"]["other_boards"] = [{"board": "wenlow"}, {"board": "wenlo"}]
    write_board(tmp_path, records)
    assert found(tmp_path) == [("R306", "records/reviews/2017/CR-2017-001.yaml", "wenlo")]


def test_who_may_be_a_role_a_group_or_an_agency(tmp_path: Path) -> None:
    records = tiny_records()
    for who in ("business-manager", "strategic-board", "health-trust"):
        records["plan", "AP-2017-001"]["owner"] = who
        assert found(write_board(tmp_path / who, records)) == []


@pytest.mark.parametrize("reference", ["CR-2017-001.R9", "CR-2018-001", "AU-2017-001.F2", "CR-2018-001.R1"])
def test_an_id_that_leads_nowhere(reference: str, tiny_board: Path) -> None:
    file = path_of(tiny_board, "plan", "AP-2017-001")
    replace_text(file, "- CR-2017-001.R1", f"- {reference}")
    assert found(tiny_board) == [("R305", "records/plans/2017/AP-2017-001.yaml", reference)]


@pytest.mark.parametrize("reference", ["CR-2017-001.R2", "AU-2017-001.F1", "MT-2017-001.D1"])
def test_an_item_of_any_record_can_be_named(reference: str, tiny_board: Path) -> None:
    replace_text(path_of(tiny_board, "plan", "AP-2017-001"), "- CR-2017-001.R1", f"- {reference}")
    assert found(tiny_board) == []


def test_what_a_broken_file_would_hold_is_not_reported_besides(tiny_board: Path) -> None:
    for kind, record_id in (("review", "CR-2017-001"), ("agency", "police"), ("indicator", "repeat-plans")):
        path_of(tiny_board, kind, record_id).write_text("a: b: c\n", encoding="utf-8")
    assert {code for code, _, _ in found(tiny_board)} == {"Y116"}


def test_without_the_boards_own_record_its_names_are_not_reported(tiny_board: Path) -> None:
    path_of(tiny_board, "board", "board").write_text("a: b: c\n", encoding="utf-8")
    assert [code for code, _, _ in found(tiny_board)] == ["Y116"]


def test_of_many_ids_only_those_of_the_same_record_or_year_are_compared(tmp_path: Path) -> None:
    make_board(tmp_path, 2500)
    plans = tmp_path / "records/plans/2015"
    replace_text(plans / "AP-2015-003.yaml", "[CR-2015-003.R1]", "[CR-2015-003.R91]")
    replace_text(plans / "AP-2015-004.yaml", "[CR-2015-004.R1]", "[CR-2015-999.R1]")
    replace_text(plans / "AP-2015-005.yaml", "[CR-2015-005]", "[CR-2015-905]")
    hints = [finding.hint for finding in validate(tmp_path).findings]
    assert len(hints) == 3
    assert hints[0].startswith("Did you mean CR-2015-003.R1")
    for hint in hints:
        assert hint.count("CR-") == hint.count("CR-2015-") > 1
