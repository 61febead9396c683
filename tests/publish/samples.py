"""Texts that have broken documents, and a small document in which to put them."""

from datetime import date
from pathlib import Path

from lif.publish.charts.drawing import LineChart, Series, describe_line_chart, line_chart
from lif.publish.meta import Image, Meta
from lif.publish.templating.environment import Templates

HOSTILE = {
    "emoji": ("😀 fine", "[grinning face] fine"),
    "word bullet": ("\uf0b7 first", "• first"),
    "wingdings": ("\uf0a7 second", "• second"),
    "other private use": ("\uf123 x", "[character u+f123] x"),
    "jinja expression": ("{{ 7*7 }}", "{{ 7*7 }}"),
    "jinja statement": ("{% for x in y %}", "{% for x in y %}"),
    "script": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    "formula": ("=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1"),
    "typst": ('#set page() #read("/etc/passwd") $x$ @ref', '#set page() #read("/etc/passwd") $x$ @ref'),
    "javascript link": ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
    "file picture": ("![x](file:///etc/passwd)", "![x](file:///etc/passwd)"),
    "table row": ("| a | b |", "| a | b |"),
    "table rule": ("|---|---|", "|---|---|"),
    "container": ("::: callout Owned", "::: callout Owned"),
    "status": ("[Green]{.green}", "[Green]{.green}"),
    "anchor": ("Title {: #stolen}", "Title {: #stolen}"),
    "break": ("a<br>b", "a<br>b"),
    "heading": ("# Heading", "# Heading"),
    "setext": ("===", "==="),
    "rule": ("---", "---"),
    "list": ("1. one", "1. one"),
    "bullet": ("- one", "- one"),
    "reference": ("[x]: https://example.org", "[x]: https://example.org"),
    "entity": ("&lt;b&gt; &amp;", "&lt;b&gt; &amp;"),
    "backslash": ("C:\\", "C:\\"),
    "exclamation": ("Stop!", "Stop!"),
    "html comment": ("<!-- x -->", "<!-- x -->"),
    "chinese": ("中", "[cjk unified ideograph-4e2d]"),
    "arabic": ("ع", "[arabic letter ain]"),
    "override": ("a\u202etxt.exe", "atxt.exe"),
    "isolate": ("a\u2066b\u2069c", "abc"),
    "zero width": ("a\u200bb\u200dc\ufeff", "abc"),
    "surrogate": ("a\ud800b", "a[damaged character]b"),
    "nul": ("a\x00b\x85c\x1bd", "ab cd"),
    "decomposed": ("e\u0301", "é"),
    "newlines": ("one\r\ntwo\rthree\u2028four", "one two three four"),
    "indented": ("    code", "code"),
}
"""By name: what a record holds, and what a reader sees of it on one line."""

EVERYWHERE = """
# Heading of {{ value }}

{{ value }}

{{ value }} at the start, at the end {{ value }}
{{ value }}

**{{ value }}** *{{ value }}* [{{ value }}](https://example.org)

- {{ value }}
- {{ value }}

1. {{ value }}

> {{ value }}

::: callout {{ value }}
{{ value | paragraphs }}
:::

{% macro cells(x) %}{{ x }} | {{ x ~ "" }} | {{ x + "" }}{% endmacro %}
| {{ value }} | B | C | D |
|---|---|---|---|
| {{ value }} | {{ value | cell }} | {{ value | brag("red") }} | {{ [value] | join(", ") }} |
| {{ cells(value) }} | {{ cells("") ~ value }} |

{{ figure("chart.svg", value, value) }}

:::: landscape
::: together
{{ value | paragraphs }}
:::
::::

## {{ value }} {: #second}
"""


def meta(**changes: object) -> Meta:
    facts: dict[str, object] = {
        "title": "Board pack",
        "subtitle": "Reviews and actions",
        "board": "Exampleshire Safeguarding Children Board",
        "group": "Strategic Board",
        "meeting_date": "2017-11-30",
        "marking": "OFFICIAL – SENSITIVE",
        "readers": "Members of the Board",
        "author": "Business Manager",
        "as_of": date(2017, 11, 24),
    }
    return Meta(**(facts | changes))  # type: ignore[arg-type]  # the names are those of the dataclass


def chart(label: str = "Exampleshire") -> LineChart:
    return LineChart(
        title="Repeat child protection plans",
        periods=("2013", "2014", "2015", "2016", "2017"),
        series=(
            Series(label, (12.0, "c", 14.5, None, 20.1)),
            Series("Statistical neighbours", (15.0, 15.5, 16.0, 17.0, 18.0)),
            Series("South East", (14.0, 15.0, 16.0, 17.0, 18.1)),
            Series("England", (14.9, 15.8, 16.6, 17.9, 18.2)),
        ),
        unit="%",
        target=18.0,
    )


def images(label: str = "Exampleshire") -> dict[str, Image]:
    drawn = chart(label)
    return {"chart.svg": Image(line_chart(drawn), describe_line_chart(drawn))}


def render(folder: Path, source: str, **context: object) -> str:
    """The Markdown that a template of this source writes."""
    (folder / "sample.md").write_text(source, encoding="utf-8", newline="\n")
    return Templates([folder]).render("sample.md", context)
