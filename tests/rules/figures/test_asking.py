"""What is asked about the figures of an indicator, and what answers it."""

from pathlib import Path

import pytest

from lif.records.indicator import Value
from lif.rules.figures.asking import Asked, asked_of
from lif.rules.register import IndicatorOutline
from lif.store.values import read_values
from tests.support import found, path_of, write_file

CSV = "records/indicators/repeat-plans.csv"
HEAD = "period,area,numerator,denominator,value,mark\n"
OWN, ENGLAND = "E06999999", "E92000001"


def values(rows: str) -> tuple[Value, ...]:
    read, findings = read_values((HEAD + rows).encode(), "v.csv")
    assert not findings
    return read


def asked(rows: str, commented: tuple[tuple[str, tuple[str, ...]], ...] = (), *breaks: str) -> Asked:
    outline = IndicatorOutline("percent", "yearly", commented, breaks)
    return asked_of("repeat-plans", outline, values(rows), OWN, {OWN: "Saltmere", ENGLAND: "England"})


def codes(one: Asked, *, answered: bool = False) -> list[tuple[str, str]]:
    return [(each.code, each.period) for each in one.questions if (each.answered_by is not None) == answered]


WRONG = f"2016,{OWN},12,80,1.5,\n"
STEADY = "".join(f"{2010 + number},{OWN},,,{15 + number % 2}.0,\n" for number in range(5))


def test_a_figure_that_may_be_wrong_is_answered_only_by_who_says_so() -> None:
    assert codes(asked(WRONG)) == [("D550", "2016")]
    assert codes(asked(WRONG, (("2016", ()),))) == [("D550", "2016")]
    assert codes(asked(WRONG, (("2017", ("D550",)),))) == [("D550", "2016")]
    told = asked(WRONG, (("2015", ()), ("2016", ("D550",))))
    assert codes(told) == []
    assert [each.answered_by for each in told.questions] == [1]


def test_what_lies_behind_a_figure_is_answered_by_any_commentary_on_its_period() -> None:
    rows = f"{STEADY}2015,{OWN},,,28.0,\n"
    assert codes(asked(rows)) == [("D552", "2015")]
    assert codes(asked(rows, (("2014", ()),))) == [("D552", "2015")]
    assert codes(asked(rows, (("2015", ()),)), answered=True) == [("D552", "2015")]


def test_history_is_asked_of_the_own_area_alone() -> None:
    rows = f"{STEADY}2015,{OWN},,,28.0,\n2017,{OWN},,,28.0,\n".replace(OWN, ENGLAND)
    assert codes(asked(rows)) == []
    assert codes(asked(WRONG.replace(OWN, ENGLAND))) == [("D550", "2016")]


def test_a_break_that_the_change_log_records_asks_for_commentary_near_it() -> None:
    rows = f"{STEADY}2015,{OWN},,,28.0,\n2016,{OWN},,,29.0,\n"
    assert codes(asked(rows)) == [("D553", "2015")]
    assert codes(asked(rows, (), "2015-10-05")) == [("D553", "2015")]
    # The year may be the one that ends in March 2016.
    assert codes(asked(rows, (("2016", ()),), "2015-10-05")) == []
    assert codes(asked(rows, (("2014", ()),), "2015-10-05")) == [("D553", "2015")]
    assert codes(asked(rows, (), "2019-10-05")) == [("D553", "2015")]  # figures after it are still to come
    assert codes(asked(f"2016,{OWN},,,29.0,\n", (), "2009-10-05")) == []  # no figure is from before


def test_the_questions_name_the_rule_and_the_figures() -> None:
    (one,) = asked(f"{STEADY}2015,{OWN},,,28.0,\n").questions
    assert one.message == (
        "Saltmere 2015 is outside the range of its own history: from 15.0% in 2014 to 28.0%. The steps before were "
        "1.0 on average; by the rule of the moving range one of more than 3.3 (3.267 times that) is of another kind."
    )
    assert one.hint.endswith("lif data comment repeat-plans --period 2015")
    (two,) = asked(WRONG).questions
    assert two.message == (
        "Saltmere 2016: 1.5% does not follow from 12 of 80, which make 15.0%. It is a tenth of it: perhaps the "
        "decimal point slipped."
    )
    assert two.hint.endswith("lif data comment repeat-plans --period 2016 --answers D550")


def test_rounded_counts_are_told_and_not_asked_about() -> None:
    one = asked(f"2022,{ENGLAND},14550,64390,22.8,\n2021,{ENGLAND},930,4500,20.8,\n")
    assert [(each.period, each.rounded_to) for each in one.rounded] == [("2021", 10)]
    assert codes(one) == [("D550", "2022")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (f"2015,{OWN},12,80,15.0,\n2017,{OWN},13,90,14.4,\n", [("D554", "2016")]),
        (f"2015,{OWN},12,80,15.0,\n2016,{OWN},,,,c\n2017,{OWN},13,90,14.4,\n", []),
        (f"2016,{OWN},12,80,15.0,\n2017,{OWN},12,80,15.0,\n", [("D559", "2017")]),
        (f"2016,{OWN},,,,c\n2017,{OWN},,,,c\n", []),
        (f"2016,{ENGLAND},12,80,15.0,\n2017,{ENGLAND},12,80,15.0,\n", []),
        (f"2016,{ENGLAND},12,80,15.0,\n2016-Q1,{ENGLAND},13,90,14.4,\n", [("D555", "2016-Q1")]),
        (f"2016-Q1,{OWN},12,80,15.0,\n2016-Q2,{OWN},13,90,14.4,\n", [("D556", "2016-Q1")]),
        (f"2016,{OWN},99,80,,c\n", [("D551", "2016")]),
        ("", []),
    ],
)
def test_each_question(rows: str, expected: list[tuple[str, str]]) -> None:
    assert codes(asked(rows)) == expected


def test_validate_asks_at_the_line_of_the_figure_until_it_is_answered(tiny_board: Path) -> None:
    write_file(tiny_board, CSV, HEAD + WRONG)
    assert found(tiny_board) == [("D550", CSV, WRONG.strip())]
    record = path_of(tiny_board, "indicator", "repeat-plans")
    text = record.read_text(encoding="utf-8")
    said = "commentary:\n  - period: 2016\n    date: 2017-01-09\n    by: police\n    text: Checked.\n"
    write_file(tiny_board, "records/indicators/repeat-plans.yaml", text + said)
    assert [code for code, _, _ in found(tiny_board)] == ["D550"]
    answer = f"{said}    answers:\n      - D550\n"
    write_file(tiny_board, "records/indicators/repeat-plans.yaml", text + answer)
    assert found(tiny_board) == []
