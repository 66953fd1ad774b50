# SPDX-License-Identifier: EUPL-1.2
"""The adviser reports with a file: a version of the plan, an answer, whatever a file comes with."""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote

from httpx import Response

from gehoord.calendar.dutch import day_in_words
from gehoord.desk.sent_in import OF_ANY_PARTY
from gehoord.domain.acts.filing import HANDED_IN
from gehoord.domain.acts.report import VersionMade
from gehoord.domain.dossier.document import LARGEST
from gehoord.domain.dossier.papers import sent_as
from gehoord.store.verify import verify
from gehoord.tasks.archive import archive_of
from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.test_party import read
from tests.story import ASKED, HEARD, ONTWERP
from tests.tasks.test_upload import PDF

Said = Mapping[str, str | list[str]]
SHA256 = hashlib.sha256(PDF).hexdigest()
VERSION = {"stap": "ontwerp", "veranderd": "De wijkagenten zijn verdeeld.\nHoofdstuk 6 is nieuw."}


class AtTheFiling:
    """The adviser at the form of one kind of report."""

    def __init__(self, found: Balie, kind: str) -> None:
        self.balie, self.page = found, found.page("adviseur")
        self.path = f"{self.page}/stukken/{kind}"

    def hands_in(self, said: Said, content: bytes = PDF, name: str = "Ontwerp.pdf") -> Response:
        data = {"sleutel": hidden(self.balie.get(self.path), "sleutel"), **said}
        return self.balie.post(self.path, data=data, files={"bestand": (name, content)})

    def agrees(self, seen: Response, said: Said) -> Response:
        names = ("sleutel", "wacht", "naam", "gezien")
        data = {name: hidden(seen, name) for name in names} | dict(said)
        return self.balie.post(f"{self.path}/vastleggen", data=data)


def test_a_version_is_seen_with_its_file_and_what_follows_and_then_recorded(balie: Open) -> None:
    adviser = AtTheFiling(balie("asked", HEARD), "versie")
    story = adviser.balie.story
    before = story.everything()
    seen = adviser.hands_in(VERSION)
    text = read(seen.text)
    for words in (
        "Er is nog niets vastgelegd.",
        "Dit is een nieuw ontwerp: beide opdrachtgevers geven opnieuw akkoord en elke raad wordt "
        "opnieuw gevraagd.",
        "Ontwerp.pdf (1 kB)",
        SHA256,
    ):
        assert words in text
    assert story.everything() == before
    done = adviser.agrees(seen, VERSION)
    assert "Versie 2 vastgelegd." in read(done.text)
    newest = story.state.versions[-1]
    assert (newest.document, newest.changed) == (SHA256, VERSION["veranderd"])
    assert read(adviser.agrees(seen, VERSION).text) == read(done.text)
    assert story.state.versions[-1] == newest
    listed = read(adviser.balie.get(f"{adviser.page}/stukken").text)
    assert SHA256 in listed
    taken = adviser.balie.get(f"{adviser.page}/stuk/{SHA256}")
    assert (taken.content, taken.headers["content-type"]) == (PDF, "application/pdf")


def test_what_is_ticked_is_in_the_version_and_nothing_else(balie: Open) -> None:
    adviser = AtTheFiling(balie("themes", ONTWERP), "versie")
    ticked = ["wijkagenten", "doelstellingen-minister"]
    seen = adviser.hands_in({"stap": "ontwerp", "bevat": ticked})
    kept = {"stap": "ontwerp", "bevat": "\n".join(ticked)}
    assert adviser.agrees(seen, kept).status_code == 200
    [version] = adviser.balie.story.state.versions
    assert list(version.contains) == ticked


def test_only_what_was_seen_is_recorded(balie: Open) -> None:
    adviser = AtTheFiling(balie("asked", HEARD), "versie")
    seen = adviser.hands_in(VERSION)
    before = adviser.balie.story.everything()
    other = adviser.agrees(seen, {**VERSION, "stap": "definitief"})
    assert "Er is intussen iets anders vastgelegd." in read(other.text)
    assert adviser.balie.story.everything() == before


def test_a_version_without_a_file_gets_it_later_and_once(balie: Open) -> None:
    adviser = AtTheFiling(balie("ontwerp", ASKED), "stuk")
    assert "Nog geen stuk" in adviser.balie.get(f"{adviser.page}/stukken").text
    [was] = adviser.balie.story.state.versions
    said = {"versie": was.called}
    done = adviser.agrees(adviser.hands_in(said), said)
    assert f"Het stuk van versie 1 ({was.title}) is bewaard." in read(done.text)
    [version] = adviser.balie.story.state.versions
    kept = {"document": SHA256, "file": "Ontwerp.pdf", "filed_on": adviser.balie.place.today()}
    assert version == was.model_copy(update=kept)
    again = adviser.hands_in(said)
    assert again.status_code == 422
    assert "Versie 1 heeft al een stuk." in read(again.text)


