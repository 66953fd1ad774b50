# SPDX-License-Identifier: EUPL-1.2
"""Who publishes what is public of a procedure, and where people can ask about it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from gehoord.domain.eenheid.letterhead import Line
from gehoord.domain.eenheid.written import MailAddress
from gehoord.domain.frozen import Frozen

TooiAddress = Annotated[
    str, StringConstraints(pattern=r"^https://identifier\.overheid\.nl/tooi/id/[a-z]+/[a-z0-9]+$")
]
"""The address of an organisation in the register of the government (TOOI)."""


class Publishing(Frozen):
    """What a unit lays down about its public site; what is empty is left out.

    Attributes:
        publisher: the organisation that publishes, by name; ``publisher_id`` its TOOI address.
        contact: a functional mailbox, of no person.
    """

    publisher: Line = Field("", alias="uitgever")
    publisher_id: TooiAddress | None = Field(None, alias="uitgever_tooi")
    contact: MailAddress | None = Field(None, alias="contact")
