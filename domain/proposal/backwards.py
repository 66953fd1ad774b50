# SPDX-License-Identifier: EUPL-1.2
"""A feasible procedure: the days of every step, laid out backwards from the adoption."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words, full_day_in_words
from gehoord.calendar.holidays import expected_holidays
from gehoord.calendar.recess import Recess, RecessSetting, RecessUnknownError
from gehoord.calendar.school import KNOWN_FROM, KNOWN_UNTIL
from gehoord.calendar.span import Span
from gehoord.calendar.weeks import is_council_week, weeks_after, weeks_before
from gehoord.domain.eenheid.eenheid import Eenheid, Party
from gehoord.domain.eenheid.schedule import whole_recess
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.last_lawful_day import last_lawful_day

HEARING_WEEKS: Final = 8
"""Raadsweken in the hearing: a council needs six to ten to bring a text to a decision."""

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)
_TRIED: Final = 156
"""Weeks that are looked ahead for the first adoption that can still be reached."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """``step`` lies at least so many raadsweken before the step that ``follows`` it."""

    step: str
    follows: str
    weeks: int
    anchor: str = "vaststelling"


_BACKWARDS: Final = (
    _Gap("definitief", "vaststelling", 1),
    _Gap("verwerking", "definitief", 1),
    _Gap("horen", "verwerking", 2),
    _Gap("verzending", "horen", HEARING_WEEKS + 1),
    _Gap("akkoord", "verzending", 1, anchor="verzending"),
    _Gap("ontwerp", "akkoord", 1),
    _Gap("raadpleging-70", "ontwerp", 3),
    _Gap("concept-70", "raadpleging-70", 4),
    _Gap("themas", "concept-70", 3),
    _Gap("advies", "themas", 1, anchor="themas"),
    _Gap("reservering", "advies", 5),
    _Gap("procesbrief", "reservering", 3),
)
"""From the adoption backwards; ``anchor`` is the step from which the proposal counts."""
FIRST_STEP: Final = _BACKWARDS[-1].step
"""With what a procedure begins that does not go on from a text that is there."""


@dataclass(frozen=True, slots=True)
class LaidOutBackwards:
    """The days of a feasible procedure, and for each step the words that give its day.

    ``days`` and ``words`` go by the id of the step. ``last_lawful_on`` is the last day the law
    leaves for the adoption, where the previous one is known; ``last_meeting_on`` the last meeting
    of the body in time for it, where its meetings are known. ``asked_on`` is the day that was
    asked for; the adoption lies earlier when the body does not meet on it. ``first_step`` is the
    one with which it begins.
    """

    adoption: date
    asked_on: date
    body: Party
    previous: date | None
    last_lawful_on: date | None
    last_meeting_on: date | None
    days: dict[str, date]
    words: dict[str, str]
    first_step: str = FIRST_STEP

    @property
    def start_by(self) -> date:
        """The last day on which the procedure can begin: that of its first step."""
        return self.days[self.first_step]

    @property
    def remarks(self) -> tuple[str, ...]:
        """What an adviser must know before anything else, in Dutch sentences."""
        return self.remarks_from(self.start_by)

    def remarks_from(self, start_by: date) -> tuple[str, ...]:
        """Return what an adviser must know of a procedure that begins on a day at the latest."""
        remarks = [f"Uiterlijk beginnen op {full_day_in_words(start_by)}."]
        if self.adoption != self.asked_on:
            asked, taken = full_day_in_words(self.asked_on), full_day_in_words(self.adoption)
            not_met = (
                f"{self.body.name} vergadert niet op {asked}; de laatste vergadering ervoor is"
            )
            remarks.insert(0, f"{not_met} {taken}.")
        if self.last_lawful_on is None:
            remarks.append(
                "De laatste dag om vast te stellen is niet bekend: geef op wanneer het vorige plan "
                "is vastgesteld (vorige_vaststelling)."
            )
            return tuple(remarks)
        last = f"De laatste dag om vast te stellen is {full_day_in_words(self.last_lawful_on)}"
        if self.last_meeting_on:
            last += f", de laatste vergadering daarvoor {full_day_in_words(self.last_meeting_on)}"
        late = (self.adoption - self.last_lawful_on).days
        if late > 0:
            last += f"; deze vaststelling is {counted(late, 'dag', 'dagen')} te laat"
        return (
            *remarks,
            f"{last} (Politiewet 2012, art. 39 lid 1; Algemene termijnenwet, art. 4).",
        )


def lay_backwards(
    eenheid: Eenheid,
    adoption: date,
    on: date,
    previous: date | None,
    first_step: str = FIRST_STEP,
) -> LaidOutBackwards:
    """Lay out a procedure that leaves every council a real chance, from its adoption backwards.

    No step falls on a day off or in the school holidays of the unit; the hearing holds at least
    ``HEARING_WEEKS`` whole weeks outside the school holidays of every region in the unit. What the
    body decides falls on one of its meetings, where they are known.

    Args:
        eenheid: the unit; its first body that adopts is the one that adopts.
        adoption: the day asked for; the last meeting of the body on or before it is taken.
        on: the day on which the proposal is written.
        previous: the day of the previous adoption, if it is known.
        first_step: with which it begins; what comes before that may be over.

    Raises:
        GehoordError: no body adopts, the day is a day off, the school holidays are not known, or
            what is left from ``on`` is too short.
    """
    bodies = [party for party in eenheid.parties if party.adopts and not party.is_delegation]
    if not bodies:
        raise GehoordError(
            f"In eenheid '{eenheid.id}' stelt geen overleg vast (stelt_vast = true)."
        )
    if adoption <= on:
        raise GehoordError(
            f"De vaststelling op {day_in_words(adoption)} moet na vandaag ({day_in_words(on)}) "
            "liggen."
        )
    if previous and previous >= adoption:
        raise GehoordError(
            f"De vorige vaststelling ({day_in_words(previous)}) moet voor de nieuwe "
            f"({day_in_words(adoption)}) liggen. Verbeter een van beide dagen."
        )
    try:
        laid_out = replace(_lay_out(eenheid, bodies[0], adoption, previous), first_step=first_step)
    except RecessUnknownError:
        raise GehoordError(
            f"De vaststelling op {day_in_words(adoption)} kan niet worden teruggerekend: de "
            f"schoolvakanties zijn bekend van {day_in_words(KNOWN_FROM)} tot en met "
            f"{day_in_words(KNOWN_UNTIL)}. Kies een dag daarbinnen."
        ) from None
    if on > laid_out.start_by:
        raise GehoordError(_too_late(eenheid, laid_out, on))
    return laid_out


def _lay_out(eenheid: Eenheid, body: Party, asked: date, previous: date | None) -> LaidOutBackwards:
    adoption = _meeting_by(eenheid, body, asked) or _worked(asked)
    days, words = {"vaststelling": adoption}, {"vaststelling": full_day_in_words(adoption)}
    for gap in _BACKWARDS:
        wanted = weeks_before(days[gap.follows], gap.weeks, eenheid.recess).day
        if gap.step == "verzending":
            wanted = min(wanted, _room_to_hear(days["horen"], eenheid, adoption))
        if gap.step == "themas" and (met := _meeting_by(eenheid, body, days[gap.follows] - _DAY)):
            days["themas"], words["themas"] = met, f"laatste vergadering voor {gap.follows}"
            continue
        days[gap.step], weeks = _on_working_day(days[gap.anchor], wanted, eenheid.recess)
        words[gap.step] = f"{counted(weeks, 'raadsweek', 'raadsweken')} voor {gap.anchor}"
    days["themabrief"], weeks = _after_themes(days["themas"], eenheid.recess)
    words["themabrief"] = f"{counted(weeks, 'raadsweek', 'raadsweken')} na themas"
    days["toezending"], weeks = _after_adoption(adoption)
    words["toezending"] = f"{counted(weeks, 'week', 'weken')} na vaststelling"
    last = last_lawful_day(previous) if previous else None
    meeting = _meeting_by(eenheid, body, last) if last else None
    return LaidOutBackwards(adoption, asked, body, previous, last, meeting, days, words)


def _worked(asked: date) -> date:
    """Return the day asked for, when it is one on which people work."""
    if why := expected_holidays().why_off(asked):
        raise GehoordError(
            f"De vaststelling op {full_day_in_words(asked)} kan niet: die dag wordt niet gewerkt "
            f"({why}). Kies een werkdag."
        )
    return asked


def _meeting_by(eenheid: Eenheid, body: Party, day: date) -> date | None:
    """Return the last meeting on or before a day, or nothing when those of its year are unknown."""
    if body.schedule is None or not body.schedule.covers(Span(day, day)):
        return None
    return body.schedule.last_by(day, eenheid.recess)


def _on_working_day(base: date, wanted: date, recess: Recess) -> tuple[date, int]:
    """Return the last day on or before ``wanted`` that can be named in raadsweken and is worked."""
    weeks = 1
    while (day := weeks_before(base, weeks, recess).day) > wanted or _is_off(day):
        weeks += 1
    return day, weeks


def _after_themes(themes: date, recess: Recess) -> tuple[date, int]:
    weeks = 2
    while _is_off(day := weeks_after(themes, weeks, recess).day):
        weeks += 1
    return day, weeks


def _after_adoption(adoption: date) -> tuple[date, int]:
    weeks = 1
    while _is_off(adoption + weeks * _WEEK):
        weeks += 1
    return adoption + weeks * _WEEK, weeks


def _is_off(day: date) -> bool:
    return expected_holidays().is_day_off(day)


def _recesses(eenheid: Eenheid, adoption: date) -> list[Recess]:
    """Return the school holidays of every region in the unit, in the year of the adoption."""
    found = {eenheid.holiday_region} | {
        municipality.holiday_region
        for municipality in eenheid.municipalities_on(adoption)
        if municipality.holiday_region
    }
    return [whole_recess(RecessSetting(region)) for region in sorted(found)]


def _room_to_hear(last: date, eenheid: Eenheid, adoption: date) -> date:
    """Return the last day of sending that leaves the councils of every region enough weeks."""
    return min(_room_before(last, recess) for recess in _recesses(eenheid, adoption))


def _room_before(last: date, recess: Recess) -> date:
    """Return the last day of sending that leaves enough whole raadsweken up to a last day."""
    monday = last - timedelta(days=last.weekday())
    found = 0
    while found < HEARING_WEEKS:
        monday -= _WEEK
        found += is_council_week(monday, recess)
    return monday - _DAY


def _too_late(eenheid: Eenheid, laid_out: LaidOutBackwards, on: date) -> str:
    late = counted((on - laid_out.start_by).days, "dag", "dagen")
    text = (
        f"De vaststelling op {full_day_in_words(laid_out.adoption)} en een procedure met "
        f"{HEARING_WEEKS} raadsweken om de raden te horen gaan niet samen: daarvoor had u "
        f"uiterlijk {late} geleden moeten beginnen, op {full_day_in_words(laid_out.start_by)}"
    )
    first = _first_in_reach(eenheid, laid_out, on)
    if first is None:
        return f"{text}. Kies een latere dag."
    text += f"; de eerste dag die wel kan, is {full_day_in_words(first)}"
    if laid_out.last_lawful_on and first > laid_out.last_lawful_on:
        past = counted((first - laid_out.last_lawful_on).days, "dag", "dagen")
        text += f", {past} na de laatste die mag (Politiewet 2012, art. 39 lid 1)"
    return f"{text}."


def _first_in_reach(eenheid: Eenheid, laid_out: LaidOutBackwards, on: date) -> date | None:
    """Return the first adoption, by whole weeks from the one asked, that can still be prepared."""
    for weeks in range(1, _TRIED):
        day = laid_out.asked_on + weeks * _WEEK
        if laid_out.body.schedule is None and _is_off(day):
            continue
        try:
            later = _lay_out(eenheid, laid_out.body, day, None)
        except RecessUnknownError:
            return None
        if later.days[laid_out.first_step] >= on:
            return later.adoption
    return None
