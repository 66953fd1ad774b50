# SPDX-License-Identifier: EUPL-1.2
"""The overview: who comes in, and what it says at each moment of the story."""

import hashlib
import html
import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from httpx import Response
from starlette.testclient import TestClient

from gehoord.desk.application import desk
from gehoord.domain.acts.report import (
    ChapterPromised,
    PointNoted,
    Requested,
    ResponseReceived,
    StepDone,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.request import RequestKind
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.access import give_link, withdraw_link
from gehoord.store.papers import papers_in
from gehoord.templates.desk import overview_page, overview_rows
from tests.conftest import read_day
from tests.desk.conftest import ADDRESS, Balie, Open
from tests.story import ADOPTED, ASKED, COUNCILS, FINAL, HEARD, OPENED, RESPOND_BY, heard

LATE = RESPOND_BY + timedelta(days=4)
USER = "X-Forwarded-User"
NOTHING = "\N{EN DASH}"


def link_of(found: Balie) -> str:
    return give_link(found.story.register, "klein", "overzicht", found.home, found.on).path


def text_of(page: str) -> str:
    """Return what a person reads of an overview, a line for each cell."""
    body = re.sub(r"(?s)^.*<body[^>]*>", "", page)
    lines = re.sub(r"</(h\d|p|li|dt|dd|div|a|th|td|text|title|desc|summary)>|<br>", "\n", body)
    text = html.unescape(re.sub(r"<[^>]+>", "", lines))
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def behind_login(found: Balie, peer: str = "127.0.0.1") -> TestClient:
    """Return a desk behind a proxy that logs people in, as a program at an address asks it."""
    app = desk(replace(found.place, user_header=USER))
    return TestClient(app, follow_redirects=False, client=(peer, 50_000))


@pytest.fixture
def late(balie: Open) -> Balie:
    found = balie("asked", LATE)
    found.story.does(heard("Haarlem"))
    return found


def test_it_says_what_is_late_who_was_heard_and_when_the_plan_is_adopted(late: Balie) -> None:
    text = text_of(late.get(link_of(late)).text)
    assert "1 van 3 raden gehoord" in text
    assert "Vaststelling: 4 november 2027" in text
    assert "Burgemeester en raad van Texel\nraad horen over het ontwerp\n4 dagen te laat" in text
    assert "2 van 3, 4 dagen te laat" in text
    assert f"De raden\n2\n2 te laat\n{NOTHING}" in text
    assert f"RBOP\n5\n{NOTHING}\n4 november 2027: beleidsplan vaststellen" in text
    assert "Hoorn\nte laat\nuiterlijk 7 oktober 2027" in text
    assert "Haarlem\ngehoord\n16 september 2027\ninstemming zonder zienswijze" in text
    assert "te laat: 2\ngehoord: 1" in text
    assert "Geen mailadres bekend van griffie van Hoorn" in text


def test_before_anything_happened_it_shows_the_plan(balie: Open) -> None:
    found = balie("opened", OPENED)
    text = text_of(found.get(link_of(found)).text)
    assert "Niets is te laat" in text
    assert "0 van 3 raden gehoord" in text
    assert "nog niet gevraagd: 3" in text
    assert "op tijd" not in text
    assert "elk jaar, 2028 t/m 2031" in text


def test_once_adopted_it_says_when_and_what_went_otherwise_than_planned(balie: Open) -> None:
    found = balie("adopted", ADOPTED)
    text = text_of(found.get(link_of(found)).text)
    assert "Vastgesteld op 4 november 2027" in text
    assert "Beleidsplan vaststellen\nRBOP\n4 november 2027\n4 november 2027\nop tijd" in text
    assert re.search(r"\d stappen gedaan: \d op tijd, 1 later, 0 eerder", text)
    assert "21 oktober 2027\n28 oktober 2027\n7 dagen later" in text


def test_a_step_that_moved_says_from_where_and_by_how_many_days(balie: Open) -> None:
    found = balie("asked", ASKED)
    found.story.moves("vaststelling", read_day("Thu 2027-11-18"), ASKED)
    text = text_of(found.get(link_of(found)).text)
    assert "18 november 2027\nbij de opening: 4 november 2027" in text
    assert "14 dagen naar achteren verplaatst" in text
    assert "+14 dagen" in text


def test_the_adviser_comes_to_it_from_his_own_page_and_no_other_party_does(late: Balie) -> None:
    page = late.page("adviseur")
    assert f'href="{page}/overzicht"' in late.get(page).text
    assert f'href="{page}">Uw eigen pagina<' in late.get(f"{page}/overzicht").text
    for who in (*COUNCILS, "rbop", "regioburgemeester"):
        other = late.page(who)
        assert "/overzicht" not in late.get(other).text
        assert late.get(f"{other}/overzicht").status_code == 404


def test_the_link_to_it_opens_no_page_of_a_party_and_the_other_way_round(late: Balie) -> None:
    overview, party = link_of(late), late.page("Haarlem")
    assert late.get(overview.replace("/o/", "/p/")).status_code == 404
    assert late.get(party.replace("/p/", "/o/")).status_code == 404
    assert late.get(late.feed("overzicht")).content == late.get(late.feed("adviseur")).content


def test_unknown_withdrawn_expired_and_malformed_get_the_same_bytes(late: Balie) -> None:
    path = link_of(late)
    late.on = date(2034, 1, 1)
    answers = [late.get(path)]
    late.on = LATE
    assert late.get(path).status_code == 200
    withdraw_link(late.story.register, "klein", "coördinatoren", LATE)
    wrong = [path, f"{path}/stuk/{'0' * 64}", f"{path}/brief/{'0' * 64}", "/o/x", f"/o/{'A' * 43}"]
    answers += [late.get(p) for p in (*wrong, "/overzicht", "/overzicht/klein", "/p/x/overzicht")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


def test_its_letters_and_documents_are_taken_from_below_it(balie: Open) -> None:
    found = balie("opened", ASKED)
    document = Document(name="ontwerp.pdf", content=b"%PDF-1.7 ontwerp")
    found.story._themes()
    found.story.does(VersionMade(on=read_day("Thu 2027-06-03"), step="ontwerp", document=document))
    found.story._agreed()
    found.story._asked()
    found.posts_mail()
    path = link_of(found)
    page = found.get(path).text
    taken = set(re.findall(rf'href="({path}/(?:brief|stuk)/[0-9a-f]{{64}}[^"]*)" download', page))
    answers = {p: found.get(p) for p in taken}
    assert {answer.status_code for answer in answers.values()} == {200}
    assert len([p for p in taken if "/brief/" in p]) == len(COUNCILS)
    [stuk] = [answers[p] for p in taken if "/stuk/" in p]
    assert stuk.content == document.content
    assert "attachment" in stuk.headers["content-disposition"]
    assert {a.headers["cache-control"] for a in answers.values()} == {"private, no-cache"}
    assert found.get(f"{path}/brief/{'0' * 64}").status_code == 404
    assert found.get(f"{path}/stuk/{'0' * 64}").status_code == 404


def test_who_logged_in_at_the_proxy_finds_every_overview(late: Balie) -> None:
    client = behind_login(late)
    listed = client.get("/overzicht", headers={USER: "coordinator"})
    assert 'href="/overzicht/klein"' in listed.text
    page = client.get("/overzicht/klein", headers={USER: "coordinator"})
    assert "1 van 3 raden gehoord" in page.text
    assert "geldt tot en met" not in page.text
    assert 'href="/overzicht">Alle dossiers<' in page.text
    letters = set(re.findall(r"/overzicht/klein/brief/[0-9a-f]{64}", page.text))
    asked = [client.get(each, headers={USER: "coordinator"}) for each in letters]
    assert len(asked) == len(COUNCILS)
    assert {answer.status_code for answer in asked} == {200}
    assert client.get("/overzicht/anders", headers={USER: "coordinator"}).status_code == 404


def test_a_login_counts_with_the_header_from_this_machine_alone(late: Balie) -> None:
    near, far = behind_login(late), behind_login(late, "192.0.2.7")
    refused: list[Response] = [
        near.get("/overzicht"),
        near.get("/overzicht", headers={USER: " "}),
        near.get("/overzicht/klein"),
        near.get("/overzicht/klein", headers={"X-User": "coordinator"}),
        far.get("/overzicht", headers={USER: "coordinator"}),
        far.get("/overzicht/klein", headers={USER: "coordinator"}),
        late.get("/overzicht/klein", **{USER: "coordinator"}),
    ]
    assert {answer.status_code for answer in refused} == {404}
    assert len({answer.content for answer in refused}) == 1


def test_cards_and_forms_are_linked_where_the_reader_can_reach_prefect(late: Balie) -> None:
    path = link_of(late)
    pages = late.home / "prefect-bladzijden.json"
    kept = {"page": "https://bord.example", "forms": {"melden-gehoord": "7f"}, "artifacts": {}}
    assert "https://bord" not in late.get(path).text
    pages.write_text(json.dumps(kept))
    shown = late.get(path).text
    assert "https://bord.example/runs?" in shown
    assert "https://bord.example/deployments/deployment/7f/run?parameters=" in shown
    pages.write_text(json.dumps({**kept, "page": "http://127.0.0.1:4200"}))
    assert "127.0.0.1" not in late.get(path).text
    pages.write_text("{")
    assert late.get(path).status_code == 200


def test_what_somebody_wrote_is_text_and_never_becomes_a_page(balie: Open) -> None:
    found = balie("asked", LATE)
    hostile = "<script>x</script>{{ 7*7 }}"
    with found.story.register.engine.begin() as connection:
        for table, column in (
            ("action", "title"),
            ("action", "owner_name"),
            ("step", "title"),
            ("hearing", "name"),
            ("message", "failure"),
            ("dossier", "eenheid_name"),
        ):
            connection.exec_driver_sql(f"UPDATE {table} SET {column} = '{hostile}'")  # noqa: S608
        connection.exec_driver_sql(
            "UPDATE message SET state = 'geweigerd', failing_since = sent_at, subject = '\u202e<b>'"
        )
    page = found.get(link_of(found)).text
    assert "&lt;script&gt;x&lt;/script&gt;{{ 7*7 }}" in page
    assert "<script" not in page
    assert "\u202e" not in page
    assert not re.search(r"<style| style=| on\w+=", page)


def test_reading_it_changes_nothing_and_it_is_kept_nowhere(late: Balie) -> None:
    path, before = link_of(late), late.story.everything()
    answer = late.get(path)
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers
    assert f"{ADDRESS}{path}" not in answer.text
    assert late.client.post(path).status_code == 405
    assert late.story.everything() == before


def test_a_step_that_is_done_late_is_told_as_such(balie: Open) -> None:
    found = balie("heard", FINAL)
    found.story.does(StepDone(on=FINAL, step="verwerking"))
    assert "7 dagen later" in text_of(found.get(link_of(found)).text)


def test_what_a_party_asks_stands_there_until_the_adviser_answers(balie: Open) -> None:
    found = balie("asked", ASKED)
    path, before = link_of(found), "Verzoeken aan de adviseur"
    assert before not in found.get(path).text
    asked = Requested(
        on=ASKED,
        who="Hoorn",
        question=RequestKind.RESPITE,
        until=date(2027, 10, 21),
        text="de raad vergadert pas op 19 oktober",
    )
    found.story.does(asked)
    text = text_of(found.get(path).text)
    assert "Verzoeken aan de adviseur: 1" in text
    assert "De griffie van Hoorn\nuitstel tot en met 21 oktober 2027\nde raad vergadert pas" in text


def test_the_file_of_a_zienswijze_is_taken_from_the_row_of_its_council(balie: Open) -> None:
    found = balie("asked", HEARD)
    sent_in = Document(name="zienswijze.pdf", content=b"%PDF-1.7 zienswijze")
    said = heard("Texel").model_copy(update={"answer": Answer.ZIENSWIJZE, "document": sent_in})
    found.story.does(said)
    path = link_of(found)
    address = f"{path}/stuk/{hashlib.sha256(sent_in.content).hexdigest()}"
    [link] = re.findall(rf'href="({address}[^"]*)" download>Zienswijze<', found.get(path).text)
    assert found.get(link).content == sent_in.content
    assert found.get(address).content == sent_in.content


def test_of_much_that_is_late_the_oldest_is_named_and_the_rest_counted(
    late: Balie, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = text_of(late.get(link_of(late)).text)
    heading = re.search(r"Te laat: (\d+) acties", whole)
    assert heading
    for module in (overview_page, overview_rows):
        monkeypatch.setattr(module, "MOST_LATE", 2)
    text = text_of(late.get(link_of(late)).text)
    assert heading[0] in text
    assert f"En nog {int(heading[1]) - 2} andere: zie de tabellen" in text
    assert "Burgemeester en raad van Texel" not in text


def test_a_letter_that_did_not_arrive_can_be_read_where_that_is_said(late: Balie) -> None:
    with late.story.register.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE message SET state = 'geweigerd', failing_since = sent_at, failure = 'vol' "
            "WHERE letter = 'ontwerp' AND municipality = 'GM0448'"
        )
    page = late.get(link_of(late)).text
    [said] = re.findall(r"<li>Niet aangekomen bij griffie van Texel: .*", page)
    [address] = re.findall(r'href="(/o/[\w-]+/brief/[0-9a-f]{64})" download', said)
    with late.story.register.reading() as reader:
        [sent] = [pdf for key, pdf in papers_in(reader, "klein").items() if key.endswith("GM0448")]
    assert late.get(address).content == sent


def test_what_waits_to_leave_is_not_told_as_arrived(balie: Open) -> None:
    found = balie("opened", OPENED)
    found.story.starts(Stage.START, OPENED)
    text = text_of(found.get(link_of(found)).text)
    assert re.search(r"\d+ berichten wachten nog op verzending", text)
    assert "Dit is een oefening: er gaat geen mail echt weg." in text
    assert "aangekomen" not in text


def test_it_shows_what_was_answered_on_each_draft(balie: Open) -> None:
    found = balie("asked", LATE)
    found.story.does(ResponseReceived(on=LATE, sender="OM", text="Te vaag & te lang."))
    found.story.does(
        PointNoted(
            on=LATE, sender="OM", subject="Thema's", text="Te vaag", main_line="Concreter <1>"
        )
    )
    text = text_of(found.get(link_of(found)).text)
    assert "Versies, en wat erop is geantwoord" in text
    assert "1, 1 nog open" in text
    assert "Concreter <1>\n1\n1\n0\n0\n0\n1" in text


def test_it_shows_what_was_promised_and_what_comes_too_late(balie: Open) -> None:
    found = balie("asked", LATE)
    found.story.does(
        ChapterPromised(on=LATE, chapter="Bijlage <2>", stands="ontbreekt", to="de raden")
    )
    page = found.get(link_of(found)).text
    assert "Bijlage <2>\n1 (ontbreekt)\nde raden" in text_of(page)
    assert '<strong class="rest">nog niet nagestuurd, en zonder dag toegezegd</strong>' in page


def test_of_more_main_lines_than_fit_it_says_how_many_there_are(balie: Open) -> None:
    found = balie("asked", LATE)
    found.story.does(ResponseReceived(on=LATE, sender="OM", text="Veel."))
    for number in range(11):
        found.story.does(
            PointNoted(
                on=LATE, sender="OM", subject="Alles", text=f"{number}", main_line=f"Lijn {number}"
            )
        )
    text = text_of(found.get(link_of(found)).text)
    assert "En nog 1 hoofdlijn. De verantwoording heeft ze alle." in text
