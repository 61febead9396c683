from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lif.publish.document import tree
from lif.publish.document.clean import clean
from lif.publish.document.markdown import to_markdown
from lif.publish.document.parse import parse
from lif.publish.errors import DocumentError
from lif.publish.templating.environment import Templates
from tests.publish.samples import EVERYWHERE, HOSTILE, images, meta

_PIECES = st.one_of(
    st.text(max_size=20),
    st.sampled_from([held for held, _ in HOSTILE.values()]),
    st.text(alphabet="\\`*_[]<>{}|~^$&#@!-+=:%.()1 \n\"'/", max_size=12),
)
_TEXTS = st.lists(_PIECES, max_size=4).map("".join)


def seen(text: str) -> str:
    """A text as it stands on one line of a document."""
    return " ".join(part for part in clean(text).replace("\n", " ").split(" ") if part).strip()


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    folder: Path = tmp_path_factory.mktemp("templates")
    source = (
        "# A {{ a }}\n\n{{ a }}\n\n{{ a }}{{ b }}\n\n- {{ a }}\n\n**Name:** {{ a }}\n{{ b }}\n\n"
        "| H |\n|---|\n| {{ a }} |\n| {{ a | cell }} |\n| {{ a | brag('red') }} |\n|{{ a }}|\n\n"
        "::: callout T {{ a }}\n{{ a }}\n\nend\n:::\n\n"
        "{{ figure('chart.svg', 'F' ~ a, 'F' ~ a) }}\n"
    )
    (folder / "a.md").write_text(source, encoding="utf-8", newline="\n")
    (folder / "everywhere.md").write_text(
        EVERYWHERE.replace(" | paragraphs", ""), encoding="utf-8", newline="\n"
    )
    return Templates([folder])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(a=_TEXTS, b=_TEXTS)
@example(a="C:\\", b="")
@example(a="Stop!", b="1. now")
def test_any_text_reads_back_literally(templates: Templates, a: str, b: str) -> None:
    document = parse(templates.render("a.md", {"a": a, "b": b}), images())
    one, two = seen(a), seen(b)
    blocks = document.blocks
    heading = blocks[0]
    assert isinstance(heading, tree.Heading)
    assert tree.plain(heading.runs) == f"A {one}".strip()
    words = [tree.plain(block.runs) for block in blocks if isinstance(block, tree.Paragraph)]
    expected = [text for text in (one, one + two, f"Name: {one} {two}") if text]
    assert [seen(text) for text in words] == [seen(text) for text in expected]
    table = next(block for block in blocks if isinstance(block, tree.Table))
    assert tree.plain(table.rows[0][0]) == tree.plain(table.rows[3][0]) == one
    assert seen(tree.plain(table.rows[1][0])) == (one or "–")
    assert len(table.rows) == 4
    callout = next(block for block in blocks if isinstance(block, tree.Callout))
    assert tree.plain(callout.title) == f"T {one}".strip()
    inside = [tree.plain(block.runs) for block in callout.blocks if isinstance(block, tree.Paragraph)]
    assert inside.pop() == "end"
    assert seen(" ".join(inside)) == one
    figure = next(block for block in blocks if isinstance(block, tree.Figure))
    assert figure.alternative == tree.plain(figure.caption) == seen(f"F{clean(a)}")
    kinds = [block.kind for block in blocks if block.kind != "paragraph"]
    assert kinds == ["heading", "list", "table", "callout", "figure"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(value=_TEXTS)
def test_the_finished_markdown_says_the_same_as_the_tree(templates: Templates, value: str) -> None:
    drawn = images()
    document = parse(templates.render("a.md", {"a": value, "b": "b"}), drawn)
    again = parse(to_markdown(document, meta(), drawn), drawn)

    def words(some: tree.Document) -> str:
        return seen(" ".join(tree.plain(runs) for runs in tree.all_runs(some.blocks)))

    assert words(document) in words(again)


@pytest.mark.parametrize("name", HOSTILE)
def test_record_text_makes_no_structure(templates: Templates, name: str) -> None:
    def shape(value: str) -> list[str]:
        document = parse(templates.render("everywhere.md", {"value": value}), images())
        runs = [run for runs in tree.all_runs(document.blocks) for run in runs]
        links = [run.link for run in runs if run.link]
        return (
            [block.kind for block in tree.walk(document.blocks)]
            + links
            + [run.status for run in runs if run.status]
        )

    assert shape(HOSTILE[name][0]) == shape("plain")


def levels(markdown: str) -> list[tuple[int, str]]:
    return [
        (block.level, block.anchor)
        for block in tree.walk(parse(markdown).blocks)
        if isinstance(block, tree.Heading)
    ]


def test_headings_are_renumbered_without_gaps() -> None:
    assert levels("### a\n\n##### b\n\n#### c\n\n# d\n\n#\n\n### e\n") == [
        (1, "a"),
        (2, "b"),
        (2, "c"),
        (1, "d"),
        (2, "e"),
    ]


def test_anchors_are_unique_and_those_asked_for_win() -> None:
    assert levels("# A b\n\n# A b\n\n# C {: #a-b}\n\n# !!\n\n# D {:#a-b}\n") == [
        (1, "a-b-3"),
        (1, "a-b-4"),
        (1, "a-b"),
        (1, "section"),
        (1, "a-b-2"),
    ]


def test_headings_inside_notes_are_no_part_of_the_outline() -> None:
    assert levels("# A\n\n> # B\n\n- # C\n\n::: callout T\n# D\n:::\n\n::: together\n# E\n:::\n") == [
        (1, "a"),
        (1, "e"),
    ]


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("#here", "#here"),
        ("#gone", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("other.md", ""),
        ("//example.org", ""),
    ],
)
def test_only_some_links_are_links(link: str, kept: str) -> None:
    document = parse(f"# Here\n\n[words]({link})")
    links = [run.link for runs in tree.all_runs(document.blocks) for run in runs if run.link]
    assert links == ([kept] if kept else [])


def test_a_picture_must_have_been_drawn() -> None:
    with pytest.raises(DocumentError, match=r"other\.svg"):
        parse("![x](other.svg)", images())
    assert parse("![x](file:///etc/passwd)", images()).blocks[0].kind == "paragraph"


def test_a_picture_without_words_takes_those_it_was_drawn_with() -> None:
    figure = parse("![](chart.svg)", images()).blocks[0]
    assert isinstance(figure, tree.Figure)
    assert figure.alternative.startswith("Line chart: Repeat child protection plans")


def test_tables_carry_alignment_and_the_widths_asked_for() -> None:
    rule = "|:" + "-" * 9 + "|" + "-" * 29 + ":|"
    table = parse(f"| a | b |\n{rule}\n| 1 | x<br>y |").blocks[0]
    assert isinstance(table, tree.Table)
    assert [column.alignment for column in table.columns] == ["left", "right"]
    assert [round(column.share, 2) for column in table.columns] == [0.25, 0.75]
    assert [run.text for run in table.rows[0][1]] == ["x", "\n", "y"]
    plain = parse("| a | b |\n|--|:--|\n| 1 | 2 |").blocks[0]
    assert isinstance(plain, tree.Table)
    assert [column.share for column in plain.columns] == [0, 0]


def test_the_same_tree_is_the_same_json() -> None:
    source = "# A\n\n::: callout T\n- a\n- b\n:::\n"
    assert tree.as_json(parse(source)) == tree.as_json(parse(source))
    assert '"anchor":"a"' in tree.as_json(parse(source))
