"""`lif plan show`: how far a plan is."""

from collections.abc import Iterator
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.action.lines import action_lines
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import beside, named, section, wrapped
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.actions.answers import Answer, answered_by
from lif.insight.actions.brag import COLOURS
from lif.insight.plans.progress import PlanProgress, progress_data, progress_of
from lif.insight.plans.words import flag_words, review_words, rule_words, share_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.rules.lookup import find_record
from lif.store.board import Board

app = single()


@app.command()
def show(
    ctx: typer.Context,
    plan_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AP-2017-001.")],
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Show how far a plan is: its actions, what they answer, what they changed.

    Each review of its impact stands there with the day it is due, the rule, its source and its mark.
    """
    board, day = board_of(ctx), day_of(as_of)
    loaded = find_record(board, plan_id, "plan")
    found = progress_of(board, loaded.record, day)
    if form == Form.json:
        content = {"id": loaded.id, "file": loaded.file, "asOf": day.isoformat()}
        record = loaded.record.model_dump(mode="json")
        say.result_json("plan", {**content, "record": record, "progress": progress_data(found)})
        return
    titles = Titles(board)
    parts = [
        f"{loaded.id}  ({loaded.file})",
        named(_facts(found, titles)),
        section(f"Progress on {day_words(day)}", named(_progress(board, found), 2)),
        section("Recommendations and findings", *_answers(board, found)),
        section("Reviews of its impact", *_reviews(found, titles)),
        section("Actions", *action_lines(board, found.actions, numbers=True)),
    ]
    say.result("\n\n".join(part for part in parts if part))


def _facts(found: PlanProgress, titles: Titles) -> Iterator[tuple[str, str]]:
    plan = found.plan
    yield "Plan", plan.title
    for name in plan.source:
        yield "Answers", f"{name} {titles.record(name)}".rstrip()
    yield "Agreed", day_words(plan.agreed) if plan.agreed else "not yet"
    yield "Kept by", titles.who(plan.owner)
    yield (
        "Closed by",
        titles.group(plan.sign_off) if plan.sign_off else "no group is named that closes its actions",
    )


def _progress(board: Board, found: PlanProgress) -> Iterator[tuple[str, str]]:
    if not found.actions:
        none = f"none yet. Add one: lif action add {found.plan.id}"
        yield "Actions", "the plan was agreed after this day" if found.plan.actions else none
        return
    states = listed(f"{number} {state}" for state, number in found.states.items() if number)
    yield "Actions", f"{len(found.actions)}: {states}"
    brag = board.profile.settings.brag
    grades = [f"{found.grades[colour]} {getattr(brag, colour).word} ({colour})" for colour in COLOURS]
    yield "Grades", ", ".join(words for words in grades if not words.startswith("0 "))
    yield "With impact", share_words(found)
    yield "Look at", "\n".join(flag_words(found))


def _answers(board: Board, found: PlanProgress) -> Iterator[str]:
    if not found.answers:
        return
    yield wrapped(
        f"{found.in_full or 'None'} of {len(found.asked)} answered in full, which takes every action accepted for it to "
        "be closed.",
        2,
    )
    width = max(len(name) for name, _ in found.answers) + 2
    for name, answer in found.answers:
        held = board.items.get(name)
        yield beside((name,), (width,), held.item.text if held else "")
        yield wrapped(_answer(answer), 4 + width)


def _answer(answer: Answer) -> str:
    if answer.done:
        start = "Not accepted, with reasons" if not answer.accepted else "Answered in full"
    elif answer.accepted:
        closed = sum(one.state == "closed" for one in answer.accepted)
        start = f"{closed} of {counted(len(answer.accepted), 'accepted action')} closed"
    else:
        start = "Unanswered: no action is accepted for it"
    names = listed(answered_by(answer.actions))
    return f"{start}: {names}." if names else f"{start}."


def _reviews(found: PlanProgress, titles: Titles) -> Iterator[str]:
    for name, review in zip(("First", "Second"), found.reviews, strict=False):
        yield beside((name,), (8,), review_words(review))
        if review.held:
            yield wrapped(f"{titles.who(review.held.by)}: {review.held.found}", 10)
    if not found.reviews:
        yield wrapped("They are due six and twelve months after it is agreed.", 2)
        return
    yield wrapped(rule_words(found), 2)
    if any(review.held is None for review in found.reviews):
        yield f'  lif plan review {found.plan.id} --found "…"'
