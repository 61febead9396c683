"""Writes the annual report's own record: what people say in it, which every building of the report leaves as it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lif.exchange.identifiers import looks_like
from lif.insight.annual.report import annual_standing, find_annual, look_of, missing_words
from lif.insight.annual.sections import BY_ID, SECTIONS
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.operations.identifiers.identifying import identifying
from lif.operations.opening import open_named
from lif.operations.who_is_named import with_ids
from lif.records.annual import Annual, period_named
from lif.rules.lookup import find_record
from lif.rules.names import nearest
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.checking import check_value
from lif.store.errors import Refusal, WrongUse
from lif.store.findings import Finding
from lif.store.yaml_edit import Append, Edit, Put
from lif.store.yaml_reader import read


def new_annual(board: Board, name: str, value: Mapping[str, Any]) -> Change:
    """The change that begins the annual report of a financial year, called `2017-18` or `2017/18`.

    Raises WrongUse for a name that is no financial year, Refusal where the report is there already.
    """
    wanted = _year(name)
    change = open_named(board, "annual", wanted, value)
    told = f"The annual report for {period_named(wanted)} was begun in records/annual/{wanted}.yaml."
    left = f"{counted(len(SECTIONS), 'section')} wait for somebody's words: lif annual show {wanted}"
    return Change(change.files, f"{told}\n{left}", change.ids)


def write_section(board: Board, name: str, section: str, said: Mapping[str, Any], today: date) -> Change:
    """The change that puts somebody's words into a section, in the place of what stood there.

    `said` has `text`, `by` and `date`. Raises WrongUse for a section that there is none of, Refusal for a day that
    lies ahead, for a report that was published, and for words that look as if they identified somebody.
    """
    loaded = _open_report(board, name)
    if section not in BY_ID:
        near = nearest(section, list(BY_ID))
        raise WrongUse(
            f"There is no section called {section}.", f"{near} One of: {', '.join(BY_ID)}.".lstrip()
        )
    written = _said(board, said, today, ("text",))
    was = section in loaded.record.texts
    edit = Put(("texts", section), {key: written[key] for key in ("text", "by", "date")}, tuple(BY_ID))
    edits: list[Edit] = (
        [edit] if loaded.record.texts else [Put(("texts",), {section: edit.value}, _order(loaded))]
    )
    who, verb = Titles(board).who(written["by"]), "replaced" if was else "written"
    told = f"{loaded.id}, {BY_ID[section].title}: the words of {who} were {verb}."
    return _changed(board, loaded, edits, told)


def add_weakness(board: Board, name: str, said: Mapping[str, Any], today: date) -> Change:
    """The change that writes down a weakness of the year with its causes and what is done about them.

    With `id` in `said` the weakness of that number is replaced. Raises Refusal as `write_section` does.
    """
    loaded = _open_report(board, name)
    written = _said(board, said, today, ("text", "action", "causes"))
    there = [one.id for one in loaded.record.weaknesses]
    number = written.get("id") or f"W{max((int(one[1:]) for one in there), default=0) + 1}"
    if written.get("id") and number not in there:
        raise Refusal(
            f"{loaded.id} holds no weakness {number}.",
            f"There are: {listed(there)}."
            if there
            else f"Write one down with: lif annual weakness {loaded.id}",
        )
    order = ("id", "text", "causes", "action", "records", "indicators", "themes", "by", "date")
    value = {key: {**written, "id": number}[key] for key in order if {**written, "id": number}.get(key)}
    edit: Edit = (
        Put(("weaknesses", there.index(number)), value)
        if number in there
        else Append(("weaknesses",), value, _order(loaded))
    )
    causes = counted(len(value.get("causes", ())), "cause")
    told = f"{loaded.id}, weakness {number} was {'replaced' if number in there else 'written down'}, with {causes}."
    return _changed(board, loaded, [edit], told)


def without_lesson(board: Board, name: str, review: str, said: Mapping[str, Any], today: date) -> Change:
    """The change that says why the report draws no lesson from a review. Raises Refusal as `write_section` does."""
    loaded = _open_report(board, name)
    find_record(board, review, "review")
    written = {"review": review, **_said(board, said, today, ("reason",))}
    value = {key: written[key] for key in ("review", "reason", "by", "date")}
    there = [one.review for one in loaded.record.without_lessons]
    edit: Edit = (
        Put(("without_lessons", there.index(review)), value)
        if review in there
        else Append(("without_lessons",), value, _order(loaded))
    )
    return _changed(
        board, loaded, [edit], f"{loaded.id}: the reason was recorded why {review} has no lesson."
    )


def agree_annual(board: Board, name: str, day: date, today: date) -> Change:
    """The change that records that the Board agreed the report.

    Raises Refusal for a day that lies ahead or before the year's end, and while something that the Framework asks of
    it is missing: every section's words, the lessons of every review, and of every weakness its causes and actions.
    """
    loaded = _open_report(board, name)
    _refuse_ahead(day, today)
    look = look_of(board, loaded, day)
    if day <= look.last:
        raise Refusal(
            f"The year {look.period} had not ended on {day_words(day)}.",
            "Agree the report when it has: --date",
        )
    wanting = missing_words(annual_standing(loaded.id, look))
    if wanting:
        raise Refusal(
            "\n".join([f"{loaded.id} cannot be agreed yet:", *(f"  {line}" for line in wanting)]),
            f"See what waits, and how to write it: lif annual show {loaded.id}",
        )
    told = f"{loaded.id}: agreed on {day_words(day)}."
    return _changed(board, loaded, [Put(("agreed",), day.isoformat(), _order(loaded))], told)


def publish_annual(board: Board, name: str, day: date, today: date) -> Change:
    """The change that records that the report was published. Raises Refusal where it was not agreed by then."""
    loaded = _open_report(board, name)
    _refuse_ahead(day, today)
    agreed = loaded.record.agreed
    if agreed is None or agreed > day:
        raise Refusal(
            f"{loaded.id} was not agreed by {day_words(day)}.",
            f"Record that first: lif annual agree {loaded.id}",
        )
    told = f"{loaded.id}: published on {day_words(day)}. What is written in it can be changed no more."
    return _changed(board, loaded, [Put(("published",), day.isoformat(), _order(loaded))], told)


def identifying_in(board: Board, loaded: Loaded) -> list[Finding]:
    """What in a report's own words, or in a record that is for the public, looks as if it identified somebody."""
    files = [
        loaded.file,
        *(one.file for one in board.loaded if one.kind.numbered and one.record.audience == "public"),
    ]
    return [finding for file in files for finding in identifying(file, board.read(file))]


