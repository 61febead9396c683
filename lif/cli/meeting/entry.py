"""What the words below `lif meeting` share."""

from typing import Annotated

import typer

from lif.store.errors import WrongUse

MeetingId = Annotated[str, typer.Argument(metavar="ID", help="Such as MT-2018-001.")]
DecisionId = Annotated[str, typer.Argument(metavar="ID", help="Such as MT-2018-001.D1.")]
By = Annotated[str, typer.Option("--by", help="Who did or said it: a role, group or agency by its id.")]
On = Annotated[str | None, typer.Option("--date", metavar="DATE", help="The day; today unless given.")]
Records = Annotated[
    list[str] | None, typer.Option("--record", metavar="ID", help="A record that it is about. Repeatable.")
]
MANAGER = "business-manager"
PURPOSES = ("decision", "discussion", "information")


def agenda_item(text: str, lead: str) -> dict[str, str]:
    """A point of the agenda as it is typed: its purpose, a colon, its title. Raises WrongUse."""
    purpose, _, title = text.partition(":")
    if purpose.strip() not in PURPOSES or not title.strip():
        raise WrongUse(
            "An agenda item says its purpose first: decision, discussion or information.",
            'Write it as "decision: Child A, next steps".',
        )
    return {"title": title.strip(), "purpose": purpose.strip(), "lead": lead}
