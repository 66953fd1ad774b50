# SPDX-License-Identifier: EUPL-1.2
"""Versions of the plan, and the agreement of the clients with the ontwerp."""

from datetime import date

import pytest

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import Agreed, StepLapsed, VersionFiled, VersionMade
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Part
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import DAY, SENT, lapse, take_back
from tests.domain.acts.story_in_memory import At
from tests.story import ADOPTED, AGREED, ASKED, FINAL, ONE_DAY, ONTWERP, THEMES, Story, Told


def test_a_meeting_is_no_version(told: Told) -> None:
    story = told("opened")
    with story.refuses("'themas' is geen versie, maar een besluit"):
        story.does(VersionMade(on=THEMES, step="themas"))


def test_a_less_complete_version_does_not_become_the_plan(opened: Register) -> None:
    final = VersionMade(on=SENT, step="definitief", contains=tuple(Part))
    record(opened, "klein", final, SENT)
    with pytest.raises(RefusedError, match="Een oudere versie"):
        record(opened, "klein", VersionMade(on=SENT, step="concept-70"), SENT)


def test_a_version_of_a_lapsed_step_is_no_version(surveyed: Register) -> None:
    lapse(surveyed, "definitief")
    with pytest.raises(RefusedError, match="is vervallen"):
        record(surveyed, "klein", VersionMade(on=DAY, step="definitief"), DAY)
    take_back(surveyed, "definitief")
    record(surveyed, "klein", VersionMade(on=DAY, step="definitief"), DAY)


def test_an_adopted_plan_gets_no_new_version(told: Told) -> None:
    story = told("adopted")
    with story.refuses("al vastgesteld", "geen nieuwe versie"):
        story.does(VersionMade(on=ADOPTED, step="definitief"))


def test_there_must_be_something_to_agree_with(told: Told) -> None:
    story = told("themes")
    with story.refuses("nog geen ontwerp om mee akkoord te gaan", "Leg eerst de versie vast"):
        story.does(Agreed(on=AGREED, client="hoofdofficier"))


def test_nobody_agrees_before_the_ontwerp_exists(told: Told) -> None:
    story = told("ontwerp")
    with story.refuses(day_in_words(ONTWERP - ONE_DAY), "nog niet", "Verbeter de dag"):
        story.does(Agreed(on=ONTWERP - ONE_DAY, client="hoofdofficier"))


def test_nobody_agrees_twice_with_the_same_ontwerp(told: Told) -> None:
    story = told("agreed")
    with story.refuses("al akkoord"):
        story.does(Agreed(on=AGREED, client="hoofdofficier"))


def test_a_version_contains_what_the_procedure_says_unless_it_is_said_otherwise(at: At) -> None:
    document = Document(name="ontwerp.pdf", content=b"%PDF-1.7")
    act = decided(VersionMade(on=ONTWERP, step="ontwerp", document=document), at("themes"))
    [version] = act.changes.of(DraftVersion)[1]
    assert (version.number, version.is_ontwerp, version.made_on) == (1, True, ONTWERP)
    assert version.contains == tuple(Part)
    assert act.changes.documents == (document,)
    assert version.document == document.sha256
    assert act.said == "Versie 1 vastgelegd: ontwerp opleveren."
    assert at("themes").after(act.changes).owed("ontwerp") == []
    less = VersionMade(on=ONTWERP, step="ontwerp", contains=(Part.STRENGTH,))
    [other] = decided(less, at("themes")).changes.of(DraftVersion)[1]
    assert (other.contains, other.document) == ((Part.STRENGTH,), None)


def test_a_newer_ontwerp_asks_everybody_anew(at: At) -> None:
    act = decided(VersionMade(on=ASKED + ONE_DAY, step="ontwerp"), at("asked"))
    assert act.said.startswith("Versie 2 vastgelegd. Dit is een nieuw ontwerp: ")
    state = at("asked").after(act.changes)
    assert state.ontwerp is not None
    assert state.ontwerp.number == 2
    for step in ("akkoord", "verzending"):
        assert at("asked").is_done(step)
        assert not state.is_done(step)
    assert state.agreements_with(state.ontwerp) == {}


def test_a_version_that_comes_before_the_newest_is_too_late(told: Told) -> None:
    story = told("final")
    with story.refuses("komt voor 'definitieve versie opleveren' van 28 oktober 2027"):
        story.does(VersionMade(on=FINAL, step="concept-70"))