def test_a_file_that_comes_after_the_councils_were_asked_says_so_everywhere(balie: Open) -> None:
    adviser = AtTheFiling(balie("asked", HEARD), "stuk")
    [was] = adviser.balie.story.state.versions
    said = {"versie": was.called}
    assert "waarom het stuk er nu pas is" in read(adviser.hands_in(said).text)
    said |= {"reden": "De opmaak kwam later klaar."}
    assert adviser.agrees(adviser.hands_in(said), said).status_code == 200
    with adviser.balie.story.register.reading() as reader:
        archive = zipfile.ZipFile(io.BytesIO(archive_of(reader, "klein").content))
    notes = [
        name for name in archive.namelist() if re.fullmatch(r"klein/dossiernotitie-.*\.html", name)
    ]
    shown = [
        adviser.balie.get(f"{adviser.page}/stukken").text,
        adviser.balie.get(f"{adviser.page}/overzicht").text,
        *(archive.read(name).decode() for name in ["klein/overzicht.html", *notes]),
    ]
    late = f"Stuk ingeleverd op {day_in_words(HEARD)}, na de verzending aan 3 raden."
    assert [late in read(text) for text in shown[:3]] == [True] * 3
    assert any(late in text for text in shown[3:])


def test_a_file_that_cannot_be_kept_is_told_and_what_was_filled_in_stays(balie: Open) -> None:
    adviser = AtTheFiling(balie("themes", ONTWERP), "versie")
    for name, content, said in (
        ("ontwerp.pdf", b"geen pdf", "'ontwerp.pdf' is geen PDF, al heet het zo."),
        ("ontwerp.pdf", PDF + b"%" * LARGEST, "'ontwerp.pdf' is groter dan 25 MB."),
        ("ontwerp.exe", b"MZ\0", "Kies een PDF, DOCX, ODT of gewone tekst"),
        ("", b"", "Kies eerst het bestand met het stuk."),
    ):
        wrong = adviser.hands_in(VERSION, content, name)
        assert wrong.status_code == 422
        assert said in read(wrong.text)
        assert "Kies het bestand opnieuw." in read(wrong.text)
        assert '<option value="ontwerp" selected>' in wrong.text
        assert VERSION["veranderd"] in wrong.text


def test_a_draft_may_be_larger_than_what_a_griffie_sends_in(balie: Open) -> None:
    adviser = AtTheFiling(balie("themes", ONTWERP), "versie")
    large = PDF.replace(b"%%EOF\n", b" " * OF_ANY_PARTY.body + b"%%EOF\n")
    seen = adviser.hands_in(VERSION, large)
    assert (seen.status_code, "(10,5 MB)" in read(seen.text)) == (200, True)


def test_a_day_that_no_form_sends_is_told_or_read_and_never_a_fault_of_ours(balie: Open) -> None:
    adviser = AtTheFiling(balie("themes", ONTWERP), "versie")
    for day in ("1700000000", "31-12-2027", "2999-01-01", "morgen"):
        assert adviser.hands_in({"stap": "ontwerp", "op": day}).status_code in (200, 422), day


def test_what_must_be_filled_in_is_asked_by_its_title(balie: Open) -> None:
    adviser = AtTheFiling(balie("themes", ONTWERP), "versie")
    wrong = adviser.hands_in({"stap": ""})
    assert (wrong.status_code, "Vul 'Stap' nog in." in read(wrong.text)) == (422, True)
    wrong = adviser.hands_in({"stap": "ontwerp", "op": "morgen"})
    assert "'Op welke dag?' moet een dag zijn" in read(wrong.text)


def test_a_response_may_stand_in_its_file_alone(balie: Open) -> None:
    adviser = AtTheFiling(balie("asked", HEARD), "reactie")
    assert "Mag leeg blijven als zij in het bestand staat." in adviser.balie.get(adviser.path).text
    done = adviser.agrees(adviser.hands_in({"van": "OM"}, name="reactie OM.pdf"), {"van": "OM"})
    assert "Reactie van OM vastgelegd." in read(done.text)
    [response] = adviser.balie.story.state.responses
    assert (response.text, response.document) == ("Zie het bestand 'reactie OM.pdf'.", SHA256)


