# SPDX-License-Identifier: EUPL-1.2
"""A dossier in memory as it is in earnest: acts, the daily look, and every letter that leaves."""

import re
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.holidays import HolidaysUnknownError, statutory_holidays
from gehoord.calendar.reading_day import is_in_recess
from gehoord.domain.acts.act import Act, NoticeSent, OntwerpSent
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.addressees import Recipient, recipients
from gehoord.domain.dossier.facts import FACTS
from gehoord.domain.dossier.ladder import with_reminders
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.reminded import Sent
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.eenheid.office_addresses import OfficeAddresses
from gehoord.domain.outgoing.late import news_of_late
from gehoord.domain.outgoing.reminders import Bundle
from gehoord.domain.outgoing.round import round_of_reminders
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Letter
from gehoord.templates.correspondence import Rendered, letter
from gehoord.templates.outgoing.late import digest_of_late
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.outgoing.reminders import reminders
from tests.domain.acts.story_in_memory import StoryInMemory

A_DAY = re.compile(
    r"\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december) \d{4}\b"
)
MARKUP = re.compile(r"<[^>]+>")
MAIL_FROM = "adviseur@eenheid.example"


def reached(eenheid: Eenheid, lacking: Sequence[str] = ()) -> Eenheid:
    """Return a unit of which every office has an address, but for some municipalities."""

    def of(who: str, name: str) -> str | None:
        return None if name in lacking else f"{who}@{re.sub(r'[^a-z]', '', name.lower())}.example"

    there = tuple(
        m.model_copy(
            update={
                "griffie_address": of("griffie", m.name),
                "burgemeester_address": of("burgemeester", m.name),
                "safety_address": of("oov", m.name),
            }
        )
        for m in eenheid.municipalities
    )
    offices = OfficeAddresses.model_validate(
        {office: f"{office}@eenheid.example" for office in OfficeAddresses.model_fields},
        by_name=True,
    )
    bodies = tuple(p.model_copy(update={"address": f"{p.id}@x.example"}) for p in eenheid.parties)
    return eenheid.model_copy(
        update={"municipalities": there, "addresses": offices, "parties": bodies}
    )


