"""What the words and colours of a register mean, and which agency a post names."""

import pytest

from lif.exchange.register.definition import register
from lif.exchange.register.items import problems_of
from lif.exchange.register.meanings import AgencyFound, Meanings, Unknown

ACTIONS = register("actions")
NAMES = {"police": "police", "Saltmere Police": "police", "Health Trust": "health-trust"}
MEANINGS = Meanings(
    ACTIONS, NAMES, {"Parked": "open", "MASH": "police", "Team leader": "police", "#7030A0": "blue"}
)


@pytest.mark.parametrize(
    ("field", "text", "meaning"),
    [
        ("status", "Complete", ("completed", True)),
        ("status", "COMPLETED – awaiting evidence", ("completed", True)),
        ("status", "Not started", ("open", True)),
        ("status", "Not started yet, see note", ("open", False)),
        ("status", "parked", ("open", True)),
        ("status", "Parked until May", ("open", False)),
        ("status", "Yes", ("completed", True)),
        ("status", "Nonesuch", ("", False)),
        ("status", "TBC", ("none", False)),
        ("grade", "R", ("red", True)),
        ("grade", "Amber/Green", ("green", True)),
        ("grade", "Rather well", ("", False)),
    ],
)
def test_what_a_word_means(field: str, text: str, meaning: tuple[str, bool]) -> None:
    assert MEANINGS.word(ACTIONS.fields[field], text) == meaning


@pytest.mark.parametrize(
    ("rgb", "meaning"),
    [("FF0000", "red"), ("C00000", "red"), ("FFC000", "amber"), ("FFFF00", "amber"), ("00B050", "green"),
     ("92D050", "green"), ("0070C0", "blue"), ("DDEBF7", "blue"), ("7030A0", "blue"), ("FFFFFF", ""), ("D9D9D9", ""),
     ("000000", ""), ("FF00FF", "purple")],
)  # fmt: skip
def test_what_a_colour_means(rgb: str, meaning: str) -> None:
    assert MEANINGS.colour(rgb) == meaning


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police", AgencyFound(("police",))),
        ("police & Health Trust", AgencyFound(("police", "health-trust"))),
        ("Police, Fire", AgencyFound(unknown="Fire")),
        ("MASH", AgencyFound(("police",))),
        ("All", AgencyFound(unknown="All")),
        ("N/A", AgencyFound()),
    ],
)
def test_agencies_in_a_column_of_their_own(text: str, found: AgencyFound) -> None:
    assert MEANINGS.agencies(text) == found


@pytest.mark.parametrize(
    ("text", "ids", "role"),
    [
        ("Saltmere Police: Inspector", ("police",), "Inspector"),
        ("Police (Analyst)", ("police",), "Analyst"),
        ("Police – Head of Unit (acting)", ("police",), "Head of Unit (acting)"),
        ("Head of Safeguarding, Health Trust", ("health-trust",), "Head of Safeguarding, Health Trust"),
        ("Police, Health Trust", ("police", "health-trust"), ""),
        ("Police", ("police",), ""),
        ("Team leader", ("police",), "Team leader"),
        ("Inspector", (), "Inspector"),
    ],
)
def test_the_agency_that_a_post_names(text: str, ids: tuple[str, ...], role: str) -> None:
    found = MEANINGS.lead(text)
    assert (found.ids, found.role) == (ids, role)
    assert bool(found.unknown) is not bool(ids)


def test_a_board_without_agencies_is_told_how_to_add_them() -> None:
    choices = Meanings(ACTIONS, {}, {}).choices("agency")
    (problem,) = problems_of({("agency", "CSC"): Unknown("agency", "CSC", choices, ["F5"])})
    assert str(problem).startswith("F5: “CSC” is no agency of the Board, which has none yet.")
    assert problem.message.endswith('lif agency add police --name "…" --type police')


def test_a_word_for_a_state_is_known_wherever_it_stands() -> None:
    assert MEANINGS.known_word("Completed")
    assert not MEANINGS.known_word("12 May 2018")
