"""A round of schools, small: forms out, filled in, collected, analysed. `make bench` does the same with 400."""

import json
from pathlib import Path

from tests.benchmarks.schools import AUDIT, write_round
from tests.conftest import RunLif

SCHOOLS = 4


def test_a_round_from_form_to_results(tmp_path: Path, run_lif: RunLif) -> None:
    board = write_round(tmp_path, SCHOOLS)
    forms = sorted((tmp_path / "forms").iterdir())
    forms[1].unlink()
    taken = run_lif(
        "audit", "collect", AUDIT, str(tmp_path / "forms"), "--apply", "--date", "2018-02-20", cwd=board
    )
    assert taken.returncode == 0, taken.stderr
    said = run_lif(
        "audit", "returns", AUDIT, "--analysis", "--as-of", "2018-03-01", "--format", "json", cwd=board
    )
    data = json.loads(said.stdout)
    assert (data["asked"], data["received"], data["missing"]) == (SCHOOLS, SCHOOLS - 1, ["school-002"])
    assert data["rate"] == {"percent": 75.0, "n": SCHOOLS}
    every = data["analysis"]["all"]
    assert every["n"] + every["notApplicable"] + every["withoutGrade"] == (SCHOOLS - 1) * 40
    assert sum(item["n"] for item in data["analysis"]["items"]) == every["n"]
    results = run_lif("audit", "results", AUDIT, "--as-of", "2018-03-01", "--format", "md", cwd=board)
    assert results.returncode == 0, results.stderr
    assert "3 of 4 returned: 75.0 % (n = 4). Missing: School 002." in results.stdout
