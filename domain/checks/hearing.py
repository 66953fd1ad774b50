# SPDX-License-Identifier: EUPL-1.2
"""Is every council heard, by the law's own standard, before the plan is adopted?"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.extension import is_grounded, why_not_grounded
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import said, some, when
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.eenheid.eenheid import COUNCILS, GRIFFIES, HOOFDOFFICIER, REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import Letter, StepKind
from gehoord.law.awb import CAREFUL_PREPARATION
from gehoord.law.politiewet import HEAR_COUNCILS

CHECKS = Checks()
SENT_BEFORE_AGREEMENT: Final = "verzonden-voor-akkoord"


@CHECKS.add(
    "raad-niet-gehoord",
    Severity.BLOCK,
    mistake=1,
    also=(26,),
    article=HEAR_COUNCILS,
    remedy="Voeg een stap van soort 'horen' toe, voor de vaststelling.",
)
def no_hearing(case: Case) -> Iterator[Observation]:
    """Adoption without a hearing of every council; only a well-grounded extension may do so."""
    if case.adoption and not case.hearing and not is_grounded(case.proposal.beleidsplan.extension):
        why = why_not_grounded(case.proposal.beleidsplan.extension)
        yield (
            (case.adoption.id,),
            f"Het plan wordt vastgesteld zonder dat de raden zijn gehoord.{why}",
        )


@CHECKS.add(
    "horen-na-vaststelling",
    Severity.BLOCK,
    mistake=1,
    article=HEAR_COUNCILS,
    remedy="Laat het horen eindigen voor de dag van de vaststelling.",
)
def hearing_too_late(case: Case) -> Iterator[Observation]:
    """The hearing ends after the day of adoption, whatever days an approximation may mean."""
    hearing, adoption = case.last_answers, case.dated_adoption
    if hearing is None or adoption is None or not hearing.has_day:
        return
    if hearing.due.is_surely_after(adoption.due):
        yield (
            (hearing.id, adoption.id),
            f"Het horen duurt tot en met {said(hearing.due)}, maar de vaststelling is al "
            f"{when(adoption.stretch)}.",
        )


@CHECKS.add(
    "horen-op-dag-van-vaststelling",
    Severity.REASON,
    mistake=1,
    article=CAREFUL_PREPARATION,
    remedy="Laat het horen eindigen voor de dag van de vaststelling, met tijd om te wegen.",
    in_dossier="Stel op een latere dag vast, zodat de antwoorden kunnen worden gewogen.",
    offices=(REGIOBURGEMEESTER,),
)
def heard_on_the_day_of_adoption(case: Case) -> Iterator[Observation]:
    """The hearing ends on the day of adoption: nothing that was said can have been weighed."""
    adoption, hearing = case.dated_adoption, case.last_answers
    if hearing is None or adoption is None or not hearing.has_day:
        return
    is_rough = hearing.due.is_rough or adoption.due.is_rough
    if hearing.due_on == adoption.due_on and not is_rough:
        yield (
            (hearing.id, adoption.id),
            f"Het horen eindigt op {said(hearing.due)}, de dag van de vaststelling.",
        )


@CHECKS.add(
    "raden-nog-niet-gehoord",
    Severity.BLOCK,
    mistake=1,
    article=HEAR_COUNCILS,
    remedy="Stel niet vast voordat elke raad is gehoord, of leg per raad vast dat hij zweeg.",
)
def councils_still_unheard(case: Case) -> Iterator[Observation]:
    """The day of adoption has come, and a council has not been heard or was heard only later."""
    if case.state is None or not case.adoption_has_come():
        return
    adopted = case.adopted_on()
    unheard = [h.name for h in case.state.hearings if _is_unheard(h, adopted)]
    if unheard:
        steps = tuple(s.id for s in (case.hearing, case.adoption) if s)
        raden = counted(len(unheard), "raad", "raden")
        when = f"bij de vaststelling op {day_in_words(adopted)}" if adopted else "nu"
        yield steps, f"Niet gehoord {when}: {raden} ({some(unheard)})."


def _is_unheard(hearing: Hearing, adopted: date | None) -> bool:
    """Whether a council is still to be heard, or was heard only after the adoption."""
    if adopted and hearing.heard_on and hearing.heard_on > adopted:
        return True
    return hearing.is_owed and not hearing.is_settled


@CHECKS.add(
    "telt-niet-als-horen",
    Severity.BLOCK,
    mistake=2,
    article=HEAR_COUNCILS,
    reading="wie een commissie spreekt of een brief stuurt, hoort de gemeenteraad niet",
    practice="S000: het IMV 2023 ging ter kennisname naar de raden",
    remedy="Laat de raad zelf het ontwerp behandelen; een commissie of een brief is geen horen.",
)
def no_hearing_by_law(case: Case) -> Iterator[Observation]:
    """A committee, a letter or a notice for information stands in the place of the council."""
    for meeting in case.standing():
        if meeting.step.treats_in_council and meeting.step.owner not in (COUNCILS, GRIFFIES):
            party = case.eenheid.party(meeting.step.owner)
            name = party.name if party else meeting.step.owner
            yield (meeting.id,), f"'{meeting.step.title}' is bij {name}; dat is niet de raad zelf."
    if case.hearing or is_grounded(case.proposal.beleidsplan.extension):
        return
    for notice in case.of_kind(StepKind.NOTICE):
        if notice.step.is_near_council and notice.step.letter in (Letter.NOTE, Letter.ONTWERP):
            yield (
                (notice.id,),
                f"De raden krijgen '{notice.step.title}' zonder dat zij worden gehoord; "
                "ter kennisname aanbieden is geen horen.",
            )


@CHECKS.add(
    "ontwerp-ontbreekt",
    Severity.BLOCK,
    mistake=3,
    article=HEAR_COUNCILS,
    remedy="Voeg een stap van soort 'versie' toe met ontwerp = true, voor het horen.",
    in_dossier="Laat het horen eindigen nadat het ontwerp er is (gehoord move).",
)
def no_ontwerp(case: Case) -> Iterator[Observation]:
    """Councils are heard, but on no ontwerp, or on one that is made only afterwards."""
    hearing, ontwerpen = case.hearing, case.ontwerpen()
    if hearing is None:
        return
    if not ontwerpen:
        yield (
            (hearing.id,),
            "De raden worden gehoord, maar er is geen versie die het ontwerp is.",
        )
        return
    if not hearing.has_day or not all(version.has_day for version in ontwerpen):
        return
    first = min(ontwerpen, key=lambda version: version.span.start)
    if first.stretch.first.is_surely_after(hearing.due):
        yield (
            (hearing.id, first.id),
            f"Het horen duurt tot en met {said(hearing.due)}, maar het ontwerp is er pas "
            f"{when(first.stretch)}.",
        )


@CHECKS.add(
    "oude-versie-gehoord",
    Severity.BLOCK,
    mistake=3,
    article=HEAR_COUNCILS,
    reading="de raden worden gehoord over het ontwerp dat daarna wordt vastgesteld",
    remedy="Vraag de raden opnieuw, over het nieuwste ontwerp.",
)
def heard_on_older_version(case: Case) -> Iterator[Observation]:
    """A newer ontwerp comes after the councils were sent, or heard on, an older one."""
    if case.hearing is None:
        return
    yield from _newer_than_was_sent(case)
    ontwerp = case.state.ontwerp if case.state else None
    if case.state and ontwerp:
        settled = [h for h in case.state.hearings if h.is_settled]
        if stale := [h.name for h in settled if h.version != ontwerp.content_id]:
            yield (case.hearing.id,), f"Gehoord over een oudere versie: {some(stale)}."


def last_that_brings_ontwerp(case: Case) -> PlannedStep | None:
    """Return the last notice that brings the councils the ontwerp, if all of them have a day."""
    sent = [n for n in case.of_kind(StepKind.NOTICE) if _brings_ontwerp(case, n)]
    if any(notice.precision is Precision.UNDATED for notice in sent):
        return None
    return max(sent, key=lambda notice: notice.due_on, default=None)


def _newer_than_was_sent(case: Case) -> Iterator[Observation]:
    last = last_that_brings_ontwerp(case)
    if last is None:
        return
    for version in case.ontwerpen():
        if version.precision is Precision.UNDATED:
            continue
        if version.stretch.first.is_surely_after(last.due):
            yield (
                (version.id, last.id),
                f"'{version.step.title}' komt {when(version.stretch)}, nadat "
                f"{when(last.stretch)} een ouder ontwerp is verzonden.",
            )


@CHECKS.add(
    "ontwerp-niet-verzonden",
    Severity.BLOCK,
    mistake=1,
    article=HEAR_COUNCILS,
    reading="over een ontwerp dat de raad niet heeft, kan hij niet worden gehoord",
    remedy='Voeg een stap van soort \'bericht\' toe met brief = "ontwerp" en aan = "raden" of '
    'aan = "burgemeesters".',
)
def ontwerp_not_sent(case: Case) -> Iterator[Observation]:
    """Councils are heard, but nothing brings them the ontwerp."""
    notices = case.of_kind(StepKind.NOTICE)
    if case.hearing and not any(_brings_ontwerp(case, n) for n in notices):
        yield (
            (case.hearing.id,),
            "De raden worden gehoord, maar het ontwerp wordt niet naar de raden of hun "
            "burgemeesters verzonden.",
        )


@CHECKS.add(
    SENT_BEFORE_AGREEMENT,
    Severity.REASON,
    mistake=7,
    practice="S003: verzonden op 10 augustus, akkoord op 13 augustus 2018",
    offices=(REGIOBURGEMEESTER, HOOFDOFFICIER),
    remedy="Laat beide opdrachtgevers akkoord geven voordat het ontwerp wordt verzonden.",
    in_dossier="Leg beide akkoorden vast (gehoord record akkoord) voordat het ontwerp weggaat.",
)
def sent_before_agreement(case: Case) -> Iterator[Observation]:
    """The ontwerp leaves before the clients agreed, or without their agreement."""
    agreements = case.of_kind(StepKind.AGREEMENT)
    for notice in case.of_kind(StepKind.NOTICE):
        if not notice.step.sends_ontwerp:
            continue
        if not agreements:
            yield (notice.id,), "Het ontwerp wordt verzonden zonder akkoord van de opdrachtgevers."
        for agreement in agreements:
            if text := _sent_before(case, notice, agreement):
                yield (notice.id, agreement.id), text


def _sent_before(case: Case, notice: PlannedStep, agreement: PlannedStep) -> str:
    """Return in what way the ontwerp goes before this agreement; nothing when it does not."""
    if case.is_done(notice) and not case.is_done(agreement):
        return (
            f"Het ontwerp is verzonden op {day_in_words(notice.due_on)}, maar niet beide "
            "opdrachtgevers zijn akkoord."
        )
    is_dated = notice.has_day and agreement.step.when is not None
    if is_dated and agreement.due_on > notice.due_on and not case.is_late(notice):
        return (
            f"Het ontwerp wordt verzonden {when(notice.stretch)}, maar het akkoord komt pas "
            f"{when(agreement.stretch)}."
        )
    return ""


def _brings_ontwerp(case: Case, notice: PlannedStep) -> bool:
    """Whether the councils get the ontwerp by this notice.

    The law lets each burgemeester hear his own council, and names no form: what reaches all of
    them reaches the councils. A body that adopts is all burgemeesters together.
    """
    bodies = [party for to in notice.step.to if (party := case.eenheid.party(to))]
    of_all = any(body.adopts and not body.is_delegation for body in bodies)
    return notice.step.brings_ontwerp or (notice.step.sends_ontwerp and of_all)
