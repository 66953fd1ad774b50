# SPDX-License-Identifier: EUPL-1.2
"""What people write in a file of a unit or a proposal: names, ids and addresses."""

import re
import unicodedata
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from gehoord.calendar.ical.address import plainly

Name = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]

_SHORT: Final = 40

_UNSEEN: Final = ("Cc", "Cf", "Zl", "Zp")
"""The Unicode categories of signs that nobody sees, and of ends of a line."""


def seen(name: str) -> str:
    """Refuse a name that cannot be read in a journal, or that passes there for another line."""
    if not name.strip() or any(unicodedata.category(sign) in _UNSEEN for sign in name):
        raise ValueError("schrijf een naam op één regel, met alleen tekens die te zien zijn")
    return name


SeenName = Annotated[Name, AfterValidator(seen)]
"""A name as somebody reports it: on one line, and not of blanks alone."""


def _joined(written: Any) -> Any:
    """Return a list of addresses as one text; anything else is judged as it is."""
    is_list = isinstance(written, (list, tuple)) and all(isinstance(mail, str) for mail in written)
    return ", ".join(written) if is_list else written


MailAddress = Annotated[
    str, BeforeValidator(_joined), StringConstraints(max_length=1000), AfterValidator(plainly)
]
"""One or more addresses that every mail program can carry: a text, or a list of them."""


def _as_the_cbs_writes_it(code: str) -> str:
    """Return the code of a municipality in capitals, or say how it is written."""
    if not re.fullmatch("GM[0-9]{4}", code.upper()):
        raise ValueError(
            f"'{code[:_SHORT]}' kan niet bij 'code'; schrijf de CBS-code als GM met vier cijfers "
            "erachter, zoals GM1980"
        )
    return code.upper()


CouncilCode = Annotated[
    str, StringConstraints(strip_whitespace=True), AfterValidator(_as_the_cbs_writes_it)
]
"""The code by which the CBS knows a municipality; small letters are taken as well."""
