# SPDX-License-Identifier: EUPL-1.2
"""The ladder of a proposal: one for all, and another where a kind of step asks for it."""

import pytest

from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.reminders import Ladder, Reminders
from gehoord.domain.proposal.step import StepKind


def written(text: str) -> Reminders:
    return read_toml(Reminders, text.encode(), "voorstel.toml")


def test_without_a_word_of_it_a_proposal_reminds_five_times_and_escalates_twice() -> None:
    ladder = Reminders()
    assert (ladder.days_before, ladder.days_after) == ((42, 14, 3), (1, 8))
    assert (ladder.adviser_after, ladder.regioburgemeester_after) == (8, 15)


def test_one_kind_of_step_may_have_a_ladder_of_its_own_and_keeps_the_rest_of_that_of_all() -> None:
    reminders = written("dagen_na = [2]\nper_soort.besluit = { dagen_voor = [7] }")
    assert reminders.of(StepKind.DECISION) == Ladder(days_before=(7,), days_after=(2,))
    assert reminders.of(StepKind.HEARING).days_before == (42, 14, 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dagen_voor = [400]", "kies 0 tot en met 365"),
        ("adviseur_na = -1", "'adviseur_na' is te klein"),
        ("per_soort.horen = { dagen_na = [-1] }", "kies 0 tot en met 365"),
        ("per_soort.hroen = { dagen_na = [1] }", "hroen"),
        ("per_soort.horen = 3", "moet een tabel zijn"),
        ("adviseur_an = 3", "bedoelt u 'adviseur_na'"),
    ],
)
def test_a_ladder_that_cannot_be_climbed_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(ProposalError, match=r"voorstel\.toml") as refused:
        written(text)
    assert said in str(refused.value)
    assert str(refused.value).count("\n") == 0
