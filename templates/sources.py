# SPDX-License-Identifier: EUPL-1.2
"""The documents that findings name by a number, and what these are."""

import re
from collections.abc import Iterable
from typing import Final

from gehoord.calendar.dutch import enumeration

_DOCUMENTS: Final = {
    "S000": "de brief aan de raden bij het IMV 2023 (Noord-Holland, november 2022)",
    "S001": "de brief aan de raden over het IMV 2024-2027 (Noord-Holland, mei 2023)",
    "S002": "het IMV 2019-2022 (Noord-Holland)",
    "S003": "de verantwoording bij het IMV 2019-2022 (Noord-Holland)",
    "S004": "de planning van de Veiligheidsstrategie 2019-2022 (Oost-Nederland)",
}
_NUMBER: Final = re.compile(r"\bS00[0-4]\b")


def explained(texts: Iterable[str]) -> str:
    """Return in a sentence which documents are named by their number; empty when none is.

    >>> explained(["praktijk (S002: 298 wijkagenten)", "S002 noemt het een plicht"])
    'S002 is het IMV 2019-2022 (Noord-Holland).'
    >>> explained(["Politiewet 2012, art. 39 lid 1"])
    ''
    """
    named = sorted({number for text in texts for number in _NUMBER.findall(text)})
    if not named:
        return ""
    return enumeration([f"{number} is {_DOCUMENTS[number]}" for number in named]) + "."
