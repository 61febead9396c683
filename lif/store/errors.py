"""Refusals: what could not be done, why, and what mends it. Shown as one sentence, never as a traceback."""


class Refusal(Exception):
    """Something was asked that cannot or must not be done; nothing was changed.

    `message` says what, where and why; `hint` the command or edit that mends it. `exit_code` is what the
    command line ends with: 1 refused, 2 wrong use, 4 nothing read or matched.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class WrongUse(Refusal):
    """The command was given something it does not take, or was called in a place where it cannot work."""

    exit_code = 2


class NothingFound(Refusal):
    """There was nothing to read, or nothing matched."""

    exit_code = 4
