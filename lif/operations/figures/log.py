"""What is said about an indicator: commentary on its figures, and changes to it that the change log explains."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from lif.exchange.periods import read_period
from lif.insight.figures.questions import asked_about
from lif.insight.figures.readings import figure_words
from lif.insight.wording import day_words, listed, period_bounds, plain
from lif.operations.figures.importing import find_indicator
from lif.operations.log_entries import Said, day_of_entry, with_written
from lif.records.indicator import Doubt, Indicator, Target
from lif.rules.figures.course import in_order
from lif.rules.figures.question import Question
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import Refusal, WrongUse
from lif.store.yaml_edit import Append, Edit, Insert, Put

_DOUBTS = frozenset(get_args(Doubt))
_TARGET_KEYS = tuple(Target.model_fields)
_CHECK_AGAIN = frozenset({"unit", "polarity", "frequency"})
"""Keys by which figures are checked."""


def add_commentary(board: Board, name: str, said: Said, today: date) -> Change:
    """The change that adds commentary on the figure for a period, and says which questions it answers.

    `said` has `period`, `date`, `by`, `text` and, where it answers questions about figures that may be wrong, their
    codes in `answers`. Raises Refusal for a day that lies ahead, for a period of which the indicator knows nothing,
    and for an answer to what is not asked.
    """
    loaded = find_indicator(board, name)
    indicator: Indicator = loaded.record
    day = day_of_entry(name, said, today, "an indicator")
    period = _period(board, loaded, str(said["period"]), day)
    asked = [one for one in asked_about(board, loaded).questions if one.period == period]
    answers = list(dict.fromkeys(said.get("answers") or ()))
    _refuse_unasked(name, period, answers, asked)
    written = {
        "period": period,
        "date": said["date"],
        "by": said.get("by") or indicator.owner,
        "text": said["text"],
    }
    if answers:
        written["answers"] = answers
    data = _added(board, loaded, "commentary", written, [each.date for each in indicator.commentary])
    told = f"{name}, {day_words(day)}: the commentary on {period} was recorded."
    return Change({loaded.file: data}, "\n".join([told, *_answering(name, period, answers, asked)]), (name,))


def change_indicator(board: Board, name: str, keys: Mapping[str, Any], said: Said, today: date) -> Change:
    """The change that alters keys of an indicator and says in its change log what was altered and why.

    `said` has `date`, `by`, `text` and `breaks_series`. Without keys the log alone tells of something that changed in
    how the figures come about. Raises Refusal for a day that lies ahead and for keys that say what is there already.
    """
    loaded = find_indicator(board, name)
    indicator: Indicator = loaded.record
    day = day_of_entry(name, said, today, "an indicator")
    present = indicator.model_dump(mode="json")
    keys = {**keys, "target": _whole_target(indicator, keys["target"])} if "target" in keys else keys
    altered = {key: value for key, value in keys.items() if present.get(key) != value}
    if keys and not altered:
        raise Refusal(
            f"{name} says so already: {listed(plain(key.replace('_', '-')) for key in keys)}.",
            "If something else about it changed, give that, or only --text.",
        )
    written = {"date": said["date"], "by": said.get("by") or indicator.owner, "text": said["text"]}
    if said.get("breaks_series"):
        written["breaks_series"] = True
    order = field_order(loaded.kind)
    edits: list[Edit] = []
    for key, value in altered.items():
        if key == "target":
            edits += [Put(("target", part), one, order if indicator.target is None else _TARGET_KEYS)
                      for part, one in value.items() if (present.get("target") or {}).get(part) != one]  # fmt: skip
        else:
            edits.append(Put((key,), value, order))
    days = [each.date for each in indicator.changes]
    data = _added(board, loaded, "changes", written, days, edits=edits, keys=altered)
    return Change({loaded.file: data}, _told(name, indicator, altered, day, written), (name,))


def _whole_target(indicator: Indicator, given: Mapping[str, Any]) -> dict[str, Any]:
    """A target of which some parts are given. Raises WrongUse where it would lack one that it needs."""
    there = indicator.target.model_dump(mode="json", exclude_none=True) if indicator.target else {}
    whole = {**there, **given}
    for part, option in (("value", "--target"), ("basis", "--basis")):
        if part not in whole:
            raise WrongUse(
                f"{option} is missing: this indicator has no target yet, and one has a value and a basis.",
                f"What a target rests on is one of: {', '.join(get_args(Target.model_fields['basis'].annotation))}.",
            )
    return whole


def _added(
    board: Board,
    loaded: Loaded,
    key: str,
    written: Mapping[str, Any],
    days: Sequence[date],
    *,
    edits: Sequence[Edit] = (),
    keys: Mapping[str, Any] | None = None,
) -> bytes:
    """The record's file with an entry in one of its lists: behind those of its day and before it, else at the end."""
    behind = sum(1 for each in days if each <= date.fromisoformat(str(written["date"]))) - 1
    first = behind + 1 if behind >= 0 else len(days)
    with_written(board, loaded, (key,), [written], name=loaded.id, first=first, keys=keys)
    added = (
        Insert((key,), behind, written) if behind >= 0 else Append((key,), written, field_order(loaded.kind))
    )
    return edit_record(board, loaded, [*edits, added])


