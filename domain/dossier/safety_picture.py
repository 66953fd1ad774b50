# SPDX-License-Identifier: EUPL-1.2
"""The picture that the police made of the safety in the unit (veiligheidsbeeld)."""

from datetime import date

from gehoord.domain.dossier.filed import Filed


class SafetyPicture(Filed):
    """One edition of the safety picture; the newest that was not withdrawn counts.

    Attributes:
        number: from 1 in each dossier.
        maker: who made it, an office or an organisation.
        themes: the developments that it describes, in its order (S003: twelve).
        closes: the ids of the actions that were done by it.
    """

    id: str
    dossier: str
    number: int
    maker: str
    made_on: date
    themes: tuple[str, ...]
    closes: tuple[str, ...] = ()
