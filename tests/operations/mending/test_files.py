"""What is mended in a file, and what is left alone because it needs a decision."""

import random
import unicodedata

import pytest

from lif.operations.mending.files import MENDED_CODES, mended_record, mended_values
from lif.records.kinds import BY_NAME
from lif.store.listing import RecordFile
from lif.store.yaml_comments import comments_of
from lif.store.yaml_reader import read
from tests.store.yaml_mutations import mutate
from tests.support import CHECKOUT

AGENCY = RecordFile("records/agencies/police.yaml", BY_NAME["agency"])
REVIEW = RecordFile("records/reviews/2017/CR-2017-001.yaml", BY_NAME["review"])
BOARD = RecordFile("records/board.yaml", BY_NAME["board"])
VALUES = RecordFile("records/indicators/x.csv", BY_NAME["indicator"])
HEAD = "# yaml-language-server: $schema=../../schemas/agency.schema.json\n"
BODY = "schema_version: 1\nname: Saltmere Police  # as on their letters\ntype: police\n"
RIGHT = HEAD + BODY


def mended(text: str | bytes, file: RecordFile = AGENCY) -> tuple[str, list[tuple[int, str]]]:
    """What becomes of a text, with the line and code of each mend; done once more, nothing is left."""
    data, mends = mended_record(file, text.encode() if isinstance(text, str) else text)
    assert {mend.file for mend in mends} <= {file.name}
    assert {mend.code for mend in mends} <= {"", *MENDED_CODES}
    assert mended_record(file, data) == (data, [])
    return data.decode("utf-8"), [(mend.line, mend.code) for mend in mends]


def test_a_file_that_is_right_stays() -> None:
    assert mended(RIGHT) == (RIGHT, [])


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + RIGHT,
        RIGHT.replace("\n", "\r\n"),
        RIGHT.replace("\n", "\r\n", 2),
        RIGHT.removesuffix("\n"),
        BODY,
        HEAD.replace("agency.", "review.") + BODY,
        HEAD.replace("../../", "../") + BODY,
        "#yaml-language-server:  $schema=agency.schema.json  \n" + BODY,
    ],
)
def test_how_a_file_is_written(text: str) -> None:
    assert mended(text) == (RIGHT, [(1, "")])


def test_all_at_once() -> None:
    decomposed = BODY.replace("Police  ", "Police\u0301  ").removesuffix("\n").replace("\n", "\r\n")
    result, mends = mended("\ufeff" + decomposed)
    assert (result, mends) == (HEAD + BODY.replace("Police  ", "Polic\xe9  "), [(1, "")] * 5)


def test_a_schema_on_the_web_and_a_comment_above_it_stay() -> None:
    text = "# Our own.\n# yaml-language-server: $schema=https://schemas.example/agency.json\n" + BODY
    assert mended(text) == (text, [])


def test_a_block_text_that_would_gain_a_line_end_stays() -> None:
    text = f"{HEAD}schema_version: 1\ntype: police\nname: |\n  Saltmere Police"
    assert mended(text) == (text, [])


def test_letters_that_would_turn_into_signs_of_yaml_stay() -> None:
    text = RIGHT.replace("Saltmere Police", "\u1fef Police")  # composed, it is a backquote
    assert mended(text) == (text, [])


@pytest.mark.parametrize("spelling", ["012", "1_000", "0x1F_0", "+0b1", ".5e3", "="])
def test_spellings_that_tools_read_differently(spelling: str) -> None:
    result, mends = mended(RIGHT.replace("Saltmere Police ", f"{spelling} "))
    assert (result, mends) == (RIGHT.replace("Saltmere Police ", f"'{spelling}' "), [(3, "Y113")])


@pytest.mark.parametrize("spelling", ["12", "1e5", "2017.10", "-0.50", "true", "False"])
def test_what_is_no_text_where_text_is_wanted(spelling: str) -> None:
    result, mends = mended(RIGHT.replace("Saltmere Police ", f"{spelling} "))
    assert (result, mends) == (RIGHT.replace("Saltmere Police ", f"'{spelling}' "), [(3, "S204")])


@pytest.mark.parametrize(
    "wrong",
    [
        "name: ",  # nothing is not text
        "name: [a]",
        "name:\n  a: b",
    ],
)
def test_what_is_no_text_and_no_bare_value_either(wrong: str) -> None:
    text = RIGHT.replace("name: Saltmere Police", wrong)
    assert mended(text) == (text, [])


def test_a_number_that_is_wanted_gets_no_quotes() -> None:
    text = RIGHT.replace("schema_version: 1", "schema_version: 01")
    assert mended(text) == (text, [])


