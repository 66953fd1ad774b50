"""The griffie of a municipality is reached at another address."""

import pytest

from gehoord.domain.acts.act import AddressChanged
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import AddressGiven, Reached
from tests.domain.acts.story_in_memory import At
from tests.story import ASKED, Told

NEW = "griffie@texel.example"


def test_a_griffie_has_another_address_from_now_on(at: At) -> None:
    act = decided(AddressGiven(on=ASKED, municipality="texel", address=NEW), at("asked"))
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
    act = decided(AddressGiven(on=ASKED, municipality="Texel", address=NEW, of=of), before)
    assert act.said == f"{who} van Texel krijgt de mail op {NEW}."
    assert act.news == (AddressChanged("GM0448", f"{party} GM0448", NEW),)
    texel = before.after(act.changes).municipality("Texel")
    assert texel.address_of(party) == NEW
    assert texel.griffie_address == before.municipality("Texel").griffie_address


def test_only_when_something_left_again_it_says_so(at: At) -> None:
    act = decided(AddressGiven(on=ASKED, municipality="Texel", address=NEW), at("asked"))
    assert act.told(0) == act.said
    again = "Het ontwerp ging eerder naar een ander adres en gaat opnieuw, in dezelfde ronde."
    assert act.told(1) == f"{act.said} {again}"


def test_the_same_address_changes_nothing(at: At) -> None:
    report = AddressGiven(on=ASKED, municipality="Texel", address=NEW)
    state = at("asked").after(decided(report, at("asked")).changes)
    assert not decided(report, state).changes


@pytest.mark.parametrize("address", ["griffie", "griffie@texel", "a b@texel.example", ""])
def test_what_is_no_address_is_refused(told: Told, address: str) -> None:
    story = told("asked")
    with story.refuses("is geen e-mailadres"):
        story.does(AddressGiven(on=ASKED, municipality="Texel", address=address))


def test_a_griffie_of_elsewhere_has_no_address_here(told: Told) -> None:
    story = told("asked")
    with story.refuses("'Rotterdam' is geen gemeente van dit dossier"):
        story.does(AddressGiven(on=ASKED, municipality="Rotterdam", address=NEW))
