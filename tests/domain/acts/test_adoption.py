# SPDX-License-Identifier: EUPL-1.2
"""The adoption: by whom, and what must have happened before.

Law: Politiewet 2012, art. 20 lid 1, art. 38b lid 2, art. 39 lid 1 to 3.
"""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import (
    Adopted,
    Disposed,
    PointNoted,
    PointsDisposed,
    ReasonGiven,
    VersionMade,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.errors import RefusedError
from gehoord.domain.finding import Severity
from gehoord.domain.proposal.part import IN_ANY_CASE, part_in_words
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part
from gehoord.flows.hearing import hear
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import NAMES, SENT, ontwerp, proposal_of, record_heard
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.flows.procedure_machine import EXTENSION
from tests.story import (
    ADOPT,
    ADOPTED,
    COUNCILS,
    FINAL,
    HEAR,
    HEARD,
    ONE_DAY,
    Small,
    Told,
    adopted,
    heard,
)


@pytest.mark.parametrize("how", ["stage", "report"])
def test_nothing_is_adopted_while_a_council_is_unheard(told: Told, how: str) -> None:
    story = told("asked")
    story.does(heard("Haarlem"))
    story.does(VersionMade(on=FINAL, step="definitief"))
    with story.refuses("Nog niet gehoord: Hoorn en Texel.", law=HEAR) as refused:
        if how == "stage":
            story.starts(Stage.ADOPTION, ADOPTED)
        else:
            story.does(adopted())
    assert isinstance(refused.value, RefusedError)
    assert [way.kind for way in refused.value.onward] == ["gehoord", "geen-antwoord"]


def test_nothing_is_adopted_without_an_ontwerp(told: Told) -> None:
    story = told("themes")
    said = ("geen ontwerp", "Nog niet gehoord: Haarlem, Hoorn en Texel")
    with story.refuses(*said, law=HEAR) as refused:
        story.does(adopted())
    assert isinstance(refused.value, RefusedError)
    [version] = refused.value.onward
    assert (version.kind, version.filled) == ("versie", {"stap": "ontwerp"})


def test_nothing_is_adopted_before_the_councils_were_heard(told: Told) -> None:
    story = told("final")
    with story.refuses("Haarlem", "pas gehoord op 16 september 2027", law=HEAR):
        story.does(adopted().model_copy(update={"on": HEARD - ONE_DAY}), ADOPTED)


def test_a_plan_is_not_adopted_on_a_day_before_its_text_was_there(opened: Register) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    record_heard(opened, date(2027, 7, 1), *NAMES)
    final = VersionMade(on=date(2027, 10, 20), step="definitief", contains=tuple(Part))
    record(opened, "klein", final, date(2027, 10, 20))
    adopted = Adopted(
        on=date(2027, 7, 2), basis="39-1", hoofdofficier=True, burgemeesters="alle", body="rbop"
    )
    with pytest.raises(RefusedError, match="is pas van 20 oktober 2027"):
        record(opened, "klein", adopted, date(2027, 10, 21))


def test_a_council_heard_on_an_older_ontwerp_is_not_heard(told: Told) -> None:
    story = told("heard")
    story.does(VersionMade(on=HEARD + ONE_DAY, step="ontwerp"))
    story.does(VersionMade(on=FINAL, step="definitief"))
    with story.refuses("oudere versie: Haarlem, Hoorn en Texel", law=HEAR):
        story.does(adopted())


@pytest.mark.parametrize(
    ("part", "law"),
    [
        (Part.STRENGTH, ADOPT),
        (Part.WIJKAGENTEN, ADOPT),
    ],
)
def test_nothing_is_adopted_without_each_part_that_the_law_asks_for(
    told: Told, part: Part, law: str
) -> None:
    story = told("heard")
    rest = tuple(p for p in Part if p is not part)
    story.does(VersionMade(on=FINAL, step="definitief", contains=rest))
    with story.refuses(f"ontbreekt: {part_in_words(part)}.", law=law):
        story.does(adopted())


def test_parts_that_are_missing_together_are_named_in_one_sentence(told: Told) -> None:
    story = told("heard")
    story.does(VersionMade(on=FINAL, step="definitief", contains=(Part.OBJECTIVES,)))
    first, second = map(part_in_words, (Part.STRENGTH, Part.WIJKAGENTEN))
    whole = f"In de versie die wordt vastgesteld ontbreken: {first} en {second}. ("
    with story.refuses(whole, law=ADOPT):
        story.does(adopted())


def test_the_objectives_are_observed_so_a_reason_lifts_their_absence(told: Told) -> None:
    """Politiewet 2012, art. 39 lid 1: "met inachtneming van"; S002 5.1.1 wants them in the text."""
    story = told("heard")
    story.does(VersionMade(on=FINAL, step="definitief", contains=IN_ANY_CASE))
    with story.refuses(
        f"ontbreekt: {part_in_words(Part.OBJECTIVES)}.",
        "doelstellingen-minister --stap definitief --door regioburgemeester",
    ):
        story.does(adopted())
    ground = "het plan verwijst naar de Veiligheidsagenda en wijkt er niet van af"
    reason = ReasonGiven(on=FINAL, code="doelstellingen-minister", ground=ground)
    with story.refuses("geeft de regioburgemeester, niet de adviseur"):
        story.does(reason)
    story.does(reason.model_copy(update={"by": "Regioburgemeester"}))
    assert story.does(adopted()) == "Het beleidsplan is vastgesteld."


@pytest.mark.parametrize("basis", ["39-1", "39-2"])
def test_nothing_is_adopted_without_the_hoofdofficier(told: Told, basis: str) -> None:
    story = told("final")
    law = {"39-1": "art. 39 lid 1", "39-2": "art. 39 lid 2"}[basis]
    with story.refuses("Zonder de hoofdofficier van justitie", law=law):
        story.does(adopted(basis=basis, hoofdofficier=False))


@pytest.mark.parametrize("basis", ["39-1", "39-2"])
def test_a_delegation_cannot_adopt(told: Told, basis: str) -> None:
    story = told("final")
    with story.refuses(
        "V10 kan beleidsplan en jaarverslag niet vaststellen", law=f"art. 39 lid {basis[-1]}"
    ):
        story.does(adopted(basis=basis, body="v10"))


def test_a_body_that_the_eenheid_does_not_have_cannot_adopt(told: Told) -> None:
    story = told("final")
    with story.refuses("'veiligheidsberaad' is geen overleg van Klein", law=ADOPT):
        story.does(adopted(body="veiligheidsberaad"))


@pytest.mark.parametrize(
    ("present", "missing"),
    [
        ((), "3 burgemeesters ontbreken: Haarlem, Hoorn en Texel"),
        (("Haarlem", "GM0405"), "1 burgemeester ontbreekt: Texel"),
    ],
)
def test_on_the_ground_of_lid_1_every_burgemeester_adopts(
    told: Told, present: tuple[str, ...], missing: str
) -> None:
    story = told("final")
    with story.refuses(f"alle burgemeesters vast; {missing}.", "39-2", law=ADOPT):
        story.does(adopted(burgemeesters=present))


def test_a_burgemeester_of_elsewhere_is_named(told: Told) -> None:
    story = told("final")
    with story.refuses("'Rotterdam' is geen gemeente van dit dossier", law=ADOPT):
        story.does(adopted(burgemeesters=("Haarlem", "Hoorn", "Rotterdam")))


def test_all_burgemeesters_by_name_adopt(told: Told) -> None:
    assert "vastgesteld" in told("final").does(adopted(burgemeesters=COUNCILS))


def test_the_regioburgemeester_adopts_without_the_burgemeesters(told: Told) -> None:
    """Politiewet 2012, art. 39 lid 2."""
    assert "vastgesteld" in told("final").does(adopted(basis="39-2", burgemeesters=(), body=None))


@pytest.mark.parametrize("others", [{"burgemeesters": "alle"}, {"body": "rbop"}])
def test_on_the_ground_of_lid_2_nobody_else_adopts(told: Told, others: dict[str, Any]) -> None:
    story = told("final")
    with story.refuses("Op grond van lid 2 stelt de regioburgemeester vast", law="art. 39 lid 2"):
        story.does(adopted(**{"basis": "39-2", "burgemeesters": (), "body": None, **others}))


def test_a_plan_is_adopted_once(told: Told) -> None:
    story = told("adopted")
    with story.refuses("al vastgesteld op 4 november 2027"):
        story.does(adopted())


def test_no_account_is_given_before_the_adoption(told: Told) -> None:
    story = told("final")
    with story.refuses("nog niet vastgesteld", law=ADOPT):
        story.starts(Stage.ACCOUNT, ADOPTED)


def test_a_lawful_adoption_is_a_besluit_with_everybody_who_took_it(at: At) -> None:
    act = decided(adopted(note="Met algemene stemmen."), at("final"))
    assert act.said == "Het beleidsplan is vastgesteld."
    [besluit] = act.changes.of(Besluit)[1]
    assert (besluit.kind, besluit.by, besluit.basis) == (BesluitKind.ADOPTION, "rbop", "39-1")
    assert besluit.adopters == ("GM0392", "GM0405", "GM0448", "hoofdofficier")
    assert (besluit.version, besluit.text) == ("klein/versie/2", "Met algemene stemmen.")
    state = at("final").after(act.changes)
    assert state.is_adopted
    assert state.adoption == besluit
    assert state.owed("vaststelling") == []


@pytest.fixture
def waiting(at: At) -> StoryInMemory:
    """The last version is there; of three zienswijzen one is answered, and one in part."""
    story = StoryInMemory(at("asked"))
    for council in COUNCILS:
        report = heard(council).model_copy(update={"answer": Answer.ZIENSWIJZE})
        story.does(report)
    story.does(Disposed(on=FINAL, sender="Texel", disposition="Overgenomen."))
    for text, outcome in (("Noem cyber", PointOutcome.TAKEN_OVER), ("Wie betaalt?", None)):
        said = {"sender": "Hoorn", "subject": "Cyber", "text": text, "outcome": outcome}
        story.does(PointNoted(on=FINAL, **said))
    story.does(VersionMade(on=FINAL, step="definitief"))
    return story


def test_no_adoption_while_a_zienswijze_or_a_point_of_it_has_no_answer(
    waiting: StoryInMemory,
) -> None:
    """Awb, art. 3:2. Each is lifted by the answer itself."""
    named = "Van 2 zienswijzen is niet vastgelegd wat ermee is gedaan: Haarlem en Hoorn, 1 punt."
    care = "Algemene wet bestuursrecht, art. 3:2"
    with waiting.refuses(named, "zienswijze-zonder-antwoord", law=care):
        waiting.does(adopted())
    with waiting.refuses(named, "zienswijze-zonder-antwoord", law=care):
        waiting.starts(Stage.ADOPTION, ADOPTED)
    waiting.does(Disposed(on=FINAL, sender="Haarlem", disposition="Dank."))
    answered = {"outcome": PointOutcome.ANSWERED, "explanation": "De gemeenten samen."}
    waiting.does(PointsDisposed(on=FINAL, points=("2",), **answered))
    assert waiting.does(adopted()) == "Het beleidsplan is vastgesteld."


def test_a_reason_of_the_regioburgemeester_lifts_it_and_the_adoption_says_what_waits(
    waiting: StoryInMemory,
) -> None:
    why = {"code": "zienswijze-zonder-antwoord", "ground": "de raden krijgen hun antwoord apart"}
    with waiting.refuses("geeft de regioburgemeester, niet de adviseur"):
        waiting.does(ReasonGiven(on=FINAL, by="adviseur", **why))
    waiting.does(ReasonGiven(on=FINAL, by="regioburgemeester", **why))
    said = waiting.does(adopted())
    assert said.endswith("Let op: van 2 zienswijzen is geen verwerking vastgelegd.")


def test_the_same_open_point_asks_for_one_reason_only(waiting: StoryInMemory) -> None:
    found = findings(Case.of_dossier(waiting.state, ADOPTED))
    assert [f.code for f in found if f.severity is Severity.REASON] == [
        "zienswijze-zonder-antwoord"
    ]


EXTENDED = ReasonGiven(
    on=FINAL, by="regioburgemeester", code="verlenging", ground="de inhoud blijft gelijk"
)


def extending(small: Small, same_content: str) -> StoryInMemory:
    """Return the dossier of a plan that extends the one before it; its last version is there."""
    _, eenheid, text = small
    text = text.replace("[herinneringen]", EXTENSION % same_content)
    story = StoryInMemory()
    story.opens((proposal_of(text), eenheid, text))
    story.does(VersionMade(on=FINAL, step="definitief"))
    return story


def test_a_plan_is_extended_without_hearing_on_a_ground_that_is_recorded(small: Small) -> None:
    story = extending(small, "true")
    with story.refuses("leg een reden vast van de regioburgemeester", "verlenging", law=HEAR):
        story.does(adopted())
    story.does(EXTENDED)
    assert story.does(adopted()) == "Het beleidsplan is vastgesteld."


def test_a_plan_with_other_content_is_not_extended_without_hearing(small: Small) -> None:
    story = extending(small, "false")
    story.does(EXTENDED)
    with story.refuses("De inhoud verschilt van het vorige plan", law=HEAR):
        story.does(adopted())
