# SPDX-License-Identifier: EUPL-1.2
"""The rows of an overview: the stages, what is late, and the councils."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.access import in_words
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.proposed import has_proposed_day
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.council_standing import StandingCouncil
from gehoord.domain.outgoing.standing import Lateness, StateOfAffairs
from gehoord.templates.desk.overview_links import RowLink, RowLinks
from gehoord.templates.desk.tiles import MARKS
from gehoord.templates.owners import owner_in_words
from gehoord.templates.standing.councils import lines_of, meeting_in_words
from gehoord.templates.standing.late import MOST_LATE, how_late, since_then
from gehoord.templates.standing.mail import undelivered, unreached
from gehoord.templates.standing.stages import done_in_words, next_day_in_words, stage_in_words
from gehoord.templates.wording import capital, shortened

_LONGEST: Final = 300
"""Signs of what somebody asks; the card has the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """How far a stage is; ``is_late`` when something in it is."""

    name: str
    standing: str
    done: str
    next: str
    is_late: bool
    links: tuple[RowLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRow:
    """Something that is late: whose it is, what, how late, and what was done about it."""

    who: str
    what: str
    how_late: str
    due: str
    since: str
    links: tuple[RowLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRow:
    """One council: where it stands, with the mark that its tile has, and what it answered.

    As long as it did not answer, ``answer`` is the meeting that it named.
    """

    name: str
    standing: str
    mark: str
    asked: str
    by: str
    heard: str
    answer: str
    links: tuple[RowLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """A request that waits for the adviser: whose it is, what is asked, why, and until when."""

    who: str
    what: str
    why: str
    asked: str
    due: str
    links: tuple[RowLink, ...]


@dataclass(frozen=True, slots=True)
class MailRow:
    """What waits for an address or did not arrive, in sentences, with its letter."""

    said: str
    links: tuple[RowLink, ...] = ()


def stage_rows(affairs: StateOfAffairs, links: RowLinks) -> Iterator[StageRow]:
    """Yield how far each stage is, in the order of the procedure."""
    for number, each in enumerate(affairs.stages(), start=1):
        yield StageRow(
            name=f"{number}. {each.stage.heading}",
            standing=stage_in_words(each),
            done=done_in_words(each),
            next=one_line(next_day_in_words(each)),
            is_late=bool(each.late),
            links=links.of_stage(each.stage),
        )


def late_rows(affairs: StateOfAffairs, links: RowLinks) -> Iterator[LateRow]:
    """Yield what is late, the oldest first, and no more than a person reads."""
    for each in affairs.late[:MOST_LATE]:
        yield _late_row(affairs, each, links)


def _late_row(affairs: StateOfAffairs, each: Lateness, links: RowLinks) -> LateRow:
    action, state = each.action, affairs.state
    return LateRow(
        who=capital(one_line(owner_in_words(state, action))),
        what=one_line(action.title),
        how_late=how_late(action, affairs.on, proposed=has_proposed_day(state, action.step)),
        due=one_line(action.due_in_words),
        since=one_line(since_then(each)),
        links=links.of_action(action),
    )


def request_rows(state: State, links: RowLinks) -> Iterator[RequestRow]:
    """Yield what parties asked and the adviser did not answer yet, the oldest first."""
    waiting = [request for request in state.requests if request.is_open]
    for request in sorted(waiting, key=lambda each: (each.asked_on, each.number)):
        action = state.actions.one(request.action)
        yield RequestRow(
            who=capital(one_line(in_words(state, request.recipient))),
            what=one_line(request.what),
            why=shortened(one_line(request.text), _LONGEST),
            asked=day_in_words(request.asked_on),
            due=one_line(action.due_in_words) if action else "",
            links=links.of_action(action) if action else (),
        )


def mail_rows(affairs: StateOfAffairs, links: RowLinks) -> Iterator[MailRow]:
    """Yield who cannot be mailed, and then what did not arrive, the longest waiting first."""
    for said in unreached(affairs):
        yield MailRow(one_line(said))
    for said, message in zip(undelivered(affairs), affairs.undelivered, strict=True):
        yield MailRow(one_line(said), links.of_mail(message.id))


def council_rows(
    affairs: StateOfAffairs, councils: list[StandingCouncil], links: RowLinks
) -> Iterator[CouncilRow]:
    """Yield a row for each council, in alphabetical order."""
    for line, council in zip(lines_of(affairs.state, affairs.missed), councils, strict=True):
        yield _council_row(line, council, links)


def _council_row(line: Mapping[str, str], council: StandingCouncil, links: RowLinks) -> CouncilRow:
    hearing = council.hearing
    return CouncilRow(
        name=one_line(hearing.name),
        standing=council.standing,
        mark=MARKS[council.standing],
        asked=line["Gevraagd"],
        by=one_line(line["Antwoord gevraagd"]),
        heard=line["Gehoord"],
        answer=one_line(line["Antwoord"] or _meeting(hearing)),
        links=links.of_council(hearing.municipality, hearing.name),
    )


def _meeting(hearing: Hearing) -> str:
    return f"vergadering: {meeting_in_words(hearing)}" if hearing.meeting_on else ""
