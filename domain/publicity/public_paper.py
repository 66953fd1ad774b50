# SPDX-License-Identifier: EUPL-1.2
"""Which documents of a dossier may be made public, once a person has looked at each of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gehoord.calendar.dutch import by_letters
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.law.woo import (
    ADOPTED,
    COUNCIL_PAPERS,
    GENERAL_DUTY,
    RECEIVED,
    YEARLY,
    InformationCategory,
)

SIGNS_OF_KEY: Final = 12
"""Of the SHA-256 of a document: so many tell it from every other."""


@dataclass(frozen=True, slots=True)
class PublicPaper:
    """A document that may be made public. What its file was called may hold a name: that is not.

    Attributes:
        document: the SHA-256 of its bytes; ``file`` how it was called, for the adviser alone.
        belongs_to: the id of the version, zienswijze or besluit with which it came.
        title: what it is, in words that Gehoord makes.
        on: the day on which it was received or adopted, as ``handling`` says.
        category: of the Woo, by our reading.
    """

    document: str
    file: str
    belongs_to: str
    title: str
    on: date
    category: InformationCategory
    handling: tuple[str, str]

    @property
    def key(self) -> str:
        """By what the adviser names it."""
        return self.document[:SIGNS_OF_KEY]


def public_papers(state: State) -> tuple[PublicPaper, ...]:
    """Return what may be made public now: of the ontwerp on, of councils, and of what was adopted.

    A document that came with two things stands here once for each.
    """
    return tuple(_papers(state))


def public_ontwerpen(state: State) -> list[tuple[DraftVersion, date]]:
    """Return each ontwerp that the councils were asked about, with the first day of that.

    Of one that was put in better words before it was sent, that is the text that was sent.
    """
    found = []
    for content, asked_on in _asked(state).items():
        same = [v for v in standing(state.versions) if v.is_ontwerp and v.content_id == content]
        sent = [v for v in same if v.made_on <= asked_on]
        if same:
            found.append((max(sent or same[:1], key=lambda v: v.number), asked_on))
    return sorted(found, key=lambda each: each[0].number)


def adopted_texts(state: State) -> list[tuple[Besluit, DraftVersion]]:
    """Return each text that was adopted, with the besluit: of the plan, a part, and a change."""
    kinds = (BesluitKind.ADOPTION, BesluitKind.PART, BesluitKind.CHANGE)
    besluiten = [b for kind in kinds for b in state.besluiten_on(kind)]
    if state.adoption is None:
        return []
    texts = [(b, state.versions.one(b.version)) for b in besluiten if b.version]
    return [(besluit, text) for besluit, text in texts if text and text.counts]


def _asked(state: State) -> dict[str, date]:
    """Return the content of each ontwerp that councils were asked about, with the first day.

    Of an earlier round the day is known no more: then it is that of the first answer.
    """
    days: dict[str, date] = {}
    asked = [(h.version, h.invited_on) for h in state.hearings]
    answered = [(z.version, z.received_on) for z in standing(state.zienswijzen)]
    for told in (asked, answered):
        known = set(days)
        for version, on in told:
            if version and on and version not in known:
                days[version] = min(on, days.get(version, on))
    return days


def _papers(state: State) -> Iterator[PublicPaper]:
    plan = state.as_opened.beleidsplan.name
    for version, on in public_ontwerpen(state):
        title = f"Ontwerp van {plan}, versie {version.number}"
        yield from _paper(version, title, on, GENERAL_DUTY, RECEIVED)
    for besluit, version in adopted_texts(state):
        yield from _paper(
            version, f"{plan}, zoals vastgesteld", besluit.taken_on, GENERAL_DUTY, ADOPTED
        )
    for kind, what in _BESLUITEN.items():
        for besluit in state.besluiten_on(kind) if state.adoption else ():
            title = f"{what} {besluit.year or plan}"
            category = YEARLY if kind in _YEARLY else GENERAL_DUTY
            yield from _paper(besluit, title, besluit.taken_on, category, ADOPTED)
    said = standing(state.zienswijzen)
    for answer in sorted(said, key=lambda z: (by_letters(z.name), z.received_on, z.id)):
        title = f"Zienswijze van de raad van {answer.name}"
        yield from _paper(answer, title, answer.received_on, COUNCIL_PAPERS, RECEIVED)


_BESLUITEN: Final = {
    BesluitKind.ADOPTION: "Besluit tot vaststelling van",
    BesluitKind.PART: "Besluit over een onderdeel van",
    BesluitKind.CHANGE: "Besluit tot wijziging van",
    BesluitKind.JAARVERSLAG: "Jaarverslag",
    BesluitKind.UITVOERINGSPLAN: "Uitvoeringsplan",
}
_YEARLY: Final = (BesluitKind.JAARVERSLAG, BesluitKind.UITVOERINGSPLAN)


def _paper(
    came: Filed,
    title: str,
    on: date,
    category: InformationCategory,
    handling: tuple[str, str],
) -> Iterator[PublicPaper]:
    if came.document:
        yield PublicPaper(came.document, came.file, came.id, title, on, category, handling)
