# SPDX-License-Identifier: EUPL-1.2
"""A dossier is opened: its plan, its parties and all actions; an unlawful plan is refused."""

from datetime import date

import pytest

from gehoord.domain.acts.open import opened, refuse_taken, refuse_unlawful
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.errors import RefusedError
from gehoord.domain.finding import Severity
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.story_in_memory import At
from tests.sentence import assert_sentence
from tests.story import OPENED, Small


def test_a_dossier_opens_with_all_that_its_plan_asks(small: Small) -> None:
    proposal, eenheid, text = small
    act = opened("klein", Case.of(proposal, eenheid), text, OPENED)
    assert (act.said, act.news, act.changes.replaced) == ("Beleidsplan 2028-2031", (), ())
    [dossier] = act.changes.of(Dossier)[1]
    assert (dossier.proposal, dossier.opened_on) == (text, OPENED)
    assert [m.name for m in act.changes.of(FrozenMunicipality)[1]] == ["Haarlem", "Hoorn", "Texel"]
    assert [h.municipality for h in act.changes.of(Hearing)[1]] == ["GM0392", "GM0405", "GM0448"]
    steps = {line.step for line in act.changes.of(PlanLine)[1]}
    assert steps == {step.id for step in proposal.steps}
    assert {action.step for action in act.changes.of(Action)[1]} == steps


def test_what_has_a_ladder_knows_the_day_of_its_first_reminder(at: At) -> None:
    [themes] = at("opened").owed("themas")
    assert themes.remind_on == date(2027, 1, 28)  # 42 days before the last one
    assert {a.remind_on for a in at("opened").owed("horen")} == {None}


def test_a_name_is_given_to_one_dossier(at: At) -> None:
    refuse_taken("klein", None)
    with pytest.raises(RefusedError) as refused:
        refuse_taken("klein", at("opened").dossier)
    assert_sentence(str(refused.value), "Dossier 'klein' is er al. Kies met --naam")


def test_a_plan_with_a_mere_warning_may_be_opened(small: Small) -> None:
    found = findings(Case.of(*small[:2]))
    assert {finding.severity for finding in found} == {Severity.WARN}
    refuse_unlawful(found)


def test_an_unlawful_plan_is_refused_with_its_ground_and_how_much_more_there_is(
    small: Small,
) -> None:
    _, eenheid, text = small
    text = text.replace('aan = "minister"', 'aan = "korpschef"')
    text = text.replace(
        'soort = "horen"\nactiehouder = "raden"', 'soort = "mijlpaal"\nactiehouder = "adviseur"'
    )
    found = findings(Case.of(proposal_of(text), eenheid))
    with pytest.raises(RefusedError, match="38b lid 2") as refused:
        refuse_unlawful(found)
    assert_sentence(
        str(refused.value),
        "(en nog 2 blokkades; zie 'gehoord check', of na een formulier zijn Logs)",
    )
