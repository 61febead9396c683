"""Agreed grades as they are given: one item is never taken for another."""

from pathlib import Path
from typing import Any

import pytest

from lif.exchange.agreed_grades import given_grades, read_grades
from lif.store.errors import Refusal, WrongUse
from tests.exchange.office import workbook

ITEMS = {"1.1", "1.2", "1.10"}
HEAD = ["Case", "Item", "Agreed"]


def test_items_that_are_text_are_read_as_they_stand(tmp_path: Path) -> None:
    rows = [HEAD, ["Case 1", "1.10", 3], ["Case 1", "1.1", ""], ["Case 1", 1.2, "2"]]
    path = workbook(tmp_path / "in.xlsx", {"A": rows})
    assert read_grades(path, ITEMS) == {("Case 1", "1.10"): "3", ("Case 1", "1.2"): "2"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["", 1.1, "3"], "may have been typed as 1.10"),
        (["", "1.10", "=1+1"], "the agreed grade is a formula"),
    ],
)
def test_what_may_be_something_else_is_refused(row: list[Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=said):
        read_grades(workbook(tmp_path / "in.xlsx", {"A": [HEAD, row]}), ITEMS)


@pytest.mark.parametrize("given", [{"cases": [1]}, {"grades": 3}, {"cases": {"Case 1": "met"}}, {"case": {}}])
def test_grades_of_another_shape_are_refused(given: dict[str, Any]) -> None:
    with pytest.raises(WrongUse):
        given_grades(given)