def _period(board: Board, loaded: Loaded, given: str, day: date) -> str:
    """The period as records keep it, where something can be said about it on a day."""
    indicator: Indicator = loaded.record
    area = board.profile.area.code
    values = in_order([value for value in board.values.get(loaded.id, ()) if value.area == area])
    periods = [value.period for value in values]
    if any(value.period == given for value in board.values.get(loaded.id, ())):
        return given
    try:
        period = read_period(given, indicator.frequency)
    except ValueError as error:
        raise WrongUse(f"--period: {error}", "") from None
    if period in periods:
        return period
    first, last = period_bounds(period)
    if first > day:
        raise Refusal(
            f"{loaded.id}: {period} had not begun on {day_words(day)}.", "Correct --period, or --date."
        )
    if not periods or last < period_bounds(periods[0])[0]:
        has = f"Its figures begin with {periods[0]}." if periods else "It has no figures yet."
        raise Refusal(
            f"{loaded.id} has no figure for {period}. {has}",
            f"Correct --period; or bring the figures in first: lif data import {loaded.id} FILE.csv",
        )
    return period


def _refuse_unasked(name: str, period: str, answers: Sequence[str], asked: Sequence[Question]) -> None:
    codes = {one.code for one in asked}
    unasked = [code for code in answers if code not in codes]
    if unasked:
        what = f"asked about it: {', '.join(sorted(codes))}" if codes else "nothing is asked about it"
        raise Refusal(
            f"{name}: {unasked[0]} is not asked about {period}; {what}.",
            f"See what is asked: lif data check {name}",
        )


def _answering(name: str, period: str, answers: Sequence[str], asked: Sequence[Question]) -> list[str]:
    """Which questions the commentary answers, and which it leaves open."""
    still = [one for one in asked if one.answered_by is None]
    by_itself = [one.code for one in still if one.code not in _DOUBTS]
    answered = list(dict.fromkeys([*answers, *by_itself]))
    left = list(dict.fromkeys(one.code for one in still if one.code not in answered))
    lines = [f"It answers {listed(answered)}."] if answered else []
    if left:
        lines.append(
            f"Still asked about {period}: {listed(left)}, whether the figure is right at all. If it is, say so with: "
            f"lif data comment {name} --period {period} --answers {left[0]}"
        )
    return lines


def _told(
    name: str, before: Indicator, altered: Mapping[str, Any], day: date, written: Mapping[str, Any]
) -> str:
    if altered:
        what = listed(key.replace("_", " ") for key in altered)
        lines = [f"{name}, {day_words(day)}: {what} changed, and the change log says why."]
    else:
        lines = [f"{name}, {day_words(day)}: the change was recorded in its change log."]
    if "target" in altered:
        was = figure_words(before.target.value, before) if before.target else "none"
        lines.append(f"Target: {was} before, {figure_words(altered['target']['value'], before)} from now on.")
    if written.get("breaks_series"):
        lines.append(
            "History is looked at from there anew. Tell those who read the figures: "
            f"lif data comment {name} --period PERIOD"
        )
    elif "definition" in altered:
        lines.append(
            "If figures after it cannot be compared with those before, record that with --breaks-series."
        )
    if not _CHECK_AGAIN.isdisjoint(altered):
        lines.append(f"Look at its figures again: lif data check {name}")
    return "\n".join(lines)
