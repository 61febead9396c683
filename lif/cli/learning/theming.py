"""`lif learning themes`: what recurs across sources, and what was done about it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import section, wrapped, wrapped_after
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_words
from lif.store.errors import NothingFound

if TYPE_CHECKING:
    from lif.insight.learning.themes import ThemeStanding
    from lif.store.board import Board

app = single()


@app.command()
def themes(
    ctx: typer.Context,
    theme: Annotated[
        str | None, typer.Argument(metavar="[THEME]", help="One theme, with all that belongs to it.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what was seen once and has no lesson.")
    ] = False,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Show what recurs, across reviews, audits, reports and lessons.

    First comes what was seen again after an action had been completed. A review counts on the day it came to the
    Board, an audit on the day it was held, an agency's report on the day it was received. Actions count where they
    answer a finding of the theme or a source of one of its lessons.
    """
    from lif.insight.learning.themes import themes as all_themes

    board, day = board_of(ctx), day_of(as_of)
    found = all_themes(board, day)
    if theme:
        wanted = theme_called(board, theme)
        found = [one for one in found if one.id == wanted]
    if form is Form.json:
        from lif.insight.learning.data import theme_data

        say.result_json("themes", {"asOf": day.isoformat(), "themes": [theme_data(one) for one in found]})
    elif theme and not found:
        say.result(f"The theme {wanted} was not seen by {day_words(day)}.")
    elif not found:
        say.result("No record names a theme yet. Name one with: lif learning new --theme …")
    elif theme:
        say.result(_in_full(found[0]))
    else:
        _listed(found, everything)


def theme_called(board: "Board", name: str) -> str:
    """The id of a theme, from any of its names. Raises NothingFound with the nearest names."""
    from lif.rules.names import nearest
    from lif.rules.themes import theme_names

    known = theme_names(board.profile)
    if name in known:
        return known[name]
    used = {one for loaded in board.loaded for one in _names(loaded.record)}
    if name in used:
        return name
    hint = nearest(name, [*known, *used]) or "See which there are: lif learning themes --all"
    raise NothingFound(f"There is no theme called {name}.", hint)


def _names(record: Any) -> list[str]:
    from lif.records.references import names_in

    return names_in(record).get("theme", [])


def _listed(found: list["ThemeStanding"], everything: bool) -> None:
    from lif.insight.learning.theme_words import theme_words

    shown = [one for one in found if everything or len(one.seen) > 1 or one.lessons]
    lines = [f"{one.title} ({one.id})\n{wrapped(theme_words(one), 4)}" for one in shown]
    say.result("\n".join(lines) or "Nothing was seen more than once.")
    left = len(found) - len(shown)
    if left:
        were = "was" if left == 1 else "were"
        say.aside(f"{counted(left, 'theme')} more {were} seen once and {were} made no lesson of: --all")


def _in_full(one: "ThemeStanding") -> str:
    from lif.insight.learning.theme_words import look_words, theme_words
    from lif.insight.learning.words import stage_words

    again = {seen.id for seen in one.again}
    parts = [
        f"{one.title} ({one.id})\n{wrapped(theme_words(one), 2)}",
        section("Seen", *(
            _line(seen.id, f"{day_words(seen.when)}: {seen.title}{' – again' if seen.id in again else ''}")
            for seen in one.seen
        )),
        section("Elsewhere", *(
            wrapped("; ".join(filter(None, [source.title, source.publisher, _when(source)])), 2, 4)
            for source in one.external
        )),
        section("Lessons", *(_line(held.lesson.id, f"{held.lesson.title}. {stage_words(held)}") for held in one.lessons)),
        section("Actions", *(_line(action.id, f"{action.state}: {action.action.text}") for action in one.actions)),
        section("Looked at", *(_line(look.id, look_words(look)) for look in one.looks)),
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part)


def _line(name: str, text: str) -> str:
    return wrapped_after(f"  {name:<16}", text)


def _when(source: Any) -> str:
    return day_words(source.published) if source.published else ""
