# SPDX-License-Identifier: EUPL-1.2
"""Does a reminder go to the right office, once, on a day it is read, and never after the reply?"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from gehoord.calendar.municipalities import ceased_or_to_come, same_council
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.ladder import recess_of
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.reminded import reminded_in
from gehoord.domain.finding import Severity

CHECKS = Checks()


@CHECKS.add(
    "herinnering-opgeheven-gemeente",
    Severity.WARN,
    mistake=29,
    practice="wat een griffie stoort, leest zij niet meer",
    remedy="Richt de herinnering aan de gemeente die in haar plaats kwam.",
)
def reminds_abolished(case: Case) -> Iterator[Observation]:
    """A reminder goes to a municipality that does not exist on its day."""
    gone = [
        (m, municipality.name)
        for m, municipality in _to_griffies(case)
        if _is_gone(municipality.code, m.created_on)
    ]
    if gone:
        yield _steps(case, gone), f"Herinnering aan een opgeheven gemeente: {_names(gone)}."


def _is_gone(code: str, day: date) -> bool:
    """Whether a municipality is not there on a day, under this name or its last one."""
    return all(ceased_or_to_come([name], [day]) for name in (code, same_council(code)))


@CHECKS.add(
    "herinnering-verkeerd-adres",
    Severity.WARN,
    mistake=29,
    practice="wat een griffie stoort, leest zij niet meer",
    remedy="Leg het adres van de griffie vast (gehoord record adres); wat wacht, gaat daarheen.",
)
def reminds_wrong_office(case: Case) -> Iterator[Observation]:
    """A reminder goes to another address than that of the griffie it is for.

    What has left went to the address of its day; a later one does not make that wrong.
    """
    wrong = [
        (m, municipality.name)
        for m, municipality in _to_griffies(case)
        if m.state in (MessageState.WAITING, MessageState.SENDING)
        and municipality.griffie_address
        and m.address != municipality.griffie_address
    ]
    if wrong:
        yield (
            _steps(case, wrong),
            f"Herinnering aan een ander adres dan dat van de griffie: {_names(wrong)}.",
        )


@CHECKS.add(
    "herinnering-dubbel",
    Severity.WARN,
    mistake=29,
    practice="wat een griffie stoort, leest zij niet meer",
    remedy="Verstuur er een; de andere kan weg uit de uitgaande post.",
)
def reminds_twice(case: Case) -> Iterator[Observation]:
    """Two reminders about one action go to one recipient on one day."""
    told = [(m, reminded) for m in _reminders(case) for reminded in reminded_in(m)]
    times = Counter((reminded.action, m.recipient, m.created_on) for m, reminded in told)
    double = [
        (m, m.recipient)
        for m, reminded in told
        if times[reminded.action, m.recipient, m.created_on] > 1
    ]
    if double:
        yield _steps(case, double), f"Twee keer dezelfde herinnering op een dag: {_names(double)}."


@CHECKS.add(
    "herinnering-in-reces",
    Severity.WARN,
    mistake=29,
    practice="wat een griffie stoort, leest zij niet meer",
    remedy="Verstuur de herinnering op de eerste dag waarop zij wordt gelezen.",
)
def reminds_in_recess(case: Case) -> Iterator[Observation]:
    """A reminder to a griffie leaves in the recess, in a weekend or on a holiday."""
    unread = [
        (m, municipality.name)
        for m, municipality in _to_griffies(case)
        if case.state
        and reading_day(m.created_on, recess_of(case.state, municipality.code)) != m.created_on
    ]
    if unread:
        yield (
            _steps(case, unread),
            f"Herinnering op een vrije dag of in het reces: {_names(unread)}.",
        )


@CHECKS.add(
    "herinnering-na-antwoord",
    Severity.WARN,
    mistake=29,
    practice="wat een griffie stoort, leest zij niet meer",
    remedy="Leg een antwoord vast op de dag dat het komt, en haal de herinnering weg.",
)
def reminds_after_reply(case: Case) -> Iterator[Observation]:
    """A reminder is about an action that was done before the reminder was made."""
    known = case.state.actions if case.state else []
    actions = {action.id: action for action in known}
    late = [
        (m, action.owner_name)
        for m in _reminders(case)
        for reminded in reminded_in(m)
        if (action := actions.get(reminded.action))
        and action.state is not ActionState.OPEN
        and action.done_on
        and action.done_on < m.created_on
    ]
    if late:
        yield _steps(case, late), f"Herinnering nadat het antwoord er was: {_names(late)}."


def _reminders(case: Case) -> list[Message]:
    """Return the reminders that left or will leave; one that was withdrawn reminds nobody."""
    return [m for m in case.messages if m.is_reminder and m.state is not MessageState.WITHDRAWN]


def _to_griffies(case: Case) -> list[tuple[Message, FrozenMunicipality]]:
    """Return the reminders to a griffie, each with its municipality."""
    known = {m.code: m for m in case.state.municipalities} if case.state else {}
    return [(m, known[m.recipient]) for m in _reminders(case) if m.recipient in known]


def _steps(case: Case, found: list[tuple[Message, str]]) -> tuple[str, ...]:
    return tuple(sorted({reminded.step for m, _ in found for reminded in reminded_in(m)}))


def _names(found: list[tuple[Message, str]]) -> str:
    return some(sorted({name for _, name in found}))
