# SPDX-License-Identifier: EUPL-1.2
"""Who a calendar or an invitation comes from or goes to."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it takes long to load, and only a calendar needs it
    from icalendar import vCalAddress

MAIL = re.compile(r"[A-Za-z0-9._+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")

LONGEST = 254
"""How many characters an address can have (RFC 5321, 4.5.3.1.3, without its angle brackets)."""


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address and the name people know it by.

    Raises:
        ValueError: the address is not one that every mail program and calendar can carry.

    >>> Address("griffie@haarlem.example", "Griffie Haarlem").uri
    'mailto:griffie@haarlem.example'
    """

    mail: str
    name: str = ""

    def __post_init__(self) -> None:
        if len(self.mail) > LONGEST:
            raise ValueError(
                f"'{self.mail[:40]}…' is te lang voor een e-mailadres. Kort het adres in."
            )
        if not MAIL.fullmatch(self.mail):
            raise ValueError(
                f"{self.mail!r} is geen e-mailadres. Geef een adres als griffie@gemeente.nl op."
            )

    @property
    def uri(self) -> str:
        """The address as a calendar names it."""
        return f"mailto:{self.mail}"


def addresses(text: str) -> tuple[Address, ...]:
    """Return the addresses of one office, written one after the other; each stands there once.

    Raises:
        ValueError: one of them is none.

    >>> [a.mail for a in addresses("griffie@hoorn.example; raad@hoorn.example")]
    ['griffie@hoorn.example', 'raad@hoorn.example']
    """
    parts = [part.strip(" ") for part in re.split("[,;]", text)]
    return tuple(Address(mail) for mail in dict.fromkeys(parts))


def plainly(text: str) -> str:
    """Return addresses as they are kept: parted by a comma and a blank.

    Raises:
        ValueError: one of them is none.
    """
    return ", ".join(address.mail for address in addresses(text))


def calendar_address(address: Address, **parameters: str) -> "vCalAddress":
    """Return the address as a calendar property, its name as CN.

    A double quote cannot stand in a parameter and a caret begins an escape that half the readers
    do not know, so both give way to an apostrophe.
    """
    from icalendar import vCalAddress

    from gehoord.calendar.ical.text import one_line

    value = vCalAddress(address.uri)
    if name := re.sub(r'["^]', "'", one_line(address.name)):
        value.params["CN"] = name
    for key, parameter in parameters.items():
        value.params[key.upper()] = parameter
    return value
