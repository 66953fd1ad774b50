# SPDX-License-Identifier: EUPL-1.2
"""A mail bears the key to its reader's page when it leaves, and no copy of it that is kept does."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from gehoord.domain.dossier.access import Access, hashed
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.outgoing.own_page import MARK, own_page
from gehoord.flows.access import give_link, withdraw_link
from gehoord.flows.watch import look
from gehoord.store.accesses import access_by_page
from gehoord.store.verify import verify
from gehoord.tasks.accesses import with_access
from gehoord.tasks.archive import archive_of
from gehoord.tasks.mail import deliver
from gehoord.tasks.seal import FILE
from gehoord.tasks.settings import Settings, settings
from gehoord.templates.outgoing.outgoing import Outgoing
from tests.story import ASKED
from tests.story_in_register import StoryInRegister, ToldInRegister

DESK = "https://balie.example"
REMINDED = date(2027, 8, 26)
LONGEST = ("adviseur", "rbop", "overzicht")
LAST, LAST_OF_COUNCIL = date(2033, 12, 31), date(2029, 11, 4)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def asked(
    told: ToldInRegister, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StoryInRegister]:
    """There is a desk since the councils were asked; they were reminded, and that mail waits."""
    story = told("asked")
    deliver(story.register, Settings(home=home))
    shutil.rmtree(home / "outbox")
    monkeypatch.setenv("GEHOORD_HOME", str(home))
    monkeypatch.setenv("GEHOORD_DESK_URL", f"{DESK}/")
    settings.cache_clear()
    look(story.register, "klein", REMINDED)
    yield story
    settings.cache_clear()


def left(home: Path, to: str) -> str:
    """Return the text of the mail that left to somebody."""
    mails = [message_from_bytes(f.read_bytes(), policy=default) for f in home.rglob("*.eml")]
    [found] = [mail for mail in mails if to in mail["To"]]
    body = found.get_body(("plain",))
    assert body
    return str(body.get_content())


def key_in(text: str) -> str:
    [key] = re.findall(rf"{DESK}/p/(\S+) ", text)
    return str(key)


def test_a_reminder_bears_the_link_of_its_own_reader(asked: StoryInRegister, home: Path) -> None:
    deliver(asked.register, settings())
    keys = {code: key_in(left(home, f"griffie-{code}@")) for code in ("gm0392", "gm0405")}
    with asked.register.reading() as reader:
        for code, key in keys.items():
            access = access_by_page(reader, hashed(key))
            assert access
            assert (access.recipient, access.is_valid(REMINDED)) == (code.upper(), True)
        assert verify(reader, "klein").faults == ()


def test_no_copy_that_is_kept_bears_a_key(asked: StoryInRegister, home: Path) -> None:
    deliver(asked.register, settings())
    key = key_in(left(home, "griffie-gm0392@"))
    whole = repr(asked.everything())
    with asked.register.reading() as reader:
        archive = archive_of(reader, "klein").content
    assert f"{DESK}/p/{MARK}" in whole
    assert key not in whole
    assert key.encode() not in archive
    assert (home / FILE).read_bytes() not in archive


def test_the_link_in_a_mail_is_the_one_that_the_adviser_sees(
    asked: StoryInRegister, home: Path
) -> None:
    deliver(asked.register, settings())
    given = give_link(asked.register, "klein", "Haarlem", home, REMINDED)
    assert given.token == key_in(left(home, "griffie-gm0392@"))


def test_mail_that_waits_bears_the_new_link_when_it_was_renewed_meanwhile(
    asked: StoryInRegister, home: Path
) -> None:
    given = give_link(asked.register, "klein", "Haarlem", home, REMINDED, renew=True)
    deliver(asked.register, settings())
    assert given.token == key_in(left(home, "griffie-gm0392@"))


def test_a_mail_to_whose_link_was_withdrawn_bears_none(asked: StoryInRegister, home: Path) -> None:
    withdraw_link(asked.register, "klein", "Haarlem", REMINDED)
    look(asked.register, "klein", date(2027, 9, 23))
    deliver(asked.register, settings())
    texts = [f.read_text() for f in home.rglob("*.eml")]
    of_haarlem = [text for text in texts if "griffie-gm0392@" in text]
    assert of_haarlem
    assert not [text for text in of_haarlem if "/p/" in text or "eigen pagina" in text]
    assert [text for text in texts if "griffie-gm0405@" in text and "/p/" in text]


def test_another_secret_makes_another_link_and_the_old_one_stays(
    asked: StoryInRegister, home: Path
) -> None:
    """A lost secret, or a second machine: what was mailed goes on opening its page."""
    with asked.register.reading() as reader:
        before = reader.all(Access, "klein")
    (home / FILE).unlink()
    look(asked.register, "klein", date(2027, 9, 23))
    with asked.register.reading() as reader:
        after = reader.all(Access, "klein")
    assert {a.id for a in before} < {a.id for a in after}
    assert all(access.is_valid(REMINDED) for access in after)


def test_the_secret_is_readable_for_its_owner_alone(asked: StoryInRegister, home: Path) -> None:
    assert (home / FILE).stat().st_mode & 0o777 == 0o600
    assert len((home / FILE).read_bytes()) == 32
    assert not list(home.glob(".*.nieuw"))


def lasting(asked: StoryInRegister) -> dict[str, set[date]]:
    """Return until when the links of each party are valid."""
    found: dict[str, set[date]] = {}
    with asked.register.reading() as reader:
        for access in reader.all(Access, "klein"):
            found.setdefault(access.recipient, set()).add(access.expires_on)
    return found


def test_who_owes_a_jaarverslag_can_open_his_page_a_year_after_the_last(
    asked: StoryInRegister, home: Path
) -> None:
    """That over 2031 is due in 2032; a council that was heard has nothing left to do."""
    for who in (*LONGEST, "hoofdofficier"):
        give_link(asked.register, "klein", who, home, REMINDED)
    known = lasting(asked)
    assert [known[who] for who in ("adviseur", "rbop", "+overzicht")] == [{LAST}] * 3
    assert [known[who] for who in ("hoofdofficier", "GM0392")] == [{LAST_OF_COUNCIL}] * 2


def test_a_link_of_before_lasts_as_long_from_the_year_in_which_it_ends(
    asked: StoryInRegister, home: Path
) -> None:
    """The adviser gets no reminder of a jaarverslag, and so no mail with a link in those years."""
    given = [give_link(asked.register, "klein", who, home, REMINDED) for who in LONGEST]
    with asked.register.changing("klein", REMINDED, "adviseur", "toegang", "als vroeger") as change:
        before = {"expires_on": date(2029, 11, 4)}
        change.replace([(a, a.model_copy(update=before)) for a in change.all(Access, "klein")])
    for on, longest in ((date(2028, 11, 3), date(2029, 11, 4)), (date(2028, 11, 4), LAST)):
        look(asked.register, "klein", on)
        known = lasting(asked)
        assert [known[who] for who in ("adviseur", "rbop", "+overzicht")] == [{longest}] * 3
    assert known["GM0405"] == {LAST_OF_COUNCIL}
    now = [give_link(asked.register, "klein", who, home, on).token for who in LONGEST]
    assert now == [link.token for link in given]
    with asked.register.reading() as reader:
        assert verify(reader, "klein").faults == ()


def test_after_its_last_day_the_next_mail_bears_another_link(
    asked: StoryInRegister, home: Path
) -> None:
    first = give_link(asked.register, "klein", "Haarlem", home, REMINDED)
    late = date(2029, 11, 5)
    give_link(asked.register, "klein", "adviseur", home, late)
    with asked.register.changing("klein", late, "adviseur", "proef", "een mail") as change:
        [mail, *_] = change.all(Message, "klein", recipient="GM0392", kind=MessageKind.REMINDER)
        with_access(change, [mail], late)
    assert give_link(asked.register, "klein", "Haarlem", home, late).token != first.token


def test_without_a_desk_nothing_is_made_and_no_mail_names_a_page(
    told: ToldInRegister, tmp_path: Path
) -> None:
    story = told("asked")
    place = Settings(home=tmp_path / "zonder")
    look(story.register, "klein", REMINDED)
    deliver(story.register, place)
    assert not (place.home / FILE).exists()
    assert "eigen pagina" not in "".join(f.read_text() for f in place.home.rglob("*.eml"))
    with story.register.reading() as reader:
        assert reader.all(Access, "klein") == []


def test_who_is_asked_nothing_gets_no_page_in_a_mail(told: ToldInRegister) -> None:
    """The minister gets the plan (art. 39 lid 4), and has nothing to answer."""
    post = Outgoing(told("asked").state, ASKED, "adviseur@klein.example", own_page(DESK))
    pages = {party: post.to(party, party).page for party in ("raden", "rbop", "minister")}
    assert pages == {"raden": own_page(DESK), "rbop": own_page(DESK), "minister": ""}
