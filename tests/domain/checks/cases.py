# SPDX-License-Identifier: EUPL-1.2
"""Cases the tests of the checks judge: the small lawful procedure, with one thing changed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from gehoord.calendar.due import Due
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action, ActionState, actions_of
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, plan_lines
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.finding import Finding
from gehoord.domain.frozen import read_toml
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Part
from tests.conftest import HERE

KLEIN = (HERE / "klein.toml").read_text()
EENHEID = (HERE / "klein-eenheid.toml").read_text()
OPENED = date(2026, 11, 23)
SENT = date(2027, 6, 17)
HEARD = date(2027, 9, 16)
ADOPTED = date(2027, 11, 4)
ONTWERP = "klein/versie/1"


def changed(*changes: tuple[str, str]) -> str:
    """Return the small procedure with each old text, which must be there, made new."""
    text = KLEIN
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def case(text: str = KLEIN, eenheid: str = EENHEID) -> Case:
    return Case.of(
        read_toml(Proposal, text.encode(), "klein.toml"),
        read_toml(Eenheid, eenheid.encode(), "eenheid.toml"),
    )


def judged(*changes: tuple[str, str], eenheid: str = EENHEID) -> list[Finding]:
    return findings(case(changed(*changes), eenheid))


def of_code(code: str, found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.code == code]


def holding(state: State, **held: Iterable[Any]) -> State:
    """Return the state with other objects of some kinds."""
    kept: dict[str, Any] = {name: Kept(items) for name, items in held.items()}
    return replace(state, **kept)


def opened(text: str = KLEIN, eenheid: str = EENHEID) -> State:
    """Return the state of a dossier that has just been opened."""
    proposal = read_toml(Proposal, text.encode(), "klein.toml")
    unit = read_toml(Eenheid, eenheid.encode(), "eenheid.toml")
    municipalities = proposal.municipalities(unit)
    plan = lay_out(proposal)
    return State(
        dossier=Dossier(
            id="klein",
            title=proposal.title,
            eenheid_name=unit.name,
            opened_on=OPENED,
            proposal=text,
            eenheid=unit.model_dump_json(by_alias=True),
        ),
        municipalities=[
            FrozenMunicipality(
                id=f"klein/{m.code}",
                dossier="klein",
                code=m.code,
                name=m.name,
                district=m.district,
                holiday_region=m.holiday_region or unit.holiday_region,
                griffie_address=m.griffie_address,
                goals_set_on=m.goals_set_on,
            )
            for m in municipalities
        ],
        lines=list(plan_lines(plan, "klein")),
        actions=list(actions_of(plan, unit, municipalities, "klein", OPENED)),
        hearings=[
            Hearing(id=f"klein/{m.code}", dossier="klein", municipality=m.code, name=m.name)
            for m in municipalities
        ],
    )


def version(number: int = 1, *, ontwerp: bool = True) -> DraftVersion:
    return DraftVersion(
        id=f"klein/versie/{number}",
        dossier="klein",
        step="ontwerp" if ontwerp else "definitief",
        number=number,
        title="ontwerp opleveren",
        completeness=95 if ontwerp else 100,
        is_ontwerp=ontwerp,
        contains=tuple(Part),
        made_on=date(2027, 6, 3),
    )


def done(state: State, step: str, on: date) -> State:
    """Return the state with every action of a step done on a day."""

    def finished(action: Action) -> Action:
        owed = action.step == step and action.state is ActionState.OPEN
        return action.done(on) if owed else action

    assert any(action.step == step for action in state.actions), step
    return holding(state, actions=[finished(action) for action in state.actions])


def heard(state: State, on: date = HEARD) -> State:
    """Return the state with every council asked on its day and heard on ``on``."""
    hearings = [
        h.ask(ONTWERP, SENT, Due.on(date(2027, 10, 7))).hear(
            on, Manner.COUNCIL_MEETING, Answer.AGREES
        )
        for h in state.hearings
    ]
    state = holding(state, hearings=hearings, versions=[version()])
    for step, day in (("ontwerp", date(2027, 6, 3)), ("akkoord", date(2027, 6, 10))):
        state = done(state, step, day)
    return done(done(state, "verzending", SENT), "horen", on)


def adopted(state: State, **besluit: Any) -> State:
    """Return the state with the plan adopted on Thu 2027-11-04."""
    state = done(state, "vaststelling", ADOPTED)
    made = Besluit(
        **{
            "id": "klein/vaststelling",
            "dossier": "klein",
            "kind": BesluitKind.ADOPTION,
            "by": "rbop",
            "taken_on": ADOPTED,
            "basis": "39-1",
        }
        | besluit
    )
    return holding(state, besluiten=[*state.besluiten, made])


def codes(state: State, on: date, messages: Any = ()) -> list[str]:
    """Return the code of every finding on a dossier."""
    return [f.code for f in findings(Case.of_dossier(state, on, messages))]
