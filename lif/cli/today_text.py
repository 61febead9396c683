"""The page of the day: what waits on whom, in sentences, on as many lines as the screen has."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.cli import say
from lif.insight.reviews.course_words import cited
from lif.insight.waiting.items import Waiting, WaitingKind
from lif.insight.waiting.window import Window, window_from
from lif.insight.wording import counted, day_words, listed
from lif.records.base import MONTHS
from lif.statute.words import full_day_words

_AIRY_ROWS = 3
"""As many rows at least are shown before room is given to empty lines."""
_DEEP = 34
"""Where the text of a row begins."""
_PARTIES = 9
"""Names in the sentence that says on whom things wait; more are counted."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the page is narrowed to, as it is said and as it is typed."""

    words: str = ""
    """Such as `on Police`; "" for the whole Board."""
    options: tuple[str, ...] = ()
    """Such as `--agency police`."""
    day: tuple[str, ...] = ()
    """The option for the day, where it was given."""
    to_agency: bool = False
    """Whether all that is left waits on one agency, so that its posts are named in its place."""

    def today(self) -> str:
        """The command that shows the page as long as it is."""
        return " ".join(["lif today", *self.options, "--all", *self.day])

    def actions(self, *options: str) -> str:
        """A command that lists actions, narrowed in the same way."""
        return " ".join(["lif action list", *options, *self.options, *self.day])

    def reviews(self) -> str:
        """The command that shows what comes next in reviews, or the page where it is narrowed."""
        return self.today() if self.options else " ".join(["lif review next", *self.day])


@dataclass(frozen=True, slots=True)
class _Section:
    head: str
    rows: Sequence[str] = ()
    rest: str = ""
    """The command that shows what is cut off."""


def today_text(
    found: Sequence[Waiting], day: date, board: str, narrowed: Narrowing, height: int | None
) -> str:
    """The page for a day. No longer than `height` lines where that is possible; as long as it is for None."""
    window = window_from(day)
    title = f"{board}, {full_day_words(day)}{f': what waits {narrowed.words}' if narrowed.words else ''}"
    if not found:
        return "\n".join(
            [title, say.wrapped(f"Nothing waits {narrowed.words or 'on anybody'}. {_looked(window)}")]
        )
    said = [section for make in _SECTIONS if (section := make(found, window, narrowed))]
    whom = [] if narrowed.to_agency else [_Section(_parties(found))]
    sections = [replace(one, head=say.wrapped(one.head)) for one in (*said, *whom)]
    if height is None:
        return _page(title, sections, [len(section.rows) for section in sections], "", airy=True)
    rest = f"The whole list: {narrowed.today()}"
    airy = _filled(sections, height, airy=True)
    if airy and all(
        number >= min(_AIRY_ROWS, len(of.rows)) for number, of in zip(airy, sections, strict=True)
    ):
        return _page(title, sections, airy, rest, airy=True)
    return _page(title, sections, _filled(sections, height, airy=False), rest, airy=False)


def _filled(sections: Sequence[_Section], height: int, *, airy: bool) -> list[int]:
    """How many rows of each section are shown: one more of each in turn, as long as the page is high enough."""
    rows = [0] * len(sections)
    growing = True
    while growing:
        growing = False
        for number, section in enumerate(sections):
            more = [*rows[:number], rows[number] + 1, *rows[number + 1 :]]
            if rows[number] < len(section.rows) and _height(sections, more, airy=airy) <= height:
                rows, growing = more, True
    return rows


def _height(sections: Sequence[_Section], rows: Sequence[int], *, airy: bool) -> int:
    """How many lines `_page` would have."""
    lines = 1 + any(section.rows and not number for section, number in zip(sections, rows, strict=True))
    for section, number in zip(sections, rows, strict=True):
        lines += airy + section.head.count("\n") + 1 + number + (0 < number < len(section.rows))
        lines += sum(row.count("\n") for row in section.rows[:number])
    return lines


