# SPDX-License-Identifier: EUPL-1.2
"""Who adopts the beleidsplan or a jaarverslag, and on which ground they can (art. 39)."""

from collections.abc import Sequence

from gehoord.calendar.dutch import counted
from gehoord.domain.acts.report import Adopted, JaarverslagAdopted, PartAdopted, PriorityChanged
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.eenheid.eenheid import HOOFDOFFICIER, REGIOBURGEMEESTER, Eenheid
from gehoord.domain.errors import RefusedError
from gehoord.law.politiewet import BASES

ByRight = Adopted | JaarverslagAdopted | PartAdopted | PriorityChanged
"""What burgemeesters and hoofdofficier adopt, or the regioburgemeester in their place."""


def adopted_by(report: ByRight) -> str:
    """Return in one word who adopted: the body, or whom the law names."""
    return {
        "39-1": report.body or "burgemeesters en hoofdofficier",
        "39-2": REGIOBURGEMEESTER,
        "39-3": REGIOBURGEMEESTER,
    }[report.basis]


def adopters(report: ByRight, municipalities: Sequence[FrozenMunicipality]) -> tuple[str, ...]:
    """Return those who adopted, each by name: the code of a municipality for its burgemeester."""
    if report.basis == "39-3":
        return (REGIOBURGEMEESTER,)
    named = {m.code for m in municipalities if m.until is None}
    if report.burgemeesters != "alle":
        given = {name.casefold() for name in report.burgemeesters}
        named = {m.code for m in municipalities if {m.code.casefold(), m.name.casefold()} & given}
    if report.basis == "39-2":
        named.add(REGIOBURGEMEESTER)
    return (*sorted(named), *([HOOFDOFFICIER] if report.hoofdofficier else []))


def refuse_unless_adopted_by_right(
    report: ByRight, eenheid: Eenheid, municipalities: Sequence[FrozenMunicipality]
) -> None:
    """Refuse an adoption by people who cannot adopt on the ground they name.

    Law: Politiewet 2012, art. 39 lid 1 (all burgemeesters and the hoofdofficier), lid 2 (the
    regioburgemeester in agreement with the hoofdofficier), lid 3 (the regioburgemeester, in line
    with the decision of the minister on their difference). Another priority rests on practice alone
    (S002, 5.3): no article is cited, and there is no other ground to choose.
    """
    article = None if isinstance(report, PriorityChanged) else BASES[report.basis]
    for obstacle in (
        _of_the_body(report, eenheid),
        _of_lid_3(report),
        _of_the_names(report, municipalities),
        _of_the_hoofdofficier(report),
        _of_the_burgemeesters(report, municipalities),
    ):
        if obstacle:
            raise RefusedError(obstacle, article)


def _of_the_body(report: ByRight, eenheid: Eenheid) -> str:
    if report.body is None:
        return ""
    party = eenheid.party(report.body)
    if party is None:
        return f"'{report.body}' is geen overleg van {eenheid.name}."
    if party.is_delegation or not party.adopts:
        decides = "beleidsplan en jaarverslag niet vaststellen"
        if isinstance(report, PriorityChanged):
            decides = "geen ander thema voorrang geven"
        return f"{party.name} kan {decides}."
    return ""


def _of_lid_3(report: ByRight) -> str:
    if report.basis == "39-3" and (report.body or report.hoofdofficier or report.burgemeesters):
        return (
            "Op grond van lid 3 beslist de minister over het verschil, en brengt de "
            "regioburgemeester het stuk daarmee in overeenstemming; noem daar niemand anders bij."
        )
    return ""


def _of_the_names(report: ByRight, municipalities: Sequence[FrozenMunicipality]) -> str:
    if report.burgemeesters == "alle":
        return ""
    known = {name.casefold() for m in municipalities for name in (m.code, m.name)}
    unknown = [name for name in report.burgemeesters if name.casefold() not in known]
    return f"'{unknown[0]}' is geen gemeente van dit dossier." if unknown else ""


def _of_the_hoofdofficier(report: ByRight) -> str:
    if isinstance(report, PriorityChanged) and not report.hoofdofficier:
        return "Zonder de hoofdofficier van justitie krijgt geen ander thema voorrang."
    if report.basis != "39-3" and not report.hoofdofficier:
        return "Zonder de hoofdofficier van justitie is er geen vaststelling."
    return ""


def _of_the_burgemeesters(report: ByRight, municipalities: Sequence[FrozenMunicipality]) -> str:
    if report.basis == "39-2" and (report.body or report.burgemeesters):
        return (
            "Op grond van lid 2 stelt de regioburgemeester vast, in overeenstemming met de "
            "hoofdofficier; noem daar geen overleg of burgemeesters bij."
        )
    if report.basis != "39-1" or report.burgemeesters == "alle":
        return ""
    missing = _missing(report, municipalities)
    if not missing:
        return ""
    who = (
        f"{counted(len(missing), 'burgemeester ontbreekt', 'burgemeesters ontbreken')}: "
        f"{some(missing)}."
    )
    if isinstance(report, PriorityChanged):
        return f"Alle burgemeesters kiezen samen met de hoofdofficier welk thema voorgaat; {who}"
    return (
        f"Op grond van lid 1 stellen alle burgemeesters vast; {who} Gebruik anders grondslag 39-2."
    )


def _missing(report: ByRight, municipalities: Sequence[FrozenMunicipality]) -> list[str]:
    """Return the municipalities whose burgemeester is not among those who adopt."""
    present = set(adopters(report, municipalities))
    return [m.name for m in municipalities if m.until is None and m.code not in present]
