"""What is before a meeting: the performance items that people pick for discussion, and take off again."""

from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, sentence
from lif.operations.figures.importing import find_indicator
from lif.records.meeting import Meeting
from lif.rules.lookup import find_record
from lif.store.board import Board
from lif.store.change import Change, edit_record, field_order, without
from lif.store.errors import NothingFound, Refusal
from lif.store.yaml_edit import Append


def pick_item(board: Board, meeting_id: str, name: str, reason: str, by: str) -> Change:
    """An indicator is picked for discussion at a meeting. Says how many are picked by then, and how many are usual.

    Raises NothingFound for a meeting or an indicator that does not exist, Refusal for one that is picked already.
    """
    loaded = find_record(board, meeting_id, "meeting")
    meeting: Meeting = loaded.record
    indicator = find_indicator(board, name)
    if any(item.indicator == name for item in meeting.picked):
        raise Refusal(
            f"{meeting_id}: {name} is picked already, with its reason.",
            f"To take it off: lif meeting unpick {meeting_id} {name}. To change the reason: lif edit {meeting_id}",
        )
    item = {"indicator": name, "reason": reason, "by": by}
    data = edit_record(board, loaded, [Append(("picked",), item, field_order(loaded.kind))])
    group = board.profile.groups.get(meeting.group)
    picked = counted(len(meeting.picked) + 1, "item is picked", "items are picked")
    usual = f"; {group.performance_items} usual" if group and group.performance_items else ""
    where = f"{Titles(board).group(meeting.group)}, {day_words(meeting.date)}"
    words = f"{meeting_id} ({where}): {indicator.record.title} is picked for discussion. {picked}{usual}."
    return Change({loaded.file: data}, words, (meeting_id,))


def unpick_item(board: Board, meeting_id: str, name: str) -> Change:
    """An indicator is no longer picked for discussion at a meeting.

    Raises NothingFound for a meeting that does not exist, and for an indicator that is not picked for it.
    """
    loaded = find_record(board, meeting_id, "meeting")
    meeting: Meeting = loaded.record
    picked = [item.indicator for item in meeting.picked]
    if name not in picked:
        there = f"Picked are: {', '.join(picked)}." if picked else "Nothing is picked for it."
        raise NothingFound(f"{meeting_id}: {name} is not picked for discussion.", there)
    data = without(board, loaded, "picked", picked.index(name))
    left = counted(len(picked) - 1, "item is picked", "items are picked")
    words = f"{meeting_id}: {name} is no longer picked for discussion. {sentence(left)}"
    return Change({loaded.file: data}, words, (meeting_id,))
