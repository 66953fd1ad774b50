# SPDX-License-Identifier: EUPL-1.2
"""A party answers on its own page: what it may, about itself alone, and once."""

import hashlib
import html
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from httpx import Response
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from gehoord.desk import answering
from gehoord.domain.acts.report import Agreed, Corrected, Disposed, SilenceAccepted, VersionMade
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.receipt import Receipt
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import REQUEST_ANSWER, Part
from gehoord.flows.access import withdraw_link
from gehoord.flows.answering import answer
from gehoord.store.verify import verify
from gehoord.tasks.settings import settings
from tests.desk.conftest import Balie, Open
from tests.desk.test_party import read
from tests.story import ADOPTED, ASKED, HEARD, ONE_DAY, REAL_REASON, RESPOND_BY, heard

PDF = b"%PDF-1.7\nzienswijze\n%%EOF\n"
DRAFT = Document(name="ontwerp.pdf", media_type="application/pdf", content=PDF)
LATER = HEARD + timedelta(days=7)
SAID = {
    "op": f"{HEARD}",
    "wijze": "raadsvergadering",
    "antwoord": "zienswijze",
    "tekst": "Meer wijkagenten in Noord.",
}


@pytest.fixture
def asked(balie: Open, monkeypatch: pytest.MonkeyPatch) -> Iterator[Balie]:
    """The councils were asked; it is the day of the meeting."""
    found = balie("asked", ASKED)
    monkeypatch.setenv("GEHOORD_HOME", str(found.home))
    settings.cache_clear()
    found.on = HEARD
    yield found
    settings.cache_clear()


