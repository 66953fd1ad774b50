# SPDX-License-Identifier: EUPL-1.2
"""The page of one party: everything that it is asked, got and needs in one procedure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import quote

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.access import in_words
from gehoord.domain.acts.party_form import CHANGED, PartyForm
from gehoord.domain.acts.party_forms import party_forms
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.papers import drafts_taken_back
from gehoord.domain.dossier.receipt import Receipt
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.templates.desk.adviser_ways import AdviserWays
from gehoord.templates.desk.asked import AskedOfParty, DoneByParty, asked_of, done_by
from gehoord.templates.desk.below import MEETINGS, PageBelow, pages_below
from gehoord.templates.desk.forms import words_of
from gehoord.templates.desk.given import GivenMail, given
from gehoord.templates.desk.meetings import CouncilMeetings, meetings_that_fit
from gehoord.templates.desk.receipt_page import ReceiptPage, receipt_pages
from gehoord.templates.desk.subscription import Subscription
from gehoord.templates.desk.texts import ReadyTexts, ready_texts
from gehoord.templates.fields import correspondence
from gehoord.templates.known import Correspondence
from gehoord.templates.planning import planning
from gehoord.templates.told_path import ToldPath, told_path
from gehoord.templates.told_sessions import ToldSession, sessions_of
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPage:
    """What a party reads; all text already in Dutch words.

    Attributes:
        who: the party.
        plan: the procedure, and ``eenheid`` the unit.
        asked: what it owes, the most urgent first; ``done`` what it did.
        mails: what it got, the last first.
        planning: what happens when.
        meetings: those that still fit, of a council that is or will be asked.
        path: where its council is on the way to an answer; nothing of who has no council.
        sessions: to which it is invited.
        texts: that its griffie can take over, as long as the council is asked.
        subscription: its calendar.
        forms: that it may fill in now: what each is called, and its name.
        form_of: those of them by which it reports what is asked, by the step of that.
        receipts: of what it sent in, the last first; the adviser reads what all sent in.
        may_change: whether it may still change the answer of its council.
        address: where it answers; ``answer`` opens a mail to it and is empty for the adviser, to
            whom all others answer; ``no_zienswijze`` opens one in which that text stands.
        until: the last day of its link.
        gone: that its municipality ceased, and into which it went; empty for any other.
        below: the pages of their own that it has.
    """

    who: str
    plan: str
    eenheid: str
    asked: tuple[AskedOfParty, ...]
    done: tuple[DoneByParty, ...]
    mails: tuple[GivenMail, ...]
    planning: tuple[tuple[str, str], ...]
    meetings: CouncilMeetings | None
    path: ToldPath | None
    sessions: tuple[ToldSession, ...]
    texts: ReadyTexts | None
    subscription: Subscription
    forms: tuple[tuple[str, str], ...]
    form_of: Mapping[str, tuple[str, str]]
    receipts: tuple[ReceiptPage, ...]
    may_change: bool
    address: str
    answer: str
    no_zienswijze: str
    until: str
    gone: str
    below: tuple[PageBelow, ...]

    @property
    def has_meetings_below(self) -> bool:
        """Whether it can hand in when its council meets."""
        return any(page.place == MEETINGS for page in self.below)

    @property
    def late(self) -> int:
        """How much of what is asked is late."""
        return sum(item.is_late for item in self.asked)


def party_page(
    state: State,
    access: Access,
    mails: Sequence[Message],
    files: Mapping[str, str],
    mailbox: Address,
    feed: Subscription,
    receipts: Sequence[Receipt],
    on: date,
    missed: frozenset[str] = frozenset(),
    ways: AdviserWays | None = None,
) -> PartyPage:
    """Return the page of a party on one day.

    Args:
        state: the dossier.
        access: of the party.
        mails: those that left to it.
        files: the name of each document in them, by its SHA-256.
        mailbox: where it answers.
        feed: its calendar.
        receipts: of what it sent in.
        on: today.
        missed: where the ontwerp did not arrive.
        ways: finds the links by which the adviser does what is asked; of nobody else.
    """
    c = correspondence(state, on)
    who, is_council = in_words(state, access.recipient), access.recipient == access.owner
    texts = _texts(state, c, access.owner) if is_council else None
    forms = party_forms(state, access, on)
    return PartyPage(
        who=capital(one_line(who)),
        plan=one_line(state.proposal.title),
        eenheid=one_line(state.dossier.eenheid_name),
        asked=asked_of(state, access.owner, on, ways),
        done=done_by(state, access.owner),
        mails=given(mails, files, drafts_taken_back(state)),
        planning=planning(c),
        meetings=meetings_that_fit(state, access.owner, on),
        path=_path(state, access.owner, on, missed) if is_council else None,
        sessions=sessions_of(state, access.recipient),
        texts=texts,
        subscription=feed,
        forms=tuple(_named(state, form) for form in forms),
        form_of={form.step: _named(state, form) for form in forms if form.step},
        receipts=receipt_pages(state, receipts),
        may_change=any(form.name == CHANGED for form in forms),
        address=mailbox.mail,
        answer="" if access.recipient == ADVISER else _mail_to(mailbox, state, who),
        no_zienswijze=_mail_to(mailbox, state, who, texts.no_zienswijze) if texts else "",
        until=day_in_words(access.expires_on),
        gone=_gone(state, access.owner),
        below=pages_below(state, access),
    )


def _path(state: State, code: str, on: date, missed: frozenset[str]) -> ToldPath | None:
    found = [hearing for hearing in state.hearings.where(municipality=code) if hearing.is_owed]
    return told_path(state, found[0], on, missed) if found else None


def _gone(state: State, code: str) -> str:
    """Return in Dutch since when a municipality is no more, and who took its place."""
    for municipality in state.municipalities.where(code=code):
        if municipality.until is None:
            break
        if municipality.never_was:
            return f"{one_line(municipality.name)} was bij vergissing aan dit dossier toegevoegd."
        there = (
            m for into in municipality.successors for m in state.municipalities.where(code=into)
        )
        names = enumeration([one_line(m.name) for m in there])
        since = day_in_words(municipality.until + timedelta(days=1))
        into = f" in {names}" if names else " in een andere gemeente"
        return f"{one_line(municipality.name)} is op {since} opgegaan{into}."
    return ""


def _texts(state: State, c: Correspondence, code: str) -> ReadyTexts | None:
    asked = state.hearings.where(municipality=code, state=HearingState.INVITED)
    return ready_texts(replace(c, recipient=asked[0].name)) if asked else None


def _named(state: State, form: PartyForm) -> tuple[str, str]:
    return words_of(state, form).title, form.name


def _mail_to(mailbox: Address, state: State, who: str, body: str = "") -> str:
    """Return the address that opens a mail (RFC 6068), in the reader's own program."""
    subject = f"{state.proposal.title}: {who}"
    text = f"&body={quote(body, safe='')}" if body else ""
    return (
        f"mailto:{quote(mailbox.mail, safe='@')}?subject={quote(one_line(subject), safe='')}{text}"
    )
