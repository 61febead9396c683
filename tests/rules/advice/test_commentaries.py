"""A commentary is asked for the reason, and for more where the figure misses its target."""

from decimal import Decimal

from lif.records.indicator import Commentary, Indicator, Target, Value
from lif.rules.advice.commentaries import off_target, remarks_on_commentary
from lif.store.load import load
from tests.support import CHECKOUT


def indicator(text: str, polarity: str = "higher-is-better", target: float | None = 90) -> Indicator:
    known: Indicator = load(CHECKOUT).by_id["conferences-within-15-days"].record
    commentary = Commentary.model_validate(
        {"period": "2017-Q2", "date": "2017-11-08", "by": "iro-manager", "text": text}
    )
    aim = Target(value=target, basis="own-history") if target is not None else None
    return known.model_copy(update={"polarity": polarity, "target": aim, "commentary": [commentary]})


def figure(value: str | None, mark: str = "") -> list[Value]:
    number = Decimal(value) if value else None
    return [Value("2017-Q2", "E06999999", None, None, number, mark, 2)]


def codes_on(text: str, values: list[Value]) -> list[str]:
    return [code for _, code, _, _ in remarks_on_commentary(indicator(text), "conferences", 0, values)]


def test_off_its_target_it_is_asked_the_closing_questions_and_what_is_done() -> None:
    assert codes_on("Fewer in time than in spring.", figure("75")) == ["D580", "D584"]
    assert codes_on("Fewer in time than in spring.", figure("95")) == ["D573"]


def test_a_reason_a_doubt_and_a_plan_leave_nothing_to_ask() -> None:
    said = "Late because one chair had left, and perhaps because of the holidays. A new one starts on 4 September."
    assert codes_on(said, figure("75")) == []
    assert codes_on("Late because one chair had left.", figure("95")) == ["D574"]


def test_its_words_are_looked_at_too() -> None:
    assert codes_on("A significant fall, 9 of 10 (80%), perhaps because of the IROs.", figure("95")) == [
        "D581", "D582", "D587",
    ]  # fmt: skip


def test_which_way_is_better_decides_what_is_off_target() -> None:
    for polarity, value, off in (
        ("higher-is-better", "89.9", True), ("higher-is-better", "90", False), ("lower-is-better", "90.1", True),
        ("lower-is-better", "0", False), ("neither", "1", False),
    ):  # fmt: skip
        one = indicator("x", polarity)
        assert off_target(one, one.commentary[0], figure(value)) is off, (polarity, value)


def test_a_suppressed_figure_and_one_without_a_target_are_off_nothing() -> None:
    one = indicator("x")
    assert not off_target(one, one.commentary[0], figure(None, "c"))
    assert not off_target(one, one.commentary[0], [])
    free = indicator("x", target=None)
    assert not off_target(free, free.commentary[0], figure("1"))
