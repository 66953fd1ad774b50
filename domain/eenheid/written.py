"""What people write in a file of a unit or a proposal: names, ids and addresses."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from gehoord.calendar.ical.address import Address

Name = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]


def _mail_address(text: str) -> str:
    return Address(text).mail


MailAddress = Annotated[str, StringConstraints(max_length=254), AfterValidator(_mail_address)]
"""One address that every mail program can carry."""
