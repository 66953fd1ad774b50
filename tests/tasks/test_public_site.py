# SPDX-License-Identifier: EUPL-1.2
"""The public site as files: the same bytes each time, documents by choice, sitemaps by schema."""

from io import BytesIO

import pikepdf
import pytest

from gehoord.domain.acts.report import (
    AnswerSupplemented,
    CouncilHeard,
    Disposed,
    ReasonGiven,
    Requested,
    ResponseReceived,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.request import RequestKind
from gehoord.domain.eenheid.publishing import Publishing
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.stage import Stage
from gehoord.tasks.public_site import PublicSite, SiteAsked, public_site
from gehoord.templates.public_nota import PLACE as NOTA
from tests.sentence import assert_sentence
from tests.store.test_verify import tamper, without_triggers
from tests.story import ASKED, FINAL, HEARD, ONTWERP, THEMES, adopted
from tests.story_in_register import StoryInRegister, ToldInRegister
from tests.templates.diwoo_schema import DIWOO, SITEMAP, diwoo_schema, documents_in

ADDRESS = "https://www.gemeente.example/plan"
POLITIE = Publishing(
    publisher="Politie & partners",
    publisher_id="https://identifier.overheid.nl/tooi/id/oorg/oorg10264",
    contact="plan@gemeente.example",
)


def file(name: str) -> Document:
    return Document(name=f"{name} van J. Jansen.pdf", content=f"%PDF {name}, J. Jansen".encode())


@pytest.fixture
def story(told: ToldInRegister) -> StoryInRegister:
    """Haarlem was heard; an advice, the ontwerp and its zienswijze have a file."""
    story = told("themes")
    story.does(VersionMade(on=THEMES, step="advies", document=file("advies")))
    story.does(VersionMade(on=ONTWERP, step="ontwerp", document=file("ontwerp")))
    story._agreed()
    story.starts(Stage.HEARING, ASKED)
    said = {"manner": Manner.COUNCIL_MEETING, "answer": Answer.ZIENSWIJZE, "text": "Meer agenten."}
    story.does(CouncilHeard(on=HEARD, municipality="Haarlem", document=file("zienswijze"), **said))
    story.does(ResponseReceived(on=HEARD, sender="OM van Jansen", text="Jansen vindt het goed."))
    story.does(ReasonGiven(on=HEARD, code="reces", ground="Volgens Jansen is er tijd genoeg."))
    story.does(Requested(on=HEARD, who="Hoorn", question=RequestKind.OTHER, text="Bel Jansen."))
    return story


def made(story: StoryInRegister, *include: str, **asked: object) -> PublicSite:
    with story.register.reading() as reader:
        return public_site(reader, "klein", SiteAsked(b":root{}", include, **asked))  # type: ignore[arg-type]


def test_the_same_dossier_gives_the_same_bytes(story: StoryInRegister) -> None:
    key = file("ontwerp").sha256[:12]
    assert made(story, key, publishing=POLITIE, address=ADDRESS) == made(
        story, key, publishing=POLITIE, address=ADDRESS
    )


def test_a_document_comes_in_only_when_it_is_named_and_under_a_name_of_ours(
    story: StoryInRegister,
) -> None:
    without = made(story)
    whole = b"".join([*without.files.values(), *(name.encode() for name in without.files)])
    assert b"Jansen" not in whole
    assert "Eerst kijkt iemand na" in without.files["plan.html"].decode()
    with_it = made(story, file("ontwerp").sha256[:12], file("zienswijze").sha256)
    assert set(with_it.files) - set(without.files) == {
        f"documenten/ontwerp-van-beleidsplan-2028-2031-versie-2-{file('ontwerp').sha256[:12]}.pdf",
        f"documenten/zienswijze-van-de-raad-van-haarlem-{file('zienswijze').sha256[:12]}.pdf",
    }
    assert "Jansen" not in "".join(
        [*with_it.files, *(c.decode() for n, c in with_it.files.items() if n.endswith("html"))]
    )
    assert "documenten/zienswijze" in with_it.files["raad-haarlem-gm0392.html"].decode()
    assert "Eerst kijkt iemand na" not in with_it.files["plan.html"].decode()


def test_a_name_behind_the_dot_of_a_file_is_no_ending(story: StoryInRegister) -> None:
    scan = Document(name="zienswijze van j.jansen", content=b"%PDF gescand")
    said = {"manner": Manner.COUNCIL_MEETING, "answer": Answer.ZIENSWIJZE, "text": "Ja."}
    story.does(CouncilHeard(on=HEARD, municipality="Hoorn", document=scan, **said))
    site = made(story, scan.sha256)
    key = scan.sha256[:12]
    assert f"documenten/zienswijze-van-de-raad-van-hoorn-{key}" in site.files
    assert b"jansen" not in b"".join(site.files.values()).lower()


def test_the_adviser_is_told_what_was_left_out_and_how_to_add_it(story: StoryInRegister) -> None:
    told = made(story, file("ontwerp").sha256[:12]).told.decode()
    assert f"toevoegen met: --include {file('zienswijze').sha256[:12]}" in told
    assert f"--include {file('ontwerp').sha256[:12]}" not in told
    assert "advies van J. Jansen.pdf: het is een stuk voor intern beraad" in told
    assert "vergaderstukken decentrale overheden (art. 3.3 lid 2, onder c Woo)" not in told
    assert "inspanningsverplichting art 3.1 Woo (art. 3.1 lid 1 Woo)" in told


def test_each_document_is_in_a_sitemap_of_its_category_that_the_schema_allows(
    story: StoryInRegister,
) -> None:
    keys = [file(name).sha256[:12] for name in ("ontwerp", "zienswijze")]
    files = made(story, *keys, publishing=POLITIE, address=ADDRESS).files
    for number, path in (("018", "documenten/ontwerp"), ("008", "documenten/zienswijze")):
        index = files[f"sitemapindex-diwoo-infocat{number}.xml"].decode()
        assert f"<loc>{ADDRESS}/sitemap-diwoo-infocat{number}.xml</loc>" in index
        sitemap = files[f"sitemap-diwoo-infocat{number}.xml"].decode()
        [document] = documents_in(sitemap)
        assert diwoo_schema().validate(document), diwoo_schema().error_log
        assert document.findtext(f".//{{{DIWOO}}}publisher") == "Politie & partners"
        location = document.getparent().findtext(f"{{{SITEMAP}}}loc")
        assert location.startswith(f"{ADDRESS}/{path}")
        assert location.removeprefix(f"{ADDRESS}/") in files


def test_the_schema_refuses_a_value_that_is_not_in_its_lists(story: StoryInRegister) -> None:
    key = file("ontwerp").sha256[:12]
    files = made(story, key, publishing=POLITIE, address=ADDRESS).files
    sitemap = files["sitemap-diwoo-infocat018.xml"].decode().replace("c_816e508d", "c_81")
    [document] = documents_in(sitemap)
    assert not diwoo_schema().validate(document)


def test_without_a_publisher_there_are_no_sitemaps(story: StoryInRegister) -> None:
    with pytest.raises(GehoordError) as refused:
        made(story, address=ADDRESS)
    assert_sentence(
        str(refused.value), "Voor een sitemap moet bekend zijn wie uitgeeft", "[openbaar]"
    )


def test_of_a_register_that_was_tampered_with_no_site_is_made(story: StoryInRegister) -> None:
    without_triggers(story.register)
    tamper(story.register, "UPDATE zienswijze SET text = 'Alles is goed.'")
    with pytest.raises(GehoordError) as refused:
        made(story)
    assert_sentence(str(refused.value), "Het register klopt niet met het journaal van 'klein'")


def test_once_adopted_the_nota_is_a_document_too_of_the_words_that_are_public(
    told: ToldInRegister,
) -> None:
    """ISO 14289-1 (PDF/UA-1); Woo, art. 5.1 lid 2 onder e."""
    story = told("final")
    disposed = "De heer De Vries kreeg antwoord, en ook Pietersen. Overgenomen."
    story.does(
        AnswerSupplemented(
            on=FINAL, municipality="Haarlem", answer=Answer.ZIENSWIJZE, text="Meer agenten."
        )
    )
    story.does(Disposed(on=FINAL, sender="Haarlem", disposition=disposed))
    assert NOTA not in made(story).files
    story.does(adopted())
    site = made(story)
    pdf = pikepdf.open(BytesIO(site.files[NOTA]))
    with pdf.open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfuaid:part"]) == ("2", "1")
        assert (
            said["dc:title"]
            == "Nota van beantwoording: Beleidsplan 2028-2031, politie-eenheid Klein"
        )
    assert f'<a href="{NOTA}">Deze nota als document (PDF, ' in site.files["nota.html"].decode()
    assert "ook Pietersen" in site.files["nota.html"].decode()
    assert "KIJK NA OF DIT IEMAND IS: 1 woord" in site.told.decode()
    assert "- 'Pietersen' in het antwoord op de zienswijze van Haarlem" in site.told.decode()
    assert "'De Vries' in het antwoord op de zienswijze van Haarlem" in site.told.decode()
