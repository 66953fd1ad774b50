# SPDX-License-Identifier: EUPL-1.2
"""The adviser keeps the links on his page: mailed, renewed, withdrawn, and never shown."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default

import pytest
from httpx import Response

from gehoord.domain.acts.report import Merged
from gehoord.domain.dossier.access import feed_token
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.dossier.mode import Mode
from gehoord.flows.access import withdraw_link
from gehoord.flows.mode import put_in_mode
from gehoord.store.verify import verify
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import settings
from tests.desk.conftest import ADDRESS, Balie, Open
from tests.desk.test_party import read
from tests.story import HEARD


@pytest.fixture
def asked(balie: Open, monkeypatch: pytest.MonkeyPatch) -> Iterator[Balie]:
    """A desk with a public address, on which the councils were asked."""
    found = balie("asked", HEARD)
    monkeypatch.setenv("GEHOORD_HOME", str(found.home))
    monkeypatch.setenv("GEHOORD_DESK_URL", ADDRESS)
    settings.cache_clear()
    yield found
    settings.cache_clear()


class AtTheLinks:
    """The adviser on his page of links, with the forms as he sees them."""

    def __init__(self, found: Balie) -> None:
        self.found = found
        self.path = f"{found.page('adviseur')}/toegang"
        self.page = found.get(self.path)

    def form(self, who: str, deed: str, page: Response | None = None) -> dict[str, str]:
        """Return what the button of a party sends."""
        pair = rf'name="sleutel" value="([^"]*)">\s*<input type="hidden" name="wie" value="{who}">'
        key = re.search(re.sub(r"\+", r"\\+", pair), (page or self.page).text)
        assert key, who
        return {"sleutel": key[1], "wie": who, "wat": deed}

    def sends(self, form: dict[str, str]) -> Response:
        return self.found.post(self.path, data=form)

    def does(self, who: str, deed: str) -> Response:
        """Press a button, and say that he is sure when he is asked."""
        answer = self.sends(self.form(who, deed))
        if 'name="zeker"' not in answer.text:
            return answer
        return self.sends(self.form(who, deed, answer) | {"zeker": "ja"})

    def is_whole(self) -> bool:
        """Whether the register is as its journal says."""
        with self.found.story.register.reading() as reader:
            return verify(reader, "klein").faults == ()

    def mails(self) -> list[Message]:
        with self.found.story.register.reading() as reader:
            return reader.all(Message, "klein", kind=MessageKind.LINK)

    def key_mailed(self) -> str:
        """Return the key in the one mail with a link that left."""
        deliver(self.found.story.register, settings())
        files = (self.found.home / "outbox").rglob("*.eml")
        mails = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
        [mail] = [mail for mail in mails if "link" in mail["Subject"]]
        body = mail.get_body(("plain",))
        assert body
        [key] = re.findall(rf"{ADDRESS}/p/(\S+) ", body.get_content())
        return str(key)


def test_each_party_stands_there_with_until_when_its_link_opens(asked: Balie) -> None:
    for who in ("Haarlem", "burgemeester van Hoorn"):
        asked.token(who)
    withdraw_link(asked.story.register, "klein", "Haarlem", HEARD)
    rows = re.findall(r"<strong>(.*?)</strong><br>(.*?)[;<]", AtTheLinks(asked).page.text)
    assert rows[:2] == [
        ("De adviseur van de regioburgemeester", "geldig tot en met 31 december 2033"),
        ("Het overzicht", "nog geen link"),
    ]
    assert dict(rows[2:]) == {
        "De hoofdofficier van justitie": "nog geen link",
        "RBOP": "nog geen link",
        "De regioburgemeester": "nog geen link",
        "De griffie van Haarlem": "ingetrokken op 16 september 2027",
        "De griffie van Hoorn": "nog geen link",
        "De griffie van Texel": "nog geen link",
        "De burgemeester van Hoorn": "geldig tot en met 4 november 2029",
    }


def test_a_link_is_mailed_once_however_often_its_button_is_pressed(asked: Balie) -> None:
    token, adviser = asked.token("Haarlem"), AtTheLinks(asked)
    form = adviser.form("GM0392", "mail")
    for _ in range(2):
        answer = adviser.sends(form)
        assert (answer.status_code, asked.followed[-1]) == (200, "klein")
        assert "Mail met de link klaargezet voor de griffie van Haarlem." in read(answer.text)
    assert [m.recipient for m in adviser.mails()] == ["GM0392"]
    other = adviser.sends(form | {"wat": "nieuw"})
    assert (other.status_code, len(adviser.mails())) == (409, 1)
    assert adviser.key_mailed() == token
    AtTheLinks(asked).does("GM0392", "mail")
    assert [m.edition for m in adviser.mails()] == [1, 2]
    assert adviser.is_whole()


def test_a_new_link_is_mailed_and_the_earlier_one_opens_nothing(asked: Balie) -> None:
    """No key is on his page, in the register or in what he reads."""
    old, adviser = asked.token("Haarlem"), AtTheLinks(asked)
    pages = [adviser.page, adviser.does("GM0392", "nieuw"), adviser.does("rbop", "mail")]
    assert "vernieuwd; de mail ermee is klaargezet" in pages[1].text
    mail = next(m for m in adviser.mails() if m.recipient == "GM0392")
    assert "Links die u eerder" in mail.body
    key = asked.token("Haarlem")
    assert [asked.get(f"/p/{each}").status_code for each in (old, key)] == [404, 200]
    own = adviser.path.split("/")[2]
    seen = [*(page.text.replace(own, "") for page in pages), repr(asked.story.everything())]
    keys = [asked.token(who) for who in ("Haarlem", "rbop", "adviseur")]
    assert not [key for key in keys for text in seen if key in text or feed_token(key) in text]


def test_withdrawing_asks_first_and_keeps_a_mail_that_waits_from_leaving(asked: Balie) -> None:
    page, adviser = asked.page("Haarlem"), AtTheLinks(asked)
    adviser.does("GM0392", "mail")
    question = adviser.sends(adviser.form("GM0392", "intrekken"))
    assert "Link intrekken van de griffie van Haarlem?" in question.text
    assert asked.get(page).status_code == 200
    sure = adviser.form("GM0392", "intrekken", question) | {"zeker": "ja"}
    for _ in range(2):
        answer = adviser.sends(sure)
        assert answer.status_code == 200
        assert "Link van de griffie van Haarlem ingetrokken." in answer.text
    assert asked.get(page).status_code == 404
    assert [m.state for m in adviser.mails()] == [MessageState.WITHDRAWN]
    assert adviser.is_whole()
    again = adviser.sends(adviser.form("GM0405", "mail") | {"wie": "GM0392"})
    assert (again.status_code, "Kies 'Nieuwe link'" in read(again.text)) == (422, True)


def test_his_own_new_link_asks_first_and_takes_this_page_away(asked: Balie) -> None:
    adviser = AtTheLinks(asked)
    question = adviser.sends(adviser.form("adviseur", "nieuw"))
    assert "Deze pagina opent daarna niet meer" in question.text
    sure = adviser.form("adviseur", "nieuw", question) | {"zeker": "ja"}
    assert "Uw nieuwe link komt per mail" in adviser.sends(sure).text
    assert asked.get(adviser.path).status_code == 404
    assert asked.get(f"/p/{adviser.key_mailed()}/toegang").status_code == 200


def test_a_link_of_a_municipality_that_ceased_can_still_be_withdrawn(asked: Balie) -> None:
    pages = [asked.page(who) for who in ("Texel", "burgemeester van Texel")]
    asked.story.does(Merged(on=HEARD, ceased=("Hoorn", "Texel"), code="GM9999", name="Nieuwstad"))
    for who in ("GM0448", "burgemeesters GM0448"):
        assert AtTheLinks(asked).does(who, "intrekken").status_code == 200
    assert [asked.get(page).status_code for page in pages] == [404, 404]


REFUSED = {
    ("+overzicht", "mail"): "gehoord desk link klein overzicht",
    ("+overzicht", "nieuw"): "gehoord desk link klein overzicht",
    ("adviseur", "intrekken"): "Uw eigen link trekt u hier niet in",
    ("rbop", "intrekken"): "geen geldige link van",
    ("GM9999", "mail"): "heeft geen eigen pagina",
    ("Adviseur", "nieuw"): "heeft geen eigen pagina",
}
"""The last is a name and no key: by it he would not be asked whether he is sure."""


def test_what_cannot_be_is_refused_in_a_sentence(
    asked: Balie, monkeypatch: pytest.MonkeyPatch
) -> None:
    adviser = AtTheLinks(asked)
    before = asked.story.everything()
    for (who, deed), why in REFUSED.items():
        form = adviser.form("GM0405", deed) | {"wie": who, "zeker": "ja"}
        answer = adviser.sends(form)
        assert (answer.status_code, why in read(answer.text)) == (422, True), (who, deed)
        assert "<title>Fout:" in answer.text
    monkeypatch.delenv("GEHOORD_DESK_URL")
    settings.cache_clear()
    answer = adviser.does("GM0405", "nieuw")
    assert (answer.status_code, "GEHOORD_DESK_URL" in answer.text) == (422, True)
    assert asked.story.everything() == before


def test_without_an_address_of_the_desk_no_button_offers_a_mail(
    asked: Balie, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked.token("Texel")
    monkeypatch.delenv("GEHOORD_DESK_URL")
    settings.cache_clear()
    adviser = AtTheLinks(asked)
    assert "Vraag uw beheerder om GEHOORD_DESK_URL" in read(adviser.page.text)
    assert set(re.findall(r'name="wat" value="(\w+)"', adviser.page.text)) == {"intrekken"}
    answer = adviser.does("GM0448", "intrekken")
    assert (answer.status_code, "opent niets meer" in read(answer.text)) == (200, True)


def test_in_earnest_a_griffie_without_an_address_is_not_cut_off(asked: Balie) -> None:
    """Mail of an office without one comes to the adviser."""
    page = asked.page("Texel")
    put_in_mode(asked.story.register, "klein", Mode.LIVE, "nu echt", HEARD)
    answer = AtTheLinks(asked).does("GM0448", "nieuw")
    assert (answer.status_code, "geen mailadres" in read(answer.text)) == (422, True)
    assert asked.get(page).status_code == 200
    assert "de mail komt bij u" in AtTheLinks(asked).does("hoofdofficier", "mail").text


def test_nobody_else_finds_it_and_a_form_from_elsewhere_is_refused(asked: Balie) -> None:
    adviser = AtTheLinks(asked)
    form = adviser.form("GM0405", "mail")
    wrong = [form | {"sleutel": "x.y"}, form | {"wat": "alles"}]
    assert [adviser.sends(each).status_code for each in wrong] == [403, 400]
    from_elsewhere = asked.post(adviser.path, data=form, headers={"origin": "https://elders.nl"})
    assert from_elsewhere.status_code == 403
    for who in ("Haarlem", "overzicht"):
        path = f"{asked.page(who)}/toegang"
        assert [asked.get(path).status_code, asked.post(path, data=form).status_code] == [404, 404]
    assert adviser.mails() == []
