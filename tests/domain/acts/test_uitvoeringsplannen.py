# SPDX-License-Identifier: EUPL-1.2
"""The uitvoeringsplan of each theme for a year: in concept to the burgemeesters, then adopted.

S002, 5.3: "De V10 stelt de uitvoeringsplannen bestuurlijk vast, nadat de niet-aan-de-10-deelnemende
burgemeesters daarover zijn geconsulteerd." No statute asks for it.
"""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gehoord.domain.acts.report import (
    Corrected,
    JaarverslagAdopted,
    ResponseReceived,
    StepDone,
    ThemesChosen,
    UitvoeringsplanAdopted,
    UitvoeringsplanDrafted,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import theme_of
from gehoord.domain.eenheid.lidwoord import Lidwoord
from gehoord.domain.outgoing.uitvoeringsplannen import years_of_plans
from gehoord.domain.publicity.masking import Masking
from gehoord.domain.publicity.public_dossier import public_dossier
from gehoord.domain.publicity.public_paper import public_papers
from gehoord.law.woo import YEARLY
from gehoord.store.register import Register
from gehoord.store.verify import verify
from gehoord.templates.mdto.came_with import is_public
from gehoord.templates.story.forms import offered
from tests.conftest import read_day
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ADOPTED, THEMES, Small, Story, Told
from tests.story_in_register import StoryInRegister

FOUR = ("Ondermijning", "Zorg en veiligheid", "Verkeer", "Cybercrime")
SENT = read_day("Mon 2028-01-10")
PROPOSED = read_day("Mon 2028-01-31")
PLANS = read_day("Thu 2028-02-10")
PAPER = Document(name="Plan 2028.pdf", media_type="application/pdf", content=b"%PDF-1.7 concept")
FINAL_PAPER = PAPER.model_copy(update={"content": b"%PDF-1.7 vastgesteld"})
WHY = "het overleg viel samen met de consultatie"
STEP = """
[[stap]]
id = "uitvoeringsplannen"
titel = "uitvoeringsplan per thema vaststellen"
fase = "verantwoording"
soort = "besluit"
actiehouder = "v10"
melding = "uitvoeringsplan"
wanneer = "jaarlijks van 2028 tot en met 2031"
na = ["vaststelling"]
"""


def seated(small: Small) -> Small:
    """The small unit with the step; Haarlem has a seat in the V10, and its burgemeesters mail."""
    _, eenheid, text = small
    v10 = eenheid.parties[1].model_copy(update={"members": ("GM0392",), "lidwoord": Lidwoord.DE})
    reached = [
        m.model_copy(update={"burgemeester_address": f"{m.name.lower()}@klein.example"})
        for m in eenheid.municipalities
    ]
    unit = eenheid.model_copy(
        update={"parties": (eenheid.parties[0], v10), "municipalities": tuple(reached)}
    )
    return proposal_of(text + STEP), unit, text + STEP


class FourThemes:
    """A procedure in which four themes are chosen."""

    def _themes(self: Any) -> None:
        self.does(ThemesChosen(on=THEMES, themes=FOUR))


class Registered(FourThemes, StoryInRegister):
    """It in a register."""


class InMemory(FourThemes, StoryInMemory):
    """It in memory."""


@pytest.fixture
def database_url(tmp_path: Path, empty_sqlite: Path) -> str:
    """The sentences here are no other on another database."""
    return f"sqlite:///{shutil.copy(empty_sqlite, tmp_path / 'register.db')}"


@pytest.fixture
def story(register: Register, small: Small) -> Registered:
    story = Registered(register)
    story.tell(seated(small), "adopted")
    return story


@pytest.fixture
def quick(small: Small) -> InMemory:
    story = InMemory()
    story.tell(seated(small), "adopted")
    return story


def concept(theme: str | None = FOUR[0], **changes: Any) -> UitvoeringsplanDrafted:
    said = {"on": SENT, "year": 2028, "theme": theme, "document": PAPER, **changes}
    return UitvoeringsplanDrafted(**said)


def plan(theme: str | None = FOUR[0], **changes: Any) -> UitvoeringsplanAdopted:
    return UitvoeringsplanAdopted(**{"on": PLANS, "year": 2028, "theme": theme, **changes})


def years_open(state: State) -> list[int]:
    return [int(action.id[-4:]) for action in state.owed("uitvoeringsplannen")]


def told_on(state: State, on: date) -> list[str]:
    found = findings(Case.of_dossier(state, on))
    return [f.text for f in found if f.code == "uitvoeringsplan-ontbreekt"]


def test_four_plans_are_consulted_adopted_taken_back_and_kept(story: Registered) -> None:
    """The whole way of one year, on a real register that proves itself in the end."""
    said = story.does(concept(), SENT)
    assert "gaat in concept naar 2 lezers. Reageren kan tot en met 31 januari 2028 (een" in said
    mails = drafts(story)
    assert [m.address for m in mails] == ["hoorn@klein.example", "texel@klein.example"]
    assert "De V10 stelt het vast" in mails[0].body
    assert "thema 'Ondermijning'" in mails[0].body.replace("\n", " ")
    assert [a.document for a in mails[0].attachments] == [PAPER.sha256]
    [reading] = story.state.owed("uitvoeringsplan-2028-ondermijning")
    assert (reading.owner, reading.due_on) == ("adviseur", PROPOSED)
    answer = {"sender": "burgemeester van Texel", "text": "Graag meer over zeehavens."}
    story.does(ResponseReceived(on=PROPOSED, version=reading.step, **answer))
    [response], [draft] = story.state.responses, story.state.versions.where(step=reading.step)
    assert (response.version, response.is_late, draft.document) == (draft.id, False, PAPER.sha256)

    with story.refuses("kunnen nog reageren tot en met 31 januari 2028"):
        story.does(plan(on=PROPOSED), PROPOSED)
    said = story.does(plan(document=FINAL_PAPER))
    assert f"Nog zonder uitvoeringsplan voor 2028: {FOUR[1]}, {FOUR[2]} en {FOUR[3]}." in said
    assert "een ander thema voorrang geven doen de burgemeesters en de hoofdofficier" in said
    assert story.state.is_finished(reading.step)
    with story.refuses("van het thema 'Ondermijning' is al vastgesteld op 10 februari 2028"):
        story.does(plan())
    with story.refuses("zijn over dit uitvoeringsplan nog niet geconsulteerd"):
        story.does(plan(FOUR[1], reason="het kon"))
    for theme in FOUR[1:]:
        assert years_open(story.state) == [2028, 2029, 2030, 2031]
        story.does(plan(theme, reason=WHY))
    assert years_open(story.state) == [2029, 2030, 2031]
    [year] = years_of_plans(story.state, PLANS)
    assert ([b.by for b in year.adopted], year.missing, year.is_owed) == (["v10"] * 4, (), False)
    assert [b.document for b in year.adopted if theme_of(b) == FOUR[0]] == [FINAL_PAPER.sha256]

    taken = Corrected(on=PLANS, report="uitvoeringsplan", owner="2028 cybercrime", reason=WHY)
    assert story.does(taken).endswith("De actie van 2028 staat weer open.")
    assert years_open(story.state) == [2028, 2029, 2030, 2031]
    assert years_of_plans(story.state, PLANS)[0].missing == (FOUR[3],)
    story.does(plan(FOUR[3], reason=WHY))
    with story.register.reading() as reader:
        assert verify(reader, "klein").faults == ()


def drafts(story: StoryInRegister) -> list[Message]:
    with story.register.reading() as reader:
        found = reader.all(Message, "klein", kind=MessageKind.DRAFT)
    return sorted(found, key=lambda message: message.recipient)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (plan(year=2027), "een uitvoeringsplan voor 2027 hoort er niet bij"),
        (plan("Ondermijnng"), "is geen thema van dit plan; bedoelt u 'Ondermijning'?"),
        (plan(None), "Elk thema heeft een eigen uitvoeringsplan. Noem het thema: Ondermijning,"),
        (plan(body="v1o"), "'v1o' is geen overleg van Klein; bedoelt u 'v10'?"),
        (plan(on=date(2027, 11, 3)), "Op 3 november 2027 was het beleidsplan nog niet vastgesteld"),
        (concept(document=None), "Zonder stuk valt er niets te lezen."),
        (concept(until=date(2028, 1, 9)), "ligt voor de dag waarop het concept weggaat"),
        (concept(who=("burgemeester van Edam",)), "is geen meelezer van dit dossier"),
        (StepDone(on=PLANS, step="uitvoeringsplannen"), "legt u vast als 'uitvoeringsplan'"),
        (
            Corrected(on=PLANS, report="uitvoeringsplan", reason=WHY),
            "Er is geen uitvoeringsplan vastgelegd dat kan worden teruggenomen.",
        ),
    ],
)
def test_what_is_wrong_is_refused_in_its_own_sentence(
    quick: InMemory, report: Any, words: str
) -> None:
    with quick.refuses(words):
        quick.does(report)


