# SPDX-License-Identifier: EUPL-1.2
"""What was decided, as everybody may know it: on which day, by whom, and on what ground."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.carried_out import adopters_in_words
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.theme import ThemeGround
from gehoord.domain.eenheid.eenheid import OFFICES, REGIOBURGEMEESTER
from gehoord.domain.publicity.masking import Masking
from gehoord.domain.publicity.public_step import owner_in_public
from gehoord.law.article import Article
from gehoord.law.politiewet import BASES, BASES_OF_CHANGE


@dataclass(frozen=True, slots=True)
class PublicTheme:
    """A theme with its subthemes and the grounds of the closed list; not what it rests on."""

    name: str
    subthemes: tuple[str, ...]
    grounds: tuple[ThemeGround, ...]
    is_explored: bool


@dataclass(frozen=True, slots=True)
class PublicBesluit:
    """One besluit. Its own text is not told here: that is in its document, if that is public.

    Attributes:
        belongs_to: its id, by which its document is found.
        body: in which body it was taken, ``short_body`` its abbreviation, ``adopters`` who adopted;
            each may be empty.
        basis: the article on which it rests; nothing when none is recorded.
        year: the one that a jaarverslag or a uitvoeringsplan is about.
        is_provisional: whether it is support that still needs an adoption (of themes).
        announced_on: the day on which it was announced to the burgemeesters.
    """

    belongs_to: str
    kind: BesluitKind
    taken_on: date
    body: str
    short_body: str
    adopters: str
    basis: Article | None
    year: int | None
    announced_on: date | None
    is_provisional: bool
    themes: tuple[PublicTheme, ...]


def public_besluiten(state: State, masked: Masking) -> tuple[PublicBesluit, ...]:
    """Return the choice of themes, the adoption, and what was decided after it, in order of day.

    An agreement that the ontwerp may leave, a difference of the clients, and an instruction are
    not in it: what became of these is told with the plan itself.
    """
    found = list(state.besluiten_on(BesluitKind.THEMES))
    if state.adoption:
        found.append(state.adoption)
        found += [besluit for kind in _AFTER for besluit in state.besluiten_on(kind)]
    found.sort(key=lambda besluit: (besluit.taken_on, besluit.id))
    return tuple(_public(state, besluit, masked) for besluit in found)


_AFTER: Final = (
    BesluitKind.PART,
    BesluitKind.CHANGE,
    BesluitKind.JAARVERSLAG,
    BesluitKind.PRIORITY,
    BesluitKind.UITVOERINGSPLAN,
)
_OF_THEMES: Final = (BesluitKind.THEMES, BesluitKind.PRIORITY, BesluitKind.UITVOERINGSPLAN)


def _public(state: State, besluit: Besluit, masked: Masking) -> PublicBesluit:
    party = state.eenheid.party(besluit.by)
    return PublicBesluit(
        belongs_to=besluit.id,
        kind=besluit.kind,
        taken_on=besluit.taken_on,
        body=owner_in_public(state.eenheid, besluit.by),
        short_body=party.short_name if party else "",
        adopters=_adopters(state, besluit),
        basis=BASES.get(besluit.basis) or BASES_OF_CHANGE.get(besluit.basis),
        year=besluit.year,
        announced_on=besluit.announced_on,
        is_provisional=besluit.kind is BesluitKind.THEMES and _chooses_provisionally(state),
        themes=tuple(_themes(besluit, masked)),
    )


def _adopters(state: State, besluit: Besluit) -> str:
    """Return who adopted: burgemeesters, offices and bodies alone."""
    if besluit.basis == "39-2":
        return f"de {OFFICES[REGIOBURGEMEESTER]}, {adopters_in_words(state, besluit)}"
    burgemeesters = {m.code for m in state.municipalities}
    known = tuple(
        one
        for one in besluit.adopters
        if one in burgemeesters or owner_in_public(state.eenheid, one)
    )
    return adopters_in_words(state, besluit.model_copy(update={"adopters": known})) if known else ""


def _chooses_provisionally(state: State) -> bool:
    return any(step.chooses_themes and step.is_provisional for step in state.as_opened.steps)


def _themes(besluit: Besluit, masked: Masking) -> Iterable[PublicTheme]:
    if besluit.kind not in _OF_THEMES:
        return
    for theme in (*besluit.chosen_themes, *besluit.explored_themes):
        yield PublicTheme(
            masked(theme.name, "een thema"),
            tuple(masked(each, "een deelthema") for each in theme.subthemes),
            theme.grounds,
            theme.is_explored,
        )
