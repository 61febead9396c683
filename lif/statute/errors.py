"""Why something was not evaluated. Whoever knows of commands turns these into refusals."""


class StatuteError(ValueError):
    """`message` says what and why, `hint` what mends it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NotKnown(StatuteError):
    """A fact, regime, clock, key or word that does not exist: wrong use of the tool."""


class NotAccepted(StatuteError):
    """Answers that cannot stand: they contradict each other, or a "no" lacks the evidence it needs."""
