"""What each template receives and may use, as a page: `python -m lif.publish.checking.docs > docs/templates.md`.

It is drawn from what the papers of the sample Board, and of one with nothing on record, really give.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jinja2 import nodes

from lif.publish.checking.every_paper import PAPERS
from lif.publish.checking.names import Shape
from lif.publish.checking.templates import shape_given
from lif.publish.checking.trying import Tried, empty, papers_with, tried
from lif.publish.templating.environment import Templates
from lif.publish.templating.own_templates import PURPOSES
from lif.publish.templating.shipped import shipped_templates
from lif.store.board import Board
from lif.store.load import load

SAMPLE_DAY = date(2018, 3, 1)


@dataclass(frozen=True)
class Received:
    """What one template is given."""

    used: tuple[tuple[str, str], ...]
    """What the shipped template makes use of: paths such as `reviews.rows[].title`, each with its kind."""
    besides: tuple[str, ...]
    """The names under which it is given more, which other templates of the same paper use."""


def received(board: Board, names: Sequence[str], day: date) -> dict[str, Received | None]:
    """What each template is given; None for one that no paper of the Board comes to."""
    papers = papers_with(names)
    return received_in(tried([board, empty(board, day)], papers, day), names)


def received_in(outcome: Tried, names: Sequence[str]) -> dict[str, Received | None]:
    """What each template is given in papers that were tried."""
    papers = papers_with(names)
    templates = Templates([shipped_templates()])
    found: dict[str, Received | None] = {}
    for name in names:
        shape = shape_given(name, papers, outcome)
        if shape is None:
            found[name] = None
            continue
        asked = {one.name for one in templates.parsed(name).find_all(nodes.Name) if one.ctx == "load"}
        used = tuple(
            row
            for key in sorted(asked & set(shape.keys))
            for row in _rows(Shape(keys={key: shape.keys[key]}))
        )
        found[name] = Received(used, tuple(sorted(set(shape.keys) - asked)))
    return found


def page(outcome: Tried) -> str:
    """The page, from the papers of the sample Board."""
    parts = [_HEAD]
    for name, given in received_in(outcome, list(PURPOSES)).items():
        parts.append(f"### `{name}`\n\n{PURPOSES[name]}")
        if given and given.used:
            parts.append(
                "\n".join(
                    ["| Name | What it is |", "|---|---|", *(f"| `{a}` | {b} |" for a, b in given.used)]
                )
            )
    return "\n\n".join(parts) + "\n"


def _rows(shape: Shape, path: str = "") -> Iterator[tuple[str, str]]:
    for key in sorted(shape.keys):
        inner = shape.keys[key]
        here = f"{path}.{key}" if path else key
        below, mark = inner, ""
        while below.item is not None:
            below, mark = below.item, f"{mark}[]"
        yield here + mark, _kind(inner, below)
        yield from _rows(below, here + mark)


def _kind(shape: Shape, below: Shape) -> str:
    kinds = shape.kinds - {"nothing"}
    if "list" in kinds and shape.item is not None:
        words = (
            f"list of {' or '.join(sorted(_PLURAL.get(kind, kind) for kind in below.kinds - {'nothing'}))}"
        )
    elif "list" in kinds:
        words = "list"
    else:
        words = " or ".join(sorted(kinds)) or "nothing"
    return f"{words}, or nothing" if "nothing" in shape.kinds and kinds else words


_PLURAL = {"text": "texts", "date": "dates", "number": "numbers", "keys": "items with names"}

_HEAD = """# Templates

Papers are laid out by templates: Markdown with places for what is on record. `lif template list` names them,
`lif template copy NAME` puts one into the Board's `templates/`, where it is used in the place of the shipped one, and
`lif template check` tries what is there.

## The look: `templates/theme.yaml`

```yaml
accent: '#1d4d7a'        # headings, heads of tables, covers: at least 4.5 to 1 on white and on its tint
logo: logo.svg           # an SVG that neither runs nor fetches anything, or a PNG; up to 1 MB
font:                    # a file for each face; what it lacks is set in lif's own font
  regular: fonts/Own-Regular.ttf
  bold: fonts/Own-Bold.ttf
  italic: fonts/Own-Italic.ttf
  bold_italic: fonts/Own-BoldItalic.ttf
  licence: What allows the Board to use the font and to put it into documents
```

All keys may be left out. Files are named as they lie in `templates/`. The font is put into PDF; Word and web pages name
it, and show it on computers that have it. Charts keep lif's own font. Which sections a group's pack has, and in which
order, stands in `records/board.yaml` under `pack` of the group.

## What a template may use

`{{ value }}` prints a value: always as text, never as markup, on one line. `{% if %}`, `{% for %}`, `{% set %}`,
`{% macro %}`, `{% include %}`, `{% import %}` and `{# remarks #}` work as in Jinja2. A name that is not given is an error.

| Filter | Gives |
|---|---|
| `x \\| date`, `x \\| date(short=true)` | 24 November 2017 · 24 Nov 2017; nothing: "not dated", or `missing="…"` |
| `x \\| number`, `x \\| number(1)` | 1,234 · 12.3; nothing: – |
| `n \\| plural("action")`, `n \\| plural("child", "children")` | 1 action · 3 children |
| `x \\| cell`, `x \\| cell("not recorded")` | for a cell of a table: keeps line breaks |
| `x \\| paragraphs` | a long text: paragraphs, lists, emphasis and links as its author wrote them |
| `x \\| anchor` | the place of a record, as in `[{{ id }}](#{{ id \\| anchor }})` |
| `x \\| brag`, `x \\| brag("red")` | a word in a coloured box: blue, red, amber, green or grey |

Besides: `abs capitalize count default dictsort first groupby int join last length list lower map max min reject
rejectattr reverse select selectattr sort sum trim unique upper`, and `figure(name, alternative, caption)` for a chart
that the paper drew. Markdown has headings, lists, tables, quotes, `**strong**`, *emphasis*, links, and the blocks
`::: callout Title`, `::: page-break`, `::: landscape`, `::: side-by-side`, `::: together`, `::: table Caption`, each
ended by `:::`. No HTML.

A template sees nothing else: no file, no clock, no program. It may write out lists, but none within another. One paper
may take two million rounds of loops and calls, a text of five million characters, and a minute.

## Rich text

Some long texts of records may hold a small Markdown, where a template prints them with `paragraphs`: an empty line between
paragraphs, `- ` or `1. ` at the beginning of a line for a list, `*emphasis*` and `**strong**`, and
`[words](https://…)` with an address that begins with `https://`, `http://` or `mailto:`. Nothing else is read: no headings,
no tables, no pictures, no HTML. In every other field, and where such a text stands in a table or a sentence, all is shown
as it was typed.

| Record | Field | Where |
|---|---|---|
| review | `summary` | the pack |
| review | `log.reasons` | letters about the decision |
| review | `log.departs` | letters about the decision |
| report | `story.narrative` | the pack |
| report | `asked_of_board` | the pack |
| annual | `texts.SECTION.text` | the annual report |

## What each receives

A list is written `name[]`; what each of its items holds follows behind it. Dates arrive as text, such as `2017-11-24`."""


def sample_board() -> Board:
    """The sample Board, which lies beside the templates in a checkout."""
    return load(shipped_templates().parent)


def _main() -> None:
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # it is a text stream here
    board = sample_board()
    sys.stdout.write(page(tried([board, empty(board, SAMPLE_DAY)], PAPERS, SAMPLE_DAY)))


if __name__ == "__main__":
    _main()