def _year(name: str) -> str:
    wanted = name.strip().replace("/", "-")
    if not period_named(wanted):
        raise WrongUse(f"{name} is no financial year.", "Write it as 2017-18: April 2017 to March 2018.")
    return wanted


def _open_report(board: Board, name: str) -> Loaded:
    loaded = find_annual(board, name)
    annual: Annual = loaded.record
    if annual.published:
        raise Refusal(
            f"{loaded.id} was published on {day_words(annual.published)}; what is written in it stays.",
            f"If that day is wrong: lif edit {loaded.id}",
        )
    return loaded


def _said(board: Board, said: Mapping[str, Any], today: date, prose: tuple[str, ...]) -> dict[str, Any]:
    written = with_ids(board, {key: value for key, value in said.items() if value not in (None, [], "")})
    _refuse_ahead(date.fromisoformat(str(written["date"])), today)
    for key in prose:
        value = written.get(key) or ""
        if what := looks_like(" ".join(value) if isinstance(value, list) else str(value)):
            raise Refusal(
                f"This was not written, because it holds what looks like {what}.",
                "Take it out: use a role, an age band or a month instead.",
            )
    return written


def _refuse_ahead(day: date, today: date) -> None:
    if day > today:
        raise Refusal(f"{day_words(day)} lies ahead; today is {day_words(today)}.", "Correct --date.")


def _order(loaded: Loaded) -> tuple[str, ...]:
    return field_order(loaded.kind)


def _changed(board: Board, loaded: Loaded, edits: list[Edit], told: str) -> Change:
    data = edit_record(board, loaded, edits)
    _, faults = check_value(loaded.kind, read(data).value or {}, loaded.file)
    if faults:
        lines = [f"  {fault.message} {fault.hint}".rstrip() for fault in faults]
        raise Refusal("\n".join([f"{loaded.id}: this was not written:", *lines]), "Correct it and try again.")
    return Change({loaded.file: data}, told, (loaded.id,))
