# SPDX-License-Identifier: EUPL-1.2
"""The adviser types his own words, sees them in a letter, and keeps them; nobody else can."""

from httpx import Response

from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.test_party import read
from tests.story import ASKED, HEARD

WORDS = "Zo gaat het in [gemeente].\n\n- eerst dit\n- dan <b>dat</b>"
FIELDS = ("sleutel", "gezien", "passage", "aan")


def typed(adviser: Balie, path: str, key_from: str = "", **said: str) -> Response:
    key = hidden(adviser.get(key_from or path), "sleutel")
    data = {"sleutel": key, "passage": "proces: planning", "aan": "Texel", "tekst": WORDS}
    return adviser.post(path, data={**data, **said})


def test_words_are_seen_in_a_letter_first_and_then_kept(balie: Open) -> None:
    adviser = balie("opened", ASKED)
    path = f"{adviser.page('adviseur')}/brieven/tekst"
    before = adviser.story.everything()
    seen = typed(adviser, path)
    assert seen.status_code == 200
    assert "Bekijk de brief aan Texel met uw woorden erin." in read(seen.text)
    data = {**{field: hidden(seen, field) for field in FIELDS}, "tekst": WORDS}
    html = adviser.post(f"{path}/brief.html", data=data)
    assert "<p>Zo gaat het in Texel.</p>" in html.text
    assert "<li>dan &lt;b&gt;dat&lt;/b&gt;</li>" in html.text
    assert adviser.post(f"{path}/brief.pdf", data=data).content.startswith(b"%PDF")
    assert adviser.post(f"{path}/brief.docx", data=data).status_code == 404
    assert adviser.story.everything() == before
    kept = adviser.post(f"{path}/vastleggen", data=data)
    assert "zegt bij 'planning' uw eigen woorden" in read(kept.text)
    assert adviser.followed == ["klein"]
    assert "proces: planning" in read(adviser.get(path).text)
    assert "gehoord letters" not in kept.text
    assert f'href="{adviser.page("adviseur")}/brieven"' in kept.text
    again = adviser.post(f"{path}/vastleggen", data=data)
    assert read(again.text) == read(kept.text), "a second click"
    same = typed(adviser, path)
    assert (same.status_code, "Dat staat al zo in de brief." in read(same.text)) == (422, True)


def test_who_rewrites_the_letter_with_the_ontwerp_hears_what_rests_on_it_first(balie: Open) -> None:
    adviser = balie("opened", ASKED)
    path = f"{adviser.page('adviseur')}/brieven/tekst"
    text = "Graag uw antwoord uiterlijk [laatste dag]."
    seen = typed(adviser, path, passage="ontwerp: alles", tekst=text)
    assert "het horen rust op deze brief" in read(seen.text)


def test_words_that_nobody_looked_at_are_shown_and_not_kept(balie: Open) -> None:
    adviser = balie("opened", ASKED)
    path = f"{adviser.page('adviseur')}/brieven/tekst"
    unseen = typed(adviser, f"{path}/vastleggen", key_from=path)
    assert "Er is nog niets vastgelegd." in read(unseen.text)
    seen = typed(adviser, path)
    data = {**{field: hidden(seen, field) for field in FIELDS}, "tekst": "Heel iets anders."}
    other = adviser.post(f"{path}/vastleggen", data=data)
    assert "Er is nog niets vastgelegd." in read(other.text)
    assert not list(adviser.story.state.own_words)


def test_words_of_a_second_tab_are_not_replaced_unseen(balie: Open) -> None:
    adviser = balie("opened", ASKED)
    path = f"{adviser.page('adviseur')}/brieven/tekst"
    mine, theirs = typed(adviser, path), typed(adviser, path, tekst="Van een ander.")

    def kept(seen: Response, text: str) -> Response:
        data = {**{field: hidden(seen, field) for field in FIELDS}, "tekst": text}
        return adviser.post(f"{path}/vastleggen", data=data)

    assert kept(theirs, "Van een ander.").status_code == 200
    told = kept(mine, WORDS)
    assert "Er zijn intussen andere woorden vastgelegd." in read(told.text)
    assert [words.text for words in adviser.story.state.own_words] == ["Van een ander."]
    assert "Vastgelegd" in read(kept(told, WORDS).text), "now that he knows"
    assert [words.text for words in adviser.story.state.own_words][1:] == [WORDS]


