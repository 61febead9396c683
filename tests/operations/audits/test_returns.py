"""Forms out and back: what an agency answers is taken as it says, and what cannot be understood is named."""

import io
import itertools
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from lif.exchange.audit_document import write_document
from lif.exchange.audit_form import Mark
from lif.exchange.audit_return import read_form
from lif.exchange.audit_workbook import write_workbook
from lif.operations.audits.forms import audit_with_instrument, back_by_plan, cases_of, check_mark, form_of
from lif.operations.audits.moderation import Moderating, moderate
from lif.operations.audits.returns import FormsCollected, ReadForm, collect
from lif.operations.carry_out import carry_out
from lif.records.audit import Audit
from lif.records.instrument import Instrument
from lif.records.returns import return_file
from lif.rules.check import check
from lif.store.errors import Refusal
from lif.store.load import load
from tests.filling import Said, fill_document, fill_workbook
from tests.support import path_of, replace_text, tiny_records, write_board

AUDIT = "AU-2017-001"
SENT, BACK, TODAY = date(2017, 3, 1), date(2017, 4, 12), date(2018, 3, 1)
CASES = ("Case 1", "Case 2")
GOOD: Said = {
    ("Case 1", "1.1"): ("Met", "=Visit log", ""),
    ("Case 1", "1.2"): ("Partly met", "", "Only once"),
    ("Case 1", "1.10"): ("Not applicable", "", "A baby"),
    ("Case 1", "worked-well"): ("", "", "The midwife came back."),
    ("Case 2", "1.1"): ("met", "Visit log", ""),
    ("Case 2", "1.2"): ("MET", "", ""),
    ("Case 2", "1.10"): ("not-met", "", ""),
}


def form(root: Path, agency: str = "police", kind: str = "xlsx") -> bytes:
    board = load(root)
    loaded, instrument = audit_with_instrument(board, AUDIT)
    head, mark = form_of(board, loaded, agency, SENT)
    write = write_workbook if kind == "xlsx" else write_document
    return write(head, instrument, mark, CASES)


def read(root: Path, path: Path) -> ReadForm:
    loaded, instrument = audit_with_instrument(load(root), AUDIT)

    def instrument_of(mark: Mark) -> Instrument:
        check_mark(loaded, instrument, mark, path.name)
        return instrument

    try:
        return ReadForm(str(path), read_form(path, instrument_of))
    except Refusal as refusal:
        return ReadForm(str(path), None, refusal.message)


def back(root: Path, name: str, data: bytes) -> ReadForm:
    path = root / name
    path.write_bytes(data)
    return read(root, path)


def take(root: Path, *forms: ReadForm, partial: bool = False, day: date = BACK) -> FormsCollected:
    made: list[FormsCollected] = []

    def make(board: object) -> FormsCollected:
        made.append(collect(load(root), AUDIT, forms, day, TODAY, partial=partial))
        return made[0]

    carry_out(root, make)
    return made[0]


def rows(root: Path, agency: str = "police") -> list[tuple[str, ...]]:
    found = load(root).returns[AUDIT][agency]
    return [(one.case, one.item, one.self_grade, one.moderated, one.evidence, one.comment) for one in found]


EXPECTED = [
    ("Case 1", "1.1", "met", "", "=Visit log", ""),
    ("Case 1", "1.2", "partly-met", "", "", "Only once"),
    ("Case 1", "1.10", "na", "", "", "A baby"),
    ("Case 1", "worked-well", "", "", "", "The midwife came back."),
    ("Case 2", "1.1", "met", "", "Visit log", ""),
    ("Case 2", "1.2", "met", "", "", ""),
    ("Case 2", "1.10", "not-met", "", "", ""),
]


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_form_that_comes_back_empty_is_no_return(tiny_board: Path, kind: str) -> None:
    one = back(tiny_board, f"back.{kind}", form(tiny_board, kind=kind))
    assert (one.form, one.refusal) == (None, f"back.{kind}: nothing is filled in.")
    assert take(tiny_board, one).files == {}