def test_a_version_of_a_step_that_lapsed_asks_to_take_that_back(told: Told) -> None:
    story = told("heard")
    story.does(StepLapsed(on=FINAL, step="definitief", reason="er is geen tijd meer voor"))
    with story.refuses("is vervallen. Neem dat eerst terug (herstel)."):
        story.does(VersionMade(on=FINAL, step="definitief"))


def test_who_agrees_is_kept_with_the_version_and_owes_it_no_longer(at: At) -> None:
    report = Agreed(on=AGREED, client="hoofdofficier", note="Per brief.")
    act = decided(report, at("ontwerp"))
    assert act.said.startswith(
        "De hoofdofficier van justitie is akkoord met het verzenden van het ontwerp. "
    )
    state = at("ontwerp").after(act.changes)
    assert state.ontwerp is not None
    assert state.agreements_with(state.ontwerp) == {"hoofdofficier": AGREED}
    assert [a.owner for a in state.owed("akkoord")] == ["regioburgemeester"]
    [besluit] = act.changes.of(Besluit)[1]
    assert (besluit.kind, besluit.text) == (BesluitKind.AGREEMENT, "Per brief.")


PIECE = Document(name="ontwerp.pdf", content=b"%PDF-1.7")


def test_a_version_without_a_file_gets_it_later_and_stays_what_it_was(told: Told) -> None:
    story = told("asked")
    was = story.state.ontwerp
    assert was is not None
    hearings = list(story.state.hearings)
    filed = VersionFiled(on=ASKED, number=1, document=PIECE)
    with story.refuses("waarom het stuk er nu pas is: deze versie ging al naar 3 raden"):
        story.does(filed)
    why = "De opmaak kwam later klaar."
    said = story.does(filed.model_copy(update={"reason": why}))
    assert said == (
        f"Het stuk van versie 1 ({was.title}) is bewaard. Let op: het ging al zonder dit stuk naar "
        "3 raden. Stuur het na."
    )
    came = {"document": PIECE.sha256, "file": PIECE.name, "filed_on": ASKED, "filed_because": why}
    assert story.state.ontwerp == was.model_copy(update={**came, "asked_before_filed": 3})
    assert list(story.state.hearings) == hearings, "nobody is asked again"


def test_what_was_agreed_without_its_file_gets_it_with_a_reason(told: Told) -> None:
    said = filed_late(told("agreed"), AGREED, "er is al akkoord met deze versie")
    assert said == f"Stuk ingeleverd op {day_in_words(AGREED)}. Reden: Het lag nog op papier."


def test_what_was_adopted_without_its_file_gets_it_with_a_reason(told: Told) -> None:
    said = filed_late(told("adopted"), ADOPTED, "het plan is al vastgesteld")
    assert said == (
        f"Stuk ingeleverd op {day_in_words(ADOPTED)}, na de verzending aan 3 raden en na de "
        "vaststelling. Reden: Het lag nog op papier."
    )


def filed_late(story: Story, on: date, relied: str) -> str:
    """Hand the document of the first version in, and return what is said of that afterwards."""
    filed = VersionFiled(on=on, number=1, document=PIECE)
    with story.refuses(f"waarom het stuk er nu pas is: {relied}."):
        story.does(filed)
    story.does(filed.model_copy(update={"reason": "Het lag nog op papier."}))
    return next(v for v in story.state.versions if v.number == 1).filing_in_words


def test_a_version_that_has_a_file_gets_no_other(told: Told) -> None:
    story = told("ontwerp")
    said = story.does(VersionFiled(on=ONTWERP, number=1, document=PIECE))
    assert "zonder dit stuk" not in said, "no council has it"
    other = Document(name="ander.pdf", content=b"%PDF-1.4")
    with story.refuses("Versie 1 heeft al een stuk.", "'alleen_tekst'"):
        story.does(VersionFiled(on=ONTWERP, number=1, document=other))


def test_a_file_is_of_a_version_that_was_there(told: Told) -> None:
    story = told("ontwerp")
    with story.refuses("Versie 2 is er niet. Kies uit: 1."):
        story.does(VersionFiled(on=ONTWERP, number=2, document=PIECE))
    with story.refuses("Versie 1 is van 3 juni 2027. Verbeter de dag."):
        story.does(VersionFiled(on=ONTWERP - ONE_DAY, number=1, document=PIECE))
    with told("themes").refuses("Versie 1 is er niet. Leg haar eerst vast."):
        told("themes").does(VersionFiled(on=THEMES, number=1, document=PIECE))
