"""Words are found wherever they stand, with their place."""

import json
from pathlib import Path

from tests.conftest import RunLif
from tests.support import path_of, replace_text


def test_a_word_is_found_with_its_place_whatever_its_capitals_and_quotes(
    tiny_board: Path, run_lif: RunLif
) -> None:
    replace_text(path_of(tiny_board, "plan", "AP-2017-001"), "title: ", "title: The Child’s OWN words, ")

    done = run_lif("search", "child's own", "--format", "json", cwd=tiny_board)

    (record,) = json.loads(done.stdout)["records"]
    assert (record["id"], record["kind"]) == ("AP-2017-001", "plan")
    (place,) = record["places"]
    assert (place["file"], place["where"]) == ("records/plans/2017/AP-2017-001.yaml", "title")
    line = (tiny_board / place["file"]).read_text(encoding="utf-8").splitlines()[place["line"] - 1]
    assert line.startswith("title: The Child’s OWN words")


def test_every_word_must_be_there_and_the_kind_narrows(tiny_board: Path, run_lif: RunLif) -> None:
    both = run_lif("search", "police", "AP-2017-001", cwd=tiny_board)
    narrowed = run_lif("search", "police", "--kind", "agency", "--format", "json", cwd=tiny_board)

    assert both.stdout.startswith("AP-2017-001 ")
    assert {one["kind"] for one in json.loads(narrowed.stdout)["records"]} == {"agency"}


def test_words_that_stand_together_come_before_words_far_apart(tiny_board: Path, run_lif: RunLif) -> None:
    apart, together = path_of(tiny_board, "plan", "AP-2017-001"), path_of(tiny_board, "review", "CR-2017-001")
    replace_text(apart, "title: ", "title: Zebra, ")
    replace_text(apart, "Add the question", "Quagga, add the question")
    replace_text(together, "title: ", "title: Zebra and quagga, ")

    done = run_lif("search", "zebra", "quagga", "--format", "json", cwd=tiny_board)

    assert [one["id"] for one in json.loads(done.stdout)["records"]] == ["CR-2017-001", "AP-2017-001"]


def test_a_meeting_is_called_by_its_group_and_day(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("search", "MT-2017-001", "--kind", "meeting", cwd=tiny_board)

    assert done.stdout.splitlines()[0] == "MT-2017-001 Strategic Board, 15 June 2017"


def test_figures_are_looked_through_with_their_indicator(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("search", "E06999999,", "--format", "json", cwd=tiny_board)

    places = [place for one in json.loads(done.stdout)["records"] for place in one["places"]]
    assert {place["file"] for place in places} == {"records/indicators/repeat-plans.csv"}


def test_nothing_found_says_so(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("search", "zebra", cwd=tiny_board)

    assert (done.returncode, done.stdout) == (4, "")
    assert "No record holds “zebra”." in done.stderr
    assert run_lif("search", " ", cwd=tiny_board).returncode == 2
    assert run_lif("search", "x", "--kind", "revue", cwd=tiny_board).returncode == 2
