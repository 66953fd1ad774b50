"""A besluit: what was decided, by whom, on which day and on which ground."""

from datetime import date
from enum import StrEnum

from gehoord.domain.reading import Frozen


class BesluitKind(StrEnum):
    """What the besluit is about."""

    THEMES = "themas"
    AGREEMENT = "akkoord"
    ADOPTION = "vaststelling"


class Besluit(Frozen):
    """One besluit. ``basis`` is the article on which it rests, if it names one."""

    id: str
    dossier: str
    kind: BesluitKind
    by: str
    taken_on: date
    basis: str = ""
    version: str | None = None
    text: str = ""
