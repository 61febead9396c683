"""The regime of a review fits its dates, and the answers in its log can stand."""

from pathlib import Path
from typing import Any

import pytest

from lif.rules.check import check
from lif.rules.validation import validate
from lif.store.load import load
from tests.support import found, path_of, replace_text, tiny_records, write_board

Found = list[tuple[str, str]]


def review_with(
    folder: Path, *log: dict[str, Any], switch: str | None = None, **fields: Any
) -> list[tuple[str, str]]:
    """What is found in the tiny Board's review with these entries and fields: code and text at the place."""
    records = tiny_records()
    # Without its decision, because who decides depends on the regime.
    records["review", "CR-2017-001"]["log"][1:] = list(log)
    records["review", "CR-2017-001"].update(fields)
    if switch:
        records["board", "board"]["settings"]["regime_switch"] = switch
    # Who decides under a regime is not looked at here: the tiny Board's Chair decides under one alone.
    return [(code, text) for code, _, text in found(write_board(folder, records)) if code != "D443"]


def answered(*answers: tuple[str, str], on: str = "2017-02-01", **more: str) -> dict[str, Any]:
    said = [{"fact": fact, "answer": answer, **more} for fact, answer in answers]
    return {"date": on, "by": "police", "entry": "answered", "answers": said}


@pytest.mark.parametrize(
    ("aware", "regime"),
    [
        ("2017-01-11", "wt2015"), ("2018-06", "wt2015"), ("2018-06", "wt2018"), ("2019", "wt2015"),
        ("2019", "wt2018"), ("2020-10", "wt2018"), ("2024", "wt2023"), ("2026-04-01", "wt2026"),
    ],
)  # fmt: skip
def test_a_regime_that_fits(aware: str, regime: str, tmp_path: Path) -> None:
    assert review_with(tmp_path, aware=aware, regime=regime) == []


@pytest.mark.parametrize(
    ("aware", "regime"),
    [("2017-01-11", "wt2018"), ("2020-10", "wt2015"), ("2018-06", "wt2023"), ("2012-12", "wt2015")],
)
def test_a_regime_that_contradicts_the_dates(aware: str, regime: str, tmp_path: Path) -> None:
    assert review_with(tmp_path, aware=aware, incident="2012", regime=regime) == [("D425", regime)]


def test_the_referral_chooses_where_nothing_else_is_known(tmp_path: Path) -> None:
    assert review_with(tmp_path, regime="wt2018") == [("D425", "wt2018")]


def test_an_unknown_regime_is_named_once(tmp_path: Path) -> None:
    assert review_with(tmp_path, regime="wt2051") == [("D424", "wt2051")]


@pytest.mark.parametrize(
    ("aware", "regime", "finds"),
    [
        ("2019-12-03", "wt2015", True), ("2019-12-03", "wt2018", False), ("2019-01-03", "wt2018", True),
        ("2019-01-03", "wt2015", False), ("2018-06", "wt2018", False), ("2017-01-03", "wt2015", False),
    ],
)  # fmt: skip
def test_the_boards_switch_date(aware: str, regime: str, finds: bool, tmp_path: Path) -> None:
    expected: Found = [("D429", regime)] if finds else []
    assert review_with(tmp_path, aware=aware, regime=regime, switch="2019-09-29") == expected
    findings = check(load(tmp_path))
    assert all(finding.severity == "warning" for finding in findings)
    assert validate(tmp_path).findings == findings


def test_the_switch_date_is_seen_again_where_a_regime_changes(tmp_path: Path) -> None:
    review_with(tmp_path, aware="2019-12-03", regime="wt2018", switch="2019-09-29")
    kept = tmp_path / "kept"
    assert validate(tmp_path, kept).findings == []
    path = path_of(tmp_path, "review", "CR-2017-001")
    replace_text(path, "regime: wt2018", "regime: wt2015")
    assert [finding.code for finding in validate(tmp_path, kept).findings] == ["D429"]
    replace_text(path, "aware: 2019-12-03", "aware: 2019-02-03")
    assert validate(tmp_path, kept).findings == []
    replace_text(path_of(tmp_path, "board", "board"), "2019-09-29", "2019-01-29")
    assert [finding.code for finding in validate(tmp_path, kept).findings] == ["D429"]


def test_answers_that_stand(tmp_path: Path) -> None:
    log = [
        answered(("a", "yes"), ("b-i", "no"), ("always-mha", "unknown")),
        answered(("b-ii-concern", "no"), evidence="All files were read."),
    ]
    assert review_with(tmp_path, *log) == []


def test_facts_that_do_not_exist(tmp_path: Path) -> None:
    log = [answered(("a", "yes"), ("b-iii", "no"), ("learnings", "yes"))]
    assert review_with(tmp_path, *log) == [("D426", "b-iii"), ("D426", "learnings")]


def test_a_bare_no_on_concern(tmp_path: Path) -> None:
    assert review_with(tmp_path, answered(("a", "yes"), ("b-ii-concern", "no"))) == [("D427", "no")]


def test_contradictions_stand_at_the_later_answer(tmp_path: Path) -> None:
    earlier, later = answered(("b-i", "no")), answered(("a", "yes"), ("always-mha", "yes"), on="2017-02-02")
    assert review_with(tmp_path, earlier, later) == [("D428", "yes")]
    [finding] = check(load(tmp_path))
    lines = (tmp_path / finding.file).read_text(encoding="utf-8").splitlines()
    assert lines[finding.line - 2].strip() == "- fact: always-mha"
    assert finding.hint.endswith("lif review answer CR-2017-001 b-i unknown")


def test_an_answer_that_was_replaced_does_no_harm(tmp_path: Path) -> None:
    log = [
        answered(("b-i", "no"), ("always-mha", "yes"), ("b-ii-concern", "no")),
        answered(("b-i", "yes"), ("b-ii-concern", "unknown"), on="2017-02-02"),
    ]
    assert review_with(tmp_path, *log) == []


def test_one_entry_that_answers_a_fact_in_two_ways(tmp_path: Path) -> None:
    assert review_with(tmp_path, answered(("a", "yes"), ("b-i", "yes"), ("a", "no"))) == [("D428", "no")]


def test_the_same_answer_twice_is_none_of_these(tmp_path: Path) -> None:
    assert review_with(tmp_path, answered(("a", "yes"), ("a", "yes"))) == []


def test_evidence_is_not_quoted(tmp_path: Path) -> None:
    review_with(tmp_path, answered(("b-i", "no"), ("always-mha", "yes"), evidence="Narrative"))
    [finding] = check(load(tmp_path))
    assert "Narrative" not in finding.message + finding.hint
