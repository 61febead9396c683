"""Abbreviations are found unless they are explained, known to everybody, or may stand for a name."""

import pytest

from lif.rules.wording.abbreviations import unexplained


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The LADO met two IROs.", ("LADO", "IRO")),
        ("The Independent Reviewing Officer (IRO) wrote. The IRO called again.", ()),
        ("MASH (the joint front door) opened.", ()),
        ("The number of CIN and of LAs", ("CIN", "LA")),
        ("NHS, GPs, A&E and IT", ()),
        ("CiN and CYPs", ("CiN", "CYP")),
        ("KJ was seen by TB.", ()),
        ("Part II of CR-2017-001 on 2017-Q3", ()),
        ("THE WHOLE TEXT IS TYPED IN CAPITALS BY THE POLICE", ()),
        ("", ()),
    ],
)
def test_what_is_not_explained(text: str, found: tuple[str, ...]) -> None:
    assert unexplained(text) == found
