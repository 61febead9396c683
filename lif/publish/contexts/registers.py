"""The Board's registers in a pack: risks with their heat map, challenges and escalations, and what people said."""

from collections.abc import Sequence
from datetime import date

from lif.insight.registers.challenges import ChallengeStanding, challenges
from lif.insight.registers.risks import (
    RiskStanding,
    band_of,
    bands_of,
    heat_map,
    risks,
    score_of,
)
from lif.insight.registers.voices import VoiceStanding, voices
from lif.insight.registers.words import (
    MOVEMENT_WORDS,
    challenge_parties,
    challenge_standing_words,
    heard_words,
    kind_title,
    review_words,
    stage_title,
    voice_standing_words,
)
from lif.insight.titles import Titles
from lif.insight.wording import counted, listed, sentence
from lif.publish.charts.heat import HeatCell, describe_heat_chart, heat_chart
from lif.publish.contexts.names import Context
from lif.publish.meta import Image
from lif.records.board import RiskBand
from lif.store.board import Board

_COLOURS = ("grey", "green", "amber", "red")
_HEAT = "heat-map.svg"
_RECENT = 365
"""Days. What was settled or told longer ago is counted and not told again."""


def risks_context(board: Board, since: date | None, day: date) -> tuple[Context, dict[str, Image]]:
    """The open risks, the highest first, with what came off the log since the last meeting; and the heat map."""
    titles, bands = Titles(board), bands_of(board.profile.settings)
    found = risks(board, day)
    opened = [one for one in found if not one.closed]
    gone = [one for one in found if one.closed and (since is None or one.closed.date > since)]
    shown, images = _heat(opened, bands)
    return {
        "total": len(found),
        "counts": _risk_counts(opened),
        "chart": shown,
        "key": [_key(number, band, bands) for number, band in enumerate(bands)],
        "rows": [_risk(one, titles, bands) for one in opened],
        "gone": [
            {"id": one.risk.id, "title": one.risk.title, "date": one.closed.date, "why": sentence(one.closed.reason)}
            for one in gone
            if one.closed
        ],
    }, images  # fmt: skip


def _risk_counts(opened: list[RiskStanding]) -> str:
    moved = [f"{sum(one.movement == way for one in opened)} {words}"
             for way, words in (("up", "went up"), ("down", "came down"), ("new", "new"))
             if any(one.movement == way for one in opened)]  # fmt: skip
    verb = "is" if len(opened) == 1 else "are"
    said = f"{counted(len(opened), 'risk')} {verb} open" + (f": {listed(moved)}" if moved else "")
    late = sum(one.late > 0 for one in opened)
    return sentence(said) + (
        f" {counted(late, 'risk')} should have been looked at again by now." if late else ""
    )


def _heat(opened: list[RiskStanding], bands: Sequence[RiskBand]) -> tuple[Context | None, dict[str, Image]]:
    """What a template needs to show the heat map, and the map; nothing where no risk was scored."""
    if not any(one.score for one in opened):
        return None, {}
    cells = {}
    for (likelihood, impact), held in heat_map(opened).items():
        score = likelihood * impact
        band = band_of(score, bands)
        level = bands.index(band) / max(1, len(bands) - 1)
        cells[likelihood, impact] = HeatCell(score, band.word, level, [one.risk.id for one in held])
    words = describe_heat_chart(cells)
    title = "Open risks by likelihood and impact"
    return {"name": _HEAT, "alternative": words, "title": title}, {
        _HEAT: Image(heat_chart(cells, title), words)
    }


def _key(number: int, band: RiskBand, bands: Sequence[RiskBand]) -> Context:
    highest = bands[number + 1].lowest - 1 if number + 1 < len(bands) else 25
    scores = f"{band.lowest} to {highest}" if highest > band.lowest else str(band.lowest)
    return {
        "word": band.word,
        "colour": _colour(band, bands),
        "scores": scores,
        "meaning": band.meaning or "",
    }


def _colour(band: RiskBand, bands: Sequence[RiskBand]) -> str:
    return _COLOURS[round(bands.index(band) / max(1, len(bands) - 1) * (len(_COLOURS) - 1))]


def _risk(one: RiskStanding, titles: Titles, bands: Sequence[RiskBand]) -> Context:
    risk = one.risk
    before = score_of(one.scores[-2]) if len(one.scores) > 1 else None
    moved = MOVEMENT_WORDS[one.movement] if one.movement else ""
    return {
        "id": risk.id,
        "title": risk.title,
        "score": one.score,
        "band": one.band.word if one.band else "",
        "colour": _colour(one.band, bands) if one.band else "grey",
        "moved": f"{moved} from {before}" if one.movement in ("up", "down") else moved,
        "inherent": score_of(risk.inherent) if risk.inherent else None,
        "target": score_of(risk.target) if risk.target else None,
        "owner": titles.who(risk.owner),
        "why": sentence(one.current.why) if one.current else "",
        "review": sentence(review_words(one)),
        "late": one.late > 0,
    }


def challenges_context(board: Board, since: date | None, day: date) -> Context:
    """Challenges that are not settled, and those that were settled since the last meeting."""
    titles = Titles(board)
    found = challenges(board, day)
    going = [one for one in found if not one.settled]
    done = [one for one in found if one.settled and (since is None or one.settled.date > since)]
    year = [one for one in found if one.settled and (day - one.settled.date).days <= _RECENT]
    changed = sum(
        one.settled is not None and one.settled.result in ("changed", "partly-changed") for one in year
    )
    return {
        "total": len(found),
        "late": sum(one.late > 0 for one in going),
        "open": [_challenge(board, one, titles) for one in going],
        "settled": [_challenge(board, one, titles) for one in done],
        "year": len(year),
        "changed": changed,
    }


def _challenge(board: Board, one: ChallengeStanding, titles: Titles) -> Context:
    challenge = one.challenge
    return {
        "id": challenge.id,
        "title": challenge.title,
        "kind": challenge.kind.capitalize(),
        "parties": challenge_parties(one, titles),
        "stage": stage_title(board.profile, one.stage_id) if one.stage_id else "",
        "stands": sentence(challenge_standing_words(one)),
        "late": one.late > 0,
        "to_tell": titles.who(one.to_tell) if one.to_tell else "",
        "outcome": sentence(one.settled.outcome) if one.settled else "",
        "days": one.days,
    }


def voices_context(board: Board, day: date) -> Context:
    """What people said in the last year, beside what was done; those who do not know what came of it first."""
    found = [one for one in voices(board, day) if one.waits or one.days <= _RECENT]
    people = [one.voice.number for one in found if one.voice.number is not None]
    return {
        "total": len(found),
        "people": sum(people),
        "uncounted": len(found) - len(people),
        "waiting": sum(one.waits for one in found),
        "rows": [_voice(board, one) for one in found],
    }


def _voice(board: Board, one: VoiceStanding) -> Context:
    return {
        "id": one.voice.id,
        "title": one.voice.title,
        "kind": kind_title(board.profile, one.voice.kind),
        "heard": heard_words(one),
        "date": one.heard,
        "waits": one.waits,
        "stands": sentence(voice_standing_words(one)),
        "messages": [
            {"text": message.text, "done": [sentence(entry.done) for entry in one.answers(message)]}
            for message in one.messages
        ],
    }
