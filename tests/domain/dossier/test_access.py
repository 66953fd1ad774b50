# SPDX-License-Identifier: EUPL-1.2
"""A link is a key: nobody finds one from another, and none opens anything after its last day."""

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.dossier.access import Access, Seal, feed_token, hashed, is_closed

ON, UNTIL = date(2027, 1, 4), date(2029, 11, 4)
SEAL = Seal(bytes(range(32)), "register")
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def haarlem(*earlier: Access, seal: Seal = SEAL, salt: str = "a") -> Access:
    return seal.new("klein", "GM0392", earlier, ON, UNTIL, salt)


words = st.text(max_size=8)
links = st.tuples(words, words, st.integers(1, 3), words)


@settings(max_examples=40)
@given(one=links, other=links)
def test_each_party_dossier_generation_and_salt_has_a_token_of_its_own(
    one: tuple[str, str, int, str], other: tuple[str, str, int, str]
) -> None:
    """256 bits that fit in an address; also where names run into each other."""
    assert TOKEN.fullmatch(SEAL.token(*one))
    assert (SEAL.token(*one) == SEAL.token(*other)) == (one == other)
    assert feed_token(SEAL.token(*one)) != SEAL.token(*other)


def test_another_secret_or_register_gives_other_tokens() -> None:
    tokens = {
        seal.token("klein", "GM0392", 1, "a")
        for seal in (SEAL, Seal(b"x" * 32, "register"), Seal(SEAL.secret, "kopie"))
    }
    assert len(tokens) == 3
    assert "bytes" not in repr(SEAL)
    assert repr(SEAL.secret) not in repr(SEAL)


def test_what_is_kept_holds_no_token_and_opens_the_page_and_the_calendar_apart() -> None:
    access, token = haarlem(), SEAL.token("klein", "GM0392", 1, "a")
    kept = access.model_dump_json()
    assert token not in kept
    assert feed_token(token) not in kept
    assert access.opens(token)
    assert not access.opens(feed_token(token))
    assert access.feed_hash == hashed(feed_token(token))


def test_a_generation_that_comes_a_second_time_opens_nothing_of_the_first() -> None:
    """A register that was put back counts on from what it knows."""
    leaked, after = haarlem(salt="a"), haarlem(salt="b")
    assert leaked.generation == after.generation
    assert not after.opens(SEAL.token_of(leaked))
    assert SEAL.known([after], ON) == SEAL.token_of(after)


def test_a_link_is_valid_up_to_and_including_its_last_day_unless_withdrawn() -> None:
    access = haarlem()
    assert access.is_valid(UNTIL)
    assert not access.is_valid(UNTIL + timedelta(days=1))
    assert not access.withdrawn(ON).is_valid(ON)


def test_a_secret_knows_the_newest_link_that_it_made_itself() -> None:
    """Two machines with a secret each make a link each, and both stay valid."""
    other = Seal(b"x" * 32, "register")
    mine = haarlem()
    theirs = haarlem(mine, seal=other)
    assert theirs.generation == 2
    assert SEAL.known([mine, theirs], ON) == SEAL.token_of(mine)
    assert other.known([mine, theirs], ON) == other.token_of(theirs)
    assert SEAL.known([mine.withdrawn(ON), theirs], ON) is None


def test_no_mail_bears_a_new_link_once_the_last_one_was_withdrawn() -> None:
    first = haarlem()
    second = haarlem(first)
    assert not is_closed([])
    assert not is_closed([first.withdrawn(ON), second])
    assert is_closed([first.withdrawn(ON), second.withdrawn(ON)])


def test_a_party_in_a_municipality_owes_under_its_code() -> None:
    of_burgemeester = SEAL.new("klein", "burgemeesters GM0392", (), ON, UNTIL, "a")
    assert of_burgemeester.owner == haarlem().owner == "GM0392"
    assert SEAL.new("klein", "rbop", (), ON, UNTIL, "a").owner == "rbop"
