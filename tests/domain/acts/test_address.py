# SPDX-License-Identifier: EUPL-1.2
"""Somebody is reached at another address: of a municipality, in an office, or a body."""

import pytest

from gehoord.domain.acts.act import AddressChanged
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import AddressGiven, Reached
from tests.domain.acts.story_in_memory import At
from tests.story import ASKED, Told

NEW = "griffie@texel.example"


def test_a_griffie_has_another_address_from_now_on(at: At) -> None:
    act = decided(AddressGiven(on=ASKED, who="texel", address=NEW), at("asked"))
    assert act.said == f"De griffie van Texel krijgt haar mail op {NEW}."
    assert act.news == (AddressChanged("GM0448", "GM0448", NEW),)
    assert at("asked").after(act.changes).municipality("Texel").griffie_address == NEW


@pytest.mark.parametrize(
    ("of", "party", "who"),
    [
        (Reached.BURGEMEESTER, "burgemeesters", "De burgemeester"),
        (Reached.SAFETY_OFFICIAL, "ambtenaren-oov", "De ambtenaar openbare orde en veiligheid"),
    ],
)
def test_a_burgemeester_and_an_official_have_addresses_of_their_own(
    at: At, of: Reached, party: str, who: str
) -> None:
    before = at("asked")
    act = decided(AddressGiven(on=ASKED, who="Texel", address=NEW, of=of), before)
    assert act.said == f"{who} van Texel krijgt de mail op {NEW}."
    assert act.news == (AddressChanged("GM0448", f"{party} GM0448", NEW),)
    texel = before.after(act.changes).municipality("Texel")
    assert texel.address_of(party) == NEW
    assert texel.griffie_address == before.municipality("Texel").griffie_address


def test_only_when_something_left_again_it_says_so(at: At) -> None:
    act = decided(AddressGiven(on=ASKED, who="Texel", address=NEW), at("asked"))
    assert act.told(0) == act.said
    again = "Het ontwerp ging eerder naar een ander adres en gaat opnieuw, in dezelfde ronde."
    assert act.told(1) == f"{act.said} {again}"


def test_the_same_address_changes_nothing(at: At) -> None:
    report = AddressGiven(on=ASKED, who="Texel", address=NEW)
    state = at("asked").after(decided(report, at("asked")).changes)
    assert not decided(report, state).changes


@pytest.mark.parametrize("address", ["griffie", "griffie@texel", "a b@texel.example", ""])
def test_what_is_no_address_is_refused(told: Told, address: str) -> None:
    story = told("asked")
    with story.refuses("is geen e-mailadres"):
        story.does(AddressGiven(on=ASKED, who="Texel", address=address))


def test_a_griffie_of_elsewhere_has_no_address_here(told: Told) -> None:
    story = told("asked")
    with story.refuses("'Rotterdam' is geen gemeente, overleg of ambt van dit dossier"):
        story.does(AddressGiven(on=ASKED, who="Rotterdam", address=NEW))


@pytest.mark.parametrize(
    ("who", "party", "named"),
    [
        ("Regioburgemeester", "regioburgemeester", "De regioburgemeester"),
        ("hoofdofficier van justitie", "hoofdofficier", "De hoofdofficier van justitie"),
        ("minister", "minister", "De minister"),
        ("V10", "v10", "V10"),
        ("rbop", "rbop", "RBOP"),
    ],
)
def test_an_office_and_a_body_have_addresses_of_their_own(
    at: At, who: str, party: str, named: str
) -> None:
    before = at("asked")
    act = decided(AddressGiven(on=ASKED, who=who, address=NEW), before)
    assert act.said == f"{named} krijgt de mail op {NEW}."
    assert act.news == (AddressChanged(None, party, NEW),)
    after = before.after(act.changes)
    assert after.eenheid.address_of(party) == NEW
    assert after.as_opened is before.as_opened  # nobody reads the proposal again for an address
    again = decided(AddressGiven(on=ASKED, who=who, address=NEW), after)
    assert not again.changes


def test_an_office_has_no_griffie(told: Told) -> None:
    story = told("asked")
    with story.refuses("'rbop' is geen gemeente en heeft geen burgemeester"):
        story.does(AddressGiven(on=ASKED, who="rbop", address=NEW, of=Reached.BURGEMEESTER))
