"""Keeps that a council was heard, or that its silence was judged."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.deed import CouncilHeard, SilenceAccepted
from gehoord.domain.errors import RefusedError
from gehoord.domain.facts import Facts
from gehoord.domain.hearing import Answer
from gehoord.domain.step import StepKind
from gehoord.domain.zienswijze import Zienswijze
from gehoord.law.politiewet import HEAR_COUNCILS
from gehoord.store.register import Change

_NEEDS_DISPOSITION = (Answer.ZIENSWIJZE, Answer.POSITIVE_ZIENSWIJZE, Answer.POINTS)


def council_heard(change: Change, facts: Facts, deed: CouncilHeard) -> str:
    """Keep that a council was heard, with its zienswijze."""
    _refuse_after_adoption(facts)
    hearing = facts.hearing_of(facts.municipality(deed.municipality).code)
    heard = hearing.hear(deed.on, deed.manner, deed.answer)
    change.replace([(hearing, heard)])
    _close_hearing(change, facts, hearing.municipality, deed.on)
    if heard.version and (deed.text or deed.answer in _NEEDS_DISPOSITION):
        change.add(
            [
                Zienswijze(
                    id=f"{hearing.id}/{len(facts.zienswijzen) + 1}",
                    dossier=facts.dossier.id,
                    municipality=hearing.municipality,
                    name=hearing.name,
                    version=heard.version,
                    received_on=deed.on,
                    answer=deed.answer,
                    text=deed.text,
                )
            ]
        )
    return f"De raad van {hearing.name} is gehoord: {deed.answer}."


def silence_accepted(change: Change, facts: Facts, deed: SilenceAccepted) -> str:
    """Keep that a council had its opportunity and did not answer."""
    _refuse_after_adoption(facts)
    hearing = facts.hearing_of(facts.municipality(deed.municipality).code)
    change.replace([(hearing, hearing.accept_silence(deed.on, deed.reason))])
    _close_hearing(change, facts, hearing.municipality, deed.on)
    return f"Vastgelegd dat de raad van {hearing.name} gelegenheid had en niet antwoordde."


def _refuse_after_adoption(facts: Facts) -> None:
    if facts.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(facts.adoption.taken_on)}; horen kan "
            "alleen daarvoor.",
            HEAR_COUNCILS,
        )


def _close_hearing(change: Change, facts: Facts, municipality: str, on: date) -> None:
    actions = facts.open_actions(kind=StepKind.HEARING)
    change.replace([(a, a.done(on)) for a in actions if a.municipality == municipality])
