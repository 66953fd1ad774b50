# SPDX-License-Identifier: EUPL-1.2
"""By which word an office is known, however people write it."""

import re
from typing import Final

from gehoord.domain.eenheid.eenheid import OFFICES
from gehoord.domain.nearby import folded

_BEFORE: Final = re.compile(
    r"\s*(?:(?:de|het)\s+)?(?:burgemeester\s+(?:van\s+)?(?:(?:de\s+)?gemeente\s+)?)?(?=\S)",
    re.IGNORECASE,
)
_KEYS: Final = {folded(name): key for key, name in OFFICES.items()}
_MORE: Final = {folded("minister van Justitie en Veiligheid"): "minister"}


def bare_office(said: str) -> str:
    """Return an office without its article, a burgemeester by the name of his municipality.

    >>> bare_office("De burgemeester van Texel"), bare_office("de hoofdofficier van justitie")
    ('Texel', 'hoofdofficier')
    """
    bare = _BEFORE.sub("", said, count=1).strip()
    return {**_KEYS, **_MORE}.get(folded(bare), bare)
