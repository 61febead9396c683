"""A Business Manager's first hour, by commands alone, in a fresh folder with real git."""

import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Git, RunLif


@pytest.fixture
def new_board(tmp_path: Path, run_lif: RunLif) -> Path:
    """A Board as `lif init` makes it, with one agency."""
    done = run_lif("init", "our-board", "--name", "Saltmere Safeguarding Children Board", "--area", "Saltmere",
                   cwd=tmp_path)  # fmt: skip
    assert done.returncode == 0, done.stderr
    root = tmp_path / "our-board"
    done = run_lif("agency", "add", "police", "--name", "Saltmere Police", "--type", "police", cwd=root)
    assert done.returncode == 0, done.stderr
    return root


def test_init_makes_a_valid_board_with_all_that_surrounds_it(
    new_board: Path, run_lif: RunLif, git: Git
) -> None:
    done = run_lif("validate", "--format", "json", cwd=new_board)
    assert done.returncode == 0
    assert json.loads(done.stdout) == {"schemaVersion": 1, "kind": "findings", "records": 7, "findings": []}
    assert git(new_board, "rev-parse", "--is-inside-work-tree").strip() == "true"
    for name in (
        ".gitattributes", ".gitignore", ".github/workflows/lif.yml", ".pre-commit-config.yaml",
        ".vscode/settings.json", ".editorconfig", "README.md", "schemas/review.schema.json",
    ):  # fmt: skip
        assert (new_board / name).is_file(), name
    assert git(new_board, "log", "--all", "--oneline") == "", "init commits nothing"
    git(new_board, "add", "--all")
    added = git(new_board, "status", "--porcelain").splitlines()
    assert all("lif-new" not in line and "build/" not in line for line in added)


def test_init_leaves_what_is_there_alone(tmp_path: Path, run_lif: RunLif) -> None:
    (tmp_path / "README.md").write_text("Ours.\n", encoding="utf-8")
    done = run_lif("init", cwd=tmp_path)
    assert done.returncode == 0
    assert "left alone: README.md" in done.stderr
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Ours.\n"
    again = run_lif("init", cwd=tmp_path)
    assert again.returncode == 1
    assert "already holds a Board" in again.stderr


def test_init_dry_run_writes_nothing(tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("init", "ours", "--dry-run", cwd=tmp_path)
    assert done.returncode == 0
    assert not (tmp_path / "ours").exists()


def test_a_case_from_referral_to_an_action_completed(new_board: Path, run_lif: RunLif) -> None:
    def lif(*words: str) -> str:
        done = run_lif(*words, cwd=new_board)
        assert done.returncode == 0, done.stderr
        return done.stdout

    opened = lif("review", "new", "--type", "undecided", "--title", "Child A", "--referred", "13/04/2017",
                 "--source", "partner-agency", "--agency", "police", "--subject", "Child A:5-9",
                 "--incident", "March 2017")  # fmt: skip
    assert "CR-2017-001" in opened
    text = (new_board / "records/reviews/2017/CR-2017-001.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../schemas/review.schema.json\n")
    assert "incident: 2017-03\n" in text
    assert "date: 2017-04-13\n" in text
    lif(
        "plan",
        "new",
        "--title",
        "Child A: what we will do",
        "--source",
        "CR-2017-001",
        "--agreed",
        "2017-09-01",
    )
    lif("action", "add", "AP-2017-001", "--text", "Ring every family within two days.", "--lead-agency", "police",
        "--lead-role", "Head of Safeguarding", "--due", "2017-12-01", "--resource", "none")  # fmt: skip
    path = new_board / "records/plans/2017/AP-2017-001.yaml"
    before = path.read_text(encoding="utf-8")
    lif(
        "action",
        "note",
        "AP-2017-001.A1",
        "Half of the families were rung.",
        "--by",
        "police",
        "--date",
        "2017-10-02",
    )
    lif(
        "action",
        "complete",
        "AP-2017-001.A1",
        "--note",
        "All were rung.",
        "--by",
        "police",
        "--date",
        "2017-11-20",
    )
    after = path.read_text(encoding="utf-8")
    assert after.startswith(before), "what stood there stays as it was"
    listed = json.loads(lif("action", "list", "--as-of", "2018-03-01", "--format", "json"))
    (action,) = listed["actions"]
    assert (action["id"], action["state"], action["brag"]) == ("AP-2017-001.A1", "completed", "amber")
    lif("report", "new", "--agency", "police", "--period", "2017-Q3", "--narrative", "Fewer children were missing.",
        "--new-risks", "yes: two officers left", "--received", "2018-01-15")  # fmt: skip
    # The yes opened a draft in the risk log, which waits for its score.
    lif("risk", "score", "RK-2018-001", "--likelihood", "3", "--impact", "4", "--why", "Two of nine posts are empty.",
        "--date", "2018-01-16", "--next-review", "2018-05-16")  # fmt: skip
    lif("meeting", "new", "--group", "strategic-board", "--date", "2018-03-08", "--item", "decision:Child A")
    assert "CR-2017-001" in lif("review", "list", "--as-of", "2018-03-01")
    for noun, record in (("review", "CR-2017-001"), ("plan", "AP-2017-001"), ("action", "AP-2017-001.A1"),
                         ("report", "AR-2018-001"), ("meeting", "MT-2018-001"), ("risk", "RK-2018-001")):  # fmt: skip
        assert record in lif(noun, "show", record)
        shown = json.loads(lif(noun, "show", record, "--format", "json"))
        assert shown["id"] == record
    assert run_lif("validate", cwd=new_board).returncode == 0


def test_audit_from_a_file_and_from_standard_input(new_board: Path, run_lif: RunLif) -> None:
    given = {
        "kind": "multi-agency-thematic", "theme": "Neglect", "why": "Two reviews found it late.",
        "lead": "performance-audit", "sample": {"method": "at random", "size": 8},
        "results": [{"grade": "good", "count": 3}, {"grade": "poor", "count": 5}],
        "log": [{"date": "2017-10-03", "entry": "held", "by": "performance-audit"}],
    }  # fmt: skip
    done = run_lif("audit", "log", "--from", "-", cwd=new_board, stdin=json.dumps(given))
    assert done.returncode == 0, done.stderr
    assert "AU-2017-001" in done.stdout
    given["results"] = [
        {"grade": "good", "count": 2},
        {"grade": "fair", "count": 2},
        {"grade": "poor", "count": 5},
    ]
    path = new_board / "audit.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    done = run_lif("audit", "log", "--from", path, cwd=new_board)
    assert done.returncode == 1
    assert "2 + 2 + 5 = 9" in done.stderr
    assert not (new_board / "records/audits/2017/AU-2017-002.yaml").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("review", "new", "--title", "Child B"), 2, "These are missing:\n  --type: "),
        (("review", "new", "--type", "undecided", "--title", "B", "--referred", "2017-02-30", "--source", "other"),
         2, "30 February 2017"),
        (("review", "new", "--type", "serious-case", "--title", "B", "--referred", "2017-02-03", "--source", "other"),
         2, "Did you mean serious-case-review?"),
        (("review", "show", "CR-2017-009"), 4, "no review called CR-2017-009"),
        (("action", "note", "AP-2017-009.A1", "Done."), 4, "no action called AP-2017-009.A1"),
        (("action", "add", "AP-2017-009", "--text", "Ring."), 4, "no plan called AP-2017-009"),
        (("agency", "add", "police", "--name", "Again", "--type", "police"), 1, "already a record called police"),
        (("agency", "add", "Fire Service", "--name", "Fire", "--type", "police"), 1, "small letters"),
        (("meeting", "new", "--group", "stategic-board", "--date", "2018-03-08"), 1, "strategic-board"),
        (("report", "new", "--agency", "polise", "--period", "2017-Q3", "--narrative", "x"), 1, "police"),
        (("report", "new", "--agency", "police", "--period", "third quarter", "--narrative", "x"), 1, "2017-Q3"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_its_mend(
    new_board: Path, run_lif: RunLif, words: tuple[str, ...], code: int, said: str
) -> None:
    before = sorted(path.name for path in (new_board / "records").rglob("*"))
    done = run_lif(*words, cwd=new_board)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in (new_board / "records").rglob("*")) == before


