"""`lif export inspection` as it is typed."""

import json
from pathlib import Path

from tests.conftest import RunLif


def test_the_folder_is_written_and_its_parts_are_named(run_lif: RunLif, tiny_board: Path) -> None:
    asked = ("export", "inspection", "--as-of", "2018-03-01")
    done = run_lif(*asked, "--format", "json", cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["schemaVersion"], told["kind"], told["folder"]) == (
        1,
        "inspection",
        "build/inspection/2018-03-01",
    )
    folder = tiny_board / told["folder"]
    assert all((folder / name).is_file() for part in told["parts"] for name in part["files"])
    assert "No round of returns under section 11 or section 175 is on record." in told["missing"]
