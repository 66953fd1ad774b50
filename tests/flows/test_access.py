# SPDX-License-Identifier: EUPL-1.2
"""The adviser gives a party its link, another one, or none; no key is kept of it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gehoord.domain.acts.access import GivenLink
from gehoord.domain.dossier.access import Access, feed_token, hashed
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.flows.access import give_link, withdraw_link
from gehoord.store.accesses import access_by_page
from gehoord.store.backup import back_up
from gehoord.store.restore import opened_copy, put_back
from gehoord.store.verify import verify
from tests.sentence import assert_sentence
from tests.story import OPENED
from tests.story_in_register import StoryInRegister, ToldInRegister

Give = Callable[..., GivenLink]


@pytest.fixture
def story(told: ToldInRegister) -> StoryInRegister:
    return told("opened")


@pytest.fixture
def give(story: StoryInRegister, tmp_path: Path) -> Give:
    def give(name: str = "Haarlem", on: date = OPENED, *, renew: bool = False) -> GivenLink:
        return give_link(story.register, "klein", name, tmp_path, on, renew=renew)

    return give


def found(story: StoryInRegister, token: str) -> Access | None:
    with story.register.reading() as reader:
        return access_by_page(reader, hashed(token))


def test_a_link_is_made_once_and_then_shown_again(story: StoryInRegister, give: Give) -> None:
    first = give()
    assert first.said == "Link voor de griffie van Haarlem, geldig tot en met 4 november 2029."
    made = story.everything()
    assert give("griffie van haarlem") == first
    assert story.everything() == made


def test_a_new_link_ends_the_earlier_one(story: StoryInRegister, give: Give) -> None:
    first, second = give(), give(renew=True)
    assert first.token != second.token
    old, new = found(story, first.token), found(story, second.token)
    assert old
    assert new
    assert not old.is_valid(OPENED)
    assert new.is_valid(OPENED)
    assert give().token == second.token


def test_an_expired_link_is_followed_by_a_new_one(give: Give) -> None:
    first = give(on=OPENED)
    assert give(on=date(2029, 11, 5)).token != first.token


def test_a_withdrawn_link_opens_nothing_and_can_be_given_anew(
    story: StoryInRegister, give: Give
) -> None:
    first = give()
    said = withdraw_link(story.register, "klein", "Haarlem", OPENED)
    assert said.startswith("Link van de griffie van Haarlem ingetrokken.")
    withdrawn = found(story, first.token)
    assert withdrawn
    assert not withdrawn.is_valid(OPENED)
    with story.refuses("geen geldige link van de griffie van Haarlem"):
        withdraw_link(story.register, "klein", "Haarlem", OPENED)
    assert give().token != first.token


def test_a_link_withdrawn_after_a_copy_is_never_made_again_when_that_was_put_back(
    story: StoryInRegister, give: Give, tmp_path: Path
) -> None:
    """Its generation comes a second time; with a link before the copy, and without one."""
    register, copy, now = story.register, tmp_path / "kopie.db", datetime(2026, 12, 2, tzinfo=UTC)
    known = give().token
    back_up(register, copy)
    leaked = give(renew=True).token, give("rbop").token
    withdraw_link(register, "klein", "Haarlem", OPENED)
    withdraw_link(register, "klein", "rbop", OPENED)
    url = register.engine.url.render_as_string(hide_password=False)
    with opened_copy(copy, now) as opened:
        put_back(opened, url, is_readable=True, at=now)
    assert give().token == known
    withdraw_link(register, "klein", "Haarlem", OPENED)
    given = give().token, give("rbop").token
    assert not set(given) & set(leaked)
    assert [found(story, token) for token in leaked] == [None, None]
    assert all(found(story, token) for token in given)


@pytest.mark.parametrize(
    ("name", "recipient"),
    [
        ("Texel", "GM0448"),
        ("GM0448", "GM0448"),
        ("burgemeester van Texel", "burgemeesters GM0448"),
        ("rbop", "rbop"),
        ("Adviseur", "adviseur"),
        ("hoofdofficier van justitie", "hoofdofficier"),
    ],
)
def test_a_party_is_named_as_people_do(
    story: StoryInRegister, give: Give, name: str, recipient: str
) -> None:
    access = found(story, give(name).token)
    assert access
    assert access.recipient == recipient


def test_who_is_asked_nothing_has_no_page(story: StoryInRegister, give: Give) -> None:
    before = story.everything()
    for name in ("Amsterdam", "korpsleiding", ""):
        with pytest.raises(GehoordError) as refused:
            give(name)
        assert_sentence(str(refused.value), "geen eigen pagina")
    assert story.everything() == before


def test_the_journal_tells_who_did_what_when_and_holds_no_key(
    story: StoryInRegister, give: Give
) -> None:
    tokens = [give().token, give(renew=True).token, give("rbop").token]
    withdraw_link(story.register, "klein", "rbop", OPENED)
    whole = repr(story.everything())
    assert [text in whole for text in ("haarlem gemaakt", "Haarlem vernieuwd", "ingetrokken")]
    for token in tokens:
        assert token not in whole
        assert feed_token(token) not in whole
    with story.register.reading() as reader:
        assert verify(reader, "klein").faults == ()


def test_a_damaged_secret_is_refused_in_one_sentence(give: Give, tmp_path: Path) -> None:
    (tmp_path / "balie.sleutel").write_bytes(b"kort")
    with pytest.raises(GehoordError) as refused:
        give()
    assert_sentence(str(refused.value), "beschadigd")
    assert not isinstance(refused.value, RefusedError)
