# SPDX-License-Identifier: EUPL-1.2
"""What was recorded by mistake is taken back, and the journal keeps both."""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import (
    KINDS,
    Corrected,
    CouncilHeard,
    StepDone,
    StepLapsed,
    TakenBack,
)
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.hearing import HearingState
from gehoord.flows.hearing import hear
from gehoord.flows.move import move
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.recorded import (
    DAY,
    PER_COUNCIL,
    SENT,
    lapse,
    of,
    ontwerp,
    proposal_of,
    record_heard,
    state,
    take_back,
)
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_deciding import LAWFUL, before
from tests.sentence import assert_sentence
from tests.story import ADOPTED, ASKED, FINAL, HEARD, OPENED, RESPOND_BY, Small, Told


def test_an_answer_recorded_by_mistake_is_taken_back_and_stays_in_the_journal(
    opened: Register,
) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    record_heard(opened, date(2027, 7, 1), "Texel")
    wrong = Corrected(
        on=date(2027, 7, 2), step="horen", owner="Texel", reason="dit was de raad van Hoorn"
    )
    record(opened, "klein", wrong, date(2027, 7, 2))
    found = state(opened)
    assert found.hearing_of("GM0448").state is HearingState.INVITED
    assert [a.owner for a in found.open_actions(step="horen")] == ["GM0392", "GM0405", "GM0448"]
    record_heard(opened, date(2027, 7, 3), "Texel")


def test_what_is_taken_back_comes_on_the_days_of_the_plan(surveyed: Register) -> None:
    lapse(surveyed, "themas")
    move(surveyed, "klein", "vaststelling", date(2027, 10, 28), "de zaal is dan vrij", DAY)
    take_back(surveyed, "themas")
    known = state(surveyed)
    for line in known.lines:
        planned = known.plan[line.step]
        assert (line.start_on, line.end_on) == (planned.span.start, planned.span.end)
    (themes,) = of("themas", surveyed)
    assert themes.state is ActionState.OPEN
    assert themes.due_on == known.plan["themas"].due_on == date(2027, 3, 4)


def test_taking_a_lapse_back_leaves_what_was_done(surveyed: Register) -> None:
    record(surveyed, "klein", StepDone(on=DAY, step="uitvraag", owner="Texel"), DAY)
    lapse(surveyed, "uitvraag")
    take_back(surveyed, "uitvraag", "alle")
    states = {a.owner: a.state for a in of("uitvraag", surveyed)}
    assert states["GM0448"] is ActionState.DONE
    assert states["GM0392"] is states["GM0405"] is ActionState.OPEN


MISTAKE = "dat was een vergissing"


def test_what_is_taken_back_is_owed_again(at: At) -> None:
    act = decided(Corrected(on=FINAL, step="verwerking", reason=MISTAKE), at("final"))
    [(_, after)] = act.changes.replaced
    assert isinstance(after, Action)
    assert (after.state, after.done_on, after.sequence) == (ActionState.OPEN, None, 2)
    assert act.said == "Teruggenomen: reacties van de raden verwerken. De actie staat weer open."


def test_what_a_council_said_is_withdrawn_with_the_reason(at: At) -> None:
    story = StoryInMemory(at("asked"))
    answer = Answer.ZIENSWIJZE
    for council in ("Hoorn", "Texel"):
        story.does(CouncilHeard(on=HEARD, municipality=council, answer=answer))
    story.does(Corrected(on=FINAL, step="horen", owner="Texel", reason=MISTAKE))
    hoorn, texel = story.state.zienswijzen
    assert hoorn.counts
    assert (texel.withdrawn_on, texel.withdrawn_because) == (FINAL, MISTAKE)
    hearing = story.state.hearing_of("GM0448")
    assert (hearing.state, hearing.answer, hearing.respond_by) == (
        HearingState.INVITED,
        None,
        RESPOND_BY,
    )
    story.does(CouncilHeard(on=FINAL, municipality="Texel", answer=answer))
    assert [z.id for z in story.state.zienswijzen] == [
        "klein/GM0405/1",
        "klein/GM0448/1",
        "klein/GM0448/2",
    ]


def test_what_several_councils_said_is_taken_back_of_who_is_named(told: Told) -> None:
    story = told("heard")
    with story.refuses("van 3 actiehouders: Haarlem, Hoorn en Texel. Noem", "of kies 'alle'"):
        story.does(Corrected(on=FINAL, step="horen", reason=MISTAKE))
    said = story.does(Corrected(on=FINAL, step="horen", owner="texel", reason=MISTAKE))
    assert said.endswith(", van Texel. De actie staat weer open.")
    said = story.does(Corrected(on=FINAL, step="horen", owner="alle", reason=MISTAKE))
    assert said.endswith(", van 2 actiehouders: Haarlem en Hoorn. De acties staan weer open.")
    assert len(story.state.owed("horen")) == 3


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"step": "horen", "report": "aanvulling"}, "stap 'horen' en melding 'aanvulling'"),
        ({"step": "horen", "code": "reces"}, "stap 'horen' en bevinding 'reces'"),
        ({"report": "reactie", "code": "reces"}, "melding 'reactie' en bevinding 'reces'"),
    ],
)
def test_of_two_things_named_neither_is_passed_over(
    told: Told, what: dict[str, Any], said: str
) -> None:
    story = told("heard")
    with story.refuses(f"U noemt {said}. Neem ze een voor een terug."):
        story.does(Corrected(on=FINAL, owner="Texel", reason=MISTAKE, **what))


