# SPDX-License-Identifier: EUPL-1.2
"""Whether those of whom is recorded what they said can adopt on the ground that is named."""

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.assenting import REMAINS, lacking_in_words
from gehoord.domain.acts.report import Adopted
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.assents import Assents, assents_of
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS
from gehoord.domain.errors import Onward, RefusedError
from gehoord.law.politiewet import ADOPT, ADOPT_BY_REGIOBURGEMEESTER


def by_assent(report: Adopted, state: State) -> Adopted:
    """Return an adoption with those who agreed as adopters, where that was recorded of them.

    Where nothing was recorded of anybody it stays as it was reported.

    Raises:
        RefusedError: under lid 1 somebody lacks; under lid 2 the hoofdofficier does not agree, or
            lid 1 is possible after all.

    Law: Politiewet 2012, art. 39 lid 1 and 2.
    """
    assents = assents_of(state)
    if not assents.are_recorded:
        return report
    if report.basis == "39-1":
        _refuse_lacking(assents)
        _refuse_later(report, assents)
        agreed = {"hoofdofficier": True, BURGEMEESTERS: report.burgemeesters or "alle"}
        return report.model_copy(update=agreed)
    if report.basis == "39-2":
        refuse_lid_2(assents)
    return report


def _refuse_lacking(assents: Assents) -> None:
    if assents.lacking:
        raise RefusedError(
            "Op grond van lid 1 stellen alle burgemeesters en de hoofdofficier vast. "
            f"{lacking_in_words(assents.lacking)} {REMAINS}",
            ADOPT,
            onward=(Onward("Stemt wie ontbreekt nu in?", "instemming", {}),),
        )


def _refuse_later(report: Adopted, assents: Assents) -> None:
    """Refuse a day on which somebody had not agreed yet: all of them adopt together."""
    later = [one for one in assents.each if one.assent and one.assent.given_on > report.on]
    if later:
        last = max(one.assent.given_on for one in later if one.assent)
        raise RefusedError(
            f"Op {day_in_words(report.on)} had nog niet iedereen ingestemd: "
            f"{some([one.name for one in later])}. Noem {day_in_words(last)}, of een latere dag.",
            ADOPT,
        )


def refuse_lid_2(assents: Assents) -> None:
    """Refuse lid 2 where lid 1 is possible, or where the hoofdofficier does not agree.

    Law: Politiewet 2012, art. 39 lid 2.
    """
    if assents.are_complete:
        raise RefusedError(
            "Lid 2 geldt alleen als vaststellen op grond van lid 1 niet kan, en alle burgemeesters "
            "en de hoofdofficier stemmen in. Gebruik grondslag 39-1.",
            ADOPT_BY_REGIOBURGEMEESTER,
        )
    hoofdofficier = assents.of_hoofdofficier
    if hoofdofficier.assent and hoofdofficier.assent.answer and not hoofdofficier.agrees:
        raise RefusedError(
            "De hoofdofficier stemt niet in, en op grond van lid 2 stelt de regioburgemeester vast "
            "in overeenstemming met de hoofdofficier. Leg het verschil schriftelijk voor aan de "
            "minister (verschil), en stel daarna vast met grondslag 39-3.",
            ADOPT_BY_REGIOBURGEMEESTER,
        )
