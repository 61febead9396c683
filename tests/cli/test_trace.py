"""`lif trace` on a real command line, and how its trees are drawn."""

import io
import json
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from lif.cli import colour, say
from lif.cli.trace_text import board_text, story_text
from lif.cli.trace_tree import PLAIN, Drawing
from lif.insight.trace.graph import trace
from lif.insight.trace.lineage import lineage
from lif.insight.trace.model import Trace
from lif.store.load import load
from tests.conftest import RunLif
from tests.insight.trace.samples import EVALUATED, answering, traced
from tests.support import CHECKOUT

DAY = "2018-03-01"
THREE = [{"id": f"R{number}", "text": "Ask."} for number in (1, 2, 3)]


@pytest.fixture(scope="module")
def sample() -> Trace:
    return trace(load(CHECKOUT), date.fromisoformat(DAY))


@pytest.fixture
def sample_board(tmp_path: Path) -> Path:
    shutil.copytree(CHECKOUT / "records", tmp_path / "sample" / "records")
    return tmp_path / "sample"


def test_an_action_is_told_between_where_it_came_from_and_what_it_led_to(run_lif: RunLif) -> None:
    done = run_lif("trace", "AP-2016-001.A1", "--as-of", DAY, cwd=CHECKOUT, env={"COLUMNS": "80"})
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == """\
WHERE IT CAME FROM
      ┌─ chosen because of CR-2016-003  Multi-agency case review: Superseded by
      │    CR-2017-001, since 14 February 2017
      │  Family C (first review)
   ┌─ part of AU-2016-001  Audit (multi-agency, thematic): revisited on 18
   │    October 2017
   │  Neglect of children under ten
┌─ answers AU-2016-001.R1  answered by 3 actions, 2 closed
│  Use the neglect tool in every case before an initial conference, and bring…
├─ part of AP-2016-001  Action plan: agreed on 12 January 2017; 8 actions, 3
│    closed
│  Neglect of children under ten

AP-2016-001.A1  Action: closed on 8 November 2017 (Children's Services)
  Conference chairs postpone any first conference for neglect that has no
  finished neglect form before it.
  In AP-2016-001: Neglect of children under ten

WHAT IT LED TO
├─ Evidence: 13 July 2017, Performance and Audit Group
│  Register of conferences, April to June 2017, seen at the meeting: 15 of 17…
└─ Impact: 18 October 2017, Chair of the Performance and Audit Group: things
     improved
   At the revisit the form was finished in five of six cases. In two it moved…
   └─ shown by AU-2016-001  Audit (multi-agency, thematic): revisited on 18
        October 2017
      Neglect of children under ten
"""
    )


def test_without_an_id_everything_that_is_broken_is_listed(run_lif: RunLif, sample_board: Path) -> None:
    done = run_lif("trace", "--as-of", DAY, "--format", "json", cwd=sample_board)
    content = json.loads(done.stdout)
    assert (content["schemaVersion"], content["kind"], content["asOf"]) == (1, "trace", DAY)
    assert content["counts"]["asked"] > content["counts"]["answered"] > content["counts"]["withImpact"] > 0
    assert content["counts"]["broken"] == len(content["broken"])
    assert {
        "id": "AP-2016-001.A6",
        "code": "no-evidence",
        "words": "completed, and no evidence of it was seen",
    } in (content["broken"])


def test_a_matrix_is_written_as_a_web_page_and_a_workbook(run_lif: RunLif, sample_board: Path) -> None:
    done = run_lif("trace", "CR-2016-001", "--matrix", "--as-of", DAY, cwd=sample_board)
    assert (done.returncode, done.stderr) == (0, "")
    folder = sample_board / "build" / "trace" / "CR-2016-001"
    assert {path.name for path in folder.iterdir()} == {"CR-2016-001-matrix.html", "CR-2016-001-matrix.xlsx"}
    assert "  build/trace/CR-2016-001/CR-2016-001-matrix.xlsx\n" in done.stdout


def test_what_is_broken_beside_the_matrix_is_told(run_lif: RunLif, sample_board: Path) -> None:
    whole = run_lif("trace", "--as-of", DAY, cwd=sample_board).stdout.split("\n\n")[0]
    done = run_lif("trace", "--matrix", "--as-of", DAY, cwd=sample_board)
    assert "18 things are broken." in " ".join(whole.split())
    assert "17 things are broken." in " ".join(done.stdout.split())
    assert done.stderr.startswith("1 more thing is broken that no row of a matrix holds")


