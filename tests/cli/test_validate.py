"""`lif validate`, as it is typed."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Git, RunLif
from tests.support import CHECKOUT, path_of, replace_text, write_file

REVIEW = "records/reviews/2017/CR-2017-001.yaml"


@pytest.fixture
def broken_board(tiny_board: Path) -> Path:
    """A Board with one thing wrong in a review, another in an audit."""
    replace_text(path_of(tiny_board, "review", "CR-2017-001"), "by: independent-chair", "by: the-chair")
    replace_text(path_of(tiny_board, "audit", "AU-2017-001"), "size: 6", "size: 7")
    return tiny_board


def test_a_valid_board_ends_with_0(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("validate", cwd=tiny_board)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "16 records read; nothing is wrong.\n"


def test_the_sample_board_is_valid(tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("--root", CHECKOUT, "validate", "--format", "json", cwd=tmp_path)
    result = json.loads(done.stdout)
    files = list((CHECKOUT / "records").rglob("*.yaml"))
    assert (done.returncode, result["records"]) == (0, len(files))
    # Three of its actions are carelessly written, to show what is remarked on.
    assert {finding["severity"] for finding in result["findings"]} == {"remark"}
    named = {re.search(r"AP-[\d-]+\.A\d+", finding["message"])[0] for finding in result["findings"]}
    assert named == {"AP-2017-001.A10", "AP-2017-002.A10", "AP-2017-005.A5"}


def test_everything_wrong_is_said_in_one_run(broken_board: Path, run_lif: RunLif) -> None:
    done = run_lif("validate", cwd=broken_board)
    assert done.returncode == 1
    assert [line.split(" ")[:2] for line in done.stdout.splitlines()[::2]] == [
        ["records/audits/2017/AU-2017-001.yaml:19:1:", "D421"],
        [f"{REVIEW}:29:9:", "R306"],
    ]
    assert done.stderr == "16 records read; 2 errors. What a code means: lif explain CODE\n"


def test_warnings_are_findings_too(tiny_board: Path, run_lif: RunLif) -> None:
    path = path_of(tiny_board, "report", "AR-2017-001")
    replace_text(path, "new_risks:\n  answer: no", "new_risks:\n  answer: yes")
    done = run_lif("validate", cwd=tiny_board)
    assert done.returncode == 1
    assert "D442 (warning)" in done.stdout


def test_from_anywhere_and_of_some_files_alone(broken_board: Path, run_lif: RunLif, tmp_path: Path) -> None:
    for cwd, paths in (
        (broken_board, ["records/reviews"]),
        (broken_board / "records/reviews", ["."]),
        (broken_board / "records/agencies", ["../reviews/2017/CR-2017-001.yaml"]),
        (broken_board, [str(broken_board / "records/reviews"), "records/agencies/police.yaml"]),
    ):
        done = run_lif("validate", *paths, cwd=cwd)
        assert (done.returncode, done.stdout.count("\n")) == (1, 2), done.stderr
        assert done.stdout.startswith(REVIEW)
    done = run_lif("--root", broken_board, "validate", broken_board / "records/agencies", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "2 records read; nothing is wrong.\n")
    done = run_lif("validate", cwd=tmp_path, env={"LIF_ROOT": str(broken_board)})
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["validate", "nowhere"], 4, "There is no file or folder nowhere."),
        (["validate", "x" * 300], 4, "There is no file or folder"),
        (["validate", "templates"], 4, "There was no record to read there."),
        (["validate", ".."], 1, ".. leads out of the Board's folder."),
        (["validate", "--format", "xml"], 2, "'xml' is not one of"),
        (["validate", "--fast"], 2, "See: lif validate --help"),
        (["validate", "--select", "D499"], 2, "--select: no code begins with D499."),
        (["validate", "--ignore", "Y1"], 2, "--ignore Y1: Y101 keeps a record from being read"),
        (["valdate"], 2, "Did you mean validate?"),
        (["--root", "nowhere", "validate"], 2, "nowhere holds no Board"),
    ],
)
def test_other_ends(arguments: list[str], code: int, said: str, tiny_board: Path, run_lif: RunLif) -> None:
    (tiny_board / "templates").mkdir()
    done = run_lif(*arguments, cwd=tiny_board)
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_outside_a_board(tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("validate", cwd=tmp_path)
    assert done.returncode == 2
    assert "lif init" in done.stderr


def test_a_board_of_which_nothing_could_be_read_is_a_finding(tmp_path: Path, run_lif: RunLif) -> None:
    write_file(tmp_path, "records/board.yaml", b"#" * (2 * 1024 * 1024 + 1))
    done = run_lif("validate", cwd=tmp_path)
    assert done.returncode == 1
    assert "records/board.yaml:1:1: F105" in done.stdout


def test_checking_writes_nothing(broken_board: Path, run_lif: RunLif) -> None:
    before = {path: path.stat().st_mtime_ns for path in broken_board.rglob("*")}
    for form in ("text", "json", "github", "sarif", "junit"):
        run_lif("validate", "--format", form, cwd=broken_board)
    assert {path: path.stat().st_mtime_ns for path in broken_board.rglob("*")} == before


def test_some_codes_alone(broken_board: Path, run_lif: RunLif) -> None:
    done = run_lif("validate", "--select", "D4,R301", "--ignore", "D404", cwd=broken_board)
    assert (done.returncode, done.stdout.count(" D421 "), done.stdout.count(" R306 ")) == (1, 1, 0)
    assert "1 error (1 finding left out by --select or --ignore)." in done.stderr
    done = run_lif("validate", "--ignore", "D4", "--ignore", "R3", cwd=broken_board)
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing is wrong (2 findings left out" in done.stderr


def test_a_finding_that_is_ignored_with_a_reason(broken_board: Path, run_lif: RunLif) -> None:
    audit = path_of(broken_board, "audit", "AU-2017-001")
    replace_text(audit, "results:", "# lif: ignore D421 because one case was graded twice\nresults:")
    done = run_lif("validate", "records/audits", cwd=broken_board)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout
    # And it is no obstacle to a change of that record.
    done = run_lif("edit", "AU-2017-001", cwd=broken_board, env={"EDITOR": "true"})
    assert done.returncode == 0, done.stderr


def test_a_file_of_figures_alone(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("validate", "--", "records/indicators/repeat-plans.csv", cwd=tiny_board)
    assert (done.returncode, done.stderr) == (0, "1 file read; nothing is wrong.\n")


@pytest.mark.parametrize("form", ["sarif", "junit", "github"])
def test_forms_for_servers(form: str, broken_board: Path, run_lif: RunLif, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    environment = {"GITHUB_STEP_SUMMARY": str(summary)}
    done = run_lif("validate", "--format", form, cwd=broken_board, env=environment)
    assert (done.returncode, "D421" in done.stdout, "R306" in done.stdout) == (1, True, True)
    assert summary.exists() == (form == "github")
    done = run_lif("validate", "--format", form, "records/agencies", cwd=broken_board)
    assert done.returncode == 0


def test_servers_are_told_of_files_from_the_top_of_the_repository(
    broken_board: Path, run_lif: RunLif, git: Git
) -> None:
    git(broken_board.parent, "init", "--quiet")
    name = f"{broken_board.name}/{REVIEW}"
    assert f"file={name}," in run_lif("validate", "--format", "github", cwd=broken_board).stdout
    assert f'"uri": "{name}"' in run_lif("validate", "--format", "sarif", cwd=broken_board).stdout
    git(broken_board, "init", "--quiet")
    assert f"file={REVIEW}," in run_lif("validate", "--format", "github", cwd=broken_board).stdout
