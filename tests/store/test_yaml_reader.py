"""Reading: what a file means, what is wrong with it and where, and that nothing makes it raise or hang."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.store.yaml_plain import read_plain
from lif.store.yaml_problems import CODES
from lif.store.yaml_reader import read
from lif.store.yaml_text import MOST_PROBLEMS, decode
from tests.store.yaml_samples import RECORD


def places(data: bytes) -> list[tuple[int, int, str]]:
    result = read(data)
    assert result.value is None
    return [(problem.line, problem.column, problem.code) for problem in result.problems]


def test_a_record() -> None:
    value = read(RECORD.encode()).value
    assert value is not None
    assert value["opened"] == "2017-11-24"
    assert value["screening"]["limbs"][0] == {
        "limb": "a",
        "answer": "yes",
        "reason": "neglect: over several years",
    }
    assert value["summary"] == "The first line.\n\n  An indented one.\nCafé, “quoted” • bullet.\n"
    assert value["note"] == "folded over two lines"
    assert value["agencies"] == ["police", {"name": "health", "lead": True}, "the school"]
    assert (value["size"], value["share"], value["recommendations"]) == (3, 0.5, [])
    assert value["log"][0]["note"] == "plain text over two lines"


@pytest.mark.parametrize(
    "data",
    [
        RECORD.encode().replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + RECORD.encode(),
        b"---\n" + RECORD.encode() + b"...\n",
    ],
    ids=["CRLF", "byte order mark", "document marks"],
)
def test_the_same_record_in_other_dress(data: bytes) -> None:
    assert read(data) == read(RECORD.encode())


def test_keys_are_text_as_spelt() -> None:
    assert read(b"2017: a\nnull: b\n'': c\n1.10: d\ntrue: e\n").value == {
        "2017": "a",
        "null": "b",
        "": "c",
        "1.10": "d",
        "true": "e",
    }


BROKEN: dict[str, tuple[bytes, list[tuple[int, int, str]]]] = {
    "no byte": (b"", [(1, 1, "Y105")]),
    "comments only": (b"# a\n# b\n", [(1, 1, "Y105")]),
    "a list": (b"- a\n", [(1, 1, "Y106")]),
    "a word": (b"word", [(1, 1, "Y106")]),
    "two documents": (b"a: 1\n---\nb: 2\n", [(2, 1, "Y107")]),
    "a directive": (b"%YAML 1.2\n---\na: 1\n", [(1, 1, "Y108")]),
    "anchors and aliases": (
        b"a: &x 1\nb: *x\nc: [*x]\n*x : 3\n",
        [(n, c, "Y109") for n, c in ((1, 4), (2, 4), (3, 5), (4, 1))],
    ),
    "tags": (b"a: !!str 1\n!x b: !y {}\n", [(1, 4, "Y110"), (2, 1, "Y110"), (2, 7, "Y110")]),
    "a merge key": (b"a: 1\n<<: {b: 2}\n", [(2, 1, "Y111")]),
    "duplicate keys": (
        "é: 1\nb: {c: 1, 'c': 2}\né: 2\n".encode(),
        [(1, 1, "Y112"), (2, 5, "Y112"), (2, 11, "Y112"), (3, 1, "Y112")],
    ),
    "spellings": (
        b"a: 1_000\n012: =\nb: [0o14, x, .inf]\n",
        [(1, 4, "Y113"), (2, 1, "Y113"), (2, 6, "Y113"), (3, 5, "Y113"), (3, 14, "Y113")],
    ),
    "a list as key": (b"? [a]\n: 1\n", [(1, 3, "Y114")]),
    "no key": (b"? \n: 1\n", [(1, 2, "Y114")]),
    "tabs": (b"a:\n\tb: 1\n-\tc: 2\n", [(2, 1, "Y115"), (3, 2, "Y115")]),
    "UTF-16": ("a: 1\n".encode("utf-16"), [(1, 1, "Y101")]),
    "UTF-16 unmarked": ("a: 1\n".encode("utf-16-le"), [(1, 1, "Y101")]),
    "Latin-1": ("a: 1\nbé: caf\xe9\n".encode("latin-1"), [(2, 2, "Y101")]),
    "a NUL": (b"a: b\0c\n", [(1, 5, "Y102")]),
    "a bell": (b"a: 1\nb: \x07\n", [(2, 4, "Y102")]),
    "line ends of old": (b"a: 1\rb: 2\n", [(1, 5, "Y102")]),
    "line separators": (
        "a: x\u2028y\nb: \x85\nc: \ufeff\nd: \x90\n".encode(),
        [(1, 5, "Y102"), (2, 4, "Y102"), (3, 4, "Y102"), (4, 4, "Y102")],
    ),
    "a merge half done": (
        b"a: 1\n<<<<<<< HEAD\nb: 2\n||||||| base\nb: 1\n=======\nb: 3\n>>>>>>> a branch: x\n\tc: 1\n<<<<<<<\n",
        [(2, 1, "Y117"), (10, 1, "Y117")],
    ),
    "a merge half done within quotes": (b'a: "b\r\n<<<<<<< HEAD\r\n  c"\r\n', [(2, 1, "Y117")]),
    "what is left of a merge": (
        b"a: 1\r\n=======\r\nb: 3\r\n>>>>>>> x\r\n",
        [(2, 1, "Y117"), (4, 1, "Y117")],
    ),
    "only nearly the marks of a merge": (b"a: 1\n========\n", [(2, 1, "Y116")]),
    "a C1 control alone": ("a: é\x90\n".encode(), [(1, 5, "Y102")]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_thing_wrong_is_told_with_its_place(name: str) -> None:
    data, expected = BROKEN[name]
    found = places(data)
    assert found == expected
    assert {code for _, _, code in found} <= CODES.keys()
    text, problems = decode(data)
    assert problems or read_plain(text) is None


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_and_its_mend_are_sentences(name: str) -> None:
    for problem in read(BROKEN[name][0]).problems:
        for text in (problem.message, problem.hint):
            assert text.endswith(".") and not text[0].islower(), text


def test_marks_of_a_merge_within_a_text_are_text() -> None:
    text = "a: |\n  <<<<<<< HEAD\n  =======\n"
    assert read(text.encode()).value == {"a": "<<<<<<< HEAD\n=======\n"}


@pytest.mark.parametrize("key", ["What the child said", "said: by", "a" * 41, "Ann", "2017-11-24 seen"])
def test_a_key_that_may_be_narrative_is_not_quoted(key: str) -> None:
    problems = read(f"'{key}': 1\n'{key}': 2\n".encode()).problems
    assert [problem.message for problem in problems] == [
        "A key stands here and again in line 2.", "A key stands here and again in line 1.",
    ]  # fmt: skip
    assert read(b"age_band: 1\nage_band: 2\n").problems[0].message.startswith("The key `age_band` stands")


SYNTAX: dict[str, tuple[bytes, int, int, str]] = {
    "indented too deep": (b"a: 1\n   b: 2\n", 2, 5, "indented deeper"),
    "indented too little": (b"a:\n    b: 1\n  c: 2\n", 3, 3, "not indented like the keys"),
    "item indented too little": (b"a:\n    - b\n  - c\n", 3, 3, "not indented like"),
    "no space after the colon": (b"a: 1\nb:2\nc: 3\n", 2, 1, "neither a key"),
    "unclosed quote": (b'a: 1\nb: "abc\nc: d\n', 2, 4, "not closed"),
    "unclosed single quote": (b"a: 'abc\n", 1, 4, "not closed"),
    "text behind a quote": (b'a: "x" y\n', 1, 8, "follows a closing quotation mark"),
    "colon in a text": (b"a: foo: bar\n", 1, 7, "colon"),
    "percent": (b"a: %x\n", 1, 4, "`%`"),
    "at": (b"a: @x\n", 1, 4, "`@`"),
    "backtick": (b"a: `x`\n", 1, 4, "```"),
    "star": (b"a: ** x\n", 1, 5, "`*`"),
    "unclosed bracket": (b"a: [1, 2\nb: 3\n", 1, 4, "opened and not closed"),
    "text behind a bar": (b"a: | text\n  x\n", 1, 6, "`|`"),
    "list behind a key": (b"a: - b\n", 1, 4, "list item"),
    "unknown escape": (b'a: "C:\\Users"\n', 1, 4, "backslash"),
}


@pytest.mark.parametrize("name", SYNTAX)
def test_broken_syntax_is_told_in_plain_words(name: str) -> None:
    data, line, column, words = SYNTAX[name]
    (problem,) = read(data).problems
    assert (problem.line, problem.code) == (line, "Y116")
    assert abs(problem.column - column) <= 2
    assert words in problem.message
    for text in (problem.message, problem.hint):
        assert text.endswith(".") and text[0].isupper()


def test_what_was_seen_before_a_syntax_error_is_told_with_it() -> None:
    assert [code for _, _, code in places(b"a: 1\na: 2\nb: 012\nc: 'x\n")] == ["Y112", "Y112", "Y113", "Y116"]


def test_tabs_within_text_are_text() -> None:
    assert read(b"a: |\n  x\n  \ty\tz\nb:\tc\nd: |\n  -\n  \t-").value == {
        "a": "x\n\ty\tz\n",
        "b": "c",
        "d": "-\n\t-",
    }


def test_a_tab_beneath_a_block_text_is_indentation_again() -> None:
    assert places(b"a: |\n  x\nb:\n\tc: 1\n")[0] == (4, 1, "Y115")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"- " * 30_000, "Y104"),
        (b"[" * 32_000, "Y104"),
        (b"[" * 2_000_000, "Y104"),
        (b"{a: " * 30_000, "Y104"),
        (b"? " * 100_000, "Y104"),
        (b"a" * 3_000_000, "Y103"),
        (b"a: [" + b"*a," * 600_000 + b"]", "Y109"),
        (
            b"".join(b"l%d: &l%d [%s]\n" % (n, n, b",".join([b"*l%d" % (n - 1)] * 9)) for n in range(1, 40)),
            "Y109",
        ),
        (b"&a " * 100_000, "Y109"),
        (b"a: '" + b"\n" * 2_000_000, "Y116"),
        (b"a: " + b"9" * 2_000_000, "Y113"),
        (b"\0" * 2_000_000, "Y101"),
        (b"aaaa" + b"\0" * 2_000_000, "Y102"),
        (b"\ta\n" * 500_000, "Y115"),
    ],
    ids=[
        "dashes",
        "brackets",
        "more brackets",
        "braces",
        "question marks",
        "size",
        "aliases",
        "alias bomb",
        "anchors",
        "quote",
        "number",
        "NULs",
        "NULs later",
        "tabs",
    ],
)
def test_hostile_files_are_refused_in_bounded_time(data: bytes, code: str) -> None:
    start = time.process_time()
    problems = read(data).problems
    assert time.process_time() - start < 5
    assert code in {problem.code for problem in problems}
    assert len(problems) <= MOST_PROBLEMS + 1


def test_depth_of_fifty_is_read() -> None:
    assert read(b"a: " + b"[" * 49 + b"]" * 49).value is not None
    assert places(b"a: " + b"[" * 50 + b"]" * 50) == [(1, 53, "Y104")]


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text("ab:- \n\t\r\"'#&*!|>%@`{}[],?~0_=<\u2028é", max_size=60).map(str.encode),
    )
)
def test_no_bytes_make_it_raise(data: bytes) -> None:
    result = read(data)
    assert (result.value is None) == bool(result.problems)
    assert all(problem.line >= 1 and problem.column >= 1 and problem.message for problem in result.problems)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_mutation_of_a_record_makes_it_raise(data: st.DataObject) -> None:
    text = bytearray(RECORD.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        until = min(len(text), at + data.draw(st.integers(0, 20)))
        text[at:until] = data.draw(
            st.one_of(st.binary(max_size=4), st.text("-:#'\"[]{}|>&*! \n\t", max_size=4).map(str.encode))
        )
    result = read(bytes(text))
    assert (result.value is None) == bool(result.problems)
