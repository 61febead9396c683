"""An agency's chronology goes beside the review, in the place of its last one; nothing goes unsaid."""

from pathlib import Path

import pytest

from lif.operations.carry_out import Outcome, RefusedByRules, carry_out
from lif.operations.reviews.chronologies import ChronologyImported, import_chronology
from lif.records.base import PartialDate
from lif.records.chronology import ChronologyRow
from lif.rules.validation import validate
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.support import write_file

FILE = "records/reviews/2017/CR-2017-001.chronology/police.csv"


def row(date: str, event: str, comment: str = "") -> ChronologyRow:
    return ChronologyRow(PartialDate.parse(date), "", event, "Log", comment, 7)


def imported(
    root: Path, *rows: ChronologyRow, agency: str = "police", dry_run: bool = False
) -> tuple[Outcome, ChronologyImported]:
    outcome = carry_out(
        root, lambda board: import_chronology(board, "CR-2017-001", agency, rows), dry_run=dry_run
    )
    assert isinstance(outcome.change, ChronologyImported)
    return outcome, outcome.change


def test_it_is_written_in_order_of_time(tiny_board: Path) -> None:
    outcome, change = imported(tiny_board, row("2016", "b"), row("2015-11", "a"))
    assert outcome.written
    assert (tiny_board / FILE).read_bytes() == (
        b"date,time,event,source,comment\n2015-11,,a,Log,\n2016,,b,Log,\n"
    )
    assert (change.new, change.unchanged, change.gone) == (2, 0, ())
    assert validate(tiny_board).findings == []


def test_importing_again_replaces_and_names_what_is_gone(tiny_board: Path) -> None:
    imported(tiny_board, row("2015", "a"), row("2016", "b"), row("2016", "b"), row("2017", "c"))
    _, change = imported(
        tiny_board, row("2015", "a"), row("2016", "b"), row("2017", "c", "x"), row("2018", "d")
    )
    assert (change.new, change.unchanged) == (2, 2)
    assert [(one.date.isoformat(), one.event, one.line) for one in change.gone] == [
        ("2016", "b", 3),
        ("2017", "c", 5),
    ]
    assert [one.event for one in load(tiny_board).chronologies["CR-2017-001"]["police"]] == [
        "a",
        "b",
        "c",
        "d",
    ]


def test_the_same_again_changes_nothing(tiny_board: Path) -> None:
    imported(tiny_board, row("2015", "a"))
    outcome, change = imported(tiny_board, row("2015", "a"))
    assert (outcome.diff, change.files, change.unchanged) == ("", {}, 1)


def test_another_agency_has_a_file_of_its_own(tiny_board: Path) -> None:
    imported(tiny_board, row("2015", "a"))
    imported(tiny_board, row("2015", "a"), agency="Saltmere Health Trust")
    imported(tiny_board, row("2015", "a"), agency="Wenlow Safeguarding Children Board")
    assert set(load(tiny_board).chronologies["CR-2017-001"]) == {"police", "health-trust", "wenlow"}
    assert validate(tiny_board).findings == []


def test_a_dry_run_shows_every_row_and_writes_nothing(tiny_board: Path) -> None:
    imported(tiny_board, row("2015", "a"))
    before = (tiny_board / FILE).read_bytes()
    outcome, _ = imported(tiny_board, row("2016", "b"), dry_run=True)
    assert "-2015,,a,Log," in outcome.diff
    assert "+2016,,b,Log," in outcome.diff
    assert (tiny_board / FILE).read_bytes() == before


def test_an_agency_or_a_review_that_is_not_known(tiny_board: Path) -> None:
    with pytest.raises(NothingFound, match="No agency or neighbouring Board is called polce") as refused:
        imported(tiny_board, row("2015", "a"), agency="polce")
    assert "police" in refused.value.hint
    with pytest.raises(NothingFound):
        carry_out(
            tiny_board, lambda board: import_chronology(board, "CR-2017-002", "police", [row("2015", "a")])
        )
    assert not (tiny_board / FILE).parent.exists()


def test_what_cannot_be_read_is_not_replaced(tiny_board: Path) -> None:
    write_file(tiny_board, FILE, "date,time,event,source,comment\nonce,,a,,\n")
    with pytest.raises(Refusal, match="has mistakes"):
        imported(tiny_board, row("2015", "a"))


def test_what_could_not_be_read_back_is_not_written(tiny_board: Path) -> None:
    with pytest.raises(Refusal, match="larger than 2 MiB"):
        imported(tiny_board, *[row("2015", "x" * 100_000)] * 22)
    with pytest.raises(RefusedByRules):
        imported(tiny_board, row("2015", "x" * 200_000))
    assert not (tiny_board / FILE).exists()
