import time
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

import pytest

from lif.publish.errors import TemplateError
from lif.publish.templating.environment import Templates
from lif.publish.templating.limits import Limits
from tests.publish.samples import render


class State(Enum):
    OPEN = "open"


@dataclass
class Plan:
    items: list[str]
    due: date
    state: State


def test_a_context_arrives_as_plain_data(tmp_path: Path) -> None:
    plan = Plan(["a", "b"], date(2017, 11, 24), State.OPEN)
    source = (
        "{{ plan.items | join(', ') }}; {{ plan.due | date }}; {{ plan.state }}; "
        "{{ plan.keys() | list | length }}"
    )
    assert render(tmp_path, source, plan=plan) == "a, b; 24 November 2017; open; 3"


def test_what_is_not_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="not function"):
        render(tmp_path, "{{ f }}", f=lambda: 1)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (
            "{{ '2017-11-24' | date }} {{ '2017-11' | date }} {{ '2017' | date }}",
            "24 November 2017 November 2017 2017",
        ),
        ("{{ '2017-11-04' | date(short=true) }} {{ none | date }}", "4 Nov 2017 not dated"),
        ("{{ 'soon' | date }} {{ '2017-13-01' | date }}", "soon 2017-13-01"),
        ("{{ 1234567 | number }} {{ 12.5 | number }} {{ 12.0 | number(1) }}", "1,234,567 12.5 12.0"),
        ("{{ (0.1 + 0.2) | number }} {{ 'c' | number }} {{ none | number }}", "0.3 c –"),
        ("{{ 1 | plural('action') }} {{ 3 | plural('child', 'children') }}", "1 action 3 children"),
        ("{{ none | cell }} {{ '' | cell('not recorded') }}", "– not recorded"),
        ("{{ 'CR-2017-001' | anchor }} {{ '***' | anchor }}", "cr-2017-001 section"),
        (
            "{{ 'Red' | brag }} {{ 'Open' | brag }} {{ 'Late' | brag('amber') }}",
            "[Red]{.red} [Open]{.grey} [Late]{.amber}",
        ),
        ("{% set n = namespace(x=1) %}{% set n.x = n.x + 1 %}{{ n.x * 2 }}", "4"),
    ],
)
def test_filters(tmp_path: Path, source: str, written: str) -> None:
    assert render(tmp_path, source) == written


@pytest.mark.parametrize("value", ["*a*|b", "- x", "1. x", "{{ 7*7 }}"])
@pytest.mark.parametrize(
    "expression",
    [
        "{{ value }}",
        "{{ value ~ '' }}",
        "{{ '' + value }}",
        "{{ value | trim }}",
        "{{ value | default('x') }}",
        "{% set x %}{{ value }}{% endset %}{{ x }}",
        "{% macro m(v) %}{{ v }}{% endmacro %}{{ m(value) }}",
        "{% macro m(v) %}{{ v }}{% endmacro %}{{ m('') ~ (value | trim) }}",
        "{% macro m(v) %}{{ v }}{% endmacro %}{{ m('') + (value | trim) }}",
        "{% macro m(v) %}{{ v }}{% endmacro %}{{ [m(''), value | trim] | join }}",
        "{% for v in [value, value] | unique %}{{ v }}{% endfor %}",
        "{{ [value] | map('trim') | first }}",
        "{{ value[:99] }}",
    ],
)
def test_every_way_to_print_a_value_escapes_it_once(tmp_path: Path, value: str, expression: str) -> None:
    escaped = {"*a*|b": r"\*a\*\|b", "- x": r"\- x", "1. x": r"1\. x", "{{ 7*7 }}": r"\{\{ 7\*7 \}\}"}[value]
    assert render(tmp_path, expression, value=value) == escaped


