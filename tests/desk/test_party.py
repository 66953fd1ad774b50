# SPDX-License-Identifier: EUPL-1.2
"""What a party finds on its page: what is asked of it, the most urgent first, and all it needs."""

import hashlib
import html
import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from icalendar import Calendar

from gehoord.domain.acts.report import Corrected, Merged, TakenBack, VersionMade
from gehoord.domain.dossier.document import Document
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.access import withdraw_link
from gehoord.tasks.board.kept_pages import keep_pages
from gehoord.tasks.settings import settings
from gehoord.templates.links import Links
from tests.desk.conftest import ADDRESS, Balie, Open
from tests.story import ASKED, COUNCILS, OPENED, RESPOND_BY, heard

GOLDEN = Path(__file__).parent / "golden"
LATE = date(2027, 10, 11)


def read(page: str) -> str:
    """Return what a person reads of a page, a line for each block."""
    body = re.sub(r"(?s)^.*<body[^>]*>", "", page)
    lines = re.sub(r"</(h\d|p|li|dt|dd|div|a)>|<br>", "\n", body)
    text = html.unescape(re.sub(r"<[^>]+>", "", lines))
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


@pytest.fixture
def asked(balie: Open) -> Balie:
    return balie("asked", ASKED)


def test_the_page_of_a_griffie_reads_as_its_golden_file(asked: Balie) -> None:
    """After a change that is meant: delete the file, run this twice, and read the difference."""
    token = asked.token("Haarlem")
    page = asked.get(f"/p/{token}").text.replace(token, "SLEUTEL")
    page = re.sub(r"/k/[\w-]{43}", "/k/AGENDA", page)
    page = re.sub(r"%2Fk%2F[\w-]{43}", "%2Fk%2FAGENDA", page)
    page = re.sub(r"stuk/[0-9a-f]{64}", "stuk/CONTROLEGETAL", page)
    golden = GOLDEN / "griffie.html"
    if not golden.exists():
        golden.write_text(page)
        pytest.fail(f"{golden.name} was not there; read what was written")
    assert page == golden.read_text()


def test_what_is_late_comes_first_and_says_how_late(balie: Open) -> None:
    found = balie("asked", LATE)
    text = read(found.get(found.page("Haarlem")).text)
    assert "1 actie is te laat." in text
    assert "Uiterlijk 7 oktober 2027 vier dagen te laat" in text
    adviser = found.get(found.page("adviseur")).text
    days = [line for line in read(adviser).splitlines() if line.startswith("Uiterlijk ")]
    late = ["te laat" in line for line in days]
    assert late == sorted(late, reverse=True)
    assert len(days) > 3


def test_the_adviser_goes_from_what_is_asked_to_where_it_is_done(balie: Open) -> None:
    found = balie("heard", LATE)
    forms = {"melden-gedaan": "gedaan", Stage.ADOPTION.numbered: "5"}
    keep_pages(found.home, Links("https://prefect.example", forms))
    path = found.page("adviseur")
    asked = found.get(path).text.partition('id="ontvangen"')[0]
    assert f'href="{path}/stukken/versie">Klaar? Lever de versie in<' in asked
    processing = "%22stap%22%3A%22verwerking%22"
    assert re.search(f'/deployment/gedaan/run[^"]+{processing}[^>]+>Gedaan. Meld het<', asked)
    assert ">Kan het weg? Start de fase<" in asked
    assert "prefect.example" not in found.get(found.page("rbop")).text


def test_each_party_sees_its_own_actions_and_no_other_council(asked: Balie) -> None:
    texts = {who: read(asked.get(asked.page(who)).text) for who in (*COUNCILS, "rbop")}
    for council in COUNCILS:
        assert f"Griffie van {council}" not in texts["rbop"]
        others = set(COUNCILS) - {council}
        assert f"De griffie van {council}" in texts[council]
        assert not [other for other in others if other in texts[council]]
    assert "Beleidsplan vaststellen" in texts["rbop"]
    assert "Raadsvergaderingen" not in texts["rbop"]


def test_the_burgemeester_sees_what_is_asked_in_his_municipality(asked: Balie) -> None:
    """He hears the council (art. 38b lid 2); the texts are for its griffie."""
    text = read(asked.get(asked.page("burgemeester van Haarlem")).text)
    assert "De burgemeester van Haarlem" in text
    assert "Burgemeester en raad van Haarlem" in text
    assert "Model voor een raadsvoorstel" not in text


def test_before_the_ontwerp_is_there_no_answer_to_it_is_offered(balie: Open) -> None:
    found = balie("opened", OPENED)
    text = read(found.get(found.page("Haarlem")).text)
    assert "Raad horen over het ontwerp" in text
    assert "Raadsvergaderingen die nog passen" in text
    assert "Teksten om over te nemen" not in text
    assert "weken" not in text  # that is ten months away


def test_once_a_council_was_heard_nothing_is_asked_and_no_text_is_offered(asked: Balie) -> None:
    asked.story.does(heard("Haarlem"))
    text = read(asked.get(asked.page("Haarlem")).text)
    assert "Er wordt nu niets gevraagd." in text
    assert "Raad horen over het ontwerp: 16 september 2027" in text
    assert "Teksten om over te nemen" not in text


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body
    return str(body.get_content())


@pytest.fixture
def public(balie: Open, monkeypatch: pytest.MonkeyPatch) -> Iterator[Balie]:
    """The councils are to be asked, and the desk has a public address."""
    found = balie("agreed", ASKED)
    monkeypatch.setenv("GEHOORD_HOME", str(found.home))
    monkeypatch.setenv("GEHOORD_DESK_URL", ADDRESS)
    settings.cache_clear()
    yield found
    settings.cache_clear()


