"""Validating file by file, in one process or in several, finds the same as checking a whole Board at once."""

import random
from pathlib import Path

import pytest

from lif.rules import survey as survey_module
from lif.rules.check import check, faults_across
from lif.rules.register import Register
from lif.rules.validation import validate
from lif.store.faults import Fault
from lif.store.load import load
from tests.benchmarks.generator import make_board
from tests.store.yaml_mutations import mutate
from tests.support import path_of, replace_text


@pytest.fixture(scope="module")
def large_board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Board large enough to be shared out, with every tenth record damaged in some way."""
    root = tmp_path_factory.mktemp("large")
    make_board(root, 450)
    chance = random.Random(1)
    for path in sorted((root / "records").rglob("*.yaml")):
        if chance.random() < 0.1:
            path.write_bytes(mutate(path.read_bytes(), chance, times=2))
    plan = root / "records/plans/2013/AP-2013-001.yaml"
    (plan.parent / "AP-2013-900.yaml").write_bytes(plan.read_bytes())
    replace_text(plan, "[CR-2013-001.R2]", "[CR-2013-001.R20]")
    return root


@pytest.mark.parametrize("processes", ["1", "2"])
def test_the_same_findings_as_of_the_whole_board(
    processes: str, large_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIF_PROCESSES", processes)
    board = load(large_board)
    validation = validate(large_board)
    assert validation.findings == check(board)
    assert len(validation.files) == board.files_read
    codes = {finding.code for finding in validation.findings}
    assert {"R301", "R305", "Y116"} <= codes, "a Board without such faults proves nothing"


def test_faults_within_and_between_records(tiny_board: Path) -> None:
    replace_text(path_of(tiny_board, "plan", "AP-2017-001"), "- CR-2017-001.R1", "- CR-2017-001.R9")
    replace_text(path_of(tiny_board, "board", "board"), "chair: independent-chair", "chair: chair")
    path_of(tiny_board, "agency", "police").write_bytes(b"a: b: c\n")
    findings = validate(tiny_board).findings
    assert findings == check(load(tiny_board))
    assert [finding.code for finding in findings] == ["Y116", "R306", "R305"]


def test_a_board_without_its_own_record(tiny_board: Path) -> None:
    path_of(tiny_board, "board", "board").unlink()
    assert [finding.code for finding in validate(tiny_board).findings] == ["R304"]


def test_a_record_that_is_gone_before_its_place_was_looked_for(
    tiny_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = path_of(tiny_board, "plan", "AP-2017-001")
    replace_text(plan, "- CR-2017-001.R1", "- CR-2017-001.R9")

    def remove_first(register: Register) -> list[Fault]:
        plan.unlink()
        return faults_across(register)

    monkeypatch.setattr(survey_module, "faults_across", remove_first)
    assert validate(tiny_board).findings == []


def test_the_boards_that_are_measured_are_valid(tmp_path: Path) -> None:
    make_board(tmp_path, 60)
    assert validate(tmp_path).findings == []
