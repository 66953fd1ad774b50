# SPDX-License-Identifier: EUPL-1.2
"""The page on which the adviser sees until when each link opens, and mails or withdraws one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import by_letters, day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.access import in_words, parties_with_page
from gehoord.domain.acts.link_deed import LinkDeed
from gehoord.domain.dossier.access import OVERVIEW, Access, is_closed
from gehoord.domain.dossier.addressees import addressee_of
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True)
class LinkRow:
    """The link of one party.

    Attributes:
        key: by which the party is named in its form.
        who: the party, as a sentence names it; ``called`` the same with a capital.
        stands: until when its link opens.
        address: where its mail goes; empty when none is known.
        deeds: what can be done with it now.
        form_key: hidden in its form.
    """

    key: str
    who: str
    called: str
    stands: str
    address: str
    deeds: tuple[LinkDeed, ...]
    form_key: str


@dataclass(frozen=True, slots=True)
class Confirming:
    """What the adviser is asked to be sure of.

    Attributes:
        deed: what he is about to do.
        row: with whose link.
        sentences: what comes of it.
    """

    deed: LinkDeed
    row: LinkRow
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccessPage:
    """What the adviser reads.

    Attributes:
        dossier: its name, as a command has it.
        rows: the link of each party, his own first.
        can_mail: whether a mail can have a link: the desk has an address that others can open.
        wrong: why what he did was refused; ``told`` is what it came to.
        confirming: what he is asked to be sure of, if he is.
    """

    plan: str
    dossier: str
    rows: tuple[LinkRow, ...]
    can_mail: bool
    wrong: str
    told: str
    confirming: Confirming | None


def access_page(
    state: State,
    accesses: Iterable[Access],
    on: date,
    form_key: Callable[[], str],
    *,
    can_mail: bool,
    wrong: str = "",
    told: str = "",
    confirming: tuple[LinkDeed, str] | None = None,
) -> AccessPage:
    """Return the page on one day.

    Args:
        state: the dossier.
        accesses: every one that was given in it.
        on: today.
        form_key: makes the hidden key of a form; each form has its own.
        can_mail: whether a mail can have a link.
        wrong: why what he did was refused.
        told: what it came to.
        confirming: what he must be sure of: the deed, and the key of the party.
    """
    given: dict[str, list[Access]] = {}
    for access in accesses:
        given.setdefault(access.recipient, []).append(access)
    rows = tuple(
        _row(state, who, given.get(who, []), on, form_key(), can_mail=can_mail)
        for who in _all(state, given)
    )
    asked = next((row for row in rows if confirming and row.key == confirming[1]), None)
    return AccessPage(
        plan=one_line(state.dossier.title),
        dossier=state.id,
        rows=rows,
        can_mail=can_mail,
        wrong=wrong,
        told=told,
        confirming=_confirming(confirming[0], asked, state) if confirming and asked else None,
    )


def _all(state: State, given: Mapping[str, Sequence[Access]]) -> list[str]:
    """Return everybody with a page, and after them who has a link besides."""
    always = parties_with_page(state)
    others = sorted(given.keys() - set(always), key=lambda who: by_letters(in_words(state, who)))
    return [*always, *others]


def _row(
    state: State, key: str, given: Sequence[Access], on: date, form_key: str, *, can_mail: bool
) -> LinkRow:
    who = one_line(in_words(state, key))
    return LinkRow(
        key=key,
        who=who,
        called=capital(who),
        stands=_stands(given, on),
        address=one_line(addressee_of(state, key).address) if key != OVERVIEW else "",
        deeds=tuple(_deeds(key, given, on, can_mail=can_mail)),
        form_key=form_key,
    )


def _stands(given: Sequence[Access], on: date) -> str:
    if valid := [access.expires_on for access in given if access.is_valid(on)]:
        return f"geldig tot en met {day_in_words(max(valid))}"
    if not given:
        return "nog geen link"
    newest = max(given, key=lambda access: access.generation)
    if newest.withdrawn_on:
        return f"ingetrokken op {day_in_words(newest.withdrawn_on)}"
    return f"verlopen na {day_in_words(newest.expires_on)}"


def _deeds(key: str, given: Sequence[Access], on: date, *, can_mail: bool) -> Iterable[LinkDeed]:
    """Yield what can be done: nobody gets the overview by mail, and the adviser stays able."""
    if key != OVERVIEW and can_mail:
        if not is_closed(given):
            yield LinkDeed.MAIL
        if given:
            yield LinkDeed.RENEW
    if key != ADVISER and any(access.is_valid(on) for access in given):
        yield LinkDeed.WITHDRAW


def _confirming(deed: LinkDeed, row: LinkRow, state: State) -> Confirming:
    if deed is LinkDeed.WITHDRAW:
        later = "Een nieuwe link geeft u later met 'Nieuwe link'."
        if row.key == OVERVIEW:
            later = f"Een nieuwe link geeft 'gehoord desk link {state.id} overzicht'."
        ends = f"De link van {row.who} opent daarna niets meer, ook de agenda niet."
        return Confirming(deed, row, (ends, later))
    return Confirming(
        deed,
        row,
        (
            "Deze pagina opent daarna niet meer: u gaat verder met de link in de mail.",
            f"De mail gaat naar {row.address or 'het postvak van de procedure'}. Komt hij niet "
            f"aan, dan toont 'gehoord desk link {state.id} adviseur' de link.",
        ),
    )
