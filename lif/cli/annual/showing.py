"""`lif annual show`: what is written, what is missing, and how to write it."""

from typing import TYPE_CHECKING

import typer

from lif.cli import say
from lif.cli.annual.entry import AnnualId
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import beside, named, section, wrapped, wrapped_after
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_words

if TYPE_CHECKING:
    from lif.insight.annual.report import AnnualStanding

app = single()

_WHERE = 30


@app.command()
def show(ctx: typer.Context, annual_id: AnnualId, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """Show what is written, what is missing, and how to write it.

    It names every review of the year without a lesson, every weakness without a cause, and what the records point to
    that no weakness takes up.
    """
    from lif.insight.annual.report import annual_data, annual_standing, find_annual, look_of

    board, day = board_of(ctx), day_of(as_of)
    loaded = find_annual(board, annual_id)
    one = annual_standing(loaded.id, look_of(board, loaded, day))
    if form is Form.json:
        say.result_json("annual", {**annual_data(one), "file": loaded.file})
    else:
        say.result(_text(one))


def _text(one: "AnnualStanding") -> str:
    from lif.insight.annual.sections import SECTIONS

    annual, titles = one.look.annual, one.look.titles
    lines = []
    for part in SECTIONS:
        text = annual.texts.get(part.id)
        words = f"{titles.who(text.by)}, {day_words(text.date)}" if text else f"to be written: {part.asks}"
        lines.append(wrapped_after(f"  {part.id:<14}", f"{part.title} – {words}"))
    weak = [wrapped(f"{each.id}  {each.text}", 2, 6) for each in annual.weaknesses]
    signs = [beside((sign.where,), (_WHERE,), sign.told) for sign in one.unexplained]
    sections = [
        f"Annual report {one.look.period}, as things stood on {day_words(one.look.day)}",
        named([
            ("Agreed", day_words(annual.agreed) if annual.agreed else "not yet"),
            ("Published", day_words(annual.published) if annual.published else "not yet"),
            ("Audience", annual.audience),
        ]),
        section("Sections", *lines),
        section("Older than what they speak of", *_older(one)),
        section("Weaknesses", *(weak or ["  none written down"])),
        section("Signs in the records that no weakness takes up", *signs),
        section("Missing before it can be agreed", *_missing(one)),
    ]  # fmt: skip
    if one.complete and not annual.agreed:
        sections.append(
            f"Nothing is missing. {counted(len(SECTIONS), 'section')} are written: lif annual agree {one.name}"
        )
    return "\n\n".join(part for part in sections if part)


def _older(one: "AnnualStanding") -> list[str]:
    """The sections that were written before something that they speak of was recorded; none once it is agreed."""
    from lif.insight.annual.newer import newer_than
    from lif.insight.annual.report import sections_of

    if one.look.annual.agreed:
        return []
    drawn = {each.section.id: each.parts for each in sections_of(one.look)}
    return [
        wrapped_after(f"  {each.section:<14}", each.words(one.look)) for each in newer_than(one.look, drawn)
    ]


def _missing(one: "AnnualStanding") -> list[str]:
    from lif.insight.annual.report import missing_words

    # The sections are listed above.
    words = missing_words(one)[len(one.missing) :]
    if one.missing:
        write = f"lif annual write {one.name} SECTION"
        words.insert(0, f"{counted(len(one.missing), 'section')} above to be written. {write}")
    return [wrapped(text, 2, 4) for text in words]
