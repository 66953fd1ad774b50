# SPDX-License-Identifier: EUPL-1.2
"""What everybody may read of a dossier. The site is made of this alone, never of the dossier."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.state import State
from gehoord.domain.publicity.masking import Masking
from gehoord.domain.publicity.public_besluit import PublicBesluit, public_besluiten
from gehoord.domain.publicity.public_council import PublicCouncil, public_councils
from gehoord.domain.publicity.public_counts import (
    PublicPoll,
    PublicPriorities,
    public_poll,
    public_priorities,
)
from gehoord.domain.publicity.public_paper import (
    PublicPaper,
    adopted_texts,
    public_ontwerpen,
    public_papers,
)
from gehoord.domain.publicity.public_step import PublicStep, public_steps
from gehoord.domain.publicity.public_strength import PublicStrength, public_strength
from gehoord.law.politiewet import ADOPT_BY_REGIOBURGEMEESTER, DECIDE_DIFFERENCE

BY_REGIOBURGEMEESTER: Final = (ADOPT_BY_REGIOBURGEMEESTER, DECIDE_DIFFERENCE)
"""On what ground the regioburgemeester adopts alone, or after the minister decided."""


@dataclass(frozen=True, slots=True)
class PublicText:
    """An ontwerp that the councils were asked about, or a text that was adopted, with its day."""

    belongs_to: str
    title: str
    on: date
    is_adopted: bool


@dataclass(frozen=True, slots=True)
class PublicDossier:
    """An allow-list: what is not named here is not public.

    Attributes:
        plan: the name of the beleidsplan; ``in_sentence`` with the word before it.
        start: of the period of the plan; ``end`` its last day.
        on: the day of the last thing that was recorded: so far the site goes.
        papers: the documents that may be made public, looked at or not.
    """

    plan: str
    in_sentence: str
    eenheid: str
    start: date
    end: date
    on: date
    steps: tuple[PublicStep, ...]
    councils: tuple[PublicCouncil, ...]
    besluiten: tuple[PublicBesluit, ...]
    texts: tuple[PublicText, ...]
    priorities: PublicPriorities | None
    poll: PublicPoll | None
    strength: PublicStrength | None
    papers: tuple[PublicPaper, ...]

    @property
    def adoption(self) -> PublicBesluit | None:
        """The besluit by which the plan was adopted, if it was."""
        return next((b for b in self.besluiten if b.kind is BesluitKind.ADOPTION), None)

    @property
    def is_adopted_otherwise(self) -> bool:
        """Whether the regioburgemeester adopted it, because the others did not.

        Law: Politiewet 2012, art. 39 lid 2 and 3.
        """
        return self.adoption is not None and self.adoption.basis in BY_REGIOBURGEMEESTER

    @property
    def jaarverslagen(self) -> tuple[PublicBesluit, ...]:
        """The jaarverslagen that were adopted."""
        return tuple(b for b in self.besluiten if b.kind is BesluitKind.JAARVERSLAG)

    @property
    def uitvoeringsplannen(self) -> tuple[PublicBesluit, ...]:
        """The uitvoeringsplannen that were adopted, by year."""
        found = (b for b in self.besluiten if b.kind is BesluitKind.UITVOERINGSPLAN)
        return tuple(sorted(found, key=lambda besluit: besluit.year or 0))

    @property
    def owed(self) -> tuple[PublicCouncil, ...]:
        """The councils that must be heard."""
        return tuple(council for council in self.councils if council.is_owed)

    @property
    def asked(self) -> tuple[PublicCouncil, ...]:
        """Those of them that got the ontwerp."""
        return tuple(council for council in self.owed if council.has_ontwerp)

    @property
    def heard(self) -> tuple[PublicCouncil, ...]:
        """Those of them that answered."""
        return tuple(council for council in self.owed if council.is_heard)

    @property
    def silent(self) -> tuple[PublicCouncil, ...]:
        """Those of which a person judged that their silence counts."""
        return tuple(council for council in self.owed if council.is_silent)


def public_dossier(
    state: State, on: date, masked: Masking, missed: frozenset[str] = frozenset()
) -> PublicDossier:
    """Return what everybody may read of a dossier.

    Args:
        state: the dossier.
        on: the day of the last thing that was recorded in it.
        masked: hides personal data in free words, and keeps what it hid for the adviser.
        missed: where the ontwerp did not arrive.
    """
    beleidsplan = state.as_opened.beleidsplan
    return PublicDossier(
        plan=beleidsplan.name,
        in_sentence=beleidsplan.in_sentence,
        eenheid=state.dossier.eenheid_name,
        start=beleidsplan.start,
        end=beleidsplan.end,
        on=on,
        steps=public_steps(state, masked),
        councils=public_councils(state, masked, missed),
        besluiten=public_besluiten(state, masked),
        texts=_texts(state),
        priorities=public_priorities(state, masked),
        poll=public_poll(state, masked),
        strength=public_strength(state, masked),
        papers=public_papers(state),
    )


def _texts(state: State) -> tuple[PublicText, ...]:
    asked = [
        PublicText(v.id, f"Ontwerp, versie {v.number}", on, is_adopted=False)
        for v, on in public_ontwerpen(state)
    ]
    adopted = [
        PublicText(v.id, "Het plan zoals vastgesteld", besluit.taken_on, is_adopted=True)
        for besluit, v in adopted_texts(state)
    ]
    return (*asked, *adopted)