def test_what_was_not_done_is_not_taken_back(told: Told) -> None:
    story = told("heard")
    with story.refuses("Bij stap 'verwerking' is niets gedaan dat kan worden teruggenomen."):
        story.does(Corrected(on=FINAL, step="verwerking", reason=MISTAKE))


@pytest.mark.parametrize("reason", ["", "fout", "een vergissing"])
def test_nothing_is_taken_back_without_a_sentence_that_says_why(told: Told, reason: str) -> None:
    story = told("final")
    with story.refuses("Schrijf in een zin van ten minste 3 woorden op wat er mis was."):
        story.does(Corrected(on=FINAL, step="verwerking", reason=reason))


TAKES_BACK: dict[str, dict[str, Any]] = {
    "gedaan": {"step": "verwerking"},
    "vervalt": {"step": "advies"},
    "themas": {"step": "themas"},
    "peiling": {"report": TakenBack.POLL},
    "kandidaten": {"report": TakenBack.CANDIDATES},
    "versie": {"step": "ontwerp"},
    "toezegging": {"report": TakenBack.PROMISE},
    "meelezers": {"report": TakenBack.REVIEWERS, "owner": "ggd"},
    "ter-lezing": {"report": TakenBack.CIRCULATION},
    "akkoord": {"step": "akkoord", "owner": "hoofdofficier van justitie"},
    "gehoord": {"step": "horen", "owner": "Texel"},
    "aanvulling": {"report": TakenBack.SUPPLEMENT, "owner": "texel"},
    "geen-antwoord": {"step": "horen", "owner": "Texel"},
    "opnieuw-horen": {"report": TakenBack.REHEARING},
    "reactie": {"report": TakenBack.RESPONSE, "owner": "om"},
    "verwerking": {"report": TakenBack.DISPOSITION, "owner": "OM"},
    "punt": {"report": TakenBack.POINT, "owner": "om"},
    "punt-verwerking": {"report": TakenBack.POINT_DISPOSITION, "owner": "1"},
    "informatiesessie": {"report": TakenBack.SESSION},
    "sessie-vervalt": {"report": TakenBack.SESSION_OFF, "owner": "1"},
    "sessie-gehouden": {"report": TakenBack.SESSION_COUNT},
    "instemming": {"report": TakenBack.ASSENT, "owner": "alle"},
    "voorwaarde": {"report": TakenBack.CONDITION},
    "voorwaarde-weg": {"report": TakenBack.CONDITION_LIFTED, "owner": "1"},
    "vaststelling": {"step": "vaststelling"},
    "jaarverslag": {"step": "jaarverslag", "owner": "2028"},
    "uitvoeringsplan": {"report": TakenBack.UITVOERINGSPLAN, "owner": "2028 jeugd"},
    "uitvoeringsplan-concept": {"report": TakenBack.UITVOERINGSPLAN_DRAFT},
    "onderdeel": {"report": TakenBack.PART},
    "prioriteit": {"report": TakenBack.PRIORITY},
    "bekendmaking": {"step": "bekendmaking"},
    "reden": {"code": "reces"},
    "uitstel": {"report": TakenBack.RESPITE, "owner": "Texel"},
    "reservering": {"report": TakenBack.RESERVATION, "owner": "Texel"},
    "vergaderingen": {"report": TakenBack.MEETINGS, "owner": "texel"},
    "lokale-prioriteiten": {"report": TakenBack.SURVEY, "owner": "texel"},
    "veiligheidsbeeld": {"report": TakenBack.SAFETY_PICTURE},
    "veiligheidsplan": {"report": TakenBack.GOALS, "owner": "texel"},
    "cluster": {"report": TakenBack.CLUSTER, "owner": "zorg"},
    "verzoek": {"report": TakenBack.REQUEST, "owner": "texel"},
    "antwoord-op-verzoek": {"step": "antwoord-op-verzoek", "owner": "Texel"},
    "sterkte": {"report": TakenBack.STRENGTH},
    "brieftekst": {"report": TakenBack.OWN_WORDS},
}
"""Of each kind of report that can be taken back, how that is said."""


@pytest.mark.parametrize("kind", TAKES_BACK)
def test_what_is_taken_back_leaves_the_dossier_as_it_was(at: At, kind: str) -> None:
    moment, report = LAWFUL[kind]
    story = StoryInMemory(before(kind, at(moment)))
    was = as_it_reads(story.state)
    story.does(report)
    assert as_it_reads(story.state) != was
    said = story.does(Corrected(on=report.on, reason=MISTAKE, **TAKES_BACK[kind]))
    assert as_it_reads(story.state) == was
    assert_sentence(said, "Teruggenomen: ")


