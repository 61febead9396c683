"""The sample Board holds a case of every sort, so that whoever looks at it sees all that there can be."""

from datetime import date
from typing import get_args

import pytest

from lif.insight.actions.brag import COLOURS
from lif.insight.actions.search import SHOWN, flags_of
from lif.insight.actions.standing import standings
from lif.insight.learning.standing import STAGES, lessons
from lif.insight.learning.themes import themes
from lif.insight.plans.progress import plans_progress
from lif.insight.reviews.chronology import composite
from lif.insight.reviews.standing import Stage, review_standing
from lif.records.review import Marker, Review
from lif.records.review_log import Answered, FactAnswer, ReviewerAppointed, ReviewType
from lif.rules.action_course import STATES, STEPS
from lif.statute.answers import Given
from lif.statute.evaluate import Outcome
from lif.statute.screening import screen
from lif.store.board import Board
from lif.store.load import load
from tests.support import CHECKOUT

DAY = date(2018, 3, 1)
AFTER_THE_DAY = {"local-child-safeguarding-practice-review"}
"""What the law did not have yet."""


@pytest.fixture(scope="module")
def board() -> Board:
    return load(CHECKOUT)


def test_actions_in_every_state_with_every_grade_and_every_flag(board: Board) -> None:
    found = standings([loaded.record for loaded in board.of("plan")], board.profile.settings, DAY)
    assert {one.state for one in found} == set(STATES)
    assert {one.grading.colour for one in found} == set(COLOURS)
    assert {flag for one in found for flag in flags_of(one)} == set(SHOWN)
    assert {entry.entry for one in found for entry in one.log} == set(STEPS)


def test_plans_whose_impact_was_reviewed_and_plans_whose_review_has_passed(board: Board) -> None:
    states = {review.state for plan in plans_progress(board, DAY) for review in plan.reviews}
    assert states == {"waiting", "late", "done", "done-late"}


def reviews(board: Board) -> list[Review]:
    return [loaded.record for loaded in board.of("review")]


def test_a_case_of_each_type_and_in_each_stage(board: Board) -> None:
    standing = [found for review in reviews(board) if (found := review_standing(review, DAY))]
    assert {found.type for found in standing} == set(get_args(ReviewType)) - AFTER_THE_DAY
    assert {found.stage for found in standing} == set(get_args(Stage))


def test_every_case_that_was_considered_says_why_and_under_which_law(board: Board) -> None:
    for review in reviews(board):
        assert review.regime == "wt2015", review.id
        assert review.regime_reason, review.id
        considered = [entry.date for entry in review.log if entry.entry == "considered"]
        answered = [entry.date for entry in review.log if isinstance(entry, Answered)]
        assert not considered or min(answered) <= considered[0], review.id


def test_every_reviewer_declared_independence_of_all_who_contributed(board: Board) -> None:
    seen = 0
    for review in reviews(board):
        for entry in review.log:
            if isinstance(entry, ReviewerAppointed):
                seen += 1
                assert entry.independent_of_board == "yes"
                assert {given.agency for given in review.contributions} <= set(entry.independent_of), (
                    review.id
                )
    assert seen >= 5


def test_one_review_is_judged_by_all_the_quality_markers(board: Board) -> None:
    judged = board.by_id["CR-2016-001"].record.quality_markers
    assert [one.marker for one in judged] == list(get_args(Marker))
    assert {one.state for one in judged} == {"met", "partly-met", "not-met", "not-yet"}


def test_the_chronology_of_family_c_shows_all_that_a_chronology_can(board: Board) -> None:
    review: Review = board.by_id["CR-2017-001"].record
    found = composite(review, board.chronologies[review.id])
    assert found.agencies == ("community-health-trust", "police")
    assert {len(line.row.date.isoformat()) for line in found.lines} == {4, 7, 10}
    assert found.gaps
    assert found.perhaps_same
    assert {bool(conflict.used) for _, conflict in found.conflicts} == {True, False}
    assert "mental-health-trust" in found.lacking


def test_lessons_that_came_full_circle_and_lessons_that_hang_at_every_stage(board: Board) -> None:
    found = lessons(board, DAY)
    assert sum(one.course == "full-circle" for one in found) >= 2
    assert {one.stage for one in found if one.course == "stuck"} == set(STAGES)
    assert any(child for one in found for entry in one.evaluations for child in entry.children)
    assert any(one.lesson.external for one in found)


def test_themes_that_came_back_in_spite_of_actions(board: Board) -> None:
    found = themes(board, DAY)
    assert len(found[0].again) >= 2
    assert {look.last.result for look in found if look.last} == {"improved", "same", "cannot-tell"}


def outcome(review: Review, test: str) -> Outcome:
    said: dict[str, FactAnswer] = {
        one.fact: one for entry in review.log if isinstance(entry, Answered) for one in entry.answers
    }
    given = {fact: Given(one.answer, one.evidence) for fact, one in said.items()}
    return next(each.outcome for each in screen("wt2015", given).tests if each.test.id == test)


def test_a_child_who_died_and_whom_nobody_hurt(board: Board) -> None:
    found = outcome(board.by_id["CR-2017-002"].record, "scr")
    assert (found.result, found.effect, found.open) == ("appear-not-met", "may", ())
    assert outcome(board.by_id["CR-2017-002"].record, "child-death").effect == "must"


@pytest.mark.parametrize(
    ("review_id", "test", "result"),
    [
        ("CR-2016-001", "scr", "appear-met"),
        ("CR-2016-002", "dhr", "appear-met"),
        ("CR-2016-003", "scr", "more-information-needed"),
        ("CR-2017-001", "scr", "appear-met"),
        ("CR-2017-005", "child-death", "appear-met"),
        ("CR-2017-006", "scr", "outside"),
        ("CR-2017-006", "sar", "appear-met"),
        ("CR-2017-008", "scr", "appear-not-met"),
        ("CR-2018-001", "scr", "appear-met"),
        ("CR-2018-002", "scr", "more-information-needed"),
    ],
)
def test_what_the_answers_of_the_others_come_to(board: Board, review_id: str, test: str, result: str) -> None:
    assert outcome(board.by_id[review_id].record, test).result == result


def test_concern_is_presumed_while_it_is_not_known(board: Board) -> None:
    assert "b-ii-concern" in outcome(board.by_id["CR-2018-001"].record, "scr").carried_by
