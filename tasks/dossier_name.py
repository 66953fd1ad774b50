# SPDX-License-Identifier: EUPL-1.2
"""Which names a new dossier can have: each is also the name of its folders."""

from pydantic import TypeAdapter, ValidationError

from gehoord.domain.eenheid.eenheid import Identifier
from gehoord.domain.errors import GehoordError
from gehoord.tasks.file_names import is_reserved


def dossier_name(name: str) -> str:
    """Return a name that a new dossier can have.

    Raises:
        GehoordError: it has other characters than lower case letters, digits and dashes, or Windows
            can have no folder of that name.
    """
    if is_reserved(name):
        raise GehoordError(
            f"Een dossier kan niet '{name}' heten: Windows maakt geen map met die naam. {_OTHER}"
        )
    try:
        return TypeAdapter(Identifier).validate_python(name)
    except ValidationError:
        raise GehoordError(
            f"Een dossier kan niet '{name}' heten: gebruik kleine letters, cijfers en streepjes. "
            f"{_OTHER}"
        ) from None


_OTHER = "Kies met --naam (of in het formulier) een andere naam."
