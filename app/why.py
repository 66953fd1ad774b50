# SPDX-License-Identifier: EUPL-1.2
"""`gehoord why`: why a step is on its days."""

from gehoord.app.arguments import AsJson, DossierArgument, StepArgument
from gehoord.app.explaining import explain
from gehoord.app.register import register, the_dossier
from gehoord.store.mailed import sent_without_arriving
from gehoord.store.state import state_of


def why(
    dossier: DossierArgument,
    stap: StepArgument,
    json: AsJson = False,
) -> None:
    """Leg uit waarom een stap op die dag staat, terug tot waar de dag vandaan komt."""
    where = register()
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
        missed = sent_without_arriving(reader, state)
    explain(state, stap, missed, json=json)
