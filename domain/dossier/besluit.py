# SPDX-License-Identifier: EUPL-1.2
"""A besluit: what was decided, by whom, on which day and on which ground."""

from datetime import date
from enum import StrEnum

from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.theme import Theme


class BesluitKind(StrEnum):
    """What the besluit is about."""

    THEMES = "themas"
    AGREEMENT = "akkoord"
    ADOPTION = "vaststelling"
    CHANGE = "wijziging"
    DIFFERENCE = "verschil"
    DIFFERENCE_DECIDED = "beslissing over verschil"
    INSTRUCTION = "aanwijzing"
    PART = "onderdeel"
    JAARVERSLAG = "jaarverslag"
    PRIORITY = "prioriteit"
    UITVOERINGSPLAN = "uitvoeringsplan"


class Besluit(Filed):
    """One besluit. One that was recorded by mistake is withdrawn.

    ``basis`` is the article on which it rests, if it names one; ``adopters`` are those who adopted:
    the code of each municipality whose burgemeester did, and the offices. Its ``document`` is its
    own text, if that was handed in. ``year`` is the one that a jaarverslag or a uitvoeringsplan is
    about; without it the besluit is about the beleidsplan. ``announced_on`` is the day on which an
    adoption under lid 2 was announced to the burgemeesters, if it was. ``themes`` are those of a
    choice of themes, with those that are still explored, or the one of a uitvoeringsplan; a choice
    of version 0.1.0 has their names alone, in its ``text``. ``advised_by`` is on whose advice they
    were chosen. ``belongs_to`` is of the adoption of a part the id of the adoption of the plan.
    """

    id: str
    dossier: str
    kind: BesluitKind
    by: str
    taken_on: date
    basis: str = ""
    version: str | None = None
    adopters: tuple[str, ...] = ()
    text: str = ""
    year: int | None = None
    announced_on: date | None = None
    themes: tuple[Theme, ...] = ()
    advised_by: str = ""
    belongs_to: str | None = None

    @property
    def chosen_themes(self) -> tuple[Theme, ...]:
        """The themes that it chose; of 0.1.0 their names alone are known."""
        if self.themes:
            return tuple(theme for theme in self.themes if not theme.is_explored)
        return tuple(Theme(name=name) for name in self.text.splitlines())

    @property
    def explored_themes(self) -> tuple[Theme, ...]:
        """What was left to be explored: no theme yet."""
        return tuple(theme for theme in self.themes if theme.is_explored)
