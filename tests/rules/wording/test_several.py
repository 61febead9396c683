"""A second activity is found; two verbs with one object, a purpose and a clause are none."""

import pytest

from lif.rules.wording.several import activities_in, may_hold_several


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Review the protocol and train all practices in it.", ("and train",)),
        ("Evaluate the strategy and disseminate the findings.", ("and disseminate",)),
        ("Write the form, then send it out. Review it in May.", ("review",)),
        ("Streamline planning and promptly ensure that actions fit.", ("and ensure",)),
        ("Ensure that the analysis is done, and that courses are monitored.", ("and that",)),
        ("Develop and implement a strategy.", ("develop and implement",)),
        ("Review the training; then ensure that lessons are learnt.", ("ensure",)),
        ("Review the plan.\nPublish the report.", ("publish",)),
        ("1. Review the plan.\n2. Publish the report.", ("publish",)),
        ("- Agree a form\n- Train all staff", ("train",)),
        ("The Board should set its priorities. The report should show them.", ("should",)),
        ("Speed up the strategy that was agreed and then monitor its effect.", ("and monitor",)),
    ],
)
def test_several(text: str, found: tuple[str, ...]) -> None:
    assert activities_in(text) == found
    assert may_hold_several(["Ring the family.", text])


@pytest.mark.parametrize(
    "text",
    [
        "Review and strengthen the dataset.",
        "Ring the family, and then the health visitor or school.",
        "Invite parents and carers to the meeting.",
        "Develop links so that the Board can hear and act on what children say.",
        "Meet every month to review cases and agree next steps.",
        "Train health visitors and school nurses.",
        "Audit files with the police and report writers.",
        "Build an understanding, so that help comes early and that nobody waits.",
        "1. Review the plan.",
        "Meet all schools to\nreview the form.",
        "Training: deliver two half days.",
        "Ask front-line staff, e.g. present the form at a team meeting.",
        "Collect views on monitoring, analysis and challenge.",
        "Ask who lives in the home. This should include partners who visit.",
        "Ensure that the arrangements are lawful and that they are safe.",
        "Develop pathways in order to be heard and ensure influence.",
        "",
    ],
)
def test_one(text: str) -> None:
    assert activities_in(text) == ()


def test_what_surely_holds_one_is_not_looked_at_again() -> None:
    assert not may_hold_several(["Train health visitors and school nurses.", "Ring the family."])
