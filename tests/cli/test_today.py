"""The page of the day: one screen of it, in sentences, whatever waits."""

from datetime import date
from pathlib import Path

import pytest

from lif.cli.today_text import Narrowing, today_text
from lif.insight.waiting import waiting
from lif.insight.waiting.items import Waiting
from lif.store.load import load
from tests.insight.busy import busy_records
from tests.insight.samples import board_of
from tests.support import CHECKOUT

DAY = date(2018, 3, 1)


@pytest.fixture(scope="module")
def everything() -> list[Waiting]:
    return waiting(load(CHECKOUT), DAY)


def page(found: list[Waiting], height: int | None, narrowed: Narrowing | None = None) -> list[str]:
    return today_text(found, DAY, "Fenmarsh SCB", narrowed or Narrowing(), height).split("\n")


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("height", [23, 30, 44, 110])
def test_the_page_fits_the_screen(
    monkeypatch: pytest.MonkeyPatch, everything: list[Waiting], width: int, height: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = page(everything, height)
    assert len(shown) <= height
    assert max(map(len, shown)) <= width
    assert any(line.startswith("Waiting on: ") for line in shown)
    if height == 110:
        assert not any(" more: " in line for line in shown)


def test_what_is_cut_off_is_counted_with_the_command_that_shows_it(everything: list[Waiting]) -> None:
    shown = page(everything, 34)
    late = [one.id for one in everything if one.kind == "action-late"]
    rows = sum(f"  {name} " in line for line in shown for name in late)
    assert 0 < rows < len(late)
    assert f"  and {len(late) - rows} more: lif action list --flag late" in shown
    assert len(page(everything, None)) > 44
    narrowed = Narrowing("on Police", ("--agency police",), ("--as-of 2018-03-01",))
    few = page([one for one in everything if one.kind == "action-late"][:5], 8, narrowed)
    [cut] = [line for line in few if " more: " in line]
    rows = sum(line.startswith("  ") and " days late " in line for line in few)
    assert cut == f"  and {5 - rows} more: lif action list --flag late --agency police --as-of 2018-03-01"


def test_a_low_screen_names_the_command_for_the_whole_list(everything: list[Waiting]) -> None:
    assert page(everything, 23)[-1] == "The whole list: lif today --all"


def test_nothing_is_said_to_wait_where_nothing_does() -> None:
    assert page([], 44)[1].startswith("Nothing waits on anybody. No action is late or due by 1 April 2018,")
    assert page([], 44, Narrowing("on Police"))[1].startswith("Nothing waits on Police. ")


SAID = [
    "3 actions are late.",
    "1 action is due within a week (by 8 March 2018), 1 action is due later, within a month (by 1 April 2018) and 1 action "
    "has no date.",
    "The papers of 1 meeting are to go out.",
    "1 report, 1 return to an audit and 1 contribution to a review are missing.",
    "1 action is said to be done and waits for evidence.",
    "1 action with evidence waits for a look at the difference made and 2 evaluated actions wait for sign-off.",
]


def test_each_sort_of_thing_has_its_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    text = "\n".join(page(waiting(board_of(tmp_path, busy_records()), DAY), None))
    for sentence in SAID:
        assert sentence in " ".join(text.split())
    assert "  29 days late    AP-2017-001.A2  Saltmere Police: Ask who lives in the home.\n" in text
    assert "[Local practice seen by inspectors; V, for plans of serious case reviews]" in " ".join(
        text.split()
    )
