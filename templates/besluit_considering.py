# SPDX-License-Identifier: EUPL-1.2
"""What the besluit of adoption considers: the hearing, the parts of the plan, its ground."""

from collections.abc import Iterator, Sequence
from datetime import date

from gehoord.calendar.dutch import alphabetical, counted, day_in_words, enumeration
from gehoord.domain.acts.by_assent import refuse_lid_2
from gehoord.domain.checks.strength import table_of
from gehoord.domain.dossier.assents import assents_of, conditions, open_conditions
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.nota import Nota, nota_of
from gehoord.domain.dossier.reasoned import reason_for
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.part import IN_ANY_CASE
from gehoord.domain.proposal.step import Part
from gehoord.law.politiewet import (
    ADOPT_BY_REGIOBURGEMEESTER,
    HEAR_COUNCILS,
    OBJECTIVES_OF_MINISTER,
)
from gehoord.templates.besluit_paper import (
    LID_2,
    LID_3,
    THE_HOOFDOFFICIER,
    THE_REGIOBURGEMEESTER,
)
from gehoord.templates.wording import cited


def considering(state: State, ground: str, taken: Besluit | None) -> Iterator[str]:
    """Yield what is considered, each as it follows upon "dat"."""
    yield from _of_the_hearing(state, taken)
    yield from _of_the_parts(state, taken)
    if ground == LID_2:
        yield from _of_lid_2(state, taken)
    if ground == LID_3:
        yield from _of_lid_3(state)
    yield from _of_conditions(state, taken)


def _of_the_hearing(state: State, taken: Besluit | None) -> Iterator[str]:
    """Yield how the councils were heard, and what was done with what they said."""
    nota = nota_of(state)
    if nota.owed:
        yield _heard(state, nota)
    elif state.proposal.beleidsplan.extension:
        yield "dit plan het vorige verlengt, met dezelfde inhoud, op een vastgelegde grond"
    if said := [one for one in nota.said if not one.is_after_adoption]:
        many = counted(len(said), "zienswijze is", "zienswijzen zijn")
        is_open = any(one.was_open_on(taken.taken_on if taken else date.max) for one in said)
        done = "waarover de nota van beantwoording nog niet af is" if is_open else _ANSWERED
        yield f"{many} ontvangen, {done}"


_ANSWERED = "en in de nota van beantwoording staat wat daarmee is gedaan"


def _heard(state: State, nota: Nota) -> str:
    owed = len(nota.owed)
    total = counted(owed, "gemeente", "gemeenten")
    text = f" van {day_in_words(state.ontwerp.made_on)}" if state.ontwerp else ""
    article = cited(HEAR_COUNCILS)
    if waiting := alphabetical(council.hearing.name for council in nota.waiting):
        return (
            f"elke burgemeester de raad van zijn gemeente hoort over het ontwerp{text} "
            f"({article}), en dat van de {total} nog niet is gebeurd in {enumeration(waiting)}"
        )
    silent = alphabetical(council.hearing.name for council in nota.silent)
    if not silent:
        return (
            f"elke burgemeester de raad van zijn gemeente heeft gehoord over het ontwerp{text} "
            f"({article}): {total}"
        )
    who, verb = ("raad", "antwoordde") if len(silent) == 1 else ("raden", "antwoordden")
    return (
        f"het ontwerp{text} aan elke raad is voorgelegd ({article}), en dat de raden van "
        f"{owed - len(silent)} van de {total} zijn gehoord; de {who} van {enumeration(silent)} "
        f"{verb} niet, en per raad is beoordeeld dat dit als gehoord telt"
    )


def _of_the_parts(state: State, taken: Besluit | None) -> Iterator[str]:
    """Yield that the objectives are observed, and that the strength is in the plan."""
    if final := adopted_version(state, taken):
        yield from _of_objectives(state, final)
        if set(IN_ANY_CASE) <= set(final.contains):
            yield from _of_strength(state, final)


