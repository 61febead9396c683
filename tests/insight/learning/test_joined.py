"""A theme from every side: who says what, whether they agree, and who says nothing."""

from pathlib import Path
from typing import Any

from lif.insight.learning.joined import Joined, Side, agreement, joined, joined_theme, result_words, silence
from lif.rules.check import check
from lif.store.load import load
from tests.insight.samples import board_of, day
from tests.support import CHECKOUT, Records, tiny_records

DAY = day("2018-03-01")


def side_of(one: Joined, name: str) -> Side:
    return next(side for side in one.sides if side.name == name)


def voice(**fields: Any) -> dict[str, Any]:
    return {
        "schema_version": 1, "id": "VO-2017-001", "kind": "visit", "title": "A visit", "heard": ["children"],
        "who": "Four children", "how": "A visit", "listeners": ["business-manager"], "themes": ["neglect"],
        "messages": [{"id": "M1", "text": "Nobody asked"}],
        "log": [{"date": "2017-11-02", "by": "business-manager", "entry": "heard"}],
    } | fields  # fmt: skip


def theme_in(folder: Path, records: Records, name: str = "neglect", on: str = "2018-03-01") -> Joined:
    return joined_theme(board_of(folder, records), name, day(on))


def test_the_sample_board_shows_a_theme_from_most_sides_and_that_they_disagree() -> None:
    one = joined_theme(load(CHECKOUT), "voice-of-the-child", DAY)
    speaking = [side.name for side in one.speaking]
    assert speaking[:6] == ["figures", "audits", "reviews", "learning", "voice", "training"]
    assert not set(speaking) & {side.name for side in one.silent}
    assert agreement(one) == (
        "Not all that was seen says the same of whether things got better. "
        "Figures: worse; audits: improved; learning: improved."
    )
    [figure] = side_of(one, "figures").lines
    assert "71.0%" in figure.text
    assert figure.result == "worse"
    assert "57 people" in " ".join(line.text for line in side_of(one, "training").lines)


def test_a_theme_of_which_nobody_speaks_names_what_would_change_that(tmp_path: Path) -> None:
    one = theme_in(tmp_path, tiny_records(), "weather")
    assert one.standing is None
    assert one.speaking == []
    assert {side.name for side in one.silent} == {
        "figures", "audits", "reviews", "learning", "voice", "training", "agencies",
    }  # fmt: skip
    assert side_of(one, "voice").mend == "lif voice new --theme weather"
    assert side_of(one, "registers").missing == ""
    assert silence(one).startswith("0 of 7 sides speak of it; nothing from: figures, audits")
    assert agreement(one) == "No side says yet whether things got better."


def test_figures_belong_to_the_themes_that_their_indicator_names(tmp_path: Path) -> None:
    records = tiny_records()
    records["indicator", "repeat-plans"]["themes"] = ["neglect"]
    one = theme_in(tmp_path, records)
    [line] = side_of(one, "figures").lines
    assert line.id == "repeat-plans"
    assert line.result is None  # one figure tells nothing of better or worse
    assert side_of(theme_in(tmp_path / "other", records, "weather"), "figures").lines == ()


def test_an_unlisted_theme_of_an_indicator_is_a_warning(tmp_path: Path) -> None:
    records = tiny_records()
    records["board", "board"]["themes"] = [{"id": "neglect", "title": "Neglect"}]
    records["indicator", "repeat-plans"]["themes"] = ["negelct"]
    found = check(board_of(tmp_path, records))
    assert "repeat-plans" in [one.record for one in found if one.code == "D495"]


def test_what_comes_after_the_day_is_not_said(tmp_path: Path) -> None:
    records = tiny_records()
    records["voice", "VO-2017-001"] = voice()
    assert side_of(theme_in(tmp_path, records), "voice").lines[0].text.startswith("A visit. Nobody asked.")
    assert side_of(theme_in(tmp_path / "before", records, on="2017-11-01"), "voice").lines == ()


def test_another_name_of_a_theme_counts_to_it(tmp_path: Path) -> None:
    records = tiny_records()
    records["board", "board"]["themes"] = [{"id": "neglect", "title": "Neglect", "also": ["poor-care"]}]
    records["voice", "VO-2017-001"] = voice(themes=["poor-care"])
    one = theme_in(tmp_path, records)
    assert one.title == "Neglect"
    assert len(side_of(one, "voice").lines) == 1
    assert "poor-care" not in [each.id for each in joined(board_of(tmp_path, records), DAY)]


def test_training_is_the_training_by_which_lessons_spread(tmp_path: Path) -> None:
    records = tiny_records()
    [identified, *_] = records["learning", "LL-2017-001"]["log"]
    spread = {"by": "business-manager", "entry": "spread", "date": "2017-10-02", "to": "school nurses"}
    records["learning", "LL-2017-001"] |= {
        "themes": ["neglect"],
        "log": [
            identified,
            {**spread, "channel": "board-training", "reached": 0},
            {**spread, "channel": "single-agency-training"},
            {**spread, "channel": "briefing-or-campaign", "reached": 9},
        ],
    }
    lines = side_of(theme_in(tmp_path, records), "training").lines
    assert sorted(line.text.rpartition("; ")[2] for line in lines) == ["no people.", "not counted."]


def test_themes_of_which_most_sides_speak_come_first() -> None:
    found = joined(load(CHECKOUT), DAY)
    counts = [len(one.speaking) for one in found]
    assert counts == sorted(counts, reverse=True)
    assert len({one.id for one in found}) == len(found)


def test_a_side_tells_its_worst_and_how_often_it_says_better() -> None:
    one = joined_theme(load(CHECKOUT), "neglect", DAY)
    assert result_words(side_of(one, "learning")) == "no better, but 1 of 3 improved"
    assert "Audits: no better; learning: no better, but 1 of 3 improved." in agreement(one)


def test_findings_that_taught_a_lesson_of_the_theme_are_told() -> None:
    one = joined_theme(load(CHECKOUT), "neglect", DAY)
    texts = [line.text for name in ("audits", "reviews") for line in side_of(one, name).lines]
    assert all(text.count(". ") >= 1 for text in texts[:2]), texts