def _looked(window: Window) -> str:
    return (
        f"No action is late or due by {day_words(window.month)}, no clock runs out by then, and no return, no "
        "evidence and no sign-off is outstanding."
    )


def _page(title: str, sections: Sequence[_Section], rows: Sequence[int], rest: str, *, airy: bool) -> str:
    """The page with so many rows of each section; `rest` is said where of one with rows none is shown."""
    lines = [title]
    for section, number in zip(sections, rows, strict=True):
        lines += [*([""] if airy else []), *_lines(section, number)]
    if any(section.rows and not number for section, number in zip(sections, rows, strict=True)):
        lines.append(rest)
    return "\n".join(lines)


def _lines(section: _Section, number: int) -> Iterator[str]:
    """The sentence and as many of its rows, then how many are left."""
    yield from section.head.split("\n")
    for row in section.rows[:number]:
        yield from row.split("\n")
    if number and (left := len(section.rows) - number):
        yield f"  and {left} more: {section.rest}"


def _late(found: Sequence[Waiting], window: Window, narrowed: Narrowing) -> _Section | None:
    late = _of(found, "action-late")
    if not late:
        return _Section("No action is late.") if _of(found, *_ACTIONS) else None
    return _Section(
        f"{_actions(late)} {_is(late)} late.", _by_whom(late, narrowed), narrowed.actions("--flag late")
    )


def _due(found: Sequence[Waiting], window: Window, narrowed: Narrowing) -> _Section | None:
    week, month, undated = (_of(found, kind) for kind in _DUE)
    if not (week or month or undated):
        return _Section("No action is due within a month.") if _of(found, *_ACTIONS) else None
    by_week, by_month = (
        f"within a week (by {day_words(window.week)})",
        f"within a month (by {day_words(window.month)})",
    )
    parts = [f"{_actions(week)} {_is(week)} due {by_week}" if week else f"nothing is due {by_week}"]
    if month:
        parts.append(
            f"{counted(len(month), 'action')} {_is(month)} due {'later, ' if week else ''}{by_month}"
        )
    if undated:
        parts.append(f"{counted(len(undated), 'action')} {'has' if len(undated) == 1 else 'have'} no date")
    until = f"--due-from {window.day} --due-to {window.month}"
    rest = narrowed.today() if undated else narrowed.actions("--state open", until)
    return _Section(_sentence(parts), _by_whom([*week, *month, *undated], narrowed), rest)


def _reviews(found: Sequence[Waiting], window: Window, narrowed: Narrowing) -> _Section | None:
    here = sorted(_of(found, "clock", "step"), key=lambda one: (one.days is None, one.days or 0))
    if not here:
        return None
    late = [one for one in here if one.late]
    undated = [one for one in here if one.days is None]
    coming = len(here) - len(late) - len(undated)
    parts = [f"{counted(len(late), 'clock or step', 'clocks and steps')} {_is(late)} late"] if late else []
    if coming:
        parts.append(f"{coming} {'runs' if coming == 1 else 'run'} out by {day_words(window.month)}")
    if undated:
        parts.append(f"{len(undated)} {'has' if len(undated) == 1 else 'have'} no day")
    return _Section(f"In reviews, {listed(parts)}.", [_review(one) for one in here], narrowed.reviews())


def _plans(found: Sequence[Waiting], window: Window, narrowed: Narrowing) -> _Section | None:
    here = _of(found, "plan-review")
    if not here:
        return None
    late = [one for one in here if one.late]
    parts = (
        [f"{counted(len(late), 'plan')} should have been reviewed for what {_it(late)} changed"]
        if late
        else []
    )
    if coming := len(here) - len(late):
        what = counted(coming, "plan") if not late else f"{coming} more"
        parts.append(f"{what} {'is' if coming == 1 else 'are'} to be by {day_words(window.month)}")
    sources = dict.fromkeys(cited(one.basis.source, one.basis.mark) for one in here if one.basis)
    head = f"{_sentence(parts)} [{'; '.join(sources)}, for plans of serious case reviews]"
    return _Section(head, _by_whom(here, narrowed), narrowed.today())


