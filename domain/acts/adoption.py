"""The adoption of the beleidsplan: by when, by whom, and what must have happened before."""

from collections.abc import Iterator, Sequence
from datetime import date

from gehoord.calendar.dutch import alphabetical, counted, day_in_words, enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.reasons import refuse_without_reasons
from gehoord.domain.acts.report import Adopted
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import DossierState, FrozenMunicipality
from gehoord.domain.dossier.reason import EXTENSION
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import HOOFDOFFICIER, MINISTER, REGIOBURGEMEESTER, Eenheid
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.part import are_missing
from gehoord.domain.proposal.step import Part, StepKind
from gehoord.law.article import Article
from gehoord.law.politiewet import (
    ADOPT,
    BASES,
    HEAR_COUNCILS,
    OBJECTIVES_OF_MINISTER,
)

Obstacle = tuple[str, Article]
"""What stands in the way of the adoption, and where the law says so."""


def adopted_by(report: Adopted) -> str:
    """Return in one word who adopted: the body, or whom the law names."""
    return {
        "39-1": report.body or "burgemeesters en hoofdofficier",
        "39-2": REGIOBURGEMEESTER,
        "39-3": MINISTER,
    }[report.basis]


def adopters(report: Adopted, municipalities: Sequence[FrozenMunicipality]) -> tuple[str, ...]:
    """Return those who adopted, each by name: the code of a municipality for its burgemeester."""
    if report.basis == "39-3":
        return (MINISTER,)
    named = {m.code for m in municipalities if m.until is None}
    if report.burgemeesters != "alle":
        given = {name.casefold() for name in report.burgemeesters}
        named = {m.code for m in municipalities if {m.code.casefold(), m.name.casefold()} & given}
    if report.basis == "39-2":
        named.add(REGIOBURGEMEESTER)
    return (*sorted(named), *([HOOFDOFFICIER] if report.hoofdofficier else []))


def refuse_unless_ready(state: State, on: date) -> None:
    """Refuse when the plan may not be put up for adoption on ``on``.

    Raises:
        RefusedError: with every obstacle in one text, and the article of the first.
    """
    hearing = _unextended(state) if _is_extension(state) else _unheard(state, on)
    obstacles = [*hearing, *_missing_parts(state), *_of_later_days(state, on)]
    if obstacles:
        raise RefusedError(" ".join(text for text, _ in obstacles), obstacles[0][1])


def refuse_unless_adoptable(state: State, on: date) -> None:
    """Refuse when the plan was not adopted, and may not be either on ``on``.

    Raises:
        RefusedError: something is missing, or a reason that must be recorded is not there.
    """
    if not state.is_adopted:
        refuse_unless_ready(state, on)
        refuse_without_reasons(state, on)


def refuse_unless_adopted(state: State) -> None:
    """Refuse what follows an adoption that is not there yet."""
    if not state.is_adopted:
        raise RefusedError("Het beleidsplan is nog niet vastgesteld.", ADOPT)


def _unheard(state: State, on: date) -> Iterator[Obstacle]:
    """Yield why the councils do not count as heard on the ontwerp (art. 38b lid 2)."""
    if state.ontwerp is None:
        yield "Er is geen ontwerp waarover de raden zijn gehoord.", HEAR_COUNCILS
    unheard = [h.name for h in state.owed_hearings if not h.is_settled]
    if unheard or not state.hearings:
        yield f"Nog niet gehoord: {_names(unheard) or 'alle raden'}.", HEAR_COUNCILS
    yield from _heard_later(state, on)
    if stale := _heard_on_older(state):
        yield f"Gehoord over een oudere versie: {_names(stale)}.", HEAR_COUNCILS


def _heard_later(state: State, on: date) -> Iterator[Obstacle]:
    """Yield the first council that was heard only after the day of adoption."""
    for hearing in state.hearings:
        if hearing.heard_on and hearing.heard_on > on:
            text = f"{hearing.name} is pas gehoord op {day_in_words(hearing.heard_on)}"
            yield f"{text}, na {day_in_words(on)}.", HEAR_COUNCILS
            return


def _heard_on_older(state: State) -> list[str]:
    """Return the councils that were heard on another version than the newest ontwerp."""
    if state.ontwerp is None:
        return []
    settled = [h for h in state.hearings if h.is_settled]
    return [h.name for h in settled if h.version != state.ontwerp.id]


def _names(names: list[str]) -> str:
    more = [f"nog {len(names) - 5}"] if len(names) > 5 else []
    return enumeration(alphabetical(names)[:5] + more)


def _of_later_days(state: State, on: date) -> Iterator[Obstacle]:
    """Yield what did not exist yet on the day of adoption."""
    for version in (state.ontwerp, state.final):
        if version and version.made_on > on:
            made_on = day_in_words(version.made_on)
            yield f"'{version.title}' is pas van {made_on}, na {day_in_words(on)}.", ADOPT


def _is_extension(state: State) -> bool:
    """Whether the plan extends another and goes without its own hearing.

    Once there is an ontwerp, or a council was asked, the councils are heard on it like any other.
    """
    asked = any(h.invited_on for h in state.hearings)
    return bool(state.proposal.beleidsplan.extension) and state.ontwerp is None and not asked


