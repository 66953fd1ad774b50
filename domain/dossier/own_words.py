# SPDX-License-Identifier: EUPL-1.2
"""What the adviser says in his own words in a letter or its mail: a passage or the whole."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from gehoord.domain.dossier.withdrawn import Withdrawable
from gehoord.domain.nearby import Choice
from gehoord.domain.proposal.step import Letter


class Passage(Choice):
    """A part of a letter that can be said otherwise: all of it, or what is below a heading.

    Two more are of the mail that carries the letter. Each but those and the first two is the id of
    a heading in a template.
    """

    WHOLE = "alles"
    INTRODUCTION = "inleiding"
    WHY = "waarom"
    BRIDGE = "overbrugging"
    INGREDIENTS = "ingredienten"
    STARTING_POINTS = "uitgangspunten"
    MAKING = "totstandkoming"
    ROLE = "rol"
    THEMES = "themas"
    REQUEST = "vraag"
    MISSING = "ontbreekt"
    PROVISIONAL = "voorlopig"
    FOLLOWS = "nasturen"
    STRENGTH = "sterkte"
    HEARING = "horen"
    ANSWER = "antwoord"
    NEXT = "vervolg"
    ZIENSWIJZEN = "zienswijzen"
    ADOPTION = "vaststelling"
    APPEAL = "beroep"
    CAUSE = "oorzaak"
    EFFECT = "gevolg"
    RECESS = "reces"
    PLANNING = "planning"
    MAIL_SUBJECT = "mailonderwerp"
    MAIL = "mail"

    @property
    def is_of_mail(self) -> bool:
        """Whether it stands in the mail that carries the letter, and not in the letter."""
        return self in OF_MAIL


OF_MAIL: Final = (Passage.MAIL_SUBJECT, Passage.MAIL)
"""What of the mail with a letter can be said otherwise; greeting and sender stay."""

_HEADED: Final[dict[Letter, tuple[Passage, ...]]] = {
    Letter.PROCESS: (
        Passage.WHY,
        Passage.BRIDGE,
        Passage.INGREDIENTS,
        Passage.STARTING_POINTS,
        Passage.MAKING,
        Passage.STRENGTH,
        Passage.ROLE,
        Passage.PLANNING,
    ),
    Letter.THEMES: (Passage.THEMES, Passage.ROLE, Passage.PLANNING),
    Letter.RESERVE_TIME: (Passage.WHY, Passage.REQUEST, Passage.PLANNING, Passage.RECESS),
    Letter.ONTWERP: (
        Passage.REQUEST,
        Passage.MISSING,
        Passage.PROVISIONAL,
        Passage.FOLLOWS,
        Passage.HEARING,
        Passage.ANSWER,
        Passage.NEXT,
    ),
    Letter.ADOPTION: (Passage.HEARING, Passage.ZIENSWIJZEN),
    Letter.ANNOUNCEMENT: (Passage.APPEAL,),
    Letter.SEND_OUT: (Passage.ADOPTION, Passage.HEARING),
    Letter.JAARVERSLAG: (Passage.ADOPTION,),
    Letter.PRIORITY: (Passage.WHY, Passage.EFFECT, Passage.THEMES),
    Letter.CORRECTION: (Passage.CAUSE, Passage.EFFECT),
    Letter.NOTE: (Passage.STRENGTH, Passage.PLANNING),
}
PASSAGES: Final = {
    letter: (Passage.WHOLE, Passage.INTRODUCTION, *headed, *OF_MAIL)
    for letter, headed in _HEADED.items()
}
"""What of each letter and of its mail can be said otherwise."""

PLACEHOLDERS: Final = (
    "laatste dag",
    "behandeling",
    "verzending",
    "vaststelling",
    "gemeente",
    "raad",
    "plan",
    "eenheid",
)
"""What between square brackets stands for a fact, so that it stays right in every letter."""
IN_BRACKETS: Final = re.compile(r"\[([^\[\]]*)\]")


def placeholder(named: str) -> str:
    """Return what is named between brackets, also when it begins with a capital.

    >>> placeholder("Raad")
    'raad'
    """
    return named[:1].lower() + named[1:]


class OwnWords(Withdrawable):
    """The words of one passage; the newest that was not withdrawn counts."""

    id: str
    dossier: str
    number: int
    letter: Letter
    passage: Passage
    text: str
    given_on: date

    @property
    def called(self) -> str:
        """How people name it."""
        return f"{self.letter}: {self.passage}"


def newest(words: Iterable[OwnWords]) -> dict[str, OwnWords]:
    """Return the words that count, by how people name their passage."""
    counting = (each for each in words if each.counts)
    return {each.called: each for each in sorted(counting, key=lambda each: each.number)}