@pytest.mark.parametrize(
    ("kind", "planned", "day", "back_by"),
    [
        ("section-11", {"due": "2017-06-30"}, date(2017, 6, 30), date(2017, 6, 30)),
        ("section-175", {"period": "2017-Q2"}, date(2017, 6, 30), date(2017, 9, 30)),
        ("section-11", {"due": "2017-06-30"}, date(2017, 7, 1), None),
        ("dip-sample", {"due": "2017-06-30"}, date(2017, 5, 1), None),
    ],
)
def test_the_forms_of_a_round_are_wanted_by_the_day_on_which_it_closes(
    kind: str, planned: dict[str, str], day: date, back_by: date | None
) -> None:
    entry = {"date": "2017-03-01", "by": "business-manager", "entry": "planned", **planned}
    value = {**tiny_records()["audit", AUDIT], "kind": kind, "log": [entry]}
    assert back_by_plan(Audit.model_validate(value), day) == back_by


def test_no_two_tables_of_the_document_touch(tiny_board: Path) -> None:
    replace_text(path_of(tiny_board, "instrument", "missed-appointments"), "per: case\n", "")
    board = load(tiny_board)
    loaded, instrument = audit_with_instrument(board, AUDIT)
    head, mark = form_of(board, loaded, "police", SENT)
    body = docx.Document(io.BytesIO(write_document(head, instrument, mark, ()))).element.body
    names = [one.tag.rpartition("}")[2] for one in body]
    assert names.count("tbl") == 3
    assert ("tbl", "tbl") not in set(itertools.pairwise(names))


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_careful_agency_is_taken_as_it_says(tiny_board: Path, kind: str) -> None:
    data = form(tiny_board, kind=kind)
    assert data == form(tiny_board, kind=kind)
    fill = fill_workbook if kind == "xlsx" else fill_document
    one = back(tiny_board, f"back.{kind}", fill(data, GOOD))
    assert one.form and one.form.problems == () and one.form.unanswered == 0
    change = take(tiny_board, one)
    assert [form.state for form in change.forms] == ["taken"]
    assert rows(tiny_board) == EXPECTED
    board = load(tiny_board)
    assert check(board) == []
    audit = board.by_id[AUDIT].record
    assert audit.agencies_returned == ["health-trust", "police"]
    last = audit.log[-1]
    assert (last.entry, last.agency, last.file, last.signed_by) == (
        "returned", "police", f"back.{kind}", "Head of Safeguarding",
    )  # fmt: skip
    assert take(tiny_board, one).forms[0].state == "here-already"


def test_a_careless_agency_is_told_cell_by_cell_and_the_rest_is_read(tiny_board: Path) -> None:
    bad = {
        **GOOD,
        ("Case 1", "1.1"): ("Nearly", "NHS 943 476 5919", ""),
        ("Case 2", "1.2"): ("Met", "", "ring 01632 960123"),
        ("Case 1", "1.3"): ("Met", "x", ""),
    }
    careless = back(tiny_board, "a.xlsx", fill_workbook(form(tiny_board), bad))
    careful = back(tiny_board, "b.xlsx", fill_workbook(form(tiny_board, "health-trust"), GOOD))
    assert careless.form
    assert [str(one) for one in careless.form.problems] == [
        "sheet Answers, E7: this is not on the scale, which is: Not met, Partly met, Met.",
        "sheet Answers, F7: holds what looks like an NHS number; the text was not taken.",
        "sheet Answers, G14: holds what looks like a telephone number; the text was not taken.",
        "sheet Answers, B18: an extra row: there is no item 1.3. Nothing was taken from it.",
    ]
    change = take(tiny_board, careless, careful)
    assert [form.state for form in change.forms] == ["left", "taken"]
    assert set(load(tiny_board).returns[AUDIT]) == {"health-trust"}
    take(tiny_board, careless, partial=True)
    assert rows(tiny_board)[0] == ("Case 1", "1.2", "partly-met", "", "", "Only once")
    assert "943" not in (tiny_board / return_file(AUDIT, "police")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "edition: '2017'",
            "edition: '2018'",
            "is a form of the edition 2017; AU-2017-001 asks the edition 2018.",
        ),
        (
            "text: Was the child asked?",
            "text: Who asked?",
            "was made before the instrument missed-appointments",
        ),
    ],
)
def test_a_form_of_another_edition_is_not_read(tiny_board: Path, old: str, new: str, said: str) -> None:
    data = fill_workbook(form(tiny_board), GOOD)
    path = tiny_board / "records/instruments/missed-appointments.yaml"
    text = path.read_text(encoding="utf-8")
    replace_text(path, old if old in text else old.replace("'", '"'), new)
    assert said in back(tiny_board, "a.xlsx", data).refusal


