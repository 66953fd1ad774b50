# SPDX-License-Identifier: EUPL-1.2
"""What is decided after the adoption as a document for signature: a change, or a jaarverslag."""

from collections.abc import Iterator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.part_adoption import provisional_strength
from gehoord.domain.checks.strength import table_of
from gehoord.domain.dossier.appeal import Appeal
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_changes import compared
from gehoord.domain.dossier.strength_table import StrengthTable, newest
from gehoord.domain.dossier.under_lid_2 import OF_PART, part_besluit
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import GehoordError
from gehoord.law.politiewet import ADOPT, BASES, BASES_OF_CHANGE, INSTRUCT, SEND_OUT
from gehoord.templates.besluit import (
    agreeing_of,
    by_in_words,
    plan_in_words,
    signers_of,
    version_in_full,
)
from gehoord.templates.besluit_considering import of_lid_2
from gehoord.templates.besluit_paper import LID_1, LID_2, LID_3, THE_REGIOBURGEMEESTER, BesluitPaper
from gehoord.templates.wording import cited


def change_paper(state: State, change: Besluit | None = None) -> BesluitPaper:
    """Return the besluit by which the adopted plan was brought into line, the newest one.

    Args:
        state: the dossier.
        change: another one than the newest.

    Raises:
        GehoordError: the plan was not changed.

    Law: Politiewet 2012, art. 39 lid 6 and art. 40 lid 3: it needs no new consent.
    """
    known = state.besluiten_on(BesluitKind.CHANGE)
    adoption = state.adoption
    if not known or adoption is None:
        raise GehoordError(
            "Er is geen wijziging van het vastgestelde plan vastgelegd. Leg die eerst vast "
            "(gehoord record wijziging)."
        )
    change = change or max(known, key=lambda each: each.taken_on)
    version = state.versions.one(change.version or "")
    text = version_in_full(version) if version else ""
    grounds = (INSTRUCT,) if change.basis == "aanwijzing" else ()
    return BesluitPaper(
        name=f"tot wijziging van {plan_in_words(state)}",
        taken_on=change.taken_on,
        by=by_in_words(state, LID_2, change),
        is_plural=False,
        regarded=(*grounds, BASES_OF_CHANGE[change.basis]),
        considering=tuple(_why_changed(state, change, adoption)),
        decides=(
            f"{plan_in_words(state)} te wijzigen zoals het staat in {text};",
            "dit te melden aan de gemeenteraden, de burgemeesters, de hoofdofficier van justitie, "
            "de korpschef en de minister.",
        ),
        signers=((THE_REGIOBURGEMEESTER, ""),),
    )


def _why_changed(state: State, change: Besluit, adoption: Besluit) -> Iterator[str]:
    """Yield what asked for a change, as far as it was known on its day."""
    yield f"het plan is vastgesteld op {day_in_words(adoption.taken_on)}"
    if change.basis == "aanwijzing":
        for one in state.besluiten_on(BesluitKind.INSTRUCTION):
            if one.taken_on <= change.taken_on:
                said = one.text.rstrip(".")
                yield f"de minister op {day_in_words(one.taken_on)} een aanwijzing gaf: {said}"
    else:
        for appeal in state.appeals:
            closed_on = appeal.closed_on
            if appeal.changes_the_plan and closed_on and closed_on <= change.taken_on:
                yield (
                    f"op het beroep van de burgemeester van {appeal.name}{_against(appeal)} is "
                    "beslist: "
                    f"{appeal.outcome} ({day_in_words(closed_on)})"
                )
    yield f"voor deze wijziging geen nieuwe instemming nodig is ({_ground(change)})"


def _against(appeal: Appeal) -> str:
    return OF_PART.against if appeal.besluit else ""


def _ground(change: Besluit) -> str:
    return cited(BASES_OF_CHANGE[change.basis])