def _of_objectives(state: State, final: DraftVersion) -> Iterator[str]:
    where = f"de doelstellingen van de minister ({cited(OBJECTIVES_OF_MINISTER)})"
    given = reason_for(state, "doelstellingen-minister", (final.step,))
    if Part.OBJECTIVES in final.contains:
        yield f"{where} in acht zijn genomen en in het plan staan"
    elif given:
        yield f"{where} niet in de tekst staan, om deze reden: {given.ground.rstrip('.')}"


def _of_strength(state: State, final: DraftVersion) -> Iterator[str]:
    table = table_of(state, final)
    which = f": {table.in_words}" if table else ""
    yield (
        f"het plan de verdeling van de beschikbare politiesterkte omvat, met de wijkagenten{which}"
    )
    if table and table.is_provisional:
        why = reason_for(state, "deel-voorlopig-bij-vaststelling", (final.step,))
        because = f", om deze reden: {why.ground.rstrip('.')}" if why else ""
        yield f"die verdeling nog voorlopig is{because}"


def _of_lid_2(state: State, taken: Besluit | None) -> Iterator[str]:
    """Yield why lid 2 applies; nothing of a draft where what was recorded says that it does not."""
    if taken is None and not _may_be_lid_2(state):
        return
    lacking = [f"{one.name} ({one.why_not})" for one in assents_of(state).lacking]
    why = (
        f", want niet allen stemmen in: {enumeration(lacking)}"
        if assents_of(state).are_recorded and lacking
        else ""
    )
    yield from of_lid_2(why)


def of_lid_2(why: str = "") -> Iterator[str]:
    """Yield on what an adoption under lid 2 rests, with why lid 1 fails where that is recorded."""
    yield (
        f"vaststelling door alle burgemeesters en {THE_HOOFDOFFICIER} niet mogelijk is{why} "
        f"({cited(ADOPT_BY_REGIOBURGEMEESTER)})"
    )
    yield f"{THE_HOOFDOFFICIER} hiermee instemt"


def _may_be_lid_2(state: State) -> bool:
    try:
        refuse_lid_2(assents_of(state))
    except RefusedError:
        return False
    return True


def _of_lid_3(state: State) -> Iterator[str]:
    put = state.besluiten_on(BesluitKind.DIFFERENCE)
    decided = state.besluiten_on(BesluitKind.DIFFERENCE_DECIDED)
    for one in (each for each in put if each.year is None):
        yield (
            f"{THE_REGIOBURGEMEESTER} het verschil met {THE_HOOFDOFFICIER} op "
            f"{day_in_words(one.taken_on)} schriftelijk heeft voorgelegd aan de minister"
        )
    for one in (each for each in decided if each.year is None):
        yield (
            f"de minister over dat verschil heeft beslist op {day_in_words(one.taken_on)}, en het "
            "plan daarmee in overeenstemming is gebracht"
        )


def _lifted(state: State, by: date) -> tuple[list[Condition], list[Condition]]:
    """Return the conditions that were taken away by a day, and those that were after it."""
    lifted = [(each, each.lifted_on) for each in conditions(state) if each.lifted_on]
    return [c for c, day in lifted if day <= by], [c for c, day in lifted if day > by]


def _of_conditions(state: State, taken: Besluit | None) -> Iterator[str]:
    gone, later = _lifted(state, taken.taken_on if taken else date.max)
    if gone:
        yield (
            f"{counted(len(gone), 'voorwaarde is', 'voorwaarden zijn')} weggenomen: "
            + "; ".join(f"{each.text.rstrip('.')} (door {each.lifted_by})" for each in gone)
        )
    reason = reason_for(state, "voorwaarde-open", _of_adoption(state))
    if reason and (later or open_conditions(state)):
        yield f"ondanks een open voorwaarde wordt vastgesteld, omdat: {reason.ground.rstrip('.')}"


def _of_adoption(state: State) -> Sequence[str]:
    step = state.as_opened.adoption
    return (step.id,) if step else ()


def adopted_version(state: State, taken: Besluit | None) -> DraftVersion | None:
    """Return the version that was adopted; before that the newest."""
    if taken and taken.version:
        return state.versions.one(taken.version)
    return state.final