def test_forms_of_others_are_not_read(tiny_board: Path) -> None:
    data = fill_workbook(form(tiny_board), GOOD)
    assert "bears no mark" in back(tiny_board, "a.csv", b"a,b\n1,2\n").refusal
    replace_text(tiny_board / "records/audits/2017/AU-2017-001.yaml", "  - police\n", "")
    assert "comes from police, which is not invited" in back(tiny_board, "a.xlsx", data).refusal
    records = tiny_records()
    records["audit", AUDIT]["instrument"] = "other"
    records["instrument", "other"] = records["instrument", "missed-appointments"]
    write_board(tiny_board, records)
    assert "a form of another instrument (missed-appointments)" in back(tiny_board, "a.xlsx", data).refusal


def test_of_two_returns_the_later_counts_and_both_are_kept(tiny_board: Path) -> None:
    first = back(tiny_board, "first.xlsx", fill_workbook(form(tiny_board), GOOD))
    changed = {**GOOD, ("Case 2", "1.1"): ("Not met", "", "")}
    second = back(tiny_board, "second.xlsx", fill_workbook(form(tiny_board), changed))
    assert first.form and second.form
    early = replace(first, form=replace(first.form, saved="2017-04-01T10:00:00Z"))
    late = replace(second, form=replace(second.form, saved="2017-04-02T09:00:00Z"))
    change = take(tiny_board, late, early)
    assert [(form.file[-11:], form.state) for form in change.forms] == [
        ("second.xlsx", "taken"), ("/first.xlsx", "earlier"),
    ]  # fmt: skip
    assert rows(tiny_board)[4][2] == "not-met"
    earlier = (tiny_board / return_file(AUDIT, "police", 1)).read_text(encoding="utf-8")
    assert "Case 2,1.1,met," in earlier
    assert [entry.entry for entry in load(tiny_board).by_id[AUDIT].record.log] == [
        "held",
        "returned",
        "returned",
    ]
    assert check(load(tiny_board)) == []


def test_agreed_grades_stand_beside_the_own_and_outlast_a_later_return(tiny_board: Path) -> None:
    take(tiny_board, back(tiny_board, "first.xlsx", fill_workbook(form(tiny_board), GOOD)))
    how = Moderating("police", date(2017, 5, 2), "business-manager", "At the audit day.")
    agreed = {("Case 1", "1.1"): "Not met", ("Case 2", "1.10"): "partly-met"}
    carry_out(tiny_board, lambda board: moderate(board, AUDIT, agreed, how, TODAY))
    assert rows(tiny_board)[0] == ("Case 1", "1.1", "met", "not-met", "=Visit log", "")
    assert load(tiny_board).by_id[AUDIT].record.log[-1].entry == "moderated"
    again = carry_out(tiny_board, lambda board: moderate(board, AUDIT, agreed, how, TODAY))
    assert not again.change.files
    changed = {**GOOD, ("Case 1", "1.1"): ("Partly met", "", "")}
    take(tiny_board, back(tiny_board, "second.xlsx", fill_workbook(form(tiny_board), changed)))
    assert rows(tiny_board)[0][2:4] == ("partly-met", "not-met")
    assert check(load(tiny_board)) == []


def test_grades_that_cannot_be_agreed_are_all_named(tiny_board: Path) -> None:
    take(tiny_board, back(tiny_board, "first.xlsx", fill_workbook(form(tiny_board), GOOD)))
    agreed = {("Case 1", "1.9"): "Met", ("Case 7", "1.1"): "Met", ("Case 1", "1.1"): "fine"}
    how = Moderating("police", BACK, "business-manager")
    with pytest.raises(Refusal) as refused:
        moderate(load(tiny_board), AUDIT, agreed, how, TODAY)
    for said in (
        "item 1.9: there is no such item",
        "the agency answered for Case 1 and Case 2",
        "fine is not on",
    ):
        assert said in refused.value.message
    with pytest.raises(Refusal, match="has returned nothing"):
        moderate(load(tiny_board), AUDIT, agreed, replace(how, agency="health-trust"), TODAY)


