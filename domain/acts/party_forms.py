# SPDX-License-Identifier: EUPL-1.2
"""Which forms a party may fill in now: what it did itself, and nothing of others.

What only the adviser may record (an adoption, a version, a respite) has no form; it can be asked.
"""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.acts.access import office_of
from gehoord.domain.acts.council_forms import council_forms
from gehoord.domain.acts.party_form import (
    ADDRESS,
    AGREES,
    ASKS,
    QUESTION,
    REHEARS,
    RESPONSE,
    Asked,
    PartyForm,
    form_of_step,
)
from gehoord.domain.acts.report import CLIENTS_THAT_AGREE
from gehoord.domain.acts.reported import is_plainly_done
from gehoord.domain.acts.reports_of_changes import Reached
from gehoord.domain.acts.survey_forms import survey_forms
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changed_parts import changed_parts, heard_before
from gehoord.domain.dossier.rehearings import unjudged
from gehoord.domain.dossier.request import RequestKind
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import (
    ADVISER,
    BURGEMEESTERS,
    PER_MUNICIPALITY,
    REGIOBURGEMEESTER,
    SAFETY_OFFICIALS,
    recipient_of,
)
from gehoord.domain.proposal.reported_as import DONE
from gehoord.domain.proposal.step import Letter, Step, StepKind


def party_forms(state: State, access: Access, on: date) -> tuple[PartyForm, ...]:
    """Return the forms of a party on a day, what is asked of it first.

    Args:
        state: the dossier.
        access: of the party.
        on: today.
    """
    if access.recipient == ADVISER:
        return ()
    return (
        *council_forms(state, access, on),
        *survey_forms(state, access),
        *(_of_action(state, action) for action in _own_actions(state, access)),
        *_of_client(state, access),
        *_of_rehearing(state, access),
        _of_address(state, access),
        _of_question(state, access),
    )


def party_form(state: State, access: Access, name: str, on: date) -> PartyForm | None:
    """Return a form of a party by its name; nothing when it may not be filled in now."""
    return next((form for form in party_forms(state, access, on) if form.name == name), None)


def ontwerp_to_agree_with(state: State, access: Access) -> DraftVersion | None:
    """Return the ontwerp that a client reads before it agrees; nothing when no file of it is kept.

    Nobody else gets it before it was sent.
    """
    ontwerp = state.ontwerp
    is_client = access.recipient in CLIENTS_THAT_AGREE
    return ontwerp if is_client and ontwerp and ontwerp.document else None


def _own_actions(state: State, access: Access) -> Iterator[Action]:
    """Yield what a party owes and may report as done; of a yearly duty the first year is enough."""
    seen: set[str] = set()
    for action in state.actions.where(owner=access.owner, state=ActionState.OPEN):
        step = state.as_opened.step(action.step)
        is_own = _reported_by(step, action) == access.recipient
        if is_own and step.id not in seen and _may_be_done(state, step, action):
            seen.add(step.id)
            yield action


def _reported_by(step: Step, action: Action) -> str:
    """Return the key of the party that owes an action: in one municipality several do."""
    if action.municipality and step.owner in PER_MUNICIPALITY:
        return recipient_of(step.owner, action.municipality)
    return action.owner


def _may_be_done(state: State, step: Step, action: Action) -> bool:
    """Whether an action is reported as plainly done, and can be by now."""
    is_plain = is_plainly_done(state, step) and step.letter is not Letter.ONTWERP
    is_in_time = state.is_adopted or not step.follows_adoption
    return is_plain and is_in_time and not action.is_outside_plan


def _of_action(state: State, action: Action) -> PartyForm:
    """Return the form by which a step is done; of a consultation with what is said in it."""
    asked: tuple[Asked, ...] = ((DONE, "op"), (DONE, "toelichting"))
    if action.kind is StepKind.CONSULTATION:
        asked = ((RESPONSE, "tekst"), (RESPONSE, "bestand"))
    return PartyForm(
        name=form_of_step(action.step),
        kind=DONE,
        asked=asked,
        fixed={"stap": action.step, "actiehouder": action.owner},
        step=action.step,
    )


def _of_client(state: State, access: Access) -> Iterator[PartyForm]:
    """Yield the form of a client who did not agree yet that the ontwerp leaves the house."""
    who, ontwerp = access.recipient, state.ontwerp
    if ontwerp and who in CLIENTS_THAT_AGREE and who not in state.agreements_with(ontwerp):
        asked = ((AGREES, "op"), (AGREES, "toelichting"))
        fixed, version = {"van": who}, ontwerp.content_id
        yield PartyForm(name=AGREES, kind=AGREES, asked=asked, fixed=fixed, version=version)


def _of_rehearing(state: State, access: Access) -> Iterator[PartyForm]:
    """Yield the form of who judges if councils are heard again on what changed since.

    Law: Politiewet 2012, art. 38b lid 2 (as we read it, what changed after the hearing was not
    heard).
    """
    if access.recipient != REGIOBURGEMEESTER or state.is_adopted:
        return
    changes = changed_parts(state)
    heard = heard_before(state, changes)
    if heard and unjudged(state, changes):
        yield PartyForm(
            name=REHEARS,
            kind=REHEARS,
            asked=tuple((REHEARS, name) for name in ("oordeel", "reden", "gemeenten", "naar")),
            about="; ".join(change.in_words for change in changes),
            choices={"gemeenten": tuple(alphabetical(hearing.name for hearing in heard))},
        )


def _of_address(state: State, access: Access) -> PartyForm:
    party = access.recipient.rpartition(" ")[0]
    of = {BURGEMEESTERS: Reached.BURGEMEESTER, SAFETY_OFFICIALS: Reached.SAFETY_OFFICIAL}
    fixed = {"wie": access.owner, "ambt": of.get(party, Reached.GRIFFIE).value}
    return PartyForm(name=ADDRESS, kind=ADDRESS, asked=((ADDRESS, "adres"),), fixed=fixed)


def _of_question(state: State, access: Access) -> PartyForm:
    fixed = {"wie": office_of(state, access.recipient), "vraag": RequestKind.OTHER.value}
    return PartyForm(name=QUESTION, kind=ASKS, asked=((ASKS, "tekst"),), fixed=fixed)
