# SPDX-License-Identifier: EUPL-1.2
"""What a form offers to choose from: what is open in a dossier now."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from itertools import chain
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import alphabetical
from gehoord.domain.acts import offered_themes, offered_versions
from gehoord.domain.acts.access import parties
from gehoord.domain.acts.escalation import late_behind
from gehoord.domain.acts.known_mergers import KNOWN_MERGER, merger_in_words
from gehoord.domain.acts.lapse import refuse_to_lapse
from gehoord.domain.acts.moving import MOVING
from gehoord.domain.acts.offered_assents import OF_ASSENTS
from gehoord.domain.acts.offered_circulation import OF_CIRCULATION
from gehoord.domain.acts.offered_corrections import OF_CORRECTIONS
from gehoord.domain.acts.offered_points import OF_POINTS
from gehoord.domain.acts.offered_sessions import OF_SESSIONS
from gehoord.domain.acts.report import CLIENTS_THAT_AGREE
from gehoord.domain.acts.reported import is_plainly_done
from gehoord.domain.acts.reports_of_hearing import ALL
from gehoord.domain.checks import Case, all_checks, findings
from gehoord.domain.checks.mergers_to_record import mergers_near
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.readers import reviewers
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import cluster_of_each, wordings
from gehoord.domain.eenheid.eenheid import ADVISER, HOOFDOFFICIER, OFFICES, REGIOBURGEMEESTER
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.finding import Severity
from gehoord.domain.nearby import folded
from gehoord.domain.proposal.step import Letter, Step, StepKind

Offer = Callable[[State, date], Iterable[str]]
"""What can be chosen in one dossier on a day, in the order in which people look for it."""


def offered(form: str, field: str, states: Iterable[State], on: date) -> tuple[str, ...] | None:
    """Return what can be chosen now in a field of a form; nothing when it is free.

    Args:
        form: the kind of report, or `MOVING`.
        field: its name in the form.
        states: the dossiers; what several of them offer is offered once.
        on: the day.
    """
    offer = _OFFERS.get((form, field)) or _OF_ANY_FORM.get(field)
    if offer is None:
        return None
    return tuple(dict.fromkeys(chain.from_iterable(_read(offer, state, on) for state in states)))


def _read(offer: Offer, state: State, on: date) -> list[str]:
    """Return what a dossier offers; one that cannot be read offers nothing to the others."""
    with suppress(GehoordError, ValueError):
        return list(offer(state, on))
    return []


def _owed(state: State) -> list[Step]:
    """Return the steps that somebody still owes, in the order of the proposal."""
    owed = {action.step for action in state.open_actions()}
    return [step for step in state.as_opened.steps if step.id in owed]


def _doable(state: State) -> list[Step]:
    """Return what people report as done: the rest has a report of its own, or Gehoord does it."""
    return [
        step
        for step in _owed(state)
        if is_plainly_done(state, step)
        and step.letter is not Letter.ONTWERP
        and (state.is_adopted or not step.follows_adoption)
    ]


def _steps_to_do(state: State, on: date) -> Iterator[str]:
    yield from (step.id for step in _doable(state))


def _who_do_them(state: State, on: date) -> list[str]:
    """Return who report that they are done; of an escalation who is late says which one it is."""
    steps = {step.id for step in _doable(state)}
    doable = [action for action in state.open_actions() if action.step in steps]
    return _owners([*doable, *(late for action in doable for late in late_behind(state, action))])


def _steps_that_may_lapse(state: State, on: date) -> Iterator[str]:
    for step in _owed(state):
        with suppress(RefusedError):
            refuse_to_lapse(step)
            yield step.id


def _who_owe(state: State, on: date) -> list[str]:
    return _owners(state.open_actions())


def _versions(state: State, on: date) -> Iterator[str]:
    for step in state.as_opened.steps:
        if step.kind is StepKind.VERSION and not state.has_lapsed(step.id):
            yield step.id


def _steps_to_move(state: State, on: date) -> Iterator[str]:
    for step in _owed(state):
        if not step.is_outside_plan and state.plan[step.id].precision is not Precision.YEARLY:
            yield step.id


def _all_steps(state: State, on: date) -> Iterator[str]:
    yield from (step.id for step in state.as_opened.steps if step.stands)


def _owners(actions: Iterable[Action]) -> list[str]:
    return alphabetical({action.owner_name for action in actions})


def _living(state: State, on: date) -> list[str]:
    return alphabetical(municipality.name for municipality in state.living)


def _asked(state: State, on: date) -> list[str]:
    return alphabetical(h.name for h in state.hearings.where(state=HearingState.INVITED))


def _to_be_heard(state: State, on: date) -> list[str]:
    """Return the councils that are still to be heard, also those that were not asked yet."""
    waiting = [h for h in state.owed_hearings if not h.is_settled and not state.adoption]
    return alphabetical(hearing.name for hearing in waiting)


def _who_ask(state: State, on: date) -> list[str]:
    return [name for name in parties(state) if name != OFFICES[ADVISER]]


def _open_requests(state: State, on: date) -> list[str]:
    return [asked.called for asked in state.requests if asked.is_open]


def _loose_wordings(state: State, on: date) -> list[str]:
    """Return the priorities of municipalities, those that are in no cluster first."""
    held = cluster_of_each(state)
    return sorted(wordings(state), key=lambda each: folded(each) in held)


def _asked_or_all(state: State, on: date) -> list[str]:
    asked = _asked(state, on)
    return [ALL, *asked] if asked else []


def _answered(state: State, on: date) -> list[str]:
    return alphabetical(h.name for h in state.owed_hearings if h.is_settled)


def _clients_to_agree(state: State, on: date) -> list[str]:
    agreed = state.agreements_with(state.ontwerp) if state.ontwerp else {}
    return [client for client in CLIENTS_THAT_AGREE if client not in agreed]


def _mergers_to_record(state: State, on: date) -> Iterator[str]:
    for merger, ceasing in mergers_near(Case.of_dossier(state, on)):
        yield merger_in_words(merger, {m.code for m in ceasing})


def _appellants(state: State, on: date) -> list[str]:
    return alphabetical({appeal.name for appeal in state.appeals if appeal.is_open})


def _codes(state: State, on: date) -> list[str]:
    """Return the findings that ask for a reason now; while none does, those that may come to."""
    found = findings(Case.of_dossier(state, on))
    asking = [f.code for f in found if f.severity is Severity.REASON]
    return asking or [check.code for check in all_checks if check.severity is Severity.REASON]


def _who_have_a_mailbox(state: State, on: date) -> list[str]:
    parties = [party.name for party in state.eenheid.parties]
    readers = [each.name for each in reviewers(state)]
    return [*_living(state, on), *parties, *OFFICES.values(), *readers]


def _bodies(state: State, on: date) -> list[str]:
    return [party.id for party in state.eenheid.parties]


def _offices(state: State, on: date) -> list[str]:
    """Return who keep a record: the adviser before all."""
    named = [ADVISER, REGIOBURGEMEESTER, OFFICES[HOOFDOFFICIER]]
    return [*named, *(party.name for party in state.eenheid.parties)]


def _who_judge(state: State, on: date) -> list[str]:
    """Return who give reasons: of some things only the burgemeester of the place itself."""
    burgemeesters = [f"burgemeester van {name}" for name in _living(state, on)]
    return [*_offices(state, on), *burgemeesters]


_OFFERS: Final[dict[tuple[str, str], Offer]] = {
    ("gedaan", "stap"): _steps_to_do,
    ("gedaan", "actiehouders"): _who_do_them,
    ("vervalt", "stap"): _steps_that_may_lapse,
    ("versie", "stap"): _versions,
    ("versie", "sterkte"): offered_versions.strengths,
    ("stuk", "versie"): offered_versions.versions_without_file,
    ("adres", "wie"): _who_have_a_mailbox,
    ("akkoord", "van"): _clients_to_agree,
    ("herindeling", KNOWN_MERGER.name): _mergers_to_record,
    ("uitstel", "gemeente"): _asked,
    ("reservering", "gemeente"): _to_be_heard,
    ("verzoek", "wie"): _who_ask,
    ("antwoord-op-verzoek", "verzoek"): _open_requests,
    ("briefhoofd", "wie"): _who_ask,
    ("cluster", "prioriteiten"): _loose_wordings,
    ("gehoord", "gemeenten"): _asked_or_all,
    ("aanvulling", "gemeente"): _answered,
    ("opnieuw-horen", "gemeenten"): offered_versions.heard_before_change,
    ("geen-antwoord", "gemeenten"): _asked_or_all,
    ("geen-antwoord", "door"): _who_judge,
    **OF_POINTS,
    **OF_CIRCULATION,
    **OF_SESSIONS,
    **OF_ASSENTS,
    **OF_CORRECTIONS,
    ("prioriteit", "gaat"): offered_themes.themes,
    ("uitvoeringsplan", "thema"): offered_themes.themes,
    ("uitvoeringsplan-concept", "thema"): offered_themes.themes,
    ("keuze", "stap"): offered_themes.turns_to_choose,
    ("keuze", "gekozen"): offered_themes.candidates,
    ("verkenning", "thema"): offered_themes.explored_themes,
    ("verkenning", "tot"): offered_themes.meetings_to_come,
    ("beroep", "van"): _living,
    ("beroep-vervolg", "van"): _appellants,
    ("reden", "stap"): _all_steps,
    ("reden", "door"): _who_judge,
    (MOVING, "stap"): _steps_to_move,
}
"""What one field of one form offers."""

_OF_ANY_FORM: Final[dict[str, Offer]] = {
    "actiehouders": _who_owe,
    "bevinding": _codes,
    "burgemeesters": _living,
    "door": _offices,
    "gemeente": _living,
    "gemeenten": _living,
    "gremium": _bodies,
    "opgeheven": _living,
    "stap": lambda state, on: (step.id for step in _owed(state)),
}
"""What a field offers in every form that asks it, and that says nothing else above."""
