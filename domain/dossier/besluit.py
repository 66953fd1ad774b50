"""A besluit: what was decided, by whom, on which day and on which ground."""

from datetime import date
from enum import StrEnum

from gehoord.domain.frozen import Frozen


class BesluitKind(StrEnum):
    """What the besluit is about."""

    THEMES = "themas"
    AGREEMENT = "akkoord"
    ADOPTION = "vaststelling"
    CHANGE = "wijziging"


class Besluit(Frozen):
    """One besluit.

    ``basis`` is the article on which it rests, if it names one; ``adopters`` are those who adopted:
    the code of each municipality whose burgemeester did, and the offices.
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
