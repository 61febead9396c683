"""What the agencies that answer for indicators are to give."""

from datetime import date
from pathlib import Path

from lif.insight.waiting import waiting
from lif.publish.chase.context import Sending, letter_context
from lif.publish.chase.letters import whom_to_chase
from lif.store.load import load
from tests.support import path_of, write_file

CSV = "records/indicators/repeat-plans.csv"
HEAD = "period,area,numerator,denominator,value,mark\n"
STEADY = "".join(f"{2006 + number},E06999999,,,{15 + number % 2}.0,\n" for number in range(6))


def found(root: Path, day: str) -> list[tuple[str, str, str, str]]:
    return [
        (one.kind, one.on.agency, one.title.partition(":")[0], one.command)
        for one in waiting(load(root), date.fromisoformat(day))
        if one.kind in ("figure", "commentary")
    ]


def test_an_odd_figure_waits_for_its_agency_until_something_is_said(tiny_board: Path) -> None:
    write_file(tiny_board, CSV, f"{HEAD}{STEADY}2012,E06999999,,,28.0,\n")
    asked = (
        "commentary", "health-trust", "Commentary on 2012", "lif data comment repeat-plans --period 2012",
    )  # fmt: skip
    assert found(tiny_board, "2013-06-01") == [asked]
    text = path_of(tiny_board, "indicator", "repeat-plans").read_text(encoding="utf-8")
    said = "commentary:\n  - period: 2012\n    date: 2013-05-09\n    by: police\n    text: A large family.\n"
    write_file(tiny_board, "records/indicators/repeat-plans.yaml", text + said)
    assert found(tiny_board, "2013-06-01") == []
    assert found(tiny_board, "2013-05-08") == [asked]  # nobody had said anything by then


def test_before_a_period_begins_its_figure_is_not_known(tiny_board: Path) -> None:
    write_file(tiny_board, CSV, f"{HEAD}{STEADY}2012,E06999999,,,28.0,\n")
    assert found(tiny_board, "2011-12-31") == []


def test_what_was_odd_long_ago_is_not_asked_of_the_agency(tiny_board: Path) -> None:
    after = "".join(f"{2013 + number},E06999999,,,15.0,\n" for number in range(4))
    write_file(tiny_board, CSV, f"{HEAD}{STEADY}2012,E06999999,,,28.0,\n{after}")
    assert found(tiny_board, "2017-06-01") == []


def test_a_period_of_another_length_is_for_the_office(tiny_board: Path) -> None:
    write_file(tiny_board, CSV, f"{HEAD}2012-Q1,E06999999,,,28.0,\n")
    assert found(tiny_board, "2012-07-01") == []


def test_an_overdue_figure_waits_for_its_agency(tiny_board: Path) -> None:
    assert found(tiny_board, "2019-12-31") == []
    assert found(tiny_board, "2020-01-01") == [
        ("figure", "health-trust", "Figure for 2018", "lif data import repeat-plans FILE.csv")
    ]


def test_the_letter_to_the_agency_asks_for_it(tiny_board: Path) -> None:
    write_file(tiny_board, CSV, f"{HEAD}{STEADY}2012,E06999999,,,28.0,\n")
    board, day = load(tiny_board), date(2013, 6, 1)
    (owed,) = whom_to_chase(board, "health-trust", day).owed
    context = letter_context(board, owed, Sending(day, date(2013, 6, 15), "", 0))
    (asked,) = [one for one in context["asked"] if one["title"].startswith("Commentary")]
    assert asked == {
        "title": "Commentary on 2012: Child protection plans that are second or subsequent ones",
        "id": "",
        "due": None,
        "late": 0,
        "since": date(2012, 12, 31),
        "of_period": True,
    }
    assert "that we asked for" in context["standing"]
