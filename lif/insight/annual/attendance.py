"""Who came to the meetings of a year."""

from collections.abc import Iterator

from lif.insight.annual.part import Look, Part
from lif.insight.meetings.attendance import AgencyAttendance, attendance_rates
from lif.insight.wording import counted, day_words, listed, sentence

_WIDTHS = (30, 10, 10, 14, 12, 10, 14)


def attendance_parts(look: Look) -> Iterator[Part]:
    """How often each agency came, itself or by a deputy; meetings of which nobody recorded it are named."""
    rates = attendance_rates(look.board, look.first, look.day)
    if not rates.meetings:
        yield Part("Agency by agency", (look.of_all("Of no meeting of the year is it recorded who came."),))
        return
    which = listed(one.id for one in rates.meetings)
    groups = listed(dict.fromkeys(look.titles.group(one.group) for one in rates.meetings))
    text = [
        look.of_all(
            sentence(
                f"{counted(len(rates.meetings), 'meeting')} with attendance recorded ({which}): {groups}"
            )
        )
    ]
    if rates.without:
        names = listed(f"{one.id} ({day_words(one.date)})" for one in rates.without)
        text.append(sentence(f"It is not recorded who came to {names}"))
    head = ("Agency", "Came", "of", "By a deputy", "Apologies", "Absent", "Not recorded")
    rows = tuple(_row(look, one) for one in rates.agencies)
    yield Part("Agency by agency", tuple(text), (), head, rows, _WIDTHS)


def _row(look: Look, one: AgencyAttendance) -> tuple[str, ...]:
    counts = (one.attended, one.of, one.times("deputy"), one.times("apologies"), one.times("absent"))
    return look.titles.agency(one.agency), *map(str, counts), str(one.times("not-recorded") or "")
