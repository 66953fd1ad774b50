# SPDX-License-Identifier: EUPL-1.2
"""It became known when a council or body meets; what was counted on before is judged anew."""

from datetime import date
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.calendar.opportunity import Opportunity
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import MeetingsRead
from gehoord.domain.checks import Case, findings
from gehoord.domain.checks.opportunity import NO_MEETING_DAY
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.council_meetings import council_of, opportunity_to_answer
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.known_meetings import KnownMeetings, with_meetings
from gehoord.domain.dossier.silence import opportunity_given
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.understood import (
    Understood,
    chosen_by,
    days_of_procedure,
    understood,
)
from gehoord.domain.dossier.whose_calendar import WhoseCalendar, whose_calendar
from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.errors import RefusedError

_FEW: Final = 4
"""Days that one sentence names."""


def what_was_understood(report: MeetingsRead, state: State) -> Understood:
    """Return what of a calendar counts as meetings of its council or body, and what does not.

    Raises:
        RefusedError: no meeting in it counts, or it cannot be read.
        GehoordError: who is named is not of this dossier.
    """
    whose = _that_still_matters(report.who, state)
    every = report.every or not (whose.council or report.word)
    why_not = chosen_by(report.word, every=every, place=whose.name)
    return understood(report.file, whose, days_of_procedure(state), why_not, report.on)


@decide.register
def meetings_read(report: MeetingsRead, state: State) -> Act:
    """Keep when a council or body meets; what was known before counts no longer from there on.

    What was known of the days before the first in the calendar stays known. No day of the plan
    moves: where a body does not meet on a day of the plan, that is told and becomes a finding.

    A silence that was accepted after a meeting that is not there any more is told, and becomes a
    finding.

    Law: Politiewet 2012, art. 38b lid 2 (a real chance to be heard).
    """
    whose = _that_still_matters(report.who, state)
    found = what_was_understood(report, state)
    former = state.opened.meetings.get(whose.key)
    known = found.known(report.file, report.on)
    known = known.after(former, found.begins_on) if former else known
    meetings = with_meetings(state.dossier.meetings, whose.key, known)
    kept = state.dossier.model_copy(update={"meetings": meetings})
    changes = Changes.replacing([(state.dossier, kept)])
    said = [
        _said_of(whose, found, known),
        _said_of_former(whose, state, known, found.begins_on),
        said_of_meetings(whose, state, state.after(changes), report.on),
    ]
    return Act(" ".join(filter(None, said)), changes + Changes(documents=(report.file,)))


def _that_still_matters(name: str, state: State) -> WhoseCalendar:
    """Return whose meetings can still matter to the procedure.

    Raises:
        RefusedError: it ceased to exist, or the plan was adopted.
        GehoordError: it is not of this dossier.
    """
    whose = whose_calendar(state, name)
    if whose.council and whose.council.until is not None:
        raise RefusedError(
            f"{whose.name} is opgeheven; haar raad wordt niet meer gehoord. Noem de "
            "gemeente waarin zij opging."
        )
    if state.adoption:
        which = "raden" if whose.council else "overleggen"
        raise RefusedError(
            f"Het plan is vastgesteld op {day_in_words(state.adoption.taken_on)}; de vergaderingen "
            f"van de {which} veranderen daar niets meer aan."
        )
    return whose


def _said_of(whose: WhoseCalendar, found: Understood, known: KnownMeetings) -> str:
    """Return how many meetings are known now, and of how many entries that is a part."""
    days, rest = known.days, len(found.left_out)
    stretch = f"van {day_in_words(days[0])} tot en met {day_in_words(days[-1])}"
    when = stretch if len(days) > 1 else f"op {day_in_words(days[0])}"
    verb = "is" if len(days) == 1 else "zijn"
    how_many = counted(len(days), "vergadering", "vergaderingen")
    besides = f" Niet meegeteld: {counted(rest, 'afspraak', 'afspraken')}." if rest else ""
    return f"Van {whose.in_words} {verb} {how_many} bekend, {when}.{besides}"


