# SPDX-License-Identifier: EUPL-1.2
"""What an adviser must know about the next procedure before anything else."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from gehoord.calendar.dutch import WEEKDAYS, counted, day_in_words, enumeration
from gehoord.domain.dossier.eenheid_now import eenheid_now
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.composition import Composition
from gehoord.domain.learned.past_course import days_outside
from gehoord.domain.proposal.backwards import LaidOutBackwards
from gehoord.domain.proposal.step import StepKind
from gehoord.law.kieswet import council_elections
from gehoord.law.politiewet import HEAR_COUNCILS


def remarks(
    state: State,
    laid_out: LaidOutBackwards,
    days: Mapping[str, date],
    over: Sequence[str],
    on: date,
    *,
    is_given: bool,
    is_extension: bool,
) -> Iterator[str]:
    """Yield what an adviser must know, in Dutch sentences.

    Args:
        state: the dossier, of which the plan was adopted.
        laid_out: what is feasible, backwards from the next adoption.
        days: the last days of the steps that are taken over; the first is when it begins.
        over: the steps that have no day, since the one that they would have is over.
        on: today.
        is_given: whether a person chose the day of the adoption.
        is_extension: whether it extends the plan of the dossier.
    """
    yield from laid_out.remarks_from(min(days.values()))
    adopted_on = state.adoption.taken_on if state.adoption else laid_out.adoption
    if not is_given and laid_out.body.schedule is None:
        yield (
            f"Het vorige plan is op een {WEEKDAYS[adopted_on.weekday()]} vastgesteld; daarom nu "
            f"ook. Ga na of {laid_out.body.name} dan vergadert."
        )
    yield from _elections(state, adopted_on, laid_out.adoption)
    yield from _municipalities(state, laid_out.adoption, on)
    yield from _merged_since(state)
    yield from _end_of_plan(state, laid_out)
    yield from _hearing(state)
    if not is_extension:
        yield from _no_new_text(state)
    yield from _late_answer(state)
    if over:
        yield f"Nog zonder dag, want die zou al voorbij zijn: {enumeration(list(over))}."
    gone = [s.id for s in state.as_opened.steps if s.stands and state.has_lapsed(s.id)]
    if gone:
        yield f"Niet overgenomen, want vervallen: {enumeration(gone)}."


def _end_of_plan(state: State, laid_out: LaidOutBackwards) -> Iterator[str]:
    """Yield when the plan ends, where the law leaves more time than that for the next one."""
    end, last = state.as_opened.beleidsplan.end, laid_out.last_lawful_on
    if last and end < last:
        yield (
            f"Het plan van dat dossier loopt af op {day_in_words(end)}, eerder dan die laatste "
            "dag. Is het volgende dan nog niet vastgesteld, dan is er een tijd geen plan."
        )


def _hearing(state: State) -> Iterator[str]:
    """Yield that no hearing could be taken over, as after an extension without one."""
    if not any(s.stands and s.kind is StepKind.HEARING for s in state.as_opened.steps):
        yield (
            "In dat dossier zijn de raden niet gehoord; er is dus geen stap 'horen' om over te "
            "nemen. Voeg toe: ontwerp, akkoord, verzending en horen. Elke raad wordt gehoord "
            f"({HEAR_COUNCILS})."
        )


def _no_new_text(state: State) -> Iterator[str]:
    """Yield that a dossier which extended a plan has no steps for a new text."""
    if state.as_opened.beleidsplan.extension:
        yield (
            "Dat dossier verlengde een plan; stappen om een nieuwe tekst te maken, zoals een "
            "70%-versie, staan er dus niet in. Voeg ze toe, of zet de procedure uit voor een "
            "eenheid."
        )


def _elections(state: State, after: date, until: date) -> Iterator[str]:
    """Yield the elections of these councils before the next adoption."""
    codes = {municipality.code for municipality in state.living}
    for vote in council_elections().elections:
        if after < vote.on <= until and (not vote.is_merger or codes & vote.voters):
            what = "Herindelingsverkiezing" if vote.is_merger else "Gemeenteraadsverkiezingen"
            unsure = f" ({vote.uncertain})" if vote.uncertain else ""
            yield (
                f"{what} op {day_in_words(vote.on)}; nieuwe raden op "
                f"{day_in_words(vote.takes_office_on)}{unsure}."
            )


def _municipalities(state: State, adoption: date, on: date) -> Iterator[str]:
    """Yield which municipalities come and go until the reference date, as far as is known."""
    reference_date = date(adoption.year, 1, 1)
    eenheid = eenheid_now(state)
    now = {m.name for m in eenheid.municipalities_on(on)}
    then = {m.name for m in eenheid.municipalities_on(reference_date)}
    councils = counted(len(then), "gemeente", "gemeenten")
    yield (
        f"Peildatum {day_in_words(reference_date)}: {councils}, nu {len(now)}. "
        "Een herindeling die nog niet bekend is, staat er niet in."
    )
    if new := sorted(then - now):
        yield f"Nieuw dan: {enumeration(new)}."
    if gone := sorted(now - then):
        yield f"Dan niet meer: {enumeration(gone)}."
    known = Composition(eenheid.municipalities).mergers
    for merger in known:
        if state.dossier.opened_on < merger.on <= adoption:
            yield f"Herindeling op {day_in_words(merger.on)}: {merger.name}."


def _merged_since(state: State) -> Iterator[str]:
    """Yield which mergers the dossier alone knows: a file does not hold them by itself."""
    opened = {m.code: (m.since, m.until) for m in state.eenheid.municipalities}
    told = []
    for m in eenheid_now(state).municipalities:
        if opened.get(m.code) == (m.since, m.until):
            continue
        days = [f"van {day_in_words(m.since)}"] if m.since and m.code not in opened else []
        days += [f"tot en met {day_in_words(m.until)}"] if m.until else []
        told.append(" ".join([f"{m.name} ({m.code})", *days]))
    if told:
        yield (
            f"Herindeeld volgens het vorige dossier: {enumeration(told)}. Zet dit in uw "
            "eenheid.toml voordat u een bestand van dit voorstel opent; het formulier "
            "'nieuw-dossier' weet het al."
        )


def _late_answer(state: State) -> Iterator[str]:
    """Yield how late the last council was: the next plan does not count on that."""
    hearing = state.as_opened.hearing
    planned = state.plan[hearing.id] if hearing else None
    heard = [h.heard_on for h in state.hearings.where(state=HearingState.HEARD) if h.heard_on]
    if planned is None or not planned.has_day or not heard:
        return
    late = days_outside(planned.stretch, max(heard))
    if late > 0:
        yield (
            f"Vorige keer kwam het laatste antwoord {counted(late, 'dag', 'dagen')} na de laatste "
            "dag; daarmee is hier niet gerekend."
        )
