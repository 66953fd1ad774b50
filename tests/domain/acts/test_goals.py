# SPDX-License-Identifier: EUPL-1.2
"""A council sets its own safety goals (Politiewet 2012, art. 38b lid 1)."""

from datetime import date

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import GoalsSet
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.errors import GehoordError
from tests.domain.acts.story_in_memory import At

IN_JUNE = date(2026, 6, 18)


def test_the_day_on_which_a_council_set_its_goals_is_kept(at: At) -> None:
    act = decided(GoalsSet(on=IN_JUNE, municipality="texel"), at("opened"))
    assert act.said == "De raad van Texel stelde zijn veiligheidsplan vast op 18 juni 2026."
    [texel] = act.changes.of(FrozenMunicipality)[0]
    assert (texel.name, texel.goals_set_on) == ("Texel", IN_JUNE)
    assert act.news == ()


def test_a_council_outside_the_dossier_has_no_goals_to_keep(at: At) -> None:
    with pytest.raises(GehoordError, match="Rotterdam"):
        decided(GoalsSet(on=IN_JUNE, municipality="Rotterdam"), at("opened"))
