# SPDX-License-Identifier: EUPL-1.2
"""Whether a meeting is called off, in the words of whoever keeps the calendar."""

import re
from typing import Final

_CALLED_OFF: Final = (
    r"(?:(?:komt|is|wordt)\s+(?:te\s+)?)?"
    r"(?:ge(?:an+ul+eerd|cancel+e?d)|an+ul+ering|vervallen|vervalt|afgelast|afgezegd|geschrapt"
    r"|cancel+ed|abgesagt|annul\u00e9e?|gaat\s+(?:\w+\s+)?niet\s+door"
    r"|vindt\s+(?:\w+\s+)?niet\s+plaats|wordt\s+(?:\w+\s+)?niet\s+gehouden)\b"
)
_MEETING: Final = (
    r"(?:raad|raads?(?:vergadering|commissie)|commissie(?:vergadering)?|vergadering)\b"
)
_WHY: Final = r"(?:wegens|vanwege|omdat|door|in\s+verband|i\.?\s?v\.?\s?m)"
_TITLE: Final = re.compile(
    rf"^[\W_]*{_CALLED_OFF}"  # Geannuleerd: raad
    rf"|^[\W_]*(?:geen|geannuleerde|afgelaste)\s+{_MEETING}"  # Geen raadsvergadering
    rf"|(?:[(\[{{*/|\u2013\u2014]|\s-+)\s*{_CALLED_OFF}"  # Raad (vervalt), Raad - vervalt
    rf"|(?<!niet)[\s:,;.!-]{_CALLED_OFF}(?=[\W_]*$|\s+{_WHY})",  # Raad vervalt wegens reces
    re.IGNORECASE,
)


def is_called_off(words: str) -> bool:
    """Whether a title or a status says that a meeting is not held.

    >>> is_called_off("GEANNULEERD: Raadsvergadering"), is_called_off("Raad (vervalt)")
    (True, True)
    >>> is_called_off("Raad: vervallenverklaring"), is_called_off("Raad gaat door")
    (False, False)
    """
    return _TITLE.search(words) is not None
