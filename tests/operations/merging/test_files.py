"""Two versions of a file become one: the text of ours is kept, and what is open stands between markers."""

import copy
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.operations.merging.files import MergedFile, merge_file
from lif.records.kinds import BY_NAME
from lif.store.change import new_record
from lif.store.text_merge import CHOOSE, split
from lif.store.three_way import merge
from lif.store.three_way_lists import same
from lif.store.yaml_reader import read
from lif.store.yaml_write import write
from tests.store.test_three_way import branches
from tests.support import TINY_VALUES, tiny_records

PLAN = """\
# yaml-language-server: $schema=../../../schemas/plan.schema.json
schema_version: 1
id: AP-2017-001
title: 'Plan for Family A'   # as agreed
owner: business-manager
source:
- CR-2017-001
actions:
# The first was the hardest.
-   id: A1
    text: >-
      Add the question
      to the form.
    lead: {agency: police, role: Head of Safeguarding}
    log:
    # Told by telephone.
    -   date: 2017-06-01
        by: police
        entry: completed
        note: Form changed.
-   id: A2
    text: Ring every family.
# The end.
"""
PLAN_FILE = "records/plans/2017/AP-2017-001.yaml"
ENTRY = """\
    -   date: {day}
        by: police
        entry: note
        note: {note}
"""


def _changed(text: str, *changes: tuple[str, str]) -> bytes:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text.encode()


def _with_entry(text: str, day: str, note: str) -> str:
    last = "        note: Form changed.\n"
    return text.replace(last, last + ENTRY.format(day=day, note=note))


def _merged(
    ours: bytes, theirs: bytes, base: str = PLAN, name: str = PLAN_FILE
) -> tuple[str, tuple[str, ...]]:
    merged = merge_file(base.encode(), ours, theirs, name)
    return merged.data.decode(), merged.problems


def test_entries_that_both_added_are_both_there_in_the_layout_of_ours() -> None:
    ours, theirs = _with_entry(PLAN, "2018-02-01", "Ours."), _with_entry(PLAN, "2018-01-01", "# Theirs.")
    text, problems = _merged(ours.encode(), theirs.replace("# Theirs.", "Theirs.").encode())
    assert problems == ()
    assert text == _with_entry(_with_entry(PLAN, "2018-02-01", "Ours."), "2018-01-01", "Theirs.")


def test_a_field_that_both_changed_stays_open_on_its_own_line() -> None:
    ours = _changed(_with_entry(PLAN, "2018-02-01", "Ours."), ("Plan for Family A", "Our plan"))
    theirs = _changed(_with_entry(PLAN, "2018-01-01", "Theirs."), ("Plan for Family A", "Their plan"))
    text, problems = _merged(ours, theirs)
    expected = _with_entry(_with_entry(PLAN, "2018-02-01", "Ours."), "2018-01-01", "Theirs.").replace(
        "title: 'Plan for Family A'   # as agreed\n",
        "<<<<<<< ours\ntitle: 'Our plan'   # as agreed\n=======\n"
        "title: 'Their plan'   # as agreed\n>>>>>>> theirs\n",
    )
    assert text == expected
    assert problems == (f"{PLAN_FILE}: title was changed differently on both branches.\n    {CHOOSE}",)
    (problem,) = read(text.encode()).problems[:1]
    assert problem.line == expected.split("\n").index("<<<<<<< ours") + 1


def test_conflicts_on_one_line_are_one_hunk() -> None:
    ours = _changed(PLAN, ("agency: police, role: Head of Safeguarding", "agency: a, role: Ours"))
    theirs = _changed(PLAN, ("agency: police, role: Head of Safeguarding", "agency: b, role: Theirs"))
    text, problems = _merged(ours, theirs)
    assert text.count("<<<<<<<") == 1
    versions = split(text.encode())
    assert versions
    assert [read(version).value for version in versions] == [read(ours).value, read(theirs).value]
    assert [problem.split(": ")[1].split(" was")[0] for problem in problems] == [
        "actions, A1, lead, agency", "actions, A1, lead, role",
    ]  # fmt: skip


def test_comments_of_both_sides_survive() -> None:
    ours = _changed(
        _with_entry(PLAN, "2018-02-01", "Ours."), ("source:\n", "# Ours on the source.\nsource:\n")
    )
    theirs = _with_entry(PLAN, "2018-01-01", "Theirs.   # said twice").replace(
        "    -   date: 2018-01-01", "    # Theirs on the entry.\n    -   date: 2018-01-01"
    )
    text, problems = _merged(ours, theirs.encode())
    assert problems == ()
    for comment in (
        "# Ours on the source.",
        "# Theirs on the entry.",
        "# said twice",
        "# Told by",
        "# The end.",
    ):
        assert text.count(comment) == 1, comment


