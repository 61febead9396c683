"""`lif priority`: what each priority of the business plan has got, and what it has not."""

import json
from pathlib import Path

import pytest

from lif.cli.ending import run
from lif.insight.priorities import priorities, serving_words
from tests.conftest import RunLif
from tests.insight.samples import board_of, day
from tests.support import tiny_records


def test_what_points_to_a_priority_is_counted_by_kind(tmp_path: Path) -> None:
    records = tiny_records()
    for kind, name in (("risk", "RK-2017-001"), ("voice", "VO-2017-001")):
        records[kind, name]["priorities"] = ["neglect"]
    board = board_of(tmp_path, records)
    (found,) = priorities(board, day("2018-03-01"))
    assert serving_words(found) == (
        "1 indicator, 1 risk and 1 record of voice; no review, no audit, no lesson and no challenge"
    )
    assert found.total == 3
    # On that day nobody had been heard, and the risk had been raised.
    (before,) = priorities(board, day("2017-02-01"))
    assert (len(before.nodes["voice"]), len(before.nodes["risk"])) == (0, 1)


@pytest.mark.parametrize(("year", "number"), [(2015, 0), (2016, 1), (2017, 1), (2018, 0)])
def test_a_priority_stands_in_the_years_that_it_touches(year: int, number: int, tmp_path: Path) -> None:
    records = tiny_records()
    records["board", "board"]["priorities"][0] |= {"start": "2016-04", "end": "2018-03"}
    assert len(priorities(board_of(tmp_path, records), day("2018-03-01"), year)) == number


def test_the_words(
    tiny_board: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tiny_board)
    monkeypatch.setenv("LIF_AS_OF", "2018-03-01")
    for words, code, said in (
        (["list", "--year", "2017/18"], 0, "since April 2016"),
        (["list", "--year", "2014-15"], 0, "No priority stands in that year."),
        (["list", "--year", "last"], 2, "Write it as 2017-18"),
        (["show", "neglect"], 0, "repeat-plans"),
        (["show", "neglct"], 4, "Did you mean neglect?"),
    ):
        assert run(["priority", *words]) == code
        out, err = capsys.readouterr()
        assert said in out + err
    assert run(["priority", "show", "neglect", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["missing"] == [
        "review", "audit", "learning", "risk", "challenge", "voice",
    ]  # fmt: skip


def test_the_word_in_a_terminal(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("priority", "list", "--format", "json", cwd=tiny_board)
    assert json.loads(done.stdout)["priorities"][0]["id"] == "neglect"
