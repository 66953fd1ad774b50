# SPDX-License-Identifier: EUPL-1.2
"""Do those who adopt agree, and is every condition gone on which they do?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import capital
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.assents import assents_of, maker_in_words, open_conditions
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.law.politiewet import ADOPT

CHECKS = Checks()


@CHECKS.add(
    "instemming-ontbreekt",
    Severity.WARN,
    mistake=22,
    article=ADOPT,
    remedy="Laat wie ontbreekt alsnog schriftelijk instemmen, of laat de regioburgemeester "
    "vaststellen in overeenstemming met de hoofdofficier (grondslag 39-2).",
)
def assent_lacking(case: Case) -> Iterator[Observation]:
    """Of somebody who adopts under lid 1 it is recorded that he does not agree, or nothing is."""
    if case.state is None or case.state.adoption or case.adoption is None:
        return
    assents = assents_of(case.state)
    if not assents.are_recorded or assents.are_complete:
        return
    told = [
        f"{how}: {some([one.name for one in assents.lacking if one.why_not == how])}"
        for how in dict.fromkeys(one.why_not for one in assents.lacking)
    ]
    yield (
        (case.adoption.id,),
        f"Op grond van lid 1 kan nog niet worden vastgesteld. {capital('; '.join(told))}.",
    )


@CHECKS.add(
    "voorwaarde-open",
    Severity.REASON,
    mistake=22,
    practice="wie onder een voorwaarde instemt, rekent erop dat die eerst is vervuld",
    offices=(REGIOBURGEMEESTER,),
    remedy="Laat de voorwaarde wegnemen door wie dat kan, en leg dat vast (gehoord record "
    "voorwaarde-weg).",
)
def condition_open(case: Case) -> Iterator[Observation]:
    """Somebody agrees on a condition that nobody took away yet."""
    if case.state is None or case.adoption is None:
        return
    found = open_conditions(case.state)
    if found:
        told = "; ".join(
            f"voorwaarde {each.number} van {maker_in_words(case.state, each)} ("
            f"{each.text.rstrip('.')}), {each.to_lift_in_words}"
            for each in found
        )
        yield (case.adoption.id,), f"Nog niet weggenomen: {told}."
