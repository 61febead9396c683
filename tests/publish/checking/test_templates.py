"""A Board's own templates are tried before they fail in front of a meeting, and every fault is named with its line."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from lif.publish.checking.docs import page, sample_board
from lif.publish.checking.every_paper import PAPERS
from lif.publish.checking.names import names_set, unknown_names
from lif.publish.checking.templates import Checked, check_templates, shape_given
from lif.publish.checking.trying import Tried, empty, papers_with, tried
from lif.publish.document.parse import parse
from lif.publish.paper_files import in_formats, must_be_sound, put_in_place
from lif.publish.templating.environment import Templates
from lif.publish.templating.own_templates import PURPOSES, copy_of, names_in, templates_there
from lif.publish.templating.rehearsal import rehearsing
from lif.publish.templating.shipped import shipped_templates
from lif.store.board import Board
from lif.store.load import load
from tests.publish.samples import meta
from tests.support import CHECKOUT, write_file

DAY = date(2018, 3, 1)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Board:
    root = tmp_path_factory.mktemp("own") / "board"
    shutil.copytree(CHECKOUT / "records", root / "records")
    return load(root)


@pytest.fixture
def board(sample: Board) -> Board:
    """The sample Board without templates of its own."""
    shutil.rmtree(sample.root / "templates", ignore_errors=True)
    return sample


def found(checked: Checked) -> list[tuple[str, int, str]]:
    return [(one.file.removeprefix("templates/"), one.line, one.code) for one in checked.findings]


def test_every_shipped_template_says_what_it_is_for_and_a_paper_uses_it() -> None:
    assert set(PURPOSES) == set(names_in(shipped_templates()))
    assert all(papers_with([name]) for name in PURPOSES)


@pytest.fixture(scope="module")
def outcome(sample: Board) -> Tried:
    """All papers of the sample Board, and of the same with nothing on record yet, with the shipped templates."""
    shutil.rmtree(sample.root / "templates", ignore_errors=True)
    return tried([sample, empty(sample, DAY)], PAPERS, DAY)


def test_every_paper_is_made_of_a_board_with_records_and_of_one_without(outcome: Tried) -> None:
    assert outcome.wrong == ()
    parts = {"chase/words.md", "data/lines.md", "reminder/words.md", "review/decision.md", "review/letter.md"}
    parts |= {name for name in PURPOSES if name.startswith("pack/")} - {"pack/diff.md"}
    assert {name for name, _ in outcome.given} == set(PURPOSES) - parts


def test_a_rehearsal_writes_and_sets_nothing(tmp_path: Path, sample: Board) -> None:
    with rehearsing():
        must_be_sound(sample, "the records do")
        assert in_formats("a", parse("# A"), meta()) == {}
        put_in_place(tmp_path, "build", {"a": b"b"}, "paper")
    assert not list(tmp_path.iterdir())
    put_in_place(tmp_path, "build", {"a": b"b"}, "paper")
    assert (tmp_path / "build/a").is_file()


def test_a_copy_writes_what_the_shipped_one_does_and_knows_when_that_changed(
    board: Board, outcome: Tried
) -> None:
    for name in PURPOSES:
        write_file(board.root, f"templates/{name}", copy_of(name))
    assert {(one.own, one.copied) for one in templates_there(board.root)} == {(True, "current")}
    own = Templates([board.root / "templates"])
    for name, given in dict(outcome.given).items():
        assert own.render(name, given) == Templates([shipped_templates()]).render(name, given)
    shutil.rmtree(board.root / "templates")
    older = copy_of("pack/risks.md").decode("utf-8")
    digest = older.partition(".0, ")[2][:12]
    write_file(board.root, "templates/pack/risks.md", older.replace(digest, "0" * 12))
    write_file(board.root, "templates/pack/voice.md", "No head.\n")
    state = {one.name: one.copied for one in templates_there(board.root)}
    assert (state["pack/risks.md"], state["pack/voice.md"]) == ("older", "unknown")
    checked = check_templates(board, DAY)
    assert found(checked) == [("pack/risks.md", 1, "T105")]
    assert checked.untried == ()


def test_misspelt_names_are_found_in_every_line_whatever_is_on_record(board: Board) -> None:
    text = copy_of("pack/reviews.md").decode("utf-8")
    lines = (text.count("\n") + 2, text.count("\n") + 4, text.count("\n") + 5, text.count("\n") + 6)
    extra = """
{% if false %}{{ reviews.rwos }}{% endif %}

