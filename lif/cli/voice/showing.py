"""`lif voice show`: what was said, and beside it what was done."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import dated, named, section, wrapped, wrapped_after
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.cli.voice.entry import VoiceId
from lif.insight.wording import day_words, listed
from lif.store.errors import NothingFound

if TYPE_CHECKING:
    from lif.insight.registers.voices import VoiceStanding
    from lif.store.board import Board

app = single()


@app.command()
def show(ctx: typer.Context, voice_id: VoiceId, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """Show what was said, and beside it what was done."""
    from lif.insight.registers.data import voice_data
    from lif.insight.registers.voices import voice_standing
    from lif.rules.lookup import find_record

    board, day = board_of(ctx), day_of(as_of)
    loaded = find_record(board, voice_id, "voice")
    standing = voice_standing(loaded.record, day)
    if standing is None:
        begun = loaded.record.log[0].date
        raise NothingFound(
            f"Nobody had been heard in {voice_id} by {day_words(day)}.",
            f"They were on {day_words(begun)}: lif voice show {voice_id} --as-of {begun}",
        )
    if form is Form.json:
        content = {"id": loaded.id, "file": loaded.file, "record": loaded.record.model_dump(mode="json")}
        say.result_json("voice", {**content, "asOf": day.isoformat(), "standing": voice_data(standing)})
    else:
        say.result(_text(board, standing))


def _text(board: "Board", one: "VoiceStanding") -> str:
    from lif.insight.registers.words import heard_words, kind_title, voice_standing_words, voice_words
    from lif.insight.titles import Titles

    voice, titles = one.voice, Titles(board)
    themes = {theme.id: theme.title for theme in board.profile.themes}
    stands = voice_standing_words(one)
    records = [name for entry in one.acted for name in entry.records]
    sections = [
        "\n".join([wrapped(f"{voice.id}  {voice.title}", 0, 13), wrapped(stands[:1].upper() + stands[1:])]),
        named([
            ("Occasion", kind_title(board.profile, voice.kind)),
            ("Who", voice.who),
            ("Heard", heard_words(one)),
            ("How", voice.how),
            ("Listened", listed(map(titles.who, voice.listeners))),
            ("Since", day_words(voice.since) if voice.since else ""),
            ("Concerns", listed(map(titles.agency, voice.agencies))),
            ("Themes", listed(themes.get(name, name) for name in voice.themes)),
            ("Priorities", listed(map(titles.priority, voice.priorities))),
        ]),
        section("They said, and what was done", *_answers(one)),
        section("Because of", *(wrapped_after(f"  {name:<16}", titles.record(name)) for name in voice.sources)),
        section("The log", *(dated(entry.date, voice_words(entry, titles)) for entry in one.log)),
        section("What it led to", *(wrapped_after(f"  {name:<16}", titles.record(name)) for name in records)),
        section("Next", *_next(one)),
    ]  # fmt: skip
    return "\n\n".join(part for part in sections if part)


def _answers(one: "VoiceStanding") -> Iterator[str]:
    for message in one.messages:
        yield wrapped(f"{message.id}  {message.text}", 2, 6)
        for done in one.answers(message):
            yield wrapped(f"{day_words(done.date)}: {done.done}", 8, 8)
        if not one.answers(message):
            yield wrapped("nothing recorded", 8, 8)


def _next(one: "VoiceStanding") -> list[str]:
    if not one.waits:
        return []
    name = one.voice.id
    first = [f"  lif voice act {name}"] if one.unanswered or not one.acted else []
    return [*first, f"  lif voice tell {name}"]
