# SPDX-License-Identifier: EUPL-1.2
"""A council did not answer, and a person judges that it had its opportunity (art. 38b lid 2)."""

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.hearing import hearing_done, refuse_to_hear_after_adoption
from gehoord.domain.acts.report import SilenceAccepted
from gehoord.domain.acts.reports_of_hearing import means_all
from gehoord.domain.acts.treatment import settled
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.request import PartyRequest, RequestKind
from gehoord.domain.dossier.silence import (
    FEWEST_WORDS_OF_ITS_OWN,
    is_of_its_own,
    office_that_judges,
    opportunity_given,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.plan.opportunities import WEEKS_OF_A_FULL_PASS
from gehoord.law.politiewet import HEAR_COUNCILS


@decide.register
def silence_accepted(report: SilenceAccepted, state: State) -> Act:
    """Keep that a council had its opportunity and did not answer; or all of which that is so."""
    refuse_to_hear_after_adoption(state)
    if means_all(report.municipality):
        return _of_all(report, state)
    hearing = state.hearing_of(state.municipality(report.municipality).code)
    hearing.accept_silence(report.on, report.reason, report.by)
    office = _office_of(report, state, hearing)
    silent = hearing.accept_silence(report.on, report.reason, office)
    said = f"Vastgelegd dat de raad van {hearing.name} gelegenheid had en niet antwoordde."
    return Act(
        f"{said}{_said_of_meeting(hearing, report)}{_said_of_requests(state, hearing)}",
        _kept(state, report, [(hearing, silent)]),
    )


def _of_all(report: SilenceAccepted, state: State) -> Act:
    """Keep it of every council whose last day has passed and whose opportunity was real.

    The others are named: each of them needs a reason of its own. A council that has reserved time
    on a day to come is not silent yet, nor is one whose request for respite was not answered.
    """
    past, asking = _past(report, state)
    late, meeting = _parted(past, report)
    real = [h for h in late if opportunity_given(state, h, report.on).is_real]
    rest = _said_of_others([h.name for h in late if h not in real]) + _said_of_who_meet(meeting)
    rest += _said_of_who_ask(asking)
    if not real:
        raise RefusedError(
            "Er is geen raad die niet antwoordde, van wie de laatste dag voorbij is en die een "
            f"echte gelegenheid had.{rest}",
            HEAR_COUNCILS,
        )
    pairs = [
        (hearing, hearing.accept_silence(report.on, report.reason, report.by)) for hearing in real
    ]
    names = [hearing.name for hearing in real]
    verbs = ("had en niet antwoordde", "hadden en niet antwoordden")
    had = f"{counted(len(names), 'raad', 'raden')} gelegenheid {verbs[len(names) > 1]}"
    said = f"Vastgelegd dat {had}: {enumeration(names)}.{rest}"
    return Act(said, _kept(state, report, pairs))


def _past(report: SilenceAccepted, state: State) -> tuple[list[Hearing], list[Hearing]]:
    """Return whose last day has passed, and who of them waits for an answer about respite."""
    invited = state.hearings.where(state=HearingState.INVITED)
    past = [hearing for hearing in invited if _is_past(hearing, report)]
    asking = [hearing for hearing in past if _open_respites(state, hearing)]
    return [hearing for hearing in past if hearing not in asking], asking


def _said_of_others(names: list[str]) -> str:
    if not names:
        return ""
    return f" Zonder echte gelegenheid, dus elk met een eigen reden: {enumeration(names)}."


def _parted(late: list[Hearing], report: SilenceAccepted) -> tuple[list[Hearing], list[Hearing]]:
    """Return who said nothing, and who may still do so at a meeting to come."""
    meeting = [hearing for hearing in late if _still_meets(hearing, report)]
    return [hearing for hearing in late if hearing not in meeting], meeting


def _said_of_who_meet(meeting: list[Hearing]) -> str:
    if not meeting:
        return ""
    names = enumeration([hearing.name for hearing in meeting])
    return f" Heeft nog tijd gereserveerd, dus wacht die vergadering af: {names}."


def _said_of_who_ask(asking: list[Hearing]) -> str:
    if not asking:
        return ""
    names = enumeration([hearing.name for hearing in asking])
    return f" Vroeg om uitstel, dus beantwoord eerst dat verzoek: {names}."


def _said_of_requests(state: State, hearing: Hearing) -> str:
    """Return which requests for respite of a council wait for an answer; else nothing."""
    numbers = [str(asked.number) for asked in _open_respites(state, hearing)]
    if not numbers:
        return ""
    stand = (
        f"verzoek {numbers[0]} staat"
        if len(numbers) == 1
        else (f"de verzoeken {enumeration(numbers)} staan")
    )
    return f" Let op: {stand} nog open. Antwoord met 'antwoord-op-verzoek'."


def _open_respites(state: State, hearing: Hearing) -> list[PartyRequest]:
    return [
        asked
        for asked in state.requests
        if asked.is_open
        and asked.question is RequestKind.RESPITE
        and asked.is_about(hearing.municipality)
    ]


def _still_meets(hearing: Hearing, report: SilenceAccepted) -> bool:
    """Whether a council means to treat the ontwerp on a day that is still to come."""
    return hearing.meeting_on is not None and hearing.meeting_on >= report.on


def _said_of_meeting(hearing: Hearing, report: SilenceAccepted) -> str:
    """Return that a council may answer still, at a meeting that it named; else nothing."""
    if hearing.meeting_on is None or not _still_meets(hearing, report):
        return ""
    return (
        f" Let op: hij vergadert nog op {day_in_words(hearing.meeting_on)} "
        f"({hearing.meeting_stands}). Leg zijn antwoord dan vast als aanvulling."
    )


def _is_past(hearing: Hearing, report: SilenceAccepted) -> bool:
    asked = hearing.invited_on is not None and hearing.invited_on <= report.on
    return asked and (hearing.due is None or hearing.due.day < report.on)


def _office_of(report: SilenceAccepted, state: State, hearing: Hearing) -> str:
    """Return which office judged the silence.

    After no real opportunity that asks for a reason of this council's own, of who may give it.
    """
    given = opportunity_given(state, hearing, report.on)
    if given.is_real:
        return report.by
    lacked = f"De raad van {hearing.name} had geen echte gelegenheid"
    who = f"de regioburgemeester of de burgemeester van {hearing.name}"
    if not is_of_its_own(state, hearing, report.reason):
        raise RefusedError(
            f"{lacked}: {given.in_words}. Nodig is een raadsvergadering die past of, als die niet "
            f"bekend is, {WEEKS_OF_A_FULL_PASS} raadsweken. Geef meer tijd, of laat {who} "
            "voor deze raad alleen opschrijven waarom hij toch genoeg gelegenheid had: ten minste "
            f"{FEWEST_WORDS_OF_ITS_OWN} woorden, en niet de reden van een andere raad.",
            HEAR_COUNCILS,
            field="reden",
        )
    if office := office_that_judges(state, hearing, report.by):
        return office
    raise RefusedError(
        f"{lacked}; waarom hij die toch genoeg had, zegt {who}, niet "
        f"'{report.by}': noem dat ambt als wie dit vastlegt (door).",
        HEAR_COUNCILS,
        field="door",
    )


def _kept(state: State, report: SilenceAccepted, pairs: list[tuple[Hearing, Hearing]]) -> Changes:
    changes = Changes()
    for hearing, silent in pairs:
        changes += settled(state, hearing, silent, report.on)
        changes += hearing_done(state, hearing, report.on)
    return changes
