# SPDX-License-Identifier: EUPL-1.2
"""A desk with the procedure of Noord-Holland behind it, when every council was asked."""

from datetime import date

from gehoord.domain.acts.report import CLIENTS_THAT_AGREE, Agreed, VersionMade
from gehoord.flows.hearing import hear
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.procedures.library import proposal_of
from gehoord.store.register import Register

NAME = "imv-2028-2031"
OPENED, ONTWERP, ASKED = date(2026, 12, 1), date(2027, 6, 3), date(2027, 6, 17)
HEARD = date(2027, 9, 16)


def asked_in(register: Register) -> list[str]:
    """Open the dossier and ask its councils; return the names of their municipalities."""
    proposal, eenheid, text = proposal_of(f"noord-holland/{NAME}")
    open_dossier(register, NAME, proposal, eenheid, text, OPENED)
    record(register, NAME, VersionMade(on=ONTWERP, step="ontwerp"), ONTWERP)
    for client in CLIENTS_THAT_AGREE:
        record(register, NAME, Agreed.model_validate({"op": ONTWERP, "van": client}), ONTWERP)
    hear(register, NAME, ASKED)
    return [m.name for m in proposal.municipalities(eenheid)]
