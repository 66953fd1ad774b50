# SPDX-License-Identifier: EUPL-1.2
"""The besluit of adoption as a document for signature: lid 1, 2 or 3, draft before and final after.

Facts stand in it as they are recorded. What is not there yet is said, and never filled in.
"""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.dutch import alphabetical, counted, day_in_words, enumeration
from gehoord.domain.acts.adoption import refuse_unless_ready
from gehoord.domain.acts.by_assent import refuse_lid_2
from gehoord.domain.acts.difference import refuse_undecided
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.adopting import adopting
from gehoord.domain.dossier.assents import assents_of
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import HOOFDOFFICIER
from gehoord.domain.errors import RefusedError
from gehoord.domain.finding import Severity
from gehoord.law.article import Article
from gehoord.law.politiewet import (
    ADOPT,
    BASES,
    HEAR_COUNCILS,
    OBJECTIVES_OF_MINISTER,
    SEND_OUT,
)
from gehoord.templates.besluit_considering import adopted_version, considering
from gehoord.templates.besluit_paper import (
    LID_1,
    LID_2,
    LID_3,
    THE_HOOFDOFFICIER,
    THE_REGIOBURGEMEESTER,
    BesluitPaper,
)
from gehoord.templates.wording import cited, closed


def adoption_paper(state: State, on: date, basis: str | None = None) -> BesluitPaper:
    """Return the besluit of adoption; before it is taken a draft on the ground that is named.

    Args:
        state: the dossier.
        on: the day on which the document is made.
        basis: the ground of a draft, lid 1 where none is named; what was adopted has its own.
    """
    taken = state.adoption
    ground = taken.basis if taken and taken.basis in BASES else basis or LID_1
    return BesluitPaper(
        name=f"tot vaststelling van {plan_in_words(state)}",
        taken_on=taken.taken_on if taken else None,
        lacking=() if taken else tuple(_lacking(state, on, ground)),
        by=by_in_words(state, ground, taken),
        is_plural=ground == LID_1,
        regarded=_regarded(ground),
        considering=tuple(considering(state, ground, taken)),
        decides=tuple(_decides(state, ground, taken)),
        signers=_signers(state, ground, taken),
        agreeing=agreeing_of(state, ground),
        may_appeal=ground == LID_2,
    )


def plan_in_words(state: State) -> str:
    """Return the plan with its years, as a sentence names it."""
    plan = state.proposal.beleidsplan
    years = f"{day_in_words(plan.start)} tot en met {day_in_words(plan.end)}"
    return f"{plan.in_sentence} ({years})"


def by_in_words(state: State, ground: str, taken: Besluit | None) -> str:
    """Return who decides on a ground, as the subject of a sentence."""
    eenheid = state.eenheid.name
    if ground != LID_1:
        return f"{THE_REGIOBURGEMEESTER} van de eenheid {eenheid}"
    number = counted(len(adopting(state, taken)), "gemeente", "gemeenten")
    return f"de burgemeesters van de {number} van de eenheid {eenheid} en {THE_HOOFDOFFICIER}"


def signers_of(state: State, ground: str, taken: Besluit | None) -> list[tuple[str, str]]:
    """Return who sign on a ground; of who took part in a besluit that was taken, that he did."""
    if ground != LID_1:
        return [(THE_REGIOBURGEMEESTER, "")]
    adopters = taken.adopters if taken else ()
    codes = {m.name: m.code for m in adopting(state, taken)}
    owners = [(codes[name], f"de burgemeester van {name}") for name in alphabetical(codes)]
    return [
        (who, "stelde mee vast" if owner in adopters else "")
        for owner, who in [*owners, (HOOFDOFFICIER, THE_HOOFDOFFICIER)]
    ]


def _signers(state: State, ground: str, taken: Besluit | None) -> list[tuple[str, str]]:
    """Return who sign the adoption, with what each said of the plan where that was recorded."""
    if ground != LID_1:
        return signers_of(state, ground, taken)
    said = [one.assent.in_words if one.assent else "" for one in assents_of(state).each]
    signers = signers_of(state, ground, taken)
    return [(who, words or did) for (who, did), words in zip(signers, said, strict=True)]


def agreeing_of(state: State, ground: str) -> list[tuple[str, str]]:
    """Return who sign that they agree: under lid 2 the hoofdofficier."""
    return [(f"in overeenstemming met {THE_HOOFDOFFICIER}", "")] if ground == LID_2 else []


def version_in_full(version: DraftVersion) -> str:
    """Return by what a version is known for good: its number, its day, its file and the SHA-256."""
    file = f", bestand '{version.file}'" if version.file else ""
    sha = f", SHA-256 {version.document}" if version.document else ", zonder bewaard bestand"
    made_on = day_in_words(version.made_on)
    return f"versie {version.number} ('{version.title}', {made_on}{file}{sha})"


def _regarded(ground: str) -> tuple[Article, ...]:
    first = (OBJECTIVES_OF_MINISTER, HEAR_COUNCILS, ADOPT)
    return first if ground == LID_1 else (*first, BASES[ground])


def _lacking(state: State, on: date, ground: str) -> Iterator[str]:
    """Yield why a draft cannot be signed yet, as an adoption today would be refused."""
    try:
        refuse_unless_ready(state, on)
    except RefusedError as error:
        yield str(error)
    try:
        _refuse_ground(state, on, ground)
    except RefusedError as error:
        yield str(error)
    assents = assents_of(state)
    if ground == LID_1 and assents.are_recorded and not assents.are_complete:
        lacking = [f"{one.name} ({one.why_not})" for one in assents.lacking]
        yield f"Nog niet vastgelegd dat allen instemmen: {enumeration(lacking)}."
    for finding in findings(Case.of_dossier(state, on)):
        if finding.severity is Severity.REASON:
            yield f"{closed(finding.text)} Daarvoor is nog een reden nodig."


def _refuse_ground(state: State, on: date, ground: str) -> None:
    """Refuse lid 2 or 3 as the adoption would, by what those who adopt said and the minister."""
    if ground == LID_2:
        refuse_lid_2(assents_of(state))
    if ground == LID_3:
        refuse_undecided(state, on)


def _decides(state: State, ground: str, taken: Besluit | None) -> Iterator[str]:
    final = adopted_version(state, taken)
    text = version_in_full(final) if final else "[er is nog geen versie]"
    yield f"{plan_in_words(state)} vast te stellen zoals het staat in {text};"
    if ground == LID_1:
        yield (
            f"{THE_REGIOBURGEMEESTER} te vragen het plan te zenden aan de minister en de korpschef "
            f"({cited(SEND_OUT)})."
        )
    else:
        yield f"het plan te zenden aan de minister en de korpschef ({cited(SEND_OUT)});"
        yield (
            "dit besluit bekend te maken aan de burgemeesters van de eenheid."
            if ground == LID_2
            else "de burgemeesters en de hoofdofficier een afschrift te zenden."
        )
