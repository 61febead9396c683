"""What can go wrong between a template and a finished document, said in plain sentences."""

NOT_GIVEN = "is not among the things given here"
"""What the sentence says of a name that is not there."""


class PublishError(Exception):
    """A document could not be made; the message says why and what mends it."""


class TemplateError(PublishError):
    """A template is broken or asks for something that it is not given.

    ``template`` is the file name as asked for, ``line`` is 1-based or None when it is not known.
    """

    def __init__(self, template: str, line: int | None, sentence: str) -> None:
        place = template if line is None else f"{template}:{line}"
        super().__init__(f"{place}: {sentence}")
        self.template = template
        self.line = line
        self.sentence = sentence

    @property
    def is_name(self) -> bool:
        """Whether it asks for a name that it is not given."""
        return NOT_GIVEN in self.sentence


class DocumentError(PublishError):
    """The finished Markdown asks for something that cannot be made, such as a picture that was not drawn."""
