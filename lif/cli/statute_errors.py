"""How a command ends that asked law and guidance something they have no answer to."""

from lif.statute.errors import NotKnown, StatuteError
from lif.store.errors import Refusal, WrongUse


def refused(error: StatuteError) -> Refusal:
    """The refusal: wrong use (2) for what does not exist, refused (1) for answers that cannot stand."""
    kind = WrongUse if isinstance(error, NotKnown) else Refusal
    return kind(error.message, error.hint)
