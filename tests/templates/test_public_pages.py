# SPDX-License-Identifier: EUPL-1.2
"""The pages of the public site: what is not public is nowhere in them, and what is can be read."""

import html
import re

import pytest

from gehoord.domain.acts.report import Disposed, Merged, StepDone, VersionMade
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.publishing import Publishing
from gehoord.domain.publicity.masking import masking_of
from gehoord.domain.publicity.public_dossier import public_dossier
from gehoord.templates.public_nota import public_nota
from gehoord.templates.public_pages import PlacedPaper, PublicPages
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.domain.publicity.planting import OPEN, PUBLIC, SECRET, Planter, planted_dossier
from tests.story import ADOPTED, FINAL, HEARD, Moment, Small, adopted, heard

Pages = dict[str, str]


def pages_of(state: State) -> Pages:
    masked = masking_of(state)
    public = public_dossier(state, ADOPTED, masked)
    names = {council.code: f"raad-{council.code}.html" for council in public.councils}
    papers = enumerate(public.papers)  # a key is the hash of a file; here it is a mark
    placed = [PlacedPaper(p, f"documenten/{n}.pdf", "PDF", "1 kB") for n, p in papers]
    return PublicPages(public, placed, Publishing(), names).files()


def told(small: Small, until: Moment) -> StoryInMemory:
    story = StoryInMemory()
    story.tell(small, until)
    return story


@pytest.fixture(scope="module")
def planted(small_once: Small) -> tuple[Planter, Pages]:
    planter = Planter()
    state = planted_dossier(told(small_once, "adopted").state, planter)
    nota = public_nota(public_dossier(state, ADOPTED, masking_of(state)))
    assert set(OPEN.findall(nota))
    return planter, pages_of(state) | {"nota als document": nota}


def test_nothing_internal_or_personal_is_in_any_page(planted: tuple[Planter, Pages]) -> None:
    planter, pages = planted
    assert len(set(planter.secret.values())) > 100
    leaks = set(SECRET.findall("\n".join(pages.values())))
    assert [planter.secret[mark] for mark in leaks] == []


def test_what_people_wrote_and_is_public_can_be_read(planted: tuple[Planter, Pages]) -> None:
    planter, pages = planted
    read = set(OPEN.findall("\n".join(pages.values())))
    kinds = {f"{kind.__name__}.{name}" for kind, name in PUBLIC}
    assert {planter.public[mark] for mark in read} == kinds


def words_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


UNTIL: dict[Moment, tuple[str, str]] = {
    "opened": ("Het plan is nog niet vastgesteld.", "hebben er 0 het ontwerp gekregen"),
    "agreed": ("Het plan is nog niet vastgesteld.", "hebben er 0 het ontwerp gekregen"),
    "asked": ("Het plan is nog niet vastgesteld.", "hebben er 3 het ontwerp gekregen en zijn er 0"),
    "final": ("Het plan is nog niet vastgesteld.", "hebben er 3 het ontwerp gekregen en zijn er 3"),
    "adopted": ("Het plan is vastgesteld op 4 november 2027.", "zijn er 3 gehoord"),
}


@pytest.mark.parametrize("moment", UNTIL)
def test_the_first_page_says_where_it_stands(moment: Moment, small: Small) -> None:
    first = words_of(pages_of(told(small, moment).state)["index.html"])
    for words in UNTIL[moment]:
        assert words in first
    assert ("is vastgesteld" in first) == (moment == "adopted")


def test_who_adopted_alone_is_told_with_why_it_was_not_done_together(small: Small) -> None:
    """Politiewet 2012, art. 39 lid 2: the pages do not say of lid 1 what did not happen."""
    story = told(small, "final")
    before = pages_of(story.state)
    story.does(adopted(basis="39-2", burgemeesters=(), body=None))
    after = pages_of(story.state)
    together = "De burgemeesters en de hoofdofficier van justitie stellen het samen vast."
    assert together in words_of(before["index.html"])
    first = words_of(after["index.html"])
    assert together not in first
    assert "Dat is niet gelukt. Dan doet de regioburgemeester het (artikel 39 lid 2" in first
    nota = words_of(after["nota.html"])
    assert "Dit is de nota van beantwoording." in nota
    assert "Hier komt de nota van beantwoording." in words_of(before["nota.html"])
    assert "geen antwoord van een gemeenteraad" not in nota
    assert "Raden zonder tekst bij hun antwoord Haarlem, Hoorn en Texel." in nota