class PlayedDossier(StoryInMemory):
    """A dossier without a register, with its daily look; of each letter one copy is read.

    Attributes:
        said: what each act said.
        letters: how many letters and mails were read.
        reminded: the reminders that left.
    """

    def __init__(self, random: Random) -> None:
        super().__init__()
        self.random = random
        self.said: list[str] = []
        self.letters = 0
        self.reminded: list[Sent] = []
        self._told_late: list[Message] = []
        self._on = date.min

    def opened_with(self, proposal: Proposal, eenheid: Eenheid, text: str) -> None:
        self.opens((proposal, eenheid, text))

    @classmethod
    def standing_at(cls, state: State) -> "PlayedDossier":
        """Go on with a dossier as it stands."""
        played = cls(Random(0))  # noqa: S311, a play and no secret
        played._state = state
        return played

    def does(self, report: Report, on: date | None = None) -> str:
        self._on = on or report.on
        return super().does(report, on)

    def looks(self, on: date) -> None:
        """Do the daily look: remind who owes something, and tell the adviser what is late."""
        due = [a for a in self.state.open_actions() if a.remind_on and a.remind_on <= on]
        has_news = False
        if due:
            self._flatten()
            found = round_of_reminders(self.state, due, self.reminded, on)
            self._state, has_news = self.state.after(found.changes), found.has_news
            for bundle in found.mails:
                self._remind(bundle, on)
        if has_news or self._has_late(on):
            self._tell_late(on)

    def _has_late(self, on: date) -> bool:
        """Whether something is late, or the adviser must do something, that he was not told."""
        return any(
            a.reminded_on is None if a.is_outside_plan else a.is_late(on) and not a.is_told_late
            for a in self.state.open_actions()
        )

    def _tell_late(self, on: date) -> None:
        if news := news_of_late(self.state, self._told_late, on):
            digest = digest_of_late(self._post(on), news)
            self._told_late.append(digest)
            self._state = self.state.after(with_reminders(self.state, news.changes))
            assert A_DAY.search(digest.body), "a digest of what is late names no day"

    def _remind(self, bundle: Bundle, on: date) -> None:
        for reminder in bundle.reminders:
            action = self.state.actions.one(reminder.action.id)
            assert action is not None, "reminded of what is not there"
            assert action.is_open, f"reminded of what is done: {action.name}"
            if action.municipality:
                where = self.state.municipality(action.municipality)
                assert where.until is None, f"{where.name} is reminded, and is no more"
        assert not is_day_off(on), "a reminder on a day off"
        if bundle.reminders[0].to_griffie and (code := bundle.reminders[0].action.municipality):
            [m] = [m for m in self.state.living if m.code == code]
            if own := self.state.eenheid.municipality(m.code):
                setting = self.state.eenheid.recess_setting(own)
                assert not is_in_recess(on, setting), f"{m.name} is reminded in its recess"
        [mail] = reminders(self._post(on), [bundle])
        for reminder in bundle.reminders:
            days = reminder.action.days
            day = day_in_words(days.last.day) if days and days.names_day else ""
            assert day in mail.body, f"a reminder without its day:\n{mail.body}"
        self.letters += 1
        self.reminded.append(_as_sent(mail, on))

    def _flatten(self) -> None:
        """Hold all at once what many acts changed one through the other: it is asked faster."""
        held: dict[str, Any] = {name: list(getattr(self.state, name)) for name in FACTS}
        self._state = State(self.state.dossier, mails=self.state.mails, **held)

    def _becomes(self, act: Act) -> str:
        said = super()._becomes(act)
        self._flatten()
        self.said.append(said)
        for news in act.news:
            match news:
                case NoticeSent(step):
                    self._reads(step, None)
                case OntwerpSent(step, councils) if councils:
                    self._reads(step, councils)
        return said

    def _reads(self, step: str, councils: frozenset[str] | None) -> None:
        """Read one copy of a letter that leaves: who gets it, and the days that stand in it."""
        planned = self.state.plan[step]
        to = list(recipients(self.state, planned.step.to))
        if councils is not None:
            to = [one for one in to if one.municipality in councils]
        if not to or planned.step.letter is None:
            return
        one = self.random.choice(to)
        on = self._written_on(step)
        made = letter(planned.step.letter, self._post(on).about(planned, one))
        self.letters += len(to)
        self._refuse_without_day(planned.step.letter, one, made, on)

    def _written_on(self, step: str) -> date:
        [*_, last] = sorted(
            a.done_on for a in self.state.actions.where(step=step) if a.done_on
        ) or [self._on]
        return last

    def _refuse_without_day(self, kind: Letter, to: Recipient, made: Rendered, on: date) -> None:
        said = MARKUP.sub(" ", made.letter)
        assert day_in_words(on) in said, f"'{kind}' leaves without the day on which it is written"
        if kind is Letter.ONTWERP and to.municipality:
            hearing = self.state.hearing_of(to.municipality)
            last = hearing.respond_by
            assert last is not None, "a council is asked without a last day"
            assert day_in_words(last) in said + made.mail, f"'{kind}' does not say {last}"
        if kind in (Letter.ADOPTION, Letter.SEND_OUT, Letter.ANNOUNCEMENT):
            assert self.state.adoption is not None
            day = day_in_words(self.state.adoption.taken_on)
            assert day in said, f"'{kind}' does not say on which day was adopted"

    def _post(self, on: date) -> Outgoing:
        return Outgoing(self.state, on, MAIL_FROM)


def is_day_off(on: date) -> bool:
    try:
        return statutory_holidays().is_day_off(on)
    except HolidaysUnknownError:
        return on.weekday() >= 5


def _as_sent(mail: Message, on: date) -> Sent:
    kept = {name: getattr(mail, name) for name in Sent._fields} | {"created_on": on}
    return Sent(**kept)
