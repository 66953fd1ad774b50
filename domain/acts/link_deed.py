# SPDX-License-Identifier: EUPL-1.2
"""What the adviser does with the link of a party on his own page, and what cannot be done there."""

from collections.abc import Iterable
from enum import StrEnum

from gehoord.domain.dossier.access import OVERVIEW, Access, is_closed
from gehoord.domain.dossier.addressees import Recipient
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.errors import RefusedError


class LinkDeed(StrEnum):
    """What is done with a link."""

    MAIL = "mail"
    RENEW = "nieuw"
    WITHDRAW = "intrekken"

    def told(self, who: str) -> str:
        """Return in Dutch that it was done, as the journal keeps it."""
        match self:
            case LinkDeed.MAIL:
                return f"Mail met de link klaargezet voor {who}."
            case LinkDeed.RENEW:
                return f"Link voor {who} vernieuwd; de mail ermee is klaargezet."
            case LinkDeed.WITHDRAW:
                return f"Link van {who} ingetrokken."


def refuse_to_mail(state: State, to: Recipient, who: str) -> None:
    """Refuse to mail a link that would arrive nowhere.

    An office or body without an address of its own gets its mail by way of the adviser.

    Raises:
        RefusedError: nobody gets mail for the overview, or a griffie has no address.
    """
    command = f"gehoord desk link {state.id}"
    if to.id == OVERVIEW:
        raise RefusedError(
            "Van wie het overzicht leest, staat geen mailadres in het dossier. De link toont "
            f"'{command} overzicht'."
        )
    is_griffie = to.id == to.municipality
    if is_griffie and not to.address and state.dossier.mode is not Mode.TRIAL:
        raise RefusedError(
            f"Van {who} is geen mailadres bekend. Leg het vast met het formulier melden-adres, of "
            f"toon de link met '{command} \"{to.name}\"'."
        )


def refuse_closed(accesses: Iterable[Access], who: str) -> None:
    """Refuse to mail a link again that was withdrawn.

    Raises:
        RefusedError: it was.
    """
    if is_closed(accesses):
        raise RefusedError(f"De link van {who} is ingetrokken. Kies 'Nieuwe link'.")


def refuse_of_oneself(recipient: str, state: State) -> None:
    """Refuse that the adviser takes the page away on which he does so.

    Raises:
        RefusedError: it is his own.
    """
    if recipient == ADVISER:
        raise RefusedError(
            "Uw eigen link trekt u hier niet in, want dan opent deze pagina niet meer. Kies "
            f"'Nieuwe link', of geef 'gehoord desk link {state.id} adviseur --withdraw'."
        )


def arrives_in_words(to: Recipient, who: str) -> str:
    """Return in Dutch where a mail with a link arrives that is not at its party; else nothing."""
    if to.address or to.id in (ADVISER, to.municipality):
        return ""
    return f"Van {who} is geen mailadres bekend: de mail komt bij u. Stuur die door."
