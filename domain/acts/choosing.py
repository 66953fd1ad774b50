# SPDX-License-Identifier: EUPL-1.2
"""Bodies choose from a list in rounds: what is put to them, and who chose what (S004)."""

from collections.abc import Iterator, Sequence

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.report import BodyChose, CandidatesListed, Corrected
from gehoord.domain.acts.reported import actions_closed_by
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.choices import (
    BodyChoice,
    CandidateList,
    choice_in,
    choosing_steps,
    latest_list,
    tally_of,
)
from gehoord.domain.dossier.ranking import tied_at
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import free_key, said_before, standing
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, meant, unknown
from gehoord.domain.proposal.reported_as import CANDIDATES
from gehoord.domain.proposal.step import Step


@decide.register
def candidates_listed(report: CandidatesListed, state: State) -> Act:
    """Keep the list that bodies choose from, and close the step in which it was to be made.

    What was chosen already must be on it.
    """
    refuse_after_adoption(state)
    names = _each_once(report.names, "kandidaten")
    for choice in standing(state.choices):
        for name in choice.chosen:
            if meant(name, names) is None:
                raise RefusedError(
                    f"{choice.by_name} koos '{name}' al, en dat staat niet op deze lijst. Zet het "
                    "erbij, of neem die keuze eerst terug.",
                    field="kandidaten",
                )
    number = len(state.candidates) + 1
    listed = CandidateList(
        id=f"{state.id}/kandidaten/{number}",
        dossier=state.id,
        number=number,
        listed_on=report.on,
        by=report.by,
        names=names,
    )
    if said_before(state.candidates, listed):
        raise RefusedError(
            f"Deze lijst van {day_in_words(listed.listed_on)} staat er al.", field="kandidaten"
        )
    most = max((s.chooses_from or 0 for s in choosing_steps(state.as_opened)), default=0)
    many = f" Let op: volgens het procesvoorstel zijn het er hoogstens {most}."
    said = f"Vastgelegd: {counted(len(names), 'kandidaat', 'kandidaten')}."
    if not choosing_steps(state.as_opened):
        said += " Let op: in het procesvoorstel kiest geen overleg eruit (geen stap met 'kiest')."
    owed = actions_closed_by(CANDIDATES, state, ActionState.OPEN)
    changes = Changes.adding(listed)
    changes += Changes.replacing((action, action.done(report.on)) for action in owed)
    return Act(said + many * (0 < most < len(names)), changes)


@decide.register
def body_chose(report: BodyChose, state: State) -> Act:
    """Keep what a body chose in its turn, and close its step."""
    refuse_after_adoption(state)
    step, listed = _step(report, state), _list(state)
    if there := choice_in(step.id, state.choices):
        raise RefusedError(
            f"{there.by_name} koos al op {day_in_words(there.chosen_on)}. Klopt dat niet, neem het "
            "dan terug (gehoord record herstel --melding keuze)."
        )
    names = [_on_list(name, listed) for name in _each_once(report.chosen, "gekozen")]
    actions = state.actions.where(step=step.id)
    choice = BodyChoice(
        id=free_key(state.choices, f"{state.id}/keuze/{step.id}"),
        dossier=state.id,
        step=step.id,
        by=step.owner,
        by_name=actions[0].owner_name if actions else step.owner,
        chosen_on=report.on,
        chosen=tuple(names),
    )
    owed = [action for action in actions if action.is_open]
    changes = Changes.adding(choice)
    changes += Changes.replacing((action, action.done(report.on)) for action in owed)
    return Act(" ".join(_said(state.after(changes), step, listed, choice)), changes)


