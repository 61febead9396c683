"""The day on one page, and the letters that follow from it, as they are typed."""

import json
from pathlib import Path

import pytest

from tests.conftest import RunLif
from tests.insight.busy import DAY, busy_records
from tests.support import write_board


@pytest.fixture
def board(tmp_path: Path) -> Path:
    return write_board(tmp_path / "board", busy_records())


def test_today_says_what_waits_on_whom(board: Path, run_lif: RunLif) -> None:
    shown = run_lif("today", "--as-of", DAY, cwd=board)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith("Saltmere Safeguarding Children Board, Thursday 1 March 2018\n")
    assert "3 actions are late." in shown.stdout
    told = run_lif("today", "--agency", "health-trust", "--format", "json", cwd=board, env={"LIF_AS_OF": DAY})
    data = json.loads(told.stdout)
    assert (data["schemaVersion"], data["kind"], data["counts"]["action-this-week"]) == (1, "today", 1)
    unknown = run_lif("today", "--group", "strategic-bord", cwd=board)
    assert (unknown.returncode, unknown.stderr) == (
        4, "There is no group called strategic-bord.\nDid you mean strategic-board?\n",
    )  # fmt: skip


def test_chase_writes_a_folder_for_each_agency(board: Path, run_lif: RunLif) -> None:
    dry = run_lif("chase", "--as-of", DAY, "--dry-run", cwd=board)
    assert "Letters would go to 2 agencies" in dry.stdout
    assert not (board / "build").exists()
    done = run_lif("chase", "--as-of", DAY, "--reply-by", "20/03/2018", cwd=board)
    assert done.returncode == 0, done.stderr
    assert (
        "Letters to 2 agencies, as things stood on 1 March 2018, to be answered by 20 March 2018:"
        in done.stdout
    )
    assert "(audience: office): AP-2017-003.A1." in done.stderr
    assert len(list((board / "build/chase/2018-03-01/police").iterdir())) == 6
    past = run_lif("chase", "--as-of", DAY, "--reply-by", DAY, cwd=board)
    assert past.returncode == 2
    assert past.stderr.startswith("--reply-by: 1 March 2018 is not after 1 March 2018")
