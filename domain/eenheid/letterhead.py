# SPDX-License-Identifier: EUPL-1.2
"""What stands above and below a letter: who signs it, and where the sender is reached."""

import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints

from gehoord.domain.eenheid.written import seen
from gehoord.domain.frozen import Frozen
from gehoord.domain.settable import all_settable


def _seen_or_empty(words: str) -> str:
    """Refuse a line that cannot be read or set; an empty one says that there is nothing to say."""
    return all_settable(seen(words)) if words else ""


Line = Annotated[str, StringConstraints(max_length=200), AfterValidator(_seen_or_empty)]
"""What stands on one line of a letter; empty when it is left out."""


class Letterhead(Frozen):
    """The lines of a letter that hang on its sender; what is empty is left out.

    Attributes:
        signatory: by name; without it the function alone signs.
        function: of who signs; without it that is the regioburgemeester of the unit.
        address: of the sender, on one line.
        handled_by: who deals with it; without it the adviser of the regioburgemeester.
        reference: under which the sender keeps his letters ("ons kenmerk").
    """

    signatory: Line = Field("", alias="ondertekenaar")
    function: Line = Field("", alias="functie")
    address: Line = Field("", alias="adres")
    handled_by: Line = Field("", alias="behandeld_door")
    telephone: Line = Field("", alias="telefoon")
    mail: Line = Field("", alias="mail")
    reference: Line = Field("", alias="kenmerk")


class GivenLetterhead(Frozen):
    """What was given of the letterhead since a dossier was opened.

    Attributes:
        lines: what takes the place of a line, by its name; empty leaves that line out.
        references: under which a recipient keeps his letters ("uw kenmerk"), by his key.
        annexes: what is named as an annex of a letter besides what it carries itself, by the name
            of that letter; under no name what is named in every letter. Empty when that letter
            names none, also not those of every letter.
    """

    lines: dict[str, str] = Field(default_factory=dict)
    references: dict[str, str] = Field(default_factory=dict)
    annexes: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    def on(self, before: Letterhead) -> Letterhead:
        """Return a letterhead with these lines in it."""
        return before.model_copy(update=self.lines)

    @property
    def as_kept(self) -> str:
        """The JSON that is kept; empty when nothing was given."""
        given = self.model_dump()
        if not any(given.values()):
            return ""
        return json.dumps(given, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def read_letterhead(kept: str) -> GivenLetterhead:
    """Return what was given, from its JSON."""
    read: dict[str, Any] = json.loads(kept or "{}")
    return GivenLetterhead(**read)


def annexes_in(letter: str, annexes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return what a letter names as its annexes: those of every letter, and then its own.

    >>> annexes = {"": ("Kaart",), "ontwerp": ("Factsheet", "kaart"), "proces": ()}
    >>> annexes_in("ontwerp", annexes), annexes_in("proces", annexes), annexes_in("nota", annexes)
    (('Kaart', 'Factsheet'), (), ('Kaart',))
    """
    own = annexes.get(letter)
    return () if own == () else once((*annexes.get("", ()), *(own or ())))


def once(annexes: Iterable[str]) -> tuple[str, ...]:
    """Return each annex once, as it was named first.

    >>> once(["Planning", "planning"])
    ('Planning',)
    """
    named: dict[str, str] = {}
    for annex in annexes:
        named.setdefault(annex.casefold(), annex)
    return tuple(named.values())