def test_a_matrix_can_go_to_a_file_of_one_s_own(run_lif: RunLif, sample_board: Path, tmp_path: Path) -> None:
    done = run_lif("trace", "--to", tmp_path / "all.xlsx", "--as-of", DAY, cwd=sample_board)
    assert done.returncode == 0
    assert openpyxl.load_workbook(tmp_path / "all.xlsx").sheetnames == ["Matrix"]
    assert not (sample_board / "build").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["CR-2016-001.R11"], 4, "Did you mean CR-2016-001.R1"),
        (["police"], 4, "police is a record of kind agency"),
        (
            ["CR-2018-002", "--as-of", "2015-01-01"],
            4,
            "Of CR-2018-002 nothing had happened by 1 January 2015.",
        ),
        (["MT-2017-001", "--matrix"], 2, "there is no matrix of it"),
        (["CR-2016-001", "--to", "matrix.pdf"], 2, "ends in neither .html nor .xlsx"),
        (["CR-2016-001", "--to", "records/matrix.xlsx"], 2, "not put among the records"),
    ],
)
def test_what_cannot_be_traced_is_said(
    words: list[str], code: int, said: str, run_lif: RunLif, sample_board: Path
) -> None:
    done = run_lif("trace", "--as-of", DAY, *words, cwd=sample_board)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


@pytest.mark.parametrize("width", [80, 120])
def test_every_line_of_every_trace_fits_the_width(
    width: int, sample: Trace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for name, node in sample.nodes.items():
        if node.named:
            assert max(map(len, story_text(sample, name).split("\n"))) <= width, name
    assert max(map(len, board_text(sample).split("\n"))) <= width


def test_where_lines_cannot_be_shown_plain_signs_draw_the_tree(
    sample: Trace, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = story_text(sample, "CR-2016-001")
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr("sys.stdout", console)
    say.prepare_streams()
    plain = story_text(sample, "CR-2016-001")
    monkeypatch.undo()
    say.prepare_streams()
    assert set("├└│…") <= set(drawn)
    assert plain.isascii()
    assert {"+- ", "|  "} <= {plain[place : place + 3] for place in range(len(plain))}


def test_what_was_told_already_is_referred_to() -> None:
    made = traced(answering("R1", "R2", "R3", log=EVALUATED), recommendations=THREE)
    drawn = Drawing(made, up=False, signs=PLAIN, width=100).tree(lineage(made, "CR-2017-001", "below"))
    assert drawn.count("|  +- answered by AP-2017-001.A1 (told already)") == 2
    assert drawn.count("|  +- answered by AP-2017-001.A1  evaluated on 1 August 2017") == 1
    above = Drawing(made, up=True, signs=PLAIN, width=100).tree(lineage(made, "AP-2017-001.A1", "above"))
    assert "   +- part of CR-2017-001 (told already)" in [line.replace("|", " ") for line in above]


def test_neighbours_that_were_told_already_stand_on_one_line() -> None:
    made = traced(answering("R1", "R2"), answering("R1", "R2"))
    drawn = Drawing(made, up=False, signs=PLAIN, width=100).tree(lineage(made, "CR-2017-001", "below"))
    assert "|  +- answered by AP-2017-001.A1, A2 (told already)" in drawn


def test_a_chain_of_any_depth_stays_in_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    gone = [
        {"entry": "superseded", "date": "2017-05-01", "by": "police", "reason": "-.",
         "replaced_by": f"AP-2017-001.A{number}"} for number in range(2, 40)
    ]  # fmt: skip
    made = traced(*(answering("R1", log=[end]) for end in gone), answering("R2"))
    assert max(map(len, story_text(made, "AP-2017-001.A1").split("\n"))) <= 80


def test_what_is_broken_is_painted_and_what_only_says_the_word_is_not() -> None:
    assert (
        colour.broken_line("│  BROKEN: Nobody answers it.") == "│  \x1b[31mBROKEN: Nobody answers it.\x1b[0m"
    )
    assert colour.broken_line("│  The lamp is BROKEN: mend it.") == "│  The lamp is BROKEN: mend it."
    assert colour.broken_line("WHAT IT LED TO") == "\x1b[1mWHAT IT LED TO\x1b[0m"