def test_no_plan_is_worked_out_before_it_is_adopted(small: Small) -> None:
    story = InMemory()
    story.tell(seated(small), "final")
    for report in (plan(on=ADOPTED), concept(on=ADOPTED)):
        with story.refuses("Het beleidsplan is nog niet vastgesteld; een uitvoeringsplan werkt"):
            story.does(report)


def test_a_year_that_began_without_them_is_told_and_blocks_nothing(quick: InMemory) -> None:
    before = Case.of_dossier(quick.state, date(2027, 12, 31))
    assert told_on(quick.state, date(2027, 12, 31)) == []
    assert before.stands_until() <= date(2028, 1, 1)
    for theme in FOUR[:3]:
        quick.does(plan(theme, reason=WHY))
    said = "Het jaar 2028 is begonnen zonder uitvoeringsplan voor Cybercrime."
    assert told_on(quick.state, PLANS) == [said]
    quick.does(plan(FOUR[3], reason=WHY))
    assert told_on(quick.state, PLANS) == []
    assert told_on(quick.state, date(2029, 1, 1)) == [
        "Het jaar 2029 is begonnen zonder uitvoeringsplan voor Ondermijning, Zorg en veiligheid, "
        "Verkeer en Cybercrime."
    ]
    right = {"basis": "39-1", "hoofdofficier": True, "burgemeesters": "alle", "body": "rbop"}
    quick.does(JaarverslagAdopted(on=date(2029, 5, 10), year=2028, **right))