def _calendar(found: Sequence[Waiting], window: Window, narrowed: Narrowing) -> _Section | None:
    audits, papers, picks = _of(found, "audit"), _of(found, "papers"), _of(found, "picks")
    parts = [f"{counted(len(audits), 'audit')} {_is(audits)} to be held or revisited"] if audits else []
    if papers:
        parts.append(f"the papers of {counted(len(papers), 'meeting')} are to go out")
    if picks:
        parts.append(f"performance items are to be picked for {counted(len(picks), 'meeting')}")
    rows = [
        _row(one, f"{_upper(one.wanted)} ({one.on.name}): {one.title}") for one in [*papers, *picks, *audits]
    ]
    return _Section(_sentence(parts), rows, narrowed.today()) if parts else None


def _meetings(found: Sequence[Waiting], window: Window, narrowed: Narrowing) -> _Section | None:
    unknown, decisions = _of(found, "attendance"), _of(found, "decision")
    late = [one for one in decisions if one.late]
    parts = [f"{counted(len(late), 'decision')} of a meeting {_is(late)} late"] if late else []
    if coming := len(decisions) - len(late):
        what = counted(coming, "decision") if not late else f"{coming} more"
        parts.append(f"{what} {'is' if coming == 1 else 'are'} due by {day_words(window.month)}")
    if unknown:
        parts.append(f"nobody recorded who came to {counted(len(unknown), 'meeting')}")
    rows = [
        *_by_whom(decisions, narrowed),
        *(_row(one, f"{_upper(one.wanted)} ({one.on.name}): {one.title}") for one in unknown),
    ]
    return _Section(_sentence(parts), rows, narrowed.today()) if parts else None


def _registers(found: Sequence[Waiting], window: Window, narrowed: Narrowing) -> _Section | None:
    risks, challenged, heard = (_of(found, kind) for kind in _REGISTERS)
    parts = [f"{counted(len(risks), 'risk')} {_is(risks)} to be looked at"] if risks else []
    if challenged:
        number = len({one.id for one in challenged})
        parts.append(f"{counted(number, 'challenge')} {'waits' if number == 1 else 'wait'} for somebody")
    if heard:
        parts.append(f"those heard on {counted(len(heard), 'occasion')} do not know yet what came of it")
    rows = [
        _row(one, f"{_upper(one.wanted)} ({one.on.name}): {one.title}")
        for one in [*risks, *challenged, *heard]
    ]
    return _Section(_sentence(parts), rows, narrowed.today()) if parts else None


def _returns(found: Sequence[Waiting], window: Window, narrowed: Narrowing) -> _Section | None:
    here = _of(found, *_ASKED)
    parts = []
    for kind, (one, many) in _ASKED.items():
        if number := len(_of(here, kind)):
            parts.append(counted(number, one, many))
    rows = _by_whom(here, narrowed)
    return _Section(f"{_upper(listed(parts))} {_is(here)} missing.", rows, narrowed.today()) if here else None


def _evidence(found: Sequence[Waiting], window: Window, narrowed: Narrowing) -> _Section | None:
    here = _of(found, "evidence")
    verb = "is said to be done and waits" if len(here) == 1 else "are said to be done and wait"
    rest = narrowed.actions("--state completed")
    return (
        _Section(f"{_actions(here)} {verb} for evidence.", _by_whom(here, narrowed), rest) if here else None
    )


