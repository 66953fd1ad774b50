# SPDX-License-Identifier: EUPL-1.2
"""The changes of the adopted plan keep their numbers: a file and an address name them so."""

from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changed_plan import changes_of_plan
from gehoord.domain.dossier.state import State
from tests.domain.acts.story_in_memory import At
from tests.domain.conftest import at as at
from tests.story import ADOPTED


def test_a_change_keeps_its_number_when_a_tenth_version_follows(at: At) -> None:
    """A register gives them in the order of their keys, in which 10 comes before 9."""
    before = at("adopted")
    assert before.final
    ids = {number: f"{before.id}/versie/{number}" for number in (10, 9)}
    versions = [before.final.model_copy(update={"id": key, "number": n}) for n, key in ids.items()]
    changes = [
        Besluit(
            id=f"{version.id}/wijziging",
            dossier=before.id,
            kind=BesluitKind.CHANGE,
            by="regioburgemeester",
            taken_on=ADOPTED,
            version=version.id,
        )
        for version in versions
    ]
    state = State(before.dossier, versions=versions, besluiten=changes)
    assert [each.version for each in changes_of_plan(state)] == [ids[9], ids[10]]
    assert [each.version for each in changes_of_plan(state, since=changes[1])] == [ids[10]]
