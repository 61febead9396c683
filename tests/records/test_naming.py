"""How ids are read and put in order."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from lif.records.naming import ids_in, is_device, is_slug, natural, owner_of, split_number


def test_the_order_in_which_people_count() -> None:
    names = ["R10", "R2", "R1", "CR-2018-001", "CR-2017-010", "CR-2017-002", "1.10", "1.2", "a", ""]
    assert sorted(names, key=natural) == [
        "", "1.2", "1.10", "CR-2017-002", "CR-2017-010", "CR-2018-001", "R1", "R2", "R10", "a",
    ]  # fmt: skip


@example("\u00b2", "2")  # a raised 2 is a digit to Python, and no number
@given(some.text(max_size=8), some.text(max_size=8))
def test_any_two_names_can_be_put_in_order(one: str, other: str) -> None:
    assert natural(one) <= natural(other) or natural(other) <= natural(one)


@given(some.integers(1000, 9999), some.integers(1, 99999))
def test_the_parts_of_a_number(year: int, number: int) -> None:
    assert split_number(f"CR-{year}-{number:03d}") == ("CR", year, number)


@pytest.mark.parametrize(
    "name", ["police", "CR-2017-01", "CR-2017-001.R1", "cr-2017-001", "CR-2017-001\n", ""]
)
def test_what_is_no_number(name: str) -> None:
    assert split_number(name) is None


def test_owner_and_short_names() -> None:
    assert owner_of("CR-2017-001.R4") == owner_of("CR-2017-001") == "CR-2017-001"
    assert [
        name for name in ("police", "0-19-team", "Police", "a b", "", "x" * 61, "police\n") if is_slug(name)
    ] == [
        "police",
        "0-19-team",
    ]


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9"])
def test_devices_of_windows(name: str) -> None:
    assert is_device(name)
    assert not is_device(f"{name}-x")


def test_ids_are_found_in_a_text_with_their_items() -> None:
    text = "See CR-2017-001.R4, AP-2017-0012 and (AU-2017-001); not XCR-2017-001, CR-17-001 or cr-2017-001."
    assert ids_in(text) == ["CR-2017-001.R4", "AP-2017-0012", "AU-2017-001"]