def test_an_answer_of_a_council_is_handed_in_as_a_file_of_one_council(balie: Open) -> None:
    adviser = AtTheFiling(balie("asked", HEARD), "gehoord")
    said = {"gemeenten": "Texel", "antwoord": "zienswijze", "op": HEARD.isoformat()}
    form = adviser.balie.get(adviser.path).text
    assert '<option value="Texel">' in form
    assert '<option value="alle">' not in form
    done = adviser.agrees(adviser.hands_in(said, name="zienswijze.pdf"), said)
    assert "De raad van Texel is gehoord" in read(done.text)
    assert SHA256 in {z.document for z in adviser.balie.story.state.zienswijzen}
    listed = read(adviser.balie.get(f"{adviser.page}/stukken").text)
    told = f"Antwoord van de raad van Texel: zienswijze, {day_in_words(HEARD)}"
    assert f"{told}\nzienswijze.pdf\n(1 kB)" in listed


def test_the_same_bytes_of_two_councils_are_two_documents_each_with_its_own_name(
    balie: Open,
) -> None:
    adviser = AtTheFiling(balie("asked", HEARD), "gehoord")
    for council in ("Texel", "Hoorn"):
        said = {"gemeenten": council, "antwoord": "zienswijze", "op": HEARD.isoformat()}
        seen = adviser.hands_in(said, name=f"zienswijze {council}.pdf")
        assert adviser.agrees(seen, said).status_code == 200
    page = adviser.balie.get(f"{adviser.page}/stukken").text
    links = re.findall(r'href="([^"]+)" download>(zienswijze [^<]+)<', page)
    assert {name for _, name in links} == {"zienswijze Texel.pdf", "zienswijze Hoorn.pdf"}
    assert len(links) == 2
    for link, name in links:
        taken = adviser.balie.get(unescape(link)).headers["Content-Disposition"]
        assert unquote(taken).endswith(f"''{name}")


def test_a_document_is_called_as_its_own_sender_called_it(balie: Open) -> None:
    """A griffie that has the draft sends the same bytes in under another name before."""
    found = balie("asked", HEARD)
    griffie = AtTheFiling(found, "gehoord")
    heard = {"gemeenten": "Texel", "antwoord": "zienswijze", "op": HEARD.isoformat()}
    griffie.agrees(griffie.hands_in(heard, name="ONWETTIG niet lezen.pdf"), heard)
    adviser = AtTheFiling(found, "versie")
    adviser.agrees(adviser.hands_in(VERSION, name="Ontwerp IMV.pdf"), VERSION)
    state = found.story.state
    assert sent_as(state, SHA256) == state.versions[-1].file == "Ontwerp IMV.pdf"
    with found.story.register.reading() as reader:
        assert verify(reader, "klein").faults == ()
        archive = zipfile.ZipFile(io.BytesIO(archive_of(reader, "klein").content))
    [kept] = [name for name in archive.namelist() if name.endswith(f"{SHA256[:12]}.pdf")]
    assert kept.startswith("klein/stuk-ontwerp-imv-")
    overview = archive.read("klein/overzicht.html").decode()
    for name in ("ONWETTIG niet lezen.pdf", "Ontwerp IMV.pdf"):
        assert f'<a href="{kept.removeprefix("klein/")}">{name}</a>' in overview


def test_every_kind_with_a_file_has_its_form(balie: Open) -> None:
    found = balie("asked", HEARD)
    path = f"{found.page('adviseur')}/stukken"
    listed = found.get(path).text
    for kind, model in HANDED_IN.items():
        assert f'href="{path}/{kind}"' in listed
        form = found.get(f"{path}/{kind}")
        assert (form.status_code, model.summary in read(form.text)) == (200, True)
        assert 'type="file"' in form.text
        for odd in ("melden-", "`", "meer gemeenten", "Een of meer", ">Rbop"):
            assert odd not in form.text, kind


def test_the_files_are_those_of_the_adviser_alone(balie: Open) -> None:
    found = balie("asked", HEARD)
    adviser = AtTheFiling(found, "versie")
    adviser.agrees(adviser.hands_in(VERSION), VERSION)
    griffie = found.page("Haarlem")
    for below in ("stukken", "stukken/versie", f"stuk/{SHA256}"):
        assert found.get(f"{griffie}/{below}").status_code == 404
    for kind in ("sterkte", "vergaderingen", "gedaan", "onbekend"):
        assert found.get(f"{adviser.page}/stukken/{kind}").status_code == 404


def test_the_newest_version_stands_above(balie: Open) -> None:
    found = balie("asked", HEARD)
    found.story.does(VersionMade(on=HEARD, step="ontwerp"))
    text = read(found.get(f"{found.page('adviseur')}/stukken").text)
    assert text.index("Versie 2 (") < text.index("Versie 1 (")
