"""Every number with a valid check digit is found in every spacing, and nothing in real papers is taken for one."""

from pathlib import Path

import pytest

from lif.exchange.identifiers import identifiers_in
from tests.exchange.numbered import SEPARATORS, nhs_numbers, pupil_numbers, spaced
from tests.support import CHECKOUT

DATA = CHECKOUT / "tests" / "data"


def found(text: str) -> list[str]:
    return [one.what for one in identifiers_in(text)]


@pytest.mark.parametrize("separator", SEPARATORS)
def test_every_nhs_number_is_found_however_it_is_spaced(separator: str) -> None:
    groupings = [(3, 3, 4)]
    if "\n" not in separator:
        groupings += [(5, 5), (3, 7), (6, 4), (3, 3, 2, 2), (1,) * 10]
    missed = [
        (groups, number)
        for number in nhs_numbers(60)
        for groups in groupings
        if found(f"Her number {spaced(number, groups, separator)} is known") != ["NHS number"]
    ]
    assert missed == []


@pytest.mark.parametrize("separator", SEPARATORS)
def test_every_pupil_number_is_found_however_it_is_spaced(separator: str) -> None:
    missed = [
        number
        for number in pupil_numbers(60)
        for groups in ((1, 3, 4, 5), (4, 4, 5), (13,))
        if found(f"UPN: {spaced(number, groups, separator)}.") != ["unique pupil number"]
    ]
    assert missed == []


@pytest.mark.parametrize("separator", SEPARATORS)
def test_insurance_numbers_postcodes_and_telephones_are_found_however_they_are_spaced(separator: str) -> None:
    insurance = spaced("JG103759A", (2, 2, 2, 2, 1), separator)
    assert found(f"NI {insurance} on the form") == ["National Insurance number"]
    assert found(f"at {spaced('SW1A1AA', (4, 3), separator)}.") == ["full postcode"]
    assert found(f"ring {spaced('02079460958', (3, 4, 4), separator)} or come") == ["telephone number"]


@pytest.mark.parametrize(
    "text",
    [
        "(01632) 960 123", "+44 (0)20 7946 0958", "0044 7700 900123", "0 7 7 0 0 9 0 0 1 2 3", "+353 1 234 5678",
        "07700.900.123",
    ],
)  # fmt: skip
def test_telephone_numbers_are_found_as_people_write_them(text: str) -> None:
    assert found(f"ring {text} today") == ["telephone number"]


@pytest.mark.parametrize(
    "text",
    [
        "b. 3 April 2009", "date_of_birth: 2009-04-03", "d.o.b. 03 04 2009", "D.O.B: 3-Apr-2009", "Born April 3, 2009",
        "date of birth (dd/mm/yyyy): 03/04/2009", "born in Reading on 3 April 2009", "3 April 2009 (DOB)",
        "DoB - 3Apr2009", "date of birth\n03/04/2009", "born on Friday 3rd of April '09",
    ],
)  # fmt: skip
def test_dates_of_birth_are_found_as_people_write_them(text: str) -> None:
    assert found(f"he, {text}, and") == ["date of birth"]


@pytest.mark.parametrize(
    "text",
    [
        "babies born on or after 1 April 2015", "children born between 1 April 2015 and 31 March 2016",
        "at 2014-15 a new scheme", "on 10/11/12 a meeting", "2017-11-24 14:30", "R4 2nd reading", "commit de451ae",
        "ISBN 0306406152", "ages 10 11 12 13 14", "mp3 5gb", "09.30 - 12.30 2017", "ZZ99 3VZ", "lodash@4.17.21",
        "0123456789", "years,150935\n2023,Reporting",
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b8229434765919d15d6c15b0f00a08",
    ],
)  # fmt: skip
def test_what_only_looks_a_little_like_it_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "file", sorted(DATA.rglob("*.csv")) + sorted(DATA.glob("*.yaml")), ids=lambda file: file.name
)
def test_real_recommendations_and_official_files_raise_no_alarm(file: Path) -> None:
    assert found(file.read_bytes().decode("utf-8-sig")) == []