def test_layout_and_comments_that_they_changed_elsewhere_are_taken() -> None:
    ours = _changed(PLAN, ("'Plan for Family A'", "'A plan'"))
    theirs = _changed(PLAN, ("Ring every family.", "'Ring every family.'  # soon"))
    text, problems = _merged(ours, theirs)
    assert problems == ()
    assert text == ours.decode().replace("Ring every family.", "'Ring every family.'  # soon")


def test_a_comment_that_finds_no_place_is_told() -> None:
    ours = _with_entry(PLAN, "2018-02-01", "Ours.")
    theirs = _with_entry(PLAN, "2018-01-01", "Theirs.").replace("owner:", "# Theirs on the owner.\nowner:")
    text, problems = _merged(ours.encode(), theirs.encode())
    assert "Theirs on the owner" not in text
    (problem,) = problems
    assert "in its line 5" in problem
    assert "owner" not in problem.partition(": ")[2]


def test_taken_away_and_changed() -> None:
    ours = _changed(PLAN, ("owner: business-manager\n", ""), ("    text: Ring every family.\n", ""))
    theirs = _changed(PLAN, ("business-manager", "independent-chair"))
    text, problems = _merged(ours, theirs)
    assert "<<<<<<< ours\n=======\nowner: independent-chair\n>>>>>>> theirs\n" in text
    assert problems == (f"{PLAN_FILE}: owner was changed differently on both branches.\n    {CHOOSE}",)


def test_what_they_took_away_goes() -> None:
    theirs = _changed(PLAN, ("-   id: A2\n    text: Ring every family.\n", ""))
    ours = _changed(PLAN, ("    text: Ring every family.", "    text: Ring every family.  # soon"))
    text, problems = _merged(ours, theirs)
    assert problems == ()
    assert text == PLAN.replace("-   id: A2\n    text: Ring every family.\n", "")


def test_one_number_for_two_items_keeps_both_and_says_so() -> None:
    end = "    text: Ring every family.\n"
    ours = _changed(PLAN, (end, end + "-   id: A3\n    text: Write to every school.\n"))
    theirs = _changed(PLAN, (end, end + "-   id: A3\n    text: Call a meeting.\n"))
    text, problems = _merged(ours, theirs)
    value = read(text.encode()).value
    assert value
    assert [item["text"] for item in value["actions"][2:]] == ["Call a meeting.", "Write to every school."]
    (problem,) = problems
    assert problem.startswith(f"{PLAN_FILE}: AP-2017-001.A3 was added on both branches")


def test_changes_that_do_not_go_together_are_told_with_rule_and_line() -> None:
    full = PLAN.replace(
        "note: Form changed.\n",
        "note: Form changed.\n"
        "    -   {date: 2017-07-01, by: police, entry: evidenced, evidence: Seen.}\n"
        "    -   {date: 2017-08-01, by: police, entry: evaluated, impact: improved, result: Fewer.}\n",
    )
    end = "result: Fewer.}\n"
    ours = _changed(full, (end, end + "    -   {date: 2017-09-01, by: police, entry: closed}\n"))
    theirs = _changed(
        full, (end, end + "    -   {date: 2017-10-01, by: police, entry: note, note: Still.}\n")
    )
    text, problems = _merged(ours, theirs, full)
    assert "<<<<" not in text
    (problem,) = problems
    line = next(number for number, line in enumerate(text.split("\n"), 1) if "Still." in line)
    assert re.match(rf"{PLAN_FILE}:{line}:\d+: D433 ", problem)


def test_two_records_under_one_number_stay_open_as_a_whole() -> None:
    ours, theirs = PLAN, PLAN.replace("Plan for Family A", "Plan for Family B")
    merged = merge_file(b"", ours.encode(), theirs.encode(), PLAN_FILE)
    assert merged.data.decode() == f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"
    assert "AP-2017-001 was opened on both branches" in merged.problems[0]


