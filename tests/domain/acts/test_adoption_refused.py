# SPDX-License-Identifier: EUPL-1.2
"""Adoption tried at many wrong moments, each refused with a reason of its own.

`docs/vaststellen.md` has the same table for people. Law: Politiewet 2012, art. 38b lid 2 and 39.
"""

from typing import Any, Final, NamedTuple

import pytest

from gehoord.domain.acts.ahead import refuse_what_is_to_happen
from gehoord.domain.acts.report import (
    CouncilHeard,
    DifferenceDecided,
    DifferencePut,
    Merged,
    Report,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.part import IN_ANY_CASE
from gehoord.domain.proposal.step import Part
from tests.conftest import HERE
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_assenting import ON_CONDITION, said
from tests.sentence import assert_sentence
from tests.story import (
    ADOPTED,
    COUNCILS,
    FINAL,
    HEARD,
    ONE_DAY,
    REAL_REASON,
    RESPOND_BY,
    Moment,
    adopted,
    heard,
    silent,
)
from tests.tables_of_strength import SMALL, read, reported

PAGE: Final = HERE.parent / "docs" / "vaststellen.md"
LID_2: Final[dict[str, Any]] = {"basis": "39-2", "burgemeesters": (), "body": None}
LID_3: Final[dict[str, Any]] = {**LID_2, "basis": "39-3", "hoofdofficier": False}


class Wrong(NamedTuple):
    """A moment at which the plan is not adopted.

    Attributes:
        when: as the page says it.
        words: of the refusal, by which it is told from the others.
        since: the moment of the story from which it is told.
        before: what happens then.
        tried: the report that is refused.
    """

    when: str
    words: str
    since: Moment = "final"
    before: tuple[Report, ...] = ()
    tried: Report = adopted()


def final(*contains: Part) -> VersionMade:
    return VersionMade(on=FINAL, step="definitief", contains=contains)


def on(day: Any, **more: Any) -> Report:
    return adopted(**more).model_copy(update={"on": day})


DIFFERENCE = DifferencePut(on=FINAL, text="over de wijkagenten in Hoorn")
DECIDED = DifferenceDecided(on=ADOPTED, text="Hoorn krijgt er twee")
SAID = CouncilHeard(on=HEARD, municipality="Texel", answer=Answer.ZIENSWIJZE, text="Meer blauw.")
THERE = ("Haarlem", "Hoorn", "hoofdofficier")
TWO = tuple(heard(name) for name in COUNCILS[:2])

MOMENTS: Final = (
    Wrong("er is nog geen ontwerp", "geen ontwerp waarover de raden", "themes"),
    Wrong(
        "het ontwerp is nog niet naar de raden",
        "Het ontwerp is nog aan geen raad voorgelegd",
        "agreed",
    ),
    Wrong("een raad is nog niet gehoord", "Nog niet gehoord: Texel.", "asked", (*TWO, final())),
    Wrong(
        "alleen een commissie van de raad is gehoord",
        "'commissie' telt niet als horen",
        "asked",
        TWO,
        heard("Texel", manner=Manner.COMMITTEE),
    ),
    Wrong(
        "een raad zweeg en zijn tijd is nog niet om",
        "kan nog tot en met 7 oktober 2027 antwoorden",
        "asked",
        TWO,
        silent("Texel", RESPOND_BY, REAL_REASON),
    ),
    Wrong(
        "een raad is gehoord over een oudere versie",
        "Gehoord over een oudere versie",
        "heard",
        (VersionMade(on=HEARD + ONE_DAY, step="ontwerp"), final()),
    ),
    Wrong(
        "een raad is pas later gehoord dan de dag die u noemt",
        "is pas gehoord op 16 september 2027",
        tried=on(HEARD - ONE_DAY),
    ),
    Wrong(
        "de tekst is van later dan de dag die u noemt",
        "is pas van 28 oktober 2027, na 27 oktober",
        tried=on(FINAL - ONE_DAY),
    ),
    Wrong(
        "na een herindeling is de raad van de nieuwe gemeente niet gehoord",
        "Nog niet gehoord: Nieuwstad.",
        before=(Merged(on=FINAL, ceased=("Texel",), code="GM9999", name="Nieuwstad"),),
    ),
    Wrong(
        "de sterkteverdeling staat er niet in",
        "ontbreken: de verdeling van de beschikbare politiesterkte",
        "heard",
        (final(Part.OBJECTIVES),),
    ),
    Wrong(
        "de wijkagenten staan er niet in",
        "ontbreekt: de verdeling van de wijkagenten",
        "heard",
        (final(Part.OBJECTIVES, Part.STRENGTH),),
    ),
    Wrong(
        "de sterkteverdeling is voorlopig, zonder reden",
        "Nog voorlopig in de versie die wordt vastgesteld",
        "heard",
        (reported(read(SMALL), HEARD), final()),
    ),
    Wrong(
        "de doelstellingen van de minister staan er niet in, zonder reden",
        "ontbreekt: de doelstellingen van de minister",
        "heard",
        (final(*IN_ANY_CASE),),
    ),
    Wrong(
        "de laatste raad is op de dag zelf gehoord, zonder reden",
        "Het horen eindigt op 4 november 2027, de dag van de vaststelling",
        "asked",
        (*TWO, final(), heard("Texel", on=ADOPTED)),
    ),
    Wrong(
        "een zienswijze heeft geen antwoord, zonder reden",
        "Van 1 zienswijze is niet vastgelegd wat ermee is gedaan",
        "asked",
        (*TWO, SAID, final()),
    ),
    Wrong(
        "de hoofdofficier stelt niet mee vast (lid 1)",
        "is er geen vaststelling. (Politiewet 2012, art. 39 lid 1)",
        tried=adopted(hoofdofficier=False),
    ),
    Wrong(
        "een burgemeester ontbreekt (lid 1)",
        "1 burgemeester ontbreekt: Texel",
        tried=adopted(burgemeesters=COUNCILS[:2]),
    ),
    Wrong(
        "een burgemeester van buiten de eenheid wordt genoemd",
        "'Rotterdam' is geen gemeente van dit dossier",
        tried=adopted(burgemeesters=(*COUNCILS, "Rotterdam")),
    ),
    Wrong("een delegatie stelt vast", "V10 kan beleidsplan", tried=adopted(body="v10")),
    Wrong(
        "een overleg van elders stelt vast",
        "is geen overleg van Klein",
        tried=adopted(body="veiligheidsberaad"),
    ),
    Wrong(
        "een burgemeester was er niet",
        "hoofdofficier vast. Afwezig: Texel.",
        before=(said("Texel; afwezig", others=True),),
    ),
    Wrong(
        "een burgemeester stemt niet in",
        "hoofdofficier vast. Stemt niet in: Texel.",
        before=(said("Texel; aanwezig; stemt niet in", others=True),),
    ),
    Wrong(
        "van een burgemeester is niet vastgelegd of die instemt",
        "hoofdofficier vast. Niet vastgelegd: Texel.",
        before=(said(*(f"{who}; aanwezig; stemt in" for who in THERE)),),
    ),
    Wrong(
        "een burgemeester stemde pas na de dag die u noemt in",
        "had nog niet iedereen ingestemd",
        before=(said(others=True, on=ADOPTED + ONE_DAY),),
    ),
    Wrong(
        "een voorwaarde staat nog open, zonder reden",
        "Nog niet weggenomen: voorwaarde 1",
        before=(said(ON_CONDITION, others=True),),
    ),
    Wrong(
        "lid 2, terwijl allen instemmen",
        "Lid 2 geldt alleen als",
        before=(said(others=True),),
        tried=adopted(**LID_2),
    ),
    Wrong(
        "lid 2, terwijl de hoofdofficier niet instemt",
        "De hoofdofficier stemt niet in",
        before=(said("hoofdofficier; aanwezig; stemt niet in", others=True),),
        tried=adopted(**LID_2),
    ),
    Wrong(
        "lid 2, zonder de hoofdofficier",
        "is er geen vaststelling. (Politiewet 2012, art. 39 lid 2)",
        tried=adopted(**{**LID_2, "hoofdofficier": False}),
    ),
    Wrong(
        "lid 2, met burgemeesters erbij",
        "noem daar geen overleg of burgemeesters bij",
        tried=adopted(**{**LID_2, "burgemeesters": "alle"}),
    ),
    Wrong(
        "lid 3, zonder beslissing van de minister",
        "had de minister nog geen verschil",
        before=(DIFFERENCE,),
        tried=adopted(**LID_3),
    ),
    Wrong(
        "lid 3, zonder een versie die daarmee in overeenstemming is",
        "geen versie die in overeenstemming is",
        before=(DIFFERENCE, DECIDED),
        tried=adopted(**LID_3),
    ),
    Wrong(
        "lid 3, met anderen erbij",
        "noem daar niemand anders bij",
        tried=adopted(**{**LID_3, "hoofdofficier": True}),
    ),
    Wrong("het plan is al vastgesteld", "al vastgesteld op 4 november 2027", "adopted"),
)


def refused(wrong: Wrong, at: At) -> str:
    """Return why it is refused at this moment; nothing is changed by it."""
    story = StoryInMemory(at(wrong.since))
    for report in wrong.before:
        story.does(report)
    was = story.state
    with pytest.raises(GehoordError) as error:
        story.does(wrong.tried)
    assert story.state is was
    return str(error.value)


@pytest.mark.parametrize("wrong", MOMENTS, ids=lambda wrong: wrong.when)
def test_adoption_at_a_wrong_moment_is_refused_with_its_own_reason(at: At, wrong: Wrong) -> None:
    assert_sentence(refused(wrong, at), wrong.words)


def test_each_moment_has_a_reason_that_no_other_has(at: At) -> None:
    said_of = {wrong.when: refused(wrong, at) for wrong in MOMENTS}
    assert len(set(said_of.values())) == len({wrong.words for wrong in MOMENTS}) == len(MOMENTS)
    assert len(MOMENTS) >= 20


def test_a_day_to_come_is_refused_before_anything_else() -> None:
    with pytest.raises(GehoordError, match="4 november 2027 ligt in de toekomst"):
        refuse_what_is_to_happen(ADOPTED, FINAL)


def test_the_page_has_every_moment_with_its_words() -> None:
    page = PAGE.read_text()
    for wrong in MOMENTS:
        assert f"| {wrong.when} |" in page
        assert wrong.words.partition(" (Politiewet")[0] in page
