"""New records: what is written reads back the same, by readers of YAML 1.1 too, and reads well."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from lif.store.yaml_reader import read
from lif.store.yaml_write import NotWritable, write
from tests.store.yaml_samples import HIDDEN, NASTY, records, same, texts


@settings(max_examples=400, deadline=None)
@given(records)
def test_what_is_written_reads_back_the_same(record: dict[str, Any]) -> None:
    result = read(write(record, "# a first line").encode("utf-8"))
    assert result.problems == ()
    assert same(result.value, record)


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nasty_texts_survive_as_value_item_and_key(text: str) -> None:
    record = {"a": text, "b": [text, {"c": text}, [text]], text: {"d": {text: text}}, "z": text}
    written = write(record)
    assert read(written.encode("utf-8")).value == record
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize("text", HIDDEN, ids=ascii)
def test_what_the_reader_refuses_is_not_written(text: str) -> None:
    for record in ({"a": text}, {"a": [text]}, {text: 1}, {"a": [{text: 1}]}):
        with pytest.raises(NotWritable, match=r"a text holds (a|an) "):
            write(record)


class WordsAndDates(yaml.SafeLoader):
    """A reader of YAML 1.1, but for the words and dates that records use as text."""


for _tag in ("timestamp", "bool"):
    WordsAndDates.add_constructor(
        f"tag:yaml.org,2002:{_tag}",
        lambda loader, node: {"true": True, "false": False}.get(node.value, node.value),
    )


@settings(max_examples=200, deadline=None)
@given(texts)
def test_readers_of_yaml_1_1_read_the_same_text(text: str) -> None:
    assert yaml.load(write({"a": text, "b": [text]}), WordsAndDates) == {"a": text, "b": [text]}


def test_the_layout() -> None:
    record = {
        "id": "CR-2017-001",
        "opened": "2017-11-24",
        "answer": "yes",
        "version": "2017.10",
        "count": 3,
        "open": None,
        "none": [],
        "title": "Neglect: a review",
        "summary": "First line.\nSecond line.\n",
        "note": "The panel met and " + "considered the chronology of each agency " * 3 + "at length.",
        "log": [{"date": "2018-01-10", "by": ["chair", "panel"]}, "text", [1, 2]],
    }
    assert (
        write(record, "# yaml-language-server: $schema=x.json")
        == """\
# yaml-language-server: $schema=x.json
id: CR-2017-001
opened: 2017-11-24
answer: yes
version: "2017.10"
count: 3
open: null
none: []
title: "Neglect: a review"
summary: |
  First line.
  Second line.
note: >-
  The panel met and considered the chronology of each agency considered the chronology of each
  agency considered the chronology of each agency at length.
log:
  - date: 2018-01-10
    by:
      - chair
      - panel
  - text
  - - 1
    - 2
"""
    )


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), 2**53, "\ud800", {1: 2}, object(), {"\ud800": 1}, {"k" * 1001: 1}]
)
def test_what_no_record_can_hold_is_refused(value: object) -> None:
    with pytest.raises(NotWritable):
        write({"a": value})


def test_depth_has_the_same_limit_as_reading() -> None:
    deep: Any = "x"
    for _ in range(49):
        deep = [deep]
    assert read(write({"a": deep}).encode()).value == {"a": deep}
    for too_deep in ([deep], {"b": deep}):
        with pytest.raises(NotWritable):
            write({"a": too_deep})
    flow: Any = []
    for _ in range(49):
        flow = [flow]
    with pytest.raises(NotWritable):
        write({"a": flow})