def _said_of_former(
    whose: WhoseCalendar, state: State, known: KnownMeetings, begins_on: date
) -> str:
    """Return what differs from what was known before, if anything was."""
    former = state.opened.meetings.get(whose.key)
    if former is None:
        has_own = _schedule_of(whose, state) is not None
        return "Zij gaan voor op de vergaderingen in eenheid.toml." if has_own else ""
    here = f"Zij vervangen die van {day_in_words(former.read_on)}"
    come = sorted({*known.days} - {*former.days})
    gone = sorted({*former.days} - {*known.days})
    stay = [day for day in former.days if day < begins_on]
    stays = (
        f" Wat bekend was van voor {day_in_words(begins_on)}, blijft: {_days(stay)}."
        if stay
        else ""
    )
    if not come and not gone:
        return f"{here}; de dagen zijn dezelfde.{stays}"
    sides = [f"{_days(days)} {which}" for days, which in ((come, "erbij"), (gone, "weg")) if days]
    return f"{here}: {enumeration(sides)}.{stays}"


def _schedule_of(whose: WhoseCalendar, state: State) -> Schedule | None:
    """Return when somebody meets as far as that is known; nothing where it is not."""
    if whose.council:
        return council_of(state, whose.key).schedule
    body = state.eenheid.party(whose.key)
    return body.schedule if body else None


def said_of_meetings(whose: WhoseCalendar, before: State, after: State, on: date) -> str:
    """Return what other meetings mean for the procedure, if they mean anything.

    Args:
        whose: who meets.
        before: the dossier with the former meetings.
        after: the dossier with the other ones.
        on: the day on which they became known.
    """
    if whose.council is None:
        return _said_of_plan(whose, after)
    return _said_of_hearing(whose.council, before, after, on)


def _said_of_plan(whose: WhoseCalendar, after: State) -> str:
    """Return which days of the plan are no meetings of a body."""
    wrong = (f for f in findings(Case.of_plan(after)) if f.code == NO_MEETING_DAY)
    own = {step.id for step in after.as_opened.steps if step.owner == whose.key}
    return " ".join(f"Let op: {finding.text}" for finding in wrong if own.issuperset(finding.steps))


def _said_of_hearing(
    municipality: FrozenMunicipality, before: State, after: State, on: date
) -> str:
    """Return what other meetings of a council mean for its hearing."""
    found = after.hearings.where(municipality=municipality.code)
    if not found:
        return ""
    [hearing] = found
    if hearing.state is HearingState.SILENT:
        return _said_of_silence(before, after, hearing)
    if hearing.is_settled:
        return ""
    if council_of(after, municipality.code).schedule is None:
        return "Wanneer hij vergadert, is nu niet bekend."
    return _said_of_opportunity(opportunity_to_answer(after, hearing, on))


def _days(days: list[date]) -> str:
    """Return days in words, or how many there are of too many."""
    if len(days) > _FEW:
        return f"{len(days)} dagen"
    return enumeration([day_in_words(day) for day in days])


def _said_of_opportunity(opportunity: Opportunity | None) -> str:
    """Return at which of its meetings a council can be heard."""
    if opportunity is None:
        return "Of er een past om te horen, is nog niet te zeggen: niet al die dagen zijn bekend."
    days = [meeting.day for meeting in opportunity.fitting]
    if not days:
        return "Geen ervan past in de tijd om te horen."
    if len(days) == 1:
        return f"Om te horen past er 1: die van {day_in_words(days[0])}."
    return (
        f"Om te horen passen er {len(days)}: de eerste op {day_in_words(days[0])}, de laatste op "
        f"{day_in_words(days[-1])}."
    )


def _said_of_silence(before: State, after: State, hearing: Hearing) -> str:
    """Return what a silence rests on now, where that is no longer what it was."""
    on = hearing.heard_on or date.max
    had, has = (opportunity_given(state, hearing, on) for state in (before, after))
    if had.is_real == has.is_real:
        return ""
    if has.is_real:
        return f"Hij zweeg, en had echt gelegenheid: {has.in_words}."
    return (
        f"Let op: op {day_in_words(on)} is vastgelegd dat hij zweeg na {had.in_words}. Nu blijkt: "
        f"{has.in_words}. Neem dat terug met 'herstel' en geef hem meer tijd, of leg opnieuw vast "
        "waarom hij toch genoeg gelegenheid had."
    )
