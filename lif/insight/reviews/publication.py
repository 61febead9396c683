"""How far a review has come to being published: the checklist for anonymity, the clearing, and their words."""

from collections.abc import Sequence

from lif.insight.wording import counted, day_words, listed, sentence
from lif.records.publication import AnonymityAnswer, AnonymityChecked, Cleared, Deposited, Published
from lif.records.review_log import ReviewEntry
from lif.statute.anonymity import anonymity_checks


def answers_in(log: Sequence[ReviewEntry]) -> dict[str, AnonymityAnswer]:
    """The last answer to each question of the checklist."""
    return {one.check: one for entry in log if isinstance(entry, AnonymityChecked) for one in entry.checks}


def open_checks(log: Sequence[ReviewEntry]) -> list[str]:
    """The questions that nobody has answered yet, or whose answer is that it is not safe."""
    answers = answers_in(log)
    return [name for name in anonymity_checks() if name not in answers or answers[name].answer == "not-safe"]


def clearing(log: Sequence[ReviewEntry]) -> Cleared | None:
    """The entry by which the report was cleared; None where something was found not to be safe after it."""
    found: Cleared | None = None
    for entry in log:
        if isinstance(entry, Cleared):
            found = entry
        elif isinstance(entry, AnonymityChecked) and any(one.answer == "not-safe" for one in entry.checks):
            found = None
    return found


def publication_words(entry: AnonymityChecked | Cleared | Published | Deposited, by: str) -> str:
    """An entry of the way to publication as a sentence."""
    match entry:
        case AnonymityChecked():
            words = f"Anonymity: {counted(len(entry.checks), 'question')} of the checklist answered ({by})."
            unsafe = [anonymity_checks()[one.check].title for one in entry.checks if one.answer == "not-safe"]
            if unsafe:
                words += f" Not safe yet: {listed(unsafe)}."
        case Cleared():
            words = f"Cleared for publication ({by})."
            if entry.report:
                words += " The file of the report was looked through for identifiers, which is no proof."
        case Published():
            words = f"Published: {sentence(entry.where)}" if entry.where else "Published."
            if entry.until:
                words += f" It stays there until {day_words(entry.until)}."
            if entry.uncleared:
                words += f" It had not been cleared: {sentence(entry.uncleared)}"
        case Deposited():
            words = f"Deposited: {sentence(entry.repository)}"
    return words