@pytest.mark.parametrize(
    ("source", "line", "sentence"),
    [
        ("one\n{{ titel }}", 2, "“titel” is not among the things given here. Did you mean “title”?"),
        ("one\n\n{{ plan.titel }}", 3, "“titel” is not among the things given here. Did you mean “title”?"),
        ("{{ title ~ titel }}", 1, "titel"),
        ("{{ 1 + titel }}", 1, "titel"),
        ("one\n{% if %}", 2, "Expected"),
        ("{{ title | safe }}", 1, "safe"),
        ("{{ title | attr('upper') }}", 1, "attr"),
        ("{{ range(9) }}", 1, "range"),
        ("{{ title.__class__.__mro__ }}", 1, "not allowed"),
        ("{{ plan.__class__ }}", 1, "not allowed"),
        ("{{ plan.update(plan) }}", 1, "not allowed"),
        ("{{ 'x' * 999999999 }}", 1, "not allowed"),
        ("{{ 2 ** 99999 }}", 1, "not allowed"),
        ("{{ '%999999999d' % 1 }}", 1, "not allowed"),
        ("{{ '{:>999999999}'.format(1) }}", 1, "not allowed"),
        ("{{ title.format_map(plan) }}", 1, "not allowed"),
        ("{{ title.ljust(999999999) }}", 1, "not allowed"),
        ("{{ title.center(999999999) }}", 1, "not allowed"),
        ("{{ title.zfill(999999999) }}", 1, "not allowed"),
        (
            "{% set n = namespace(x='xxxxxxxxxx') %}{% for i in many %}{% set n.x = n.x ~ n.x %}{% endfor %}",
            1,
            "million",
        ),
        (
            "{% set n = namespace(x=[1, 2]) %}{% for i in many %}{% set n.x = n.x + n.x %}{% endfor %}",
            1,
            "million",
        ),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "without end"),
        ("{% include 'gone.md' %}", None, "gone.md"),
        ("{% include '../sample.md' %}", None, "../sample.md"),
        ("{{ title | sum }}", 1, "worked out"),
        ("{{ 'x' | brag('pink') }}", 1, "worked out"),
        ("{{ many }}", 1, "worked out"),
        ("{{ many | sum(start=[]) }}", 1, "worked out"),
        ("{{ many | lower }}", 1, "worked out"),
        ("{{ many | groupby(0) }}", 1, "worked out"),
        ("{{ [many, 1] }}", 1, "a list is put into a list"),
        ("{{ (many, 1) }}", 1, "a list is put into a list"),
        ("\n{{ {'a': many} }}", 2, "keys with values cannot be written"),
        ("{% macro m() %}{{ varargs }}{% endmacro %}", 1, "“varargs” cannot be used"),
    ],
)
def test_a_broken_template_says_where_and_why(
    tmp_path: Path, source: str, line: int | None, sentence: str
) -> None:
    secret = "Narrative from a record"
    with pytest.raises(TemplateError) as caught:
        render(tmp_path, source, title=secret, plan={"title": secret}, many=list(range(60)))
    assert (caught.value.template, caught.value.line) == ("sample.md", line)
    assert sentence in str(caught.value)
    assert secret not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "{% for a in many %}{% for b in many %}{% for c in many %}{% endfor %}{% endfor %}{% endfor %}",
            "rounds",
        ),
        (
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
            "rounds",
        ),
        ("{% for a in tree recursive %}{{ loop(tree) }}{{ loop(tree) }}{% endfor %}", "without end"),
        ("{% set n = namespace(x=9) %}{% for i in many %}{% set n.x = n.x * n.x %}{% endfor %}", "eighteen"),
        ("{% set x %}{% for a in many %}{{ text }}{% endfor %}{% endset %}{{ x }}", "five million"),
        ("{% for a in many %}{{ text }}{% endfor %}", "five million"),
        ("{% for a in many %}{% set x = many | sort | unique | list %}{% endfor %}", "rounds"),
        ("{{ many | join(text) }}", "five million"),
        (
            "{% for a in many %}{% for b in many %}{% set x = text ~ text %}{% endfor %}{% endfor %}",
            "texts of",
        ),
        (
            "{% macro m() %}" + "x" * 90_000 + "{% endmacro %}{% for a in many %}{{ m() }}{% endfor %}",
            "million",
        ),
    ],
)
def test_a_template_that_would_go_on_and_on_is_stopped(tmp_path: Path, source: str, sentence: str) -> None:
    (tmp_path / "sample.md").write_text(source, encoding="utf-8")
    templates = Templates([tmp_path], Limits(rounds=20_000, characters=20_000_000))
    begun = time.process_time()
    with pytest.raises(TemplateError, match=sentence):
        templates.render("sample.md", {"many": list(range(300)), "tree": [1], "text": "x" * 20_000})
    assert time.process_time() - begun < 5
    (tmp_path / "sample.md").write_text("{% for a in many %}{{ a }}{% endfor %}", encoding="utf-8")
    assert Templates([tmp_path]).render("sample.md", {"many": list(range(9))}) == "012345678"


def test_a_template_is_given_so_long_and_no_longer(tmp_path: Path) -> None:
    (tmp_path / "sample.md").write_text("{% for a in many %}{% endfor %}", encoding="utf-8")
    with pytest.raises(TemplateError, match="takes more than 0 seconds"):
        Templates([tmp_path], Limits(seconds=0)).render("sample.md", {"many": [1]})


def test_a_file_that_is_too_long_for_a_template_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="longer than 500,000"):
        render(tmp_path, "x" * 500_001)


def test_the_line_is_that_of_the_included_template(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("one\n{{ gone }}", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        render(tmp_path, "\n\n{% include 'part.md' %}")
    assert (caught.value.template, caught.value.line) == ("part.md", 2)


def test_a_boards_own_template_wins(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    own.mkdir()
    shipped.mkdir()
    (shipped / "a.md").write_text("shipped {% include 'b.md' %}", encoding="utf-8")
    (shipped / "b.md").write_text("shipped", encoding="utf-8")
    (own / "b.md").write_text("own", encoding="utf-8")
    assert Templates([own, shipped]).render("a.md", {}) == "shipped own"


def test_a_template_that_was_changed_is_read_as_it_is_now(tmp_path: Path) -> None:
    for said in ("first", "second", "first"):
        (tmp_path / "a.md").write_text(f"{said} {{{{ x }}}}", encoding="utf-8")
        assert Templates([tmp_path]).render("a.md", {"x": said}) == f"{said} {said}"


@pytest.mark.parametrize(
    "name", ["../secret.md", "/etc/passwd", "..\\secret.md", "a/../../secret.md", "C:secret.md", ""]
)
def test_no_file_outside_the_folders_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    inside = tmp_path / "templates"
    inside.mkdir()
    with pytest.raises(TemplateError, match="no template"):
        Templates([inside]).render(name, {})


def test_a_template_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError, match="not UTF-8"):
        Templates([tmp_path]).render("a.md", {})


def test_paragraphs_keep_blank_lines_and_the_breaks_of_lists(tmp_path: Path) -> None:
    written = render(tmp_path, "{{ x | paragraphs }}", x="one\ntwo\n\n\nthree\n• four\n- five\n")
    assert written == "one two\n\nthree\n\n- four\n- five"