def test_dry_run_shows_the_change_and_writes_nothing(new_board: Path, run_lif: RunLif) -> None:
    done = run_lif("review", "new", "--type", "inspection", "--title", "Inspection", "--referred", "2017-05-02",
                   "--source", "inspectorate", "--dry-run", cwd=new_board)  # fmt: skip
    assert done.returncode == 0
    assert "+++ b/records/reviews/2017/CR-2017-001.yaml" in done.stdout
    assert not (new_board / "records/reviews").exists()


@pytest.mark.parametrize("editor", ['"code --wait', "  "])
def test_an_editor_that_is_none(new_board: Path, run_lif: RunLif, editor: str) -> None:
    done = run_lif("edit", "police", cwd=new_board, env={"EDITOR": editor, "VISUAL": ""})
    assert done.returncode == 1
    assert "names no editor" in done.stderr


@pytest.mark.parametrize(
    ("what", "ending"),
    [
        ("p.unlink()", (4, "records/agencies/police.yaml is no longer there.")),
        ("(p.parent / 'x.yaml').write_text('a: b')", (0, "Something is wrong in other files.")),
    ],
)
def test_edit_says_what_became_of_the_rest(
    new_board: Path, run_lif: RunLif, tmp_path: Path, what: str, ending: tuple[int, str]
) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        f"import sys; from pathlib import Path; p = Path(sys.argv[1]); {what}", encoding="utf-8"
    )
    environment = {"EDITOR": f'"{sys.executable}" "{editor}"', "VISUAL": ""}
    done = run_lif("edit", "police", cwd=new_board, env=environment)
    assert done.returncode == ending[0], done.stderr
    assert ending[1] in done.stderr


def test_edit_opens_the_record_and_checks_it_on_return(
    new_board: Path, run_lif: RunLif, tmp_path: Path
) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys; from pathlib import Path; p = Path(sys.argv[1]); "
        "p.write_text(p.read_text().replace('type: police', 'type: polise'))",
        encoding="utf-8",
    )

    done = run_lif(
        "edit", "police", cwd=new_board, env={"EDITOR": f'"{sys.executable}" "{editor}"', "VISUAL": ""}
    )
    assert done.returncode == 1
    assert "records/agencies/police.yaml:4:7: S203" in done.stdout
    assert "lif edit police" in done.stderr


def test_outside_a_board_it_says_how_to_start_one(tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("validate", cwd=tmp_path)
    assert done.returncode == 2
    assert "lif init" in done.stderr


def test_root_is_found_from_below_and_can_be_given(new_board: Path, run_lif: RunLif, tmp_path: Path) -> None:
    assert run_lif("agency", "list", cwd=new_board / "records" / "agencies").returncode == 0
    assert run_lif("--root", new_board, "agency", "list", cwd=tmp_path).returncode == 0
    assert run_lif("agency", "list", cwd=tmp_path, env={"LIF_ROOT": str(new_board)}).returncode == 0
