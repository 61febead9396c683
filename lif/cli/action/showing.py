"""`lif action show`: where an action stands, and everything that happened to it."""

from collections.abc import Iterator

import typer

from lif.cli import say
from lif.cli.action.entry import ActionId
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import dated, named, section
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.actions.flags import attention
from lif.insight.actions.standing import ActionStanding, action_standing
from lif.insight.entry_words import action_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed, times
from lif.operations.actions.log import command_for
from lif.records.plan import Measure
from lif.rules.lookup import find_item
from lif.store.board import Board

app = single()


@app.command()
def show(ctx: typer.Context, action_id: ActionId, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """Show an action with everything that happened to it by the day. What comes next stands there too."""
    board, day = board_of(ctx), day_of(as_of)
    held = find_item(board, action_id, "actions")
    stands = action_standing(held.loaded.record, held.item, board.profile.settings, day)
    if form == Form.json:
        from lif.insight.actions.data import standing_data

        content = {"id": held.id, "file": held.loaded.file, "asOf": day.isoformat()}
        record = held.item.model_dump(mode="json")
        say.result_json("action", {**content, "record": record, "standing": standing_data(stands)})
        return
    titles = Titles(board)
    history = [dated(entry.date, action_words(entry, titles)) for entry in stands.log]
    later = len(held.item.log) - len(stands.log)
    if later:
        history.append(f"  {later} more after {day_words(day)}.")
    parts = [
        f"{held.id}  ({held.loaded.file})",
        named(_facts(board, stands, titles)),
        section(f"On {day_words(day)}", named(_standing(board, stands, titles), 2)),
        section("What happened", *history),
    ]
    say.result("\n\n".join(part for part in parts if part))


def _facts(board: Board, stands: ActionStanding, titles: Titles) -> Iterator[tuple[str, str]]:
    action, plan = stands.action, stands.plan
    yield "What", action.text
    yield "What for", action.outcome or "not stated"
    yield (
        "Who leads",
        f"{titles.agency(action.lead.agency)}, {action.lead.role}" if action.lead else "nobody yet",
    )
    yield "Resource", action.resource or "not stated"
    yield "Measure", _measure(action.measure) if action.measure else "none"
    yield "Plan", f"{plan.id} {plan.title}"
    for name in action.answers:
        asked = board.items.get(name)
        yield "Answers", f"{name}: {asked.item.text}" if asked else name
    yield "Starts", day_words(action.start) if action.start else ""
    yield "Closed by", titles.group(plan.sign_off) if plan.sign_off else "no group is named"


def _measure(measure: Measure) -> str:
    rest = [("before", measure.baseline), ("wanted", measure.target)]
    return "; ".join([measure.text, *(f"{word}: {text}" for word, text in rest if text)])


def _standing(board: Board, stands: ActionStanding, titles: Titles) -> Iterator[tuple[str, str]]:
    own = getattr(board.profile.settings.brag, stands.grading.derived).word
    since = f", since {day_words(stands.since)}" if stands.since else ""
    yield "State", f"{stands.state}{since}"
    yield (
        "Grade",
        f"{stands.grading.word} ({stands.grading.colour})"
        + (
            f", set by hand; worked out: {own} ({stands.grading.derived}), {stands.grading.why}"
            if stands.grading.given
            else f": {stands.grading.why}"
        ),
    )
    yield "Due", _due(stands)
    yield "Look at", "\n".join(words for _, words in attention(stands, titles, own))
    yield "Next", _next(stands)


def _due(stands: ActionStanding) -> str:
    if stands.due is None:
        return "no due date"
    if not stands.moved or stands.first_due is None:
        return day_words(stands.due)
    return f"{day_words(stands.due)}; first {day_words(stands.first_due)}, moved {times(stands.moved)}"


def _next(stands: ActionStanding) -> str:
    match stands.state:
        case "open":
            return command_for(stands.id, "completed")
        case "completed":
            return command_for(stands.id, "evidenced")
        case "evidenced":
            return command_for(stands.id, "evaluated")
        case "evaluated" if stands.evaluated and stands.evaluated.impact == "improved":
            return f"lif action close {stands.id}"
        case "evaluated":
            ways = (f"lif action {word} {stands.id}" for word in ("reopen", "evaluate", "supersede"))
            return listed(ways).replace(" and ", " or ")
        case _:
            return ""
