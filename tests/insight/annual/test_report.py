"""The annual report draws from the year's records, all of them, and from no other year."""

import copy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.insight.annual.newer import newer_than
from lif.insight.annual.part import Look, Part
from lif.insight.annual.report import annual_standing, find_annual, look_of, sections_of
from lif.insight.audience import visible_to
from lif.store.load import load
from tests.support import CHECKOUT, tiny_records, write_board

DAY = date(2018, 3, 1)


def look(root: Path, name: str, day: date = DAY, *, public: bool = False) -> Look:
    board = load(root)
    shown = visible_to(board, "public") if public else board
    return look_of(shown, find_annual(board, name), day, public=public)


def parts(one: Look) -> dict[str, tuple[Part, ...]]:
    return {section.section.id: section.parts for section in sections_of(one)}


def words(found: tuple[Part, ...]) -> str:
    return "\n".join(
        " | ".join([part.title, *part.text, *part.points, *(cell for row in part.rows for cell in row)])
        for part in found
    )


def board_with(root: Path, **changed: dict[str, Any]) -> None:
    """The tiny Board with some records replaced, by their ids with underscores for hyphens."""
    records = tiny_records()
    for (kind, record_id), value in list(records.items()):
        records[kind, record_id] = {**value, **changed.get(record_id.replace("-", "_"), {})}
    write_board(root, records)


def test_every_review_of_the_year_is_in_it_and_those_of_other_years_are_not(tmp_path: Path) -> None:
    records = tiny_records()
    review = records["review", "CR-2017-001"]
    first = review["log"][0]
    plain = {"findings": [], "recommendations": [], "contributions": []}

    def case(name: str, *log: dict[str, Any]) -> None:
        subjects = [{**one, "code": f"Child {name}"} for one in review.get("subjects", [])]
        value = {**copy.deepcopy(review), **plain, "id": name, "log": list(log), "subjects": subjects}
        records["review", name] = {key: part for key, part in value.items() if part}

    case("CR-2014-001", {**first, "date": "2014-05-01"})
    ended = {"date": "2015-06-01", "by": "independent-chair", "entry": "closed", "reason": "Done."}
    case("CR-2014-002", {**first, "date": "2014-05-01"}, ended)
    case("CR-2018-001", {**first, "date": "2018-02-01"})
    case("CR-2018-002", {**first, "date": "2018-02-20"})
    write_board(tmp_path, records)
    standing = annual_standing("2017-18", look(tmp_path, "2017-18", date(2018, 2, 10)))
    # One open since long before, one begun in the year; not the one that ended, nor the one still to come.
    assert set(standing.left_out) == {"CR-2014-001", "CR-2018-001"}
    said = words(parts(look(tmp_path, "2017-18", date(2018, 2, 10)))["reviews"])
    assert "CR-2014-001" in said
    assert "No lesson is recorded, and nobody has said why." in said
    assert "CR-2014-002" not in said
    assert "CR-2018-002" not in said


def test_a_reason_or_a_lesson_takes_a_review_off_the_list(tmp_path: Path) -> None:
    reason = {
        "review": "CR-2017-001",
        "reason": "It has only begun.",
        "by": "business-manager",
        "date": "2018-02-01",
    }
    board_with(
        tmp_path, CR_2017_001={"findings": []}, LL_2017_001={"sources": ["AU-2017-001"]}, **{"2017_18": {}}
    )
    assert annual_standing("2017-18", look(tmp_path, "2017-18")).left_out == ("CR-2017-001",)
    for changed in (
        {"LL_2017_001": {"sources": ["CR-2017-001"]}},
        {"2017_18": {"without_lessons": [reason]}},
    ):
        root = tmp_path / next(iter(changed))
        base: dict[str, dict[str, Any]] = {
            "CR_2017_001": {"findings": []}, "LL_2017_001": {"sources": ["AU-2017-001"]}
        }  # fmt: skip
        board_with(root, **{**base, **changed})
        assert annual_standing("2017-18", look(root, "2017-18")).left_out == ()


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("performance", "the target is not met"),
        ("weaknesses", "A standard was not met"),
        ("reviews", "LL-2017-001"),
        ("learning", "The lessons"),
        ("audits", "AU-2016-001 | 18 October 2017 | the same"),
        ("voice", "They said:"),
        ("training", "Lessons were taken to training"),
        ("attendance", "meetings with attendance recorded"),
        ("child-deaths", "Public health:"),
        ("challenge", "CH-2017-"),
        ("priorities", "Risk factor:"),
        ("next-year", "Audits ahead"),
        ("summary", "Actions closed"),
    ],
)
def test_each_section_of_the_sample_says_what_its_records_say(section: str, wanted: str) -> None:
    found = sample("2017-18")
    text = words(found["weaknesses"]) if section == "performance" else words(found[section])
    assert wanted in text


_SAMPLES: dict[str, dict[str, tuple[Part, ...]]] = {}


def sample(name: str) -> dict[str, tuple[Part, ...]]:
    if name not in _SAMPLES:
        _SAMPLES[name] = parts(look(CHECKOUT, name))
    return _SAMPLES[name]


