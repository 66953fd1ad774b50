# SPDX-License-Identifier: EUPL-1.2
"""The access to a page and its calendar, by a link that is a key: of one party, or to all."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.frozen import Frozen

YEARS_AFTER_ADOPTION: Final = 2
"""How long a link stays valid at least: what a party is still sent about an adoption (appeal, the
first jaarverslag) falls within it. A mail of later bears a new one."""

YEARS_AFTER_LAST_DUTY: Final = 1
"""How long it stays valid after the last day of what its party still owes. What is late is asked
about on that page, and what it was late with is sent on from there (art. 39 lid 4); a jaarverslag
is a year's work, so that a year covers one that comes a whole round too late. No longer: a key
that nobody needs any more can only fall into wrong hands."""

OVERVIEW: Final = "+overzicht"
"""The key of the link to the overview of a dossier. No party can have it: its id has no such sign
(`Identifier`), and nobody gets mail under it."""


class Access(Frozen):
    """What the register keeps of one link. The link itself stands nowhere in it.

    Attributes:
        recipient: the key under which the party gets its mail (`recipient_of`).
        generation: counts the links of a party in a dossier, from 1.
        salt: drawn for this link alone, and no secret. A register that was put back counts
            generations anew; its next link is another one all the same.
        page_hash: the SHA-256 of the token of its page; ``feed_hash`` of that of its calendar.
        expires_on: the last day on which it is valid.
        withdrawn_on: the day from which it is valid no more.
    """

    id: str
    dossier: str
    recipient: str
    generation: int
    salt: str
    page_hash: str
    feed_hash: str
    made_on: date
    expires_on: date
    withdrawn_on: date | None = None

    @property
    def owner(self) -> str:
        """Under which key the party owes actions: all of one municipality under its CBS code.

        The calendar of the adviser is that of the whole dossier, and so that of an overview.
        """
        return owner_of(self.recipient)

    @property
    def is_overview(self) -> bool:
        """Whether it opens the overview of the dossier, and no page of a party."""
        return self.recipient == OVERVIEW

    def path(self, token: str) -> str:
        """Return where on the desk its page stands, under its token."""
        return f"/{'o' if self.is_overview else 'p'}/{token}"

    def is_valid(self, on: date) -> bool:
        """Whether its link opens anything on a day."""
        return self.withdrawn_on is None and on <= self.expires_on

    def lasting(self, until: date) -> "Access":
        """Return this access, of which the same link is valid until a day if that is later."""
        return self.model_copy(update={"expires_on": max(self.expires_on, until)})

    def opens(self, token: str) -> bool:
        """Whether this is the token of its page; whether it is valid is another matter."""
        return hmac.compare_digest(hashed(token), self.page_hash)

    def withdrawn(self, on: date) -> "Access":
        """Return this access, of which the link opens nothing any more."""
        return self.model_copy(update={"withdrawn_on": on})


@dataclass(frozen=True, slots=True)
class Seal:
    """Turns a party into the token of its page, which nobody without the secret can find.

    Attributes:
        secret: of this installation, 256 random bits; it stands outside the register.
        register: the identity of the register.
    """

    secret: bytes = field(repr=False)
    register: str

    def token(self, dossier: str, recipient: str, generation: int, salt: str) -> str:
        """Return the token of the page: 256 bits in 43 signs that fit in an address."""
        about = json.dumps([self.register, dossier, recipient, generation, salt])
        return _as_token(self.secret, about)

    def token_of(self, access: Access) -> str:
        """Return the token that this secret gives an access; another secret made another one."""
        return self.token(access.dossier, access.recipient, access.generation, access.salt)

    def new(
        self,
        dossier: str,
        recipient: str,
        earlier: Iterable[Access],
        on: date,
        until: date,
        salt: str,
    ) -> Access:
        """Return the next access of a party.

        Args:
            dossier: its name.
            recipient: the party.
            earlier: every access that it had in this dossier.
            on: the day on which it is made.
            until: the last day on which it is valid.
            salt: drawn at random for it.
        """
        generation = 1 + max((access.generation for access in earlier), default=0)
        token = self.token(dossier, recipient, generation, salt)
        return Access(
            id=f"{dossier}/{recipient}/{generation}",
            dossier=dossier,
            recipient=recipient,
            generation=generation,
            salt=salt,
            page_hash=hashed(token),
            feed_hash=hashed(feed_token(token)),
            made_on=on,
            expires_on=until,
        )

    def known(self, accesses: Iterable[Access], on: date) -> str | None:
        """Return the token of the newest of these that is valid and that this secret made."""
        found = self.known_access(accesses, on)
        return self.token_of(found) if found else None

    def known_access(self, accesses: Iterable[Access], on: date) -> Access | None:
        """Return the newest of these that is valid and that this secret made.

        Another machine with a secret of its own may have made others; those cannot be told.
        """
        newest_first = sorted(accesses, key=lambda a: a.generation, reverse=True)
        valid = (access for access in newest_first if access.is_valid(on))
        return next((access for access in valid if access.opens(self.token_of(access))), None)


def owner_of(recipient: str) -> str:
    """Return under which key a party owes actions, by that under which it gets its mail."""
    return ADVISER if recipient == OVERVIEW else recipient.rpartition(" ")[2]


def feed_token(page_token: str) -> str:
    """Return the token of the calendar that belongs to a page.

    It follows from that of the page, and not the other way round: a calendar is given to a program
    or a company that may never open the page.
    """
    return _as_token(page_token.encode(), "agenda")


def hashed(token: str) -> str:
    """Return what the register keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def last_valid_day(adoption_on: date | None, last_duty_on: date | None, on: date) -> date:
    """Return the last day of a link made on a day.

    Args:
        adoption_on: the planned day of the adoption.
        last_duty_on: the last day of what its party owes.
        on: the day on which it is made.

    >>> last_valid_day(date(2027, 11, 4), date(2027, 10, 7), date(2026, 12, 1)).isoformat()
    '2029-11-04'
    >>> last_valid_day(date(2027, 11, 4), date(2032, 12, 31), date(2026, 12, 1)).isoformat()
    '2033-12-31'
    >>> last_valid_day(None, None, date(2028, 2, 29)).isoformat()
    '2030-02-28'
    """
    after_adoption = _years_after(max(adoption_on or on, on), YEARS_AFTER_ADOPTION)
    return max(after_adoption, needed_until(last_duty_on) or after_adoption)


def needed_until(last_duty_on: date | None) -> date | None:
    """Return until when a party needs its link for what it owes; nothing where it owes nothing."""
    return _years_after(last_duty_on, YEARS_AFTER_LAST_DUTY) if last_duty_on else None


def _years_after(day: date, years: int) -> date:
    """Return the same day some years later; of 29 February the 28th where there is none."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if is_leap_day else day.day)


def is_closed(accesses: Iterable[Access]) -> bool:
    """Whether somebody withdrew the last link of a party, so that no mail may bear a new one."""
    newest = max(accesses, key=lambda access: access.generation, default=None)
    return newest is not None and newest.withdrawn_on is not None


def _as_token(secret: bytes, about: str) -> str:
    digest = hmac.digest(secret, about.encode(), "sha256")
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
