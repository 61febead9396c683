"""Advice on the commentary of an indicator: the story behind one figure."""

from collections.abc import Iterable, Iterator

from lif.records.indicator import Commentary, Indicator, Value
from lif.rules.advice.missing import CLOSING_QUESTIONS, gives_reason, proposal_in
from lif.rules.advice.narrative import Narrative, Remark
from lif.rules.advice.written import written_remarks
from lif.rules.wording.cues import mentions


def remarks_on_commentary(
    indicator: Indicator, name: str, position: int, values: Iterable[Value]
) -> list[Remark]:
    """What a reader would ask of one commentary, and what is hard to read in it, in order of their codes.

    `values` are those of the Board's own area. The figure, its target and its comparison stand beside a commentary
    wherever it is printed, so it need not say them again.
    """
    commentary = indicator.commentary[position]
    path = ("commentary", position, "text")
    about = f"The commentary on {name} for {commentary.period}"
    narrative = Narrative(about, ((path, commentary.text),), path)
    found = [*written_remarks(narrative), *_missing(narrative, off_target(indicator, commentary, values))]
    return sorted(found, key=lambda remark: remark[1])


def off_target(indicator: Indicator, commentary: Commentary, values: Iterable[Value]) -> bool:
    """Whether the figure that a commentary is about misses the indicator's target; False where it has none."""
    target = indicator.target
    figure = next((one.value for one in values if one.period == commentary.period), None)
    if target is None or figure is None:
        return False
    match indicator.polarity:
        case "lower-is-better":
            return float(figure) > target.value
        case "higher-is-better":
            return float(figure) < target.value
        case _:
            return False


def _missing(narrative: Narrative, off: bool) -> Iterator[Remark]:
    name, text, main = narrative.name, narrative.text, narrative.main
    if not gives_reason(text):
        if off:
            yield (
                main,
                "D584",
                f"{name} gives no reason, and the figure is off its target.",
                f"Ask: {CLOSING_QUESTIONS}?",
            )
        else:
            hint = "Say why, or that it is not known and who will find out."
            yield main, "D573", f"{name} says what happened, and not why.", hint
    elif not mentions("doubt", text):
        hint = "Ask what else could explain it, and what would make us see only this."
        yield main, "D574", f"{name} gives one explanation and no other.", hint
    if off and not proposal_in(text):
        message = f"{name} does not say what will be done, and the figure is off its target."
        yield main, "D580", message, "So what? Say who will do what, by when."
