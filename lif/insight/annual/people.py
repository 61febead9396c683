"""What people said in a year, and who came to the meetings."""

from collections.abc import Iterator

from lif.insight.annual.part import Look, Part
from lif.insight.registers.voices import VoiceStanding, voices
from lif.insight.registers.words import heard_words, kind_title, voice_standing_words
from lif.insight.wording import counted, day_short, sentence


def voice_parts(look: Look) -> Iterator[Part]:
    """Everybody who was heard in the year: what they said, what was done, and whether they know."""
    found = sorted(
        (one for one in voices(look.board, look.day) if look.within(one.heard)), key=lambda one: one.heard
    )
    if not found:
        yield Part("Who was heard", (look.of_all("Nobody is recorded as heard in the year."),))
        return
    number = sum(one.voice.number or 0 for one in found)
    uncounted = sum(one.voice.number is None for one in found)
    waits = sum(one.waits for one in found)
    text = f"{counted(len(found), 'occasion')}; {number:,} people were counted"
    text += f", and on {counted(uncounted, 'occasion')} nobody counted" if uncounted else ""
    head = ("Heard", "Occasion", "Who", "What came of it")
    rows = tuple(_occasion(look, one) for one in found)
    told = (
        f"Of {counted(waits, 'occasion')} those who were heard do not know yet what came of it."
        if waits
        else ""
    )
    yield Part(
        "Who was heard", (look.of_all(f"{sentence(text)} {told}".rstrip()),), (), head, rows, (12, 30, 28, 30)
    )
    for one in found:
        if points := tuple(_messages(one)):
            yield Part(f"{one.voice.id}: {one.voice.title}", (), points, minor=True)


def _occasion(look: Look, one: VoiceStanding) -> tuple[str, ...]:
    kind = kind_title(look.board.profile, one.voice.kind)
    return day_short(one.heard), f"{kind} ({one.voice.id})", heard_words(one), voice_standing_words(one)


def _messages(one: VoiceStanding) -> Iterator[str]:
    for message in one.messages:
        done = " ".join(sentence(entry.done) for entry in one.answers(message))
        yield f"They said: {sentence(message.text)} Done: {done or 'nothing is recorded.'}"
