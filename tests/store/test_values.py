"""The CSV file of values: each thing wrong with it has its line and column."""

from decimal import Decimal

import pytest

from lif.store.values import read_values, write_values

HEAD = "period,area,numerator,denominator,value,mark\n"


def wrong(text: str | bytes) -> list[tuple[str, int, int]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(each.code, each.line, each.column) for each in read_values(data, "f.csv")[1]]


@pytest.mark.parametrize(
    "row",
    [
        "2017,E06000055,1,2,50,",
        "2017,E06000055,132200,123456789012345,0.000001,",
        "2017/18,E06000055,1,2,50.125,",
        "2017-Q4,E06000055,,,-3,",
        "2017-12,E06000055,,,,c",
        "2017,E06000055,,,,x",
        "2017,E06000055,,,,z",
        "2017,E06000055,,,12,u",
        "2017,E06000055,,,,low",
        "2017,E06000055,0,,0,low",
        '"2017","E06000055","","","5",""',
    ],
)
def test_a_row_that_is_fine(row: str) -> None:
    values, findings = read_values((HEAD + row + "\n").encode(), "f.csv")
    assert (len(values), findings) == (1, [])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2017-13,E06000055,,,5,", [("V503", 2, 1)]),
        ("2017/19,E06000055,,,5,", [("V503", 2, 1)]),
        ("17,E06000055,,,5,", [("V503", 2, 1)]),
        ("2017,e06000055,,,5,", [("V503", 2, 6)]),
        ('2017,E06000055,"1,234",,5,', [("V503", 2, 16)]),
        ("2017,E06000055,,,5%,", [("V503", 2, 18)]),
        ("2017,E06000055,,,1e5,", [("V503", 2, 18)]),
        ("2017,E06000055,,,NaN,", [("V503", 2, 18)]),
        ("2017,E06000055,,,=1+1,", [("V503", 2, 18)]),
        ("2017,E06000055,,,5,q", [("V504", 2, 20)]),
        ("2017,E06000055,,,,", [("V504", 2, 18)]),
        ("2017,E06000055,,,0,c", [("V504", 2, 18)]),
        ("2017,E06000055,,,0,x", [("V504", 2, 18)]),
        ("2017,E06000055,,,0,z", [("V504", 2, 18)]),
        ("2017,E06000055,5,", [("V503", 2, 1)]),
        ("2017,E06000055,,,5,,", [("V503", 2, 1)]),
        ("17,e,a,b,c,d", [("V503", 2, 1), ("V503", 2, 4), ("V503", 2, 6), ("V503", 2, 8), ("V503", 2, 10),
                          ("V504", 2, 12)]),
    ],
)  # fmt: skip
def test_a_row_that_is_wrong(row: str, expected: list[tuple[str, int, int]]) -> None:
    assert wrong(f"{HEAD}{row}\n") == expected


def test_a_wrong_row_hides_no_other() -> None:
    text = f"{HEAD}2017,E06000055,,,x,\n\n2018,E06000055,,,5,\n2019,E06000055,,,,\n"
    values, findings = read_values(text.encode(), "f.csv")
    assert [(value.period, value.line) for value in values] == [("2018", 4)]
    assert [(each.code, each.line) for each in findings] == [("V503", 2), ("V504", 5)]


def test_the_same_period_and_area_twice() -> None:
    text = f"{HEAD}2017,E06000055,,,1,\n2018,E06000055,,,1,\n2017,E06000055,,,2,\n"
    assert wrong(text) == [("V505", 4, 1)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("V502", 1, 1)),
        (b"\n", ("V502", 1, 1)),
        (b"area,period,numerator,denominator,value,mark\n", ("V502", 1, 1)),
        (HEAD.encode() + b"2017,caf\xe9\n", ("V501", 2, 1)),
        (HEAD.encode("utf-16"), ("V501", 1, 1)),
        (HEAD.encode() + b"\x00", ("V501", 1, 1)),
        (HEAD.encode() + b"2017," + b"x" * 200_000, ("V501", 2, 1)),
    ],
)
def test_a_file_that_is_none(data: bytes, expected: tuple[str, int, int]) -> None:
    assert wrong(data) == [expected]


def test_what_was_wrong_before_a_file_broke_off_is_still_said() -> None:
    assert wrong(HEAD.encode() + b"17,E06000055,,,5,\n2017," + b"x" * 200_000) == [
        ("V503", 2, 1),
        ("V501", 3, 1),
    ]


def test_windows_line_ends_and_a_byte_order_mark() -> None:
    data = b"\xef\xbb\xbf" + f"{HEAD}2017,E06000055,,,5,\n".replace("\n", "\r\n").encode()
    assert len(read_values(data, "f.csv")[0]) == 1


def test_what_is_written_reads_back_the_same() -> None:
    text = f"{HEAD}2017,E06000055,12,80,15.0,\n2018,E06000055,,,,c\n2018/19,E92000001,,,0.000001,low\n"
    values, findings = read_values(text.encode(), "f.csv")
    assert findings == []
    assert write_values(list(values)) == text
    assert values[0].value == Decimal("15.0")
    assert values[1].value is None
