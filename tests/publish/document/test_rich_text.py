"""Long texts of records: paragraphs, lists, emphasis and links as they were meant, and everything else literally."""

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lif.publish.checking.every_paper import PAPERS
from lif.publish.checking.trying import tried
from lif.publish.document import tree
from lif.publish.document.clean import clean
from lif.publish.document.parse import parse
from lif.publish.document.rich_text import as_paragraphs
from lif.publish.templating.environment import Templates
from lif.publish.templating.shipped import shipped_templates
from lif.store.load import load
from tests.publish.canaries import CANARY, planted
from tests.publish.samples import HOSTILE
from tests.support import CHECKOUT, write_board


def read(text: str) -> list[tree.Block]:
    return parse(as_paragraphs(text)).blocks


def shown(text: str) -> list[object]:
    """The paragraphs as words, with `<b>`, `<i>` and addresses; the lists as lists of them."""

    def words(runs: tree.Runs) -> str:
        out = ""
        for run in runs:
            said = f"<b>{run.text}</b>" if run.strong else f"<i>{run.text}</i>" if run.emphasis else run.text
            out += f"{said}<{run.link}>" if run.link else said
        return out

    def block(one: tree.Block) -> object:
        if isinstance(one, tree.ListBlock):
            items = [
                words(part.runs) for item in one.items for part in item if isinstance(part, tree.Paragraph)
            ]
            return [one.start, *items] if one.ordered else items
        assert isinstance(one, tree.Paragraph)
        return words(one.runs)

    return [block(one) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("One.\nStill one.\n\nTwo.", ["One. Still one.", "Two."]),
        ("It was *late* and **very late**.", ["It was <i>late</i> and <b>very late</b>."]),
        ("a**b**c, (*d*), **e**!", ["a<b>b</b>c, (<i>d</i>), <b>e</b>!"]),
        ("5 * 3 * 2, 2**3, a*b*c, * x *, ** y **", ["5 * 3 * 2, 2**3, a*b*c, * x *, ** y **"]),
        ("_so_ and __so__ and ~~so~~ and `so`", ["_so_ and __so__ and ~~so~~ and `so`"]),
        ("See [the guide](https://example.org/a?b=1&copy=2).", ["See the guide<https://example.org/a?b=1&copy=2>."]),
        ("[write](mailto:lscb@example.org)!", ["write<mailto:lscb@example.org>!"]),
        ("Stop![a](https://example.org)", ["Stop!a<https://example.org>"]),
        ("[a](javascript:alert(1))", ["[a](javascript:alert(1))"]),
        ("[a](file:///etc/passwd) [b](#c) [d](e.html)", ["[a](file:///etc/passwd) [b](#c) [d](e.html)"]),
        ("![a](https://example.org/a.png)", ["!a<https://example.org/a.png>"]),
        ("**[a](https://example.org)**", ["<b>[a](https://example.org)</b>"]),
        ("First:\n- one\n- two\n  goes on\n• three", ["First:", ["one", "two goes on", "three"]]),
        ("1. one\n2. two", [[1, "one", "two"]]),
        ("3) three\n4) **four**", [[3, "three", "<b>four</b>"]]),
        ("1. one\n3. three", ["1. one\n3. three"]),
        ("2017. A year.", ["2017. A year."]),
        ("a) one\nb) two", ["a) one\nb) two"]),
        ("# Not a heading\n\n> nor a quote", ["# Not a heading", "> nor a quote"]),
        ("- # no heading\n- - no list in a list", [["# no heading", "- no list in a list"]]),
        ("| a | b |\n|---|---|", ["| a | b | |---|---|"]),
        ("---\n\n***", ["---", "***"]),
        ("::: callout A\nB\n:::", ["::: callout A B :::"]),
        ("    code", ["code"]),
        ("C:\\", ["C:\\"]),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_meant_is_read_and_the_rest_is_literal(text: str, seen: list[object]) -> None:
    assert shown(text) == seen


_PIECES = st.one_of(
    st.text(max_size=20),
    st.sampled_from([held for held, _ in HOSTILE.values()]),
    st.sampled_from(
        ["**", "*", "[a](https://b.example/c)", "\n- ", "\n1. ", "\n2. ", "\n\n", "![", "](mailto:x@y)"]
    ),
    st.text(alphabet="\\`*_[]<>{}|~^$&#@!-+=:%.()1 \n\"'/ab", max_size=12),
)


@settings(deadline=None, max_examples=300)
@given(text=st.lists(_PIECES, max_size=6).map("".join))
@example(text="Stop!\n- ")
@example(text="**a\\**")
def test_no_text_loses_a_letter_or_becomes_anything_else(text: str) -> None:
    cleaned = clean(text)
    blocks = read(cleaned)
    runs = [run for some in tree.all_runs(blocks) for run in some]
    assert {block.kind for block in tree.walk(blocks)} <= {"paragraph", "list"}
    assert not [run for run in runs if run.status]
    assert all(re.match("https?://|mailto:", run.link) for run in runs if run.link)
    letters = Counter(filter(str.isalpha, "".join(run.text for run in runs)))
    without = re.sub(r"\]\((https?://|mailto:)[^)]*\)", "", cleaned)
    assert Counter(filter(str.isalpha, without)) <= letters <= Counter(filter(str.isalpha, cleaned))


def test_the_fields_that_may_hold_it_are_those_that_are_told_of(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = planted()

    def strong(value: object) -> object:
        if isinstance(value, dict):
            return {key: strong(item) for key, item in value.items() if key != "restricted"}
        if isinstance(value, list):
            return [strong(item) for item in value]
        return f"**{value}**" if isinstance(value, str) and CANARY.fullmatch(value) else value

    records = {place: strong(value) for place, value in made.records.items()}
    board = load(write_board(tmp_path_factory.mktemp("strong"), records))  # type: ignore[arg-type]  # as they were
    templates = Templates([shipped_templates()])
    found = set()
    for name, given_ in tried([board], PAPERS, date(2018, 3, 1)).given:
        for word in re.findall(r"(?<!\\)\*\*(KNR[0-9]{4})(?<!\\)\*\*", templates.render(name, given_)):
            kind, _, field = made.place[word].split(" ", 2)
            found.add(f"{kind} {field}".replace("foreword", "SECTION"))
    told = re.search(
        r"## Rich text\n(.*?)\n## ", (CHECKOUT / "docs/templates.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert told is not None
    assert {
        f"{kind} {field}"
        for kind, field in re.findall(r"^\| (\w[\w-]*) \| `([\w.]+)` \|", told[1], re.MULTILINE)
    } == found