def _unextended(state: State) -> Iterator[Obstacle]:
    """Yield why this plan does not count as an extension that needs no new hearing.

    The law does not name an extension: councils are heard on every ontwerp. Practice extends a
    plan whose councils were heard and whose content stays the same, on a ground that is recorded.
    """
    extension = state.proposal.beleidsplan.extension
    if extension is None or not extension.same_content:
        yield "De inhoud verschilt van het vorige plan, dus elke raad wordt gehoord.", HEAR_COUNCILS
    if not state.has_reason(EXTENSION):
        yield (
            "Leg eerst vast waarom dit plan zonder nieuw horen wordt verlengd: als 'reden', bij "
            f"bevinding '{EXTENSION}'.",
            HEAR_COUNCILS,
        )


def _missing_parts(state: State) -> Iterator[Obstacle]:
    """Yield which parts the newest version lacks, under the article of the first (art. 39, 20)."""
    final = state.final
    missing = [part for part in Part if final is None or part not in final.contains]
    if missing:
        article = OBJECTIVES_OF_MINISTER if missing[0] is Part.OBJECTIVES else ADOPT
        yield f"In de versie die wordt vastgesteld {are_missing(missing)}.", article


def refuse_unless_adopted_by_right(
    report: Adopted, eenheid: Eenheid, municipalities: Sequence[FrozenMunicipality]
) -> None:
    """Refuse an adoption by people who cannot adopt on the ground they name.

    Law: Politiewet 2012, art. 39 lid 1 (all burgemeesters and the hoofdofficier), lid 2 (the
    regioburgemeester in agreement with the hoofdofficier), lid 3 (the minister).
    """
    article = BASES[report.basis]
    for obstacle in (
        _of_the_body(report, eenheid),
        _of_the_minister(report),
        _of_the_names(report, municipalities),
        _of_the_hoofdofficier(report),
        _of_the_burgemeesters(report, municipalities),
    ):
        if obstacle:
            raise RefusedError(obstacle, article)


def _of_the_body(report: Adopted, eenheid: Eenheid) -> str:
    if report.body is None:
        return ""
    party = eenheid.party(report.body)
    if party is None:
        return f"'{report.body}' is geen overleg van {eenheid.name}."
    if party.is_delegation or not party.adopts:
        return f"{party.name} kan het beleidsplan niet vaststellen."
    return ""


def _of_the_minister(report: Adopted) -> str:
    if report.basis == "39-3" and (report.body or report.hoofdofficier or report.burgemeesters):
        return "Op grond van lid 3 beslist de minister alleen; noem daar niemand anders bij."
    return ""


def _of_the_names(report: Adopted, municipalities: Sequence[FrozenMunicipality]) -> str:
    if report.burgemeesters == "alle":
        return ""
    known = {name.casefold() for m in municipalities for name in (m.code, m.name)}
    unknown = [name for name in report.burgemeesters if name.casefold() not in known]
    return f"'{unknown[0]}' is geen gemeente van dit dossier." if unknown else ""


def _of_the_hoofdofficier(report: Adopted) -> str:
    if report.basis != "39-3" and not report.hoofdofficier:
        return "Zonder de hoofdofficier van justitie is er geen vaststelling."
    return ""


def _of_the_burgemeesters(report: Adopted, municipalities: Sequence[FrozenMunicipality]) -> str:
    if report.basis == "39-2" and (report.body or report.burgemeesters):
        return (
            "Op grond van lid 2 stelt de regioburgemeester vast, in overeenstemming met de "
            "hoofdofficier; noem daar geen overleg of burgemeesters bij."
        )
    if report.basis != "39-1" or report.burgemeesters == "alle":
        return ""
    present = set(adopters(report, municipalities))
    missing = [m.name for m in municipalities if m.until is None and m.code not in present]
    if not missing:
        return ""
    return (
        f"Op grond van lid 1 stellen alle burgemeesters vast; "
        f"{counted(len(missing), 'burgemeester ontbreekt', 'burgemeesters ontbreken')}: "
        f"{_names(missing)}. Gebruik anders grondslag 39-2."
    )


@decide.register
def adopted(report: Adopted, state: State) -> Act:
    """Keep the besluit by which the plan is adopted (Politiewet 2012, art. 39)."""
    if state.adoption:
        taken_on = day_in_words(state.adoption.taken_on)
        raise RefusedError(f"Het plan is al vastgesteld op {taken_on}.")
    refuse_unless_ready(state, report.on)
    refuse_without_reasons(state, report.on)
    refuse_unless_adopted_by_right(report, state.eenheid, state.municipalities)
    besluit = Besluit(
        id=f"{state.id}/vaststelling",
        dossier=state.id,
        kind=BesluitKind.ADOPTION,
        by=adopted_by(report),
        taken_on=report.on,
        basis=report.basis,
        version=state.final.id if state.final else None,
        text=report.note,
        adopters=adopters(report, state.municipalities),
    )
    closed = state.dossier.model_copy(update={"state": DossierState.ADOPTED})
    owed = state.open_actions(kind=StepKind.ADOPTION)
    changes = (
        Changes.adding(besluit)
        + Changes.replacing([(state.dossier, closed)])
        + Changes.replacing((a, a.done(report.on)) for a in owed)
    )
    return Act(f"Het beleidsplan is vastgesteld.{_undisposed(state)}", changes)


def _undisposed(state: State) -> str:
    waiting = [z for z in state.zienswijzen if z.awaits_disposition]
    if not waiting:
        return ""
    number = counted(len(waiting), "zienswijze", "zienswijzen")
    return f" Let op: van {number} is geen verwerking vastgelegd."
