"""Texts and values that several tests of the YAML modules share."""

from typing import Any

from hypothesis import strategies as st

RECORD = """\
# yaml-language-server: $schema=../../schemas/review.json
schemaVersion: 1
id: CR-2017-001
title: 'A fictional review'   # a working title
opened: 2017-11-24
screening:
  decided: 2017-12-01
  limbs:
    - limb: a
      answer: yes
      reason: "neglect: over several years"
    - limb: b
      answer: unknown
summary: |
  The first line.

    An indented one.
  Café, “quoted” • bullet.
note: >-
  folded over
  two lines
agencies: [police, {name: health, lead: true}, 'the school']
recommendations: []
size: 3
share: 0.5
log:
- date: 2018-01-10
  note: plain text over
    two lines
# the end
"""

NASTY = [
    "", " ", "  a", "a ", "\n", "a\n", "a\n\n", "\na", " a\nb", "a\n b\n", "a\n\n\nb\n", "a\tb", "\ta",
    "a\n\tb", "yes", "no", "null", "~", "true", "012", "1_000", "1e5", "2017.10", ".5", "12:30",
    "2017-11-24", "=", "<<", "- a", "-", "---", "...", "? a", ": a", "a: b", "a:", "a #b", "#a", "a#b",
    "&a", "*a", "!a", "%a", "@a", "`a`", "|", ">", "[a]", "{a}", "a, b", "'a'", '"a"', "it's", 'say "x"',
    "a\\b", "\\", "{{ 7*7 }}", "<script>", "=cmd|x", "\u00a0", "é", "•", "😀", "x" * 300, "word " * 60 + "end", "word  " * 40,
    "# " * 80 + "x", "- " * 80 + "x", "a\n   \nb", "a\n   ", "a \nb ", "http://example.org/a:b", "a:b",
    "\ud7ff\ue000", "\n\n  a", "word " * 30 + "\n" + "word " * 30,
]  # fmt: skip

HIDDEN = [
    "a\r\nb", "a\rb", "\x00", "\x07bell", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "a\uffff"
]  # fmt: skip
"""What no record may hold, whether it stands there or is written as an escape."""

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"),
        max_size=40,
    ),
    st.text("ab :#-'\"\n\t|>[]{},&*!%@`?\\=<~.0123456789_", max_size=25),
    st.lists(
        st.sampled_from(["word", "it's", "a:b", "#1", "-", "multi-agency", "a: b", ""]), max_size=60
    ).map(" ".join),
)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    texts,
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
records = st.dictionaries(texts, values, max_size=5)


def same(one: Any, other: Any) -> bool:
    """Whether two values are equal in every type, too: 1 is not True, and not 1.0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)
