"""Which names of columns give data about individual children away, and which do not."""

import csv
from pathlib import Path

import pytest

from lif.exchange.child_level import identifies

DATA = Path(__file__).parent.parent / "data"


@pytest.mark.parametrize(
    "column",
    [
        "UPN", "Former UPN", "FormerUPN", "UniquePupilNumber", "PersonBirthDate", "DOB", "D.O.B.",
        "Date_of_Birth",
        "dateofbirth", "BIRTHDATE", "NHS Number", "NHSNumber", "nhs no.", "Child's name", "Child’s Name",
        "childname",
        "Name of child", "Forename", "PupilSurname", "First Name", "firstName", "Postcode", "HomePostcode",
        "post_code",
        "ChildID", "LAchildID", "Mother's name", "Home address", "NI Number",
    ],
)  # fmt: skip
def test_what_identifies_a_child_is_found(column: str) -> None:
    assert identifies(column)


@pytest.mark.parametrize(
    "column",
    [
        "Name", "la_name", "region_name", "Name of agency", "Learning_Disability_child",
        "Alcohol_Misuse_parent",
        "children_count", "Started_child", "population_estimate", "Children named in the report",
        "upn_missing_percent",
        "date of birth known %", "PostcodeDistrict", "School postcode", "recommendation_verbatim",
        "board_area",
        "Gangs", "Young_Carer", "rereferral_child_percent", "period", "",
    ],
)  # fmt: skip
def test_nothing_else_raises_an_alarm(column: str) -> None:
    assert identifies(column) == ""


def test_no_official_file_raises_an_alarm() -> None:
    files = sorted(DATA.rglob("*.csv"))
    assert len(files) >= 5
    for file in files:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            columns = next(csv.reader(opened))
        assert [column for column in columns if identifies(column)] == []