def test_the_only_entry_of_a_record_may_be_corrected() -> None:
    base, entry = (
        "schema_version: 1\nid: CR-2018-001\ntitle: {}\nlog:\n  - {{date: {}, by: police}}\n",
        "2018-01-0",
    )
    name = "records/reviews/2018/CR-2018-001.yaml"
    versions = [
        base.format(title, entry + day).encode() for title, day in (("A", "1"), ("A", "2"), ("B", "1"))
    ]
    merged = merge_file(*versions, name)
    assert merged == MergedFile(base.format("B", entry + "2").encode())
    another = base.format("B", entry + "3").encode()
    assert merge_file(versions[0], another, versions[1], name).data.startswith(
        b"<<<<<<< ours\nschema_version: 1\n"
    )


def test_plans_that_differ_in_what_they_answer_are_two() -> None:
    plan = "schema_version: 1\nid: AP-2018-001\ntitle: Action plan\nowner: board\nsource: [CR-2018-00{}]\n"
    ours, theirs = plan.format(1).encode(), plan.format(2).encode()
    merged = merge_file(b"", ours, theirs, "records/plans/2018/AP-2018-001.yaml")
    assert split(merged.data) == (ours, theirs)
    assert merged.problems


def test_the_same_record_that_reached_both_sides_is_one() -> None:
    theirs = PLAN.replace("# The end.\n", "-   id: A3\n    text: Call a meeting.\n# The end.\n")
    merged = merge_file(b"", PLAN.encode(), theirs.encode(), PLAN_FILE)
    assert merged.problems == ()
    assert same(read(merged.data).value, read(theirs.encode()).value)


def test_an_agency_that_both_added_is_one_record_with_open_fields() -> None:
    ours, theirs = (f"schema_version: 1\nname: {name}\ntype: police\n" for name in ("Police", "The Police"))
    merged = merge_file(b"", ours.encode(), theirs.encode(), "records/agencies/police.yaml")
    assert merged.data == (b"schema_version: 1\n<<<<<<< ours\nname: Police\n=======\nname: The Police\n"
                           b">>>>>>> theirs\ntype: police\n")  # fmt: skip


@pytest.mark.parametrize("broken", [b"a: [", b"\xff\xfe", b"", b"- a\n"])
def test_a_version_that_cannot_be_read_is_merged_by_lines(broken: bytes) -> None:
    merged = merge_file(PLAN.encode(), PLAN.encode() + b"# ours\n", broken, PLAN_FILE)
    assert merged.problems
    assert b"# ours" in merged.data


def test_what_git_sets_for_its_own_repository_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    merged = merge_file(b"title: [\na: 1\n", b"title: [\na: 2\n", b"title: [\na: 3\n", PLAN_FILE)
    assert merged.data == b"title: [\n<<<<<<< ours\na: 2\n=======\na: 3\n>>>>>>> theirs\n"


def test_line_ends_and_byte_order_mark_of_ours_stay() -> None:
    ours = b"\xef\xbb\xbf" + _with_entry(PLAN, "2018-02-01", "Ours.").replace("\n", "\r\n").encode()
    theirs = _changed(_with_entry(PLAN, "2018-01-01", "Theirs."), ("title: 'Plan", "title: 'A plan"))
    text, problems = _merged(ours, theirs)
    assert problems == ()
    assert text.startswith("\ufeff# yaml")
    assert text.count("\r\n") == text.count("\n")
    assert "A plan for Family A" in text
    assert "Theirs." in text


def test_values_are_merged_row_by_row() -> None:
    name = "records/indicators/repeat-plans.csv"
    ours = TINY_VALUES.replace("12,80,15.0", "13,80,16.3") + "2018,E06999999,10,80,12.5,\n"
    theirs = (
        TINY_VALUES.replace("2017,E06999999,,,,c", "2017,E06999999,9,80,11.3,") + "2018,E92000001,1,2,50,\n"
    )
    merged = merge_file(TINY_VALUES.encode(), ours.encode(), theirs.encode(), name)
    assert merged.problems == ()
    assert merged.data.decode() == ours.replace("2017,E06999999,,,,c", "2017,E06999999,9,80,11.3,") + (
        "2018,E92000001,1,2,50,\n"
    )
    theirs = TINY_VALUES.replace("12,80,15.0", "14,80,17.5")
    merged = merge_file(TINY_VALUES.encode(), ours.encode(), theirs.encode(), name)
    assert merged.data.decode() == ours.replace(
        "2016,E06999999,13,80,16.3,\n",
        "<<<<<<< ours\n2016,E06999999,13,80,16.3,\n=======\n2016,E06999999,14,80,17.5,\n>>>>>>> theirs\n",
    )
    (problem,) = merged.problems
    assert problem.startswith(
        f"{name}: the figure for 2016, E06999999 was changed differently on both branches."
    )


