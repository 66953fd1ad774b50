"""A procedure the size of Oost-Nederland: 78 councils, each with its recess and meetings."""

from datetime import date, timedelta
from functools import cache
from typing import Final

from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.proposal.proposal import Proposal
from gehoord.procedures.library import proposal_of

COUNCILS: Final = 78
PROCEDURE: Final = "noord-holland/imv-2028-2031"


@cache
def large() -> tuple[Proposal, Eenheid, str]:
    """Return the procedure of the IMV 2028-2031 for 78 councils."""
    proposal, eenheid, text = proposal_of(PROCEDURE)
    model = proposal.municipalities(eenheid)[0]
    councils = tuple(
        model.model_copy(
            update={
                "code": f"GM9{number:03}",
                "name": f"Gemeente {number}",
                "schedule": Schedule.model_validate(
                    {
                        "weekdag": "donderdag",
                        "om_de_weken": 3 + number % 3,
                        "vanaf": date(2027, 1, 14) + timedelta(weeks=number % 4),
                    }
                ),
            }
        )
        for number in range(COUNCILS)
    )
    return proposal, eenheid.model_copy(update={"municipalities": councils}), text
