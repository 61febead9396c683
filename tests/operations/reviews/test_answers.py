"""Answers are added in their place, held to those before and after them; nothing is written that cannot stand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.operations.carry_out import Outcome, carry_out
from lif.operations.reviews.answers import record_answers
from lif.records.base import PartialDate
from lif.statute.answers import Given
from lif.statute.case import recorded_answers
from lif.statute.errors import NotKnown
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.support import path_of, tiny_records, write_board

CASE = "CR-2017-001"
TODAY = date(2018, 3, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny Board with a case of which two facts were answered in March 2017."""
    records = tiny_records()
    review = records["review", CASE]
    answers = [{"fact": "b-i", "answer": "no"}, {"fact": "learning", "answer": "yes"}]
    review["log"] += [{"date": "2017-03-10", "by": "police", "entry": "answered", "answers": answers}]
    return write_board(tmp_path, records)


def record(root: Path, day: str, case: str = CASE, under: str | None = None, **answers: Any) -> Outcome:
    given = {
        name.replace("_", "-"): one if isinstance(one, Given) else Given(one) for name, one in answers.items()
    }
    said = {"date": day, "by": "business-manager"}
    return carry_out(root, lambda board: record_answers(board, case, given, said, today=TODAY, under=under))


def standing(root: Path) -> dict[str, str]:
    log = load(root).by_id[CASE].record.log
    return {name: one.answer.answer for name, one in recorded_answers(log).items()}


def test_an_answer_with_all_that_belongs_to_it(root: Path) -> None:
    given = Given("yes", "A statement", "the coroner's officer", PartialDate(2017, 2))
    outcome = record(root, "2017-03-11", a=given)
    assert outcome.change.ids == (CASE,)
    assert "a yes. See what it comes to: lif review screen CR-2017-001" in outcome.change.summary
    added = load(root).by_id[CASE].record.log[-1]
    assert (added.date, added.by, len(added.answers)) == (date(2017, 3, 11), "business-manager", 1)
    said = added.answers[0]
    assert (said.fact, said.answer, said.evidence, said.said_by, said.said_on) == (
        "a", "yes", "A statement", "the coroner's officer", PartialDate(2017, 2),
    )  # fmt: skip


def test_an_answer_of_an_earlier_day_finds_its_place_and_does_not_win(root: Path) -> None:
    record(root, "2017-03-09", b_i="yes", a="yes")
    entries = load(root).by_id[CASE].record.log
    assert [entry.date.isoformat() for entry in entries[-2:]] == ["2017-03-09", "2017-03-10"]
    assert standing(root) == {"b-i": "no", "a": "yes", "learning": "yes"}


def test_answers_are_held_to_those_of_their_own_day_and_to_those_that_stand(root: Path) -> None:
    # With what was recorded before it, and with what was recorded for a day after it.
    for day in ("2017-03-11", "2017-03-09"):
        with pytest.raises(Refusal) as refused:
            record(root, day, always_mha="yes")
        assert "always-mha is answered yes and b-i no" in refused.value.message
        assert "b-i was answered no on 10 March 2017." in refused.value.message
        assert f"lif review answer {CASE} b-i unknown" in refused.value.hint
    # On its own day it would contradict, whatever a later day says.
    record(root, "2017-03-20", b_i="yes")
    with pytest.raises(Refusal):
        record(root, "2017-03-11", always_mha="yes")
    record(root, "2017-03-20", always_mha="yes")
    assert standing(root)["always-mha"] == "yes"


def test_both_answers_at_once_mend_a_contradiction(root: Path) -> None:
    record(root, "2017-03-11", always_mha="yes", b_i="yes")
    assert standing(root) == {"b-i": "yes", "always-mha": "yes", "learning": "yes"}


def test_a_contradiction_within_names_no_recorded_answer(root: Path) -> None:
    with pytest.raises(Refusal) as refused:
        record(root, "2017-03-11", always_dols="yes", gate_age="no", b_i="yes")
    assert "was answered" not in refused.value.message
    assert refused.value.hint == "Correct one of the two answers; unknown may be given."


def test_concern_needs_its_evidence(root: Path) -> None:
    for evidence in (None, "  "):
        with pytest.raises(Refusal) as refused:
            record(root, "2017-03-11", b_ii_concern=Given("no", evidence))
        assert f'lif review answer {CASE} b-ii-concern no --evidence "…"' in refused.value.hint
    record(root, "2017-03-11", b_ii_concern=Given("no", "All files were read."))


def test_the_regime_that_the_answers_were_given_for(root: Path) -> None:
    record(root, "2017-03-11", under="wt2015", a="yes")
    with pytest.raises(Refusal, match="the regime of the case is wt2015"):
        record(root, "2017-03-11", under="wt2018", a="yes")


def test_facts_that_no_test_of_the_regime_asks_are_said(root: Path) -> None:
    outcome = record(root, "2017-03-11", lcspr_themes="yes", a="yes", in_area="no")
    assert "No test of wt2015 asks for lcspr-themes, in-area" in outcome.change.summary
    assert "No test" not in record(root, "2017-03-12", a="yes").change.summary


def test_what_does_not_exist(root: Path) -> None:
    before = path_of(root, "review", CASE).read_bytes()
    with pytest.raises(NotKnown, match="b-iii"):
        record(root, "2017-03-11", b_iii="yes")
    with pytest.raises(NothingFound):
        record(root, "2017-03-11", case="CR-2017-009", a="yes")
    assert path_of(root, "review", CASE).read_bytes() == before