def test_a_year_that_is_over_stays_as_it_was(tmp_path: Path) -> None:
    once, later = look(CHECKOUT, "2016-17", date(2017, 9, 1)), look(CHECKOUT, "2016-17", date(2018, 12, 1))
    assert once.day == later.day == date(2017, 3, 31)
    assert words(parts(once)["audits"]) == words(parts(later)["audits"])
    # What an audit says without a day may have been written after the year.
    assert "September 2017" not in words(parts(once)["audits"])


def test_what_was_written_later_does_not_count_on_a_day() -> None:
    before, after = (look(CHECKOUT, "2016-17", day).annual for day in (date(2017, 8, 22), date(2017, 9, 14)))
    assert (len(before.texts), before.agreed) == (7, None)
    assert (len(after.texts), after.agreed, after.published) == (14, date(2017, 9, 14), None)


def test_nothing_is_said_of_the_whole_where_only_a_part_is_shown() -> None:
    found = parts(look(CHECKOUT, "2016-17", public=True))
    text = "\n".join(map(words, found.values()))
    for word in ("No audit", "No lesson was", "None was", "no risk", "There is no", "RK-", "AU-2016"):
        assert word not in text
    assert found["summary"] == ()
    assert "CR-2016-001" in text


def test_a_sign_in_the_figures_says_which_indicator_it_is() -> None:
    rows = next(part for part in sample("2017-18")["weaknesses"] if part.head[:1] == ("Where",)).rows
    found = next(row for row in rows if row[0] == "Child protection plans that are a second or later one")
    assert found[1].startswith("23.6% in 2017; the target is not met")
    assert "Figures" not in {row[0] for row in rows}


def test_tables_of_the_same_kind_have_the_same_widths() -> None:
    widths: dict[tuple[str, ...], set[tuple[int, ...]]] = {}
    for part in (part for found in sample("2017-18").values() for part in found if part.rows):
        assert len(part.widths) == len(part.head), part.title
        widths.setdefault(part.head, set()).add(part.widths)
    assert {len(found) for found in widths.values()} == {1}


def test_a_risk_says_how_it_stood_as_the_year_began_where_any_was_on_the_log(tmp_path: Path) -> None:
    def found(root: Path) -> Part:
        return next(part for part in parts(look(root, "2017-18"))["challenge"] if part.title == "Risks")

    records = tiny_records()
    risk = records["risk", "RK-2017-001"]
    records["risk", "RK-2017-001"] = {**risk, "log": [{**one, "date": "2017-06-01"} for one in risk["log"]]}
    alone = found(write_board(tmp_path / "a", records))
    assert alone.text == ("It came on the log in the year.",)
    assert "As the year began" not in alone.head
    raised = [{**risk["log"][0], "date": "2017-03-01"}, *records["risk", "RK-2017-001"]["log"][1:]]
    records["risk", "RK-2016-001"] = {**risk, "id": "RK-2016-001", "log": raised}
    rows = {row[0]: row[2] for row in found(write_board(tmp_path / "b", records)).rows}
    assert rows == {"RK-2016-001": "on the log, not scored", "RK-2017-001": "not yet on the log"}


def test_words_older_than_what_they_speak_of_are_named(tmp_path: Path) -> None:
    records = tiny_records()
    text = {"text": "It went well.", "by": "police", "date": "2017-04-20"}
    records["annual", "2017-18"]["texts"] = {"challenge": text, "training": text, "foreword": text}
    one = look(write_board(tmp_path, records), "2017-18")
    drawn = {section.section.id: section.parts for section in sections_of(one)}
    newer = list(newer_than(one, drawn))
    assert [found.section for found in newer] == ["challenge"]
    assert newer[0].words(one).startswith("Written on 20 April 2017. Since then this was recorded on: ")
    assert {name.partition("-")[0] for name, _ in newer[0].records} <= {"CH", "RK"}
    assert all(when > date(2017, 4, 20) for _, when in newer[0].records)


def test_a_column_that_would_be_empty_is_not_there() -> None:
    public = next(
        part
        for part in parts(look(CHECKOUT, "2016-17", public=True))["weaknesses"]
        if part.head[:1] == ("Where",)
    )
    assert public.head == ("Where", "What the record says", "Weakness")
    assert {len(row) for row in public.rows} == {len(public.widths)} == {3}
    whole = next(part for part in sample("2017-18")["weaknesses"] if part.head[:1] == ("Where",))
    assert whole.head[2] == "Causes that it gives"


def test_a_year_of_which_little_is_known_says_so_in_plain_words(tmp_path: Path) -> None:
    kept = {key: value for key, value in tiny_records().items() if key[0] in ("board", "agency", "annual")}
    kept["annual", "2017-18"] = {"schema_version": 1, "audience": "board"}
    found = parts(look(write_board(tmp_path, kept), "2017-18"))
    assert words(found["next-year"]).endswith("What is left open | No action is left open.")
    assert "Nothing in the records of the year points to a weakness." in words(found["weaknesses"])
