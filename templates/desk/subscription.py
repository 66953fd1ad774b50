# SPDX-License-Identifier: EUPL-1.2
"""How somebody puts the days of a procedure in his own calendar, in one click."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Subscription:
    """The addresses of one calendar.

    Attributes:
        https: the calendar itself, to be copied.
        webcal: opens the calendar of the reader's own machine, Apple's among them.
        outlook: adds it in Outlook on the web, for an account of an organisation.
        google: adds it in Google Calendar.
    """

    https: str
    webcal: str
    outlook: str
    google: str


def subscription(address: str, name: str) -> Subscription:
    """Return the addresses of a calendar.

    >>> found = subscription("https://balie.example/k/abc.ics", "IMV 2028")
    >>> found.webcal
    'webcal://balie.example/k/abc.ics'
    >>> found.google
    'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fbalie.example%2Fk%2Fabc.ics'
    """
    webcal = f"webcal://{address.partition('://')[2]}"
    outlook = "https://outlook.office.com/calendar/0/addfromweb"
    return Subscription(
        https=address,
        webcal=webcal,
        outlook=f"{outlook}?url={quote(address, safe='')}&name={quote(name, safe='')}",
        google=f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
    )
