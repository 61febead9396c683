"""What roles, groups, agencies and records are called: always in the Board's own words."""

from functools import cached_property

from lif.insight.actions.brag import Colour
from lif.insight.wording import plain
from lif.records.agency import Agency
from lif.records.board import Grade
from lif.records.review import Review
from lif.rules.themes import theme_names
from lif.store.board import Board


class Titles:
    """The names of one Board. A name that the Board does not know is given back in plain words."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._profile = board.profile

    @cached_property
    def _agencies(self) -> dict[str, Agency]:
        return {loaded.id: loaded.record for loaded in self._board.of("agency")}

    def agency(self, name: str) -> str:
        """An agency by its short name."""
        agency = self._agencies.get(name)
        return (agency.short_name or agency.name) if agency else plain(name)

    def group(self, name: str) -> str:
        """A group by its title."""
        group = self._profile.groups.get(name)
        return _without_article(group.title) if group else plain(name)

    def who(self, name: str) -> str:
        """A role or group by its title, an agency by its short name."""
        if role := self._profile.roles.get(name):
            return _without_article(role.title)
        return self.group(name) if name in self._profile.groups else self.agency(name)

    def knows(self, name: str) -> bool:
        """Whether a name is that of a role, a group or an agency of the Board."""
        return name in self.known

    @cached_property
    def known(self) -> list[str]:
        """The ids of the roles, groups and agencies of the Board."""
        return [*self._profile.roles, *self._profile.groups, *self._agencies]

    def decider(self, review: Review) -> str:
        """Who decides on a review, with the article: the role of its regime, or of each that its dates leave open."""
        from lif.statute.deciding import deciding_roles  # noqa: PLC0415 - brings the law, which few names need
        from lif.statute.regimes import regimes  # noqa: PLC0415 - the same

        found = []
        for name in deciding_roles(review, self._profile.settings.regime_switch):
            role = self._profile.roles.get(name)
            called = next(one.data.decides for one in regimes() if one.data.decided_by == name)
            found.append(f"the {self.who(name)}" if role else called)
        return " or ".join(found) or "the Chair"

    def neighbour(self, name: str) -> str:
        """A neighbouring Board by its name."""
        names = {board.id: board.name for board in self._profile.neighbouring_boards}
        return names.get(name, plain(name))

    def priority(self, name: str) -> str:
        """A priority of the business plan by its title."""
        return {priority.id: priority.title for priority in self._profile.priorities}.get(name, plain(name))

    def grade(self, colour: Colour) -> str:
        """A grade by the Board's word for its colour."""
        grade: Grade = getattr(self._profile.settings.brag, colour)
        return grade.word

    def theme(self, name: str) -> str:
        """A theme by the Board's title, also where a record uses another of its names."""
        titles = {theme.id: theme.title for theme in self._profile.themes}
        return titles.get(theme_names(self._profile).get(name, name), plain(name).capitalize())

    def record(self, reference: str) -> str:
        """The title of a record, or of the record that an item belongs to; "" where it has none."""
        loaded = self._board.by_id.get(reference.partition(".")[0])
        if loaded is None:
            return ""
        title: str = getattr(loaded.record, "title", "") or getattr(loaded.record, "theme", "")
        return title


def _without_article(title: str) -> str:
    """A title such as `The Board` as sentences take it, which put their own article before it."""
    return title.removeprefix("The ")
