# SPDX-License-Identifier: EUPL-1.2
"""The form by which a municipality answers the survey of local priorities on its own page."""

from collections.abc import Iterator

from gehoord.domain.acts.party_form import PRIORITIES, PartyForm
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import answer_of, asked_of


def survey_forms(state: State, access: Access) -> Iterator[PartyForm]:
    """Yield the form of a municipality that is asked, or that may still change what it said.

    Each party of the municipality has it: its griffie, its burgemeester, and the official for
    public order and safety. What was said before stands in it. Once the themes are chosen it
    comes back only when the municipality is asked anew.
    """
    known = state.municipalities.where(code=access.owner)
    if state.is_adopted or not any(m.until is None for m in known):
        return
    owed, said = asked_of(state, access.owner), answer_of(state, access.owner)
    if owed or (said and not state.themes()):
        yield _form(access, owed, said)


def _form(access: Access, owed: list[Action], said: LocalPriorities | None) -> PartyForm:
    names = ("prioriteiten", "bron", "veiligheidsplan", "bestand")
    filled = {"prioriteiten": "\n".join(said.priorities), "bron": said.source} if said else {}
    return PartyForm(
        name=PRIORITIES,
        kind=PRIORITIES,
        asked=tuple((PRIORITIES, name) for name in names),
        fixed={"gemeente": access.owner},
        must=frozenset({"prioriteiten"}),
        filled={name: text for name, text in filled.items() if text},
        step=owed[0].step if owed else "",
    )
