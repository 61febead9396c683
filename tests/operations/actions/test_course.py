"""An action goes from completed to closed in its turn; what is out of turn is refused with the command that mends it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.insight.actions.standing import action_standing
from lif.operations.actions import course as actions
from lif.operations.actions import ends as action_ends
from lif.operations.actions.course import reopen
from lif.operations.actions.log import Said
from lif.operations.carry_out import carry_out
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.insight.samples import entry
from tests.support import path_of, replace_text, tiny_records, write_board

A1 = "AP-2017-001.A1"
TODAY = date(2018, 3, 1)
COMPLETED = entry("completed", "2017-06-01", note="Done.", by="police")
EVIDENCED = entry("evidenced", "2017-07-01", evidence="Seen.")
IMPROVED = entry("evaluated", "2017-08-01", impact="improved", result="9 of 10.")
CLOSED = entry("closed", "2017-09-01", by="strategic-board")
OPERATIONS = {
    "note": actions.note,
    "revised": actions.revise,
    "completed": actions.complete,
    "evidenced": actions.evidence,
    "evaluated": actions.evaluate,
    "graded": actions.grade,
    "closed": action_ends.close,
    "superseded": action_ends.supersede,
    "rejected": action_ends.reject,
}


def root_with(folder: Path, *log: dict[str, Any], **fields: Any) -> Path:
    """A Board whose one action, due on 30 June 2017 and led by the police, has this log."""
    records = tiny_records()
    action = records["plan", "AP-2017-001"]["actions"][0]
    records["plan", "AP-2017-001"]["actions"] = [{**action, "log": list(log), **fields}]
    return write_board(folder, records)


def say(root: Path, said: Said) -> str:
    """Carry out the operation of an entry; the sentence that says what was done."""
    return carry_out(root, lambda board: make(board, said)).change.summary


def make(board: Board, said: Said) -> Change:
    return OPERATIONS[said["entry"]](board, A1, said, TODAY)


def refused(root: Path, said: Said) -> Refusal:
    with pytest.raises(Refusal) as error:
        say(root, said)
    return error.value


def words(root: Path) -> list[str]:
    return [one.entry for one in load(root).items[A1].item.log]


def test_the_whole_way_each_step_with_the_command_of_the_next(tmp_path: Path) -> None:
    root = root_with(tmp_path)

    assert f"lif action evidence {A1}" in say(root, COMPLETED)
    assert f"lif action evaluate {A1}" in say(root, EVIDENCED)
    assert f"lif action close {A1}" in say(root, IMPROVED)
    assert say(root, {**CLOSED, "by": ""}) == f"{A1}, 1 September 2017: Closed by Strategic Board."

    board = load(root)
    plan = board.by_id["AP-2017-001"].record
    assert action_standing(plan, plan.actions[0], board.profile.settings, TODAY).shows_impact


@pytest.mark.parametrize(
    ("log", "missing"),
    [
        ([], ["complete", "evidence", "evaluate", "reject"]),
        ([COMPLETED], ["evidence", "evaluate"]),
        ([COMPLETED, EVIDENCED], ["evaluate"]),
    ],
)
def test_closing_names_all_that_is_missing(log: list[Any], missing: list[str], tmp_path: Path) -> None:
    error = refused(root_with(tmp_path, *log), CLOSED)

    said = f"{error.message}\n{error.hint}"
    assert [
        word for word in ("complete", "evidence", "evaluate", "reject") if f"lif action {word} {A1}" in said
    ] == (missing)


@pytest.mark.parametrize("impact", ["same", "worse", "cannot-tell"])
def test_what_made_no_difference_is_not_closed_and_the_ways_on_are_named(impact: str, tmp_path: Path) -> None:
    root = root_with(tmp_path, COMPLETED, EVIDENCED)
    last = {**IMPROVED, "impact": impact}

    assert f"lif action reopen {A1}" in say(root, last)
    error = refused(root, CLOSED)
    assert "1 August 2017" in error.message
    for word in ("reopen", "evaluate", "supersede"):
        assert f"lif action {word} {A1}" in error.hint

    say(root, {**IMPROVED, "date": "2017-08-20"})
    say(root, CLOSED)


def test_an_improvement_that_did_not_last_is_not_closed(tmp_path: Path) -> None:
    later = {**IMPROVED, "date": "2017-08-20", "impact": "worse"}
    assert (
        "things are worse"
        in refused(root_with(tmp_path, COMPLETED, EVIDENCED, IMPROVED, later), CLOSED).message
    )


def test_the_agency_that_leads_does_not_close_and_somebody_must_agree(tmp_path: Path) -> None:
    root = root_with(tmp_path, COMPLETED, EVIDENCED, IMPROVED)

    assert "does not close its own" in refused(root, {**CLOSED, "by": "police"}).message
    assert "names another" in say(root, {**CLOSED, "by": "independent-chair"})

    records = tiny_records()
    plan = records["plan", "AP-2017-001"]
    del plan["sign_off"]
    plan["actions"][0]["log"] = [COMPLETED, EVIDENCED, IMPROVED]
    assert "--by GROUP" in refused(write_board(tmp_path / "nobody", records), {**CLOSED, "by": ""}).hint


@pytest.mark.parametrize("end", [CLOSED, entry("rejected", "2017-08-15", reason="No."),
                                 entry("superseded", "2017-08-15", reason="No.")])  # fmt: skip
@pytest.mark.parametrize("word", OPERATIONS)
def test_nothing_follows_the_end(end: dict[str, Any], word: str, tmp_path: Path) -> None:
    root = root_with(tmp_path, COMPLETED, EVIDENCED, IMPROVED, end)

    error = refused(root, {"date": "2017-10-01", "by": "police", "entry": word})

    assert "nothing can follow that" in error.message
    assert "lif action add AP-2017-001" in error.hint


@pytest.mark.parametrize(
    ("log", "said", "mended"),
    [
        ([COMPLETED], COMPLETED, "lif action note"),
        ([COMPLETED], entry("revised", "2017-06-02", due="2017-07-31", reason="-."), "lif action reopen"),
        ([], EVIDENCED, "lif action complete"),
        ([COMPLETED], IMPROVED, "lif action evidence"),
    ],
)
def test_what_is_out_of_turn_is_refused_with_what_mends_it(
    log: list[Any], said: dict[str, Any], mended: str, tmp_path: Path
) -> None:
    assert mended in refused(root_with(tmp_path, *log), said).hint


def test_due_dates_are_only_added(tmp_path: Path) -> None:
    root = root_with(tmp_path)
    moves = {
        "2017-07-31": "once",
        "2017-08-31": "twice",
        "2017-09-30": "3 times now. It is listed as slipped",
    }
    for number, (due, said) in enumerate(moves.items(), start=1):
        revised = entry("revised", f"2017-06-0{number}", due=due, reason="Staff.")
        assert f"First due on 30 June 2017; moved {said}" in say(root, revised)
    action = load(root).items[A1].item

    assert action.due == date(2017, 6, 30)
    assert [str(one.due) for one in action.log] == list(moves)


@pytest.mark.parametrize(("due", "why"), [("2017-06-30", "already"), ("2017-02-28", "on which it starts")])
def test_a_date_that_moves_nothing_or_lies_before_the_start_is_refused(
    due: str, why: str, tmp_path: Path
) -> None:
    assert why in refused(root_with(tmp_path), entry("revised", "2017-06-01", due=due, reason="-.")).message


def test_a_first_due_date_may_come_later(tmp_path: Path) -> None:
    root = root_with(tmp_path, due=None)
    assert "no due date before" in say(root, entry("revised", "2017-06-01", due="2017-07-31", reason="-."))


def test_reopened_it_goes_its_way_again(tmp_path: Path) -> None:
    root = root_with(tmp_path, COMPLETED, EVIDENCED)
    said = entry("reopened", "2017-09-01", reason="Two teams never heard of it.")
    done = carry_out(root, lambda board: reopen(board, A1, said, TODAY, due="2017-12-31"))

    assert "Reopened by" in done.change.summary
    assert "31 December 2017" in done.change.summary
    assert words(root)[-2:] == ["reopened", "revised"]
    assert "complete, evidence" not in refused(root, {**CLOSED, "date": "2017-10-01"}).message
    say(root, {**COMPLETED, "date": "2017-10-01"})


def test_reopened_without_a_new_date_it_is_late_at_once(tmp_path: Path) -> None:
    root = root_with(tmp_path, COMPLETED)
    said = entry("reopened", "2017-09-01", reason="-.")
    done = carry_out(root, lambda board: reopen(board, A1, said, TODAY, due=None))
    assert "late at once" in done.change.summary


def test_an_open_action_is_not_reopened(tmp_path: Path) -> None:
    board = load(root_with(tmp_path))
    with pytest.raises(Refusal) as error:
        reopen(board, A1, entry("reopened", "2017-05-01", reason="-."), TODAY, due=None)
    assert "lif action revise" in error.value.hint


def test_an_entry_goes_where_its_day_belongs(tmp_path: Path) -> None:
    root = root_with(tmp_path, COMPLETED, EVIDENCED)
    say(root, entry("note", "2017-06-15", note="Between."))
    assert words(root) == ["completed", "note", "evidenced"]


@pytest.mark.parametrize(
    ("later", "early", "happened"),
    [
        (
            [COMPLETED, EVIDENCED],
            entry("rejected", "2017-06-15", reason="-."),
            "1 July 2017: Evidence seen by Business Manager",
        ),
        (
            [entry("note", "2017-06-20", note="Rang.")],
            entry("rejected", "2017-06-15", reason="-."),
            "20 June 2017: Business Manager",
        ),
        (
            [entry("revised", "2017-06-20", due="2017-12-01", reason="-.")],
            entry("completed", "2017-06-15", note="Done.", by="police"),
            "20 June 2017: Due date moved to 1 December 2017 by Business Manager",
        ),
    ],
)
def test_an_entry_that_would_upset_what_follows_is_refused(
    later: list[Any], early: Said, happened: str, tmp_path: Path
) -> None:
    refusal = refused(root_with(tmp_path, *later), early)
    word = early["entry"]
    assert str(refusal).startswith(f"{A1} cannot be marked {word} on 15 June 2017: something happened to it")
    assert f"({happened})" in str(refusal)
    assert refusal.hint.startswith("Give a day from ")
    assert "--date" in refusal.hint


def test_an_entry_may_come_before_all_that_are_there(tmp_path: Path) -> None:
    root = root_with(tmp_path, COMPLETED, EVIDENCED)
    path = path_of(root, "plan", "AP-2017-001")
    before = path.read_text(encoding="utf-8").splitlines()

    say(root, entry("note", "2017-05-02", note="Begun."))

    after = path.read_text(encoding="utf-8").splitlines()
    assert words(root) == ["note", "completed", "evidenced"]
    first = before.index("    log:") + 1
    assert after[:first] + after[first + 4 :] == before


def test_what_lies_ahead_is_not_recorded(tmp_path: Path) -> None:
    assert (
        "lies ahead"
        in refused(root_with(tmp_path, COMPLETED), entry("note", "2018-03-02", note="-.")).message
    )


def test_completed_is_said_by_its_own_agency_unless_another_says_so(tmp_path: Path) -> None:
    assert "says Saltmere Police" in say(root_with(tmp_path), {**COMPLETED, "by": ""})


def test_evidence_that_only_its_own_agency_saw_stays_self_reported(tmp_path: Path) -> None:
    assert "self-reported" in say(root_with(tmp_path, COMPLETED), {**EVIDENCED, "by": "police"})


def test_a_grade_by_hand_is_shown_beside_the_derived_one_and_can_be_given_back(tmp_path: Path) -> None:
    root = root_with(tmp_path)
    back = entry("graded", "2017-06-03", grade="derived", reason="Found.")

    assert "--grade red" in refused(root, back).hint
    done = say(root, entry("graded", "2017-06-02", grade="red", reason="Nobody is on it."))
    assert "Graded Word by" in done
    assert "From dates and state it is Word (amber): due in 28 days" in done
    assert "lifted" in say(root, back)


def test_the_place_of_an_action_is_taken_by_one_that_is_done(tmp_path: Path) -> None:
    records = tiny_records()
    rejected = {"id": "A2", "text": "Ask.", "log": [entry("rejected", "2017-05-01", reason="No.")]}
    records["plan", "AP-2017-001"]["actions"].append(rejected)
    root = write_board(tmp_path, records)
    said = entry("superseded", "2017-07-01", reason="The new form.")

    assert "its own place" in refused(root, {**said, "replaced_by": A1}).message
    assert "was rejected itself" in refused(root, {**said, "replaced_by": "AP-2017-001.A2"}).message
    with pytest.raises(NothingFound):
        say(root, {**said, "replaced_by": "AP-2017-001.A7"})
    with pytest.raises(NothingFound, match="is a record of kind review, not plan"):
        say(root, {**said, "replaced_by": "CR-2017-001"})


def test_a_recommendation_that_is_left_without_an_action_is_named(tmp_path: Path) -> None:
    said = say(root_with(tmp_path), entry("rejected", "2017-07-01", reason="Not ours."))
    assert "lif action add AP-2017-001 --answers CR-2017-001.R1" in said


def test_what_a_file_gives_wrongly_is_named_without_its_text(tmp_path: Path) -> None:
    error = refused(root_with(tmp_path), {**COMPLETED, "evidnce": "A private thing."})
    assert "evidnce" in error.message
    assert "private" not in error.message + error.hint
    assert "actions 1" not in error.message


def add(root: Path, **action: Any) -> tuple[Any, str]:
    """A new action of the plan that was agreed on 1 September 2017, and the sentence that says so."""
    replace_text(path_of(root, "plan", "AP-2017-001"), "owner:", "agreed: 2017-09-01\nowner:")
    outcome = carry_out(
        root, lambda board: actions.add_action(board, "AP-2017-001", {"text": "Ring.", **action}, TODAY)
    )
    return load(root).items["AP-2017-001.A2"].item, outcome.change.summary


def test_what_joins_a_plan_later_is_not_stagnant_at_once(tmp_path: Path) -> None:
    root = root_with(tmp_path)
    item, said = add(root, due="2018-06-01")
    board = load(root)
    standing = action_standing(board.by_id["AP-2017-001"].record, item, board.profile.settings, TODAY)
    assert (item.start, standing.quiet, standing.stagnant) == (TODAY, 0, False)
    assert said.endswith("It starts on 1 March 2018, because its plan was agreed before.")


@pytest.mark.parametrize(
    ("given", "start"), [({"due": "2018-02-01"}, None), ({"start": "2017-10-02"}, date(2017, 10, 2))]
)
def test_the_start_of_what_joins_later_is_not_made_up(given: Any, start: date | None, tmp_path: Path) -> None:
    assert add(root_with(tmp_path), **given)[0].start == start


def test_the_agency_that_leads_is_known_by_its_name_too(tmp_path: Path) -> None:
    root = root_with(tmp_path)
    assert add(root, lead={"agency": "Police", "role": "Inspector"})[0].lead.agency == "police"
    given = {"text": "Ring.", "lead": {"agency": "polise", "role": "Inspector"}}
    with pytest.raises(Refusal) as refused:
        actions.add_action(load(root), "AP-2017-001", given, TODAY)
    assert str(refused.value) == "No agency is called polise. It was given with: --lead-agency"
    assert refused.value.hint == "Did you mean police?"