@pytest.mark.parametrize("kind_and_id", tiny_records(), ids=lambda one: one[0])
def test_each_kind_with_a_field_changed_here_and_another_there(kind_and_id: tuple[str, str]) -> None:
    kind, record_id = kind_and_id
    value = tiny_records()[kind_and_id]
    texts = [key for key, item in value.items() if isinstance(item, str) and key not in ("id", "kind")]
    texts.append("short_name")
    file, base = new_record(BY_NAME[kind], record_id, value)
    _, ours = new_record(BY_NAME[kind], record_id, {**value, texts[0]: "Ours alone"})
    _, theirs = new_record(BY_NAME[kind], record_id, {**value, texts[1]: "Theirs alone"})
    merged = merge_file(base, ours, theirs, file)
    assert read(merged.data).value == {**value, texts[0]: "Ours alone", texts[1]: "Theirs alone"}


def _text(value: dict[str, Any]) -> bytes:
    """A record as a person may have written it, with a comment above each top-level key."""
    lines = write(value).split("\n")
    return "\n".join(f"# On {line}\n{line}" if line[:1].isalpha() else line for line in lines).encode()


@settings(max_examples=60, deadline=None)
@given(branches(), st.booleans())
def test_any_pair_of_branches_gives_the_text_of_the_merged_value(
    versions: tuple[dict[str, Any], dict[str, Any], dict[str, Any]], commented: bool
) -> None:
    texts = [_text(version) if commented else write(version).encode() for version in copy.deepcopy(versions)]
    expected = merge(*versions)
    merged = merge_file(*texts, "records/reviews/2018/CR-2018-001.yaml")
    if not expected.conflicts:
        assert same(read(merged.data).value, expected.value())
        return
    for path in expected.conflicts:
        assert any(f": {', '.join(path)} was changed differently" in problem for problem in merged.problems)
    sides = split(merged.data)
    assert sides
    assert same(read(sides[0]).value, expected.value())
    assert same(read(sides[1]).value, expected.value(range(len(expected.conflicts))))


CHRONOLOGY = "records/reviews/2017/CR-2017-001.chronology/police.csv"


def chronology(*rows: str) -> bytes:
    return "\n".join(["date,time,event,source,comment", *rows, ""]).encode()


def test_rows_of_a_chronology_from_both_branches_are_kept_in_order() -> None:
    base = chronology("2015,,Moved,,", "2016-02,,Seen,,")
    ours = chronology("2015,,Moved,,", "2015-11,,Rang,,", "2016-02,,Seen,,")
    theirs = chronology("2015,,Moved,,", "2016-01-03,,Wrote,,")
    merged = merge_file(base, ours, theirs, CHRONOLOGY)
    assert merged == MergedFile(chronology("2015,,Moved,,", "2015-11,,Rang,,", "2016-01-03,,Wrote,,"))
    assert merge_file(base, theirs, ours, f"sub/folder/{CHRONOLOGY}") == merged


def test_a_row_that_both_branches_changed_is_kept_twice_and_said() -> None:
    merged = merge_file(
        chronology("2015,,Moved,,"),
        chronology("2015-11,,Moved,,"),
        chronology("2015-12,,Moved,,"),
        CHRONOLOGY,
    )
    assert merged.data == chronology("2015-11,,Moved,,", "2015-12,,Moved,,")
    assert ["both versions of them are kept" in problem for problem in merged.problems] == [True]


def test_the_same_change_on_both_branches_is_made_once() -> None:
    after = chronology("2015-11,,Moved,,")
    assert merge_file(chronology("2015,,Moved,,"), after, after, CHRONOLOGY) == MergedFile(after)


def test_chronologies_of_perhaps_two_cases_are_not_put_together() -> None:
    ours, theirs = chronology("2015,,Moved,,"), chronology("2016,,Seen,,")
    merged = merge_file(b"", ours, theirs, CHRONOLOGY)
    assert split(merged.data) == (ours, theirs)
    assert "Choose one" in merged.problems[0]


def test_a_chronology_that_cannot_be_read_is_merged_by_lines() -> None:
    merged = merge_file(chronology("2015,,Moved,,"), b"date,event\n", chronology("2016,,Seen,,"), CHRONOLOGY)
    assert b"<<<<<<<" in merged.data
    assert "by lines" in merged.problems[0]
