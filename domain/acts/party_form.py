"""The forms that a party may fill in on its own page: what it did itself, and nothing of others.

What only the adviser may record (an adoption, a version, a respite) has no form here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from gehoord.domain.acts.asked import Question, questions
from gehoord.domain.acts.closing import DONE, closed_by
from gehoord.domain.acts.report import CLIENTS_THAT_AGREE, KINDS
from gehoord.domain.acts.reports_of_changes import Reached
from gehoord.domain.checks.goals import goals_hold_until
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.hearing import Hearing, HearingState, Manner
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Arrival, Zienswijze
from gehoord.domain.eenheid.eenheid import (
    ADVISER,
    BURGEMEESTERS,
    PER_MUNICIPALITY,
    SAFETY_OFFICIALS,
    recipient_of,
)
from gehoord.domain.proposal.step import Letter, Step, StepKind

RESERVES: Final = "reservering"
HEARD: Final = "gehoord"
CHANGED: Final = "wijzigen"
SUPPLEMENT: Final = "aanvulling"
GOALS: Final = "veiligheidsplan"
ADDRESS: Final = "adres"
AGREES: Final = "akkoord"
"""The names of the forms, as they stand in the address; that of a step is `form_of_step`."""

_OF_STEP: Final = f"{DONE}-"
RESPONSE: Final = "reactie"
"""The kind of report that holds what is said in a consultation."""

Asked = tuple[str, str]
"""A field that a form asks: the kind of report that it is of, and its Dutch name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyForm:
    """A form that a party may fill in now.

    Attributes:
        name: in the address of the form.
        kind: the report that it stands for, by its Dutch name.
        asked: what it asks, in the order in which people think.
        fixed: what the page fills in itself, by the Dutch names of the fields of the report.
        filled: what stands in it when it opens.
        step: the step that it is about; empty when it is about none.
        version: the ontwerp that it answers; empty when it answers none.
        document: the SHA-256 of the file that came with what it changes, if one did.
    """

    name: str
    kind: str
    asked: tuple[Asked, ...]
    fixed: dict[str, str] = field(default_factory=dict)
    filled: dict[str, str] = field(default_factory=dict)
    step: str = ""
    version: str = ""
    document: str | None = None

    @property
    def is_response(self) -> bool:
        """Whether what is said in it is a response, with which its step is done."""
        return any(kind == RESPONSE for kind, _ in self.asked)

    @property
    def can_hold_file(self) -> bool:
        """Whether a file can come with it."""
        return any(question.sort is Document for question in self.questions)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What it asks, as each kind of report describes it."""
        return tuple(_question(kind, name) for kind, name in self.asked)


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
        *_of_council(state, access, on),
        *(_of_action(state, action) for action in _own_actions(state, access)),
        *_of_client(state, access),
        _of_address(state, access),
    )


def form_of_step(step: str) -> str:
    """Return the name of the form by which a step is reported."""
    return f"{_OF_STEP}{step}"


def step_of_form(name: str) -> str:
    """Return the step that a form reports by its name; empty when it reports none."""
    return name.removeprefix(_OF_STEP) if name.startswith(_OF_STEP) else ""


def answer_of(state: State, hearing: Hearing) -> Zienswijze | None:
    """Return what a council said when it was heard, if there is more than the kind of answer."""
    said = _said(state, hearing)
    return next((z for z in said if z.arrival in (Arrival.FIRST, Arrival.LATE)), None)


def may_change(state: State, hearing: Hearing) -> bool:
    """Whether a council may still change its answer: nobody began to weigh it.

    One that it added to stands: a change would take the addition away with it.
    """
    if hearing.state is not HearingState.HEARD or state.is_adopted:
        return False
    said = _said(state, hearing)
    return len(said) <= 1 and not any(z.disposition for z in said)


def _said(state: State, hearing: Hearing) -> list[Zienswijze]:
    of = {"municipality": hearing.municipality, "version": hearing.version}
    return standing(state.zienswijzen.where(**of))


def _of_council(state: State, access: Access, on: date) -> Iterator[PartyForm]:
    """Yield the forms of a griffie for its council; nobody else answers for that."""
    found = state.hearings.where(municipality=access.recipient)
    if found and found[0].is_owed:
        yield from _of_hearing(state, found[0])
        yield from _of_goals(state, found[0], on)


def _of_hearing(state: State, hearing: Hearing) -> Iterator[PartyForm]:
    if hearing.is_settled:
        if may_change(state, hearing):
            yield _changing(state, hearing)
        yield _supplement(hearing)
    elif not state.is_adopted:
        yield _reserving(hearing)
        if hearing.state is HearingState.INVITED:
            yield _hearing(HEARD, hearing)


def _of_goals(state: State, hearing: Hearing, on: date) -> Iterator[PartyForm]:
    """Yield the form of the safety goals of a council, when they are too old or not known."""
    goals = state.municipality(hearing.municipality).goals_set_on
    if not state.is_adopted and (goals is None or goals_hold_until(goals) < on):
        yield PartyForm(name=GOALS, kind=GOALS, asked=((GOALS, "op"),), fixed=_council(hearing))


def _reserving(hearing: Hearing) -> PartyForm:
    """Return the form of the meeting of a council, with the one that it named before in it."""
    filled = {"dag": f"{hearing.meeting_on}", "stand": f"{hearing.meeting_stands}"}
    return PartyForm(
        name=RESERVES,
        kind=RESERVES,
        asked=((RESERVES, "dag"), (RESERVES, "stand")),
        fixed=_council(hearing),
        filled=filled if hearing.meeting_on else {},
    )


def _hearing(name: str, hearing: Hearing) -> PartyForm:
    asked = ("op", "wijze", "antwoord", "tekst", "bestand")
    return PartyForm(
        name=name,
        kind=HEARD,
        asked=tuple((HEARD, each) for each in asked),
        fixed=_council(hearing),
        version=hearing.version or "",
    )


def _changing(state: State, hearing: Hearing) -> PartyForm:
    """Return the form of the hearing, with the answer that it changes in it."""
    form, said = _hearing(CHANGED, hearing), answer_of(state, hearing)
    filled = {
        "op": f"{hearing.heard_on}",
        "wijze": f"{Manner.COUNCIL_MEETING}",  # else it would not have been heard
        "antwoord": f"{hearing.answer}",
        "tekst": said.text if said else "",
    }
    return replace(form, filled=filled, document=said.document if said else None)


def _supplement(hearing: Hearing) -> PartyForm:
    asked = ("antwoord", "tekst", "bestand")
    return PartyForm(
        name=SUPPLEMENT,
        kind=SUPPLEMENT,
        asked=tuple((SUPPLEMENT, each) for each in asked),
        fixed=_council(hearing),
        version=hearing.version or "",
    )


def _council(hearing: Hearing) -> dict[str, str]:
    return {"gemeente": hearing.municipality}


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
    is_plain = closed_by(step) == DONE and step.letter is not Letter.ONTWERP
    is_in_time = state.is_adopted or not step.follows_adoption
    return is_plain and is_in_time and not action.is_escalation


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


def _of_address(state: State, access: Access) -> PartyForm:
    party = access.recipient.rpartition(" ")[0]
    of = {BURGEMEESTERS: Reached.BURGEMEESTER, SAFETY_OFFICIALS: Reached.SAFETY_OFFICIAL}
    fixed = {"wie": access.owner, "ambt": of.get(party, Reached.GRIFFIE).value}
    return PartyForm(name=ADDRESS, kind=ADDRESS, asked=((ADDRESS, "adres"),), fixed=fixed)


def _question(kind: str, name: str) -> Question:
    return next(q for q in questions(KINDS[kind]) if q.name == name)
