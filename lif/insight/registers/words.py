"""The registers in words: each entry of their logs, and where a risk, a challenge or an occasion stands."""

from lif.insight.registers.challenges import ChallengeStanding
from lif.insight.registers.risks import RiskStanding, score_of
from lif.insight.registers.voices import VoiceStanding
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, plain, sentence
from lif.records.board import BoardRecord
from lif.records.challenge import (
    Answered,
    ChallengeEntry,
    ChallengeNoted,
    ChallengeRaised,
    Escalated,
    Settled,
    Told,
)  # fmt: skip
from lif.records.risk import RiskClosed, RiskEntry, RiskNoted, RiskRaised, Score, Scored
from lif.records.voice import (
    Acted,
    FedBack,
    Listened,
    NotTold,
    VoiceClosed,
    VoiceEntry,
    VoiceNoted,
)  # fmt: skip

MOVEMENT_WORDS = {"up": "up", "down": "down", "same": "unchanged", "new": "new"}
OUTCOME_WORDS = {
    "changed": "changed",
    "partly-changed": "changed in part",
    "stands": "stands, with its reasons",
    "withdrawn": "challenged no longer",
}
STATE_WORDS = {"open": "waits for an answer", "answered": "answered, not settled", "settled": "settled"}
VOICE_WORDS = {
    "heard": "nothing done yet",
    "acted": "acted on, not yet told",
    "told": "told",
    "not-told": "not told, with the reason",
    "closed": "closed",
}
HEARD_WORDS = {
    "children": "children",
    "young-people": "young people",
    "parents-carers": "parents and carers",
    "front-line-staff": "front-line staff",
    "community": "the community",
    "others": "others",
}


def scored_words(score: Score | Scored | None) -> str:
    """`16 (likelihood 4, impact 4)`; "" for none."""
    if score is None:
        return ""
    return f"{score_of(score)} (likelihood {score.likelihood}, impact {score.impact})"


def risk_words(entry: RiskEntry, titles: Titles) -> str:
    """An entry of a risk's log, as a sentence."""
    match entry:
        case RiskRaised():
            words = f"Raised by {titles.who(entry.by)}."
        case Scored():
            again = f" Next review by {day_words(entry.next_review)}." if entry.next_review else ""
            words = f"Scored {scored_words(entry)} by {titles.who(entry.by)}: {sentence(entry.why)}{again}"
        case RiskNoted():
            return f"{titles.who(entry.by)}: {sentence(entry.note)}"
        case RiskClosed():
            words = f"Taken off the log: {sentence(entry.reason)}"
    return _noted(words, entry.note)


def risk_standing_words(one: RiskStanding) -> str:
    """`16, High, down from 20; next review by 16 May 2018`."""
    if one.closed:
        return f"off the log since {day_words(one.closed.date)}"
    if one.score is None or one.band is None:
        return f"not scored since it was raised on {day_words(one.log[0].date)}"
    words = f"{one.score}, {one.band.word}"
    if one.movement in ("up", "down"):
        words += f", {one.movement} from {score_of(one.scores[-2])}"
    elif one.movement == "same":
        words += ", unchanged"
    return f"{words}; {review_words(one)}"


def review_words(one: RiskStanding) -> str:
    """When an open risk is looked at again: `next review by 16 May 2018`, `review 12 days late`."""
    if one.review_due is None:
        return "no day for its review"
    if one.late:
        return f"review {counted(one.late, 'day')} late"
    return f"next review by {day_words(one.review_due)}"


def challenge_words(entry: ChallengeEntry, titles: Titles, profile: BoardRecord) -> str:
    """An entry of a challenge's log, as a sentence."""
    match entry:
        case ChallengeRaised():
            at = f" (stage: {stage_title(profile, entry.stage)})" if entry.stage else ""
            words = f"{sentence(f'Raised by {titles.who(entry.by)}{at}')}{_by(entry)}"
        case Escalated():
            up = f"Went up to the next stage ({stage_title(profile, entry.stage)})"
            words = f"{sentence(up)} {sentence(entry.reason)}{_by(entry)}"
        case Answered():
            words = f"{titles.who(entry.by)} answered: {sentence(entry.response)}"
        case Told():
            words = f"{titles.who(entry.to)} was told by {titles.who(entry.by)}."
        case ChallengeNoted():
            return f"{titles.who(entry.by)}: {sentence(entry.note)}"
        case Settled():
            words = f"Settled; what was challenged {_settled(entry)}: {sentence(entry.outcome)}"
    return _noted(words, entry.note)