def part_paper(state: State, basis: str | None = None) -> BesluitPaper:
    """Return the besluit on the definitive sterkteverdeling; a draft until it is taken.

    Args:
        state: the dossier.
        basis: the ground of a draft, lid 1 where none is named; what was adopted has its own.

    Raises:
        GehoordError: the plan was not adopted with a provisional one, or it is lid 3.

    Law: Politiewet 2012, art. 39 lid 1, 2 and 5.
    """
    adoption, provisional = state.adoption, provisional_strength(state)
    if adoption is None or provisional is None:
        raise GehoordError(
            "Er is geen plan vastgesteld met een voorlopige sterkteverdeling; dan is er geen "
            "besluit over een onderdeel."
        )
    taken = part_besluit(state)
    ground = taken.basis if taken else basis or LID_1
    if ground == LID_3:
        raise GehoordError("Een onderdeel wordt vastgesteld met grondslag 39-1 of 39-2.")
    return BesluitPaper(
        name=f"tot vaststelling van de definitieve sterkteverdeling bij {plan_in_words(state)}",
        taken_on=taken.taken_on if taken else None,
        by=by_in_words(state, ground, taken),
        is_plural=ground == LID_1,
        regarded=(ADOPT,) if ground == LID_1 else (ADOPT, BASES[ground]),
        considering=(
            f"{plan_in_words(state)} is vastgesteld op {day_in_words(adoption.taken_on)}, met een "
            f"voorlopige verdeling ({provisional.in_words})",
            *_compared(provisional, _definitive(state, taken)),
            *(of_lid_2() if ground == LID_2 else ()),
        ),
        decides=(
            f"als onderdeel van dat plan vast te stellen: {_which(state, taken)};",
            "dit besluit te voegen bij dat van de vaststelling van het plan;",
            *(["het bekend te maken aan de burgemeesters van de eenheid;"] * (ground == LID_2)),
            f"het te zenden aan de minister en de korpschef ({cited(SEND_OUT)}).",
        ),
        signers=signers_of(state, ground, taken),
        agreeing=agreeing_of(state, ground),
        may_appeal=ground == LID_2,
    )


def _definitive(state: State, taken: Besluit | None) -> StrengthTable | None:
    """Return the strength that was adopted as a part; before that the newest definitive one."""
    if taken:
        return table_of(state, state.versions.one(taken.version or ""))
    return newest([each for each in standing(state.strengths) if not each.is_provisional])


def _compared(old: StrengthTable, new: StrengthTable | None) -> Iterator[str]:
    if new:
        found = compared(old, new).in_words.rstrip(".")
        yield f"daarmee vergeleken: {found[:1].lower()}{found[1:]}"


def _which(state: State, taken: Besluit | None) -> str:
    table = _definitive(state, taken)
    which = table.in_words if table else "[er is nog geen definitieve sterkteverdeling]"
    version = state.versions.one(taken.version or "") if taken else None
    return f"{which}, in {version_in_full(version)}" if version else which


def jaarverslag_paper(state: State, year: int, basis: str | None = None) -> BesluitPaper:
    """Return the besluit of adoption of the jaarverslag over a year; a draft until it is taken.

    Raises:
        GehoordError: the plan is not adopted, or it holds for other years.
    """
    adoption, plan = state.adoption, state.proposal.beleidsplan
    if adoption is None or not plan.start.year <= year <= plan.end.year:
        raise GehoordError(
            f"Bij dit plan hoort nog geen jaarverslag over {year}. Het plan moet zijn vastgesteld, "
            f"en geldt van {plan.start.year} tot en met {plan.end.year}."
        )
    taken = state.jaarverslag(year)
    ground = taken.basis if taken else basis or LID_1
    first = () if ground == LID_1 else (BASES[ground],)
    file = (
        f" (bestand '{taken.file}', SHA-256 {taken.document})" if taken and taken.document else ""
    )
    return BesluitPaper(
        name=f"tot vaststelling van het jaarverslag over {year}",
        taken_on=taken.taken_on if taken else None,
        by=by_in_words(state, ground, taken),
        is_plural=ground == LID_1,
        regarded=(ADOPT, *first),
        considering=(
            f"{plan_in_words(state)} is vastgesteld op {day_in_words(adoption.taken_on)}",
            "over elk jaar van het plan een jaarverslag wordt vastgesteld",
        ),
        decides=(
            f"het jaarverslag over {year}{file} vast te stellen;",
            f"het te zenden aan de minister en de korpschef ({cited(SEND_OUT)}).",
        ),
        signers=signers_of(state, ground, taken),
        agreeing=agreeing_of(state, ground),
        may_appeal=False,
    )
