"""What in a sheet cannot be understood, with the cell it stands in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What cannot be understood, and where it stands."""

    place: str
    """Such as `sheet 'Actions', F7`."""
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"