def test_words_for_the_mail_are_seen_in_the_mail(balie: Open) -> None:
    adviser = balie("opened", ASKED)
    path = f"{adviser.page('adviseur')}/brieven/tekst"
    seen = typed(adviser, path, passage="proces: mail")
    shown = read(seen.text)
    assert "Bekijk de mail met uw woorden" in shown
    assert "Onderwerp: " in shown
    assert "Zo gaat het in Texel." in shown
    assert "- dan &lt;b&gt;dat&lt;/b&gt;" in seen.text
    assert "brief.pdf" not in seen.text
    data = {**{field: hidden(seen, field) for field in FIELDS}, "tekst": WORDS}
    kept = adviser.post(f"{path}/vastleggen", data=data)
    assert "De mail bij de brief 'proces' zegt uw woorden" in read(kept.text)


def test_who_is_to_change_a_letter_can_read_first_what_it_says_now(balie: Open) -> None:
    """Before he typed anything; and what was kept in his own words before stands in it too."""
    adviser = balie("opened", ASKED)
    path = f"{adviser.page('adviseur')}/brieven/tekst"
    assert "Lees wat er nu staat" in read(adviser.get(path).text)
    letter = typed(adviser, f"{path}/nu", key_from=path, tekst="")
    assert letter.content.startswith(b"%PDF")
    mail = {"passage": "proces: mail", "tekst": ""}
    first = typed(adviser, f"{path}/nu", key_from=path, **mail)
    assert "Onderwerp: Beleidsplan 2028-2031: proces en planning" in read(first.text)
    assert "Zo gaat het in" not in read(first.text)
    seen = typed(adviser, path, passage="proces: mail")
    data = {**{field: hidden(seen, field) for field in FIELDS}, "tekst": WORDS}
    adviser.post(f"{path}/vastleggen", data=data)
    now = typed(adviser, f"{path}/nu", key_from=path, **mail)
    assert "Zo gaat het in Texel." in read(now.text)
    nobody = typed(adviser, f"{path}/nu", key_from=path, aan="Utrecht")
    assert (nobody.status_code, "krijgt in dit dossier geen brief" in nobody.text) == (422, True)


def test_what_cannot_be_said_is_told_in_a_sentence_and_what_was_typed_stays(balie: Open) -> None:
    adviser = balie("opened", ASKED)
    path = f"{adviser.page('adviseur')}/brieven/tekst"
    before = adviser.story.everything()
    wrong = typed(adviser, path, tekst="Voor [niemand].")
    assert wrong.status_code == 422
    assert "'[niemand]' is geen feit dat Gehoord kent" in read(wrong.text)
    assert "Voor [niemand]." in wrong.text
    assert typed(adviser, path, passage="proces: niets").status_code == 422
    assert typed(adviser, path, passage="x").status_code == 422
    assert typed(adviser, path, tekst="").status_code == 422
    nobody = typed(adviser, path, aan="Utrecht")
    assert "'Utrecht' krijgt in dit dossier geen brief" in read(nobody.text)
    assert adviser.post(path, data={"sleutel": "x", "tekst": "y"}).status_code == 403
    assert adviser.story.everything() == before


def test_a_passage_that_is_not_there_is_said_to_be_absent(balie: Open) -> None:
    adviser = balie("opened", ASKED)
    path = f"{adviser.page('adviseur')}/brieven/tekst"
    absent = typed(adviser, path, passage="proces: overbrugging")
    assert "staat nu niet in deze brief" in read(absent.text)


def test_nobody_but_the_adviser_has_the_page_or_sends_a_trial(balie: Open) -> None:
    found = balie("asked", HEARD)
    for path in ("brieven/tekst", "brieven/tekst/vastleggen", "brieven/tekst/brief.pdf"):
        assert found.post(f"{found.page('GM0448')}/{path}", data={}).status_code == 404
    assert found.get(f"{found.page('GM0448')}/brieven/tekst").status_code == 404
    assert found.post(f"{found.page('GM0448')}/brieven/proef", data={}).status_code == 404
