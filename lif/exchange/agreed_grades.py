"""Agreed grades as they are given for moderation: as keys and values, or as the rows of a sheet."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from lif.exchange.sheet import Sheet, read_sheets
from lif.store.errors import Refusal, WrongUse

_AGREED = ("agreed", "moderated", "agreed grade", "moderated grade")
_ITEM = ("item", "no.", "number")


def given_grades(given: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """The grades by case and item from `grades:` or `cases:`. Raises WrongUse for anything else."""
    unknown = sorted(given.keys() - {"grades", "cases"})
    if unknown:
        raise WrongUse(f"There is no key {unknown[0]} here.", "Use grades: or cases:.")
    cases = given.get("cases") or {}
    if not isinstance(cases, Mapping):
        raise WrongUse("Below cases: stands each pseudonym with its items.", 'Such as Case 1: {"1.10": met}.')
    by_case = {"": given.get("grades") or {}, **cases}
    found: dict[tuple[str, str], str] = {}
    for case, grades in by_case.items():
        if not isinstance(grades, Mapping):
            raise WrongUse("Below each case stand its items with their grades.", 'Such as "1.10": met.')
        for item, grade in grades.items():
            if isinstance(item, float) or not isinstance(grade, str | int):
                raise WrongUse(
                    f"The item {item} or its grade is no text.",
                    'Put the numbers of items in quotes: "1.10": "3".',
                )
            found[str(case).strip(), str(item).strip()] = str(grade).strip()
    return found


def read_grades(path: Path, items: Collection[str]) -> dict[tuple[str, str], str]:
    """The same from a CSV file, a workbook or a document. Raises Refusal where the columns are not there.

    A row without an agreed grade is passed over; one that stands twice is refused. So is a number for which two of
    the `items` of the instrument could have been typed: a workbook makes 1.1 of 1.10.
    """
    for sheet in read_sheets(path):
        for number, texts in sheet.rows[:30]:
            heads = [" ".join(text.casefold().split()) for text in texts]
            item, agreed = (
                next((at for at, head in enumerate(heads) if head in names), -1) for names in (_ITEM, _AGREED)
            )
            if item < 0 or agreed < 0:
                continue
            case = heads.index("case") if "case" in heads else -1
            return _rows(path, sheet, number, (case, item, agreed), items)
    raise Refusal(
        f"{path.name} has no row of headings with item and agreed.", "Name the columns: case, item, agreed."
    )


def _rows(
    path: Path, sheet: Sheet, header: int, places: tuple[int, int, int], items: Collection[str]
) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for number, texts in sheet.rows:
        if number <= header:
            continue
        case, item, grade = (texts[at].strip() if 0 <= at < len(texts) else "" for at in places)
        if (number, places[2]) in sheet.formulas:
            raise Refusal(
                f"{path.name}, row {number}: the agreed grade is a formula.", "Write its result instead."
            )
        if not grade:
            continue
        if (number, places[1]) in sheet.fractions and f"{item}0" in items:
            raise Refusal(
                f"{path.name}, row {number}: the item is a number, {item}, which may have been typed as {item}0.",
                "Make the column of items text (Format Cells, Text), and type the item again.",
            )
        if (case, item) in found:
            raise Refusal(
                f"{path.name}, row {number}: {item} stands here a second time.", "Keep one of them."
            )
        found[case, item] = grade
    return found
