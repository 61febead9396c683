"""An audit by the real command line: planned, held, reported, shared, revisited and closed."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from lif.operations.audits.ends import close, revisit
from lif.operations.audits.log import add_audit_entry, share
from lif.store.errors import Refusal
from lif.store.load import load
from tests.conftest import RunLif
from tests.support import CHECKOUT

AS_OF = {"LIF_AS_OF": "2018-03-01"}
TODAY = date(2018, 3, 1)


def said(word: str, on: str = "2018-03-01", **keys: object) -> dict[str, object]:
    return {"date": on, "by": "business-manager", "entry": word, **keys}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    shutil.copytree(CHECKOUT / "records", tmp_path / "board" / "records")
    return tmp_path / "board"


def test_the_whole_way(tiny_board: Path, run_lif: RunLif) -> None:
    def lif(*words: str) -> str:
        done = run_lif(*words, cwd=tiny_board, env=AS_OF)
        assert done.returncode == 0, done.stderr
        return done.stdout

    opened = lif("audit", "log", "--kind", "dip-sample", "--theme", "Missed visits", "--why", "Seen in a review.",
                 "--lead", "police", "--planned-for", "2018-Q1", "--planned", "2018-01-10",
                 "--instrument", "missed-appointments")  # fmt: skip
    assert "What comes next: lif audit show AU-2018-001" in opened
    plan = json.loads(lif("audit", "plan", "2018/19", "--suggest", "--format", "json"))
    assert [(one["id"], one["quarter"]) for one in plan["audits"]] == [("AU-2018-001", 1)]
    lif("audit", "hold", "AU-2018-001", "--date", "2018-01-20")
    lif("audit", "report", "AU-2018-001", "--date", "2018-02-01")
    lif("audit", "share", "AU-2018-001", "--group", "strategic-board", "--date", "2018-02-02")
    lif("audit", "note", "AU-2018-001", "Agreed.")
    lif("audit", "revisit", "AU-2018-001", "--outcome", "same", "--found", "As before.",
        "--compared", "Forms finished=3/8 then 3/8")  # fmt: skip
    assert "Closed" in lif("audit", "close", "AU-2018-001", "--reason", "Taken into the next audit.")
    listed = json.loads(lif("audit", "list", "--state", "closed", "--format", "json"))
    assert [one["outcomes"] for one in listed["audits"]] == [["same"]]
    register = json.loads(lif("audit", "register", "--format", "json"))
    assert register["counts"]["outcomes"] == {"same": 1}
    assert run_lif("validate", cwd=tiny_board).returncode == 0


def test_the_register_on_paper(sample: Path, run_lif: RunLif) -> None:
    done = run_lif("audit", "register", "--papers", cwd=sample, env=AS_OF)

    assert done.returncode == 0, done.stderr
    folder = sample / "build" / "audits" / "register"
    assert sorted(path.suffix for path in folder.iterdir()) == [".docx", ".html", ".md", ".pdf", ".xlsx"]
    text = (folder / "register.md").read_text(encoding="utf-8")
    for words in ("## How many", "## Areas covered", "## Results", "## Learning", "## Effectiveness",
                  "## Looked at again", "R1 and R4: improved", "15 of 17 recommendations"):  # fmt: skip
        assert words in text


def test_an_audit_is_not_closed_while_something_is_open(sample: Path) -> None:
    with pytest.raises(Refusal) as refused:
        close(load(sample), "AU-2017-003", said("closed", reason="Done."), TODAY)

    assert "lif action add PLAN --answers AU-2017-003.R2" in str(refused.value)
    assert "AU-2017-003.R1" not in str(refused.value)


def test_a_revisit_can_be_set_while_closing(tiny_board: Path) -> None:
    board = load(tiny_board)
    with pytest.raises(Refusal) as refused:
        close(board, "AU-2017-001", said("closed", reason="Done."), TODAY)
    assert "were not reported" in str(refused.value)
    assert "--revisit-due DATE" in str(refused.value)
    with pytest.raises(Refusal, match="not after"):
        close(board, "AU-2017-001", said("closed", reason="Done.", revisit_due="2018-01-01"), TODAY)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"outcome": "cannot-tell", "found": "-."}, "the reason is missing"),
        ({"outcome": "same", "found": "-.", "about": ["AU-2016-001.R1"]}, "not part of AU-2017-001"),
        ({"outcome": "same", "found": "-.", "next": "2018-02-01"}, "not after the revisit"),
        ({"outcome": "improved", "found": "-.", "audit": "AU-2017-005"}, "like with like"),
        ({"outcome": "improved", "found": "-.", "compared": [
            {"what": "Seen", "before": {"count": 3, "of": 6}, "after": {"count": 1, "of": 6}}]}, "every figure says worse"),
        ({"outcome": "improved", "found": "-.", "compared": [
            {"what": "Seen", "before": {"count": 3, "of": 6}, "after": {"count": 8, "of": 6}}]}, "more than there were"),
    ],
)  # fmt: skip
def test_a_revisit_compares_like_with_like(sample: Path, keys: dict[str, object], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        revisit(load(sample), "AU-2017-001", said("revisited", **keys), TODAY)


def test_nothing_before_the_audit_was_held_and_nothing_ahead(sample: Path) -> None:
    board = load(sample)
    with pytest.raises(Refusal, match="nothing says that it was held"):
        share(board, "AU-2018-002", said("shared", group="executive"), TODAY)
    with pytest.raises(Refusal, match="lies ahead"):
        add_audit_entry(board, "AU-2018-002", said("held", "2018-08-01"), TODAY)
    with pytest.raises(Refusal, match="was held on 24 May 2017"):
        add_audit_entry(board, "AU-2017-001", said("held"), TODAY)
    with pytest.raises(Refusal, match="lies before"):
        add_audit_entry(board, "AU-2018-002", said("noted", "2017-01-01", note="-."), TODAY)


def test_sharing_says_what_comes_next_on_the_way_to_the_strategic_board(sample: Path) -> None:
    board = load(sample)

    assert (
        "--group executive"
        in share(board, "AU-2017-005", said("shared", channel="A briefing"), TODAY).summary
    )
    last = share(board, "AU-2017-005", said("shared", group="strategic-board"), TODAY).summary
    assert "Nothing says that it went through the Executive Group first" in last
    assert share(board, "AU-2017-002", said("shared", group="strategic-board"), TODAY).summary.endswith(
        "Strategic Board."
    )
