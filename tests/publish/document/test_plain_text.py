"""Documents as plain text: every sort of block in words."""

from lif.publish.document.parse import parse
from lif.publish.document.plain_text import to_plain_text

SOURCE = """\
# Late

Two *things*\\
on two lines.

- **One** thing
- another
    - below

2. second

| Id | Due |
|----|-----|
| A1 | today |

::: callout Mind
Do it.
:::

---

> quoted
"""
TEXT = """\
LATE

Two things
on two lines.

- One thing
- another
  - below

2. second

- Id: A1; Due: today

Mind

Do it.

quoted
"""


def test_every_block_is_said_without_marks() -> None:
    assert to_plain_text(parse(SOURCE)) == TEXT
