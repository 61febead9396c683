"""How an action ends: closed with evidence that it made a difference, superseded, or rejected with the reason."""

from datetime import date

from lif.insight.actions.answers import actions_by_answer
from lif.insight.actions.standing import standings
from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed
from lif.operations.actions.course import ways_on
from lif.operations.actions.log import ActionCase, case_on, command_for, with_entries
from lif.operations.log_entries import Said
from lif.rules.action_course import IMPACT_WORDS, NOT_ACCEPTED, passage
from lif.rules.lookup import find_item, find_record
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import Refusal

_STILL_MISSING = {
    "completed": "somebody who says that it was done",
    "evidenced": "evidence that it was done",
    "evaluated": "an evaluation that shows what it changed for children",
}


def close(board: Board, action_id: str, said: Said, today: date) -> Change:
    """It is agreed that an action is finished; by the group that its plan names, unless said otherwise.

    Raises Refusal without evidence of impact, naming all that is missing; without anybody who agrees; and where
    that is the agency that carried it out.
    """
    case = case_on(board, action_id, said, today)
    _refuse_without_impact(case)
    by = said["by"] or case.plan.sign_off
    if not by:
        raise Refusal(
            f"{case.plan.id} names no group that closes its actions, so it is not known who agreed.",
            "Say who did: --by GROUP. To name a group for good, give the plan the key `sign_off`: "
            f"lif edit {case.plan.id}",
        )
    if by == case.own_agency:
        raise Refusal(
            f"{action_id} is led by {Titles(board).who(by)}, which does not close its own actions.",
            f"Name the group or the role that agreed: --by {case.plan.sign_off or 'GROUP'}",
        )
    then = ""
    if case.plan.sign_off and by != case.plan.sign_off:
        then = (
            f"The plan names another that closes its actions: the {Titles(board).group(case.plan.sign_off)}."
        )
    return with_entries(case, [{**said, "by": by}], then)


def supersede(board: Board, action_id: str, said: Said, today: date) -> Change:
    """Another action takes the place of this one, or events did.

    Raises Refusal where the other is this one, or is not done either; NothingFound where there is none.
    """
    case = case_on(board, action_id, said, today)
    other = said.get("replaced_by")
    if other == action_id:
        raise Refusal(f"{action_id} cannot take its own place.", "Name the other action: --replaced-by")
    if other and "." in other:
        state = passage(find_item(board, other, "actions").item.log).state
        if state in NOT_ACCEPTED:
            raise Refusal(
                f"{other} was {state} itself, so nobody would do either.",
                "Name an action that is being done, or leave --replaced-by out and say in the reason why "
                "nothing more is needed.",
            )
    elif other:
        find_record(board, other, "plan")
    return with_entries(case, [_by_sign_off(case, said)], _left_open(case))


def reject(board: Board, action_id: str, said: Said, today: date) -> Change:
    """It was decided not to do it."""
    case = case_on(board, action_id, said, today)
    return with_entries(case, [_by_sign_off(case, said)], _left_open(case))


def _by_sign_off(case: ActionCase, said: Said) -> Said:
    return {**said, "by": said["by"] or case.plan.sign_off or "business-manager"}


def _refuse_without_impact(case: ActionCase) -> None:
    """Raises Refusal that says what is missing before an action is closed, with the command for each."""
    missing = case.come.missing("closed")
    if missing:
        lines = [
            line
            for step in missing
            for line in (f"  {_STILL_MISSING[step]}:", f"    {command_for(case.id, step)}")
        ]
        raise Refusal(
            "\n".join(
                [
                    f"{case.id} cannot be closed on {day_words(case.day)}: it is {case.come.state}, and closed "
                    "means that evidence of its impact was seen. What is missing:",
                    *lines,
                ]
            ),
            f'If it will not be done, say why: lif action reject {case.id} --reason "…"'
            if "completed" in missing
            else "",
        )
    last = case.come.evaluated
    if last and last.impact != "improved":
        who = Titles(case.board).who(last.by)
        raise Refusal(
            f"{case.id} cannot be closed: its last evaluation, by {who} on {day_words(last.date)}, says that "
            f"{IMPACT_WORDS[last.impact]}. Closed means that it was seen to have made a difference.",
            ways_on(case.id),
        )


def _left_open(case: ActionCase) -> str:
    """What is said where a recommendation has nobody left who acts on it; "" where each has."""
    if not case.action.answers:
        return ""
    plans = [loaded.record for loaded in case.board.of("plan")]
    answering = actions_by_answer(standings(plans, case.board.profile.settings, case.day))
    left = [
        name
        for name in case.action.answers
        if not any(one.accepted and one.id != case.id for one in answering.get(name, ()))
    ]
    if not left:
        return ""
    options = " ".join(f"--answers {name}" for name in left)
    return (
        f"No action that is being done answers {listed(left)} now. Add one: "
        f'lif action add {case.plan.id} {options} --text "…"'
    )