def test_a_text_is_told_of_once_the_councils_have_it_and_called_adopted_once_it_is(
    small: Small,
) -> None:
    plan = {m: words_of(pages_of(told(small, m).state)["plan.html"]) for m in UNTIL}
    early: tuple[Moment, ...] = ("opened", "agreed")
    for moment in early:
        assert "Er is nog geen ontwerp naar de gemeenteraden gestuurd." in plan[moment]
    later: tuple[Moment, ...] = ("asked", "final")
    for moment in later:
        assert "Aan de gemeenteraden gestuurd op 17 juni 2027. Dit is een ontwerp" in plan[moment]
        assert "zoals vastgesteld" not in plan[moment]
    assert "Het plan zoals vastgesteld Vastgesteld op 4 november 2027." in plan["adopted"]


def said(small: Small, until: Moment) -> Pages:
    """The pages after Haarlem asked for more wijkagenten, and an answer to that was written."""
    story = told(small, "asked")
    story.does(heard("Haarlem").model_copy(update={"text": "Meer wijkagenten."}))
    for other in ("Hoorn", "Texel"):
        story.does(heard(other))
    story.does(Disposed(on=FINAL, sender="Haarlem", disposition="Overgenomen in hoofdstuk 3."))
    if until == "adopted":
        story.does(StepDone(on=FINAL, step="verwerking"))
        story.does(VersionMade(on=FINAL, step="definitief"))
        story.does(adopted())
    return pages_of(story.state)


def test_what_is_done_with_a_zienswijze_is_told_once_the_plan_is_adopted(small: Small) -> None:
    before, after = said(small, "heard"), said(small, "adopted")
    for name in ("raad-gm0392.html", "nota.html"):
        assert "Meer wijkagenten." in before[name]
        assert "Overgenomen in hoofdstuk 3." not in "".join(before.values())
        assert "Overgenomen in hoofdstuk 3." in after[name]
    assert "Wat is ermee gedaan? Nog niet bekend." in words_of(before["raad-gm0392.html"])


def test_every_page_says_what_was_left_out_on_what_ground_and_leads_only_to_what_is_there(
    small: Small,
) -> None:
    pages = said(small, "adopted")
    for name, page in pages.items():
        for ground in ("art. 5.1 lid 1 onder d en e", "lid 2 onder e", "art. 5.2 Woo"):
            assert ground in page, name
        linked = set(re.findall(r'(?:href|src)="([^"#]+)', page))
        assert linked - {"stijl.css", "huisstijl.css"} <= pages.keys(), name
        assert "<script" not in page


def test_what_people_wrote_is_text_and_no_page(small: Small) -> None:
    story = told(small, "asked")
    wrote = "<script>alert(1)</script> & \u202emeer"
    story.does(heard("Haarlem").model_copy(update={"text": wrote}))
    page = pages_of(story.state)["raad-gm0392.html"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer" in page
    assert "<script" not in page


def test_a_council_that_was_silent_before_its_municipality_ceased_has_a_page_that_leads_on(
    small: Small,
) -> None:
    story = told(small, "asked")
    story.does(heard("Texel").model_copy(update={"text": "Meer wijkagenten."}))
    story.does(Merged(on=HEARD, ceased=("Texel", "Hoorn"), code="GM9999", name="Nieuw & stad"))
    pages = pages_of(story.state)
    silent, spoke = words_of(pages["raad-gm0405.html"]), words_of(pages["raad-gm0448.html"])
    gone = "bestaat sinds 16 september 2027 niet meer. Zij is opgegaan in Nieuw & stad ."
    assert f"De gemeente Hoorn {gone} Haar raad had toen nog niet geantwoord" in silent
    assert "nog geen antwoord" not in silent
    assert f"De gemeente Texel {gone} Wat haar raad eerder zei, staat hieronder." in spoke
    assert "Meer wijkagenten." in spoke
    assert 'href="raad-gm9999.html">Nieuw &amp; stad</a>' in pages["raad-gm0405.html"]
    assert 'Hoorn</a> en <a href="raad-gm0448.html">Texel</a>.' in pages["raad-gm9999.html"]
    anew = words_of(pages["raad-gm9999.html"])
    assert "In deze gemeente zijn opgegaan: Hoorn en Texel ." in anew
    assert "Hoorn Opgegaan in Nieuw & stad" in words_of(pages["raden.html"])
    assert "De eenheid heeft twee gemeenteraden" in words_of(pages["index.html"])
