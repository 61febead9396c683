"""`lif challenge show`: a challenge, how far it went, and what came of it."""

from typing import TYPE_CHECKING

import typer

from lif.cli import say
from lif.cli.challenge.entry import ChallengeId
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import dated, named, section, wrapped, wrapped_after
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import day_words, listed
from lif.store.errors import NothingFound

if TYPE_CHECKING:
    from lif.insight.registers.challenges import ChallengeStanding
    from lif.store.board import Board

app = single()


@app.command()
def show(
    ctx: typer.Context, challenge_id: ChallengeId, as_of: AsOf = None, form: FormOption = Form.text
) -> None:
    """Show a challenge, how far it went, and what came of it."""
    from lif.insight.registers.challenges import challenge_standing
    from lif.insight.registers.data import challenge_data
    from lif.rules.lookup import find_record

    board, day = board_of(ctx), day_of(as_of)
    loaded = find_record(board, challenge_id, "challenge")
    standing = challenge_standing(loaded.record, board.profile.settings, day)
    if standing is None:
        begun = loaded.record.log[0].date
        raise NothingFound(
            f"{challenge_id} had not been made by {day_words(day)}.",
            f"It was on {day_words(begun)}: lif challenge show {challenge_id} --as-of {begun}",
        )
    if form is Form.json:
        content = {"id": loaded.id, "file": loaded.file, "record": loaded.record.model_dump(mode="json")}
        standing_data = challenge_data(standing)
        say.result_json("challenge", {**content, "asOf": day.isoformat(), "standing": standing_data})
    else:
        say.result(_text(board, standing))


def _text(board: "Board", one: "ChallengeStanding") -> str:
    from lif.insight.registers.words import (
        challenge_parties,
        challenge_standing_words,
        challenge_words,
        stage_title,
    )
    from lif.insight.titles import Titles

    challenge, titles, profile = one.challenge, Titles(board), board.profile
    themes = {theme.id: theme.title for theme in profile.themes}
    stands = challenge_standing_words(one)
    records = [name for entry in one.log for name in getattr(entry, "records", [])]
    stage = f"{one.stage_id}: {stage_title(profile, one.stage_id)}" if one.stage_id else ""
    sections = [
        "\n".join([
            wrapped(f"{challenge.id}  {challenge.title}", 0, 13), wrapped(stands[:1].upper() + stands[1:])
        ]),
        wrapped(challenge.about),
        named([
            ("Kind", challenge.kind),
            ("Who to whom", challenge_parties(one, titles)),
            ("Wanted", challenge.wanted or "not recorded"),
            ("Stage", stage),
            ("To be told", f"{titles.who(one.to_tell)}, and has not been" if one.to_tell else ""),
            ("Themes", listed(themes.get(name, name) for name in challenge.themes)),
            ("Priorities", listed(map(titles.priority, challenge.priorities))),
        ]),
        section("Where it comes from", *(
            wrapped_after(f"  {name:<16}", titles.record(name)) for name in challenge.sources
        )),
        section("The log", *(dated(entry.date, challenge_words(entry, titles, profile)) for entry in one.log)),
        section("What it led to", *(wrapped_after(f"  {name:<16}", titles.record(name)) for name in records)),
        section("Next", *(f"  {command}" for command in _next(one))),
    ]  # fmt: skip
    return "\n\n".join(part for part in sections if part)


def _next(one: "ChallengeStanding") -> list[str]:
    if one.settled:
        return []
    name = one.challenge.id
    words = ["tell"] if one.to_tell else []
    words += ["settle"] if one.answer else ["answer"]
    words += ["escalate"] if one.challenge.kind == "escalation" else []
    return [f"lif challenge {word} {name}" for word in words]
