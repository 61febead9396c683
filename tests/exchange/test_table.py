"""Reading a CSV file as a table, and refusing what is none."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.exchange import table as table_module
from lif.exchange.table import column_letter, quoted_cell, read_table, rows_named
from lif.store.errors import NothingFound, Refusal


def write(tmp_path: Path, data: bytes | str, name: str = "figures.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, b"\xef\xbb\xbfperiod,value\r\n2017,4\r\n"))
    assert table.columns == ("period", "value")
    assert table.rows[0].cells == ("2017", "4")
    assert table.remarks == ()


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_delimiter_is_found_in_the_header_outside_quotation_marks(tmp_path: Path, sign: str) -> None:
    text = f'"a, b; c"{sign}value\n"x{sign}y"{sign}1\n'
    table = read_table(write(tmp_path, text))
    assert table.columns == ("a, b; c", "value")
    assert table.rows[0].cells == (f"x{sign}y", "1")


def test_one_column_needs_no_delimiter(tmp_path: Path) -> None:
    assert read_table(write(tmp_path, "recommendation\nAsk. Listen.\n")).rows[0].cells == ("Ask. Listen.",)


def test_rows_are_numbered_as_in_a_spreadsheet(tmp_path: Path) -> None:
    text = 'a,b\n\n1,"two\nlines"\n,\n2,x\n'
    table = read_table(write(tmp_path, text))
    assert [(row.number, row.cells) for row in table.rows] == [(3, ("1", "two\nlines")), (5, ("2", "x"))]


def test_windows_text_is_read_and_said_so(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "text\nthe child’s voice – “heard”\n".encode("cp1252")))
    assert table.rows[0].cells == ("the child’s voice – “heard”",)
    assert len(table.remarks) == 1 and "Windows text" in table.remarks[0]


def test_short_rows_are_filled_and_named(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "a,b,c\n1,2\n1,2,3\n"))
    assert table.rows[0].cells == ("1", "2", "")
    assert "row 2 has fewer cells" in table.remarks[0]


def test_a_row_with_too_many_cells_is_refused_and_named(tmp_path: Path) -> None:
    text = "name,value\nBournemouth, Christchurch and Poole,4\nBedford,5,\n"
    with pytest.raises(Refusal, match="row 2 has more cells"):
        read_table(write(tmp_path, text))


def test_empty_columns_at_the_end_are_left_out(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "a,b,,\n1,2,,\n"))
    assert (table.columns, table.rows[0].cells, table.remarks) == (("a", "b"), ("1", "2"), ())


def test_columns_without_a_name_or_with_the_same_are_reported(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "a,,n,n\n1,2,3,4\n"))
    assert "column B has no name" in table.remarks[0]
    assert "more than one column is called n" in table.remarks[1]
    with pytest.raises(Refusal, match="more than one column called n: C and D"):
        table.position("n")


def test_an_unknown_column_is_refused_with_the_nearest_and_the_list(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "time_period,CPP_start\n2017,4\n"))
    with pytest.raises(Refusal, match="no column called cpp_starts") as refused:
        table.position("cpp_starts")
    assert refused.value.hint == "Did you mean CPP_start? Its columns are: time_period, CPP_start."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\x14\x00", "Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Excel"),
        (b"%PDF-1.7", "PDF"),
        ("a,b\n1,2\n".encode("utf-16"), "UTF-16"),
        (b"a,b\n1,\x002\n", "line 2"),
        (b"a,b\n1,\x81\xff\n", "neither UTF-8 nor Windows"),
        (b'a,b\n1,"2\n3,4\n', "row 2 cannot be read"),
        (b'a,b\n1,"2"x\n', "row 2 cannot be read"),
    ],
)
def test_what_is_no_csv_is_refused_in_a_sentence(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(Refusal, match=said) as refused:
        read_table(write(tmp_path, data))
    assert refused.value.hint


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf\n", b"a,b\n", b",,\n,\n"])
def test_a_file_with_nothing_in_it_is_nothing_found(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NothingFound, match=r"figures\.csv"):
        read_table(write(tmp_path, data))


def test_a_file_that_is_not_there_or_a_folder_is_nothing_found(tmp_path: Path) -> None:
    for path in (tmp_path / "no.csv", tmp_path):
        with pytest.raises(NothingFound):
            read_table(path)


def test_a_file_beyond_the_bound_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_module, "LARGEST_FILE", 10)
    with pytest.raises(Refusal, match="larger than"):
        read_table(write(tmp_path, "a,b\n1,2\n3,4\n"))


def test_child_level_columns_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"UPN \(unique pupil number\), D\.O\.B\. \(date of birth\)"):
        read_table(write(tmp_path, "period,UPN,D.O.B.\n2017,A1,1/1/2010\n"))


def test_words_for_rows_columns_and_cells() -> None:
    assert [column_letter(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert rows_named([4]) == "row 4"
    assert rows_named([4, 9]) == "rows 4 and 9"
    assert rows_named(list(range(1, 40))) == "rows 1, 2, 3, 4, 5, 6, 7, 8 and 31 more"
    assert quoted_cell(" 12 % ") == "“12 %”"
    assert "child" not in quoted_cell("the child said that nobody had asked")


_SIGNS = st.sampled_from([bytes([sign]) for sign in b'a1,;\t"\n\r \x00\xff\x1a\xe9'])


@settings(max_examples=150, deadline=None)
@given(st.lists(_SIGNS, max_size=40).map(b"".join))
def test_no_file_raises_anything_but_a_refusal(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = write(Path(folder), data)
        try:
            table = read_table(path)
        except Refusal:
            return
    assert table.rows and all(len(row.cells) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Risk,L\n<<<<<<< HEAD\na,1\n=======\na,2\n>>>>>>> x\n", "line 2, holds one of git's marks"),
        (b"Risk,L\n" + b"x" * 1_100_000 + b",1\n", "row 2 has a cell of more than a million characters"),
    ],
)
def test_two_versions_and_endless_cells_are_told_for_what_they_are(
    tmp_path: Path, data: bytes, told: str
) -> None:
    path = tmp_path / "risks.csv"
    path.write_bytes(data)

    with pytest.raises(Refusal, match=told):
        read_table(path)