def choice_taken_back(report: Corrected, state: State) -> Act:
    """Take back what a body chose: the one that is named, else the newest; its turn comes again."""
    refuse_after_adoption(state)
    known = standing(state.choices)
    if report.step:
        known = [choice for choice in known if choice.step == report.step]
    if report.owner:
        wanted = folded(report.owner)
        known = [c for c in known if wanted in (folded(c.by), folded(c.by_name))]
    if not known:
        raise RefusedError("Er is geen keuze van een overleg die kan worden teruggenomen.")
    choice = max(known, key=lambda each: (each.chosen_on, each.id))
    done = state.actions.where(step=choice.step, state=ActionState.DONE)
    changes = Changes.replacing([(choice, choice.withdraw(report.reason, report.on))])
    changes += Changes.replacing((action, action.reopened(report.on)) for action in done)
    return Act(f"Teruggenomen: de keuze van {choice.by_name}.", changes)


def candidates_taken_back(report: Corrected, state: State) -> Act:
    """Take back the newest list, as long as nobody chose from it; one of before counts again."""
    refuse_after_adoption(state)
    listed = _list(state)
    if chosen := standing(state.choices):
        raise RefusedError(
            f"{chosen[0].by_name} koos al uit deze lijst. Neem eerst de keuzes terug, of leg een "
            "andere lijst vast."
        )
    changes = Changes.replacing([(listed, listed.withdraw(report.reason, report.on))])
    before = latest_list(state.after(changes).candidates)
    if before:
        day = day_in_words(before.listed_on)
        return Act(f"Teruggenomen: de lijst van kandidaten. Nu geldt weer die van {day}.", changes)
    done = actions_closed_by(CANDIDATES, state, ActionState.DONE)
    changes += Changes.replacing((action, action.reopened(report.on)) for action in done)
    return Act("Teruggenomen: de lijst van kandidaten.", changes)


def _each_once(names: Sequence[str], field: str) -> tuple[str, ...]:
    clean = [" ".join(name.split()) for name in names]
    for place, name in enumerate(clean):
        if meant(name, clean[:place]) is not None:
            raise RefusedError(f"'{name}' staat er twee keer. Noem het een keer.", field=field)
    return tuple(clean)


def _list(state: State) -> CandidateList:
    listed = latest_list(state.candidates)
    if listed is None:
        raise RefusedError("Er is nog geen lijst om uit te kiezen. Leg die vast als 'kandidaten'.")
    return listed


def _step(report: BodyChose, state: State) -> Step:
    steps = choosing_steps(state.as_opened)
    step = next((step for step in steps if step.id == report.step), None)
    if step is not None:
        return step
    if not steps:
        raise RefusedError(
            "In het procesvoorstel kiest geen overleg uit een lijst ('kiest'). Leg de gekozen "
            "thema's vast als 'themas'."
        )
    names = [each.id for each in steps]
    what = f"In stap '{report.step}' wordt niet uit een lijst gekozen"
    raise RefusedError(unknown(what, report.step, names), field="stap")


def _on_list(name: str, listed: CandidateList) -> str:
    found = meant(name, listed.names)
    if found is None:
        raise RefusedError(
            unknown(f"'{name}' staat niet op de lijst", name, listed.names), field="gekozen"
        )
    return found


def _said(state: State, step: Step, listed: CandidateList, choice: BodyChoice) -> Iterator[str]:
    yield f"Vastgelegd: {choice.by_name} koos {len(choice.chosen)} van {len(listed.names)}."
    if step.chooses != len(choice.chosen):
        yield f"Let op: volgens het procesvoorstel kiest het er {step.chooses}."
    if waiting := _still_to_choose(state):
        yield f"Nog te kiezen: {counted(waiting, 'overleg', 'overleggen')}."
        return
    ranking = tally_of(listed, state.choices)
    named = [f"{each.name} ({each.votes})" for each in ranking]
    yield f"Alle overleggen kozen. De stand: {enumeration(named)}."
    places = state.as_opened.most_themes
    if places and (tied := tied_at(ranking, places)):
        yield (
            f"Op de grens van {places} staan gelijk: {enumeration([each.name for each in tied])}. "
            "Wie de thema's kiest, beslist daarover."
        )


def _still_to_choose(state: State) -> int:
    """Return how many bodies have not chosen yet and still will."""
    steps = choosing_steps(state.as_opened)
    open_now = [s for s in steps if not choice_in(s.id, state.choices)]
    return sum(not state.has_lapsed(step.id) for step in open_now)