def test_a_newer_concept_has_a_round_of_its_own_and_can_be_taken_back(quick: InMemory) -> None:
    quick.does(concept())
    quick.does(concept(on=PROPOSED, until=PLANS))
    first, second = "uitvoeringsplan-2028-ondermijning", "uitvoeringsplan-2028-ondermijning-2"
    assert (quick.state.is_finished(first), len(quick.state.owed(second))) == (True, 1)
    with quick.refuses("kunnen nog reageren tot en met 10 februari 2028"):
        quick.does(plan())
    with quick.refuses("ging 'uitvoeringsplan 2028: Ondermijning' in concept uit"):
        quick.does(Corrected(on=PLANS, step="vaststelling", reason=WHY))
    taken = Corrected(on=PLANS, report="uitvoeringsplan-concept", owner="2028", reason=WHY)
    assert "Wie de mail al heeft" in quick.does(taken)
    assert (quick.state.has_lapsed(second), len(quick.state.owed(first))) == (True, 1)
    assert "is vastgesteld door V10." in quick.does(plan())


def test_what_was_taken_back_leaves_nothing_behind(quick: InMemory) -> None:
    """An adoption closes the round that stands, and nobody responds to what was adopted since."""
    first, second = "uitvoeringsplan-2028-ondermijning", "uitvoeringsplan-2028-ondermijning-2"
    concept_wrong = Corrected(on=PLANS, report="uitvoeringsplan-concept", owner="2028", reason=WHY)
    quick.does(concept(year=2030))
    assert [year.year for year in years_of_plans(quick.state, SENT)] == [2028, 2030]
    quick.does(concept_wrong.model_copy(update={"owner": "2030"}))
    assert [year.year for year in years_of_plans(quick.state, SENT)] == [2028]
    quick.does(concept())
    quick.does(concept(on=PROPOSED, until=PROPOSED))
    quick.does(concept_wrong)
    quick.does(plan())
    quick.does(Corrected(on=PLANS, report="uitvoeringsplan", owner="2028", reason=WHY))
    assert quick.state.owed(first)
    quick.does(concept(on=PLANS, until=PLANS))
    quick.does(plan(reason=WHY))
    quick.does(concept_wrong)
    assert (quick.state.has_lapsed(second), quick.state.owed(first)) == (True, [])