def _settled(entry: Settled) -> str:
    return {
        "changed": "was changed", "partly-changed": "was changed in part", "stands": "stands",
        "withdrawn": "is challenged no longer",
    }[entry.result]  # fmt: skip


def _by(entry: ChallengeRaised | Escalated) -> str:
    return f" An answer is wanted by {day_words(entry.answer_by)}." if entry.answer_by else ""


def stage_title(profile: BoardRecord, stage: str) -> str:
    """A stage by the Board's title for it."""
    procedure = profile.settings.escalation
    titles = {one.id: one.title for one in procedure.stages} if procedure else {}
    return titles.get(stage, plain(stage))


def challenge_standing_words(one: ChallengeStanding) -> str:
    """`waits for an answer, due 24 August 2017, 3 days late`."""
    if one.settled:
        return f"settled on {day_words(one.settled.date)}: {OUTCOME_WORDS[one.settled.result]}"
    if one.answer:
        return f"was answered on {day_words(one.answer.date)}, and is not settled"
    due = f", due {day_words(one.due)}" if one.due else ", no day set"
    late = f", {counted(one.late, 'day')} late" if one.late else ""
    return f"waits for an answer{due}{late}"


def challenge_parties(one: ChallengeStanding, titles: Titles) -> str:
    """`Hospital Trust to Children's Services`."""
    challenged = listed(titles.who(name) for name in one.challenge.challenged) or "somebody not yet named"
    return f"{titles.who(one.challenge.challenger)} to {challenged}"


def voice_words(entry: VoiceEntry, titles: Titles) -> str:
    """An entry of the log of what was said, as a sentence."""
    match entry:
        case Listened():
            words = f"Heard by {titles.who(entry.by)}."
        case Acted():
            about = f" (about {listed(entry.messages)})" if entry.messages else ""
            words = f"Done{about}: {sentence(entry.done)}"
        case FedBack():
            words = f"Told by {titles.who(entry.by)}: {sentence(entry.how)}"
        case NotTold():
            words = f"Not told: {sentence(entry.reason)}"
        case VoiceNoted():
            return f"{titles.who(entry.by)}: {sentence(entry.note)}"
        case VoiceClosed():
            words = f"Closed: {sentence(entry.reason)}"
    return _noted(words, entry.note)


def voice_standing_words(one: VoiceStanding) -> str:
    """`acted on, not yet told (85 days since they were heard)`."""
    words = VOICE_WORDS[one.state]
    if one.state == "told" and one.told:
        return f"told on {day_words(one.told.date)}"
    if one.state == "not-told" and isinstance(one.told, NotTold):
        return f"not told: {one.told.reason.rstrip('.')}"
    if not one.waits:
        return words
    since = f"{counted(one.days, 'day')} since they were heard" if one.days else "heard today"
    return f"{words} ({since})"


def kind_title(profile: BoardRecord, kind: str) -> str:
    """A sort of occasion by the Board's title for it."""
    titles = {one.id: one.title for one in profile.voice_kinds}
    return titles.get(kind, plain(kind).capitalize())


def heard_words(one: VoiceStanding) -> str:
    """Who was heard and how many: `young people (11)`, `parents and carers (14 of 40 asked)`."""
    who = listed(HEARD_WORDS[name] for name in one.voice.heard)
    if one.voice.number is None:
        return f"{who} (not counted)"
    asked = f" of {one.voice.asked:,} asked" if one.voice.asked else ""
    return f"{who} ({one.voice.number:,}{asked})"


def _noted(words: str, note: str | None) -> str:
    return f"{words} {sentence(note)}" if note else words
