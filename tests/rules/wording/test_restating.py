"""An outcome that says what is done is told from one that says what is different for children."""

import pytest

from lif.rules.wording.restating import restates


@pytest.mark.parametrize(
    ("activity", "outcome"),
    [
        ("Train all health visitors in the neglect form.", "All health visitors have been trained in the neglect form."),
        ("Develop a neglect strategy.", "A neglect strategy is in place."),
        ("Review the bruising protocol.", "Bruising protocol reviewed"),
        ("Arrange support for bereaved children.", "Support is provided."),
        ("Deliver briefings on thresholds to schools.", "Schools received briefings on thresholds."),
        ("Ring the family.", "Completed."),
    ],
)  # fmt: skip
def test_again(activity: str, outcome: str) -> None:
    assert restates(activity, outcome)


@pytest.mark.parametrize(
    ("activity", "outcome"),
    [
        ("Train all health visitors in the neglect form.", "Neglect of a baby is acted on before the first birthday."),
        ("Review the bruising protocol.", "No baby with a bruise goes home on one person's judgement."),
        ("Observe one course in four.", "Training that does not change practice is stopped."),
        ("Place children near home.", "Placements last, and children keep their school."),
        ("Visit each child.", "Each child is visited by somebody the child knows and trusts."),
    ],
)  # fmt: skip
def test_something_else(activity: str, outcome: str) -> None:
    assert not restates(activity, outcome)