def test_a_round_that_was_taken_back_is_not_that_of_another_theme(small: Small) -> None:
    story: Story = AlikeThemes()
    story.tell(seated(small), "adopted")
    story.does(concept(ALIKE[0]))
    wrong = Corrected(on=SENT, report="uitvoeringsplan-concept", owner="2028", reason=WHY)
    story.does(wrong)
    story.does(concept(ALIKE[1]))
    [asked] = story.state.owed("uitvoeringsplan-2028-zorg-en-veiligheid-2")
    assert ALIKE[1] in asked.title


def test_what_is_adopted_is_told_where_people_look(quick: InMemory) -> None:
    """The card leads on, residents see what was adopted, and a concept stays inside."""
    quick.does(concept(FOUR[1]))
    quick.does(plan(document=FINAL_PAPER, reason=WHY))
    [card] = [a for a in quick.state.owed("uitvoeringsplannen") if a.id.endswith("/2028")]
    form = offered(quick.state, card)[0]
    assert form.words.startswith(f"Nog zonder uitvoeringsplan: {'; '.join(FOUR[1:])}. ")
    assert (form.form, form.filled["jaar"], form.filled["thema"]) == (
        "melden-uitvoeringsplan",
        2028,
        FOUR[1],
    )
    [year] = years_of_plans(quick.state, PLANS)
    assert year.in_words == (
        "Uitvoeringsplannen voor 2028: vastgesteld voor Ondermijning (10 februari 2028). Nog "
        "zonder: Zorg en veiligheid, Verkeer en Cybercrime. In concept van 'Zorg en veiligheid' "
        "sinds 10 januari 2028, reageren tot en met 31 januari 2028."
    )
    [public] = public_dossier(quick.state, PLANS, Masking()).uitvoeringsplannen
    assert (public.year, [theme.name for theme in public.themes]) == (2028, [FOUR[0]])
    [paper] = [p for p in public_papers(quick.state) if p.belongs_to == public.belongs_to]
    assert (paper.document, paper.category) == (FINAL_PAPER.sha256, YEARLY)
    [draft] = quick.state.versions.where(document=PAPER.sha256)
    assert PAPER.sha256 not in {p.document for p in public_papers(quick.state)}
    assert not is_public(draft, quick.state)
    [besluit] = quick.state.besluiten_on(BesluitKind.UITVOERINGSPLAN)
    assert is_public(besluit, quick.state)


def test_where_no_themes_are_kept_one_report_without_theme_closes_the_year(small: Small) -> None:
    story: Story = NoThemes()
    story.tell(seated(small), "adopted")
    said = story.does(plan("Verkeer", reason=WHY))
    assert "Gehoord kent de thema's van dit plan niet." in said
    assert years_open(story.state) == [2028, 2029, 2030, 2031]
    story.does(concept("Jeugd"))
    story.does(plan(None, reason=WHY))
    assert years_open(story.state) == [2029, 2030, 2031]
    assert not story.state.owed("uitvoeringsplan-2028-jeugd"), "it is of each theme"
    story.does(Corrected(on=PLANS, report="uitvoeringsplan", owner="2028", reason=WHY))
    assert story.state.owed("uitvoeringsplan-2028-jeugd")


def test_where_the_proposal_has_no_such_step_no_action_is_said_to_be_open(told: Told) -> None:
    story = told("adopted")
    with story.refuses("Noem het overleg dat het uitvoeringsplan vaststelde: rbop, v10."):
        story.does(plan("Jeugd", reason=WHY))
    story.does(plan("Jeugd", reason=WHY, body="v10"))
    said = story.does(Corrected(on=PLANS, report="uitvoeringsplan", reason=WHY))
    assert said.endswith("van het thema 'Jeugd'.")


ALIKE = ("Zorg en veiligheid voor jongeren", "Zorg en veiligheid voor ouderen")


class AlikeThemes(StoryInMemory):
    """A procedure of two themes that begin alike."""

    def _themes(self) -> None:
        self.does(ThemesChosen(on=THEMES, themes=ALIKE))


class NoThemes(StoryInMemory):
    """A procedure of which nobody told Gehoord the themes."""

    def _themes(self) -> None:
        """Choose none here."""
