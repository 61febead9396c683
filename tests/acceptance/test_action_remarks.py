"""Whoever writes an action meets the remarks on its wording there and then, and only on what she wrote."""

from pathlib import Path

import yaml

from tests.conftest import RunLif

POOR = ("action", "add", "AP-2017-001", "--text", "Continue to raise awareness.", "--lead-agency", "police")


def test_an_action_is_added_with_remarks_which_are_not_told_again(tiny_board: Path, run_lif: RunLif) -> None:
    added = run_lif(*POOR, "--lead-role", "TBC", cwd=tiny_board)
    assert added.returncode == 0
    assert added.stdout == "AP-2017-001.A2 was added to records/plans/2017/AP-2017-001.yaml.\n"
    for code in ("D471", "D472", "D473", "D474", "D477"):
        assert f": {code} (remark) AP-2017-001.A2 " in added.stderr
    assert "Better than `raise awareness`: Say who will hear WHAT" in added.stderr

    noted = run_lif("action", "note", "AP-2017-001.A2", "Two teams were asked.", cwd=tiny_board)
    assert (noted.returncode, noted.stderr) == (0, "")
    checked = run_lif("validate", cwd=tiny_board)
    assert checked.returncode == 0
    assert " records read; 5 remarks." in checked.stderr


def test_of_many_remarks_it_is_told_how_many_there_are(tiny_board: Path, run_lif: RunLif) -> None:
    value = {
        "title": "Old plan", "owner": "business-manager",
        "actions": [{"id": f"A{number}", "text": "Hold a briefing."} for number in range(1, 10)],
    }  # fmt: skip
    made = run_lif("plan", "new", "--from", "-", cwd=tiny_board, stdin=yaml.safe_dump(value))
    assert made.returncode == 0, made.stderr
    assert "36 remarks on what was written" in made.stderr
    assert "lif validate records/plans/" in made.stderr
    assert "D470" not in made.stderr