def test_of_two_spellings_the_one_where_text_is_wanted() -> None:
    text = RIGHT.replace("schema_version: 1", "schema_version: 01").replace("Saltmere Police", "012")
    result, mends = mended(text)
    assert (result, mends) == (text.replace("012", "'012'"), [(3, "Y113")])


def test_a_word_of_a_fixed_few_gets_no_quotes() -> None:
    text = RIGHT.replace("type: police", "type: 012")
    assert mended(text) == (text, [])


@pytest.mark.parametrize(("slip", "key"), [("nmae", "name"), ("typ", "type"), ("'short-name'", "short_name")])
def test_a_slip_in_a_key(slip: str, key: str) -> None:
    text = (RIGHT + "short_name: Police\n").replace(f"\n{key}:", f"\n{slip}:")
    result, mends = mended(text)
    assert result == RIGHT + "short_name: Police\n"
    assert [code for _, code in mends] == ["S201"]


@pytest.mark.parametrize(
    "text",
    [
        RIGHT + "nmae: Saltmere Police\n",  # the key is there already
        RIGHT.replace("name:", "nmae:") + "naem: Saltmere Police\n",  # which of the two is it
        RIGHT.replace("name:", "title:"),  # too far from any
        RIGHT.replace("name:", "by_name:"),  # still too far
        RIGHT.replace("name: Saltmere Police", "nmae: [a]"),  # what stands there would not do
        RIGHT + "We saw the child and the note says so: yes\n",
    ],
)
def test_a_key_that_needs_a_decision(text: str) -> None:
    assert mended(text) == (text, [])


REVIEW_TEXT = (
    "# yaml-language-server: $schema=../../../schemas/review.schema.json\n"
    "schema_version: 1\nid: CR-2017-001\ntype: undecided\ntitle: Family A\nlog:\n"
    "  - date: 2017-01-17\n    by: police\n    entry: referred\n    source: partner-agency\n"
)


def test_a_slip_further_down() -> None:
    text = REVIEW_TEXT + "period:\n  strat: 2016-01\n  end: 2016-02\n"
    result, mends = mended(text, REVIEW)
    assert (result, mends) == (text.replace("strat", "start"), [(12, "S201")])


def test_a_key_that_is_near_to_two() -> None:
    text = REVIEW_TEXT + "recommendations:\n  - id: R1\n    text: Ask.\n    made_o: 2017-01-17\n"
    assert mended(text, REVIEW) == (text, [])
    assert mended(text.replace("made_o", "made_on"), REVIEW)[1] == []


def test_with_other_findings_in_the_file() -> None:
    text = RIGHT.replace("type: police", "type: polise").replace("Saltmere Police", "1e5")
    result, mends = mended(text)
    assert (result, mends) == (text.replace("1e5", "'1e5'"), [(3, "S204")])


def test_a_record_for_a_newer_lif_is_not_touched_but_for_its_form() -> None:
    text = RIGHT.replace("schema_version: 1", "schema_version: 9").replace("name:", "nmae:")
    assert mended(text) == (text, [])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"a: b: c\r\n",
        b"\xef\xbb\xbf- x\r\n",
        b"name: 012\nname: 013\n",
        b"012: x\n",
        b"\tname: x\n",
    ],
)
def test_what_cannot_be_read_stays(data: bytes) -> None:
    assert mended_record(AGENCY, data) == (data, [])


def test_damaged_records_say_the_same_afterwards() -> None:
    """Of files damaged at random: comments stay, and where it could be read, it says the same but for quotes."""
    chance = random.Random(3)
    for path in sorted((CHECKOUT / "records/reviews").rglob("*.yaml"))[:6]:
        for _ in range(15):
            before = mutate(path.read_bytes(), chance, times=2)
            after, mends = mended_record(RecordFile(f"records/reviews/2017/{path.name}", REVIEW.kind), before)
            if not mends:
                assert after == before
                continue
            words = [words for _, words in comments_of(before) if "$schema" not in words]
            assert [words for _, words in comments_of(after) if "$schema" not in words] == words
            old = read(before).value
            if old is not None and all(mend.code == "" for mend in mends):
                assert flat(read(after).value) == flat(old)


def flat(value: object) -> object:
    return unicodedata.normalize("NFC", repr(value))


def test_figures() -> None:
    right = b"period,area,numerator,denominator,value,mark\n2016,E06999999,12,80,15.0,\n"
    data, mends = mended_values(VALUES, b"\xef\xbb\xbf" + right.replace(b"\n", b"\r\n"))
    assert (data, len(mends)) == (right, 2)
    assert mended_values(VALUES, right) == (right, [])
    assert mended_values(VALUES, b"\xff\r\n") == (b"\xff\r\n", [])
    odd = right.replace(b"\n", b"\r\r\n") + b"2016\n"  # findings would stand in other lines
    assert mended_values(VALUES, odd) == (odd, [])