def _closing(found: Sequence[Waiting], window: Window, narrowed: Narrowing) -> _Section | None:
    evaluation, sign_off = _of(found, "evaluation"), _of(found, "sign-off")
    parts = []
    if evaluation:
        verb = "waits" if len(evaluation) == 1 else "wait"
        parts.append(
            f"{counted(len(evaluation), 'action')} with evidence {verb} for a look at the difference made"
        )
    if sign_off:
        verb = "waits" if len(sign_off) == 1 else "wait"
        parts.append(f"{counted(len(sign_off), 'evaluated action')} {verb} for sign-off")
    rows = [
        _row(one, f"{_upper(one.wanted)} ({one.on.name}): {one.title}") for one in [*evaluation, *sign_off]
    ]
    return (
        _Section(_sentence(parts), rows, narrowed.actions("--state evidenced --state evaluated"))
        if parts
        else None
    )


_REGISTERS: tuple[WaitingKind, ...] = ("risk", "challenge", "voice")
_DUE: tuple[WaitingKind, ...] = ("action-this-week", "action-this-month", "action-undated")
_ACTIONS: tuple[WaitingKind, ...] = ("action-late", *_DUE, "evidence", "evaluation", "sign-off")
_ASKED: dict[WaitingKind, tuple[str, str]] = {
    "report": ("report", "reports"),
    "return": ("return to an audit", "returns to audits"),
    "contribution": ("contribution to a review", "contributions to reviews"),
    "figure": ("figure of an indicator", "figures of indicators"),
    "commentary": ("commentary on a figure", "commentaries on figures"),
}
_NAMELESS: tuple[WaitingKind, ...] = ("report", "figure", "commentary")
"""What has no number by which people know it; its title says all."""
_SECTIONS: tuple[Callable[[Sequence[Waiting], Window, Narrowing], _Section | None], ...] = (
    _late, _due, _reviews, _plans, _calendar, _meetings, _registers, _returns, _evidence, _closing,
)  # fmt: skip


def _parties(found: Sequence[Waiting]) -> str:
    """On whom how much waits, the most first."""
    totals = Counter(one.on.name for one in found)
    late = Counter(one.on.name for one in found if one.late)
    names = [
        f"{name} {total}{f' ({late[name]} late)' if late[name] else ''}"
        for name, total in totals.most_common()
    ]
    more = [counted(len(names) - _PARTIES, "other")] if len(names) > _PARTIES else []
    return f"Waiting on: {', '.join([*names[:_PARTIES], *more])}."


def _of(found: Sequence[Waiting], *kinds: WaitingKind) -> list[Waiting]:
    return [one for one in found if one.kind in kinds]


def _by_whom(found: Sequence[Waiting], narrowed: Narrowing) -> list[str]:
    return [
        _row(one, f"{one.on.post if narrowed.to_agency and one.on.post else one.on.name}: {one.title}")
        for one in found
    ]


def _review(one: Waiting) -> str:
    row = _row(one, f"{one.title}: {one.wanted} ({one.on.name})")
    if not (one.basis and one.due):
        return row
    basis = f"[{cited(one.basis.source, one.basis.mark)}]"
    return f"{row}\n{' ' * max(4, min(_DEEP, say.width() - len(basis)))}{basis}"


def _row(one: Waiting, text: str) -> str:
    line = f"  {_when(one):<14}  {'' if one.kind in _NAMELESS else one.id:<15} {' '.join(text.split())}"
    most = say.width()
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _when(one: Waiting) -> str:
    if one.late:
        return f"{counted(one.late, 'day')} late"
    if one.due:
        return f"by {one.due.day} {_month(one.due)}"
    return f"since {_month(one.since)} {one.since.year}" if one.since else "no date"


def _month(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def _actions(found: Sequence[Waiting]) -> str:
    return counted(len(found), "action")


def _is(found: Sequence[Waiting]) -> str:
    return "is" if len(found) == 1 else "are"


def _it(found: Sequence[Waiting]) -> str:
    return "it" if len(found) == 1 else "they"


def _sentence(parts: Sequence[str]) -> str:
    return f"{_upper(listed(parts))}."


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
