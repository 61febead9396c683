"""What recurs: how often a theme was seen, what answers it, and whether that helped."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.learning.theme_words import theme_words
from lif.insight.learning.themes import ThemeStanding, themes
from tests.insight.samples import board_of, day, entry
from tests.support import Records, tiny_records

THEME = "missed-appointments"


@pytest.fixture
def records() -> Records:
    """A review of January 2017, an audit of March, a lesson from the review, and an action that is completed."""
    made = tiny_records()
    made["audit", "AU-2017-001"]["findings"][0]["theme"] = "was-not-brought"
    made["plan", "AP-2017-001"]["actions"][0]["answers"] = ["CR-2017-001.R2"]
    return made


def theme(folder: Path, records: Records, on: str = "2018-01-01") -> ThemeStanding:
    (found,) = (one for one in themes(board_of(folder, records), day(on)) if one.id == THEME)
    return found


def another(records: Records, name: str, on: str, **fields: Any) -> None:
    """One more review that came to the Board on a day."""
    log = [entry("referred", on, source="partner-agency")]
    records["review", name] = {
        "schema_version": 1, "id": name, "type": "undecided", "title": "Child B", "log": log, **fields,
    }  # fmt: skip


def test_a_theme_is_seen_in_sources_and_findings_under_any_of_its_names(
    tmp_path: Path, records: Records
) -> None:
    found = theme(tmp_path, records)
    assert [(one.id, one.kind, one.when.isoformat()) for one in found.seen] == [
        ("CR-2017-001", "review", "2017-01-17"), ("AU-2017-001", "audit", "2017-03-16"),
    ]  # fmt: skip
    assert [action.id for action in found.actions] == ["AP-2017-001.A1"]
    assert [held.lesson.id for held in found.lessons] == ["LL-2017-001"]
    assert theme_words(found) == "Seen twice since 2017; 1 action, completed; never evaluated."


def test_what_came_after_an_action_was_completed_came_back(tmp_path: Path, records: Records) -> None:
    another(records, "CR-2017-002", "2017-06-01", themes=[THEME])
    another(records, "CR-2017-003", "2017-06-02", themes=[THEME])
    found = theme(tmp_path, records)
    assert found.done_on == day("2017-06-01")
    assert [one.id for one in found.again] == ["CR-2017-003"]
    assert "seen again once after an action was completed on 1 June 2017" in theme_words(found)


def test_a_source_that_is_a_whole_record_stands_for_all_its_items(tmp_path: Path, records: Records) -> None:
    records["plan", "AP-2017-001"]["actions"][0]["answers"] = ["CR-2017-001.R1"]
    assert not theme(tmp_path / "item", records).actions
    records["learning", "LL-2017-001"]["sources"] = ["CR-2017-001"]
    assert theme(tmp_path / "whole", records).actions


def test_actions_that_answer_a_finding_or_bear_a_lesson_out_count(tmp_path: Path, records: Records) -> None:
    action = records["plan", "AP-2017-001"]["actions"][0]
    action["answers"] = ["AU-2017-001.F1"]
    assert theme(tmp_path / "finding", records).actions
    action["answers"] = []
    assert not theme(tmp_path / "nothing", records).actions
    records["learning", "LL-2017-001"]["log"].append(
        entry("embedded", "2017-07-01", changed="x", records=["AP-2017-001.A1"])
    )
    assert theme(tmp_path / "named", records).actions


def test_the_last_look_counts_and_of_one_day_the_worst(tmp_path: Path, records: Records) -> None:
    audit, lesson = records["audit", "AU-2017-001"], records["learning", "LL-2017-001"]
    lesson["log"].append(entry("evaluated", "2017-09-01", method="data", result="improved", found="x"))
    assert theme_words(theme(tmp_path / "lesson", records)).endswith("figures on 1 September 2017: improved.")
    visit = {"found": "x", "about": ["AU-2017-001.F1"]}
    audit["log"].append(entry("revisited", "2017-10-01", outcome="same", **visit))
    audit["log"].append(entry("revisited", "2017-10-01", outcome="improved", **visit))
    found = theme(tmp_path / "audit", records)
    assert theme_words(found).endswith("re-audit on 1 October 2017: no better.")
    assert found.last and found.last.id == "AU-2017-001"
    assert theme(tmp_path / "before", records, "2017-09-30").last.result == "improved"  # type: ignore[union-attr]


def test_a_second_look_at_something_else_does_not_count(tmp_path: Path, records: Records) -> None:
    records["audit", "AU-2017-001"]["findings"].append({"id": "F2", "text": "Other."})
    visit = entry("revisited", "2017-10-01", outcome="same", found="x", about=["AU-2017-001.F2"])
    records["audit", "AU-2017-001"]["log"].append(visit)
    assert theme(tmp_path, records).last is None


def test_publications_are_counted_apart_and_what_comes_later_is_not(tmp_path: Path, records: Records) -> None:
    records["learning", "LL-2017-001"]["external"] = [{"title": "A national review", "published": "2016"}]
    another(records, "CR-2018-001", "2018-02-01", themes=[THEME])
    found = theme(tmp_path, records)
    assert len(found.seen) == 2
    assert "and in 1 publication from elsewhere" in theme_words(found)


def test_what_recurs_in_spite_of_actions_comes_first(tmp_path: Path, records: Records) -> None:
    for number in range(2, 6):
        another(records, f"CR-2016-00{number}", "2016-01-01", themes=["often"])
    another(records, "CR-2017-002", "2017-08-01", themes=[THEME, "once"])
    found = themes(board_of(tmp_path, records), day("2018-01-01"))
    assert [one.id for one in found] == [THEME, "often", "once"]
    assert found[1].title == "often"
