"""Which column holds which field: as the user says, as was kept from before, or as headings tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lif.exchange.grid import Grid
from lif.exchange.register.definition import LEAVE_OUT, NOTE, Register, plain
from lif.exchange.register.headings import Head, Heading, columns_named, known_field
from lif.exchange.table import column_letter
from lif.store.errors import WrongUse

BY_USER, BY_KEPT, BY_NAME, BY_LIKENESS, STANDING_IN, UNPLACED = (
    "as you say",
    "as kept from before",
    "by its name",
    "by a part of its name",
    "nothing else says it",
    "no field is called so",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A column, and what is taken from it."""

    heading: Heading
    field: str
    """A field of the register, `note` or `leave-out`."""
    how: str

    @property
    def letter(self) -> str:
        """The letter of the column."""
        return column_letter(self.heading.column)


def split_saying(text: str, option: str, example: str) -> tuple[str, str]:
    """`Column=field` apart, at its last sign. Raises WrongUse."""
    left, sign, right = text.rpartition("=")
    if not sign or not left.strip() or not right.strip():
        raise WrongUse(f"{option}: {text} is not written as {example}.", f'Such as: {option} "{example}"')
    return left.strip(), right.strip()


def place_columns(
    register: Register, grid: Grid, head: Head, said: Mapping[str, str], kept: Mapping[str, str]
) -> list[Placed]:
    """Every column that has a heading, with what is taken from it.

    `said` and `kept` give fields by headings; those of `kept` are plain. Of two columns for one field, the one
    whose heading says it more surely has it, else the first; the other goes into the note.
    """
    chosen = _said(register, grid, head, said)
    proposed: list[tuple[int, Placed]] = []
    for heading in head.headings:
        if heading.column in chosen:
            proposed.append((5, Placed(heading, chosen[heading.column], BY_USER)))
        elif (field := kept.get(plain(heading.name))) and (
            field in register.fields or field in (NOTE, LEAVE_OUT)
        ):
            proposed.append((4, Placed(heading, field, BY_KEPT)))
        else:
            field, sure = known_field(register, heading.parts)
            proposed.append((sure, Placed(heading, field or NOTE, _how(sure))))
    return _standing_in(register, _one_for_each(register, proposed))


def _said(register: Register, grid: Grid, head: Head, said: Mapping[str, str]) -> dict[int, str]:
    """The fields that the user gives to columns. Raises WrongUse for a column or a field that there is none of."""
    chosen: dict[int, str] = {}
    known = [*register.fields, NOTE, LEAVE_OUT]
    for name, field in said.items():
        if field not in known:
            raise WrongUse(
                f"--map: there is no field called {field}.", f"The fields are: {', '.join(known)}."
            )
        columns = columns_named(head, name)
        if not columns:
            names = ", ".join(heading.name for heading in head.headings)
            raise WrongUse(f"--map: {grid.name} has no column called {name}.", f"Its columns are: {names}.")
        chosen.update({heading.column: field for heading in columns})
    return chosen


def _how(sure: int) -> str:
    if not sure:
        return UNPLACED
    return BY_LIKENESS if sure == 1 else BY_NAME


def _one_for_each(register: Register, proposed: Sequence[tuple[int, Placed]]) -> list[Placed]:
    best: dict[str, int] = {}
    for number, (sure, placed) in enumerate(proposed):
        if placed.field not in best or sure > proposed[best[placed.field]][0]:
            best[placed.field] = number
    found = []
    for number, (sure, placed) in enumerate(proposed):
        field = register.fields.get(placed.field)
        if field is None or field.many or best[placed.field] == number or sure == 5:
            found.append(placed)
        else:
            other = proposed[best[placed.field]][1]
            found.append(Placed(placed.heading, NOTE, f"{field.key} is column {other.letter}"))
    return found


def _standing_in(register: Register, placed: Sequence[Placed]) -> list[Placed]:
    """The same, where a column stands in for a field that no column holds; never against the user's word."""
    there = {one.field for one in placed}
    found = []
    for one in placed:
        field = register.fields.get(one.field)
        if field and field.stands_for and field.stands_for not in there and one.how != BY_USER:
            found.append(Placed(one.heading, field.stands_for, STANDING_IN))
            there.add(field.stands_for)
        else:
            found.append(one)
    return found
