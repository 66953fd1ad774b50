# SPDX-License-Identifier: EUPL-1.2
"""The themes as letters, pages and the archive tell them: in Dutch words, with who chose them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.theme import Theme, ThemeGround
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.starting_points import StartingPoints
from gehoord.templates.when import When

GROUNDS: Final[Mapping[ThemeGround, str]] = {
    ThemeGround.MANY_MUNICIPALITIES: "Veel gemeenten noemen het als prioriteit; samen aanpakken is "
    "dan doelmatig.",
    ThemeGround.EXPERTISE: "Het vraagt specifieke kennis, die niet elke partij zelf heeft.",
    ThemeGround.ROLE_OF_POLICE: "De rol van het Openbaar Ministerie of de politie is zo groot, dat "
    "een aanpak van de hele eenheid nodig is.",
    ThemeGround.DISPLACEMENT: "Een aanpak van de hele eenheid voorkomt dat het probleem zich "
    "verplaatst.",
    ThemeGround.DEPENDENCE: "Gemeenten, politie, Openbaar Ministerie en anderen hebben elkaar zo "
    "nodig, dat alleen een gezamenlijke aanpak werkt.",
    ThemeGround.MOST_PARTNERS: "Verreweg de meeste partners noemen het als prioriteit.",
    ThemeGround.MORE_THAN_REGULAR: "Het vraagt om meer dan een gewone aanpak.",
    ThemeGround.SCALE: "Een gezamenlijke aanpak in de hele eenheid voegt iets toe aan de lokale.",
    ThemeGround.PRODUCTS: "Voor de hele eenheid zijn concrete producten te maken.",
}
"""What each ground says, as a sentence."""


@dataclass(frozen=True, slots=True)
class ToldTheme:
    """A theme with its subthemes, each ground as a sentence, and what it rests on."""

    name: str
    subthemes: tuple[str, ...]
    grounds: tuple[str, ...]
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExploredTheme:
    """A theme that is still explored: what it is called, and where and when it is decided."""

    name: str
    meeting: str
    body: str
    day: When | None


@dataclass(frozen=True, slots=True)
class ChosenThemes:
    """The themes of a plan and the starting points they were chosen by; empty when unknown.

    Attributes:
        by: the body that chose, as people call it; empty when it is not known.
        advised_by: on whose advice.
        points: the starting points, with the scope and how many themes there are at most.
    """

    by: str = ""
    advised_by: str = ""
    themes: tuple[ToldTheme, ...] = ()
    explored: tuple[ExploredTheme, ...] = ()
    points: StartingPoints = field(default_factory=StartingPoints)

    @property
    def is_known(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.themes or self.explored or self.points.are_given)


def chosen_themes(state: State) -> ChosenThemes:
    """Return the themes of a dossier as they now are, and its starting points."""
    besluit, points = state.themes(), state.proposal.starting_points
    if besluit is None:
        return ChosenThemes(points=points)
    return ChosenThemes(
        by=_called(besluit, state.eenheid),
        advised_by=besluit.advised_by,
        themes=tuple(map(told_theme, besluit.chosen_themes)),
        explored=tuple(_explored(state, theme) for theme in besluit.explored_themes),
        points=points,
    )


def told_theme(theme: Theme) -> ToldTheme:
    """Return a theme as it is told."""
    grounds = [GROUNDS[ground] for ground in theme.grounds]
    own = [theme.own_ground] if theme.own_ground else []
    return ToldTheme(theme.name, theme.subthemes, (*grounds, *own), theme.rests_on)


def _explored(state: State, theme: Theme) -> ExploredTheme:
    planned = state.plan[theme.explored_until]
    day = When.during(planned.stretch) if planned.has_day else None
    body = next((a.owner_name for a in state.actions.where(step=planned.id)), planned.step.owner)
    return ExploredTheme(theme.name, planned.step.title, body, day)


def _called(besluit: Besluit, eenheid: Eenheid) -> str:
    """Return the body that chose; empty when only who recorded it is known."""
    return next((party.name for party in eenheid.parties if party.id == besluit.by), "")