def hidden(page: str) -> dict[str, str]:
    """Return what a form sends in by itself."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page)
    return {name: html.unescape(value) for name, value in found}


def post(desk: Balie, path: str, said: dict[str, str], file: bytes = b"", **more: Any) -> Response:
    """Fill in the form at a path and send it in."""
    opened = desk.get(path)
    assert opened.status_code == 200
    return send(desk, path, hidden(opened.text) | said, file, **more)


def send(
    desk: Balie, path: str, fields: dict[str, str], file: bytes = b"", **more: Any
) -> Response:
    files = {"bestand": ("zienswijze.pdf", file)} if file else {"bestand": ("", b"")}
    answer: Response = desk.client.post(path, data=fields, files=files, **more)
    return answer


def form_of(desk: Balie, who: str, name: str) -> str:
    return f"{desk.page(who)}/antwoord/{name}"


def journal(desk: Balie) -> list[JournalEntry]:
    with desk.story.register.reading() as reader:
        return reader.all(JournalEntry, "klein")


def forms_on(desk: Balie, who: str) -> set[str]:
    return set(re.findall(r"/antwoord/([\w-]+)", desk.get(desk.page(who)).text))


def test_a_griffie_reports_the_hearing_with_a_file_and_gets_a_receipt(asked: Balie) -> None:
    page, number = asked.page("Haarlem"), len(journal(asked))
    answer = post(asked, f"{page}/antwoord/gehoord", SAID, PDF)
    assert answer.status_code == 303
    receipt = asked.get(answer.headers["location"])
    text = read(receipt.text)
    assert "De raad van Haarlem is gehoord: zienswijze." in text
    assert hashlib.sha256(PDF).hexdigest() in text
    content = asked.get(f"{answer.headers['location']}/ingestuurd.json")
    assert hashlib.sha256(content.content).hexdigest() in text
    assert content.headers["content-disposition"].startswith("attachment")
    [entry] = journal(asked)[number:]
    assert (entry.by, entry.event, entry.on) == ("griffie van Haarlem", "gehoord", HEARD)
    own = read(asked.get(page).text)
    assert "Er wordt nu niets gevraagd." in own
    assert "Dit heeft u ingestuurd" in own
    file = asked.get(f"{page}/stuk/{hashlib.sha256(PDF).hexdigest()}")
    assert (file.content, file.headers["content-type"]) == (PDF, "application/pdf")
    with asked.story.register.reading() as reader:
        assert verify(reader, "klein").faults == ()


def test_looking_at_a_receipt_again_changes_nothing(asked: Balie) -> None:
    answer = post(asked, form_of(asked, "Haarlem", "gehoord"), SAID)
    before = asked.story.everything()
    pages = {asked.get(answer.headers["location"]).content for _ in range(3)}
    assert len(pages) == 1
    assert asked.story.everything() == before


def test_the_same_form_twice_is_one_answer(asked: Balie) -> None:
    path = form_of(asked, "Haarlem", "gehoord")
    fields = hidden(asked.get(path).text) | SAID
    first = send(asked, path, fields, PDF)
    before = asked.story.everything()
    second = send(asked, path, fields, PDF)
    assert second.status_code == 303
    assert second.headers["location"] == first.headers["location"]
    assert asked.story.everything() == before
    other = send(asked, path, fields | {"tekst": "Iets anders."}, PDF)
    assert other.status_code == 409
    assert "is anders en is niet bewaard" in other.text
    assert asked.story.everything() == before


def test_the_same_form_in_several_threads_at_once_is_one_answer(asked: Balie) -> None:
    path = form_of(asked, "Haarlem", "gehoord")
    fields = hidden(asked.get(path).text) | SAID
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: send(asked, path, fields), range(4)))
    assert [answer.status_code for answer in answers] == [303] * 4
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert len(asked.story.state.zienswijzen) == 1


def test_a_receipt_goes_by_mail_to_who_sent_it_in(asked: Balie) -> None:
    post(asked, form_of(asked, "Haarlem", "gehoord"), SAID, PDF)
    with asked.story.register.reading() as reader:
        [mail] = reader.all(Message, "klein", kind=MessageKind.RECEIPT)
    assert mail.recipient == "GM0392"
    assert re.search(r"Ontvangen: \d+ \w+ \d{4}, \d\d\.\d\d uur", mail.body)
    assert hashlib.sha256(PDF).hexdigest() in mail.body


def test_an_answer_can_be_changed_until_it_is_weighed(asked: Balie) -> None:
    post(asked, form_of(asked, "Haarlem", "gehoord"), SAID, PDF)
    assert {"wijzigen", "aanvulling"} <= forms_on(asked, "Haarlem")
    path = form_of(asked, "Haarlem", "wijzigen")
    opened = asked.get(path).text
    assert "Meer wijkagenten in Noord." in opened
    assert "Het eerdere bestand blijft erbij: zienswijze.pdf" in opened
    better = SAID | {"tekst": "Meer wijkagenten in Zuid.", "bestand_blijft": "ja"}
    assert post(asked, path, better).status_code == 303
    [counts] = [z for z in asked.story.state.zienswijzen if z.counts]
    assert counts.text == "Meer wijkagenten in Zuid."
    assert counts.document == hashlib.sha256(PDF).hexdigest()
    assert [entry.event for entry in journal(asked)][-2:] == ["herstel", "gehoord"]
    asked.story.does(Disposed(on=HEARD, sender="Haarlem", disposition="overgenomen"))
    assert "wijzigen" not in forms_on(asked, "Haarlem")
    gone = asked.get(path)
    assert gone.status_code == 404
    assert "Op uw pagina staat wat nu kan." in gone.text


def test_a_council_adds_to_its_answer_and_then_changes_it_no_more(asked: Balie) -> None:
    post(asked, form_of(asked, "Haarlem", "gehoord"), SAID)
    more = {"antwoord": "aandachtspunten", "tekst": "Ook op het water."}
    assert post(asked, form_of(asked, "Haarlem", "aanvulling"), more).status_code == 303
    assert "wijzigen" not in forms_on(asked, "Haarlem")
    assert [z.text for z in asked.story.state.zienswijzen] == [SAID["tekst"], more["tekst"]]


def test_a_council_that_was_thought_silent_answers_after_all(asked: Balie) -> None:
    asked.on = RESPOND_BY + timedelta(days=1)
    asked.story.does(SilenceAccepted(on=asked.on, municipality="Haarlem", reason=REAL_REASON))
    said = {"antwoord": "instemming zonder zienswijze"}
    assert "Alsnog antwoord" in asked.get(asked.page("Haarlem")).text
    assert post(asked, form_of(asked, "Haarlem", "aanvulling"), said).status_code == 303
    assert asked.story.state.hearing_of("GM0392").state is HearingState.HEARD


def test_a_newer_ontwerp_is_said_and_the_answer_to_the_former_is_not_kept(asked: Balie) -> None:
    path = form_of(asked, "Haarlem", "gehoord")
    fields = hidden(asked.get(path).text) | SAID
    asked.story.does(VersionMade(on=LATER, step="ontwerp"))
    asked.on = LATER
    for client in ("regioburgemeester", "hoofdofficier"):
        asked.story.does(Agreed(on=LATER, client=client))
    asked.story.starts(Stage.HEARING, LATER)
    before = asked.story.everything()
    stale = send(asked, path, fields)
    assert stale.status_code == 409
    assert "andere versie van het ontwerp" in stale.text
    assert SAID["tekst"] in stale.text
    assert asked.story.everything() == before


def test_an_answer_that_the_adviser_changes_at_the_same_moment_is_seen_first(
    asked: Balie, monkeypatch: pytest.MonkeyPatch
) -> None:
    post(asked, form_of(asked, "Haarlem", "gehoord"), SAID)
    path = form_of(asked, "Haarlem", "wijzigen")

    def too_late(*given: Any) -> Receipt:
        back = Corrected(on=HEARD, step="horen", owner="Haarlem", reason="Dat was niet zo.")
        asked.story.does(back)
        asked.story.does(heard("Haarlem"))
        return answer(*given)

    monkeypatch.setattr(answering, "answer", too_late)
    refused = post(asked, path, SAID)
    assert refused.status_code == 422
    assert "op dit moment iets veranderd" in refused.text
    assert asked.story.state.hearing_of("GM0392").answer == "instemming zonder zienswijze"


def test_what_changes_at_the_same_moment_is_not_answered_unseen(
    asked: Balie, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = form_of(asked, "Haarlem", "gehoord")

    def too_late(*given: Any) -> Receipt:
        asked.story.does(heard("Haarlem"))
        return answer(*given)

    monkeypatch.setattr(answering, "answer", too_late)
    refused = post(asked, path, SAID)
    assert refused.status_code == 409
    assert "Op uw pagina staat wat nu kan." in refused.text
    assert asked.story.state.zienswijzen == []


WRONG = [
    ({"op": ""}, "op", "Vul dit in."),
    ({"op": "16 september"}, "op", "dag"),
    ({"op": f"{ASKED - timedelta(days=1)}"}, "op", "hij kreeg"),
    ({"op": f"{LATER}"}, "", "ligt in de toekomst"),
    ({"antwoord": ""}, "antwoord", "Maak een keuze."),
    ({"antwoord": "nee"}, "antwoord", "nee"),
    ({"wijze": "ter kennisname"}, "wijze", "alleen de raad zelf"),
    ({"tekst": ""}, "tekst", "of kies een bestand"),
    ({"tekst": "x" * 20_001}, "tekst", "te lang"),
]


def test_what_is_wrong_is_said_at_its_place_and_what_was_filled_in_stays(asked: Balie) -> None:
    path, before = form_of(asked, "Haarlem", "gehoord"), asked.story.everything()
    for said, field, words in WRONG:
        answer = post(asked, path, SAID | said)
        page = html.unescape(answer.text)
        assert answer.status_code == 422
        assert "<title>Fout: " in page
        assert 'role="alert"' in page
        assert words in page
        assert f'value="{HEARD}"' in page or "op" in said
        assert SAID["tekst"] in page or "tekst" in said
        if field:
            assert f'href="#veld-{field}"' in page
            assert f'id="fout-{field}"' in page
            assert 'aria-invalid="true"' in page
    assert asked.story.everything() == before


def test_a_form_that_was_mended_is_sent_in_with_its_own_number(asked: Balie) -> None:
    path = form_of(asked, "Haarlem", "gehoord")
    wrong = post(asked, path, SAID | {"op": ""}, PDF)
    assert "Kies het bestand opnieuw" in wrong.text
    assert send(asked, path, hidden(wrong.text) | SAID, PDF).status_code == 303


def test_a_file_that_may_not_come_in_is_refused_at_its_field(asked: Balie) -> None:
    answer = post(asked, form_of(asked, "Haarlem", "gehoord"), SAID, b"<html>")
    assert answer.status_code == 422
    assert "geen PDF" in answer.text
    assert 'href="#veld-bestand"' in answer.text


def test_what_a_committee_did_becomes_a_question_to_the_adviser(asked: Balie) -> None:
    """Politiewet 2012, art. 38b lid 2: the council itself is heard."""
    answer = post(asked, form_of(asked, "Haarlem", "gehoord"), SAID | {"wijze": "commissie"}, PDF)
    assert answer.status_code == 303
    assert "De raad is hiermee nog niet gehoord" in asked.get(answer.headers["location"]).text
    state = asked.story.state
    assert state.hearing_of("GM0392").state is HearingState.INVITED
    [request] = state.requests
    for told in ("16 september 2027", SAID["tekst"], "zienswijze.pdf"):
        assert told in request.text
    assert [a.title for a in state.open_actions(step=REQUEST_ANSWER)] == [
        f"verzoek van Haarlem: {request.what}"
    ]
    file = asked.get(f"{asked.page('Haarlem')}/stuk/{hashlib.sha256(PDF).hexdigest()}")
    assert file.content == PDF
    with asked.story.register.reading() as reader:
        assert verify(reader, "klein").faults == ()


def test_a_griffie_asks_for_respite_and_every_party_may_ask_something(asked: Balie) -> None:
    path = form_of(asked, "Haarlem", "uitstel")
    assert post(asked, path, {"tekst": "De raad vergadert later."}).status_code == 422
    wrong = post(asked, path, {"naar": f"{HEARD}", "tekst": "De raad vergadert later."})
    assert "Kies een latere dag." in html.unescape(wrong.text)
    day = {"naar": f"{RESPOND_BY + timedelta(days=7)}", "tekst": "De raad vergadert later."}
    assert post(asked, path, day).status_code == 303
    for who in ("rbop", "burgemeester van Texel"):
        assert "uitstel" not in forms_on(asked, who)
        said = {"tekst": f"Wanneer komt het stuk voor {who}?"}
        assert post(asked, form_of(asked, who, "vraag"), said).status_code == 303
    assert [request.recipient for request in asked.story.state.requests] == [
        "GM0392",
        "rbop",
        "burgemeesters GM0448",
    ]


def test_no_party_answers_for_another(asked: Balie) -> None:
    """Each burgemeester hears his own council; its griffie answers for it, and nobody else."""
    assert "gehoord" in forms_on(asked, "Haarlem")
    for who in ("burgemeester van Haarlem", "rbop", "regioburgemeester", "adviseur"):
        assert "gehoord" not in forms_on(asked, who)
        assert asked.get(form_of(asked, who, "gehoord")).status_code == 404
    assert forms_on(asked, "adviseur") == set()
    own, other = form_of(asked, "Haarlem", "gehoord"), form_of(asked, "Hoorn", "gehoord")
    fields = hidden(asked.get(own).text)
    before = asked.story.everything()
    assert send(asked, other, fields | SAID | {"gemeente": "Texel"}).status_code == 403
    assert asked.story.everything() == before
    assert post(asked, other, SAID | {"gemeente": "Texel", "door": "minister"}).status_code == 303
    assert asked.story.state.hearing_of("GM0405").state is HearingState.HEARD
    assert journal(asked)[-1].by == "griffie van Hoorn"


def test_a_receipt_is_shown_to_its_own_party_alone(asked: Balie) -> None:
    answer = post(asked, form_of(asked, "Haarlem", "gehoord"), SAID, PDF)
    number = answer.headers["location"].rpartition("/")[2]
    for path in (f"ontvangst/{number}", f"ontvangst/{number}/ingestuurd.json"):
        assert asked.get(f"{asked.page('Hoorn')}/{path}").status_code == 404
    file = hashlib.sha256(PDF).hexdigest()
    assert asked.get(f"{asked.page('Hoorn')}/stuk/{file}").status_code == 404


def test_a_receipt_promises_no_mail_where_no_address_is_known(asked: Balie) -> None:
    """The small unit has no address of the griffie of Haarlem."""
    page = asked.page("Haarlem")
    answer = post(asked, form_of(asked, "Haarlem", "gehoord"), SAID)
    shown = read(asked.get(answer.headers["location"]).text)
    assert page in answer.headers["location"]
    assert "geen mailadres bekend" in shown
    assert "gaat ook per mail" not in shown


def test_the_adviser_reads_what_all_sent_in_with_its_files(asked: Balie) -> None:
    answer = post(asked, form_of(asked, "Haarlem", "gehoord"), SAID, PDF)
    number = answer.headers["location"].rpartition("/")[2]
    page = asked.page("adviseur")
    assert "De griffie van Haarlem: Antwoord van de raad, " in read(asked.get(page).text)
    assert "De griffie van Haarlem" in asked.get(f"{page}/ontvangst/{number}").text
    assert asked.get(f"{page}/stuk/{hashlib.sha256(PDF).hexdigest()}").content == PDF


def test_without_the_key_of_the_form_nothing_is_taken(asked: Balie) -> None:
    path, before = form_of(asked, "Haarlem", "gehoord"), asked.story.everything()
    fields = hidden(asked.get(path).text) | SAID
    address = hidden(asked.get(form_of(asked, "Haarlem", "adres")).text)["sleutel"]
    for key in ("", "x", "x.y", address, f"{fields['sleutel']}x"):
        refused = send(asked, path, fields | {"sleutel": key})
        assert refused.status_code == 403
        assert "Open de pagina opnieuw" in refused.text
    for header in ({"Origin": "https://elders.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert send(asked, path, fields, headers=header).status_code == 403
    assert asked.story.everything() == before


def test_a_link_that_was_withdrawn_takes_nothing_more(asked: Balie) -> None:
    path = form_of(asked, "Haarlem", "gehoord")
    fields = hidden(asked.get(path).text) | SAID
    withdraw_link(asked.story.register, "klein", "Haarlem", HEARD)
    before = asked.story.everything()
    answer = send(asked, path, fields)
    assert answer.status_code == 404
    assert answer.content == asked.get("/p/x").content
    assert asked.story.everything() == before


def test_a_client_reads_the_ontwerp_and_agrees_with_it_on_its_own_page(balie: Open) -> None:
    found = balie("themes", date(2027, 6, 10))
    found.story.does(VersionMade(on=date(2027, 6, 3), step="ontwerp", document=DRAFT))
    assert "akkoord" in forms_on(found, "regioburgemeester")
    assert "akkoord" not in forms_on(found, "rbop")
    path = form_of(found, "regioburgemeester", "akkoord")
    [to_read] = re.findall(r'href="([^"]+/stuk/[^"]+)" download', found.get(path).text)
    assert found.get(html.unescape(to_read)).content == DRAFT.content
    of_others = html.unescape(to_read).replace(found.page("regioburgemeester"), found.page("rbop"))
    assert found.get(of_others).status_code == 404
    assert post(found, path, {"op": "2027-06-10"}).status_code == 303
    assert "akkoord" not in forms_on(found, "regioburgemeester")
    assert "regioburgemeester" in {b.by for b in found.story.state.besluiten}


def test_a_party_gives_its_own_address_and_no_other(asked: Balie) -> None:
    path = form_of(asked, "burgemeester van Haarlem", "adres")
    said = {"adres": "burgemeester@haarlem.example", "wie": "Hoorn", "ambt": "griffie"}
    assert post(asked, path, said).status_code == 303
    haarlem = asked.story.state.municipality("Haarlem")
    assert haarlem.burgemeester_address == "burgemeester@haarlem.example"
    assert asked.story.state.municipality("Hoorn").griffie_address is None
    assert post(asked, path, {"adres": "geen adres"}).status_code == 422


def test_a_file_that_no_form_asked_for_is_not_kept(asked: Balie) -> None:
    path = form_of(asked, "Haarlem", "adres")
    fields = hidden(asked.get(path).text) | {"adres": "griffie@haarlem.example"}
    answers = [send(asked, path, fields, file) for file in (PDF, PDF, b"<html>")]
    assert [answer.status_code for answer in answers] == [303] * 3
    receipt = asked.get(answers[0].headers["location"]).text
    assert "zienswijze.pdf" not in receipt
    file = f"{asked.page('Haarlem')}/stuk/{hashlib.sha256(PDF).hexdigest()}"
    assert asked.get(file).status_code == 404


def test_a_griffie_tells_when_its_council_set_its_goals(asked: Balie) -> None:
    """Politiewet 2012, art. 38b lid 1: at least once in four years."""
    assert "veiligheidsplan" not in forms_on(asked, "Haarlem")
    asked.on = date(2027, 9, 21)  # that of Texel is of 20 September 2023
    path = form_of(asked, "Texel", "veiligheidsplan")
    assert post(asked, path, {"op": "2027-09-14"}).status_code == 303
    assert asked.story.state.municipality("Texel").goals_set_on == date(2027, 9, 14)
    assert "veiligheidsplan" not in forms_on(asked, "Texel")


def test_after_the_adoption_a_council_may_still_say_something_and_it_is_kept(balie: Open) -> None:
    found = balie("adopted", date(2027, 11, 10))
    assert forms_on(found, "Haarlem") == {"aanvulling", "adres", "vraag"}
    path = form_of(found, "Haarlem", "aanvulling")
    assert "Wat de raad nu zegt, wordt bewaard." in found.get(path).text
    said = {"antwoord": "zienswijze", "tekst": "Te laat, maar toch."}
    assert post(found, path, said).status_code == 303


@examples(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
    deadline=None,
)
@given(
    who=st.sampled_from(["Haarlem", "Hoorn", "rbop", "burgemeester van Texel"]),
    name=st.sampled_from(
        ["", "/antwoord/gehoord", "/antwoord/adres", "/antwoord/x", "/ontvangst/x"]
    ),
)
def test_whatever_is_looked_at_nothing_changes(asked: Balie, who: str, name: str) -> None:
    path = f"{asked.page(who)}{name}"
    before = asked.story.everything()
    assert asked.get(path).status_code in (200, 404)
    assert asked.client.head(path).status_code in (200, 404)
    assert asked.story.everything() == before


def test_what_was_answered_is_followed(asked: Balie) -> None:
    path = form_of(asked, "Haarlem", "gehoord")
    post(asked, path, SAID | {"op": ""})
    assert asked.followed == []
    post(asked, path, SAID)
    assert asked.followed == ["klein"]


@pytest.fixture
def changed(balie: Open) -> Balie:
    """All were heard; the version that is to be adopted lacks the objectives of the minister."""
    found = balie("heard", HEARD)
    parts = (Part.STRENGTH, Part.WIJKAGENTEN)
    found.story.does(VersionMade(on=LATER, step="definitief", contains=parts))
    found.on = LATER
    return found


def test_the_regioburgemeester_judges_on_his_page_if_councils_are_heard_again(
    changed: Balie,
) -> None:
    """Politiewet 2012, art. 38b lid 2, as we read it; a judgement, for no statute says when."""
    assert "opnieuw-horen" not in forms_on(changed, "Haarlem") | forms_on(changed, "hoofdofficier")
    path = form_of(changed, "regioburgemeester", "opnieuw-horen")
    shown = changed.get(path).text
    assert "Dit veranderde: de doelstellingen van de minister" in read(shown)
    assert re.findall(r'name="gemeenten" id="[\w-]+" value="(\w+)"', shown) == [
        "Haarlem", "Hoorn", "Texel",
    ]  # fmt: skip
    said: dict[str, Any] = {"oordeel": "ja", "reden": REAL_REASON}
    assert "Noem tot en met welke dag" in read(post(changed, path, said).text)
    late = post(changed, path, said | {"naar": f"{ADOPTED + ONE_DAY}"})
    assert "kan niet: 'beleidsplan vaststellen' volgt op het horen" in read(late.text)
    assert "of laat de adviseur die stap eerst verplaatsen." in read(late.text)
    said |= {"gemeenten": ["Hoorn", "Texel"], "naar": f"{RESPOND_BY}"}
    answer = post(changed, path, said)
    assert answer.status_code == 303
    text = read(changed.get(answer.headers["location"]).text)
    assert "2 raden worden opnieuw gehoord: Hoorn en Texel, tot en met 7 oktober 2027." in text
    [judged] = changed.story.state.rehearings
    assert (judged.by, judged.councils) == ("regioburgemeester", ("GM0405", "GM0448"))
    assert "opnieuw-horen" not in forms_on(changed, "regioburgemeester"), "it was judged"
    assert changed.get(path).status_code == 404
    with changed.story.register.reading() as reader:
        assert verify(reader, "klein").faults == ()