def test_the_form_keeps_natural_order_and_holds_no_formula(tiny_board: Path) -> None:
    path = tiny_board / "records/instruments/missed-appointments.yaml"
    replace_text(path, "text: Was the child seen?", 'text: "=HYPERLINK(0)"')
    book = openpyxl.load_workbook(io.BytesIO(form(tiny_board)))
    sheet = book["Answers"]
    numbers = [str(cell.value) for cell in sheet["B"][5:] if cell.value]
    assert numbers == ["1.1", "1.2", "1.10", "worked-well"] * 2
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == ["'The scale'!$A$3:$A$6"]


def test_cases_are_those_of_the_sample(tiny_board: Path) -> None:
    loaded, instrument = audit_with_instrument(load(tiny_board), AUDIT)
    assert cases_of(loaded.record, instrument, None) == tuple(f"Case {number}" for number in range(1, 7))
    with pytest.raises(Refusal, match="the sample of AU-2017-001 is 6"):
        cases_of(loaded.record, instrument, ["Child A", "Child B"])
    with pytest.raises(Refusal, match="pseudonym"):
        cases_of(loaded.record, instrument, ["Jack Miller"])


def test_a_folder_can_be_collected_again(tiny_board: Path) -> None:
    changed = {**GOOD, ("Case 2", "1.1"): ("Not met", "", "")}
    first = back(tiny_board, "first.xlsx", fill_workbook(form(tiny_board), GOOD))
    second = back(tiny_board, "second.xlsx", fill_workbook(form(tiny_board), changed))
    take(tiny_board, first, second)
    moderate_all = Moderating("police", date(2017, 5, 2), "business-manager")
    agreed = {("Case 1", "1.1"): "Not met"}
    carry_out(tiny_board, lambda board: moderate(board, AUDIT, agreed, moderate_all, TODAY))
    again = take(tiny_board, first, second)
    assert ([one.state for one in again.forms], again.files) == (["here-already", "here-already"], {})


@pytest.mark.parametrize(
    ("day", "said"), [(date(2018, 4, 1), "lies ahead"), (date(2016, 1, 1), "the day of its first entry")]
)
def test_nothing_comes_back_on_a_day_out_of_its_turn(tiny_board: Path, day: date, said: str) -> None:
    one = back(tiny_board, "a.xlsx", fill_workbook(form(tiny_board), GOOD))
    with pytest.raises(Refusal, match=said):
        take(tiny_board, one, day=day)
    take(tiny_board, one)
    how = Moderating("police", day, "business-manager")
    with pytest.raises(Refusal, match=said):
        moderate(load(tiny_board), AUDIT, {("Case 1", "1.1"): "Not met"}, how, TODAY)


@pytest.mark.parametrize(
    "held",
    [b"<<<<<<< ours\n", b"case,item,self,moderated,evidence,comment\nCase 1,1.1,met,,,\nCase 1,1.2,met\n"],
)
def test_nothing_is_put_in_the_place_of_a_return_that_cannot_be_read(tiny_board: Path, held: bytes) -> None:
    one = back(tiny_board, "a.xlsx", fill_workbook(form(tiny_board), GOOD))
    kept = tiny_board / return_file(AUDIT, "police")
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(held)
    with pytest.raises(Refusal, match="cannot be read as it stands"):
        take(tiny_board, one)
    with pytest.raises(Refusal, match="cannot be read as it stands"):
        moderate(
            load(tiny_board), AUDIT, {("Case 1", "1.1"): "Met"}, Moderating("police", BACK, "police"), TODAY
        )
    assert kept.read_bytes() == held


def test_no_form_is_made_of_an_instrument_that_asks_one_number_twice(tiny_board: Path) -> None:
    path = tiny_board / "records/instruments/missed-appointments.yaml"
    text = path.read_text(encoding="utf-8")
    replace_text(path, "'1.2'" if "'1.2'" in text else '"1.2"', "'1.1'")
    with pytest.raises(Refusal, match=r"as it stands: 1\.1 stands twice"):
        form(tiny_board)
