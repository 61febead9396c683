"""Who decides on a review."""

from datetime import date
from typing import Any, get_args

import pytest

from lif.records.review import Review
from lif.records.review_log import Decided, ReviewType
from lif.statute.deciding import accepted_roles, deciding, deciding_roles, not_deciding
from lif.statute.regimes import regimes

EVERY = ("independent-chair", "safeguarding-partners", "lead-safeguarding-partners")


def review(*log: dict[str, Any], **fields: Any) -> Review:
    referred = {"entry": "referred", "date": "2017-01-17", "by": "police", "source": "partner-agency"}
    value = {"schema_version": 1, "id": "CR-2017-001", "type": "undecided", "title": "Child A", **fields}
    return Review.model_validate({**value, "log": [referred, *log]})


def decided(by: str, decision: str = "review") -> dict[str, Any]:
    return {"entry": "decided", "date": "2017-02-01", "by": by, "decision": decision, "reasons": "x"}


def test_what_stands_in_the_file_fits_the_records() -> None:
    types = set(get_args(ReviewType)) - {"inspection", "undecided"}
    assert set(deciding().types) == types
    methods = {name for one in deciding().types.values() for name in one.methods}
    assert methods == set(get_args(get_args(Decided.model_fields["method"].annotation)[0]))
    assert {one.data.decided_by for one in regimes()} == set(EVERY)


@pytest.mark.parametrize(
    ("fields", "roles"),
    [
        ({"regime": "wt2015"}, EVERY[:1]),
        ({"regime": "wt2018"}, EVERY[1:2]),
        ({"regime": "wt2023"}, EVERY[2:]),
        ({"regime": "wt9999"}, ()),
        ({}, EVERY[:1]),
        ({"aware": "2020-11-01"}, EVERY[1:2]),
        ({"aware": "2019-01-01"}, EVERY[:2]),
        ({"aware": "2009-01-01"}, EVERY[:1]),
    ],
)
def test_the_role_of_the_regime_decides(fields: dict[str, Any], roles: tuple[str, ...]) -> None:
    assert deciding_roles(review(**fields)) == roles


def test_the_switch_date_of_the_board_tells_who_decides() -> None:
    made = review(aware="2019-01-01")
    assert deciding_roles(made, date(2019, 9, 29)) == EVERY[:1]
    assert deciding_roles(made, date(2018, 9, 29)) == EVERY[1:2]


def test_in_a_record_without_a_regime_whoever_decides_in_any_will_do() -> None:
    assert accepted_roles(review()) == EVERY
    assert accepted_roles(review(regime="wt9999")) == EVERY
    assert accepted_roles(review(regime="wt2018")) == EVERY[1:2]


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        (decided("independent-chair"), ()),
        (decided("business-manager"), ("business-manager",)),
        (decided("strategic-board"), ()),
        (decided("strategic-board", "no-review"), ("strategic-board",)),
        (decided("safeguarding-partners"), ("safeguarding-partners",)),
    ],
)
def test_who_is_recorded_without_deciding(entry: dict[str, Any], wrong: tuple[str, ...]) -> None:
    assert not_deciding(review(entry, entry, regime="wt2015")) == wrong
