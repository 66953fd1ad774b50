# SPDX-License-Identifier: EUPL-1.2
"""The procedure after a dossier is for the unit of then: who merged, and where they are reached."""

from datetime import date

import pytest

from gehoord.domain.acts.report import AddressGiven, GoalsSet, Merged
from gehoord.domain.dossier.eenheid_now import eenheid_now
from gehoord.domain.eenheid.eenheid import Eenheid, Municipality
from gehoord.domain.errors import ProposalError
from gehoord.domain.learned.next_procedure import next_procedure
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.sentence import assert_sentence
from tests.story import Small

NEW_YEAR = date(2028, 1, 1)
GRIFFIE = "griffie@nieuwstad.example"


def merged(small: Small) -> StoryInMemory:
    story = StoryInMemory()
    story.tell(small, "adopted")
    story.does(Merged(on=NEW_YEAR, ceased=("Texel",), code="GM9999", name="Nieuwstad"))
    story.does(AddressGiven(on=NEW_YEAR, who="Nieuwstad", address=GRIFFIE))
    story.does(GoalsSet(on=NEW_YEAR, municipality="Hoorn"))
    return story


def test_who_merged_takes_the_place_of_those_that_ceased(small: Small) -> None:
    """Politiewet 2012, art. 38b lid 2: the councils of then are heard, and no other."""
    now = eenheid_now(merged(small).state)
    assert Eenheid.model_validate_json(now.model_dump_json(by_alias=True)) == now
    councils = {m.name: m for m in now.municipalities_on(date(2030, 1, 1))}
    assert set(councils) == {"Haarlem", "Hoorn", "Nieuwstad"}
    assert councils["Nieuwstad"].since == NEW_YEAR
    assert councils["Nieuwstad"].griffie_address == GRIFFIE
    assert councils["Hoorn"].goals_set_on == NEW_YEAR
    assert "Texel" in {m.name for m in now.municipalities_on(date(2027, 12, 31))}


def test_the_remarks_count_them_as_they_are_by_then(small: Small) -> None:
    state = merged(small).state
    remarks = next_procedure(state, NEW_YEAR, date(2030, 6, 20)).remarks
    assert any("3 gemeenten, nu 3." in remark for remark in remarks)
    assert not any(remark.startswith(("Nieuw dan:", "Dan niet meer:")) for remark in remarks)


def test_it_begins_with_the_first_that_went_into_it(small: Small) -> None:
    story = merged(small)
    story.does(Merged(on=date(2029, 1, 1), ceased=("Hoorn",), code="GM9999", name="Nieuwstad"))
    now = eenheid_now(story.state)
    assert {m.name for m in now.municipalities_on(date(2028, 6, 1))} == {
        "Haarlem",
        "Hoorn",
        "Nieuwstad",
    }
    assert [m.since for m in now.municipalities if m.name == "Nieuwstad"] == [NEW_YEAR]


def test_who_changes_later_is_there_now_and_what_a_file_does_not_know_is_said(
    small: Small,
) -> None:
    story = StoryInMemory()
    story.tell(small, "adopted")
    later = date(2031, 1, 1)
    story.does(Merged(on=later, ceased=("Texel", "Hoorn"), code="GM9999", name="Nieuwstad"))
    remarks = next_procedure(story.state, NEW_YEAR, date(2030, 6, 20)).remarks
    assert any("3 gemeenten, nu 3." in remark for remark in remarks)
    assert not any(remark.startswith(("Nieuw dan:", "Dan niet meer:")) for remark in remarks)
    [told] = [remark for remark in remarks if remark.startswith("Herindeeld volgens")]
    assert_sentence(
        told,
        "Hoorn (GM0405) tot en met 31 december 2030, Texel (GM0448) tot en met 31 december 2030 en "
        "Nieuwstad (GM9999) van 1 januari 2031. Zet dit in uw eenheid.toml",
    )


def test_what_makes_no_unit_is_refused_before_a_dossier_is_opened_for_it(small: Small) -> None:
    """The file knew the new municipality already, by the right code; it was told by another."""
    proposal, eenheid, text = small
    known = Municipality(code="GM9998", name="Nieuwstad", since=NEW_YEAR)
    own = eenheid.model_copy(update={"municipalities": (*eenheid.municipalities, known)})
    with pytest.raises(ProposalError) as refused:
        eenheid_now(merged((proposal, own, text)).state)
    assert_sentence(str(refused.value), "heten allebei 'Nieuwstad'", "Neem de herindeling")


def test_of_whom_nothing_was_told_everything_stays(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "adopted")
    assert eenheid_now(story.state) == story.state.eenheid
