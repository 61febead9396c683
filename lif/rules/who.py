"""Who did something: a name there is that of one role, one group or one agency, never of two of them."""

from collections.abc import Iterator

from lif.rules.register import Register
from lif.store.faults import Fault

FILE = "records/board.yaml"


def who_faults(register: Register) -> Iterator[Fault]:
    """Roles and groups of the Board that share their id with each other or with an agency."""
    profile = register.profile
    if profile is None:
        return
    agencies = {outline.id: outline.file for outline in register.of("agency")}
    for field, word, names in (("roles", "role", profile.roles), ("groups", "group", profile.groups)):
        for name in names:
            if name in agencies:
                other = f"an agency ({agencies[name]})"
            elif field == "groups" and name in profile.roles:
                other = "a role"
            else:
                continue
            message = f"{name} is the id of a {word} and of {other}, so who is meant by it cannot be told."
            hint = "Give one of them another id, and correct what names it."
            yield Fault(FILE, (field, name), "R309", message, hint, "board", at_key=True)
