"""Quarters as offices write them."""

import pytest

from lif.exchange.quarters import names_a_quarter, quarter_in


@pytest.mark.parametrize(
    ("text", "year_and_names", "quarter"),
    [
        ("2018-Q2", (), "2018-Q2"),
        ("Q2 2018/19", (), "2018-Q2"),
        ("Qtr 3 2018-19", (), "2018-Q3"),
        ("QUARTER 4\n2018/2019", (), "2018-Q4"),
        ("Q4 2018", (), "2018-Q4"),
        ("April to June 2018", (), "2018-Q1"),
        ("Jul-Sept 2018", (), "2018-Q2"),
        ("Jan – Mar 2019", (), "2018-Q4"),
        ("Jan-Mar 2018/19", (), "2018-Q4"),
        ("Q2 (Jul-Sep)", ("2018/19",), "2018-Q2"),
        ("Jan to March", ("2018/19",), "2018-Q4"),
        ("Q1", ("", "Plan 2018-19", "Audits 2016.xlsx"), "2018-Q1"),
        ("Q1", ("2016/17 and 2017/18", "2019/20"), "2019-Q1"),
        ("Q1", ("2018",), "2018-Q1"),
        ("Q1", ("", "Audits 2018"), ""),
        ("Q1", ("", "Sheet1", "Audits.xlsx"), ""),
        ("Q1 or Q2 2018/19", (), ""),
        ("Q5 2018/19", (), ""),
        ("Q1 2018/20", (), ""),
        ("June 2018", (), ""),
        ("", ("2018/19",), ""),
    ],
)
def test_a_quarter_with_its_year(text: str, year_and_names: tuple[str, ...], quarter: str) -> None:
    year, *names = year_and_names or ("",)
    assert quarter_in(text, year, names) == quarter


@pytest.mark.parametrize(
    ("text", "names"), [("Q2", True), ("Jul-Sep", True), ("12/05/2018", False), ("IQ4", False)]
)
def test_whether_a_text_speaks_of_one(text: str, names: bool) -> None:
    assert names_a_quarter(text) is names