@pytest.mark.parametrize("kind", TAKES_BACK)
def test_what_was_taken_back_is_recorded_anew_and_taken_back_again(at: At, kind: str) -> None:
    moment, report = LAWFUL[kind]
    story = StoryInMemory(before(kind, at(moment)))
    story.does(report)
    once = as_it_reads(story.state)
    story.does(Corrected(on=report.on, reason=MISTAKE, **TAKES_BACK[kind]))
    story.does(report)
    assert without_keys(as_it_reads(story.state)) == without_keys(once)
    story.does(Corrected(on=report.on, reason=MISTAKE, **TAKES_BACK[kind]))


def without_keys(read: dict[str, Any]) -> dict[str, Any]:
    """What was withdrawn keeps its key and number, so what is recorded anew has another.

    So has the step of a condition, which bears its number.
    """
    anew = {"versions", "zienswijzen", "responses", "besluiten", "reasons", "requests"}
    anew |= {"priorities", "clusters", "pictures", "strengths", "polls", "candidates", "points"}
    anew |= {
        "own_words",
        "sessions",
        "reviewers",
        "circulations",
        "assents",
        "conditions",
        "rehearings",
    }
    keys = {"id", "number", "version", "action"}
    of_number = {*keys, "step", "title"}
    told = {
        kind: [
            {k: v for k, v in item.items() if k not in of_number}
            if item["step"].startswith("voorwaarde-")
            else item
            for item in read[kind]
        ]
        for kind in ("steps", "actions")
    }
    return {
        kind: [{k: v for k, v in item.items() if k not in keys} for item in items]
        if kind in anew
        else told.get(kind, items)
        for kind, items in read.items()
    }


def test_each_kind_can_be_taken_back_or_says_why_not() -> None:
    never = {
        "beroep": "wie beroep instelt, trekt het in",
        "beroep-vervolg": "een beslissing van de minister",
        "verschil": "een brief aan de minister",
        "beslissing-verschil": "een beslissing van de minister",
        "aanwijzing": "een beslissing van de minister",
        "wijziging": "volgt op een beslissing van de minister",
        "herindeling": "een wet",
        "verkenning": "neem de thema's terug: dan gelden die van ervoor",
        "briefhoofd": "geef de goede regel op",
        "keuze": "kan, waar een overleg kiest: zie test_choosing",
        "herinnering": "een mail die weg is",
        "punt-indeling": "deel opnieuw in",
        "sessie-verplaatst": "verplaats haar terug",
        "stuk": "neem de versie terug, of leg haar met het goede stuk opnieuw vast",
        "houding": "leg de andere houding vast",
        "herstel": "leg opnieuw vast wat wel waar was",
        "adres": "leg het goede adres vast",
        "veiligheidsplan": "leg de goede dag vast",
    }
    assert set(TAKES_BACK) | set(never) == set(KINDS)


def test_who_names_nothing_reads_what_can_be_taken_back(told: Told) -> None:
    story = told("agreed")
    with story.refuses(
        "Noem wat u terugneemt: een stap of een melding.",
        "Nu kan: stap themas, stap ontwerp en stap akkoord.",
    ):
        story.does(Corrected(on=ASKED, reason=MISTAKE))


def test_nothing_can_be_taken_back_before_anything_happened(told: Told) -> None:
    story = told("opened")
    with story.refuses("Er is nu niets dat kan worden teruggenomen."):
        story.does(Corrected(on=OPENED, reason=MISTAKE))


def test_what_happened_before_the_adoption_is_not_taken_back_after_it(told: Told) -> None:
    story = told("adopted")
    with story.refuses("Het plan is al vastgesteld; wat daarvoor gebeurde, staat vast."):
        story.does(Corrected(on=ADOPTED, step="horen", owner="Texel", reason=MISTAKE))


def test_what_lapsed_is_taken_back_before_what_was_done(small: Small) -> None:
    _, eenheid, text = small
    text += PER_COUNCIL
    story = StoryInMemory()
    story.opens((proposal_of(text), eenheid, text))
    story.does(StepDone(on=OPENED, step="uitvraag", owner="Texel"))
    story.does(StepLapsed(on=OPENED, step="uitvraag", reason="er is geen tijd meer voor"))
    with story.refuses("van Haarlem en Burgemeester van Hoorn", "of kies 'alle'"):
        story.does(Corrected(on=OPENED, step="uitvraag", reason=MISTAKE))
    story.does(Corrected(on=OPENED, step="uitvraag", owner="Alle", reason=MISTAKE))
    assert [a.municipality for a in story.state.owed("uitvraag")] == ["GM0392", "GM0405"]
    story.does(Corrected(on=OPENED, step="uitvraag", owner="Texel", reason=MISTAKE))
    assert len(story.state.owed("uitvraag")) == 3
