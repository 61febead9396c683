"""`lif audit returns`: who was asked for a return, what came, who is missing, and what the answers say."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.lines import named, section, wrapped
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.rules.lookup import find_record
from lif.store.errors import NothingFound

if TYPE_CHECKING:
    from lif.insight.returns.analysis import Analysis
    from lif.insight.returns.plans import PlanNow
    from lif.insight.returns.standing import Round
    from lif.insight.titles import Titles

app = single()


@app.command()
def returns(
    ctx: typer.Context,
    audit_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-003.")],
    analysis: Annotated[
        bool, typer.Option("--analysis", help="Show what the answers say, in place of who sent them.")
    ] = False,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """Show who was asked for a return, what came, and who is missing, by name.

    With --analysis it shows what the answers say: each item on the scale, the weakest items, the agencies' own
    grades beside those that were agreed, and what each agency below the standard has to improve. What is not
    applicable is counted and is in no share; every share carries the number it is of.
    """
    from lif.insight.returns.analysis import analysed
    from lif.insight.returns.data import (
        STATUS_COLUMNS,
        analysis_data,
        item_columns,
        item_rows,
        round_data,
        status_rows,
    )
    from lif.insight.returns.plans import plans_beside
    from lif.insight.returns.standing import round_of
    from lif.insight.titles import Titles

    board, day = board_of(ctx), day_of(as_of)
    loaded = find_record(board, audit_id, "audit")
    found, titles = round_of(board, loaded, day), Titles(board)
    if not found.returns:
        raise NothingFound(
            f"{audit_id} names no agency that was asked for a return.",
            f"Name them under agencies_invited: lif edit {audit_id}",
        )
    result = analysed(board, found) if analysis else None
    if analysis and result is None:
        raise NothingFound(
            f"{audit_id} names no instrument, so its returns hold no answers by item.",
            f"Name one of records/instruments under the key instrument: lif edit {audit_id}",
        )
    if result and not result.agencies:
        raise NothingFound(
            f"No answers to {audit_id} were kept by {day.isoformat()}.",
            f"Read returns that came in with: lif audit collect {audit_id} FILE…",
        )
    if form == ListForm.json:
        more = {"analysis": analysis_data(result)} if result else {}
        say.result_json("returns", {**round_data(found), **more})
    elif form == ListForm.csv:
        from lif.exchange.csv_out import csv_text

        head, rows = (
            (item_columns(result), item_rows(result))
            if result
            else (STATUS_COLUMNS, status_rows(found, titles))
        )
        say.result(csv_text(head, rows))
    elif result:
        say.result(_analysis(result, titles))
    else:
        own, before = plans_beside(board, found)
        say.result(_status(found, titles, own, before))


def _status(found: "Round", titles: "Titles", own: Sequence["PlanNow"], before: Sequence["PlanNow"]) -> str:
    from lif.insight.returns.words import cycle_words, forms_words, rate_words, state_words
    from lif.insight.wording import day_words, listed

    facts = [
        ("Audit", found.audit.theme),
        ("Asked with", _instrument(found)),
        ("Due", day_words(found.due) if found.due else "no day was set"),
        ("Returned", rate_words(found, titles)),
        ("In the form of", forms_words(found)),
        ("Late", _late(found)),
        ("Not asked", listed(titles.agency(name) for name in found.uninvited)),
    ]
    cycles = {cycle_words(one) for one in found.returns}
    alike = len(cycles) == 1
    facts.append(("Cycle", cycles.pop() if alike else ""))
    rows = [
        (titles.agency(one.agency), state_words(one, found), one.signed_by, "" if alike else cycle_words(one))
        for one in sorted(found.returns, key=lambda one: one.returned)
    ]
    head = ("Agency", "Return", "Signed by", "Cycle")
    used = [number for number in range(len(head)) if number < 2 or any(row[number] for row in rows)]
    table = say.table([head[number] for number in used], [[row[number] for number in used] for row in rows])
    lines = [f"{found.audit.id}  ({found.loaded.file})", "", named(facts), "", table]
    plans = [
        section("Improvement plans from the last round", *_plans(before, titles)),
        section("Improvement plans from this round", *_plans(own, titles)),
    ]
    return "\n\n".join(["\n".join(lines), *filter(None, plans)])


def _plans(plans: Sequence["PlanNow"], titles: "Titles") -> Iterator[str]:
    from lif.insight.returns.words import plan_words

    for one in plans:
        yield wrapped(f"{titles.agency(one.plan.agency)}: {plan_words(one)}", 2, 4)


def _instrument(found: "Round") -> str:
    if found.instrument:
        return f"{found.instrument.title}, edition {found.instrument.edition}"
    return "no instrument is named, so there are no answers by item"


def _late(found: "Round") -> str:
    from lif.insight.returns.shares import share_words

    late = [one for one in found.received if one.late]
    dated = [one for one in found.received if one.day]
    if found.due is None or not late:
        return ""
    return f"{len(late)} of {len(dated)} that came: {share_words(len(late), len(dated))}"


def _analysis(found: "Analysis", titles: "Titles") -> str:
    from lif.insight.returns.words import counted_words

    head = [
        f"{found.round.audit.id}  ({found.round.loaded.file})",
        "",
        wrapped(counted_words(found, titles)),
        wrapped(
            f"Asked with {found.instrument.title}, edition {found.instrument.edition}. "
            "What does not apply is counted and is in no share."
        ),
    ]
    parts = [
        section("On the scale, by section", *_sections(found)),
        section("By item", *_items(found)),
        section("Weakest items", *_weakest(found, titles)),
        section("Own grades and agreed ones", *_moderation(found, titles)),
        section("By sort of agency", *_kinds(found)),
        section("By year, with the same instrument", *_years(found)),
        section("Below the standard", *_below(found, titles)),
    ]
    return "\n\n".join(["\n".join(head), *(part for part in parts if part)])


def _sections(found: "Analysis") -> Iterator[str]:
    from lif.insight.returns.words import spread_words

    for one in found.sections:
        yield wrapped(
            f"{one.section.id}  {one.section.title}: {spread_words(found.instrument, one.spread)}", 2, 6
        )
    yield wrapped(f"All: {spread_words(found.instrument, found.spread)}", 2, 6)


def _items(found: "Analysis") -> Iterator[str]:
    labels = [grade.label for grade in found.instrument.scale]
    rows = [
        [one.item.id, *map(str, one.spread.counts.values()), str(one.spread.n),
         str(one.spread.not_applicable), str(one.spread.unanswered), one.item.text]
        for one in found.items
    ]  # fmt: skip
    yield say.table(["Item", *labels, "n", "Not applicable", "No grade", "What is asked"], rows)


def _weakest(found: "Analysis", titles: "Titles") -> Iterator[str]:
    from lif.insight.returns.words import weakness_words
    from lif.insight.wording import listed

    for one in found.weakest():
        names = listed(titles.agency(name) for name in one.below[:8])
        more = f" and {len(one.below) - 8} more" if len(one.below) > 8 else ""
        yield wrapped(f"{one.item.id}  {one.item.text} {weakness_words(one)}: {names}{more}.", 2, 8)


def _moderation(found: "Analysis", titles: "Titles") -> Iterator[str]:
    from lif.insight.returns.words import steps_words

    steps = found.comparison.all
    if not steps.n:
        if found.instrument.moderated:
            yield wrapped("No grade was agreed with others yet.", 2)
        return
    yield wrapped(f"All answers with both: {steps_words(steps)}.", 2, 4)
    for name, each in found.comparison.agencies.items():
        if each.lower or each.higher:
            yield wrapped(f"{titles.agency(name)}: {steps_words(each)}.", 2, 4)


def _kinds(found: "Analysis") -> Iterator[str]:
    from lif.insight.returns.words import apart_words, kind_words
    from lif.insight.wording import counted

    for kind, part in found.kinds.items():
        who = counted(found.kind_agencies[kind], "agency", "agencies")
        yield wrapped(
            f"{kind_words(kind)} ({who}): {part.meets} of {part.n} answers meet the standard: "
            f"{part.meets_words}{apart_words(part)}",
            2,
            4,
        )


def _years(found: "Analysis") -> Iterator[str]:
    from lif.insight.returns.shares import share_words

    if len(found.years) < 2:
        return
    for one in found.years:
        yield wrapped(
            f"{one.year} ({one.audit}): {one.spread.meets} of {one.spread.n} answers meet the standard: "
            f"{one.spread.meets_words}; {one.received} of {one.asked} returned: "
            f"{share_words(one.received, one.asked)}",
            2,
            4,
        )


def _below(found: "Analysis", titles: "Titles") -> Iterator[str]:
    from lif.insight.wording import counted

    for one in found.below:
        yield wrapped(f"{titles.agency(one.returned.agency)}: {counted(len(one.below), 'item')}", 2)
        for each in one.below:
            case = f", {each.case}" if each.case else ""
            yield wrapped(
                f"{each.item.id}{case}  {each.item.text} {each.grade}. To be {each.wanted.lower()}: "
                f"{each.suggestion or 'the instrument says no more.'}",
                4,
                10,
            )