{% for row in reviews.rows | rejectattr("live") | list %}{{ row.titel }}{% endfor %}
{% set first = reviews.rows | first %}{% if none %}{{ first.tiltes }}{% endif %}
{% macro shown(one) %}{{ one.anything }}{{ revews }}{% endmacro %}
{% for key, value in reviews.items() %}{{ key }}{% endfor %}{{ loopy is defined }}{{ later | default("x") }}
"""
    write_file(board.root, "templates/pack/reviews.md", text + extra)
    checked = check_templates(board, DAY)
    assert found(checked) == [("pack/reviews.md", line, "T101") for line in lines]
    assert [one.message for one in checked.findings] == [
        "“rwos” is not among the things given here. Did you mean “rows”?",
        "“titel” is not among the things given here. Did you mean “title”?",
        "“tiltes” is not among the things given here. Did you mean “title”?",
        "“revews” is not among the things given here. Did you mean “reviews”?",
    ]


def test_no_shipped_template_asks_for_what_it_is_not_given(outcome: Tried) -> None:
    templates = Templates([shipped_templates()])
    read = {name: templates.parsed(name) for name in PURPOSES}
    set_in = {name: names_set(template) for name, template in read.items()}
    for name in PURPOSES:
        shape = shape_given(name, papers_with([name]), outcome)
        assert shape is not None, name
        others = {one for other, names in set_in.items() if other != name for one in names}
        assert unknown_names(name, read[name], shape, others) == []


@pytest.mark.parametrize(
    ("name", "source", "line", "code"),
    [
        ("assurance/matrix.md", "\n{% if %}", 2, "T102"),
        ("assurance/matrix.md", "\n\n{{ board | safe }}", 3, "T102"),
        ("assurance/matrix.md", "{{ sections.__class__ }}", 1, "T102"),
        ("assurance/matrix.md", "{% include '/etc/passwd' %}", 1, "T102"),
        ("assurance/matrix.md", "\n{{ board + 1 }}", 2, "T102"),
        ("assurance/matrix.md", "{% for a in board recursive %}{{ loop(board) }}{% endfor %}", 1, "T102"),
        ("assurance/matrix.md", "![a](never-drawn.svg)", 1, "T102"),
        ("pack/risk.md", "# Risks", 1, "T103"),
        ("theme.yaml", "\naccent: '#ffff00'\n", 2, "T104"),
    ],
)
def test_what_is_wrong_is_found_with_its_file_and_line(
    board: Board, name: str, source: str, line: int, code: str
) -> None:
    write_file(board.root, f"templates/{name}", source)
    checked = check_templates(board, DAY)
    assert (line, code) in {(one.line, one.code) for one in checked.findings}, checked.findings
    assert all(one.file == f"templates/{name}" for one in checked.findings)


def test_a_readme_among_the_templates_is_none(board: Board) -> None:
    write_file(board.root, "templates/README.md", "# About {{ these }}\n")
    assert check_templates(board, DAY) == Checked((), (), (), ())


def test_an_own_part_that_an_own_template_takes_in_is_used(board: Board) -> None:
    write_file(board.root, "templates/assurance/matrix.md", "{% include 'ours/head.md' %}\n")
    write_file(board.root, "templates/ours/head.md", "# Ours\n")
    assert found(check_templates(board, DAY)) == []


def test_what_each_template_receives_is_told_in_docs(outcome: Tried) -> None:
    board = sample_board()
    assert (board.root, board.profile.fictional) == (CHECKOUT, True)
    assert (CHECKOUT / "docs/templates.md").read_text(encoding="utf-8") == page(outcome), (
        "make it anew: python -m lif.publish.checking.docs > docs/templates.md"
    )
