# SPDX-License-Identifier: EUPL-1.2
"""Does the hearing leave the councils time: outside recess, and up to a last day they know?"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Final

from gehoord.calendar.due import Precision, Stretch
from gehoord.calendar.dutch import counted, enumeration
from gehoord.calendar.recess import RecessSetting, RecessUnknownError, Usability, council_recess
from gehoord.calendar.school import SchoolHolidaysUnknownError, SchoolRegion
from gehoord.calendar.span import Span
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import about, during, said, when
from gehoord.domain.eenheid.eenheid import Municipality
from gehoord.domain.finding import Severity
from gehoord.domain.plan.opportunities import WEEKS_OF_A_FULL_PASS, days_to_be_heard
from gehoord.law.awb import CAREFUL_PREPARATION

CHECKS = Checks()
LARGE_SHARE: Final = 4
"""A window of which one day in four is recess, or more, is said to be small."""


@CHECKS.add(
    "reces",
    Severity.WARN,
    mistake=10,
    article=CAREFUL_PREPARATION,
    practice="IMV 2024-2027 (S001): 44 van de 123 dagen om te horen waren zomervakantie",
    remedy="Geef de raden genoeg weken buiten de vakantie, en vraag elke griffie naar haar reces.",
)
def hearing_in_recess(case: Case) -> Iterator[Observation]:
    """A large part of the hearing window lies in the school holidays."""
    days = _to_be_heard(case)
    if days is None or case.hearing is None:
        return
    weighed = _weighed(case, days.span)
    if not any(use.recess_days * LARGE_SHARE >= use.window.days for use in weighed.values()):
        return
    parts = [
        f"{counted(use.recess_days, 'dag', 'dagen')} in regio {region} ({_shares(use)})"
        for region, use in weighed.items()
        if use.recess_days
    ]
    yield (
        (case.hearing.id,),
        f"Van de {about(days)}{counted(days.span.days, 'dag', 'dagen')} om te horen "
        f"({when(days)}) zijn schoolvakantie: {enumeration(parts)}. {_left(case, weighed)}",
    )


def _left(case: Case, weighed: Mapping[SchoolRegion, Usability]) -> str:
    """Return in Dutch what each council keeps; those with a recess of their own by name."""
    own = {m.name: use for m, use in _with_own_recess(case, next(iter(weighed.values())).window)}
    said = []
    for region, use in weighed.items():
        councils = [c for c in case.councils if c.holiday_region is region and c.name not in own]
        if councils:
            who = counted(len(councils), "raad houdt", "raden houden elk")
            said.append(f"{who} {_kept(use)} over")
    said += [f"{name} (eigen reces) houdt {_kept(use)} over" for name, use in own.items()]
    return f"{enumeration(said)}."


def _kept(use: Usability) -> str:
    weeks = counted(use.council_weeks, "raadsweek", "raadsweken")
    return f"{counted(use.usable_days, 'dag', 'dagen')} ({weeks})"


def _with_own_recess(case: Case, window: Span) -> Iterator[tuple[Municipality, Usability]]:
    """Yield the councils that laid down a recess of their own, as far as it is known."""
    wanted = {council.code for council in case.councils}
    for municipality in case.eenheid.municipalities:
        if municipality.has_own_recess and municipality.code in wanted:
            with suppress(RecessUnknownError):
                yield municipality, case.eenheid.usability(municipality, window)


@CHECKS.add(
    "weinig-tijd-om-te-horen",
    Severity.WARN,
    mistake=10,
    article=CAREFUL_PREPARATION,
    practice="een volle ronde langs commissie en raad duurt zes tot tien weken buiten het reces",
    remedy="Geef de raden langer de tijd, of vraag elke griffie of haar raad dit haalt.",
)
def short_hearing(case: Case) -> Iterator[Observation]:
    """A council has fewer than six raadsweken: weeks without recess from Monday to Friday."""
    days = _to_be_heard(case)
    if days is None or case.hearing is None:
        return
    window = days.span
    left = [(use.council_weeks, "een raad") for use in _weighed(case, window).values()]
    left += [
        (use.council_weeks, f"de raad van {municipality.name} (eigen reces)")
        for municipality, use in _with_own_recess(case, window)
    ]
    least, whose = min(left, key=lambda one: one[0], default=(WEEKS_OF_A_FULL_PASS, ""))
    if least < WEEKS_OF_A_FULL_PASS:
        weeks = counted(least, "raadsweek", "raadsweken")
        yield (
            (case.hearing.id,),
            f"Om te horen is er tijd {when(days)}; buiten de vakantie zijn dat voor {whose} "
            f"{about(days)}{weeks} (maandag tot en met vrijdag).",
        )


@CHECKS.add(
    "drie-vakantieregios",
    Severity.WARN,
    mistake=10,
    article=CAREFUL_PREPARATION,
    practice="Oost-Nederland (S004): de gemeenten liggen in noord, midden en zuid",
    remedy="Plan het horen zo dat elke regio genoeg weken heeft.",
)
def holidays_differ(case: Case) -> Iterator[Observation]:
    """The councils have different school holidays on the working days of the hearing."""
    days = _to_be_heard(case)
    if days is None or case.hearing is None:
        return
    weighed = _weighed(case, days.span)
    if len({_worked_in_recess(use) for use in weighed.values()}) < 2:
        return
    numbers = [
        f"{region} {counted(use.recess_days, 'dag', 'dagen')}" for region, use in weighed.items()
    ]
    yield (
        (case.hearing.id,),
        f"De gemeenten liggen in {len(weighed)} vakantieregio's. Van de "
        f"{about(days)}{counted(days.span.days, 'dag', 'dagen')} om te horen zijn "
        f"schoolvakantie: {enumeration(numbers)}.",
    )


@CHECKS.add(
    "geen-uiterste-dag",
    Severity.WARN,
    mistake=23,
    article=CAREFUL_PREPARATION,
    practice="S003: de raden kregen in 2018 geen dag waarop zij uiterlijk moesten antwoorden",
    remedy="Geef het horen een laatste dag, met tijd om de antwoorden te verwerken.",
)
def no_last_day(case: Case) -> Iterator[Observation]:
    """The councils are not told by which day they must answer."""
    if case.hearing and case.hearing.precision is Precision.UNDATED:
        yield (
            (case.hearing.id,),
            "Het horen heeft geen dag waarop een raad uiterlijk moet antwoorden.",
        )


@CHECKS.add(
    "behandeling-op-laatste-dag",
    Severity.WARN,
    mistake=11,
    article=CAREFUL_PREPARATION,
    remedy="Laat de raad ten minste een week voor de laatste dag behandelen.",
)
def treated_on_the_last_day(case: Case) -> Iterator[Observation]:
    """The council treats the ontwerp on the last day of the hearing, or decides after it."""
    hearing = case.hearing
    if hearing is None or hearing.precision is Precision.UNDATED:
        return
    for meeting in case.standing():
        timed = meeting.precision is not Precision.UNDATED and not case.is_done(meeting)
        if meeting.step.treats_in_council and timed and meeting.due_on >= hearing.due_on:
            yield (
                (meeting.id, hearing.id),
                f"'{meeting.step.title}' duurt tot en met {said(meeting.due)}, terwijl een "
                f"raad uiterlijk {said(hearing.due)} moet hebben geantwoord.",
            )


def _to_be_heard(case: Case) -> Stretch | None:
    """Return the days on which councils can be heard; nothing when these are not known, or over."""
    if case.hearing is None or case.is_done(case.hearing):
        return None
    return days_to_be_heard(case.plan)


def _weighed(case: Case, window: Span) -> dict[SchoolRegion, Usability]:
    """Return what the window leaves the councils of each region; nothing when it is not known."""
    try:
        return {region: _left_by(region, window) for region in case.school_holidays}
    except SchoolHolidaysUnknownError:
        return {}


@lru_cache(maxsize=256)
def _left_by(region: SchoolRegion, window: Span) -> Usability:
    return council_recess(RecessSetting(region), window).weigh(window)


def _shares(use: Usability) -> str:
    names = [part.name for part, _ in use.shares]
    return enumeration([f"{n} {during(s)}" for n, s in zip(names, _shared(use), strict=True)])


def _shared(use: Usability) -> tuple[Span, ...]:
    """Return the stretches of the window that each holiday takes."""
    return tuple(s for part, _ in use.shares if (s := part.span.overlap(use.window)))


def _worked_in_recess(use: Usability) -> frozenset[date]:
    """Return the days of recess on which a council could meet: Monday up to and including Friday.

    School holidays begin on a Saturday: a window that ends with that weekend loses nothing by it.
    """
    return frozenset(day for span in _shared(use) for day in span if day.weekday() < _SATURDAY)


_SATURDAY: Final = 5