def test_the_link_in_the_mail_with_the_ontwerp_opens_the_page_of_who_got_it(public: Balie) -> None:
    public.story._asked()
    public.posts_mail()
    mails = [message_from_bytes(f.read_bytes(), policy=default) for f in public.home.rglob("*.eml")]
    links = {
        mail["To"]: re.findall(rf"{ADDRESS}(/p/\S+)", text_of(mail))
        for mail in mails
        if "ontwerp voor uw raad" in mail["Subject"]
    }
    assert len(links) == len(COUNCILS)
    [link] = links["griffie-gm0392@proef.invalid"]
    text = read(public.get(link).text)
    assert "De griffie van Haarlem" in text
    assert "ontwerp voor uw raad" in text


def test_what_came_with_a_mail_can_be_taken_by_who_got_it_alone(balie: Open) -> None:
    found = balie("themes", ASKED)
    pdf = b"%PDF-1.7 het ontwerp"
    ontwerp = Document(name="ontwerp één.pdf", content=pdf)
    found.story.does(VersionMade(on=date(2027, 6, 3), step="ontwerp", document=ontwerp))
    found.story._agreed()
    found.story._asked()
    found.posts_mail()
    page, sha256 = found.page("Haarlem"), hashlib.sha256(pdf).hexdigest()
    assert f'href="{page}/stuk/{sha256}"' in found.get(page).text
    taken = found.get(f"{page}/stuk/{sha256}")
    assert taken.content == pdf
    assert taken.headers["content-type"] == "application/pdf"
    assert taken.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''ontwerp%20%C3%A9%C3%A9n.pdf"
    )
    assert found.get(f"{found.page('rbop')}/stuk/{sha256}").status_code == 404
    letters = re.findall(rf"{page}/stuk/([0-9a-f]{{64}})", found.get(page).text)
    assert {found.get(f"{page}/stuk/{each}").status_code for each in letters} == {200}


def test_one_day_goes_into_a_calendar_with_an_alarm(asked: Balie) -> None:
    page = asked.page("Haarlem")
    [path] = set(re.findall(rf"{page}/dag/[\w-]+\.ics", asked.get(page).text))
    answer = asked.get(path)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event.decoded("DTSTART") == RESPOND_BY
    [alarm] = event.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert asked.get(path, if_none_match=answer.headers["etag"]).status_code == 304
    assert asked.get(f"{page}/dag/een-ander.ics").status_code == 404


def test_unknown_withdrawn_expired_and_malformed_get_the_same_bytes(asked: Balie) -> None:
    page, expiring, feed = asked.page("Haarlem"), asked.page("Hoorn"), asked.feed("Haarlem")
    withdraw_link(asked.story.register, "klein", "Haarlem", ASKED)
    wrong = [page, feed, "/p/x", f"/p/{'A' * 43}", "/p/%00", f"/p/{'é' * 43}", "/k/x.ics", "/"]
    answers = [asked.get(path) for path in (*wrong, f"{page}/stuk/{'0' * 64}", f"{page}/dag/x.ics")]
    asked.on = date(2029, 11, 5)
    answers.append(asked.get(expiring))
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


def test_reading_changes_nothing_and_nothing_can_be_sent_in(asked: Balie) -> None:
    page, before = asked.page("Haarlem"), asked.story.everything()
    for path in (page, asked.feed("Haarlem"), "/p/x"):
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
            answer = asked.client.request(method, path, content=b"x" * 100_000)
            assert answer.status_code == 405
            assert "GET" in answer.headers["allow"]
        assert asked.client.head(path).headers["content-type"]
    assert "set-cookie" not in asked.get(page).headers
    assert asked.story.everything() == before


def test_what_somebody_wrote_is_text_and_never_becomes_a_page(balie: Open) -> None:
    found = balie("opened", ASKED)
    with found.story.register.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE action SET title = '<script>x</script>{{ 7*7 }}'")
    page = found.get(found.page("Haarlem")).text
    assert "&lt;script&gt;x&lt;/script&gt;{{ 7*7 }}" in page
    assert "<script" not in page


def test_the_link_of_a_municipality_that_ceased_says_where_it_went(asked: Balie) -> None:
    """Its page keeps what it got and asks nothing; its calendar calls off; the new one is asked."""
    old, feed = asked.page("Hoorn"), asked.feed("Hoorn")
    day = date(2027, 7, 1)
    asked.story.does(Merged(on=day, ceased=("Hoorn", "Texel"), code="GM9999", name="Nieuwstad"))
    asked.story.starts(Stage.HEARING, day)
    asked.on = day
    said = read(asked.get(old).text)
    assert "Hoorn is op 1 juli 2027 opgegaan in Nieuwstad. Hier wordt niets meer gevraagd" in said
    assert "Laat uw raad" not in said
    events = Calendar.from_ical(asked.get(feed).content).walk("VEVENT")
    assert {str(event["STATUS"]) for event in events} == {"CANCELLED"}
    born = asked.page("Nieuwstad")
    new = read(asked.get(born).text)
    assert "opgegaan" not in new
    assert "7 oktober 2027" in new
    back = {"report": TakenBack.MERGER, "owner": "Nieuwstad", "reason": "Dit was Haarlem."}
    asked.story.does(Corrected(on=day, **back))
    gone = read(asked.get(born).text)
    assert "Nieuwstad was bij vergissing aan dit dossier toegevoegd." in gone
    assert "Hier wordt niets meer gevraagd" not in read(asked.get(old).text)
